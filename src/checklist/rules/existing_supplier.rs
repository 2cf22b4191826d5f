use crate::checklist::{Case, Finding, Rule, Weighs};

/// Against an existing relationship a cold message loses (A13).
pub(super) const RULE: Rule = Rule {
    id: "existing_supplier",
    asks: "Do they likely have a supplier they are happy with?",
    why: "A cold message rarely beats somebody they already trust.",
    seeds: &["001"],
    yes: Weighs::Skip,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    case.answers.existing_supplier.map_or_else(Finding::unknown, Finding::said)
}
