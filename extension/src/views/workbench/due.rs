//! Whom to call now.

use std::collections::BTreeMap;

use aftertone::due::{Due, Why};
use jiff::Timestamp;

use super::{act_on, empty, head, more, nobody, pairs, row, select};
use crate::{
    tree::{Node, el},
    words::{
        numeral,
        say::{say, say_with},
        when,
    },
    workbench::{Bench, ORDER, ORDERS, Route, in_order},
};

const GROUPS: [(Why, &str, &str); 6] = [
    (Why::Owed, "owed", "due_owed"),
    (Why::Today, "today", "due_today"),
    (Why::InWindow, "window", "due_window"),
    (Why::Overdue, "overdue", "due_overdue"),
    (Why::New, "new", "due_new"),
    (Why::Closed, "closed", "due_closed"),
];

pub(super) fn due(bench: &Bench) -> Vec<Node> {
    let mut page = vec![head("whom_to_call_now")];
    if !bench.read {
        return page;
    }
    if bench.rows.is_empty() {
        page.push(nobody());
        return page;
    }
    if bench.due.is_empty() {
        page.push(empty("nobody_is_due", Some(link("all_prospects", Route::People))));
        return page;
    }
    let group = bench.fields.get("group").cloned().unwrap_or_default();
    let count = |why: Why| bench.due.iter().filter(|due| due.why == why).count();
    let pressed = |id: &str| if group == id { "true" } else { "false" };
    let chips = GROUPS.iter().filter(|(why, ..)| count(*why) > 0).map(|(why, id, words)| {
        act_on("group", if group == *id { "" } else { id }, &format!("{} {}", say(words), numeral(count(*why))))
            .a("aria-pressed", pressed(id))
            .a("data-group", *id)
    });
    let mut listed: Vec<&Due> =
        bench.due.iter().filter(|due| group.is_empty() || GROUPS.iter().any(|(why, id, _)| *why == due.why && *id == group)).collect();
    in_order(bench, &mut listed);
    let orders = ORDERS.map(|(id, words)| (id, say(words)));
    // Looked up once each: a hundred rows stand in a few zones.
    let mut clocks: BTreeMap<String, String> = BTreeMap::new();
    let rows = listed.iter().take(bench.shown).filter_map(|due| {
        let known = bench.row(&due.id)?;
        let there = clocks.entry(known.zone.clone()).or_insert_with(|| there(bench, &known.zone));
        Some(row(&due.id, &known, said(bench, due, there)))
    });
    let chips = el("p").a("class", "chips").a("role", "group").a("aria-label", say("show_only")).all(chips);
    page.push(el("div").a("class", "order").c(chips).c(select(bench, ORDER, "order", &pairs(&orders))));
    page.push(el("ol").a("class", "rows").a("data-part", "due").key(group.clone()).all(rows));
    page.extend(more(bench.shown, listed.len()));
    page
}

fn said(bench: &Bench, due: &Due, there: &str) -> Vec<Node> {
    let words = GROUPS.iter().find(|(why, ..)| *why == due.why).map_or("", |(.., words)| words);
    let now = bench.now.timestamp.to_zoned(bench.here.clone());
    let since =
        due.since.and_then(|since| Timestamp::from_second(since).ok()).map(|since| when::day(&since.to_zoned(bench.here.clone()), &now));
    let since = match (due.why, since) {
        (Why::Today | Why::New, _) | (_, None) => String::new(),
        (Why::Owed, Some(day)) => say_with("since_day", &[&day]),
        (_, Some(day)) => say_with("from_day", &[&day]),
    };
    vec![
        el("span").a("class", "tag").a("data-why", GROUPS.iter().find(|(why, ..)| *why == due.why).map_or("", |(_, id, _)| id)).say(words),
        el("span").a("class", "soft").t(since),
        el("span").a("class", "soft").t(there),
    ]
}

/// What the clock says there.
fn there(bench: &Bench, zone: &str) -> String {
    let zone = aftertone::moment::Zone::named(zone).ok();
    zone.map(|zone| say_with("time_there", &[&when::local(&zone, bench.now, &bench.here)])).unwrap_or_default()
}

pub(super) fn link(words: &str, to: Route) -> Node {
    el("a").a("class", "button primary").a("href", to.address()).say(words)
}
