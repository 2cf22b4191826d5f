//! Files out, files in.

use super::{act, head, select};
use crate::{
    tree::{Node, el},
    workbench::{Bench, Brought, COLUMNS},
};

const EXPORTS: [(&str, &str); 7] = [
    ("backup", "Backup of everything"),
    ("hubspot-contacts", "Contacts for HubSpot"),
    ("salesforce-contacts", "Contacts for Salesforce"),
    ("hubspot-activities", "Activities for HubSpot"),
    ("salesforce-activities", "Activities for Salesforce"),
    ("vcard", "Address cards (.vcf)"),
    ("calendar", "Next tries (.ics)"),
];

pub(super) fn exchange(bench: &Bench) -> Vec<Node> {
    let file = el("input").a("type", "file").a("id", "file").a("accept", ".jsonl,.json,.csv,.tsv,.txt,.vcf").a("data-file", "");
    let import = el("section")
        .c(el("h2").t("Import"))
        .c(el("p").t("A backup, a table of contacts (CSV) or address cards. You see what it would do before anything is written, and nothing that is here is lost."))
        .c(el("label").a("class", "field").c(el("span").t("File")).c(file))
        .all(bench.brought.as_ref().map(|brought| dry_run(bench, brought)));
    let exports =
        EXPORTS.iter().map(|(id, words)| el("li").c(act("export", id, words).a("class", if *id == "backup" { "primary" } else { "" })));
    let export = el("section")
        .c(el("h2").t("Export"))
        .c(el("p").t(format!("{} people, {} touches. The files stay on your machine.", bench.rows.len(), bench.events())))
        .c(el("ul").a("class", "exports").all(exports));
    let whole = el("section")
        .c(el("h2").t("Is everything there?"))
        .c(el("p").t("Every touch carries a checksum. Over many thousands this takes a few seconds."))
        .c(act("check", "", "Read every touch"));
    vec![head("Import and export"), import, export, whole]
}

fn dry_run(bench: &Bench, brought: &Brought) -> Node {
    let taken = &brought.taken;
    let line = |kind: &'static str, count: u64, words: String| {
        el("li").c(el("strong").a("data-taken", kind).t(count.to_string())).t(format!(" {words}"))
    };
    let lines = [
        line("new", taken.new_persons, "new people".into()),
        line("same", taken.known_persons - taken.conflicts, "known people".into()),
        line("conflicting", taken.conflicts, "known people of whom something else is typed here: what is here stays".into()),
        line("new-touches", taken.new_events, "new touches".into()),
        line("same-touches", taken.same_events, "touches that are here already".into()),
    ];
    let notes = brought.notes.iter().map(|note| el("p").a("class", "wrong").t(note));
    let columns = (!brought.header.is_empty()).then(|| columns(bench, brought));
    let section = el("section")
        .a("class", "dry-run")
        .a("data-part", "dry-run")
        .c(el("h3").c(el("bdi").t(format!("{} would bring in", brought.file))));
    let section = section.all(notes).all(columns).c(el("ul").all(lines));
    let anything = taken.new_persons + taken.new_events + taken.known_persons > 0;
    let go = act("import", "", "Bring it in").a("class", "primary").a("data-do", "import").on("disabled", !anything);
    section.c(el("p").a("class", "ways").c(go).c(act("import-no", "", "Cancel")))
}

/// Which column of the table holds what, for the user to correct.
fn columns(bench: &Bench, brought: &Brought) -> Node {
    let titles: Vec<String> = brought
        .header
        .iter()
        .enumerate()
        .map(|(at, title)| if title.is_empty() { format!("Column {}", at + 1) } else { title.clone() })
        .collect();
    let numbers: Vec<String> = (0..titles.len()).map(|at| at.to_string()).collect();
    let options: Vec<(&str, &str)> =
        [("", "None")].into_iter().chain(numbers.iter().map(String::as_str).zip(titles.iter().map(String::as_str))).collect();
    let mut chosen = brought.columns.clone();
    let fields = COLUMNS.iter().map(|(name, words, column)| {
        let _ = column(&mut chosen);
        select(bench, name, words, &options)
    });
    el("div").a("class", "columns").all(fields)
}
