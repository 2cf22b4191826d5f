use crate::checklist::{Case, Finding, From, Rule, Weighs};
use crate::fact::present;

/// Information they really need to know (A09).
pub(super) const RULE: Rule = Rule {
    id: "valuable_information",
    asks: "Do you know something they need to know?",
    why: "What they need to hear is worth a message even to a stranger.",
    seeds: &["001"],
    yes: Weighs::Leave,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    case.answers.valuable_information.as_deref().and_then(present).map_or_else(Finding::unknown, |what| Finding::yes(From::You, what))
}
