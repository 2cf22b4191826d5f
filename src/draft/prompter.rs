//! When each word of a script is said, at the user's pace, with the telephone number as slow as it must be to be written down: the seconds of
//! [`super::timing`], spread over the words, so that the last one ends when the message does.

use super::{
    spoken,
    telephone::{self, Written},
    timing::{PAUSE_SECONDS, sentence_ends},
};
use crate::situation::Pace;

/// One word, or one group of a telephone number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said {
    /// Bytes into the script, with the marks that cling to the word.
    pub start: usize,
    pub end: usize,
    /// Seconds from the beginning; the pause after it is its own.
    pub from: f64,
    pub to: f64,
    /// A group of a telephone number.
    pub number: bool,
}

/// A breath between two groups of a number, in seconds.
const BREATH: f64 = 0.4;

/// The words in order. Nothing of the script but white space stands between them.
pub fn prompter(script: &str, pace: Pace, sellers: Option<&str>) -> Vec<Said> {
    let numbers = telephone::find(script, sellers);
    let mut pieces = pieces(script, &numbers, 60.0 / pace.words_a_minute());
    let mut next = 0;
    for end in sentence_ends(script).into_iter().filter(|end| !numbers.iter().any(|n| (n.start..n.end).contains(end))) {
        while pieces.get(next + 1).is_some_and(|piece| piece.start <= end) {
            next += 1;
        }
        if let Some(piece) = pieces.get_mut(next) {
            piece.to += PAUSE_SECONDS;
        }
    }
    let mut at = 0.0;
    for piece in &mut pieces {
        // Until here `to` held how long it takes.
        (piece.from, piece.to) = (at, at + piece.to);
        at = piece.to;
    }
    pieces
}

fn pieces(script: &str, numbers: &[Written], word: f64) -> Vec<Said> {
    let mut pieces: Vec<Said> = Vec::new();
    // As the formula reads them: the words around a number are neighbours.
    let mut places: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    for (start, end) in numbers.iter().map(|n| (n.start, n.end)).chain([(script.len(), script.len())]) {
        places.extend(tokens(script, from, start));
        from = end;
    }
    let texts: Vec<&str> = places.iter().map(|(start, end)| &script[*start..*end]).collect();
    let mut words = places.iter().enumerate().map(|(at, (start, end))| (*start, *end, spoken::words(&texts, at))).peekable();
    let mut numbers = numbers.iter().peekable();
    loop {
        let number_first = match (words.peek(), numbers.peek()) {
            (None, None) => break,
            (Some((start, ..)), Some(number)) => number.start < *start,
            (None, Some(_)) => true,
            (Some(_), None) => false,
        };
        if number_first {
            pieces.extend(numbers.next().into_iter().flat_map(|number| groups(script, number)));
        } else if let Some((start, end, said)) = words.next() {
            let clings = said == 0 && pieces.last().is_some_and(|last| last.end == start);
            match pieces.last_mut().filter(|_| clings) {
                Some(last) => last.end = end,
                None => pieces.push(Said { start, end, from: 0.0, to: word * said as f64, number: false }),
            }
        }
    }
    pieces
}

fn tokens(script: &str, from: usize, to: usize) -> Vec<(usize, usize)> {
    let part = &script[from..to];
    let place = |token: &str| from + (token.as_ptr() as usize - part.as_ptr() as usize);
    part.split_whitespace().map(|token| (place(token), place(token) + token.len())).collect()
}

/// A number cut before each group: "415-", "555-", "0123".
fn groups(script: &str, number: &Written) -> Vec<Said> {
    let text = &script[number.start..number.end];
    let mut cuts = vec![];
    let mut inside = false;
    for (at, byte) in text.bytes().enumerate() {
        if byte.is_ascii_digit() && !inside {
            cuts.push(at);
        }
        inside = byte.is_ascii_digit();
    }
    // What opens the number belongs to its first group.
    if let Some(first) = cuts.first_mut() {
        *first = 0;
    }
    let ends = cuts.iter().skip(1).copied().chain([text.len()]);
    let last = cuts.len().saturating_sub(1);
    cuts.iter()
        .zip(ends)
        .enumerate()
        .map(|(n, (start, end))| {
            let group = &text[*start..end];
            let digits = group.bytes().filter(u8::is_ascii_digit).count() as f64;
            let breath = if n < last { BREATH } else { 0.0 };
            let end = number.start + start + group.trim_end().len();
            Said { start: number.start + start, end, from: 0.0, to: digits / 2.0 + breath, number: true }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::timing::measure;
    use proptest::prelude::*;

    const SELLERS: Option<&str> = Some("+14155550123");

    fn said(script: &str) -> Vec<(&str, f64)> {
        prompter(script, Pace::default(), SELLERS)
            .iter()
            .map(|said| (&script[said.start..said.end], (said.to - said.from) * 130.0 / 60.0))
            .collect()
    }

    #[test]
    fn the_number_is_slow_and_a_sentence_ends_with_a_breath() {
        let words = said("Hi Dana. I'm Ann, 415-555-0123, on $144,000. Bye");
        let texts: Vec<&str> = words.iter().map(|(text, _)| *text).collect();
        assert_eq!(texts, ["Hi", "Dana.", "I'm", "Ann,", "415-", "555-", "0123,", "on", "$144,000.", "Bye"]);
        let near = |n: usize, words_long: f64| assert!((words[n].1 - words_long).abs() < 1e-9, "{:?}", words[n]);
        let pause = 0.48 * 130.0 / 60.0;
        near(0, 1.0);
        near(1, 1.0 + pause);
        near(4, (1.5 + 0.4) * 130.0 / 60.0);
        near(6, 2.0 * 130.0 / 60.0);
        near(8, 5.0 + pause);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(said("").is_empty() && said("  \n ").is_empty());
        assert_eq!(said("(415) 555 0123").iter().map(|(text, _)| *text).collect::<Vec<_>>(), ["(415)", "555", "0123"]);
    }

    fn whole(script: &str) {
        let words = prompter(script, Pace::default(), SELLERS);
        let seconds = measure(script, Pace::default(), SELLERS).seconds;
        let end = words.last().map_or(0.0, |last| last.to);
        assert!((end - seconds).abs() < 1e-6 || words.is_empty(), "{script}: {end} {seconds}");
        let mut at = 0;
        for word in &words {
            assert!(script[at..word.start].trim().is_empty(), "{script}: something is left out before {word:?}");
            at = word.end;
        }
        assert!(script[at..].trim().is_empty(), "{script}: something is left out at the end");
    }

    #[test]
    fn every_starter_is_whole() {
        for starter in crate::draft::template::SHELF {
            whole(starter.template);
        }
    }

    proptest! {
        #[test]
        fn the_words_are_the_script_and_fill_its_seconds(script in "([a-z]{1,6}[,.!?]? |\\(?415\\)?[- ]555-0123[.,]? |[$]?[0-9]{1,7} |… |é. |[.] ){0,20}") {
            whole(&script);
        }
    }
}
