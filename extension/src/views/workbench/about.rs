//! What this is, and how one begins.

use super::{due::link, head};
use crate::{
    tree::{Node, el},
    workbench::{Bench, Route},
};

pub(super) fn about(bench: &Bench) -> Vec<Node> {
    let keys = [
        ("Down, Up, j, k", "through a list"),
        ("Enter", "open the person"),
        ("/", "to the search"),
        ("?", "the keys of any screen"),
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
        el("p").c(link("Show the first steps", Route::Welcome)),
    ]
}

/// Three steps, and somebody to try it on.
pub(super) fn welcome() -> Vec<Node> {
    vec![
        head("Leave a message, or skip it?"),
        el("p").t("After the Tone reads the prospect's page you are on, says whether a voicemail is worth leaving and why, and has the message ready to read aloud. Three things make it yours:"),
        el("div").a("id", "welcome").key("welcome"),
        el("section")
            .a("class", "step")
            .c(el("h2").t("Try it"))
            .c(el("p").t("On somebody who does not exist; nothing of it gets into your notebook. Then open a prospect's page and press the button in the toolbar, or Alt+Shift+V."))
            .c(el("p").a("class", "ways").c(el("a").a("class", "button primary").a("href", "sample.html").a("target", "_blank").t("Call a sample prospect")).c(
                el("a").a("class", "button").a("href", Route::Exchange.address()).t("Bring in a list"),
            )),
    ]
}
