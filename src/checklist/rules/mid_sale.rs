use super::relationship;
use crate::checklist::{Case, Finding, Rule, Weighs};
use crate::situation::Relationship;

/// In the middle of a sale voicemail carries what is important or timely (A19).
pub(super) const RULE: Rule = Rule {
    id: "mid_sale",
    asks: "Are you in the middle of a sale with them?",
    why: "In mid-sale a message brings what they wait for.",
    seeds: &["001"],
    yes: Weighs::Leave,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    relationship(case, Relationship::MidSale)
}
