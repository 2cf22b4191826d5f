use crate::checklist::{Case, Finding, From, Rule, Weighs, words};
use crate::touch::Kind;

/// Total quality means totally returning calls (A61).
pub(super) const RULE: Rule = Rule {
    id: "owed_an_answer",
    asks: "Do they wait for an answer from you?",
    why: "Returning their call comes before everything else.",
    seeds: &["001", "000"],
    yes: Weighs::Leave,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    let ground = case.ground;
    match ground.history.owed() {
        Some(touch) => {
            Finding::yes(From::Log, format!("{}, {}", received(touch.kind), words::day_and_time(touch.at.timestamp, &ground.zone)))
        }
        None => Finding::no(From::Log, "nothing of theirs is unanswered"),
    }
}

fn received(kind: Kind) -> &'static str {
    match kind {
        Kind::Voicemail => "they left you a voicemail",
        Kind::Email => "they wrote",
        _ => "they called",
    }
}
