//! The workbench's screens, as data: plain functions from the bench to nodes, with one frame around them.

use crate::{
    tree::{Node, el, text},
    words::{
        numeral,
        say::{say, say_with},
    },
    workbench::{Bench, Route},
};

mod about;
mod due;
mod exchange;
mod people;
mod person;
mod pins;
mod privacy;
mod rehearse;
mod results;

pub(crate) fn screen(bench: &Bench) -> Vec<Node> {
    let inside = match &bench.route {
        Route::Due => due::due(bench),
        Route::People => people::people(bench),
        Route::Person(_) => person::person(bench),
        Route::Pins => pins::pins(bench),
        Route::Results => results::results(bench),
        Route::Rehearse(_) => rehearse::rehearse(bench),
        Route::Exchange => exchange::exchange(bench),
        Route::Privacy => privacy::privacy(bench),
        Route::Settings => {
            [head("nav_settings"), el("div").a("id", "settings").key("settings")].into_iter().chain(bench.reminds.map(reminders)).collect()
        }
        Route::About => about::about(bench),
        Route::Welcome => about::welcome(),
    };
    let page = el("main")
        .a("class", "bench")
        .on("data-single-keys", bench.profile.single_keys)
        // Its place is always there: what comes below it, a file being chosen or a field being typed in, stays the element that it is.
        .c(el("div").on("hidden", bench.troubles.is_empty()).all(banner(bench)))
        .c(said(bench))
        .c(el("div").key(bench.route.address()).a("class", "page").all(inside));
    vec![frame(bench), page]
}

fn frame(bench: &Bench) -> Node {
    let due = bench.due.iter().filter(|due| due.why != aftertone::due::Why::Closed).count();
    let due = if bench.read { say_with("nav_due_many", &[&numeral(due)]) } else { say("nav_due") };
    let links = [
        (Route::Due, due),
        (Route::People, say("nav_people")),
        (Route::Pins, say("nav_scripts")),
        (Route::Results, say("nav_results")),
        (Route::Exchange, say("nav_exchange")),
        (Route::Settings, say("nav_settings")),
        (Route::Privacy, say("nav_privacy")),
        (Route::About, say("nav_about")),
    ];
    let open = |route: &Route| {
        bench.route == *route
            || *route == Route::People && matches!(bench.route, Route::Person(_))
            || *route == Route::Pins && matches!(bench.route, Route::Rehearse(_))
    };
    let links = links.into_iter().map(|(route, words)| {
        let link = el("a").a("href", route.address()).t(words);
        el("li").c(if open(&route) { link.a("aria-current", "page") } else { link })
    });
    el("header")
        .a("class", "top")
        .c(el("p").a("class", "mark").t("After the Tone"))
        .c(el("nav").a("aria-label", say("workbench")).c(el("ul").all(links)))
}

/// What the browser lost, with the ways out; it stays until the user takes one.
fn banner(bench: &Bench) -> Option<Node> {
    if bench.troubles.is_empty() {
        return None;
    }
    let lines = bench.troubles.iter().map(|words| el("li").t(words));
    let ways = el("p")
        .a("class", "ways")
        .c(el("a").a("class", "button primary").a("href", Route::Exchange.address()).say("import_a_backup"))
        .c(act("export", "backup", "save_what_is_left"))
        .c(act("repair", "", "repair"))
        .c(act("settle", "", "go_on_without"));
    Some(el("section").a("class", "lost").a("role", "alert").a("data-error", "lost").key("lost").c(el("ul").all(lines)).c(ways))
}

fn said(bench: &Bench) -> Node {
    let mut line = el("div").a("class", "saids").a("role", "status").a("aria-live", "polite").key("said");
    if let Some(progress) = &bench.progress {
        line = line.c(el("p").a("class", "said").a("data-progress", "").key("progress").t(progress));
    }
    if let Some((wrong, words)) = &bench.said {
        let said =
            if *wrong { el("p").a("class", "wrong").a("data-error", "workbench") } else { el("p").a("class", "said").a("data-said", "") };
        let said = said.key(if *wrong { "wrong" } else { "right" }).c(el("span").t(words));
        let said = if bench.undo.is_some() { said.c(act("undo", "", "undo").a("data-do", "undo")) } else { said };
        line = line.c(said.c(act("close", "", "close")));
    }
    line
}

/// A deletion is asked for, then asked for again, or not.
fn forget_for_good(bench: &Bench, what: &'static str, [asks, does]: [&str; 2]) -> Node {
    let sure = bench.sure == Some(what);
    let button = act(what, "", if sure { does } else { asks }).a("class", if sure { "stop-button" } else { "" }).a("data-do", what);
    el("p").a("class", "ways").c(button).all(sure.then(|| act("cancel", "", "cancel")))
}

fn reminders(on: bool) -> Node {
    let words = if on { "reminded_on" } else { "reminded_off" };
    let act = if on { act("remind", "off", "stop_reminding") } else { act("remind", "on", "remind_me") };
    el("section")
        .key("reminders")
        .a("class", "card settings")
        .c(el("h2").say("reminders"))
        .c(el("p").say(words))
        .c(act.a("data-do", "remind"))
}

/// By the key of its words.
fn head(words: &str) -> Node {
    el("h1").a("tabindex", "-1").say(words)
}

/// A button that does something, on something, by the key of its words.
fn act(name: &str, on: &str, words: &str) -> Node {
    act_on(name, on, &say(words))
}

/// The same, with words that are made.
fn act_on(name: &str, on: &str, words: &str) -> Node {
    el("button").a("type", "button").a("data-act", name).a("data-on", on).t(words)
}

/// Nothing is here yet, and what to do about it.
fn empty(words: &str, way: Option<Node>) -> Node {
    el("div").a("class", "empty-page").c(el("p").say(words)).all(way)
}

/// The notebook is empty: two ways to begin.
fn nobody() -> Node {
    empty("nobody_in_notebook", Some(due::link("import_prospects", Route::Exchange)))
}

fn select(bench: &Bench, name: &'static str, label: &str, options: &[(&str, &str)]) -> Node {
    let chosen = bench.fields.get(name).map_or("", String::as_str);
    let options = options.iter().map(|(value, words)| el("option").a("value", *value).on("selected", *value == chosen).t(*words));
    el("label").a("class", "field").c(el("span").say(label)).c(el("select").a("name", name).key(format!("{name} {chosen}")).all(options))
}

/// Options as a select takes them.
fn pairs<'a>(said: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    said.iter().map(|(id, words)| (*id, words.as_str())).collect()
}

fn name_of(name: &str, organization: &str) -> Vec<Node> {
    match (name.is_empty(), organization.is_empty()) {
        (true, true) => vec![el("bdi").a("class", "name").say("no_name")],
        (true, false) => vec![el("bdi").a("class", "name").t(organization)],
        (false, true) => vec![el("bdi").a("class", "name").t(name)],
        (false, false) => vec![el("bdi").a("class", "name").t(name), text(" "), el("bdi").a("class", "where").t(organization)],
    }
}

/// A row of a list: who, and what is to be said of them.
fn row(id: &str, row: &aftertone::due::Row, words: Vec<Node>) -> Node {
    let who = el("span").a("class", "who-is").all(name_of(&row.name, &row.organization));
    let link = el("a").a("class", "row").a("href", Route::Person(id.to_owned()).address()).a("data-person", id);
    el("li").key(id).c(link.c(who).c(el("span").a("class", "what").all(words)))
}

fn more(shown: usize, all: usize) -> Option<Node> {
    (all > shown).then(|| el("p").a("class", "more").c(act_on("more", "", &say_with("show_more", &[&numeral(all)]))))
}
