//! One person: how to reach them, what was done, and everything that can be put right.

use aftertone::{
    due,
    touch::{Touch, identity::Card},
};

use super::{act, due::link, empty, forget_for_good, head, pairs, people, select};
use crate::{
    tree::{Node, el, text},
    views::{month, who},
    words::{
        labels,
        say::{say, say_with},
        sentence, spoken, trouble, when,
    },
    workbench::{Bench, Opened, Route},
};

const KINDS: [(&str, &str); 6] = [
    ("call", "called"),
    ("voicemail", "left_voicemail"),
    ("live_route", "hit_zero"),
    ("email", "emailed"),
    ("talk", "talked"),
    ("note", "note"),
];
const WAYS: [(&str, &str); 2] = [("out", "way_out"), ("in", "way_in")];

pub(super) fn person(bench: &Bench) -> Vec<Node> {
    let Some(person) = &bench.person else {
        return if bench.read {
            vec![head("nobody"), empty("person_gone", Some(link("all_prospects", Route::People)))]
        } else {
            vec![head("one_moment")]
        };
    };
    let card = &person.entry.card;
    let name = card.name.as_ref().or(card.organization.as_ref()).cloned().unwrap_or_else(|| say("no_name"));
    let mut page = vec![el("h1").a("tabindex", "-1").c(el("bdi").t(name)), facts(card), stands(bench, person)];
    page.extend(person.entry.troubles.iter().map(|trouble| el("p").a("class", "wrong").a("data-error", "person").t(trouble::of(trouble))));
    page.extend(person.perhaps.iter().filter_map(|id| same(bench, id)));
    page.extend(person.merged.iter().map(|other| {
        let who = other.card.name.as_ref().or(other.card.organization.as_ref()).cloned().unwrap_or_else(|| say("somebody"));
        el("p").a("class", "aside-line").t(say_with("was_made_one", &[&who])).c(act("split", &other.id, "split_again"))
    }));
    let ahead = el("section").a("class", "patience").a("data-part", "calendar").c(el("h2").say("next_60_days"));
    // Three months fill a screen, and what was done is looked at more often.
    let months = el("details").c(el("summary").say("by_month")).all(month::months(&person.plan));
    page.push(ahead.all(month::strip(&person.plan)).c(months));
    page.push(el("h2").say("what_was_done"));
    page.push(form(bench, "add", "log_it"));
    page.push(timeline(bench, person));
    page.push(forget(bench));
    page
}

fn facts(card: &Card) -> Node {
    let line = |words: &Option<String>| words.as_ref().map(|words| el("li").c(el("bdi").t(words)));
    let telephone = card.telephone.as_ref().map(|number| {
        let dial: String = number.chars().filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#')).collect();
        el("li").c(el("a").a("href", format!("tel:{dial}")).a("dir", "ltr").t(spoken::written(number)))
    });
    let email = card.email.as_ref().map(|email| {
        let words = match who::mailto(email) {
            Some(link) => el("a").a("href", link).a("target", "_blank").a("rel", "noreferrer"),
            None => el("bdi"),
        };
        el("li").c(words.t(email))
    });
    let page = card.page.as_ref().filter(|page| page.starts_with("https://") || page.starts_with("http://"));
    let page = page.map(|page| el("li").c(el("a").a("href", page).a("target", "_blank").a("rel", "noreferrer").say("their_page")));
    el("ul")
        .a("class", "facts")
        .all(line(&card.job_title))
        // Where nobody is named, the organization is the head already.
        .all(line(&card.organization).filter(|_| card.name.is_some()))
        .all(telephone)
        .all(email)
        .all(line(&card.zone.as_ref().map(|zone| zone.replace('_', " "))))
        .all(page)
}

fn stands(bench: &Bench, person: &Opened) -> Node {
    let Some(row) = bench.row(&person.id) else { return el("p") };
    let here = |at: jiff::Timestamp| at.to_zoned(bench.here.clone());
    let next = due::next_try(&row, &bench.profile, bench.now).map(|at| when::day_and_time(&here(at), &here(bench.now.timestamp)));
    let stands = people::standing(bench, &row);
    el("p").a("class", "stands").t(match next {
        Some(next) => say_with("good_try_your_time", &[&stands, &next]),
        None => format!("{}.", stands.trim_end_matches('.')),
    })
}

fn same(bench: &Bench, id: &str) -> Option<Node> {
    let row = bench.row(id)?;
    let who = [row.name.as_str(), row.organization.as_str()].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ");
    let link = el("a").a("href", Route::Person(id.to_owned()).address()).t(who);
    Some(el("p").a("class", "aside-line").a("data-same", id).say("same_person_as").c(link).c(text("? ")).c(act(
        "merge",
        id,
        "yes_same_person",
    )))
}

/// The fields of a touch: to log one afterwards, or to put one right.
fn form(bench: &Bench, which: &'static str, does: &str) -> Node {
    let names: [&'static str; 5] = if which == "add" {
        ["add-when", "add-kind", "add-way", "add-outcome", "add-text"]
    } else {
        ["edit-when", "edit-kind", "edit-way", "edit-outcome", "edit-text"]
    };
    let [when, kind, way, outcome, words] = names;
    let value = |name: &str| bench.fields.get(name).cloned().unwrap_or_default();
    let outcomes: Vec<(&str, String)> = labels::OUTCOMES.iter().map(|(_, id, _, full)| (*id, sentence(&say(full)))).collect();
    let not_known = say("not_known");
    let outcomes: Vec<(&str, &str)> =
        [("", not_known.as_str())].into_iter().chain(outcomes.iter().map(|(id, words)| (*id, words.as_str()))).collect();
    // What was typed is the browser's; the value it begins with is ours, and a new one begins a new field.
    let begins = if which == "add" { String::new() } else { value(words) };
    let at = el("input")
        .a("name", when)
        .a("value", if which == "add" { String::new() } else { value(when) })
        .a("placeholder", say("when_hint"))
        .a("autocomplete", "off")
        .a("maxlength", "40");
    let said = el("textarea").a("name", words).a("rows", "2").a("maxlength", "20000").t(begins);
    let count = bench.person.as_ref().map_or(0, |person| person.entry.events.len());
    let act_name = if which == "add" { "add" } else { "save" };
    let form = el("form").a("class", "touch-form").a("data-act", act_name).key(format!("{which} {count}"));
    let (kinds, ways) = (KINDS.map(|(id, words)| (id, say(words))), WAYS.map(|(id, words)| (id, say(words))));
    let does = el("p").a("class", "ways wide").c(el("button").a("type", "submit").a("class", "primary").say(does));
    let does = if which == "add" { does } else { does.c(act("cancel", "", "cancel")) };
    form.c(select(bench, kind, "what", &pairs(&kinds)))
        .c(el("label").a("class", "field").c(el("span").say("when")).c(at))
        .c(select(bench, way, "who_to_whom", &pairs(&ways)))
        .c(select(bench, outcome, "what_came", &outcomes))
        .c(el("label").a("class", "field wide").c(el("span").say("what_was_said")).c(said))
        .c(does)
}

fn timeline(bench: &Bench, person: &Opened) -> Node {
    if person.entry.touches.is_empty() {
        return empty("nothing_done", None);
    }
    let newest = person.entry.touches.iter().rev();
    el("ol").a("class", "timeline-list").a("data-part", "timeline").all(newest.take(bench.shown).map(|touch| one(bench, person, touch)))
}

fn one(bench: &Bench, person: &Opened, touch: &Touch) -> Node {
    let id = touch.id.clone().unwrap_or_default();
    let item = el("li").key(id.clone()).a("data-touch", id.clone()).a("data-kind", labels::kind_id(touch.kind));
    if person.editing.as_deref() == Some(id.as_str()) {
        return item.key(format!("edit {id}")).c(form(bench, "edit", "save"));
    }
    let here = |at: aftertone::moment::Moment| at.timestamp.to_zoned(bench.here.clone());
    let outcome = touch.outcome.map(|outcome| format!(", {}", say(labels::outcome(outcome)))).unwrap_or_default();
    let what = el("p").c(el("strong").t(say(labels::touch(touch)))).t(outcome);
    let item = item.c(el("p").a("class", "at").t(when::day_and_time(&here(touch.at), &here(bench.now)))).c(what);
    let item = item.all(touch.script.as_ref().map(|words| el("p").a("class", "words").a("dir", "auto").t(words)));
    item.c(el("p").a("class", "tools-line").c(act("edit", &id, "edit")).c(act("delete", &id, "delete")))
}

fn forget(bench: &Bench) -> Node {
    let block = el("section").a("class", "danger").c(el("h2").say("delete_person"));
    let block = block.c(el("p").say("delete_person_what"));
    block.c(forget_for_good(bench, "forget", ["delete_ask", "delete_for_good"]))
}
