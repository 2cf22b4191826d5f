//! Days on the calendar, and dates and times as they are shown.
//!
//! jiff does all of this with spans and patterns of every kind. What the popup needs of it is little, and jiff's own would be a tenth of the wasm.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::Offset,
};

const DAY: i64 = 86_400;
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
pub(crate) const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// `2026-11-23`.
pub fn day(text: &str) -> Option<Date> {
    super::written::day(text)
}

/// 11 of "Nov", "nov" and "November": the first three letters tell.
pub fn month(name: &str) -> Option<i8> {
    let known = |month: &&str| name.get(..3).is_some_and(|start| month.get(..3).is_some_and(|month| month.eq_ignore_ascii_case(start)));
    (1..).zip(&MONTHS).find(|(_, month)| known(month)).map(|(n, _)| n)
}

/// The day so many days later, or earlier; none beyond the years that there are.
pub fn days_later(day: Date, days: i64) -> Option<Date> {
    let second = second(day)?.checked_add(days.checked_mul(DAY)?)?;
    Some(Offset::UTC.to_datetime(Timestamp::from_second(second).ok()?).date())
}

/// Whole days from one to the other on the calendar, not spans of 24 hours.
pub fn days_between(from: Date, to: Date) -> Option<i64> {
    Some((second(to)? - second(from)?) / DAY)
}

fn second(day: Date) -> Option<i64> {
    Some(Offset::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok()?.as_second())
}

/// A time in strftime's pattern, of which this knows `%Y %m %d %H %M %S`, `%-d` without its zero, and `%a %A %b %B` in English.
pub fn shown(at: DateTime, pattern: &str) -> String {
    let mut out = String::new();
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        if letter != '%' {
            out.push(letter);
            continue;
        }
        match letters.next().unwrap_or_default() {
            'Y' => digits(&mut out, i32::from(at.year()), 4),
            'm' => digits(&mut out, at.month().into(), 2),
            'd' => digits(&mut out, at.day().into(), 2),
            'H' => digits(&mut out, at.hour().into(), 2),
            'M' => digits(&mut out, at.minute().into(), 2),
            'S' => digits(&mut out, at.second().into(), 2),
            name @ ('a' | 'A') => push(&mut out, &WEEKDAYS, at.weekday().to_monday_zero_offset(), name == 'a'),
            name @ ('b' | 'B') => push(&mut out, &MONTHS, at.month() - 1, name == 'b'),
            _ => {
                letters.next();
                digits(&mut out, at.day().into(), 1);
            }
        }
    }
    out
}

fn digits(out: &mut String, number: i32, least: usize) {
    let text = number.to_string();
    out.extend(std::iter::repeat_n('0', least.saturating_sub(text.len())));
    out.push_str(&text);
}

fn push(out: &mut String, names: &[&str], at: i8, short: bool) {
    let name = usize::try_from(at).ok().and_then(|at| names.get(at)).copied().unwrap_or_default();
    out.push_str(if short { name.get(..3).unwrap_or(name) } else { name });
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::{ToSpan, civil};

    use super::*;

    #[test]
    fn days_are_counted_as_jiff_counts_them() {
        for start in [civil::date(2024, 2, 28), civil::date(2026, 12, 31), civil::date(1969, 12, 31), civil::date(1, 1, 1)] {
            for days in [-3660, -1, 0, 1, 2, 31, 366, 3660_i64] {
                let later = days_later(start, days).unwrap();
                assert_eq!(later, start.checked_add(days.days()).unwrap(), "{start} {days}");
                assert_eq!(days_between(start, later), Some(days));
            }
        }
        assert_eq!(days_later(civil::date(9999, 12, 30), 30), None);
        assert_eq!(days_later(civil::date(2026, 1, 1), i64::MAX), None);
    }

    #[test]
    fn a_time_is_shown_as_strftime_shows_it() {
        for month in 1..=12 {
            for day in [1, 9, 23] {
                let at = civil::date(2026, month, day).at(7, 5, 9, 0);
                for pattern in ["%Y-%m-%d %H:%M", "%Y%m%dT%H%M%SZ", "%a %-d %b", "%A at %H:%M", "%B %Y", "%-d %b, %H:%M", "–%d"] {
                    assert_eq!(shown(at, pattern), at.strftime(pattern).to_string());
                }
            }
        }
    }
}
