//! "I would like to introduce myself" is no reason to talk (A70): why should they care?

use std::sync::LazyLock;

use super::{
    Hit, Level, Lint, Script,
    phrase::{Phrases, Word},
};

pub(super) const LINT: Lint = Lint { id: "introduce_myself", level: Level::Soft, seeds: &["004"], look };

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "introduce|introducing|introduced myself|ourselves|me",
        "introduce|introducing my|our|the company|firm|team|business|agency|services|organization|product|products|self",
        "introduce|introducing who we|i are|am",
        "introduce|introducing who i am",
        "introduce|introducing you to myself|us|our|my company|firm|services|business|agency|team",
        "self introduction",
        "way of introduction",
        "quick|brief|short|an? introduction call|of myself|us",
        "quick|brief|short introduction $",
        "make|making your acquaintance",
        "tell|telling you @adv? a|some little|bit|more? bit? about myself|us|ourselves|me|who",
        "tell|telling you about my|our company|firm|business|agency|services|organization",
        "get|getting acquainted",
        "put a face|voice to the name",
    ])
});

fn look(script: &Script<'_>) -> Vec<Hit> {
    script.hits(
        &PHRASES,
        "An introduction is about you; it gives them no reason to talk.",
        "Say in one sentence what you can do for them in their own situation.",
    )
}

pub(super) fn any(words: &[Word]) -> bool {
    PHRASES.any(words)
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    fn found(script: &str) -> bool {
        lint(script, &Context::default()).findings.iter().any(|f| f.rule == "introduce_myself")
    }

    #[test]
    fn introductions_are_found() {
        for script in [
            "I would like to introduce myself.",
            "I'm calling to introduce our company.",
            "I wanted to introduce myself and my firm.",
            "Let me tell you a little bit about us.",
        ] {
            assert!(found(script), "{script}");
        }
        for script in [
            "I'd like to introduce you to Tom Reyes, who runs three plants.",
            "You introduced a second shift in May.",
            "We introduced the new pump to forty plants.",
        ] {
            assert!(!found(script), "{script}");
        }
    }
}
