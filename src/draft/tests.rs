#![allow(clippy::unwrap_used)]
use serde_json::{Value, json};

use super::*;

fn full() -> Value {
    json!({
        "now": "2026-11-23T14:05:00-06:00",
        "seller": {"name": "Ann Lee", "organization": "Northwind", "telephone": "+14155550123", "timeZone": "America/Chicago",
                   "offer": "help plants fill night shifts", "incentive": "a free shift audit",
                   "facts": [{"id": "f1", "text": "Forty plants run their nights with us"}, {"id": "f2", "text": "Our welders stay four years on average"}]},
        "prospect": {"name": "Dana Whitfield", "jobTitle": "COO", "worksFor": "Acme", "timeZone": {"value": "America/Chicago"}},
        "hooks": [{"id": "h1", "kind": "hiring", "text": "We are hiring 50 people", "source": "text"}]
    })
}

fn drafted(situation: &Value, angle: Option<&str>) -> Draft {
    let situation: Situation = serde_json::from_value(situation.clone()).unwrap();
    draft(&situation, situation.now.unwrap(), angle).unwrap()
}

#[test]
fn a_cold_message_is_about_them() {
    let draft = drafted(&full(), None);
    assert_eq!(
        draft.script,
        "Hi Dana, this is Ann Lee with Northwind, 415-555-0123. I read that you are hiring 50 people. We help plants fill night shifts. Please call me back at 415-555-0123. Thank you."
    );
    assert_eq!(draft.angle, "hiring");
    assert!(draft.lint.findings.is_empty(), "{:?}", draft.lint);
}
