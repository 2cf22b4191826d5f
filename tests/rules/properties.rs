//! What holds for every situation.

use aftertone::decide::{Action, Flip, Verdict};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{any, decided};

/// The situation after the change that a flip names.
fn after(situation: &Value, change: &str, to: &Value) -> Value {
    let mut situation = situation.clone();
    match change.strip_prefix("answers.") {
        Some(key) => situation["answers"][key] = to.clone(),
        None if change == "touches[+]" => situation["touches"].as_array_mut().unwrap().push(to.clone()),
        None => situation[change] = to.clone(),
    }
    situation
}

/// Every single change in the order of the rules, whether or not it turns anything.
fn changes(situation: &Value) -> Vec<(String, Value)> {
    let blank = |value: &Value| value.as_str().is_none_or(|text| text.trim().is_empty());
    let answers = &situation["answers"];
    let mut all =
        vec![("touches[+]".to_owned(), json!({"at": situation["now"], "kind": "live_route", "direction": "outbound", "outcome": null}))];
    if situation["goal"].is_null() {
        all.push(("goal".to_owned(), json!("callback")));
    }
    for key in ["valuable_information", "connection", "referred_by"] {
        if blank(&answers[key]) {
            all.push((format!("answers.{key}"), json!("somebody")));
        }
    }
    if answers["relationship"].is_null() {
        all.extend(
            ["interested_lead", "spoken_positive", "mid_sale", "customer"].map(|name| ("answers.relationship".to_owned(), json!(name))),
        );
    }
    for key in ["already_has_it", "existing_supplier"] {
        if answers[key].is_null() {
            all.push((format!("answers.{key}"), json!(true)));
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, max_global_rejects: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_inputs_give_the_same_answer(situation in any::situation()) {
        prop_assert_eq!(decided(&situation), decided(&situation));
    }

    /// Newest is by time: among touches of different times the order in the list says nothing.
    #[test]
    fn the_order_of_the_list_is_irrelevant(mut situation in any::situation()) {
        let touches = situation["touches"].as_array_mut().unwrap();
        touches.sort_by_key(|touch| touch["at"].to_string());
        touches.dedup_by_key(|touch| touch["at"].to_string());
        let forwards = decided(&situation);
        situation["touches"].as_array_mut().unwrap().reverse();
        prop_assert_eq!(forwards, decided(&situation));
    }

    #[test]
    fn a_note_changes_nothing(mut situation in any::situation()) {
        let before = decided(&situation);
        let note = json!({"at": situation["now"], "kind": "note", "direction": "outbound", "outcome": null});
        situation["touches"].as_array_mut().unwrap().push(note);
        prop_assert_eq!(before, decided(&situation));
    }

    #[test]
    fn do_not_contact_always_stops(mut situation in any::situation()) {
        situation["answers"]["do_not_contact"] = json!(true);
        let decision = decided(&situation);
        prop_assert_eq!((decision.decision, decision.action), (Verdict::Skip, Action::Stop));
        prop_assert!(decision.routes.is_empty() && decision.windows.is_empty() && decision.flip.is_none());
    }

    #[test]
    fn one_more_voicemail_never_turns_rest_into_leave(mut situation in any::situation()) {
        prop_assume!(decided(&situation).action == Action::Rest);
        let voicemail = json!({"at": situation["now"], "kind": "voicemail", "direction": "outbound", "outcome": null});
        situation["touches"].as_array_mut().unwrap().push(voicemail);
        prop_assert_eq!(decided(&situation).decision, Verdict::Skip);
    }

    /// Sound: applied, it gives what it promises. Minimal: no change before it in the order turns the decision, and where there is none,
    /// no change does.
    #[test]
    fn the_flip_is_the_first_change_that_turns_the_decision(situation in any::situation()) {
        let decision = decided(&situation);
        let first = changes(&situation).into_iter().find(|(change, to)| decided(&after(&situation, change, to)).decision != decision.decision);
        match (decision.flip, first) {
            (None, None) => {}
            (Some(Flip { change, to, decision: verdict, action }), Some((first, _))) => {
                prop_assert_eq!(&change, &first);
                let turned = decided(&after(&situation, &change, &serde_json::to_value(to).unwrap()));
                prop_assert_eq!((turned.decision, turned.action), (verdict, action));
            }
            (flip, first) => prop_assert!(false, "flip {flip:?}, first change {first:?}"),
        }
    }

    #[test]
    fn a_date_is_in_the_future_and_given_only_where_one_applies(situation in any::situation()) {
        let decision = decided(&situation);
        match (decision.action, &decision.until) {
            (Action::Rest, Some(until)) | (Action::NotNow, Some(until)) => {
                let until: aftertone::moment::Moment = until.parse().unwrap();
                let now: aftertone::moment::Moment = situation["now"].as_str().unwrap().parse().unwrap();
                prop_assert!(until.timestamp > now.timestamp);
            }
            (Action::Rest, None) => prop_assert!(false, "a rest without an end"),
            (_, until) => prop_assert!(until.is_none() || decision.action == Action::NotNow),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// At the moment of every planned day, over the log as the plan has made it by then, the procedure says what the plan says.
    #[test]
    fn no_planned_day_breaks_a_rule(situation in any::situation()) {
        use aftertone::{decide::decide_without_flip, plan::{State, plan}, situation::Situation, touch::Touch};
        let situation: Situation = serde_json::from_value(situation).unwrap();
        let mut ahead = situation.clone();
        let touch = |at: &str, kind| -> Touch { serde_json::from_value(json!({"at": at, "kind": kind})).unwrap() };
        for day in plan(&situation, situation.now.unwrap(), 60).days {
            let at = day.at.clone().unwrap_or_else(|| any::starts(&situation, &day.date));
            if day.at.is_some() {
                ahead.touches.push(touch(&at, "live_route"));
                let decision = decide_without_flip(&ahead, at.parse().unwrap());
                ahead.touches.pop();
                prop_assert_ne!(decision.action, Action::NotNow);
                prop_assert_eq!(decision.decision == Verdict::Leave, day.voicemail != State::Barred, "{:?}", day);
                prop_assert_eq!(decision.action == Action::Stop || decision.because == ["wrong_number"], day.call == State::Barred, "{:?}", day);
            } else {
                prop_assert_eq!((day.voicemail, day.call), (State::Barred, State::Barred));
            }
            // The days to come stand on what was done on this one, a written e-mail on a day without calling hours too.
            let called = if day.voicemail == State::Due { State::Barred } else { day.call };
            for (state, kind) in [(day.voicemail, "voicemail"), (called, "call"), (day.email, "email")] {
                if state == State::Due {
                    ahead.touches.push(touch(&at, kind));
                }
            }
        }
    }
}
