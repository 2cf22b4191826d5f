//! Everybody, found by what one remembers of them.

use aftertone::due::{Row, Standing};
use jiff::Timestamp;

use super::{head, more, nobody, pairs, row, select};
use crate::{
    tree::{Node, el},
    words::{
        counted, labels, numeral,
        say::{say, say_with},
        when,
    },
    workbench::{Bench, found},
};

const SORTS: [(&str, &str); 3] = [("", "sort_name"), ("last", "sort_newest"), ("organization", "organization")];

pub(super) fn people(bench: &Bench) -> Vec<Node> {
    let mut page = vec![head("nav_people")];
    if !bench.read {
        return page;
    }
    if bench.rows.is_empty() {
        page.push(nobody());
        return page;
    }
    let search = el("input")
        .a("type", "search")
        .a("name", "search")
        // It is a new field after another screen, and what was sought still holds.
        .a("value", bench.fields.get("search").map_or("", String::as_str))
        .a("autocomplete", "off")
        .a("maxlength", "100")
        .a("placeholder", say("search_hint"));
    let sorts = SORTS.map(|(id, words)| (id, say(words)));
    page.push(el("div").a("class", "search order").c(el("label").a("class", "field").c(el("span").say("search")).c(search)).c(select(
        bench,
        "sort",
        "order",
        &pairs(&sorts),
    )));
    let found = found(bench);
    page.push(el("p").a("class", "soft").a("aria-live", "polite").a("data-found", found.len().to_string()).t(match found.len() {
        0 => counted("found_none", bench.rows.len()),
        1 => counted("found_1", bench.rows.len()),
        many => say_with("found_many", &[&numeral(many), &numeral(bench.rows.len()), &counted("touches_count", bench.events())]),
    }));
    let rows = found.iter().take(bench.shown).map(|(id, known)| {
        let known = Row::read(known);
        row(id, &known, said(bench, &known))
    });
    page.push(el("ol").a("class", "rows").a("data-part", "people").all(rows));
    page.extend(more(bench.shown, found.len()));
    page
}

fn said(bench: &Bench, row: &Row) -> Vec<Node> {
    let now = bench.now.timestamp.to_zoned(bench.here.clone());
    let last = row.last.and_then(|(at, kind)| Some((Timestamp::from_second(at).ok()?.to_zoned(bench.here.clone()), kind)));
    let last = last.map_or_else(|| say("never_contacted"), |(at, kind)| format!("{}, {}", say(labels::button(kind)), when::day(&at, &now)));
    let touches = counted("touches_count", row.count);
    vec![
        el("span").a("class", "soft").t(standing(bench, row)),
        el("span").a("class", "soft").t(last),
        el("span").a("class", "soft").t(touches),
    ]
}

/// Where they stand in the cadence.
pub(super) fn standing(bench: &Bench, row: &Row) -> String {
    let now = bench.now.timestamp.to_zoned(bench.here.clone());
    match row.standing {
        Standing::New => say("stands_new"),
        Standing::Owed(_) => say("due_owed"),
        Standing::Out => say("stands_out"),
        Standing::From(from) => match Timestamp::from_second(from) {
            Ok(from) if from > bench.now.timestamp => say_with("stands_rests", &[&when::day(&from.to_zoned(bench.here.clone()), &now)]),
            _ => say("stands_due"),
        },
    }
}
