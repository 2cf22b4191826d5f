//! Files out, files in.

use super::{act, head, select};
use crate::{
    tree::{Node, el},
    words::{
        counted,
        say::{say, say_many, say_with},
    },
    workbench::{Bench, Brought, COLUMNS},
};

const EXPORTS: [(&str, &str); 7] = [
    ("backup", "export_backup"),
    ("hubspot-contacts", "export_hubspot_contacts"),
    ("salesforce-contacts", "export_salesforce_contacts"),
    ("hubspot-activities", "export_hubspot_activities"),
    ("salesforce-activities", "export_salesforce_activities"),
    ("vcard", "export_vcard"),
    ("calendar", "export_calendar"),
];

pub(super) fn exchange(bench: &Bench) -> Vec<Node> {
    let file = el("input").a("type", "file").a("id", "file").a("accept", ".jsonl,.json,.csv,.tsv,.txt,.vcf").a("data-file", "");
    let import = el("section")
        .c(el("h2").say("import"))
        .c(el("p").say("import_what"))
        .c(el("label").a("class", "field").c(el("span").say("file")).c(file))
        .all(bench.brought.as_ref().map(|brought| dry_run(bench, brought)));
    let exports =
        EXPORTS.iter().map(|(id, words)| el("li").c(act("export", id, words).a("class", if *id == "backup" { "primary" } else { "" })));
    let export = el("section")
        .c(el("h2").say("export"))
        .c(el("p").t(say_with("export_what", &[&counted("people_count", bench.rows.len()), &counted("touches_count", bench.events())])))
        .c(el("ul").a("class", "exports").all(exports));
    let whole =
        el("section").c(el("h2").say("is_everything_there")).c(el("p").say("is_everything_how")).c(act("check", "", "read_every_touch"));
    vec![head("nav_exchange"), import, export, whole]
}

fn dry_run(bench: &Bench, brought: &Brought) -> Node {
    let taken = &brought.taken;
    let line = |kind: &'static str, count: u64, words: &str| {
        // What it would not do is not worth a line, but that nobody is new is.
        let nothing = count == 0 && kind != "new";
        el("li")
            .on("hidden", nothing)
            .c(el("strong").a("data-taken", kind).t(count.to_string()))
            .t(format!(" {}", say_many(words, count as usize)))
    };
    let lines = [
        line("new", taken.new_persons, "taken_new"),
        line("same", taken.known_persons - taken.conflicts, "taken_same"),
        line("conflicting", taken.conflicts, "taken_conflicting"),
        line("new-touches", taken.new_events, "taken_new_touches"),
        line("same-touches", taken.same_events, "taken_same_touches"),
    ];
    let notes = brought.notes.iter().map(|note| el("p").a("class", "wrong").t(note));
    let columns = (!brought.header.is_empty()).then(|| columns(bench, brought));
    let section = el("section")
        .a("class", "dry-run")
        .a("data-part", "dry-run")
        .c(el("h3").c(el("bdi").t(say_with("would_bring_in", &[&brought.file]))));
    let section = section.all(notes).all(columns).c(el("ul").all(lines));
    let anything = taken.new_persons + taken.new_events + taken.known_persons > 0;
    let go = act("import", "", "bring_it_in").a("class", "primary").a("data-do", "import").on("disabled", !anything);
    section.c(el("p").a("class", "ways").c(go).c(act("import-no", "", "cancel")))
}

/// Which column of the table holds what, for the user to correct.
fn columns(bench: &Bench, brought: &Brought) -> Node {
    let titles: Vec<String> = brought
        .header
        .iter()
        .enumerate()
        .map(|(at, title)| if title.is_empty() { say_with("column_n", &[&(at + 1).to_string()]) } else { title.clone() })
        .collect();
    let numbers: Vec<String> = (0..titles.len()).map(|at| at.to_string()).collect();
    let none = say("none");
    let options: Vec<(&str, &str)> =
        [("", none.as_str())].into_iter().chain(numbers.iter().map(String::as_str).zip(titles.iter().map(String::as_str))).collect();
    let mut chosen = brought.columns.clone();
    let fields = COLUMNS.iter().map(|(name, words, column)| {
        let _ = column(&mut chosen);
        select(bench, name, words, &options)
    });
    el("div").a("class", "columns").all(fields)
}
