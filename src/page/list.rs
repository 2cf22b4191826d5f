//! Lists of words that nearly every word of a page is asked for, and nearly none stands in.

/// Words in the order of their bytes, one a line: nothing has to be hashed before the first is asked for.
pub(in crate::page) struct WordList {
    words: Vec<&'static str>,
    openings: Openings,
}

impl WordList {
    pub(in crate::page) fn of(lines: &'static str) -> Self {
        let words: Vec<&str> = lines.lines().collect();
        let openings = Openings::of(&words);
        Self { words, openings }
    }

    pub(in crate::page) fn holds(&self, word: &str) -> bool {
        self.openings.may_open(word) && self.words.binary_search(&word).is_ok()
    }

    #[cfg(test)]
    pub(in crate::page) fn words(&self) -> &[&'static str] {
        &self.words
    }
}

/// A bit for the first three bytes of each word: rules out most of what is asked for before anything is compared.
pub(in crate::page) struct Openings([u64; 128]);

impl Openings {
    pub(in crate::page) fn of(words: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        words.into_iter().fold(Self([0; 128]), |mut openings, word| {
            let (at, bit) = Self::place(word.as_ref());
            openings.0[at] |= bit;
            openings
        })
    }

    /// Whether a word in lower case may be among them: no is sure, yes is a guess.
    fn may_open(&self, word: &str) -> bool {
        let (at, bit) = Self::place(word);
        self.0[at] & bit != 0
    }

    /// The same of words as they are written, in any case and with accents: whether a name of the list may begin there.
    pub(in crate::page) fn may_begin(&self, word: &str) -> bool {
        word.len() < 3 || !word.is_ascii() || self.may_open(word)
    }

    fn place(word: &str) -> (usize, u64) {
        let byte = |at: usize| u32::from(word.as_bytes().get(at).copied().unwrap_or_default().to_ascii_lowercase());
        let hash = (byte(0) | byte(1) << 8 | byte(2) << 16).wrapping_mul(0x9e37_79b1) >> 19;
        ((hash / 64) as usize, 1 << (hash % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_holds_its_words_and_no_others() {
        let list = WordList::of("ab\nabbot\nbyron\nåsa");
        assert!(["ab", "abbot", "åsa", "byron"].iter().all(|word| list.holds(word)));
        assert!(!["", "a", "abb", "abbots", "åse", "byr"].iter().any(|word| list.holds(word)));
    }
}
