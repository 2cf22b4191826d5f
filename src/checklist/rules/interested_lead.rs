use super::relationship;
use crate::checklist::{Case, Finding, From, Rule, Weighs, words};
use crate::{history::Says, situation::Relationship, touch::Kind};

/// Following up an interested lead (A08); so is whoever called or wrote to you last.
pub(super) const RULE: Rule = Rule {
    id: "interested_lead",
    asks: "Are they an interested lead?",
    why: "A person who came to you expects you.",
    seeds: &["001"],
    yes: Weighs::Leave,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    match case.ground.history.says() {
        Some(Says::Yes(touch)) if touch.kind != Kind::Talk => {
            Finding::yes(From::Log, format!("they got in touch, {}", words::day(touch.at.timestamp, &case.ground.zone)))
        }
        _ => relationship(case, Relationship::InterestedLead),
    }
}
