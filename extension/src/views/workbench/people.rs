//! Everybody, found by what one remembers of them.

use aftertone::due::{Row, Standing};
use jiff::Timestamp;

use super::{head, more, nobody, row, select};
use crate::{
    tree::{Node, el},
    words::{labels, say::say, when},
    workbench::{Bench, found},
};

const SORTS: [(&str, &str); 3] = [("", "Name, or best match"), ("last", "Newest touch"), ("organization", "Organization")];

pub(super) fn people(bench: &Bench) -> Vec<Node> {
    let mut page = vec![head("Prospects")];
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
        .a("autocomplete", "off")
        .a("maxlength", "100")
        .a("placeholder", "Part of a name, organization, address or number");
    page.push(
        el("div")
            .a("class", "search")
            .c(el("label").a("class", "field").c(el("span").t("Search")).c(search))
            .c(select(bench, "sort", "Order", &SORTS)),
    );
    let found = found(bench);
    page.push(el("p").a("class", "soft").a("aria-live", "polite").a("data-found", found.len().to_string()).t(match found.len() {
        0 => format!("None of {} people. Try fewer letters.", bench.rows.len()),
        1 => format!("1 of {} people", bench.rows.len()),
        many => format!("{many} of {} people, {} touches", bench.rows.len(), bench.events()),
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
    let last =
        last.map_or_else(|| "never contacted".to_owned(), |(at, kind)| format!("{}, {}", say(labels::button(kind)), when::day(&at, &now)));
    let touches = if row.count == 1 { "1 touch".to_owned() } else { format!("{} touches", row.count) };
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
        Standing::New => "New".into(),
        Standing::Owed(_) => "Owed a call".into(),
        Standing::Out => "Not to be called".into(),
        Standing::From(from) => match Timestamp::from_second(from) {
            Ok(from) if from > bench.now.timestamp => format!("Rests until {}", when::day(&from.to_zoned(bench.here.clone()), &now)),
            _ => "Due".into(),
        },
    }
}
