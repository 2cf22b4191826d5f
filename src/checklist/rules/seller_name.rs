use crate::checklist::{Case, Finding, From, Rule, Weighs};
use crate::fact::present;

/// Who calls says who it is (Blount's first step; 47 CFR 64.1200(d)(4)).
pub(super) const RULE: Rule = Rule {
    id: "seller_name",
    asks: "Is your name set?",
    why: "A message without a name is an anonymous call.",
    seeds: &["002", "000"],
    yes: Weighs::Leave,
    no: Weighs::Skip,
    judge,
};

fn judge(case: &Case) -> Finding {
    match present(&case.ground.situation.seller.name) {
        Some(name) => Finding::yes(From::Settings, name),
        None => Finding::no(From::Settings, "not set yet"),
    }
}
