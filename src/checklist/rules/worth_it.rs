use crate::calling::budget;
use crate::checklist::{Case, Finding, From, Rule, Weighs, words};

/// How many calls the sale is worth (A52 to A55): an amber note, never a block.
pub(super) const RULE: Rule = Rule {
    id: "worth_it",
    asks: "Is the sale still worth another call?",
    why: "A small sale pays for three calls, a big one for seventeen; only you know when to stop.",
    seeds: &["004"],
    yes: Weighs::Neutral,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    let situation = case.ground.situation;
    let Some(worth) = situation.deal.value.and_then(|value| budget::worth(value, &case.ground.limits.worth)) else {
        return Finding::unknown();
    };
    let made = case.ground.counts.call;
    let told = format!("{} made of {worth}", words::count(made, "call"));
    if made as u64 <= worth { Finding::yes(From::Log, told) } else { Finding::no(From::Log, told) }
}
