//! Everything that is kept, what it means, and how it goes.

use super::{act, head};
use crate::{
    tree::{Node, el},
    workbench::Bench,
};

/// What begins a key, and what lies there.
const MEANINGS: [(&str, &str, &str); 14] = [
    ("schema", "Version", "Which version of the notebook this is."),
    ("profile", "You", "Your name, organization, number, offer, playbook, settings and pinned scripts."),
    ("total", "Totals", "How many people and touches there are, so that a loss is noticed."),
    ("index", "The list", "Name, organization, address, number and next date of everybody, made from the rest so that lists open at once."),
    ("changed", "The list's changes", "Whose line of the list is out of date."),
    ("reminders", "Reminders", "The next planned tries: when, who and of which organization. Only where you asked to be reminded."),
    ("reminded", "Reminded", "Until when reminders were shown."),
    ("p:", "People", "One each: name, organization and how to reach them, and how many touches belong to them."),
    ("t:", "Touches", "What was done, when and what came of it, and what was said: at most a hundred a key."),
    ("k:", "What you typed", "Answers, corrected facts, the edited message, the deal."),
    ("a:", "Ways to a person", "A hash of a page, an address or a number that leads to a person. Nobody can read the page from it."),
    ("c:", "Choices", "Whom you chose on a page that names several; the page as a hash."),
    ("d:", "Not to be contacted", "Hashes of deleted people who asked not to be contacted, so that they stay uncalled."),
    ("aside:", "Put aside", "What could not be read any more. It is never cleared by itself."),
];

pub(super) fn privacy(bench: &Bench) -> Vec<Node> {
    let means = |key: &str, start: &str| if start.ends_with(':') { key.starts_with(start) } else { key == start };
    let groups = MEANINGS.iter().filter_map(|(start, words, meaning)| {
        let keys: Vec<&String> = bench.keys.iter().filter(|key| means(key, start)).collect();
        (!keys.is_empty()).then(|| group(start, words, meaning, &keys))
    });
    let known = |key: &String| MEANINGS.iter().any(|(start, ..)| means(key, start));
    let others: Vec<&String> = bench.keys.iter().filter(|key| !known(key)).collect();
    let others =
        (!others.is_empty()).then(|| group("", "Anything else", "Keys that this version does not know: a newer one wrote them.", &others));
    let sure = bench.sure == Some("forget-all");
    vec![
        head("Privacy"),
        el("p").t("Everything below lies on this machine, in the extension's own storage. Nothing is sent anywhere: there is no server to send it to."),
        el("h2").t(format!("{} keys are stored", bench.keys.len())),
        el("ul").a("class", "keys").a("data-part", "keys").all(groups).all(others),
        el("p").t("Beside it, in the extension pages' own storage: what you typed in the moment before it was saved, the last message you took to the stage, and the totals once more, so that a loss is noticed."),
        el("section")
            .a("class", "danger")
            .c(el("h2").t("Delete everything"))
            .c(el("p").t("People, touches, your own details and settings go; this can't be undone. Hashes of those who asked not to be contacted stay. To delete one person, open them."))
            .c(act("forget-all", "", if sure { "Delete everything for good" } else { "Delete everything …" }).a("class", if sure { "stop-button" } else { "" }).a("data-do", "forget-all")),
    ]
}

fn group(start: &str, words: &str, meaning: &str, keys: &[&String]) -> Node {
    /// More are counted, not listed.
    const LISTED: usize = 200;
    let listed = keys.iter().take(LISTED).map(|key| el("li").c(el("code").t(key.as_str())));
    let more = keys.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| el("li").t(format!("and {more} more")));
    el("li").key(start).a("data-keys", start).c(el("p").c(el("strong").t(format!("{words}: {}", keys.len())))).c(el("p").t(meaning)).c(el(
        "details",
    )
    .c(el("summary").t("The keys"))
    .c(el("ul").all(listed).all(more)))
}
