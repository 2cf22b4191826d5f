use crate::checklist::{Case, Finding, From, Rule, Weighs};
use crate::fact::present;

/// A number to call back: + and 7 to 15 digits (E.164), said twice (A65).
pub(super) const RULE: Rule = Rule {
    id: "callback_number",
    asks: "Is your callback number set?",
    why: "They can only call back a number they heard.",
    seeds: &["003"],
    yes: Weighs::Leave,
    no: Weighs::Skip,
    judge,
};

fn judge(case: &Case) -> Finding {
    match (case.ground.situation.callback_number(), present(&case.ground.situation.seller.telephone)) {
        (Some(number), _) => Finding::yes(From::Settings, number),
        (None, Some(_)) => Finding::no(From::Settings, "the number in your settings is not complete: write it as +1 415 555 0123"),
        (None, None) => Finding::no(From::Settings, "not set yet"),
    }
}
