//! When each word of a script is said, at the user's pace.

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    pub(crate) text: String,
    /// Seconds from the beep.
    pub(crate) start: f64,
    pub(crate) end: f64,
}

/// Spreads the seconds over the words: digits are slow, the end of a sentence takes a breath.
pub(crate) fn pace(script: &str, seconds: f64) -> Vec<Word> {
    let weight = |word: &str| {
        let digits = word.chars().filter(char::is_ascii_digit).count() as f64;
        let breath = if word.ends_with(['.', '!', '?']) { 1.0 } else { 0.0 };
        if digits > 2.0 { digits + breath } else { 1.0 + breath }
    };
    let words: Vec<&str> = script.split_whitespace().take(2000).collect();
    let whole: f64 = words.iter().map(|word| weight(word)).sum();
    let mut at = 0.0;
    words
        .into_iter()
        .map(|word| {
            let start = at;
            at += seconds * weight(word) / whole.max(1.0);
            Word { text: word.to_owned(), start, end: at }
        })
        .collect()
}

/// The class of a word at a time: said, now, or to come.
pub(crate) fn state(start: f64, end: f64, past: f64) -> &'static str {
    if past >= end {
        "said"
    } else if past >= start {
        "now"
    } else {
        "to-come"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_fill_the_time_and_digits_take_longer() {
        let words = pace("Hi Dana. Call 415-555-0123", 20.0);
        assert_eq!(words.len(), 4);
        assert!(words.last().is_some_and(|word| (word.end - 20.0).abs() < 1e-9));
        let length = |word: &Word| word.end - word.start;
        assert!(length(&words[3]) > 5.0 * length(&words[0]));
        assert_eq!((state(0.0, 1.0, 2.0), state(1.0, 3.0, 2.0), state(3.0, 4.0, 2.0)), ("said", "now", "to-come"));
        assert!(pace("", 0.0).is_empty());
    }
}
