//! Where a town's name begins and ends among the words around it.

use std::ops::Range;

use crate::page::place::words::Word;

/// The words between the comma before `end` and `end`.
pub(super) fn segment_before(words: &[Word<'_>], end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1)?;
    let mut start = last;
    while start > 0 && !words.get(start)?.begins && last - start < 12 {
        start -= 1;
    }
    Some(start..end)
}

/// A segment without its postcode and house numbers, where what is left is written like a town.
pub(super) fn clean_town(words: &[Word<'_>], segment: &Range<usize>) -> Option<Range<usize>> {
    let mut town = segment.clone();
    while town.start < town.end && words.get(town.start)?.has_digit() {
        town.start += 1;
    }
    while town.start < town.end && words.get(town.end - 1)?.has_digit() {
        town.end -= 1;
    }
    let part = words.get(town.clone())?;
    let fits = !part.is_empty()
        && part.len() <= 4
        && part.iter().all(|word| !word.has_digit() && (word.is_capital() || word.links() || !word.text.is_ascii()))
        && !part.iter().any(Word::is_street)
        && part.first()?.text.len() > 1;
    fits.then_some(town)
}

/// The town right before a word: capitals back to a comma, a street or a digit. `close`: also where no comma parts it from a street.
pub(super) fn town_before(words: &[Word<'_>], end: usize, close: bool) -> Option<Range<usize>> {
    let mut start = end;
    while start > 0 {
        let Some(word) = words.get(start - 1) else { break };
        if word.ends && start != end || end - start >= 4 || word.has_digit() {
            break;
        }
        let saint = matches!(word.text, "St" | "Ste" | "Mt" | "Ft") && word.stop | word.begins && start != end;
        let compass = matches!(word.text, "North" | "South" | "East" | "West");
        if word.is_street() && !saint && !compass || is_street_for_short(words, start - 1) && start != end {
            break;
        }
        if !(word.is_capital() || word.links() && start != end) {
            break;
        }
        start -= 1;
        if word.begins {
            break;
        }
    }
    while start < end && words.get(start).is_some_and(|word| word.links() && !word.is_capital()) {
        start += 1;
    }
    let prose = start.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| !word.is_capital() && !word.has_digit());
    let parted = start < end && (words.get(start)?.begins || close || prose);
    parted.then_some(start..end)
}

/// "4500 W Broad St Richmond", but not "East St Louis": behind a house number and a name it is a street.
fn is_street_for_short(words: &[Word<'_>], at: usize) -> bool {
    let Some(word) = words.get(at).filter(|word| word.text == "St" && !word.begins) else { return false };
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let part_of_town = ["East", "West", "Port", "Bay", "Fort", "Sault", "Mont"];
    let numbered = words.get(at.saturating_sub(4)..at).is_some_and(|front| front.iter().any(Word::has_digit));
    numbered
        && !word.ends
        && before.is_some_and(|before| (before.is_capital() || before.has_digit()) && !part_of_town.contains(&before.text))
}

/// The town right after a code: capitals up to a comma or a digit.
pub(super) fn town_after(words: &[Word<'_>], start: usize) -> Option<Range<usize>> {
    let mut end = start;
    while let Some(word) = words.get(end) {
        let foreign = !word.text.is_ascii() && word.text.chars().next().is_some_and(char::is_alphabetic);
        let stranger = matches!(
            word.text,
            "Tel"
                | "Telefon"
                | "Phone"
                | "Fax"
                | "Mail"
                | "E-Mail"
                | "Email"
                | "T"
                | "F"
                | "CEDEX"
                | "Cedex"
                | "Tél"
                | "Mobil"
                | "Web"
                | "www"
                | "Telephone"
                | "Tlf"
                | "Via"
                | "Viale"
                | "Piazza"
                | "Corso"
        );
        if word.has_digit() || stranger || end - start >= 4 || !(word.is_capital() || foreign || word.links() && end > start) {
            break;
        }
        end += 1;
        if word.ends {
            break;
        }
    }
    while end > start && words.get(end - 1).is_some_and(|word| word.links() && !word.is_capital()) {
        end -= 1;
    }
    let first = words.get(start)?;
    (end > start && first.text.chars().count() > 1 && !first.is_street()).then_some(start..end)
}

pub(super) fn slice<'a>(line: &'a str, words: &[Word<'_>], range: &Range<usize>) -> &'a str {
    let (Some(first), Some(last)) = (words.get(range.start), range.end.checked_sub(1).and_then(|last| words.get(last))) else { return "" };
    let end = last.span.start + last.text.len();
    line.get(first.span.start..end.max(first.span.start)).unwrap_or_default()
}
