//! The decision, composed: the playbook weighs the findings, the draft says whether the message is ready.

use crate::{
    calling::{budget, routes, windows},
    checklist::{Case, Findings, Ground},
    draft,
    moment::{Moment, rfc3339},
    situation::Situation,
};

mod answer;
mod flip;
mod missing;
mod procedure;
mod votes;

pub use answer::*;

/// Leave or skip, with everything it rests on. Pure: the same inputs give the same answer. `now` stands for the situation's own.
pub fn decide(situation: &Situation, now: Moment) -> Decision {
    let ground = Ground::of(situation, now);
    let case = Case::of(&ground, script_faults(situation, now));
    let mut decision = decided(&case);
    decision.flip = flip::find(&case, now, decision.decision);
    decision
}

/// The same, but for the flip, which asks the whole procedure again for each change it tries.
pub fn decide_without_flip(situation: &Situation, now: Moment) -> Decision {
    let ground = Ground::of(situation, now);
    decided(&Case::of(&ground, script_faults(situation, now)))
}

/// The rules that could turn the decision, in the checklist's order: another answer to any one of them does. For a screen that asks them
/// first.
pub fn turning(situation: &Situation, decision: &Decision, now: Moment) -> Vec<&'static str> {
    let ground = Ground::of(situation, now);
    let faults = decision.missing.iter().filter_map(|missing| missing.strip_prefix("script:")).map(str::to_owned).collect();
    flip::turning(&Case::of(&ground, faults), decision.decision)
}

fn decided(case: &Case) -> Decision {
    let ground = case.ground;
    let findings = case.find();
    let settled = procedure::settle(case, &findings);
    let stopped = settled.action == Action::Stop;
    let windows = if stopped { Vec::new() } else { next_windows(ground) };
    Decision {
        decision: settled.verdict(),
        action: settled.action,
        until: settled.until.as_ref().map(rfc3339),
        because: settled.because.iter().map(|id| (*id).to_owned()).collect(),
        votes: votes::of(case, &findings),
        flip: None,
        missing: missing::of(case, &findings),
        counts: ground.counts,
        budget: budget_of(ground),
        routes: if stopped { Vec::new() } else { routes::round_voicemail(ground.situation, &windows) },
        windows: windows.iter().map(|w| Window { name: w.name.to_owned(), start: rfc3339(&w.start), end: rfc3339(&w.end) }).collect(),
        checklist: rows(findings),
    }
}

/// Only the action and its date, without a look at the message: for lists of thousands. What would be prepare may be leave.
pub fn action_without_message(situation: &Situation, now: Moment) -> (Action, Option<jiff::Timestamp>) {
    let ground = Ground::of(situation, now);
    let case = Case::of(&ground, Vec::new());
    let settled = procedure::settle(&case, &case.find());
    (settled.action, settled.until.map(|until| until.timestamp()))
}

/// The ids of the hard lints that the user's own script breaks, or else the drafted one.
fn script_faults(situation: &Situation, now: Moment) -> Vec<String> {
    let findings = match situation.own_script() {
        Some(script) => draft::lint::lint(script, &draft::lint::Context::of(situation)).findings,
        None => draft::draft(situation, now, None).map(|draft| draft.lint.findings).unwrap_or_default(),
    };
    let mut faults: Vec<String> = Vec::new();
    for finding in findings.into_iter().filter(|finding| finding.level == draft::lint::Level::Hard) {
        if !faults.contains(&finding.rule) {
            faults.push(finding.rule);
        }
    }
    faults
}

/// None where it is not known which clock is theirs.
fn next_windows(ground: &Ground) -> Vec<windows::CallWindow> {
    match ground.their_zones.as_slice() {
        [zone] => windows::next(ground.now, zone, &ground.limits, 2),
        _ => Vec::new(),
    }
}

fn rows(findings: Findings) -> Vec<Row> {
    findings
        .into_rows()
        .map(|(rule, finding)| Row {
            rule: rule.id.to_owned(),
            asks: rule.asks.to_owned(),
            answer: finding.answer,
            evidence: finding.evidence,
            from: finding.from,
            seeds: rule.seeds.iter().map(|seed| (*seed).to_owned()).collect(),
            weighs: rule.weighs(finding.answer),
        })
        .collect()
}

fn budget_of(ground: &Ground) -> Budget {
    let made = ground.counts.call;
    let worth = ground.situation.deal.value.and_then(|value| budget::worth(value, &ground.limits.worth));
    let state = match worth {
        None => BudgetState::Unknown,
        Some(worth) if made as u64 > worth => BudgetState::Beyond,
        Some(_) => BudgetState::Within,
    };
    Budget { made, worth, state }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn turns(playbook: &str, answers: serde_json::Value) -> Vec<&'static str> {
        let situation: Situation = serde_json::from_value(serde_json::json!({
            "now": "2026-11-23T14:05:00-06:00", "playbook": playbook, "goal": "callback", "answers": answers,
            "seller": {"name": "Sam Hill", "telephone": "+13125550142", "timeZone": "America/Chicago", "offer": "We cut downtime"},
            "script": "Hello, this is Sam Hill at 312-555-0142. I have an idea about your downtime. Please call me at 312-555-0142.",
            "touches": [{"at": "2026-11-23T14:00:00-06:00", "kind": "live_route"}]
        }))
        .unwrap();
        let now = situation.now.unwrap();
        turning(&situation, &decide(&situation, now), now)
    }

    #[test]
    fn what_could_turn_it_depends_on_the_playbook_and_on_what_was_said() {
        assert_eq!(turns("referral_only", serde_json::json!({})), ["referred"]);
        assert_eq!(turns("balanced", serde_json::json!({})), ["referred", "valuable_information", "connection"]);
        assert_eq!(turns("always_leave", serde_json::json!({})), ["do_not_contact"]);
        let known = serde_json::json!({"connection": "Ada", "already_has_it": true});
        assert_eq!(turns("balanced", known), ["referred", "already_has_it"]);
        assert_eq!(turns("balanced", serde_json::json!({"do_not_contact": true, "referred_by": "Ada"})), ["do_not_contact"]);
    }
}
