//! The pinned scripts, each with what came of it; one at a time is edited beside what it makes of an example. Below: scripts to begin with.

use aftertone::draft::{
    lint,
    template::{SHELF, SLOTS},
};

use super::{act, act_on, empty, head};
use crate::{
    tree::{Node, el},
    words::{
        decimal,
        labels::frame,
        pins::{example, fill, found, title, use_of},
        say::{say, say_many, say_with},
        shares,
    },
    workbench::{Bench, Route},
};

pub(super) fn pins(bench: &Bench) -> Vec<Node> {
    let mut page = vec![head("scripts")];
    if !bench.read {
        return page;
    }
    let all = &bench.profile.pins;
    if all.is_empty() {
        page.push(empty("nothing_pinned", None));
    }
    if all.len() > 3 {
        let search = el("input").a("type", "search").a("name", "pin-search").a("autocomplete", "off").a("maxlength", "100");
        page.push(el("label").a("class", "field").c(el("span").say("find_a_script")).c(search));
    }
    let wanted = bench.fields.get("pin-search").map_or("", String::as_str);
    let shown = (0..all.len()).filter(|at| all.get(*at).is_some_and(|pin| found(pin, wanted)));
    page.push(el("ol").a("class", "scripts").a("data-part", "pins").all(shown.filter_map(|at| one(bench, at))));
    page.push(shelf());
    page.push(file(bench));
    page
}

fn one(bench: &Bench, at: usize) -> Option<Node> {
    let pin = bench.profile.pins.get(at)?;
    let item = el("li").key(&pin.id).a("data-pin", &pin.id);
    if bench.pins.editing.as_ref() == Some(&pin.id) {
        return Some(item.key(format!("edit {}", pin.id)).c(form(bench)));
    }
    let line = bench.results.as_ref().and_then(|results| results.pins.iter().find(|line| line.id == pin.id));
    let came = line.map(|line| shares::tally(line.tally)).unwrap_or_default();
    let returned = pin.returned.filter(|yes| *yes).map(|_| say("would_return")).unwrap_or_default();
    let facts = [use_of(pin), came, returned].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ");
    let last = bench.profile.pins.len() - 1;
    let ways = el("p")
        .a("class", "tools-line")
        .c(stage(&pin.id))
        .c(act("pin-edit", &pin.id, "edit"))
        .c(act_on("pin-up", &pin.id, "↑").a("aria-label", say("move_up")).on("disabled", at == 0))
        .c(act_on("pin-down", &pin.id, "↓").a("aria-label", say("move_down")).on("disabled", at == last))
        .c(act("pin-copy", &pin.id, "duplicate"))
        .c(act("pin-drop", &pin.id, "unpin"));
    Some(
        item.c(el("h2").a("dir", "auto").t(title(pin)))
            .c(el("p").a("class", "words").a("dir", "auto").t(&pin.template))
            .c(el("p").a("class", "soft").a("data-came", "").t(if facts.is_empty() { say("not_used_yet") } else { facts }))
            .c(ways),
    )
}

/// Name and words on the left, what they make of an example on the right, as it is typed.
fn form(bench: &Bench) -> Node {
    let value = |name: &str| bench.fields.get(name).cloned().unwrap_or_default();
    let template = value("pin-template");
    let name = el("input").a("name", "pin-name").a("maxlength", "60").a("autocomplete", "off").a("placeholder", say("its_first_words"));
    // What is typed is the browser's; what it began with stays where it was put.
    let begins = bench.profile.pins.iter().find(|pin| bench.pins.editing.as_ref() == Some(&pin.id));
    let name = name.a("value", begins.map_or("", |pin| pin.name.as_str()));
    let words = el("textarea").a("name", "pin-template").a("rows", "7").a("maxlength", "4000").a("dir", "auto");
    let words = words.t(begins.map_or("", |pin| pin.template.as_str()));
    let slots = SLOTS.iter().map(|slot| el("li").c(el("code").t(format!("{{{}}}", slot.name))).t(format!(" {}", slot.holds)));
    let left = el("div")
        .c(el("label").a("class", "field").c(el("span").say("their_name")).c(name))
        .c(el("label").a("class", "field").c(el("span").say("words_and_slots")).c(words))
        .c(el("details").c(el("summary").say("the_slots")).c(el("ul").a("class", "slots").all(slots)));
    let example = example(bench.profile.seller.clone());
    let filled = fill(&template, &example, bench.now);
    let report = lint::lint(&filled, &lint::Context::of(&example));
    let findings = report.findings.iter().map(|found| el("li").a("data-finding", &found.rule).t(&found.why));
    let right = el("div")
        .c(el("p").a("class", "soft").say("for_dana"))
        .c(el("p").a("class", "words").a("dir", "auto").a("data-preview", "").t(&filled))
        .c(el("p")
            .c(el("strong").t(say_with("seconds_of", &[&decimal(report.seconds)])))
            .t(say_with("and_words", &[&report.words.to_string()])))
        .c(el("ul").all(findings));
    let ways =
        el("p").a("class", "ways").c(el("button").a("type", "submit").a("class", "primary").say("save")).c(act("pin-cancel", "", "cancel"));
    el("form").a("class", "beside").a("data-act", "pin-save").c(left).c(right).c(ways)
}

fn shelf() -> Node {
    let one = |starter: &aftertone::draft::template::Starter| {
        el("li")
            .c(el("h3").t(crate::words::sentence(&frame(starter.frame))))
            .c(el("p").a("class", "words").a("lang", "en").t(starter.template))
            .c(el("p").a("class", "tools-line").c(stage(&starter.id())).c(act("pin-starter", starter.frame, "pin")))
    };
    el("section").a("data-part", "shelf").c(el("h2").say("scripts_to_begin")).c(el("ol").a("class", "scripts").all(SHELF.iter().map(one)))
}

fn stage(id: &str) -> Node {
    el("a").a("class", "button").a("href", Route::Rehearse(Some(id.to_owned())).address()).say("rehearse")
}

/// Out as a file, in as a union; what it would do is shown before it does it.
fn file(bench: &Bench) -> Node {
    let input = el("input").a("type", "file").a("id", "pins-file").a("accept", ".json").a("data-pins", "");
    let section = el("section")
        .c(el("h2").say("give_and_take"))
        .c(el("p").say("give_and_take_what"))
        .c(el("p").a("class", "ways").c(act("pin-export", "", "export").on("disabled", bench.profile.pins.is_empty())))
        .c(el("label").a("class", "field").c(el("span").say("import")).c(input));
    let Some((name, _, union)) = &bench.pins.brought else { return section };
    let line = |kind: &'static str, count: usize, words: &str| {
        el("li").c(el("strong").a("data-taken", kind).t(count.to_string())).t(format!(" {}", say_many(words, count)))
    };
    let beside = (union.beside > 0).then(|| line("beside", union.beside, "pins_beside"));
    let beyond = (union.beyond > 0).then(|| line("beyond", union.beyond, "pins_beyond"));
    let lines = el("ul").c(line("new", union.new, "pins_new")).all(beside).c(line("same", union.same, "pins_same")).all(beyond);
    let go = act("pin-import", "", "bring_them_in").a("class", "primary").on("disabled", union.new == 0);
    section.c(el("div")
        .a("class", "dry-run")
        .a("data-part", "dry-run")
        .c(el("h3").c(el("bdi").t(say_with("would_bring_in", &[name]))))
        .c(lines)
        .c(el("p").a("class", "ways").c(go).c(act("pin-import-no", "", "cancel"))))
}
