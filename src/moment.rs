//! Instants, zones and times of day. Everything arrives from outside: nothing here asks a clock.

pub mod calendar;
mod table;
mod written;

use std::{fmt, str::FromStr};

use jiff::{
    Timestamp, Zoned,
    civil::Time,
    tz::{Offset, TimeZone},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An instant with the offset it was written in (RFC 3339).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub timestamp: Timestamp,
    pub offset: Offset,
}

impl Moment {
    /// The offset as a zone: what stands in for the seller's zone where none is given.
    pub fn zone(&self) -> TimeZone {
        TimeZone::fixed(self.offset)
    }
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("\"{}\" is not an RFC 3339 time such as 2026-11-23T14:05:00-06:00", clip(text));
        let (timestamp, offset) = written::instant(text).ok_or_else(wrong)?;
        Ok(Self { timestamp, offset })
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&rfc3339(&self.timestamp.to_zoned(self.zone())))
    }
}

/// RFC 3339 with the zone's own offset, to the second unless there is a fraction.
pub fn rfc3339(at: &Zoned) -> String {
    at.timestamp().display_with_offset(at.offset()).to_string()
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// An IANA time zone that the table knows.
#[derive(Debug, Clone)]
pub struct Zone {
    name: &'static str,
    pub tz: TimeZone,
}

impl Zone {
    pub fn named(name: &str) -> Result<Self, String> {
        let unknown = || format!("unknown time zone \"{}\" (an IANA name such as America/Chicago is wanted)", clip(name));
        let (name, tz) = table::zone(name).ok_or_else(unknown)?;
        // The command line has room for the whole database: logs that begin before the table does.
        #[cfg(feature = "native")]
        let tz = TimeZone::get(name).unwrap_or(tz);
        Ok(Self { name, tz })
    }

    pub fn name(&self) -> &'static str {
        self.name
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
impl Eq for Zone {}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name)
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::named(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// A span of a day, `["08:00", "21:00"]`: start included, end excluded, start before end, `24:00` allowed as end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// Minutes after midnight, 0 to 1439.
    pub start: u16,
    /// Minutes after midnight, 1 to 1440.
    pub end: u16,
}

impl Hours {
    pub const fn new(start: (u16, u16), end: (u16, u16)) -> Self {
        Self { start: start.0 * 60 + start.1, end: end.0 * 60 + end.1 }
    }

    /// Of two times of day such as 08:00 and 21:00.
    ///
    /// # Errors
    /// One sentence where either is no time of day, or the start is not before the end.
    pub fn between(start: &str, end: &str) -> Result<Self, String> {
        let read = |text: &str| minutes(text).ok_or_else(|| format!("\"{}\" is not a time of day such as 08:00", clip(text)));
        let (start, end) = (read(start)?, read(end)?);
        if start < end {
            Ok(Self { start, end })
        } else {
            Err(format!("hours must start before they end, not {} to {}", clock(start), clock(end)))
        }
    }

    pub fn contains(&self, time: Time) -> bool {
        let minute = time.hour() as u16 * 60 + time.minute() as u16;
        (self.start..self.end).contains(&minute)
    }

    /// What both spans share, if anything.
    pub fn cut_to(&self, other: &Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }
}

/// `HH:MM` of minutes after midnight.
pub fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let two = |s: &str| (s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse::<u16>().ok()).flatten();
    let (hour, minute) = (two(hour)?, two(minute)?);
    (hour < 24 && minute < 60 || (hour, minute) == (24, 0)).then_some(hour * 60 + minute)
}

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [clock(self.start), clock(self.end)].serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Hours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let [start, end] = <[String; 2]>::deserialize(deserializer)?;
        Self::between(&start, &end).map_err(de::Error::custom)
    }
}

/// Enough of a wrong value to recognize it in an error line.
fn clip(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_moment_keeps_the_offset_it_was_written_in() {
        for text in ["2026-11-23T14:05:00-06:00", "2026-11-23T14:05:00+05:30", "2026-11-23T14:05:00Z"] {
            let moment: Moment = text.parse().unwrap();
            assert_eq!(moment.to_string(), text.replace('Z', "+00:00"));
        }
        for text in ["2026-11-23", "2026-11-23T14:05:00", "yesterday", "2026-13-23T14:05:00Z", "2026-11-23T14:05:00Z[Europe/Berlin]"] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_instant_is_the_one_that_jiff_reads(
            text in "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9][+-][0-2][0-9]:[0-6][0-9]"
        ) {
            let moment = text.parse::<Moment>().ok();
            prop_assert_eq!(moment.map(|moment| moment.timestamp), text.parse::<Timestamp>().ok());
        }
    }

    #[test]
    fn hours_start_before_they_end() {
        let read = |json| serde_json::from_str::<Hours>(json);
        assert_eq!(read(r#"["00:00", "24:00"]"#).unwrap(), Hours { start: 0, end: 1440 });
        for wrong in
            [r#"["21:00", "08:00"]"#, r#"["08:00", "08:00"]"#, r#"["8:00", "21:00"]"#, r#"["08:00", "24:01"]"#, r#"["08:60", "21:00"]"#]
        {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_unknown_zone_is_refused() {
        assert_eq!(Zone::named("Asia/Kolkata").unwrap().name(), "Asia/Kolkata");
        assert!(Zone::named("Mars/Olympus").is_err());
    }
}
