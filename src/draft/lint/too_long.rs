//! 45 seconds, max (A63): the mailbox cuts, or the delete key does.

use super::{super::timing::LIMIT_SECONDS, Hit, Level, Lint, Script, over_target::spoken_after};

pub(super) const LINT: Lint = Lint { id: "too_long", level: Level::Hard, seeds: &["003"], look };

fn look(script: &Script<'_>) -> Vec<Hit> {
    let seconds = script.timing.seconds;
    if seconds <= LIMIT_SECONDS {
        return vec![];
    }
    let why = format!("This takes {seconds:.0} seconds to say; 45 is the most a message may take.");
    vec![Hit::new(spoken_after(script, LIMIT_SECONDS), why, "Keep one reason and one ask, and both numbers.")]
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    #[test]
    fn over_45_seconds_is_hard() {
        let long = "word ".repeat(98);
        assert!(lint(&long, &Context::default()).findings.iter().any(|f| f.rule == "too_long"));
        let fits = "word ".repeat(97);
        assert!(!lint(&fits, &Context::default()).findings.iter().any(|f| f.rule == "too_long"));
    }
}
