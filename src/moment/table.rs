//! The time zones: their names, the rules they follow and what they did otherwise since 2020.
//!
//! `zones.txt` is written by `cargo xtask zones`, a line for each distinct history: `RULE|HISTORY|NAMES`. The rule is POSIX's, the history the
//! offset at first and then each instant with the offset from it on (seconds), empty where the rule alone tells everything.
//! The whole database, back to 1883, would weigh ten times as much in the browser, and nobody calls in the past.

use jiff::{Timestamp, tz::TimeZone};

use crate::carried::zones;

/// A zone by its IANA name in any case, with the name as IANA writes it.
pub(super) fn zone(name: &str) -> Option<(&'static str, TimeZone)> {
    zones().lines().find_map(|line| {
        let (rule, rest) = line.split_once('|')?;
        let (history, names) = rest.split_once('|')?;
        let known = names.split(' ').find(|known| known.eq_ignore_ascii_case(name))?;
        let zone = if history.is_empty() { TimeZone::posix(rule) } else { TimeZone::tzif(known, &tzif(rule, history)?) };
        Some((known, zone.ok()?))
    })
}

/// A history as the file that time zones are kept in (RFC 9636, version 2), each state with a type of its own.
fn tzif(rule: &str, history: &str) -> Option<Vec<u8>> {
    let numbers: Vec<i64> = history.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
    let (first, changes) = numbers.split_first()?;
    let (changes, _) = changes.as_chunks::<2>();
    let states = u8::try_from(changes.len() + 1).ok()?;
    // The file must leave off as the rule goes on, by its summer time and abbreviation too; nothing here asks for those.
    let by_rule = TimeZone::posix(rule).ok()?;
    let last = by_rule.to_offset_info(Timestamp::from_second(changes.last()?[0]).ok()?);
    let abbreviation = last.abbreviation().as_bytes();
    let letters = u8::try_from(abbreviation.len() + 1).ok()?;
    let mut file = header(0, 1, 1);
    file.extend([0; 7]);
    file.extend(header(states - 1, states, letters));
    changes.iter().for_each(|[at, _]| file.extend(at.to_be_bytes()));
    file.extend(1..states);
    for offset in std::iter::once(first).chain(changes.iter().map(|[_, offset]| offset)) {
        file.extend(i32::try_from(*offset).ok()?.to_be_bytes());
        file.extend([last.dst().is_dst().into(), 0]);
    }
    file.extend(abbreviation);
    file.extend(b"\0\n");
    file.extend(rule.bytes());
    file.push(b'\n');
    Some(file)
}

fn header(changes: u8, states: u8, letters: u8) -> Vec<u8> {
    let mut header = b"TZif2".to_vec();
    header.extend([0; 15 + 3 * 4]);
    for count in [changes, states, letters] {
        header.extend([0, 0, 0, count]);
    }
    header
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::tz::Offset;

    /// What a zone tells from 2020 to 2100: the first offset, and each change of it.
    fn told(zone: &TimeZone) -> Vec<(Timestamp, Offset)> {
        let (from, until): (Timestamp, Timestamp) = ("2020-01-01T00:00:00Z".parse().unwrap(), "2100-01-01T00:00:00Z".parse().unwrap());
        let mut all = vec![(from, zone.to_offset(from))];
        for change in zone.following(from).take_while(|change| change.timestamp() < until) {
            if all.last().unwrap().1 != change.offset() {
                all.push((change.timestamp(), change.offset()));
            }
        }
        all
    }

    #[test]
    fn every_zone_tells_what_the_whole_database_tells() {
        let mut compared = 0;
        for name in jiff::tz::db().available() {
            let whole = TimeZone::get(name.as_str()).unwrap();
            let (known, ours) = zone(name.as_str()).unwrap();
            assert_eq!((known, told(&ours)), (name.as_str(), told(&whole)));
            // The changes are listed by one way through the library and looked up by another.
            for (at, offset) in told(&whole) {
                for (second, expected) in
                    [(at, offset), (at - jiff::SignedDuration::from_secs(1), whole.to_offset(at - jiff::SignedDuration::from_secs(1)))]
                {
                    if second.as_second() >= 1_577_836_800 {
                        assert_eq!(ours.to_offset(second), expected, "{name} at {second}");
                    }
                }
            }
            compared += 1;
        }
        assert!(compared > 590, "{compared}");
    }

    #[test]
    fn every_hour_of_twenty_years_is_the_same() {
        // Zones whose history is their own, and one of each kind of rule.
        for name in [
            "Africa/Casablanca",
            "America/New_York",
            "Asia/Gaza",
            "Australia/Lord_Howe",
            "Europe/Dublin",
            "Asia/Tehran",
            "Pacific/Apia",
            "America/Nuuk",
        ] {
            let (whole, (_, ours)) = (TimeZone::get(name).unwrap(), zone(name).unwrap());
            for hour in 438_288..613_608 {
                let at = Timestamp::from_second(hour * 3600).unwrap();
                assert_eq!(ours.to_offset(at), whole.to_offset(at), "{name} at {at}");
            }
        }
    }

    #[test]
    fn names_are_found_in_any_case_and_nothing_else_is() {
        assert_eq!(zone("us/EASTERN").unwrap().0, "US/Eastern");
        assert_eq!(zone("etc/unknown").unwrap().0, "Etc/Unknown");
        for wrong in ["", " ", "|", "EST5EDT,M3.2.0,M11.1.0", "Europe/Berlin ", "Africa/Abidjan Africa/Accra", "Europe", "\n"] {
            assert!(zone(wrong).is_none() && TimeZone::get(wrong).is_err(), "{wrong:?}");
        }
    }
}
