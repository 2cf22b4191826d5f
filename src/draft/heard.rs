//! What they heard already: it is not said again (A77).

use std::collections::HashSet;

use crate::{
    situation::Situation,
    touch::{Kind, Touch},
};

/// Scripts older than so many are no longer held against a new message; nobody remembers that far.
const REMEMBERED: usize = 24;

pub(super) struct Heard {
    hooks: HashSet<String>,
    scripts: Vec<HashSet<String>>,
    /// Messages that were left for them.
    pub voicemails: usize,
    /// Outbound tries of any kind.
    pub tries: usize,
}

impl Heard {
    pub(super) fn of(situation: &Situation) -> Self {
        let mut said: Vec<&Touch> = situation.touches.iter().filter(|touch| !touch.inbound()).collect();
        crate::order::by_key(&mut said, |touch| std::cmp::Reverse(touch.at.timestamp));
        let scripts = said
            .iter()
            .filter_map(|touch| touch.script.as_deref())
            .take(REMEMBERED)
            .map(|script| words(&script.chars().take(2000).collect::<String>()))
            .collect();
        let count = |kinds: &[Kind]| said.iter().filter(|touch| kinds.contains(&touch.kind)).count();
        Self {
            hooks: said.iter().filter_map(|touch| touch.hook.clone()).filter(|id| !id.trim().is_empty()).collect(),
            scripts,
            voicemails: count(&[Kind::Voicemail]),
            tries: count(&[Kind::Voicemail, Kind::Call, Kind::Talk, Kind::Email]),
        }
    }

    pub(super) fn hook(&self, id: &str) -> bool {
        self.hooks.contains(id)
    }

    /// Whether one script held nearly all the words that matter: four of five.
    pub(super) fn text(&self, text: &str) -> bool {
        if self.scripts.is_empty() {
            return false;
        }
        let wanted = words(text);
        !wanted.is_empty()
            && self.scripts.iter().any(|script| wanted.iter().filter(|word| script.contains(*word)).count() * 5 >= wanted.len() * 4)
    }
}

/// The words that matter, in lower case; all of them where only small words stand.
fn words(text: &str) -> HashSet<String> {
    const SMALL: [&str; 48] = [
        "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "with", "from", "is", "are", "was", "were", "be", "been",
        "i", "we", "you", "your", "our", "my", "it", "its", "that", "this", "as", "have", "has", "will", "can", "me", "us", "hi", "hello",
        "please", "call", "back", "again", "read", "when", "who", "about", "they",
    ];
    let all: HashSet<String> =
        text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|w| !w.is_empty()).map(str::to_lowercase).collect();
    let large: HashSet<String> = all.iter().filter(|word| !SMALL.contains(&word.as_str())).cloned().collect();
    if large.is_empty() { all } else { large }
}

/// Whether a sentence says most of what a text says: more than half of the words that matter.
pub(super) fn alike(text: &str, sentence: &str) -> bool {
    let (wanted, said) = (words(text), words(sentence));
    !wanted.is_empty() && wanted.iter().filter(|word| said.contains(*word)).count() * 2 > wanted.len()
}
