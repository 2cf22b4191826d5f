use crate::checklist::{Case, Finding, From, Rule, Weighs, words};
use crate::history::days_after;

/// So many days between two messages (A48).
pub(super) const RULE: Rule = Rule {
    id: "spacing",
    asks: "Is the last voicemail too fresh for another?",
    why: "A message every seven to ten days is heard as patience, one every day as pressure.",
    seeds: &["003", "004"],
    yes: Weighs::Skip,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    let ground = case.ground;
    let Some(last) = ground.history.voicemails().next_back() else {
        return Finding::no(From::Log, "no voicemail stands unanswered");
    };
    let until = days_after(last.at.timestamp, ground.limits.spacing_days, &ground.zone);
    let told = format!(
        "last voicemail {}, keep them {} apart",
        words::day(last.at.timestamp, &ground.zone),
        words::count(ground.limits.spacing_days.into(), "day")
    );
    if ground.now < until.timestamp() { Finding::yes(From::Log, told).until(until) } else { Finding::no(From::Log, told) }
}
