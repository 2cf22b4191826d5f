//! The number at the beginning and again at the end (A65): they write while you speak.
//!
//! Read as: of the script without the white space around it, an occurrence must begin before 40% of the characters, and a later one
//! must end after 75% of them. The seller's number counts in any grouping, in digits or said in words ("four one five …").

use super::{super::telephone, Hit, Level, Lint, Script, phrase::Word};
use crate::fact::present;

pub(super) const LINT: Lint = Lint { id: "number_twice", level: Level::Hard, seeds: &["003"], look };

fn look(script: &Script<'_>) -> Vec<Hit> {
    let (start, end) = script.whole();
    let sellers = script.context.seller_telephone.and_then(present);
    let mut said: Vec<(usize, usize)> =
        script.timing.numbers.iter().filter(|n| sellers.is_none() || n.sellers).map(|n| (n.start, n.end)).collect();
    said.extend(in_words(&script.words, sellers));
    crate::order::by_key(&mut said, |span| *span);
    let (early, late) = placed(script.text, &said, 400, 750);
    let instead = "Say the number in the first sentence and again in the last one.";
    let why = match (early, late) {
        (true, true) => return vec![],
        _ if said.is_empty() && sellers.is_some() => "Your number is never said.",
        _ if said.is_empty() => "No number to call back is said.",
        (true, false) => "The number is not said again at the end.",
        (false, _) => "The number comes too late: they need it at the beginning, with a pen in hand.",
    };
    vec![Hit::new((start, end), why, instead)]
}

/// Whether one begins before so many thousandths of the characters, and whether one after it ends at so many or later. `said` is in order.
pub(super) fn placed(script: &str, said: &[(usize, usize)], begins: usize, ends: usize) -> (bool, bool) {
    let start = script.len() - script.trim_start().len();
    let text = script.trim();
    let before = |byte: usize| text.get(..byte.saturating_sub(start).min(text.len())).map_or(0, |part| part.chars().count());
    let characters = text.chars().count();
    let early = said.iter().position(|(begin, _)| before(*begin) * 1000 < characters * begins);
    let later = early.map_or(said, |first| said.get(first + 1..).unwrap_or_default());
    (early.is_some(), later.iter().any(|(_, finish)| before(*finish) * 1000 >= characters * ends))
}

/// Whether any number of seven digits and more is said in words.
pub(super) fn any_in_words(words: &[Word]) -> bool {
    !in_words(words, None).is_empty()
}

/// Runs of spoken digits that are the seller's number, or, where the seller has none, seven and more of them.
fn in_words(words: &[Word], sellers: Option<&str>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let mut digits = String::new();
        let mut spoken = false;
        let mut end = at;
        while let Some(word) = words.get(end) {
            match digit(&word.text) {
                Some(d) => {
                    spoken = true;
                    digits.push(d);
                }
                None if word.text.len() <= 6 && word.text.bytes().all(|b| b.is_ascii_digit()) => digits.push_str(&word.text),
                None if matches!(word.text.as_str(), "double" | "triple") && words.get(end + 1).and_then(|w| digit(&w.text)).is_some() => {
                    let next = words.get(end + 1).and_then(|w| digit(&w.text)).unwrap_or('0');
                    spoken = true;
                    digits.extend(std::iter::repeat_n(next, if word.text == "double" { 1 } else { 2 }));
                }
                None => break,
            }
            end += 1;
        }
        let is_one = spoken
            && match sellers {
                Some(number) => telephone::find(&digits, Some(number)).iter().any(|n| n.sellers && n.start == 0 && n.end == digits.len()),
                None => (7..=15).contains(&digits.len()),
            };
        if is_one {
            found.push((words[at].start, words[end - 1].end));
        }
        at = end.max(at + 1);
    }
    found
}

fn digit(word: &str) -> Option<char> {
    Some(match word {
        "zero" | "oh" | "o" | "nought" => '0',
        "one" => '1',
        "two" => '2',
        "three" => '3',
        "four" => '4',
        "five" => '5',
        "six" => '6',
        "seven" => '7',
        "eight" => '8',
        "nine" => '9',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    fn passes(script: &str, sellers: Option<&str>) -> bool {
        !lint(script, &Context { seller_telephone: sellers, ..Context::default() }).findings.iter().any(|f| f.rule == "number_twice")
    }

    #[test]
    fn it_must_stand_early_and_late() {
        let own = Some("+14155550123");
        assert!(passes("Ann Lee here, 415-555-0123. Plants like yours lose a day a month to changeovers. Call me: (415) 555 0123.", own));
        assert!(!passes("Ann Lee here, 415-555-0123. Plants like yours lose a day a month to changeovers. Please call me.", own));
        assert!(!passes("Ann Lee here. Plants like yours lose a day a month to changeovers. 415-555-0123, again 415-555-0123.", own));
        assert!(!passes("Ann Lee here, 415-555-0199. Plants like yours lose a day a month. Call me: 415-555-0199.", own));
        assert!(passes("Ann Lee here, 415-555-0199. Plants like yours lose a day a month. Call me: 415-555-0199.", None));
        assert!(!passes("Ann Lee here, 415-555-0123. Call me. Plants like yours lose a day a month to changeovers and to waiting.", own));
        assert!(!passes("", own));
    }

    #[test]
    fn digits_said_in_words_count() {
        let script = "Ann here, four one five, five five five, oh one two three. Your line stops too often. Call four one five, triple five, zero one two three.";
        assert!(passes(script, Some("+14155550123")));
        assert!(passes(script, None));
        assert!(!passes(script, Some("+14155550124")));
    }
}
