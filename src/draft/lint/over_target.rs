//! 30 seconds for a stranger (A64): the delete key is at their fingertips. A warm message may use the 45.

use super::{
    super::timing::{TARGET_SECONDS, prices},
    Hit, Level, Lint, Script,
};

pub(super) const LINT: Lint = Lint { id: "over_target", level: Level::Soft, seeds: &["004"], look };

fn look(script: &Script<'_>) -> Vec<Hit> {
    let seconds = script.timing.seconds;
    if script.context.warm || seconds <= TARGET_SECONDS {
        return vec![];
    }
    let why = format!("This takes {seconds:.0} seconds to say; a stranger hears 30 at most.");
    vec![Hit::new(spoken_after(script, TARGET_SECONDS), why, "Cut to one reason and one ask; keep both numbers.")]
}

/// From the sentence in which the limit is passed to the end.
pub(super) fn spoken_after(script: &Script<'_>, limit: f64) -> (usize, usize) {
    let (start, end) = script.whole();
    let mut spoken = 0.0;
    for price in prices(script.text, script.context.pace, script.context.seller_telephone) {
        spoken += price.words_seconds + price.pause_seconds + price.number_seconds;
        if spoken > limit {
            return (price.start, end);
        }
    }
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    #[test]
    fn only_a_stranger_is_held_to_30_seconds() {
        let long = "word ".repeat(70);
        let over = |warm| lint(&long, &Context { warm, ..Context::default() }).findings.iter().any(|f| f.rule == "over_target");
        assert!(over(false) && !over(true));
    }
}
