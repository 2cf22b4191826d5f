use crate::checklist::{Case, Finding, From, Rule, Weighs, words};
use crate::{
    history::{Says, days_after},
    touch::Outcome,
};

/// A no rests for a month as a burst of messages does [inf].
pub(super) const RULE: Rule = Rule {
    id: "they_said_no",
    asks: "Did they say no in the last month?",
    why: "A fresh no is not an invitation; things change in a month.",
    seeds: &[],
    yes: Weighs::Skip,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    let ground = case.ground;
    let Some(Says::No(touch)) =
        ground.history.says().filter(|says| matches!(says, Says::No(touch) if touch.outcome == Some(Outcome::Negative)))
    else {
        return Finding::no(From::Log, "no refusal in the log");
    };
    let until = days_after(touch.at.timestamp, MONTH_DAYS, &ground.zone);
    let told = format!("they said no, {}", words::day(touch.at.timestamp, &ground.zone));
    if ground.now < until.timestamp() { Finding::yes(From::Log, told).until(until) } else { Finding::no(From::Log, told) }
}

/// The user's own rest is for messages that nobody answered; a no is a no for a month.
const MONTH_DAYS: u16 = 30;
