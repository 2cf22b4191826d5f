use crate::checklist::{Case, Finding, Rule, Weighs};

/// Who asked not to be called is not called (47 CFR 64.1200(d) and plain manners).
pub(super) const RULE: Rule = Rule {
    id: "do_not_contact",
    asks: "Did they ask not to be contacted?",
    why: "A person who said stop is never called again.",
    seeds: &[],
    yes: Weighs::Skip,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    case.answers.do_not_contact.map_or_else(Finding::unknown, Finding::said)
}
