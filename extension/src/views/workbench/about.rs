//! What this is.

use super::head;
use crate::{
    tree::{Node, el},
    workbench::Bench,
};

pub(super) fn about(bench: &Bench) -> Vec<Node> {
    let keys = [
        ("Down, Up, j, k", "through a list"),
        ("Enter", "open the person"),
        ("/", "to the search"),
        ("Alt+Shift+V", "the popup, on a prospect's page"),
    ];
    let keys = keys.iter().flat_map(|(key, does)| [el("dt").t(*key), el("dd").t(*does)]);
    vec![
        head("About"),
        el("p").t(format!("After the Tone {}. One press on a prospect's page says leave a voicemail or skip it, why, and what to read aloud.", env!("CARGO_PKG_VERSION"))),
        el("p").t(format!("This notebook holds {} people and {} touches.", bench.rows.len(), bench.events())),
        el("p").t("Free software under MIT or Apache-2.0, at your option. Your data is a file away: Import and export has a backup that the command line reads too."),
        el("h2").t("Keys"),
        el("dl").a("class", "key-list").all(keys),
    ]
}
