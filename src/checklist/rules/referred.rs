use crate::checklist::{Case, Finding, From, Rule, Weighs};
use crate::fact::present;

/// A referral: the only time a stranger should hear from you, by the strictest of the five (A02).
pub(super) const RULE: Rule = Rule {
    id: "referred",
    asks: "Did somebody refer you?",
    why: "A name they trust makes you no stranger.",
    seeds: &["000"],
    yes: Weighs::Leave,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    case.answers
        .referred_by
        .as_deref()
        .and_then(present)
        .map_or_else(Finding::unknown, |name| Finding::yes(From::You, format!("referred by {name}")))
}
