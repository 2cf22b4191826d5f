use crate::checklist::{Case, Finding, From, Rule, Weighs, words};
use crate::{
    calling::hours,
    moment::{calendar::shown, clock},
};

/// Calling hours on their clock, in every zone they may be in (47 CFR 64.1200(c)(1)). An unknown zone never blocks.
pub(super) const RULE: Rule = Rule {
    id: "calling_hours",
    asks: "Is it a decent hour where they are?",
    why: "A call before eight or after nine in the evening costs you the sale, and in places the law forbids it.",
    seeds: &[],
    yes: Weighs::Neutral,
    no: Weighs::Skip,
    judge,
};

fn judge(case: &Case) -> Finding {
    let (ground, hours) = (case.ground, case.ground.limits.calling_hours);
    if ground.their_zones.is_empty() {
        return Finding::unknown_but(From::Clock, "their time zone is unknown: check the hour before you dial");
    }
    let clocks: Vec<String> = ground
        .their_zones
        .iter()
        .map(|zone| format!("{} in {}", shown(zone.tz.to_datetime(ground.now), "%H:%M"), words::city(zone.name())))
        .collect();
    let told = format!("{} (calling hours {} to {})", clocks.join(", "), clock(hours.start), clock(hours.end));
    if hours::allowed(ground.now, &ground.their_zones, hours) { Finding::yes(From::Clock, told) } else { Finding::no(From::Clock, told) }
}
