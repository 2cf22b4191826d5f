//! An unfilled slot, read aloud, ends every illusion that this message is for them (A79).
//!
//! Read as: words in square, curly or angle brackets, whatever they say, but for stage directions ("[pause]"); empty brackets and
//! blanks (`___`); the marks of mailing programs (`%NAME%`, `${name}`, `*|NAME|*`, `«Name»`); a slot's name in round brackets or in
//! capitals ("(your name)", "FIRST NAME", "INSERT"); and `XXX`, `TBD`, `N/A`.

use super::{Hit, Level, Lint, Script};

pub(super) const LINT: Lint = Lint { id: "placeholder", level: Level::Hard, seeds: &["002"], look };

fn look(script: &Script<'_>) -> Vec<Hit> {
    spans(script.text)
        .into_iter()
        .map(|span| {
            Hit::new(
                span,
                "This slot was never filled; it would be read aloud as it stands.",
                "Fill it with the fact, or leave the sentence out.",
            )
        })
        .collect()
}

/// Whether text holds an unfilled slot.
pub(super) fn any(text: &str) -> bool {
    !spans(text).is_empty()
}

const PAIRS: [(char, char); 8] = [('[', ']'), ('{', '}'), ('<', '>'), ('«', '»'), ('【', '】'), ('［', '］'), ('｛', '｝'), ('＜', '＞')];
const LONGEST: usize = 60;

fn spans(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut free = 0;
    for (start, c) in text.char_indices() {
        if start < free {
            continue;
        }
        let rest = &text[start..];
        let end = match c {
            '(' => slot_in_round_brackets(rest),
            '$' if rest.starts_with("${") => None,
            '*' if rest.starts_with("*|") => rest[2..].find("|*").filter(|n| *n <= LONGEST).map(|n| n + 4),
            '%' => between_percents(rest),
            '_' => blanks(rest),
            _ => PAIRS.iter().find(|(open, _)| *open == c).and_then(|pair| bracketed(rest, *pair)),
        };
        let end = end.or_else(|| {
            let word_starts = text[..start].chars().next_back().is_none_or(|p| !p.is_alphanumeric());
            if word_starts { capital_slot(rest) } else { None }
        });
        if let Some(length) = end {
            found.push((start, start + length));
            free = start + length;
        }
    }
    found
}

fn bracketed(rest: &str, (open, close): (char, char)) -> Option<usize> {
    let inner = &rest[open.len_utf8()..];
    let mut length = 0;
    for (n, (at, c)) in inner.char_indices().enumerate() {
        if c == close {
            length = at;
            break;
        }
        if c == '\n' || n > LONGEST {
            return None;
        }
        length = usize::MAX;
    }
    if length == usize::MAX {
        return None;
    }
    let said = &inner[..length];
    if !inner[length..].starts_with(close) {
        return None;
    }
    let whole = open.len_utf8() + length + close.len_utf8();
    let doubled = rest[whole..].starts_with(close);
    let whole = if doubled { whole + close.len_utf8() } else { whole };
    let is_slot = match open {
        // An arrow or a comparison stands alone: "a < b and c > d".
        '<' | '＜' => said.starts_with(|c: char| c.is_alphabetic() || matches!(c, '/' | '!' | '_' | '<' | '{')),
        '«' => said.contains('_') || is_slot_name(said),
        _ => {
            !is_stage_direction(said) && (said.trim().is_empty() || said.chars().any(|c| c.is_alphabetic() || matches!(c, '_' | '.' | '…')))
        }
    };
    is_slot.then_some(whole)
}

fn is_stage_direction(said: &str) -> bool {
    let word = said.trim().to_lowercase();
    let word = word.split([' ', ',', ':']).next().unwrap_or("");
    matches!(word, "pause" | "smile" | "breathe" | "breath" | "beat" | "wait" | "laugh" | "slow" | "slowly" | "beep" | "silence" | "sic")
}

fn slot_in_round_brackets(rest: &str) -> Option<usize> {
    let close = rest.char_indices().take(LONGEST).find(|(_, c)| *c == ')')?.0;
    is_slot_name(rest.get(1..close)?).then_some(close + 1)
}

fn is_slot_name(said: &str) -> bool {
    let lower = said.trim().to_lowercase().replace(['_', '-'], " ");
    let name = ["insert ", "your ", "their ", "prospect ", "prospect's ", "client ", "customer ", "my ", "the "]
        .iter()
        .find_map(|start| lower.strip_prefix(start))
        .unwrap_or(&lower);
    lower.starts_with("insert ")
        || matches!(
            name,
            "name"
                | "first name"
                | "last name"
                | "full name"
                | "firstname"
                | "lastname"
                | "company"
                | "company name"
                | "organization"
                | "title"
                | "job title"
                | "phone"
                | "phone number"
                | "number"
                | "telephone"
                | "product"
                | "product name"
                | "industry"
                | "city"
                | "date"
                | "time"
                | "referrer"
                | "referral"
                | "reason"
                | "benefit"
                | "hook"
                | "event"
                | "fname"
                | "lname"
        ) && lower != "the number"
}

fn between_percents(rest: &str) -> Option<usize> {
    let close = rest[1..].char_indices().take(LONGEST).find(|(_, c)| *c == '%')?.0;
    let said = &rest[1..1 + close];
    let name = said.starts_with(|c: char| c.is_ascii_alphabetic()) && said.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    name.then_some(close + 2)
}

fn blanks(rest: &str) -> Option<usize> {
    let length = rest.bytes().take_while(|b| *b == b'_').count();
    (length >= 2).then_some(length)
}

/// `XXX-XXX-XXXX`, `TBD`, `INSERT NAME`, `FIRST NAME`, `YOUR COMPANY`.
fn capital_slot(rest: &str) -> Option<usize> {
    let word = |from: usize| {
        let text = &rest[from..];
        &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())]
    };
    let first = word(0);
    if first.len() >= 2
        && first.bytes().all(|b| matches!(b, b'X' | b'x'))
        && (first.len() >= 3 || rest[2..].starts_with(['-', '%']))
        && first != "XXL"
    {
        let length = rest.find(|c: char| !matches!(c, 'X' | 'x' | '-' | '%')).unwrap_or(rest.len());
        return Some(length);
    }
    let second =
        rest.get(first.len() + 1..).filter(|_| rest[first.len()..].starts_with([' ', '_'])).map(|_| word(first.len() + 1)).unwrap_or("");
    let both = if second.is_empty() { first.len() } else { first.len() + 1 + second.len() };
    match (first, second) {
        ("TBD" | "TODO" | "TBA" | "FNAME" | "LNAME" | "FIRSTNAME" | "LASTNAME", _) => Some(first.len()),
        ("INSERT", _) if !second.is_empty() && second.chars().all(char::is_uppercase) => Some(both),
        ("FIRST" | "LAST" | "COMPANY" | "YOUR" | "PROSPECT" | "CONTACT", "NAME" | "COMPANY" | "NUMBER" | "TITLE" | "PRODUCT") => Some(both),
        ("N", "A") if rest.starts_with("N/A") => Some(3),
        _ if rest.starts_with("N/A") => Some(3),
        ("undefined" | "NaN", _) => Some(first.len()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unfilled_slots_are_found() {
        for script in [
            "Hi [First Name], this is Ann.",
            "Hi {name}, this is Ann.",
            "Hi {{ first_name }}, this is Ann.",
            "I'm with <company>.",
            "Hi %FIRSTNAME%, it's Ann.",
            "Hi ${name}!",
            "Hi *|FNAME|*!",
            "Hi «First_Name»!",
            "Hi (your name), hello",
            "Hi (insert name here), hello",
            "Call XXX-XXX-XXXX.",
            "We save XX% a year.",
            "Hi ____, hello.",
            "Hi [ ], hello.",
            "Hi FIRST NAME, hello.",
            "Call me at TBD.",
            "Hi undefined, hello.",
            "Hi [Prospect’s name – check!], hello.",
            "<b>Hello</b>",
        ] {
            assert!(any(script), "{script}");
        }
    }

    #[test]
    fn speech_is_not_a_slot() {
        for script in [
            "Hi Dana (it's Ann), call me.",
            "a < b and c > d",
            "We saved 10% and 20% twice.",
            "[pause] My number is 415-555-0123.",
            "I love it <3",
            "Ann’s «quiet factory» talk",
            "The number (415) 555-0123.",
            "Sizes up to XXL",
            "See note [1] there",
            "Your name came up",
            "",
            "[",
            "<",
            "{é",
        ] {
            assert!(!any(script), "{script}");
        }
    }

    #[test]
    fn a_span_covers_the_slot() {
        let script = "Hé [First Name] {x}";
        let texts: Vec<&str> = spans(script).into_iter().map(|(s, e)| &script[s..e]).collect();
        assert_eq!(texts, ["[First Name]", "{x}"]);
    }
}
