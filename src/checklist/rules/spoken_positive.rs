use super::relationship;
use crate::checklist::{Case, Finding, From, Rule, Weighs, words};
use crate::{history::Says, situation::Relationship, touch::Kind};

/// You have spoken before and the feedback was positive (A07). A promise to call back is no positive talk (A45).
pub(super) const RULE: Rule = Rule {
    id: "spoken_positive",
    asks: "Have you spoken before, with a good response?",
    why: "Somebody who liked the last talk knows your voice.",
    seeds: &["001", "000"],
    yes: Weighs::Leave,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    match case.ground.history.says() {
        Some(Says::Yes(touch)) if touch.kind == Kind::Talk => {
            Finding::yes(From::Log, format!("the last talk went well, {}", words::day(touch.at.timestamp, &case.ground.zone)))
        }
        _ => relationship(case, Relationship::SpokenPositive),
    }
}
