//! No apology for calling: it tells them that the call is a burden (A67).

use std::sync::LazyLock;

use super::{Hit, Level, Lint, Script, phrase::Phrases};

pub(super) const LINT: Lint = Lint { id: "apology", level: Level::Soft, seeds: &["004"], look };

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "sorry|apologies|apologize to|for bother|bothering|disturb|disturbing|trouble|troubling|interrupt|interrupting|intrude|intruding|calling|call|take|taking",
        "sorry to call|keep",
        "apologize|apologise|apologies for my|the|this|another|calling|bothering",
        "hate|hated to bother|trouble|disturb|be",
        "forgive me for calling|bothering|the",
        "excuse the|my interruption|intrusion",
        "i know you are very|so|really? busy",
        "i will not take much|up|a|too",
    ])
});

fn look(script: &Script<'_>) -> Vec<Hit> {
    script.hits(&PHRASES, "An apology tells them that your call is a burden.", "Give the reason at once; a good reason needs no apology.")
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    fn found(script: &str) -> bool {
        lint(script, &Context::default()).findings.iter().any(|f| f.rule == "apology")
    }

    #[test]
    fn it_tells_one_from_the_other() {
        for script in ["Sorry to bother you again.", "I hate to bother you.", "I know you're busy."] {
            assert!(found(script), "{script}");
        }
        for script in ["I'm sorry about the delay on your order; it ships today.", "Your line is busy at noon."] {
            assert!(!found(script), "{script}");
        }
    }
}
