//! What this is, and how one begins.

use super::{due::link, head};
use crate::{
    tree::{Node, el},
    words::{
        counted,
        say::{say, say_with},
    },
    workbench::{Bench, Route},
};

pub(super) fn about(bench: &Bench) -> Vec<Node> {
    let down = say("down_up");
    let keys = [
        (down.as_str(), "key_through_a_list"),
        ("Enter", "key_open_the_person"),
        ("/", "key_to_the_search"),
        ("?", "keys_of_any_screen"),
        ("Alt+Shift+J", "popup_on_a_page"),
    ];
    let keys = keys.iter().flat_map(|(key, does)| [el("dt").t(*key), el("dd").say(does)]);
    vec![
        head("nav_about"),
        el("p").t(say_with("about_what", &[env!("CARGO_PKG_VERSION")])),
        el("p").t(say_with("about_holds", &[&counted("people_count", bench.rows.len()), &counted("touches_count", bench.events())])),
        el("p").say("about_free"),
        el("h2").say("keys"),
        el("dl").a("class", "key-list").all(keys),
        el("p").c(link("show_first_steps", Route::Welcome)),
    ]
}

/// Three steps, and somebody to try it on.
pub(super) fn welcome() -> Vec<Node> {
    vec![
        head("welcome_head"),
        el("p").say("welcome_what"),
        el("div").a("id", "welcome").key("welcome"),
        el("section").a("class", "step").c(el("h2").say("try_it")).c(el("p").say("try_it_how")).c(el("p")
            .a("class", "ways")
            .c(el("a").a("class", "button primary").a("href", "sample.html").a("target", "_blank").say("call_a_sample"))
            .c(el("a").a("class", "button").a("href", Route::Exchange.address()).say("bring_in_a_list"))),
    ]
}
