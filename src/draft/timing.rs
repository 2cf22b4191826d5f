//! How long a script takes to say. Holds exactly: "Spoken time" of the rules.
//!
//! `seconds = 60 * words / wpm + 0.48 * sentence ends + sum over each telephone number of (digits / 2 + 0.4 * (groups - 1))`

use serde::Serialize;

use super::{
    spoken,
    telephone::{self, Written},
};
use crate::situation::Pace;

/// The target of a cold message (seed 004).
pub const TARGET_SECONDS: f64 = 30.0;
/// The most any message may take (seed 003).
pub const LIMIT_SECONDS: f64 = 45.0;
/// The pause at a sentence's end.
pub const PAUSE_SECONDS: f64 = 0.48;

#[derive(Debug, Clone, PartialEq)]
pub struct Timing {
    pub seconds: f64,
    /// Words as said; the telephone numbers' own are not among them.
    pub words: usize,
    pub sentence_ends: usize,
    pub numbers: Vec<Written>,
}

/// `sellers` is the seller's number in E.164, so that it is known in any written grouping.
pub fn measure(script: &str, pace: Pace, sellers: Option<&str>) -> Timing {
    let numbers = telephone::find(script, sellers);
    let words = words_said(script, &numbers);
    let sentence_ends = sentence_ends(script).into_iter().filter(|end| !numbers.iter().any(|n| (n.start..n.end).contains(end))).count();
    let spoken: f64 = numbers.iter().map(Written::seconds).sum();
    let seconds = 60.0 * words as f64 / pace.words_a_minute() + PAUSE_SECONDS * sentence_ends as f64 + spoken;
    Timing { seconds, words, sentence_ends, numbers }
}

fn words_said(script: &str, numbers: &[Written]) -> usize {
    let mut tokens: Vec<&str> = Vec::new();
    let mut from = 0;
    for number in numbers {
        tokens.extend(script[from..number.start].split_whitespace());
        from = number.end;
    }
    tokens.extend(script[from..].split_whitespace());
    (0..tokens.len()).map(|at| spoken::words(&tokens, at)).sum()
}

/// The byte of the first mark of each sentence end: a run of `.`, `!` or `?` before white space or the end, but not after
/// an abbreviation or a single initial. Read as: the abbreviations are written so, capital first ("No. 5", but "I said no.");
/// an initial is one capital with no letter or digit beside it, so `U.S.` ends nothing, and `5 p.m.` does: no list names it.
pub fn sentence_ends(script: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    while let Some(found) = script[at..].find(['.', '!', '?']) {
        let start = at + found;
        let run = script[start..].bytes().take_while(|b| matches!(b, b'.' | b'!' | b'?')).count();
        at = start + run;
        let ends_here = script[at..].chars().next().is_none_or(char::is_whitespace);
        if ends_here && !(script[start..at] == *"." && is_abbreviation(&script[..start])) {
            ends.push(start);
        }
    }
    ends
}

fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let mut letters = word.chars();
    matches!(word, "Dr" | "Mr" | "Mrs" | "Ms" | "St" | "Inc" | "Ltd" | "Co" | "No")
        || letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// One sentence of a script and what it costs: the bar under the editor.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Price {
    /// Bytes into the script.
    pub start: usize,
    pub end: usize,
    pub words_seconds: f64,
    pub pause_seconds: f64,
    pub number_seconds: f64,
}

/// The script's sentences in order; their prices add up to the script's seconds.
pub fn prices(script: &str, pace: Pace, sellers: Option<&str>) -> Vec<Price> {
    let numbers = telephone::find(script, sellers);
    let inside = |at: usize| numbers.iter().any(|n| (n.start..n.end).contains(&at));
    let mut cuts: Vec<usize> = sentence_ends(script).into_iter().filter(|end| !inside(*end)).collect();
    let ends = cuts.len();
    if script.get(cuts.last().copied().unwrap_or(0)..).is_some_and(|rest| rest.chars().any(char::is_alphanumeric)) {
        cuts.push(script.len());
    }
    let mut from = 0;
    let mut priced = Vec::new();
    for (n, cut) in cuts.iter().enumerate() {
        let end = cut + script[*cut..].bytes().take_while(|b| matches!(b, b'.' | b'!' | b'?')).count();
        let start = end.min(from + script[from..end].len() - script[from..end].trim_start().len());
        let part = measure(&script[start..end], pace, sellers);
        let number_seconds = part.numbers.iter().map(Written::seconds).sum();
        let words_seconds = 60.0 * part.words as f64 / pace.words_a_minute();
        priced.push(Price { start, end, words_seconds, pause_seconds: if n < ends { PAUSE_SECONDS } else { 0.0 }, number_seconds });
        from = end;
    }
    priced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(script: &str) -> usize {
        sentence_ends(script).len()
    }

    #[test]
    fn the_formula_holds() {
        let script = "Hi Dana, this is Ann Lee with Northwind, 415-555-0123. We save plants $144,000 a year. Call me at 415-555-0123.";
        let timing = measure(script, Pace::default(), Some("+14155550123"));
        assert_eq!((timing.words, timing.sentence_ends, timing.numbers.len()), (21, 3, 2));
        assert!((timing.seconds - (60.0 * 21.0 / 130.0 + 3.0 * 0.48 + 2.0 * 5.8)).abs() < 1e-9);
        assert_eq!(measure("", Pace::default(), None).seconds, 0.0);
    }

    #[test]
    fn a_sentence_ends_before_white_space_only() {
        for (script, count) in [
            ("Hi. Bye!", 2),
            ("Really?! Yes...", 2),
            ("Dr. Peña and Mr. Fox met Ms. Hart of Acme Inc. at No. 5 St. James", 0),
            ("I said no. Then yes.", 2),
            ("J. R. Smith called", 0),
            ("at 5 p.m. today", 1),
            ("at 5 P.M. today, in the U.S. alone", 0),
            ("Plan B. Then C.", 0),
            ("Well... yes", 1),
            ("No. 5 of St. Ives Ltd. and Co. said no.", 1),
            ("Hi Prof. Hart", 1),
            ("Wait!! What?! Go.", 3),
            ("He said \"stop.\" Then he left.", 1),
            ("See acme.com for 3.5 reasons", 0),
            ("Marco. Polo", 1),
            ("Call 415.555.0123.", 1),
            ("What? ", 1),
            ("(Really?) yes", 0),
        ] {
            assert_eq!(ends(script), count, "{script}");
        }
    }

    #[test]
    fn prices_add_up() {
        for script in ["Hi Dana. I am Ann, 415-555-0123. Call me", "One. Two. 415-555-0123.", "", "  ...  ", "No end", "415-555-0123"] {
            let whole = measure(script, Pace::default(), None).seconds;
            let parts: f64 =
                prices(script, Pace::default(), None).iter().map(|p| p.words_seconds + p.pause_seconds + p.number_seconds).sum();
            assert!((whole - parts).abs() < 1e-9, "{script}: {whole} {parts}");
        }
    }
}
