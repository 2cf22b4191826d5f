use crate::checklist::{Case, Finding, From, Rule, Weighs, words};
use crate::touch::Outcome;

/// A number that reached somebody else, or a person who has left, is no number to leave a message on (A29).
pub(super) const RULE: Rule = Rule {
    id: "wrong_number",
    asks: "Was the number wrong, or have they left?",
    why: "A message for somebody who is not there is heard by nobody.",
    seeds: &["004"],
    yes: Weighs::Skip,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    let ground = case.ground;
    match ground.history.wrong_number() {
        Some(touch) => {
            let found = if touch.outcome == Some(Outcome::LeftCompany) { "they have left the company" } else { "the number was wrong" };
            Finding::yes(From::Log, format!("{found}, {}", words::day(touch.at.timestamp, &ground.zone)))
        }
        None => Finding::no(From::Log, "no call went wrong"),
    }
}
