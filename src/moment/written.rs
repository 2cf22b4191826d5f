//! An instant as RFC 3339 writes it, and the shorter ways that ISO 8601 allows beside it.
//!
//! jiff reads these too, and with them every message of its own for what it cannot read: 70 KB in the wasm, for one sentence that we say ourselves.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::Offset,
};

/// `2026-11-23T14:05:00-06:00`: seconds, their fraction and the offset's minutes may be missing, the colons too, and a leap second is the one before.
pub(super) fn instant(text: &str) -> Option<(Timestamp, Offset)> {
    let rest = &mut text.as_bytes();
    let date = date(rest)?;
    one_of(rest, b"Tt ").then_some(())?;
    let (hour, minute, second) = clock(rest)?;
    let nanosecond = if one_of(rest, b".,") { fraction(rest)? } else { 0 };
    let offset = if one_of(rest, b"Zz") { Offset::UTC } else { offset(rest)? };
    if !rest.is_empty() {
        return None;
    }
    let civil =
        DateTime::new(date.year(), date.month(), date.day(), narrow(hour)?, narrow(minute)?, narrow(second.min(59))?, nanosecond).ok()?;
    // A minute of sixty-one seconds has a sixtieth, and no more.
    (second <= 60).then_some(())?;
    Some((offset.to_timestamp(civil).ok()?, offset))
}

/// `2026-11-23`.
pub(super) fn day(text: &str) -> Option<Date> {
    let rest = &mut text.as_bytes();
    date(rest).filter(|_| rest.is_empty())
}

fn date(rest: &mut &[u8]) -> Option<Date> {
    let year = number(rest, 4)?;
    one_of(rest, b"-").then_some(())?;
    let month = number(rest, 2)?;
    one_of(rest, b"-").then_some(())?;
    Date::new(i16::try_from(year).ok()?, narrow(month)?, narrow(number(rest, 2)?)?).ok()
}

/// Hours, minutes and seconds, with colons between all or none of them.
fn clock(rest: &mut &[u8]) -> Option<(i32, i32, i32)> {
    let hour = number(rest, 2)?;
    let colons = rest.first() == Some(&b':');
    let mut next = || {
        let more = if colons { one_of(rest, b":") } else { rest.first().is_some_and(u8::is_ascii_digit) };
        if more { number(rest, 2).map(Some) } else { Some(None) }
    };
    let minute = next()?;
    let second = if minute.is_some() { next()? } else { None };
    Some((hour, minute.unwrap_or(0), second.unwrap_or(0)))
}

fn offset(rest: &mut &[u8]) -> Option<Offset> {
    let sign = if one_of(rest, b"+") {
        1
    } else if one_of(rest, b"-") {
        -1
    } else {
        return None;
    };
    let (hours, minutes, seconds) = clock(rest)?;
    if hours > 25 || minutes > 59 || seconds > 59 {
        return None;
    }
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60 + seconds)).ok()
}

/// Nanoseconds of up to nine digits behind the point.
fn fraction(rest: &mut &[u8]) -> Option<i32> {
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let read = number(rest, Some(digits).filter(|digits| (1..=9).contains(digits))?)?;
    Some((digits..9).fold(read, |nanoseconds, _| nanoseconds * 10))
}

/// Exactly so many digits, at most nine.
fn number(rest: &mut &[u8], digits: usize) -> Option<i32> {
    let (read, left) = rest.split_at_checked(digits)?;
    *rest = left;
    read.iter().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i32::from(byte - b'0')))
}

fn one_of(rest: &mut &[u8], bytes: &[u8]) -> bool {
    match rest.split_first() {
        Some((first, left)) if bytes.contains(first) => {
            *rest = left;
            true
        }
        _ => false,
    }
}

fn narrow(number: i32) -> Option<i8> {
    i8::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::fmt::temporal::{Pieces, PiecesOffset};

    use super::*;

    /// jiff's reading of the same.
    fn theirs(text: &str) -> Option<(Timestamp, Offset)> {
        let offset = match Pieces::parse(text).ok()?.offset()? {
            PiecesOffset::Numeric(numeric) => numeric.offset(),
            _ => Offset::UTC,
        };
        Some((text.parse().ok()?, offset))
    }

    #[test]
    fn every_way_of_writing_is_read_as_jiff_reads_it() {
        for date in ["2026-11-23", "2024-02-29", "2023-02-29", "0001-01-01", "9999-12-30", "2026-13-01", "2026-00-10", "2026-11-31"] {
            for time in [
                "14:05:00",
                "14:05",
                "14",
                "140500",
                "1405",
                "00:00:00",
                "23:59:60",
                "23:59:61",
                "24:00:00",
                "14:60:00",
                "14:05:00.5",
                "14:05:00,123456789",
            ] {
                for offset in
                    ["Z", "z", "+00:00", "-00:00", "-06:00", "+0530", "+05", "-25:59", "+05:30:15", "+26:00", "+05:60", "", " ", "+5"]
                {
                    for between in ["T", "t", " "] {
                        let text = format!("{date}{between}{time}{offset}");
                        assert_eq!(instant(&text), theirs(&text), "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_no_instant_is_refused() {
        for text in [
            "",
            "2026-11-23",
            "2026-11-23T",
            "2026-11-23T14:05:00-06:00 ",
            "2026-11-23T14:05:00.-06:00",
            "2026-11-23T14:05:00.1234567890Z",
            "２026-11-23T14:05Z",
        ] {
            assert_eq!(instant(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_read_alone() {
        assert_eq!(day("2026-11-23"), Some(jiff::civil::date(2026, 11, 23)));
        for text in ["2026-11-23T14:05Z", "2026-1-2", "2026-02-30", "today"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
