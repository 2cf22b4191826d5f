//! The patience calendar: the days ahead in which a voicemail, a call or an e-mail is due, allowed or barred.
//!
//! Each day is decided by the procedure itself over the log as it will be if the plan is followed, so no planned day can break a rule.
//! The plan takes it that a live route is tried before a message is left, as the playbooks want it.

use jiff::{Timestamp, civil::Date, civil::Weekday, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{
    calling::{hours, limits::Limits},
    checklist::Ground,
    decide::{Action, Decision, Verdict, decide_without_flip},
    history::{History, Says, day_of, days_after},
    moment::{Moment, Zone, calendar::days_later},
    situation::Situation,
    touch::{Direction, Kind, Outcome, Touch},
};

mod why;

/// Days that are planned unless told otherwise.
pub const DAYS: u16 = 60;
/// No plan is worth more.
pub const DAYS_MOST: u16 = 366;

/// As `aftertone plan` prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub days: Vec<Day>,
}

/// One calendar day in the seller's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// RFC 3339 in the seller's zone: when on that day; absent where the calling hours leave no moment of it.
    pub at: Option<String>,
    pub voicemail: State,
    pub call: State,
    pub email: State,
    /// One sentence.
    pub why: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The plan does it on this day.
    Due,
    Allowed,
    Barred,
}

/// The days from today on, at most [`DAYS_MOST`].
pub fn plan(situation: &Situation, now: Moment, days: u16) -> Plan {
    let (around, mut ahead) = Around::of(situation, now);
    let today = around.zone.to_datetime(now.timestamp).date();
    let dates = (0..days.min(DAYS_MOST)).map_while(|n| days_later(today, n.into()));
    Plan { days: dates.map(|date| day(&around, &mut ahead, date)).collect() }
}

/// What is the same on every day.
struct Around {
    now: Moment,
    /// The seller's.
    zone: TimeZone,
    their_zones: Vec<Zone>,
    limits: Limits,
}

impl Around {
    /// With the situation as it will be: what the plan does is added to its log as it goes.
    fn of(situation: &Situation, now: Moment) -> (Self, Situation) {
        let ground = Ground::of(situation, now);
        let mut ahead = situation.clone();
        // The page names the competitor on every day or on none: it is looked for once.
        if ahead.answers.already_has_it.is_none() && ground.page_names_a_competitor() {
            ahead.answers.already_has_it = Some(true);
        }
        ahead.seller.competitors.clear();
        let their_zones = ground.their_zones.iter().map(|zone| (*zone).clone()).collect();
        (Self { now, their_zones, zone: ground.zone, limits: ground.limits }, ahead)
    }

    /// Now, or the first instant of a later day.
    fn starts(&self, date: Date) -> Option<Timestamp> {
        if self.zone.to_datetime(self.now.timestamp).date() == date {
            return Some(self.now.timestamp);
        }
        self.zone.to_ambiguous_zoned(date.at(0, 0, 0, 0)).compatible().ok().map(|midnight| midnight.timestamp())
    }

    fn spaced(&self, last: Option<&Touch>, at: Moment) -> bool {
        last.is_none_or(|last| days_after(last.at.timestamp, self.limits.spacing_days, &self.zone).timestamp() <= at.timestamp)
    }
}

fn day(around: &Around, ahead: &mut Situation, date: Date) -> Day {
    let chance = chance(around, ahead, date);
    let working = !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
    let history = History::of(&ahead.touches);
    let closed = ahead.answers.do_not_contact == Some(true) || history.wrong_number().is_some();
    let (voicemail, call, email) = {
        let look = Look { around, history: &history, closed, date, chance: chance.as_ref(), working };
        let voicemail = look.voicemail();
        (voicemail, look.call(voicemail), look.email(voicemail))
    };
    let why = why::sentence(ahead, chance.as_ref(), working, voicemail, call, email);
    follow(around, ahead, date, chance.as_ref(), [(voicemail, Kind::Voicemail), (call, Kind::Call), (email, Kind::Email)]);
    Day { date: date.to_string(), at: chance.map(|chance| chance.at.to_string()), voicemail, call, email, why }
}

/// A moment of the day at which one may call, with what the procedure says then, after a live route.
#[derive(Debug)]
struct Chance {
    at: Moment,
    decision: Decision,
}

/// None where the calling hours leave no moment of that day.
fn chance(around: &Around, ahead: &mut Situation, date: Date) -> Option<Chance> {
    let (zone, zones) = (&around.zone, around.their_zones.iter().collect::<Vec<_>>());
    let mut from = around.starts(date)?;
    loop {
        let at = hours::first_allowed(from, &zones, around.limits.calling_hours)?;
        if zone.to_datetime(at).date() != date {
            return None;
        }
        let moment = Moment { timestamp: at, offset: zone.to_offset(at) };
        let decision = with_live_route(ahead, moment);
        // A rest that ends later on the day leaves the rest of the day.
        let ends = decision.until.as_deref().filter(|_| decision.action == Action::Rest).and_then(|until| until.parse::<Moment>().ok());
        match ends.filter(|until| until.timestamp > from && zone.to_datetime(until.timestamp).date() == date) {
            Some(until) => from = until.timestamp,
            None => return Some(Chance { at: moment, decision }),
        }
    }
}

fn with_live_route(ahead: &mut Situation, at: Moment) -> Decision {
    ahead.touches.push(planned(at, Kind::LiveRoute));
    let decision = decide_without_flip(ahead, at);
    ahead.touches.pop();
    decision
}

fn planned(at: Moment, kind: Kind) -> Touch {
    Touch { id: None, at, kind, direction: Some(Direction::Outbound), outcome: None, hook: None, script: None }
}

/// One day, looked at.
struct Look<'a> {
    around: &'a Around,
    history: &'a History<'a>,
    /// Nobody to call there: they asked not to be, or the number is not theirs.
    closed: bool,
    date: Date,
    chance: Option<&'a Chance>,
    working: bool,
}

impl Look<'_> {
    fn voicemail(&self) -> State {
        let Some(chance) = self.chance.filter(|chance| chance.decision.decision == Verdict::Leave) else {
            return State::Barred;
        };
        // Customers and people in mid-sale are not held back, but nobody needs a message a day.
        let spaced = self.around.spaced(self.history.voicemails().next_back(), chance.at);
        if chance.decision.action == Action::CallBack || self.working && spaced { State::Due } else { State::Allowed }
    }

    fn call(&self, voicemail: State) -> State {
        let Some(chance) = self.chance.filter(|_| !self.closed) else {
            return State::Barred;
        };
        let called = |touch: &&Touch| !touch.inbound() && matches!(touch.kind, Kind::Call | Kind::Voicemail | Kind::Talk);
        let spaced = self.around.spaced(self.history.newest_first().find(called), chance.at);
        let worth_it = chance.decision.budget.worth.is_none_or(|worth| (chance.decision.budget.made as u64) < worth);
        // A voicemail is left at the end of a call.
        if voicemail == State::Due || self.working && spaced && worth_it && !self.said_no() { State::Due } else { State::Allowed }
    }

    /// An e-mail in between: on the first working day after a voicemail (A49).
    fn email(&self, voicemail: State) -> State {
        if self.closed {
            return State::Barred;
        }
        let newest = self.history.newest_first().find(|touch| !touch.inbound() && matches!(touch.kind, Kind::Voicemail | Kind::Email));
        let waits = newest.is_some_and(|touch| touch.kind == Kind::Voicemail && day_of(touch, &self.around.zone) < self.date);
        if self.working && waits && voicemail != State::Due && !self.said_no() { State::Due } else { State::Allowed }
    }

    /// Less than a month ago, as line 6 has it.
    fn said_no(&self) -> bool {
        let Some(Says::No(no)) = self.history.says().filter(|says| matches!(says, Says::No(no) if no.outcome == Some(Outcome::Negative)))
        else {
            return false;
        };
        let until = days_after(no.at.timestamp, 30, &self.around.zone).timestamp();
        self.chance.map(|chance| chance.at.timestamp).or_else(|| self.around.starts(self.date)).is_some_and(|at| at < until)
    }
}

/// Does what is due. A voicemail is a call, so it is logged once.
fn follow(around: &Around, ahead: &mut Situation, date: Date, chance: Option<&Chance>, states: [(State, Kind); 3]) {
    let at = chance
        .map(|chance| chance.at)
        .or_else(|| around.starts(date).map(|midnight| Moment { timestamp: midnight, offset: around.now.offset }));
    let Some(at) = at else { return };
    let mut left_a_voicemail = false;
    for (state, kind) in states {
        if state == State::Due && !(kind == Kind::Call && left_a_voicemail) {
            left_a_voicemail |= kind == Kind::Voicemail;
            ahead.touches.push(planned(at, kind));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn planned_days(situation: serde_json::Value, days: u16) -> Vec<String> {
        let situation: Situation = serde_json::from_value(situation).unwrap();
        let plan = plan(&situation, situation.now.unwrap(), days);
        let due = |state| state == State::Due;
        let of = |day: &Day| {
            let what: String =
                [(day.voicemail, 'v'), (day.call, 'c'), (day.email, 'e')].into_iter().filter(|(s, _)| due(*s)).map(|(_, c)| c).collect();
            format!("{} {what}", day.date)
        };
        plan.days.iter().map(of).filter(|day| !day.ends_with(' ')).collect()
    }

    fn seller() -> serde_json::Value {
        serde_json::json!({
            "now": "2026-11-23T10:00:00-06:00", "goal": "callback",
            "seller": {"name": "Sam Hill", "telephone": "+13125550142", "timeZone": "America/Chicago", "offer": "We cut downtime"},
            "script": "Hello, this is Sam Hill at 312-555-0142. I have an idea about your downtime. Please call me at 312-555-0142."
        })
    }

    #[test]
    fn always_leave_leaves_one_a_week_with_an_e_mail_in_between() {
        let mut situation = seller();
        situation["playbook"] = "always_leave".into();
        assert_eq!(planned_days(situation, 10), ["2026-11-23 vc", "2026-11-24 e", "2026-11-30 vc", "2026-12-01 e"]);
    }

    #[test]
    fn persistent_leaves_three_and_rests_a_month() {
        let mut situation = seller();
        situation["playbook"] = "persistent".into();
        let voicemails: Vec<String> = planned_days(situation, 60).into_iter().filter(|day| day.contains('v')).collect();
        assert_eq!(voicemails[..4], ["2026-11-23 vc", "2026-11-26 vc", "2026-11-30 vc", "2026-12-30 vc"]);
    }

    #[test]
    fn a_person_who_asked_not_to_be_called_has_an_empty_calendar() {
        let mut situation = seller();
        situation["answers"] = serde_json::json!({"do_not_contact": true});
        let situation: Situation = serde_json::from_value(situation).unwrap();
        let barred = |day: &Day| [day.voicemail, day.call, day.email] == [State::Barred; 3];
        assert!(plan(&situation, situation.now.unwrap(), 60).days.iter().all(barred));
    }
}
