//! Dates in running text, in the ways pages write them.

use crate::page::phone::fold;

/// A calendar day; month and day are 0 where the page gives only a year or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// `YYYY-MM-DD`, also with a time behind it.
    pub fn parse(text: &str) -> Option<Self> {
        let date = text.get(..10)?;
        let mut parts = date.split('-');
        let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Self::new(year, month, day)
    }

    fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let longest = match month {
            2 => 28 + u8::from(year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        ((1990..=2100).contains(&year) && month <= 12 && day <= longest).then_some(Self { year, month, day })
    }

    /// `YYYY-MM-DD`, where the page gives the whole day.
    pub(super) fn written(self) -> Option<String> {
        (self.day > 0).then(|| format!("{:04}-{:02}-{:02}", self.year, self.month, self.day))
    }

    /// For comparing and for ages; what the page leaves open counts as its end.
    pub(super) fn days(self) -> i64 {
        let month = if self.month == 0 { 12 } else { i64::from(self.month) };
        let day = if self.day == 0 { 28 } else { i64::from(self.day) };
        i64::from(self.year) * 365 + i64::from(self.year) / 4 + (month - 1) * 30 + (month + 6) * 7 / 12 + day
    }
}

/// Every date of a line with the byte it starts at, in order. A bare year is none.
pub(super) fn in_text(text: &str) -> Vec<(usize, Day)> {
    let tokens = tokens(text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() && out.len() < 50 {
        match date_at(&tokens, at) {
            Some((day, taken)) => {
                out.extend(tokens.get(at).map(|token| (token.start, day)));
                at += taken;
            }
            None => at += 1,
        }
    }
    out
}

struct Token<'a> {
    text: &'a str,
    start: usize,
    /// The sign right behind it.
    next: char,
}

const MOST_TOKENS: usize = 4_000;

fn tokens(text: &str) -> Vec<Token<'_>> {
    // No date without its year.
    if !text
        .as_bytes()
        .windows(4)
        .any(|year| matches!(year, [b'1', b'9', ..] | [b'2', b'0' | b'1', ..]) && year.iter().all(u8::is_ascii_digit))
    {
        return Vec::new();
    }
    let mut out: Vec<Token<'_>> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            out.push(Token { text: text.get(from..at).unwrap_or_default(), start: from, next: c });
            if out.len() >= MOST_TOKENS {
                break;
            }
        }
    }
    out
}

fn date_at(tokens: &[Token<'_>], at: usize) -> Option<(Day, usize)> {
    let token = |offset: usize| tokens.get(at + offset);
    let number = |offset: usize| token(offset).and_then(|token| digits(token.text));
    let year = |offset: usize| {
        token(offset)
            .filter(|token| token.text.len() == 4)
            .and_then(|token| token.text.parse::<u16>().ok())
            .filter(|year| (1990..=2100).contains(year))
    };
    let first = token(0)?;
    // 2026-05-01, 2026/5/1, 2026.05.01 (also 2026-05-01T…)
    if let (Some(year), Some(month)) = (year(0), number(1))
        && matches!(first.next, '-' | '/' | '.')
        && token(1).is_some_and(|token| token.next == first.next)
    {
        let day = token(2).and_then(|token| digits(token.text.get(..2).filter(|_| token.text.contains(['T', 't'])).unwrap_or(token.text)));
        if let Some(day) = day.filter(|day| *day > 0) {
            return Day::new(year, month, day).filter(|_| month > 0).map(|day| (day, 3));
        }
    }
    // 01.05.2026, 1/5/2026: with full stops the day is first; with slashes only where one cannot be a month.
    if let (Some(a), Some(b), Some(year)) = (number(0), number(1), year(2))
        && matches!(first.next, '.' | '/' | '-')
        && token(1).is_some_and(|token| token.next == first.next)
        && a > 0
        && b > 0
    {
        let day = match (first.next, a > 12, b > 12) {
            ('.', _, false) | (_, true, false) => Day::new(year, b, a),
            (_, false, true) => Day::new(year, a, b),
            (_, false, false) if a == b => Day::new(year, a, b),
            // Which is the month stays open.
            _ => None,
        };
        return day.map(|day| (day, 3));
    }
    // May 1, 2026; May 1st 2026; May 2026
    if let Some(month) = month(first.text) {
        if let (Some(day), Some(year)) = (number(1), year(2)) {
            return Day::new(year, month, day).filter(|_| day > 0).map(|day| (day, 3));
        }
        return year(1).and_then(|year| Day::new(year, month, 0)).map(|day| (day, 2));
    }
    // 1 May 2026, 1. Mai 2026, 1er mai 2026, 1 de mayo de 2026, 1st of May, 2026
    let day = number(0).filter(|day| (1..=31).contains(day))?;
    let mut next = 1;
    while next < 3 && token(next).is_some_and(|token| matches!(token.text, "de" | "of")) {
        next += 1;
    }
    let month = month(token(next)?.text)?;
    next += 1;
    while next < 5 && token(next).is_some_and(|token| matches!(token.text, "de" | "del")) {
        next += 1;
    }
    Day::new(year(next)?, month, day).map(|day| (day, next + 1))
}

/// A month, a weekday or a mark of the hour: a word that dates are made of.
pub(super) fn is_part(word: &str) -> bool {
    const OTHERS: [&str; 24] = [
        "am",
        "pm",
        "cst",
        "est",
        "pst",
        "gmt",
        "utc",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "st",
        "th",
        "uhr",
    ];
    OTHERS.contains(&word) || month(word).is_some() || word.bytes().next().is_some_and(|b| b.is_ascii_digit())
}

/// "1", "01", "1st", "1er".
fn digits(text: &str) -> Option<u8> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let tail = text.get(end..)?;
    ((1..=2).contains(&end) && matches!(tail, "" | "st" | "nd" | "rd" | "th" | "er" | "º")).then(|| text.get(..end)?.parse().ok()).flatten()
}

fn month(word: &str) -> Option<u8> {
    if !word.chars().next().is_some_and(char::is_alphabetic) {
        return None;
    }
    let folded = fold(word);
    MONTHS.iter().position(|names| names.contains(&folded.as_str())).map(|at| at as u8 + 1)
}

/// English, German, French, Spanish, Italian, Dutch and Portuguese names and abbreviations, folded.
#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "janner", "janvier", "janv", "enero", "ene", "gennaio", "januari", "janeiro"],
    &["february", "feb", "februar", "fevrier", "fevr", "febrero", "febbraio", "februari", "fevereiro"],
    &["march", "mar", "marz", "mrz", "mars", "marzo", "maart", "marco"],
    &["april", "apr", "avril", "avr", "abril", "abr", "aprile"],
    &["may", "mai", "mayo", "maggio", "mei", "maio"],
    &["june", "jun", "juni", "juin", "junio", "giugno", "junho"],
    &["july", "jul", "juli", "juillet", "juil", "julio", "luglio", "julho"],
    &["august", "aug", "aout", "agosto", "ago", "augustus"],
    &["september", "sep", "sept", "septembre", "septiembre", "settembre", "setembro"],
    &["october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "outubro"],
    &["november", "nov", "novembre", "noviembre", "novembro"],
    &["december", "dec", "dezember", "dez", "decembre", "diciembre", "dic", "dicembre", "dezembro"],
];

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Option<String> {
        in_text(text).first().and_then(|(_, day)| day.written())
    }

    #[test]
    fn every_way_of_writing_a_day() {
        for text in [
            "2026-05-01",
            "2026-05-01T10:00:00Z",
            "May 1, 2026",
            "May 1st 2026",
            "1 May 2026",
            "1st of May, 2026",
            "am 1. Mai 2026",
            "1er mai 2026",
            "1 de mayo de 2026",
            "01.05.2026",
            "2026/5/1",
        ] {
            assert_eq!(one(text).as_deref(), Some("2026-05-01"), "{text}");
        }
        assert_eq!(one("12/25/2026").as_deref(), Some("2026-12-25"));
        assert_eq!(one("25/12/2026").as_deref(), Some("2026-12-25"));
    }

    #[test]
    fn what_stays_open_is_not_guessed() {
        for text in ["5/6/2026", "May 2026", "in 2026", "31 February 2026", "call 312-555-0100", ""] {
            assert_eq!(one(text), None, "{text}");
        }
        assert_eq!(in_text("since May 2026").len(), 1);
    }

    #[test]
    fn ages_are_in_days() {
        let days = |text: &str| Day::parse(text).map(|day| day.days()).unwrap_or(0);
        assert!((days("2026-11-22") - days("2025-05-22") - 549).abs() <= 4);
        assert!(days("2026-03-01") > days("2026-02-28"));
    }
}
