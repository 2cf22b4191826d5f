use crate::checklist::{Case, Finding, From, Rule, Weighs, words};

/// A live route first: zero, 0#, operator, assistant, another department (A26 to A28, A40).
pub(super) const RULE: Rule = Rule {
    id: "live_route_tried",
    asks: "Did you try to reach them live today?",
    why: "A person at the desk is worth ten messages; voicemail is the last resort.",
    seeds: &["000", "001", "004"],
    yes: Weighs::Leave,
    no: Weighs::Skip,
    judge,
};

fn judge(case: &Case) -> Finding {
    match case.live_route {
        Some(at) => Finding::yes(From::Log, format!("live route tried, {}", words::day_and_time(at, &case.ground.zone))),
        None if case.ground.situation.only_mobiles() => Finding::no(From::Log, "not today; a mobile has no operator"),
        None => Finding::no(From::Log, "not today"),
    }
}
