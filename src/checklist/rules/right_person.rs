use crate::checklist::{Case, Finding, From, Rule, Weighs, words};
use crate::history::days_after;

/// Still the same person in the same job? The receptionist knows (A29); after 90 days it is worth asking again [inf].
pub(super) const RULE: Rule = Rule {
    id: "right_person",
    asks: "Are they still the right person in that job?",
    why: "People move; the receptionist knows it before the page does.",
    seeds: &["004"],
    yes: Weighs::Neutral,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    let ground = case.ground;
    if let Some(wrong) = ground.history.wrong_number() {
        return Finding::no(From::Log, format!("not since {}", words::day(wrong.at.timestamp, &ground.zone)));
    }
    if let Some(said) = case.answers.right_person {
        return Finding::said(said);
    }
    let Some(spoke) = ground.history.newest_first().find(|touch| touch.answer()) else {
        return Finding::unknown();
    };
    let told = format!("heard from them {}", words::day(spoke.at.timestamp, &ground.zone));
    if ground.now < days_after(spoke.at.timestamp, FRESH_DAYS, &ground.zone).timestamp() {
        Finding::yes(From::Log, told)
    } else {
        Finding::unknown_but(From::Log, format!("{told}, more than {FRESH_DAYS} days ago"))
    }
}

/// How long an answer vouches for the role.
const FRESH_DAYS: u16 = 90;
