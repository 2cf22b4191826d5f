//! Identify yourself (Blount's first step): a voice without a name is deleted.
//!
//! Read as: the first two sentences hold neither a phrase that names the caller nor two words with a capital beside the first.

use std::sync::LazyLock;

use super::{Hit, Level, Lint, Script, phrase::Phrases};

pub(super) const LINT: Lint = Lint { id: "name_never_said", level: Level::Soft, seeds: &["002"], look };

static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(&["this is", "my name", "name is", "it is", "i am", "_ here", "calling from|for", "_ from|with _"]));

fn look(script: &Script<'_>) -> Vec<Hit> {
    let (start, end) = script.whole();
    let opening: Vec<_> = script.words.iter().filter(|word| word.sentence < 3).cloned().collect();
    let capitals = opening.iter().filter(|word| word.capital && !word.opens && word.text != "i").count();
    if opening.len() < 6 || capitals >= 2 || PHRASES.any(&opening) {
        return vec![];
    }
    vec![Hit::new((start, end), "They are not told who is calling.", "Say your name and your organization in the first sentence.")]
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    #[test]
    fn a_message_needs_a_name() {
        let found = |script: &str| lint(script, &Context::default()).findings.iter().any(|f| f.rule == "name_never_said");
        assert!(found("Hi Dana, we help plants fill night shifts. Call me back at 415-555-0123."));
        assert!(!found("Hi Dana, Ann Lee, 415-555-0123. We help plants fill night shifts."));
        assert!(!found("Hi Dana, this is Ann. We help plants fill night shifts."));
    }
}
