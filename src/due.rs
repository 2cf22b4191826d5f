//! Who to call next: everybody the notebook knows, owed calls first, those who rest or must not be called left out.

use jiff::{Timestamp, tz::TimeZone};

use crate::{
    calling::{limits::Limits, windows},
    decide::{Action, decide_without_flip},
    history::{self, History},
    moment::Moment,
    situation::Situation,
    store::{notebook::Person, profile::Profile},
    touch::{Kind, Touch, identity::Card, log},
};

/// One person to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub id: String,
    pub card: Card,
    pub why: Why,
    /// Since when: their call, the day the cadence names, or nothing where they were never called.
    pub since: Option<Timestamp>,
}

/// In the order they are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// They called or wrote and wait for an answer (A61).
    Owed,
    /// The cadence names today.
    Today,
    /// Never called or overdue, and a good window is open where they are.
    InWindow,
    Overdue,
    /// Never called.
    New,
}

/// Everybody who may be called now, in order; of equals, who waits longest first. People who were merged into others are left out.
pub fn due(people: &[Person], profile: &Profile, now: Moment) -> Vec<Due> {
    let limits = Limits::of(&profile.settings, profile.playbook.playbook().spacing_days);
    let zone = profile.seller.time_zone.as_ref().map_or_else(|| now.zone(), |zone| zone.tz.clone());
    let standing = people.iter().filter(|person| person.moved.is_none());
    let mut due: Vec<Due> = standing.filter_map(|person| one(person, people, profile, now, &limits, &zone)).collect();
    due.sort_by(|a, b| (a.why, a.since, &a.id).cmp(&(b.why, b.since, &b.id)));
    due
}

fn one(person: &Person, people: &[Person], profile: &Profile, now: Moment, limits: &Limits, zone: &TimeZone) -> Option<Due> {
    let joined = person.with.iter().filter_map(|id| people.iter().find(|other| other.id == *id));
    let log = joined.fold(person.events.clone(), |log, other| log::merge(&log, &other.events));
    let situation = situation(person, log::fold(&log), profile, now);
    let found = |why, since| Some(Due { id: person.id.clone(), card: person.card.clone(), why, since });
    match decide_without_flip(&situation, now).action {
        Action::Stop | Action::NotNow | Action::Rest => return None,
        Action::CallBack => return found(Why::Owed, History::of(&situation.touches).owed().map(|touch| touch.at.timestamp)),
        Action::Leave | Action::HangUp | Action::TryLive | Action::Prepare => {}
    }
    let open = || {
        let zones = situation.prospect.time_zone.possible();
        let next =
            zones.first().filter(|_| zones.len() == 1).and_then(|zone| windows::next(now.timestamp, zone, limits, 1).into_iter().next());
        next.is_some_and(|window| window.start.timestamp() <= now.timestamp)
    };
    let Some(last) = situation.touches.iter().rev().find(|touch| dialled(touch)) else {
        return found(if open() { Why::InWindow } else { Why::New }, None);
    };
    let day = history::days_after(last.at.timestamp, limits.spacing_days, zone);
    let today = now.timestamp.to_zoned(zone.clone()).date();
    match day.date().cmp(&today) {
        std::cmp::Ordering::Greater => None,
        std::cmp::Ordering::Equal => found(Why::Today, Some(day.timestamp())),
        std::cmp::Ordering::Less => found(if open() { Why::InWindow } else { Why::Overdue }, Some(day.timestamp())),
    }
}

fn dialled(touch: &Touch) -> bool {
    !touch.inbound() && matches!(touch.kind, Kind::Call | Kind::Voicemail | Kind::Talk)
}

fn situation(person: &Person, touches: Vec<Touch>, profile: &Profile, now: Moment) -> Situation {
    Situation {
        now: Some(now),
        playbook: profile.playbook,
        seller: profile.seller.clone(),
        prospect: person.card.prospect(),
        answers: person.kept.answers.clone(),
        goal: person.kept.goal.or(profile.goal),
        deal: person.kept.deal.clone(),
        settings: profile.settings.clone(),
        touches,
        ..Situation::default()
    }
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
            person("asleep", "Asia/Tokyo", &[]),
            person("lunch", "America/New_York", &["2026-11-02T15:00:00Z call outbound"]),
            person("owed", "America/Chicago", &["2026-11-22T15:00:00Z voicemail inbound"]),
            barred,
        ];
        // 11:15 in Chicago, 12:15 in New York.
        let now = "2026-11-23T11:15:00-06:00".parse().unwrap();
        let due = due(&people, &Profile::default(), now);
        let named: Vec<(&str, Why)> = due.iter().map(|due| (due.id.as_str(), due.why)).collect();
        assert_eq!(
            named,
            [("owed", Why::Owed), ("today", Why::Today), ("lunch", Why::InWindow), ("overdue", Why::Overdue), ("new", Why::New)]
        );
    }

    #[test]
    fn merged_people_are_one() {
        let mut into = person("into", "America/Chicago", &[]);
        into.with = vec!["from".into()];
        let mut from = person("from", "America/Chicago", &["2026-11-20T15:00:00Z voicemail outbound"]);
        from.moved = Some("into".into());
        let now = "2026-11-23T11:15:00-06:00".parse().unwrap();
        assert_eq!(due(&[into, from], &Profile::default(), now), [], "the other's voicemail rests them");
    }
}
