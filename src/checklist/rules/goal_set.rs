use crate::checklist::{Case, Finding, From, Rule, Weighs};
use crate::situation::Goal;

/// A goal for every contact (A80).
pub(super) const RULE: Rule = Rule {
    id: "goal_set",
    asks: "Is the goal of this contact set?",
    why: "Without a goal the message asks for nothing.",
    seeds: &["002"],
    yes: Weighs::Leave,
    no: Weighs::Skip,
    judge,
};

fn judge(case: &Case) -> Finding {
    match case.goal {
        Some(Goal::Callback) => Finding::yes(From::You, "a call back"),
        Some(Goal::Meeting) => Finding::yes(From::You, "a meeting"),
        Some(Goal::PickUpNextTime) => Finding::yes(From::You, "that they pick up next time"),
        Some(Goal::ReadEmail) => Finding::yes(From::You, "that they read your e-mail"),
        None => Finding::no(From::You, "not set yet"),
    }
}
