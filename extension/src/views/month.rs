//! A plan as data: a strip of its days, the months it lies in, and in words what is due or barred on each day.

use aftertone::{
    moment::calendar,
    plan::{Day, Plan},
};

use crate::{
    tree::{Node, el},
    words::{ahead, date as dates, say::say},
};

/// Days told in a row below the months; the strip has them all.
const TOLD: usize = 14;
const LEGEND: [(&str, &str); 6] = [
    ("voicemail", "legend_voicemail"),
    ("call", "legend_call"),
    ("email", "legend_email"),
    ("allowed", "legend_open"),
    ("rest", "legend_no_voicemail"),
    ("closed", "legend_no_call"),
];

/// The strip with its legend, and what comes next.
pub(crate) fn strip(plan: &Plan) -> Vec<Node> {
    let days = plan.days.iter().map(|day| told(el("li").a("data-day", &day.date), day));
    let legend = LEGEND.iter().map(|(mark, words)| el("span").a("data-mark", *mark).c(el("i")).t(say(words)));
    vec![
        el("ol").a("class", "strip").a("aria-label", say("days_one_by_one")).all(days),
        el("p").a("class", "legend").all(legend),
        el("p").a("class", "ahead").t(ahead::next(&plan.days)),
    ]
}

pub(crate) fn months(plan: &Plan) -> Vec<Node> {
    let mut months: Vec<Node> = Vec::new();
    let mut last = String::new();
    let mut days: Vec<Node> = Vec::new();
    let mut close = |name: &str, days: &mut Vec<Node>| {
        if !days.is_empty() {
            months.push(el("h3").t(name));
            months.push(el("ol").a("class", "month").all(week()).all(days.drain(..)));
        }
    };
    for day in &plan.days {
        let Some(date) = ahead::civil(day) else { continue };
        let name = dates::month(date);
        if name != last {
            close(&last, &mut days);
            days.extend((0..dates::days_into_week(date)).map(|_| el("li").a("class", "none").a("aria-hidden", "true")));
            last = name;
        }
        let number = el("span").a("aria-hidden", "true").t(date.day().to_string()).c(el("b").t(ahead::letters(day)));
        days.push(told(el("li").c(number), day));
    }
    close(&last, &mut days);
    let due = plan.days.iter().filter(|day| !matches!(ahead::mark(day), "allowed" | "rest")).take(TOLD);
    months.push(el("ul").a("class", "told").all(due.map(|day| el("li").t(ahead::told(day)))));
    months
}

/// The names of the days above their columns: for the eye, as each day tells its own.
fn week() -> Vec<Node> {
    let any = jiff::civil::date(2024, 1, 1);
    let first = calendar::days_later(any, -i64::try_from(dates::days_into_week(any)).unwrap_or(0)).unwrap_or(any);
    let days = (0..7).filter_map(|at| calendar::days_later(first, at));
    days.map(|day| el("li").a("class", "head").a("aria-hidden", "true").t(dates::weekday(day.at(0, 0, 0, 0)))).collect()
}

/// The day's mark for the eye, its words for everyone.
fn told(node: Node, day: &Day) -> Node {
    let words = ahead::told(day);
    node.a("data-mark", ahead::mark(day)).a("title", &words).c(el("span").a("class", "visually-hidden").t(words))
}
