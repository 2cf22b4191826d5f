//! Everything that is kept, what it means, and how it goes.

use super::head;
use crate::{
    tree::{Node, el},
    words::{
        numeral,
        say::{say, say_with},
    },
    workbench::Bench,
};

/// What begins a key, and the keys of the words for what lies there.
const MEANINGS: [(&str, &str, &str); 14] = [
    ("schema", "kept_schema", "kept_schema_what"),
    ("profile", "kept_profile", "kept_profile_what"),
    ("total", "kept_total", "kept_total_what"),
    ("index", "kept_index", "kept_index_what"),
    ("changed", "kept_changed", "kept_changed_what"),
    ("reminders", "kept_reminders", "kept_reminders_what"),
    ("reminded", "kept_reminded", "kept_reminded_what"),
    ("p:", "kept_people", "kept_people_what"),
    ("t:", "kept_touches", "kept_touches_what"),
    ("k:", "kept_typed", "kept_typed_what"),
    ("a:", "kept_ways", "kept_ways_what"),
    ("c:", "kept_choices", "kept_choices_what"),
    ("d:", "kept_uncalled", "kept_uncalled_what"),
    ("aside:", "kept_aside", "kept_aside_what"),
];

pub(super) fn privacy(bench: &Bench) -> Vec<Node> {
    let means = |key: &str, start: &str| if start.ends_with(':') { key.starts_with(start) } else { key == start };
    let groups = MEANINGS.iter().filter_map(|(start, words, meaning)| {
        let keys: Vec<&String> = bench.keys.iter().filter(|key| means(key, start)).collect();
        (!keys.is_empty()).then(|| group(start, words, meaning, &keys))
    });
    let known = |key: &String| MEANINGS.iter().any(|(start, ..)| means(key, start));
    let others: Vec<&String> = bench.keys.iter().filter(|key| !known(key)).collect();
    let others = (!others.is_empty()).then(|| group("", "anything_else", "anything_else_what", &others));
    vec![
        head("nav_privacy"),
        el("p").say("privacy_all_here"),
        el("h2").t(say_with("keys_stored", &[&numeral(bench.keys.len())])),
        el("ul").a("class", "keys").a("data-part", "keys").all(groups).all(others),
        el("p").say("privacy_beside"),
        el("section")
            .a("class", "danger")
            .c(el("h2").say("delete_everything"))
            .c(el("p").say("delete_everything_what"))
            .c(super::forget_for_good(bench, "forget-all", ["delete_everything_ask", "delete_everything_sure"])),
    ]
}

fn group(start: &str, words: &str, meaning: &str, keys: &[&String]) -> Node {
    /// More are counted, not listed.
    const LISTED: usize = 200;
    let listed = keys.iter().take(LISTED).map(|key| el("li").c(el("code").t(key.as_str())));
    let more = keys.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| el("li").t(say_with("and_n_more", &[&numeral(more)])));
    el("li")
        .key(start)
        .a("data-keys", start)
        .c(el("p").c(el("strong").t(format!("{}: {}", say(words), numeral(keys.len())))))
        .c(el("p").say(meaning))
        .c(el("details").c(el("summary").say("the_keys")).c(el("ul").all(listed).all(more)))
}
