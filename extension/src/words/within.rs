//! The days and times in what the core says of the log and the clock ("live route tried, 23 Nov, 14:05"), as the user's language writes them.
//! The words about them stay English.

use aftertone::{
    decide::{From, Row},
    moment::calendar,
};
use jiff::civil::{DateTime, date};

use super::date as dates;

/// What speaks for a row's answer. What a page or a person said stays as it was said.
pub(crate) fn evidence(row: &Row, said: &str) -> String {
    if matches!(row.from, Some(From::Log | From::Clock)) { dated(said) } else { said.to_owned() }
}

pub(crate) fn dated(said: &str) -> String {
    let mut out = String::new();
    let mut words = said.split(' ').peekable();
    while let Some(word) = words.next() {
        let day = words.peek().and_then(|next| far(word, bare(next)));
        // The month's own word has been said then, and what stood behind it follows.
        let (said, behind) = match day {
            Some(day) => (Some(day), words.next().unwrap_or_default()),
            None => (time(bare(word)), word),
        };
        match said {
            Some(said) => {
                out.push_str(&said);
                out.push_str(behind.get(bare(behind).len()..).unwrap_or_default());
            }
            None => out.push_str(word),
        }
        if words.peek().is_some() {
            out.push(' ');
        }
    }
    out
}

fn bare(word: &str) -> &str {
    word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric())
}

/// "23" before "Nov". Any leap year has every day, and the year is not shown.
fn far(day: &str, month: &str) -> Option<String> {
    let month = calendar::month(month).filter(|_| month.len() == 3)?;
    Some(dates::far(DateTime::new(2024, month, day.parse().ok()?, 0, 0, 0, 0).ok()?))
}

/// "14:05"
fn time(word: &str) -> Option<String> {
    let (hour, minute) = word.split_once(':').filter(|_| word.len() == 5)?;
    Some(dates::time(date(2024, 1, 1).to_datetime(jiff::civil::Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In tests a date is written as the core writes it, so what is no date must come out as it went in, and what is one too.
    #[test]
    fn words_stay_as_they_are() {
        for said in [
            "live route tried, 23 Nov, 14:05",
            "3 voicemails from 14 Nov to 23 Nov; the last one in May",
            "Rest until 24 Dec: no message after a burst of them.",
            "10:42 in Chicago",
            "",
            " 31 Feb  25:00 é:éé 3 Novembers 12 x 99 Nov ",
        ] {
            assert_eq!(dated(said), said);
        }
    }
}
