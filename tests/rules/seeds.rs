//! Cases straight from the five articles.

use serde_json::{Value, json};

use crate::{decided, ready, touch, verdict, with};

/// Seed 003 day by day: a cold voicemail and an e-mail on 11 February, "I'm in a meeting" on Monday, another voicemail on Friday, then one
/// every seven to ten days until she writes back on 8 April.
#[test]
fn the_story_of_seed_003_is_allowed_step_by_step() {
    let noon = |day: &str| format!("2026-{day}T12:30:00{}", if day < "03-08" { "-06:00" } else { "-05:00" });
    let mut log: Vec<Value> = Vec::new();
    let mut told: Vec<String> = Vec::new();
    let voicemails = ["02-11", "02-20", "02-27", "03-06", "03-13", "03-20", "03-27", "04-03"];
    for day in voicemails {
        let situation = with(ready(&noon(day), "always_leave"), "touches", json!(log));
        told.push(format!("{day} {}", verdict(&situation)));
        log.push(touch(&noon(day), "voicemail"));
        if day == "02-11" {
            log.push(touch(&noon(day), "email"));
            // On Monday she picked up: a talk is an answer, so Friday's message is the first since.
            let monday = with(ready(&noon("02-16"), "always_leave"), "touches", json!(log));
            told.push(format!("02-16 {}", verdict(&monday)));
            log.push(json!({"at": noon("02-16"), "kind": "talk", "outcome": "callback_promised"}));
        }
    }
    log.push(json!({"at": "2026-04-08T09:10:00-05:00", "kind": "email", "direction": "inbound", "outcome": "positive"}));
    told.push(format!("04-08 {}", verdict(&with(ready("2026-04-08T09:30:00-05:00", "always_leave"), "touches", json!(log)))));
    assert_eq!(
        told,
        [
            "02-11 leave (leave)",
            "02-16 skip (rest)", // a second message so soon would have been too many, a call is not
            "02-20 leave (leave)",
            "02-27 leave (leave)",
            "03-06 leave (leave)",
            "03-13 leave (leave)",
            "03-20 leave (leave)",
            "03-27 leave (leave)",
            "04-03 leave (leave)",
            "04-08 leave (call_back)",
        ]
    );
}

#[test]
fn in_a_meeting_is_no_positive_talk() {
    let met = json!([{"at": "2026-02-16T12:30:00-06:00", "kind": "talk", "outcome": "callback_promised"}]);
    let decision = decided(&with(ready("2026-02-20T12:30:00-06:00", "referral_only"), "touches", met));
    assert!(decision.because == ["live_route_tried"] && decision.votes.seed_000 == aftertone::decide::Verdict::Skip);
}

#[test]
fn the_fourth_voicemail_in_ten_days_waits_a_month() {
    let log = json!([
        touch("2026-11-02T09:00:00-06:00", "voicemail"),
        touch("2026-11-06T09:00:00-06:00", "voicemail"),
        touch("2026-11-11T16:10:00-06:00", "voicemail")
    ]);
    let decision = decided(&with(ready("2026-11-20T12:30:00-06:00", "persistent"), "touches", log.clone()));
    assert_eq!(decision.because, ["three_in_ten_days"]);
    assert_eq!(decision.until.as_deref(), Some("2026-12-11T16:10:00-06:00"));
    assert_eq!(verdict(&with(ready("2026-12-11T16:09:59-06:00", "persistent"), "touches", log.clone())), "skip (rest)");
    assert_eq!(verdict(&with(ready("2026-12-11T16:10:00-06:00", "persistent"), "touches", log)), "leave (leave)");
}

#[test]
fn a_rest_keeps_the_wall_clock_across_the_change_of_clocks() {
    let log = json!([touch("2026-10-26T09:00:00-05:00", "voicemail")]);
    let decision = decided(&with(ready("2026-10-28T12:00:00-05:00", "always_leave"), "touches", log));
    assert_eq!(decision.until.as_deref(), Some("2026-11-02T09:00:00-06:00"));
}

#[test]
fn calls_are_worth_what_the_sale_is_worth() {
    for (value, worth) in [(1000, 3), (10_000, 17), (144_000, 17)] {
        let decision = decided(&with(ready("2026-11-20T12:30:00-06:00", "balanced"), "deal", json!({"value": value, "currency": "USD"})));
        assert_eq!(decision.budget.worth, Some(worth));
    }
}

/// Seed 001 says 7:45, the law says 8:00: the hours win.
#[test]
fn a_quarter_to_eight_is_too_early_and_eight_is_not() {
    let early = decided(&ready("2026-11-20T07:45:00-06:00", "always_leave"));
    assert_eq!((early.because[0].as_str(), early.until.as_deref()), ("calling_hours", Some("2026-11-20T08:00:00-06:00")));
    assert_eq!(early.windows[0].start, "2026-11-20T08:00:00-06:00");
    assert_eq!(verdict(&ready("2026-11-20T08:00:00-06:00", "always_leave")), "leave (leave)");
    assert_eq!(verdict(&ready("2026-11-20T21:00:00-06:00", "always_leave")), "skip (not_now)");
}

/// Seed 001 ends the day at 5:15, seed 004 at 5:30: the late window opens with the first and closes at 6:30.
#[test]
fn the_late_window() {
    for (now, name, open) in [
        ("17:14:59", "late", false),
        ("17:15:00", "late", true),
        ("17:30:00", "late", true),
        ("18:29:59", "late", true),
        ("18:30:00", "early", false),
    ] {
        let at = format!("2026-11-19T{now}-06:00");
        let decision = decided(&ready(&at, "balanced"));
        assert_eq!(decision.windows[0].name, name, "{now}");
        assert_eq!(decision.windows[0].start <= at, open, "{now}");
        if name == "late" {
            assert_eq!(decision.windows[0].start, "2026-11-19T17:15:00-06:00", "{now}");
        }
    }
}

/// Thirty days after the last of three are thirty days on the calendar, over a short February and a leap day too.
#[test]
fn a_month_of_rest_counts_days_over_leap_years_and_changes_of_clocks() {
    for (last, until) in [
        ("2028-02-29T09:00:00-06:00", "2028-03-30T09:00:00-05:00"),
        ("2027-01-31T09:00:00-06:00", "2027-03-02T09:00:00-06:00"),
        // 14 March 2027, 02:30 does not exist in Chicago: the clock there reads 03:30.
        ("2027-02-12T02:30:00-06:00", "2027-03-14T03:30:00-05:00"),
        // 7 November 2027, 01:30 comes twice: the first is meant.
        ("2027-10-08T01:30:00-05:00", "2027-11-07T01:30:00-05:00"),
    ] {
        let decision = decided(&with(
            ready(&last.replace("T0", "T1"), "persistent"),
            "touches",
            json!([touch(last, "voicemail"), touch(last, "voicemail"), touch(last, "voicemail")]),
        ));
        assert_eq!((decision.because[0].as_str(), decision.until.as_deref()), ("three_in_ten_days", Some(until)), "{last}");
    }
}

/// Adelaide is nine and a half hours ahead, Kolkata five and a half: the hours are those of their clocks.
#[test]
fn half_hour_zones_keep_their_own_hours() {
    for (zone, early, opens) in [
        ("Asia/Kolkata", "2026-11-20T02:29:00Z", "2026-11-20T02:30:00Z"),
        ("Australia/Adelaide", "2026-06-19T22:29:00Z", "2026-06-19T22:30:00Z"),
    ] {
        let at = |now: &str| with(ready(now, "always_leave"), "prospect", json!({"timeZone": {"value": zone}}));
        assert_eq!(verdict(&at(early)), "skip (not_now)", "{zone}");
        assert_eq!(verdict(&at(opens)), "leave (leave)", "{zone}");
        let until: aftertone::moment::Moment = decided(&at(early)).until.unwrap().parse().unwrap();
        assert_eq!(until.timestamp, opens.parse().unwrap(), "{zone}");
    }
}

/// A clock that was set back leaves touches in the future: they count as they stand.
#[test]
fn touches_in_the_future_count() {
    let log = json!([touch("2026-11-25T09:00:00-06:00", "voicemail")]);
    let decision = decided(&with(ready("2026-11-20T12:00:00-06:00", "always_leave"), "touches", log));
    assert_eq!(decision.until.as_deref(), Some("2026-12-02T09:00:00-06:00"));
    let same = "2026-11-20T11:00:00-06:00";
    let inbound = json!({"at": same, "kind": "email", "direction": "inbound"});
    let answered = with(ready("2026-11-20T12:00:00-06:00", "always_leave"), "touches", json!([inbound, touch(same, "call")]));
    let waits = with(ready("2026-11-20T12:00:00-06:00", "always_leave"), "touches", json!([touch(same, "call"), inbound]));
    // Of two at one instant the later in the list is the newer.
    assert_eq!((verdict(&answered), verdict(&waits)), ("leave (leave)".to_owned(), "leave (call_back)".to_owned()));
}

#[test]
fn a_referrer_turns_a_stranger_into_a_message() {
    let stranger =
        with(ready("2026-11-20T12:30:00-06:00", "referral_only"), "touches", json!([touch("2026-11-20T12:20:00-06:00", "live_route")]));
    assert_eq!(verdict(&stranger), "skip (hang_up)");
    assert_eq!(decided(&stranger).flip.unwrap().change, "answers.referred_by");
    assert_eq!(verdict(&with(stranger, "answers", json!({"referred_by": "Maria Lopez"}))), "leave (leave)");
}

#[test]
fn rest_days_are_the_seeds_unless_set() {
    let log = json!([touch("2026-11-18T09:00:00-06:00", "voicemail")]);
    let at = |playbook: &str| with(ready("2026-11-21T10:00:00-06:00", playbook), "touches", log.clone());
    assert_eq!(verdict(&at("persistent")), "leave (leave)");
    assert_eq!(verdict(&at("always_leave")), "skip (rest)");
    assert_eq!(verdict(&with(at("always_leave"), "settings", json!({"spacingDays": 3}))), "leave (leave)");
}

/// Half-hour zones, and a zone not known among several: every one of them must be awake.
#[test]
fn every_zone_they_may_be_in_is_awake() {
    let zones =
        |zones: Value| with(ready("2026-11-20T08:30:00-06:00", "always_leave"), "prospect", json!({"timeZone": {"candidates": zones}}));
    assert_eq!(decided(&zones(json!(["America/New_York", "America/Los_Angeles"]))).until.as_deref(), Some("2026-11-20T10:00:00-06:00"));
    assert_eq!(verdict(&zones(json!(["Asia/Kolkata", "Asia/Kathmandu"]))), "leave (leave)");
    assert!(decided(&zones(json!(["Asia/Kolkata", "Asia/Kathmandu"]))).windows.is_empty());
}
