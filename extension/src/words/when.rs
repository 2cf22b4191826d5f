//! Times as a seller says them: "in 6 h 33", "24 Dec", "Fri 17:15".

use aftertone::{
    decide::Window,
    moment::{Moment, Zone, calendar},
};
use jiff::{Timestamp, Zoned, tz::TimeZone};

use super::{
    date,
    say::{say, say_many, say_or, say_with},
};

/// The seller's own zone; without one the offset that `now` came in.
pub(crate) fn sellers_zone(zone: Option<&Zone>, now: Moment) -> TimeZone {
    zone.map_or_else(|| now.zone(), |zone| zone.tz.clone())
}

/// "now", "in 12 min", "in 6 h 33", "in 3 days".
pub(crate) fn from_now(at: Timestamp, now: Timestamp) -> String {
    let minutes = (at.as_second() - now.as_second() + 59).div_euclid(60);
    match minutes {
        ..=0 => say("now"),
        1..=59 => say_with("in_minutes", &[&minutes.to_string()]),
        60..=2879 if minutes % 60 == 0 => say_with("in_hours", &[&(minutes / 60).to_string()]),
        60..=2879 => say_with("in_hours_minutes", &[&(minutes / 60).to_string(), &format!("{:02}", minutes % 60)]),
        _ => say_many("in_days", usize::try_from((minutes + 720) / 1440).unwrap_or_default()),
    }
}

/// "14:05" today, "Fri 17:15" within six days, "24 Dec" otherwise, "3 Jan 2027" in another year.
pub(crate) fn short(at: &Zoned, now: &Zoned) -> String {
    let days = days_between(now, at);
    match days {
        0 => date::time(at.datetime()),
        1..=6 => format!("{} {}", date::weekday(at.datetime()), date::time(at.datetime())),
        _ => day(at, now),
    }
}

/// "today 14:05", "Fri 27 Nov 17:15", "24 Dec 17:15".
pub(crate) fn day_and_time(at: &Zoned, now: &Zoned) -> String {
    format!("{} {}", day(at, now), date::time(at.datetime()))
}

/// "today", "Fri 27 Nov", "24 Dec", "3 Jan 2027".
pub(crate) fn day(at: &Zoned, now: &Zoned) -> String {
    match days_between(now, at) {
        0 => say("today"),
        -6..=6 => date::near(at.datetime()),
        _ if at.year() == now.year() => date::far(at.datetime()),
        _ => date::farther(at.datetime()),
    }
}

/// "late: 17:15–18:30, in 6 h 33"; a window that holds is "late: open until 18:30".
pub(crate) fn window(window: &Window, now: Moment) -> Option<String> {
    let start: Moment = window.start.parse().ok()?;
    let end: Moment = window.end.parse().ok()?;
    let there = start.zone();
    let (from, to) = (start.timestamp.to_zoned(there.clone()), end.timestamp.to_zoned(end.zone()));
    let until = date::time(to.datetime());
    let name = say_or(&format!("window_{}", window.name), &window.name);
    if start.timestamp <= now.timestamp {
        return Some(say_with("window_until", &[&name, &until]));
    }
    let today = now.timestamp.to_zoned(there);
    let (begin, wait) = (date::time(from.datetime()), from_now(start.timestamp, now.timestamp));
    let begin = once(&begin, &until);
    Some(if days_between(&today, &from) == 0 {
        say_with("window_today", &[&name, begin, &until, &wait])
    } else {
        say_with("window_other_day", &[&name, &date::weekday(from.datetime()), begin, &until, &wait])
    })
}

/// "5:15" of "5:15 PM" where "6:30 PM" follows.
fn once<'a>(begin: &'a str, until: &str) -> &'a str {
    let half = until.trim_start_matches(|c: char| !c.is_alphabetic());
    begin.strip_suffix(half).filter(|_| !half.is_empty()).map_or(begin, str::trim_end)
}

/// "10:42" in the zone, with the weekday where it is another day there than here.
pub(crate) fn local(zone: &Zone, now: Moment, here: &TimeZone) -> String {
    let there = now.timestamp.to_zoned(zone.tz.clone());
    let here = now.timestamp.to_zoned(here.clone());
    let time = date::time(there.datetime());
    if there.date() == here.date() { time } else { format!("{} {time}", date::weekday(there.datetime())) }
}

/// Whole days on the calendar, not spans of 24 hours.
pub(crate) fn days_between(from: &Zoned, to: &Zoned) -> i64 {
    calendar::days_between(from.date(), to.date()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn waits_are_said_in_the_largest_unit_that_helps() {
        let now = moment("2026-11-23T10:42:00-06:00").timestamp;
        let wait = |text: &str| from_now(moment(text).timestamp, now);
        assert_eq!(wait("2026-11-23T10:41:00-06:00"), "now");
        assert_eq!(wait("2026-11-23T10:54:00-06:00"), "in 12 min");
        assert_eq!(wait("2026-11-23T17:15:00-06:00"), "in 6 h 33");
        assert_eq!(wait("2026-11-23T12:42:00-06:00"), "in 2 h");
        assert_eq!(wait("2026-11-26T10:00:00-06:00"), "in 3 days");
    }

    #[test]
    fn a_window_is_said_in_the_prospects_time() {
        let late = Window { name: "late".into(), start: "2026-11-23T17:15:00-06:00".into(), end: "2026-11-23T18:30:00-06:00".into() };
        assert_eq!(window(&late, moment("2026-11-23T16:42:00+00:00")).unwrap(), "late: 17:15–18:30, in 6 h 33");
        assert_eq!(window(&late, moment("2026-11-23T17:30:00-06:00")).unwrap(), "late: open until 18:30");
        let pairs = [("5:15\u{202f}PM", "6:30\u{202f}PM"), ("11:30 AM", "1:00 PM"), ("17:15", "18:30"), ("오후 5:15", "오후 6:30")];
        assert_eq!(pairs.map(|(begin, until)| once(begin, until)), ["5:15", "11:30 AM", "17:15", "오후 5:15"]);
        let friday = Window { name: "early".into(), start: "2026-11-27T07:45:00-06:00".into(), end: "2026-11-27T08:30:00-06:00".into() };
        assert_eq!(window(&friday, moment("2026-11-23T17:30:00-06:00")).unwrap(), "early: Fri 07:45–08:30, in 4 days");
    }

    #[test]
    fn dates_are_as_short_as_they_can_be() {
        let at = |text: &str| moment(text).timestamp.to_zoned(TimeZone::UTC);
        let now = at("2026-11-23T12:00:00Z");
        assert_eq!(short(&at("2026-11-23T14:05:00Z"), &now), "14:05");
        assert_eq!(short(&at("2026-11-27T17:15:00Z"), &now), "Fri 17:15");
        assert_eq!(short(&at("2026-12-24T09:00:00Z"), &now), "24 Dec");
        assert_eq!(day(&at("2027-01-03T09:00:00Z"), &now), "3 Jan 2027");
        assert_eq!(day(&at("2026-11-20T09:00:00Z"), &now), "Fri 20 Nov");
    }

    #[test]
    fn another_day_there_is_named() {
        let now = moment("2026-11-23T22:00:00-06:00");
        let chicago = Zone::named("America/Chicago").unwrap().tz;
        assert_eq!(local(&Zone::named("Asia/Tokyo").unwrap(), now, &chicago), "Tue 13:00");
        assert_eq!(local(&Zone::named("America/Chicago").unwrap(), now, &chicago), "22:00");
    }
}
