use crate::checklist::{Case, Finding, From, Rule, Weighs};

/// Selling what they already have wins no call back (A12).
pub(super) const RULE: Rule = Rule {
    id: "already_has_it",
    asks: "Do they likely have this product already?",
    why: "Selling what they already have wins no call back.",
    seeds: &["001"],
    yes: Weighs::Skip,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    match (case.answers.already_has_it, &case.ground.competitor) {
        (Some(said), _) => Finding::said(said),
        (None, Some(named)) => Finding::yes(From::Page, format!("the page names {}: \u{201c}{}\u{201d}", named.competitor, named.passage)),
        // A page that names no competitor proves nothing.
        (None, None) => Finding::unknown(),
    }
}
