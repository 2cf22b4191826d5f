use crate::checklist::{Case, Finding, From, Rule, Weighs};
use crate::fact::present;

/// A good business reason to want to talk (A68): an offer, or something they need to know.
pub(super) const RULE: Rule = Rule {
    id: "reason_for_call",
    asks: "Is there a reason for them to care?",
    why: "Why should they care? Without an answer there is nothing to say.",
    seeds: &["003", "004"],
    yes: Weighs::Leave,
    no: Weighs::Skip,
    judge,
};

fn judge(case: &Case) -> Finding {
    let offer = present(&case.ground.situation.seller.offer).map(|offer| (From::Settings, offer));
    let information = case.answers.valuable_information.as_deref().and_then(present).map(|what| (From::You, what));
    match information.or(offer) {
        Some((from, reason)) => Finding::yes(from, reason),
        None => Finding::no(From::Settings, "neither an offer nor something they need to know"),
    }
}
