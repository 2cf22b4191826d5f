//! A time as somebody writes it afterwards: "yesterday 16:10", "mon 9:30", "20 nov 14:05", "16:10", "now".

use aftertone::moment::calendar::{self, days_later};
use jiff::{Timestamp, Zoned, civil};

use super::say::say;

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The instant that is meant, never after now: a touch was. None where it can't be told.
pub(crate) fn dated(text: &str, now: &Zoned) -> Option<Timestamp> {
    let text = text.trim().to_lowercase();
    if text.is_empty() || text == "now" || text == say("now") {
        return Some(now.timestamp());
    }
    let words: Vec<&str> = text.split([' ', ',', 't']).filter(|word| !word.is_empty()).collect();
    // Split at the T of an ISO date, "tue" and "oct" fall apart: only a date with hyphens is split there.
    let words: Vec<&str> = if text.contains('-') { words } else { text.split([' ', ',']).filter(|word| !word.is_empty()).collect() };
    let (last, day) = words.split_last()?;
    let (time, day) = match clock(last) {
        Some(time) => (time, day),
        None => (now.time().round(jiff::Unit::Minute).ok()?, words.as_slice()),
    };
    let date = match day {
        [] => now.date(),
        [said] if *said == "today" || *said == say("today") => now.date(),
        [said] if *said == "yesterday" || *said == say("yesterday") => now.date().yesterday().ok()?,
        [name] => match DAYS.iter().position(|day| name.starts_with(day)) {
            // The last one before today.
            Some(at) => {
                (1..=7).filter_map(|ago| days_later(now.date(), -ago)).find(|date| date.weekday().to_monday_zero_offset() as usize == at)?
            }
            None => calendar::day(name)?,
        },
        [number, "days", "ago"] | [number, "day", "ago"] => {
            days_later(now.date(), -number.parse::<i64>().ok().filter(|days| (0..=3660).contains(days))?)?
        }
        [a, b, rest @ ..] => {
            let (number, name) = if a.starts_with(|c: char| c.is_ascii_digit()) { (a, b) } else { (b, a) };
            let month = calendar::month(name)?;
            let number: i8 = number.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
            let year = match rest {
                [] => None,
                [year] => Some(year.parse().ok()?),
                _ => return None,
            };
            let of = |year: i16| civil::Date::new(year, month, number).ok();
            match year {
                Some(year) => of(year)?,
                None => of(now.year()).filter(|date| *date <= now.date()).or_else(|| of(now.year() - 1))?,
            }
        }
    };
    let at = date.to_datetime(time).to_zoned(now.time_zone().clone()).ok()?.timestamp();
    (at <= now.timestamp()).then_some(at)
}

/// "16:10", "9.30", "4:10pm", "16h10".
fn clock(word: &str) -> Option<civil::Time> {
    let (digits, later) = match (word.strip_suffix("pm"), word.strip_suffix("am")) {
        (Some(digits), _) => (digits, Some(true)),
        (_, Some(digits)) => (digits, Some(false)),
        _ => (word, None),
    };
    let (hour, minute) = match digits.split_once([':', '.', 'h']) {
        Some((hour, minute)) if minute.len() == 2 => (hour.parse::<i8>().ok()?, minute.parse::<i8>().ok()?),
        None if later.is_some() => (digits.parse::<i8>().ok()?, 0),
        _ => return None,
    };
    let hour = match (later, hour) {
        (Some(true), 1..=11) => hour + 12,
        (Some(false), 12) => 0,
        (Some(_), 13..) => return None,
        _ => hour,
    };
    civil::Time::new(hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn times_are_read_as_they_are_said() {
        // A Monday.
        let at: Timestamp = "2026-11-23T14:05:00-06:00".parse().unwrap();
        let now = at.to_zoned(aftertone::moment::Zone::named("America/Chicago").unwrap().tz);
        for (said, meant) in [
            ("yesterday 16:10", "2026-11-22T16:10:00-06:00"),
            ("16:10 ", ""),
            ("9:30", "2026-11-23T09:30:00-06:00"),
            ("fri 4:10pm", "2026-11-20T16:10:00-06:00"),
            ("Monday 9.30", "2026-11-16T09:30:00-06:00"),
            ("tue 11:00", "2026-11-17T11:00:00-06:00"),
            ("3 days ago 08:00", "2026-11-20T08:00:00-06:00"),
            ("20 Nov 14:05", "2026-11-20T14:05:00-06:00"),
            ("Oct 1st 12am", "2026-10-01T00:00:00-05:00"),
            ("24 Dec 10:00", "2025-12-24T10:00:00-06:00"),
            ("24 dec 2024 10:00", "2024-12-24T10:00:00-06:00"),
            ("2026-11-02 10:00", "2026-11-02T10:00:00-06:00"),
            ("2026-11-02T10:00", "2026-11-02T10:00:00-06:00"),
            ("yesterday", "2026-11-22T14:05:00-06:00"),
            ("now", "2026-11-23T14:05:00-06:00"),
            ("", "2026-11-23T14:05:00-06:00"),
            ("tomorrow 10:00", ""),
            ("24 dec 2030 10:00", ""),
            ("25:00", ""),
            ("31 feb 10:00", ""),
            ("99999999999999 days ago", ""),
            ("é é é", ""),
        ] {
            let meant = (!meant.is_empty()).then(|| meant.parse::<Timestamp>().unwrap());
            assert_eq!(dated(said, &now), meant, "{said}");
        }
    }
}
