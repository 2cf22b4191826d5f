//! The decision held against the seeds' own stories and against properties that must hold for every situation.

#![allow(clippy::unwrap_used)]

mod any;
mod properties;
mod seeds;

use aftertone::{
    decide::{Decision, decide},
    situation::Situation,
};
use serde_json::{Value, json};

/// The decision for a situation with its own `now`.
pub fn decided(situation: &Value) -> Decision {
    let situation: Situation = serde_json::from_value(situation.clone()).unwrap();
    let now = situation.now.unwrap();
    decide(&situation, now)
}

/// "leave (leave)", "skip (rest)".
pub fn verdict(situation: &Value) -> String {
    let decision = serde_json::to_value(decided(situation)).unwrap();
    format!("{} ({})", decision["decision"].as_str().unwrap(), decision["action"].as_str().unwrap())
}

/// A seller in Chicago with everything a message needs, a prospect there, a script that breaks no hard lint.
pub fn ready(now: &str, playbook: &str) -> Value {
    json!({
        "now": now,
        "playbook": playbook,
        "seller": {"name": "Phil Bernstein", "organization": "Lakeside Radio", "telephone": "+13125550142", "timeZone": "America/Chicago",
                   "offer": "We fill entry-level jobs by radio"},
        "prospect": {"name": "Dana Whitfield", "timeZone": {"value": "America/Chicago"}},
        "goal": "callback",
        "script": "Hello Dana, this is Phil Bernstein at 312-555-0142. I have an idea for your hiring this spring. Please call me back at 312-555-0142.",
    })
}

/// The situation with this value at this key.
pub fn with(mut situation: Value, key: &str, value: Value) -> Value {
    situation[key] = value;
    situation
}

pub fn touch(at: &str, kind: &str) -> Value {
    json!({"at": at, "kind": kind})
}
