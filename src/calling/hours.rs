//! Calling hours: the law's, or the user's narrower ones, on the prospect's own clock.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::{AmbiguousOffset, TimeZone},
};

use crate::moment::{Hours, Zone, calendar::days_later};

/// Whether a call is allowed at that instant in every zone the prospect may be in. No zone never blocks.
pub fn allowed(at: Timestamp, zones: &[&Zone], hours: Hours) -> bool {
    zones.iter().all(|zone| hours.contains(zone.tz.to_datetime(at).time()))
}

/// The first instant from `from` on that is allowed in every zone; none where the zones share no allowed instant.
pub fn first_allowed(from: Timestamp, zones: &[&Zone], hours: Hours) -> Option<Timestamp> {
    // Each step moves past one closed span of one zone, so a year takes a few hundred steps a zone. Zones that share
    // nothing for a year share nothing.
    let mut at = from;
    for _ in 0..400 * zones.len().max(1) {
        let Some(closed) = zones.iter().find(|zone| !hours.contains(zone.tz.to_datetime(at).time())) else {
            return Some(at);
        };
        at = next_start(at, &closed.tz, hours)?;
    }
    None
}

/// The first instant after `at` at which the hours start in that zone.
fn next_start(at: Timestamp, tz: &TimeZone, hours: Hours) -> Option<Timestamp> {
    let today = tz.to_datetime(at).date();
    for day in 0..3 {
        let start = on_clock(days_later(today, day)?, hours.start)?;
        if let Some(next) = instants(start, tz).into_iter().flatten().find(|instant| *instant > at) {
            return Some(next);
        }
    }
    None
}

/// So many minutes after midnight of a day, at most 1440.
pub(super) fn on_clock(day: Date, minutes: u16) -> Option<DateTime> {
    let (days, hour, minute) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
    Some(days_later(day, days.into())?.to_datetime(time))
}

/// The instants at which a clock there shows that time: two in a fold; in a gap the instant at which the clock jumps over it.
fn instants(civil: DateTime, tz: &TimeZone) -> [Option<Timestamp>; 2] {
    let at = |offset: jiff::tz::Offset| offset.to_timestamp(civil).ok();
    match tz.to_ambiguous_timestamp(civil).offset() {
        AmbiguousOffset::Unambiguous { offset } => [at(offset), None],
        AmbiguousOffset::Fold { before, after } => [at(before), at(after)],
        AmbiguousOffset::Gap { after, .. } => {
            let earlier = at(after).and_then(|earlier| tz.following(earlier).next());
            [earlier.map(|transition| transition.timestamp()), None]
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const DAY: Hours = Hours::new((8, 0), (21, 0));

    fn zone(name: &str) -> Zone {
        Zone::named(name).unwrap()
    }

    fn next(from: &str, zones: &[&str], hours: Hours) -> Option<String> {
        let zones: Vec<Zone> = zones.iter().map(|name| zone(name)).collect();
        first_allowed(from.parse().unwrap(), &zones.iter().collect::<Vec<_>>(), hours).map(|t| t.to_string())
    }

    #[test]
    fn the_start_counts_and_the_end_does_not() {
        let chicago = zone("America/Chicago");
        assert!(allowed("2026-11-23T14:00:00Z".parse().unwrap(), &[&chicago], DAY));
        assert!(!allowed("2026-11-23T13:59:59Z".parse().unwrap(), &[&chicago], DAY));
        assert!(!allowed("2026-11-24T03:00:00Z".parse().unwrap(), &[&chicago], DAY));
        assert!(allowed("2026-11-24T03:00:00Z".parse().unwrap(), &[], DAY));
    }

    #[test]
    fn every_zone_must_agree() {
        assert_eq!(next("2026-11-23T12:00:00Z", &["America/New_York", "America/Los_Angeles"], DAY).unwrap(), "2026-11-23T16:00:00Z");
        assert_eq!(next("2026-11-24T02:30:00Z", &["America/New_York", "America/Los_Angeles"], DAY).unwrap(), "2026-11-24T16:00:00Z");
        assert_eq!(next("2026-11-24T02:30:00Z", &["America/New_York", "Asia/Kolkata"], Hours::new((9, 0), (10, 0))), None);
    }

    #[test]
    fn clocks_that_change_move_the_start() {
        // 8 March 2026, 02:00 to 03:00 does not exist in New York: the hours open as the clock jumps.
        assert_eq!(next("2026-03-08T06:00:00Z", &["America/New_York"], Hours::new((2, 30), (5, 0))).unwrap(), "2026-03-08T07:00:00Z");
        // 1 November 2026, 01:00 to 02:00 comes twice: closed in the second 01:10, open in the second 01:30.
        assert_eq!(next("2026-11-01T06:10:00Z", &["America/New_York"], Hours::new((1, 30), (5, 0))).unwrap(), "2026-11-01T06:30:00Z");
    }

    #[test]
    fn a_skipped_day_is_skipped() {
        // Samoa had no 30 December 2011.
        assert_eq!(next("2011-12-30T08:30:00Z", &["Pacific/Apia"], DAY).unwrap(), "2011-12-30T18:00:00Z");
    }
}
