//! Words that nobody says to a person (A67, A87).

use std::sync::LazyLock;

use super::{Hit, Level, Lint, Script, phrase::Phrases};

pub(super) const LINT: Lint = Lint { id: "jargon", level: Level::Soft, seeds: &["001", "004"], look };

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "synergy|synergies|synergistic|paradigm|paradigms|turnkey|holistic|holistically|thought leadership?",
        "leverage|leveraging our|your|the|this",
        "best in class|breed",
        "cutting|bleeding edge",
        "world class",
        "game changer|changing",
        "value add|added|proposition|propositions",
        "low hanging fruit",
        "move|moves|moved|moving the needle",
        "state of the art",
        "next gen|generation solution|solutions|platform",
        "end to end solution|solutions|platform",
        "mission critical",
        "industry leading",
        "leading|premier|global provider of",
        "robust|scalable|innovative|seamless|comprehensive solution|solutions|platform|suite",
        "solutions provider",
        "pain points?",
        "win win",
        "thought leader|leaders",
        "empower|empowering|empowers you|your|teams|businesses",
        "unlock|unlocking value|synergies|potential",
        "digital transformation",
        "deep dive",
        "take it offline",
        "actionable insights|insight",
    ])
});

fn look(script: &Script<'_>) -> Vec<Hit> {
    script.hits(
        &PHRASES,
        "Nobody talks like this to a person; it says nothing they can picture.",
        "Say what happens for them, in words they use.",
    )
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    fn found(script: &str) -> bool {
        lint(script, &Context::default()).findings.iter().any(|f| f.rule == "jargon")
    }

    #[test]
    fn it_tells_one_from_the_other() {
        for script in
            ["We leverage our synergies.", "We're a best-in-class provider.", "It moves the needle.", "We are a leading provider of seals."]
        {
            assert!(found(script), "{script}");
        }
        for script in ["We lend you the lever and the hoist.", "Your class of pump is the best.", "We cut the edge off in one pass."] {
            assert!(!found(script), "{script}");
        }
    }
}
