//! Who to call next: everybody the notebook knows, owed calls first, those who rest or must not be called left out.
//!
//! What the log says of a person changes only when something is logged or the settings change: that is a [`Row`], kept as an index. What the
//! clock says of ten thousand rows is asked once a zone.

use std::collections::BTreeMap;

use jiff::{Timestamp, tz::TimeZone};

use crate::{
    calling::{hours, limits::Limits, windows},
    decide::{Action, action_without_message},
    history::{self, History},
    moment::{Moment, Zone},
    situation::Situation,
    store::{
        notebook::{Person, Rows},
        profile::Profile,
    },
    touch::{Kind, Touch, identity::Card, log},
};

#[cfg(test)]
mod clocks;
pub mod remind;
mod row;

pub use row::{Row, Standing, count_of, order_of, words_of};

/// One person to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub id: String,
    pub why: Why,
    /// Since when, in seconds since 1970: their call, or the day the cadence names. None where they were never called.
    pub since: Option<i64>,
}

/// In the order they are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    Owed,
    /// The cadence names today.
    Today,
    /// Never called or overdue, and a good window is open where they are.
    InWindow,
    Overdue,
    /// Never called.
    New,
    /// One of these, but outside of the calling hours where they are.
    Closed,
}

/// The rows' settings, as short text: another one makes the index anew.
pub fn stamp(profile: &Profile) -> String {
    let settings = serde_json::to_string(&(profile.playbook, &profile.settings, &profile.seller.time_zone)).unwrap_or_default();
    format!("3 {}", crate::touch::digest::hex(&[&settings]))
}

/// [`row`] as the index keeps it.
pub fn line(person: &Person, profile: &Profile, now: Moment) -> Option<String> {
    row(person, profile, now).map(|row| row.line())
}

/// What a list shows of a person; none of one who was merged into another, or of whom nothing is known.
pub fn row(person: &Person, profile: &Profile, now: Moment) -> Option<Row> {
    if person.moved.is_some() || person.events.is_empty() && person.card == Card::default() {
        return None;
    }
    let touches = log::fold(&person.events);
    let last = touches.iter().rev().find(|touch| touch.kind != Kind::Note).map(|touch| (touch.at.timestamp.as_second(), touch.kind));
    let count = touches.len();
    let Card { name, organization, email, telephone, zone, .. } = person.card.clone();
    let standing = standing(&situation(person, touches, profile, now), now);
    let text = Option::unwrap_or_default;
    Some(Row {
        name: text(name),
        organization: text(organization),
        email: text(email),
        telephone: text(telephone),
        zone: text(zone),
        standing,
        last,
        count,
    })
}

/// Everybody who may be called today, in order; of equals, who waits longest first.
pub fn list(rows: &Rows, profile: &Profile, now: Moment) -> Vec<Due> {
    let limits = limits(profile);
    let zone = sellers_zone(profile, now);
    let (today, tomorrow) = day_of(now, &zone);
    let mut clocks: BTreeMap<&str, Clock> = BTreeMap::new();
    let mut due: Vec<Due> = rows
        .iter()
        .filter_map(|(id, line)| {
            let (standing, zone) = order_of(line);
            let (why, since) = match standing {
                Standing::Out => return None,
                Standing::Owed(since) => (Why::Owed, Some(since)),
                Standing::New => (Why::New, None),
                Standing::From(from) if from >= tomorrow => return None,
                // Later today they may be called, but not yet.
                Standing::From(from) if from > now.timestamp.as_second() => (Why::Closed, Some(from)),
                Standing::From(from) if from >= today => (Why::Today, Some(from)),
                Standing::From(from) => (Why::Overdue, Some(from)),
            };
            let clock = *clocks.entry(zone).or_insert_with(|| Clock::of(zone, now, &limits));
            let why = match (clock, why) {
                (Clock::Closed, _) => Why::Closed,
                (Clock::Window, Why::New | Why::Overdue) => Why::InWindow,
                (_, why) => why,
            };
            Some(Due { id: id.to_owned(), why, since })
        })
        .collect();
    crate::order::by(&mut due, |a, b| (a.why, a.since.unwrap_or(i64::MAX), &a.id).cmp(&(b.why, b.since.unwrap_or(i64::MAX), &b.id)));
    due
}

/// When today began there and when it ends, in seconds since 1970: asked once, where ten thousand dates would take as many looks at a zone.
fn day_of(now: Moment, zone: &TimeZone) -> (i64, i64) {
    let here = now.timestamp.to_zoned(zone.clone());
    let second = |at: Result<jiff::Zoned, jiff::Error>, or: i64| at.map_or(or, |at| at.timestamp().as_second());
    let tomorrow = here.tomorrow().and_then(|tomorrow| tomorrow.start_of_day());
    (second(here.start_of_day(), i64::MIN), second(tomorrow, i64::MAX))
}

/// When to try somebody next: not before the rests and the cadence, in a good window where they are, within the calling hours. None for
/// those who are not to be called.
pub fn next_try(row: &Row, profile: &Profile, now: Moment) -> Option<Timestamp> {
    let from = match row.standing {
        Standing::Out => return None,
        Standing::New | Standing::Owed(_) => now.timestamp,
        Standing::From(from) => Timestamp::from_second(from).ok()?.max(now.timestamp),
    };
    let limits = limits(profile);
    let Ok(zone) = Zone::named(&row.zone) else { return Some(from) };
    if matches!(row.standing, Standing::Owed(_)) {
        return hours::first_allowed(from, &[&zone], limits.calling_hours);
    }
    match windows::next(from, &zone, &limits, 1).first() {
        Some(window) => Some(window.start.timestamp().max(from)),
        None => hours::first_allowed(from, &[&zone], limits.calling_hours),
    }
}

/// What the clock says where somebody is.
#[derive(Debug, Clone, Copy)]
enum Clock {
    Closed,
    Open,
    Window,
}

impl Clock {
    fn of(zone: &str, now: Moment, limits: &Limits) -> Self {
        // An unknown zone never blocks.
        let Ok(zone) = Zone::named(zone) else { return Self::Open };
        if !hours::allowed(now.timestamp, &[&zone], limits.calling_hours) {
            return Self::Closed;
        }
        let open = windows::next(now.timestamp, &zone, limits, 1).first().is_some_and(|window| window.start.timestamp() <= now.timestamp);
        if open { Self::Window } else { Self::Open }
    }
}

/// Asked at the newest touch, so that it does not matter when it is asked. Their zone is left out: the calling hours are the list's.
fn standing(situation: &Situation, now: Moment) -> Standing {
    /// One rest may end within another.
    const RESTS: usize = 6;
    let history = History::of(&situation.touches);
    let seconds = |touch: &Touch| touch.at.timestamp.as_second();
    let mut at = situation.touches.last().map_or(now, |touch| touch.at);
    for _ in 0..RESTS {
        match action_without_message(situation, at) {
            (Action::Stop, _) => return Standing::Out,
            (Action::CallBack, _) => return Standing::Owed(history.owed().map_or(at.timestamp.as_second(), seconds)),
            (Action::Rest, Some(until)) if until > at.timestamp => at.timestamp = until,
            _ => break,
        }
    }
    if history.wrong_number().is_some() {
        return Standing::Out;
    }
    let limits = Limits::of(&situation.settings, situation.playbook.playbook().spacing_days);
    let zone = situation.seller.time_zone.as_ref().map_or_else(|| now.zone(), |zone| zone.tz.clone());
    match situation.touches.iter().rev().find(|touch| dialled(touch)) {
        Some(last) => {
            let day = history::days_after(last.at.timestamp, limits.spacing_days, &zone).timestamp();
            Standing::From(day.max(at.timestamp).as_second())
        }
        None if situation.touches.is_empty() => Standing::New,
        None => Standing::From(at.timestamp.as_second()),
    }
}

fn dialled(touch: &Touch) -> bool {
    !touch.inbound() && matches!(touch.kind, Kind::Call | Kind::Voicemail | Kind::Talk)
}

fn situation(person: &Person, touches: Vec<Touch>, profile: &Profile, now: Moment) -> Situation {
    // Looking a zone up ten thousand times takes longer than everything else, and it is left out.
    let prospect = Card { zone: None, ..person.card.clone() }.prospect();
    Situation {
        now: Some(now),
        playbook: profile.playbook,
        seller: profile.seller.clone(),
        prospect,
        answers: person.kept.answers.clone(),
        goal: person.kept.goal.or(profile.goal),
        settings: profile.settings.clone(),
        touches,
        ..Situation::default()
    }
}

fn limits(profile: &Profile) -> Limits {
    Limits::of(&profile.settings, profile.playbook.playbook().spacing_days)
}

fn sellers_zone(profile: &Profile, now: Moment) -> TimeZone {
    profile.seller.time_zone.as_ref().map_or_else(|| now.zone(), |zone| zone.tz.clone())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::touch::{log::Event, ulid::Ulid};

    fn person(id: &str, zone: &str, touches: &[&str]) -> Person {
        let card = Card { name: Some(id.into()), zone: Some(zone.into()), ..Card::default() };
        let event = |(n, touch): (usize, &&str)| {
            let words: Vec<&str> = touch.split(' ').collect();
            let json = serde_json::json!({"at": words[0], "kind": words[1], "direction": words[2], "outcome": words.get(3)});
            Event::touch(Ulid::new(n as u64, 0), serde_json::from_value(json).unwrap())
        };
        Person { id: id.into(), card, events: touches.iter().enumerate().map(event).collect(), ..Person::default() }
    }

    fn named(people: &[Person], now: &str) -> Vec<(String, Why)> {
        let (profile, now) = (Profile::default(), now.parse().unwrap());
        let lines = people.iter().filter_map(|p| Some((p.id.clone(), line(p, &profile, now)?)));
        list(&Rows::of(lines), &profile, now).into_iter().map(|due| (due.id, due.why)).collect()
    }

    #[test]
    fn owed_calls_come_first_and_the_resting_stay_out() {
        let mut barred = person("barred", "America/Chicago", &[]);
        barred.kept.answers.do_not_contact = Some(true);
        let people = [
            person("new", "America/Chicago", &[]),
            person("overdue", "America/Chicago", &["2026-11-02T15:00:00Z voicemail outbound"]),
            person("today", "America/Chicago", &["2026-11-16T15:00:00Z voicemail outbound"]),
            person("later", "America/Chicago", &["2026-11-20T15:00:00Z call outbound"]),
            person("resting", "America/Chicago", &["2026-11-20T15:00:00Z voicemail outbound"]),
            person("wrong", "America/Chicago", &["2026-11-02T15:00:00Z call outbound wrong_number"]),
            person("asleep", "Asia/Tokyo", &[]),
            person("lunch", "America/New_York", &["2026-11-02T15:00:00Z call outbound"]),
            person("owed", "America/Chicago", &["2026-11-22T15:00:00Z voicemail inbound"]),
            barred,
        ];
        // 11:15 in Chicago, 12:15 in New York.
        let expected = [
            ("owed", Why::Owed),
            ("today", Why::Today),
            ("lunch", Why::InWindow),
            ("overdue", Why::Overdue),
            ("new", Why::New),
            ("asleep", Why::Closed),
        ];
        assert_eq!(named(&people, "2026-11-23T11:15:00-06:00"), expected.map(|(id, why)| (id.to_owned(), why)));
    }

    #[test]
    fn the_index_does_not_age() {
        let people = [
            person(
                "three",
                "UTC",
                &[
                    "2026-11-02T15:00:00Z voicemail outbound",
                    "2026-11-04T15:00:00Z voicemail outbound",
                    "2026-11-06T15:00:00Z voicemail outbound",
                ],
            ),
            person("owed", "UTC", &["2026-11-22T15:00:00Z voicemail inbound"]),
            person("no", "UTC", &["2026-11-02T15:00:00Z talk outbound negative"]),
        ];
        let rows = |now: &str| people.iter().map(|p| row(p, &Profile::default(), now.parse().unwrap()).unwrap()).collect::<Vec<_>>();
        assert_eq!(rows("2026-11-06T16:00:00Z"), rows("2027-03-01T09:00:00Z"));
        assert_eq!(
            rows("2026-11-06T16:00:00Z")[0].standing,
            Standing::From("2026-12-06T15:00:00Z".parse::<Timestamp>().unwrap().as_second())
        );
    }

    #[test]
    fn the_next_try_waits_for_the_rest_and_for_a_window() {
        let now: Moment = "2026-11-23T11:15:00-06:00".parse().unwrap();
        let profile = Profile::default();
        let tried = |touches: &[&str]| next_try(&row(&person("a", "America/Chicago", touches), &profile, now).unwrap(), &profile, now);
        let at = |text: &str| Some(text.parse::<Moment>().unwrap().timestamp);
        assert_eq!(tried(&[]), at("2026-11-23T12:00:00-06:00"));
        assert_eq!(tried(&["2026-11-22T15:00:00Z voicemail inbound"]), Some(now.timestamp));
        assert_eq!(tried(&["2026-11-02T15:00:00Z call outbound left_company"]), None);
        assert!(tried(&["2026-11-20T15:00:00Z voicemail outbound"]) > at("2026-11-26T00:00:00-06:00"));
    }
}
