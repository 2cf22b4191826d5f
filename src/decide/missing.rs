//! What the message still needs before it is left (002: never wing it).

use crate::checklist::{Case, Findings};

/// Rule ids beside the names `missing` has for them.
const NEEDED: [(&str, &str); 4] =
    [("goal_set", "goal"), ("seller_name", "seller_name"), ("callback_number", "callback_number"), ("reason_for_call", "reason")];

/// Everything that is missing, under every action.
pub(super) fn of(case: &Case, findings: &Findings) -> Vec<String> {
    let needed = NEEDED.iter().filter(|(rule, _)| findings.no(rule)).map(|(_, name)| (*name).to_owned());
    needed.chain(case.script_faults.iter().map(|fault| format!("script:{fault}"))).collect()
}

/// The rules that say something is missing.
pub(super) fn rules(findings: &Findings) -> Vec<&'static str> {
    NEEDED.iter().map(|(rule, _)| *rule).chain(["message_ready"]).filter(|rule| findings.no(rule)).collect()
}
