//! Whom to be reminded of, and when. Instants are counted here, in the prospect's zone and hours; whoever waits for them only compares clocks,
//! so that a change to or from summer time, or a machine carried to another zone, moves nothing.

use serde::Serialize;

use super::{Row, Standing, next_try, order_of};
use crate::{
    moment::Moment,
    store::{notebook::Rows, profile::Profile},
};

/// More lie further off than anybody leaves the workbench closed.
const MOST: usize = 100;

/// One person's next try: `[milliseconds since 1970, their id, words]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reminder(pub i64, pub String, pub String);

/// The next planned tries, soonest first: one a person, where the cadence or a call that is owed names an instant still to come. Whoever may
/// be called now stands in the list, and is no reminder.
pub fn reminders(rows: &Rows, profile: &Profile, now: Moment) -> Vec<Reminder> {
    let second = now.timestamp.as_second();
    let mut planned: Vec<(i64, &str, &str)> = rows
        .iter()
        .filter_map(|(id, line)| match order_of(line).0 {
            Standing::From(from) if from > second => Some((from, id, line)),
            Standing::Owed(_) => Some((second, id, line)),
            _ => None,
        })
        .collect();
    // A try is never before the instant it is planned from: the windows of the nearest ones are all that must be looked for.
    crate::order::by_key(&mut planned, |(from, id, _)| (*from, *id));
    let mut all: Vec<Reminder> = planned
        .into_iter()
        .take(MOST * 2)
        .filter_map(|(_, id, line)| {
            let row = Row::read(line);
            let at = next_try(&row, profile, now).filter(|at| *at > now.timestamp)?;
            Some(Reminder(at.as_millisecond(), id.to_owned(), words(&row)))
        })
        .collect();
    crate::order::by(&mut all, |a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    all.truncate(MOST);
    all
}

fn words(row: &Row) -> String {
    let who: Vec<&str> = [&row.name, &row.organization].into_iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
    let who = if who.is_empty() { "Somebody".to_owned() } else { who.join(", ") };
    who.chars().take(120).collect()
}

/// As the background script reads them: JSON.
pub fn text(reminders: &[Reminder]) -> String {
    serde_json::to_string(reminders).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::touch::Kind;

    fn row(zone: &str, standing: Standing) -> Row {
        Row { name: "Ada".into(), organization: "Acme".into(), zone: zone.into(), standing, last: Some((0, Kind::Call)), ..Row::default() }
    }

    fn at(text: &str) -> i64 {
        text.parse::<Moment>().unwrap().timestamp.as_second()
    }

    fn told(standing: Standing, zone: &str, now: &str) -> Vec<i64> {
        let rows = Rows::of([("a".to_owned(), row(zone, standing).line())]);
        reminders(&rows, &Profile::default(), now.parse().unwrap()).into_iter().map(|reminder| reminder.0 / 1000).collect()
    }

    #[test]
    fn one_a_person_at_the_first_window_of_their_day() {
        let now = "2026-11-23T14:05:00-06:00";
        let planned = Standing::From(at("2026-11-30T00:00:00-06:00"));
        assert_eq!(told(planned, "America/Chicago", now), [at("2026-11-30T08:00:00-06:00")]);
        for nobody in [Standing::New, Standing::Out, Standing::From(at("2026-11-20T00:00:00-06:00"))] {
            assert_eq!(told(nobody, "America/Chicago", now), [0; 0], "{nobody:?}");
        }
        // They wait for an answer, and it is night where they are.
        assert_eq!(told(Standing::Owed(at("2026-11-22T12:00:00Z")), "Asia/Tokyo", now), [at("2026-11-24T08:00:00+09:00")]);
        assert_eq!(told(Standing::Owed(at("2026-11-22T12:00:00Z")), "America/Chicago", now), [0; 0], "they may be called now");
    }

    #[test]
    fn a_change_of_the_clocks_moves_nothing() {
        // Chicago goes forward on 14 March 2027 and back on 7 November: eight in the morning is eight in the morning, wherever it is asked.
        for (day, offset) in [("2027-03-12", "-06:00"), ("2027-03-15", "-05:00"), ("2027-11-05", "-05:00"), ("2027-11-08", "-06:00")] {
            let planned = Standing::From(at(&format!("{day}T00:00:00{offset}")));
            let eight = at(&format!("{day}T08:00:00{offset}"));
            for now in ["2027-03-01T12:00:00-06:00", "2027-03-02T03:00:00+09:00", "2027-03-11T23:59:59Z"] {
                assert_eq!(told(planned, "America/Chicago", now), [eight], "{day} asked at {now}");
            }
        }
    }

    #[test]
    fn the_soonest_of_many_are_kept_in_order() {
        let from = |n: i64| Standing::From(at("2026-11-24T00:00:00Z") + n * 3600);
        let rows = Rows::of((0..10_000).map(|n| (format!("{n:05}"), row("UTC", from(n * 7919 % 10_000)).line())));
        let all = reminders(&rows, &Profile::default(), "2026-11-23T12:00:00Z".parse().unwrap());
        assert_eq!(all.len(), MOST);
        assert!(all.is_sorted_by_key(|reminder| reminder.0));
        assert_eq!((all[0].2.as_str(), all[0].0 / 1000), ("Ada, Acme", at("2026-11-24T08:00:00Z")));
        assert_eq!(text(&all[..1]), format!("[[{},\"{}\",\"Ada, Acme\"]]", all[0].0, all[0].1));
    }
}
