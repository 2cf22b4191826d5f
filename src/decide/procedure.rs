//! The procedure: twelve lines, the first that applies wins (`rules.md`).

use jiff::Zoned;

use super::{Action, Verdict, missing};
use crate::{
    calling::hours,
    checklist::{Case, Findings},
    playbook::Stranger,
};

/// Somebody who knows you, by what you said or by the log.
pub(super) const WARM_BY_THEMSELVES: [&str; 4] = ["customer", "mid_sale", "spoken_positive", "interested_lead"];
/// Why a stranger gets no message, whatever the reason for the call (A12 to A15).
pub(super) const EXCLUSIONS: [&str; 3] = ["seller_category", "already_has_it", "existing_supplier"];
/// The rests, in the order of the lines.
const RESTS: [&str; 3] = ["three_in_ten_days", "they_said_no", "spacing"];

/// What settled it.
#[derive(Debug)]
pub(super) struct Settled {
    pub(super) action: Action,
    pub(super) until: Option<Zoned>,
    /// Rule ids.
    pub(super) because: Vec<&'static str>,
}

impl Settled {
    pub(super) fn verdict(&self) -> Verdict {
        match self.action {
            Action::CallBack | Action::Leave => Verdict::Leave,
            Action::Stop | Action::NotNow | Action::Rest | Action::HangUp | Action::TryLive | Action::Prepare => Verdict::Skip,
        }
    }
}

pub(super) fn settle(case: &Case, findings: &Findings) -> Settled {
    let now = |action, because: &[&'static str]| Settled { action, until: None, because: because.to_vec() };
    let playbook = case.ground.playbook;

    // 1
    if findings.yes("do_not_contact") {
        return now(Action::Stop, &["do_not_contact"]);
    }
    // 2
    if findings.no("calling_hours") {
        return not_now(case, findings);
    }
    // 3
    if findings.yes("owed_an_answer") {
        return now(Action::CallBack, &["owed_an_answer"]);
    }
    // 4
    if findings.yes("wrong_number") {
        return now(Action::HangUp, &["wrong_number"]);
    }
    // 5 to 7
    if let Some((rule, until)) = rests(findings).next() {
        return Settled { action: Action::Rest, until: Some(until.clone()), because: vec![rule] };
    }
    let no_live_route = findings.no("live_route_tried") && !case.ground.situation.only_mobiles();
    // 8
    let warm: Vec<&str> = said_yes(findings, WARM_BY_THEMSELVES.iter().chain(&["referred"]));
    if !warm.is_empty() {
        if playbook.warm_tries_live_first && no_live_route {
            return now(Action::TryLive, &["live_route_tried"]);
        }
        return leave_or_prepare(findings, warm);
    }
    // 9
    if playbook.stranger_tries_live_first && no_live_route {
        return now(Action::TryLive, &["live_route_tried"]);
    }
    // 10
    let excluded = said_yes(findings, &EXCLUSIONS);
    if playbook.minds_exclusions && !excluded.is_empty() {
        return now(Action::HangUp, &excluded);
    }
    // 11
    match playbook.stranger {
        Stranger::Never => now(Action::HangUp, &["referred"]),
        // Nothing but the message itself is asked for.
        Stranger::Always => leave_or_prepare(findings, vec!["message_ready"]),
        Stranger::WithOneOf(reasons) => match said_yes(findings, reasons) {
            none if none.is_empty() => now(Action::HangUp, reasons),
            said => leave_or_prepare(findings, said),
        },
    }
}

/// Line 2: until the first instant that every zone allows, and not before the rests that hold now have ended.
fn not_now(case: &Case, findings: &Findings) -> Settled {
    let ground = case.ground;
    let last_rest = rests(findings).max_by_key(|(_, until)| until.timestamp());
    let from = last_rest.map_or(ground.now, |(_, until)| until.timestamp().max(ground.now));
    let until = hours::first_allowed(from, &ground.their_zones, ground.limits.calling_hours);
    Settled {
        action: Action::NotNow,
        until: until.map(|at| at.to_zoned(ground.zone.clone())),
        because: std::iter::once("calling_hours").chain(last_rest.map(|(rule, _)| rule)).collect(),
    }
}

/// The rests that hold now, in the order of their lines. Customers and people in mid-sale are not held back by them.
fn rests(findings: &Findings) -> impl Iterator<Item = (&'static str, &Zoned)> {
    let held_back = !findings.yes("customer") && !findings.yes("mid_sale");
    RESTS.into_iter().filter(move |_| held_back).filter_map(|rule| Some((rule, findings.until(rule)?)))
}

/// Line 12: what lines 8 and 11 would leave is left only where the message is ready.
fn leave_or_prepare(findings: &Findings, because: Vec<&'static str>) -> Settled {
    let missing = missing::rules(findings);
    let (action, because) = if missing.is_empty() { (Action::Leave, because) } else { (Action::Prepare, missing) };
    Settled { action, until: None, because }
}

fn said_yes<'a>(findings: &Findings, rules: impl IntoIterator<Item = &'a &'static str>) -> Vec<&'static str> {
    rules.into_iter().copied().filter(|rule| findings.yes(rule)).collect()
}
