use crate::checklist::{Case, Finding, From, Rule, Weighs};
use crate::fact::present;

/// A mutual acquaintance, the same association, the same event (A72).
pub(super) const RULE: Rule = Rule {
    id: "connection",
    asks: "Do you share a person, a group or an event?",
    why: "A connection makes a stranger a little less strange.",
    seeds: &["004"],
    yes: Weighs::Leave,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    case.answers.connection.as_deref().and_then(present).map_or_else(Finding::unknown, |what| Finding::yes(From::You, what))
}
