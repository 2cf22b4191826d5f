//! The list, the next try and the reminders where clocks change between now and then, for people in zones other than the seller's: each held
//! against what one reads off the clocks on the wall.

#![allow(clippy::unwrap_used)]

use jiff::{Timestamp, ToSpan, civil::Weekday};
use proptest::prelude::*;

use super::{Due, Row, Standing, Why, limits, list, next_try, remind::reminders, row};
use crate::{
    moment::{Moment, Zone},
    store::{
        notebook::{Person, Rows},
        profile::Profile,
    },
    touch::{Kind, Touch, log::Event, ulid::Ulid},
};

/// Changes of an hour and of half an hour, at midnight and at the other end of the year, by the moon, and none; quarters of an hour; both sides of
/// the date line.
const ZONES: [&str; 20] = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Chicago",
    "America/Havana",
    "America/Los_Angeles",
    "America/New_York",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Berlin",
    "Europe/London",
    "Pacific/Apia",
    "Pacific/Chatham",
    "UTC",
];

const DAY: i64 = 86_400;

fn profile(zone: &str) -> Profile {
    let mut profile = Profile::default();
    profile.seller.time_zone = Zone::named(zone).ok();
    profile
}

/// The instant, as a machine shows it that stands somewhere else.
fn moment(second: i64, machine: &str) -> Moment {
    let timestamp = Timestamp::from_second(second).unwrap();
    Moment { timestamp, offset: Zone::named(machine).unwrap().tz.to_offset(timestamp) }
}

fn wall(zone: &str, second: i64) -> jiff::civil::DateTime {
    Zone::named(zone).unwrap().tz.to_datetime(Timestamp::from_second(second).unwrap())
}

/// Whether a good window is open on their clock.
fn in_window(zone: &str, second: i64) -> bool {
    let (limits, there) = (limits(&Profile::default()), wall(zone, second));
    let open = limits.windows.iter().any(|(_, window)| window.contains(there.time()) && limits.calling_hours.contains(there.time()));
    open && !matches!(there.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn one(zone: &str, standing: Standing) -> Rows {
    Rows::of([("a".to_owned(), Row { zone: zone.into(), standing, name: "Ada".into(), ..Row::default() }.line())])
}

/// A second within a few days of a change of the clocks of one of the zones, or any second, in the years to come.
fn seconds() -> impl Strategy<Value = i64> {
    let near = (0..ZONES.len(), 1_790_000_000..1_890_000_000_i64, -4 * DAY..4 * DAY).prop_map(|(zone, from, off)| {
        let zone = Zone::named(ZONES[zone]).unwrap();
        let change = zone.tz.following(Timestamp::from_second(from).unwrap()).next();
        change.map_or(from, |change| change.timestamp().as_second()) + off
    });
    prop_oneof![3 => near, 1 => 1_790_000_000..1_890_000_000_i64]
}

fn zone() -> impl Strategy<Value = &'static str> {
    (0..ZONES.len()).prop_map(|at| ZONES[at])
}

proptest! {
    #[test]
    fn the_cadence_keeps_to_the_sellers_clock(called in seconds(), seller in zone(), theirs in zone(), machine in zone()) {
        let profile = profile(seller);
        let touch = Touch {
            id: None, at: moment(called, theirs), kind: Kind::Call, direction: None, outcome: None, hook: None, script: None,
        };
        let person = Person { id: "a".into(), events: vec![Event::touch(Ulid::new(1, 1), touch)], ..Person::default() };
        let tz = Zone::named(seller).unwrap().tz;
        // jiff's own calendar: the same time of day, later where a gap takes it, the first where it comes twice.
        let days = i64::from(limits(&profile).spacing_days);
        let later = Timestamp::from_second(called).unwrap().to_zoned(tz).checked_add(days.days()).unwrap();
        for at in [called + 60, called + 90 * DAY] {
            let made = row(&person, &profile, moment(at, machine)).unwrap();
            prop_assert_eq!(made.standing, Standing::From(later.timestamp().as_second()));
        }
    }

    #[test]
    fn today_is_a_date_on_the_sellers_wall(now in seconds(), off in -3 * DAY..3 * DAY, seller in zone(), theirs in zone(), machine in zone()) {
        let from = now + off;
        let told: Vec<Due> = list(&one(theirs, Standing::From(from)), &profile(seller), moment(now, machine));
        let (today, that_day) = (wall(seller, now).date(), wall(seller, from).date());
        let open = limits(&Profile::default()).calling_hours.contains(wall(theirs, now).time());
        let expected = match () {
            () if that_day > today => None,
            () if from > now || !open => Some(Why::Closed),
            () if that_day == today => Some(Why::Today),
            () if in_window(theirs, now) => Some(Why::InWindow),
            () => Some(Why::Overdue),
        };
        prop_assert_eq!(told.first().map(|due| due.why), expected, "{} there, {} here", wall(theirs, now), wall(seller, now));
    }

    #[test]
    fn the_next_try_is_the_first_good_minute(now in seconds(), ahead in -2 * DAY..20 * DAY, seller in zone(), theirs in zone(), machine in zone()) {
        const STEP: i64 = 300;
        // On a mark of five minutes, as the windows and the changes of every zone are: nothing good lies between two marks.
        let (now, from) = (now / STEP * STEP, (now + ahead) / STEP * STEP);
        let rows = one(theirs, Standing::From(from));
        let (profile, moment) = (profile(seller), moment(now, machine));
        let told = next_try(&Row::read(rows.get("a").unwrap()), &profile, moment).unwrap().as_second();
        let first = (0..).map(|step| from.max(now) + step * STEP).find(|second| in_window(theirs, *second)).unwrap();
        prop_assert_eq!(told, first, "{} there, not {}", wall(theirs, told), wall(theirs, first));
        let reminded: Vec<i64> = reminders(&rows, &profile, moment).iter().map(|reminder| reminder.0 / 1000).collect();
        prop_assert_eq!(reminded, if from > now { vec![first] } else { vec![] });
    }

    #[test]
    fn a_call_that_is_owed_waits_only_for_their_hours(now in seconds(), theirs in zone(), machine in zone()) {
        const STEP: i64 = 300;
        let now = now / STEP * STEP;
        let row = Row::read(one(theirs, Standing::Owed(now - 60)).get("a").unwrap());
        let told = next_try(&row, &Profile::default(), moment(now, machine)).unwrap().as_second();
        let hours = limits(&Profile::default()).calling_hours;
        let first = (0..).map(|step| now + step * STEP).find(|second| hours.contains(wall(theirs, *second).time())).unwrap();
        prop_assert_eq!(told, first, "{} there, not {}", wall(theirs, told), wall(theirs, first));
    }

    /// Of two who wait, whoever waits longer comes first, wherever the machine and both of them stand.
    #[test]
    fn who_waits_longest_comes_first(now in seconds(), one in -30 * DAY..0, other in -30 * DAY..0, there in zone(), machine in zone()) {
        let row = |standing| Row { zone: there.into(), standing, ..Row::default() }.line();
        let rows = Rows::of([("a".to_owned(), row(Standing::Owed(now + one))), ("b".to_owned(), row(Standing::Owed(now + other)))]);
        let told = list(&rows, &Profile::default(), moment(now, machine));
        let first = if one <= other { "a" } else { "b" };
        prop_assert_eq!(told[0].id.as_str(), first);
    }
}
