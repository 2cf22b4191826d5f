//! Any situation: what the properties are held against.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::ready;

/// Minutes since 1 October 2026, in Chicago's winter offset: two months around a change of clocks.
fn instant() -> impl Strategy<Value = String> {
    (0..62i64, prop::sample::select(vec![7, 8, 12, 17, 20, 21]), prop::sample::select(vec![0, 30, 59])).prop_map(|(day, hour, minute)| {
        let (month, day) = if day < 31 { (10, day + 1) } else { (11, (day - 31).min(29) + 1) };
        format!("2026-{month}-{day:02}T{hour:02}:{minute:02}:00-06:00")
    })
}

pub(crate) fn touch() -> impl Strategy<Value = Value> {
    (
        instant(),
        prop::sample::select(vec!["call", "live_route", "voicemail", "voicemail", "email", "talk", "note"]),
        prop::sample::select(vec!["outbound", "outbound", "outbound", "inbound"]),
        prop::option::of(prop::sample::select(vec![
            "positive",
            "neutral",
            "negative",
            "callback_promised",
            "wrong_number",
            "left_company",
        ])),
    )
        .prop_map(|(at, kind, direction, outcome)| json!({"at": at, "kind": kind, "direction": direction, "outcome": outcome}))
}

fn answers() -> impl Strategy<Value = Value> {
    let text = || prop::option::weighted(0.25, prop::sample::select(vec!["", "Maria Lopez"]));
    (
        prop::option::weighted(0.05, any::<bool>()),
        text(),
        prop::option::weighted(0.3, prop::sample::select(vec!["stranger", "spoken_positive", "interested_lead", "mid_sale", "customer"])),
        text(),
        text(),
        prop::option::weighted(0.3, any::<bool>()),
        prop::option::weighted(0.3, any::<bool>()),
    )
        .prop_map(|(stop, referred, relationship, information, connection, has, supplier)| {
            json!({"do_not_contact": stop, "referred_by": referred, "relationship": relationship, "valuable_information": information,
                   "connection": connection, "already_has_it": has, "existing_supplier": supplier})
        })
}

pub(crate) fn situation() -> impl Strategy<Value = Value> {
    let playbooks = vec!["referral_only", "it_depends", "balanced", "persistent", "always_leave"];
    (
        (instant(), prop::sample::select(playbooks), answers(), prop::collection::vec(touch(), 0..7)),
        prop::option::weighted(0.85, prop::sample::select(vec!["callback", "meeting", "pick_up_next_time", "read_email"])),
        prop::sample::select(vec!["general", "general", "general", "insurance"]),
        prop::sample::select(vec!["", "Their desk phones are from Acme Telecom."]),
        any::<bool>(),
        (
            any::<bool>(),
            prop::bool::weighted(0.9),
            prop::sample::select(vec![json!([]), json!(["America/Chicago"]), json!(["America/New_York", "America/Denver"])]),
        ),
    )
        .prop_map(|((now, playbook, answers, touches), goal, category, page, hook, (own_script, seller, zones))| {
            let mut situation = ready(&now, playbook);
            let fields: Map<String, Value> = [
                ("answers", answers),
                ("touches", json!(touches)),
                ("goal", json!(goal)),
                ("pageText", json!(page)),
                (
                    "hooks",
                    if hook {
                        json!([{"id": "h", "kind": "hiring", "text": "We are hiring 50 people by May.", "date": null, "source": "text"}])
                    } else {
                        json!([])
                    },
                ),
                ("prospect", json!({"name": "Dana Whitfield", "timeZone": {"value": null, "candidates": zones}})),
            ]
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect();
            situation.as_object_mut().into_iter().for_each(|all| all.extend(fields.clone()));
            situation["seller"]["category"] = json!(category);
            situation["seller"]["competitors"] = json!(["acme  telecom"]);
            if !seller {
                situation["seller"]["name"] = json!(" ");
            }
            if !own_script {
                situation["script"] = Value::Null;
            }
            situation
        })
}

/// The first instant of a day in the seller's zone, or now on the day that has begun: when a day without calling hours is written to.
pub(crate) fn starts(situation: &aftertone::situation::Situation, date: &str) -> String {
    let now = situation.now.unwrap();
    let zone = situation.seller.time_zone.as_ref().map(|zone| zone.tz.clone());
    let zone = zone.unwrap_or_else(|| jiff::tz::TimeZone::fixed(now.offset));
    let date: jiff::civil::Date = date.parse().unwrap();
    let midnight = zone.to_ambiguous_zoned(date.at(0, 0, 0, 0)).compatible().unwrap().timestamp();
    midnight.max(now.timestamp).to_string()
}
