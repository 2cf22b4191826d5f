use crate::checklist::{Case, Finding, From, Rule, Weighs, words};
use crate::history::days_after;

/// Three voicemails in ten days, then a month off (A46, A47). Plain calls do not count.
pub(super) const RULE: Rule = Rule {
    id: "three_in_ten_days",
    asks: "Did three voicemails in ten days bring no answer?",
    why: "After three messages in ten days a fourth only annoys; a month later it is new again.",
    seeds: &["004"],
    yes: Weighs::Skip,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    let (ground, limits) = (case.ground, &case.ground.limits);
    let sent = ground.history.voicemails().count();
    let resting = ground.history.burst(limits.voicemail_cap, limits.cap_days, &ground.zone).and_then(|burst| {
        let until = days_after(burst.last.at.timestamp, limits.rest_days, &ground.zone);
        (ground.now < until.timestamp()).then_some((burst, until))
    });
    match (resting, ground.history.voicemails().next()) {
        (Some((burst, until)), _) => {
            let (first, last) = (words::day(burst.first.at.timestamp, &ground.zone), words::day(burst.last.at.timestamp, &ground.zone));
            let newest = ground.history.voicemails().next_back().is_some_and(|newest| std::ptr::eq(newest, burst.last));
            let when = if newest { format!("since {first}") } else { format!("from {first} to {last}") };
            let told = format!("{} {when}", words::count(limits.voicemail_cap.into(), "voicemail"));
            Finding::yes(From::Log, told).until(until)
        }
        (None, Some(first)) => {
            let since = words::day(first.at.timestamp, &ground.zone);
            Finding::no(From::Log, format!("{} since {since}", words::count(sent, "voicemail")))
        }
        (None, None) => Finding::no(From::Log, "no voicemail stands unanswered"),
    }
}
