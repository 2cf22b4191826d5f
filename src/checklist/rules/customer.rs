use super::relationship;
use crate::checklist::{Case, Finding, Rule, Weighs};
use crate::situation::Relationship;

/// Voicemail helps to reach an existing customer (A20).
pub(super) const RULE: Rule = Rule {
    id: "customer",
    asks: "Are they a customer already?",
    why: "A customer knows you and wants to hear from you.",
    seeds: &["001"],
    yes: Weighs::Leave,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    relationship(case, Relationship::Customer)
}
