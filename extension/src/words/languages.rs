//! The interface's words: every key that the sources use is in every language, with the same places to fill, and none is there in vain.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

const LANGUAGES: [&str; 4] = ["en", "de", "es", "fr"];

/// Keys that are made of a name of the core's: `door_zero`. Each name has its words in English already, so one more is no fault.
const MADE: [&str; 4] = ["angle_", "door_", "frame_", "window_"];

type Words = BTreeMap<String, String>;

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn words(language: &str) -> Words {
    read(&home().join(format!("_locales/{language}/messages.json")))
}

/// The front page's own words: in English they stand on the page.
fn front(language: &str) -> Words {
    read(&home().join(format!("../www/front/{language}.json")))
}

fn read(file: &Path) -> Words {
    let all: BTreeMap<String, Value> = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    all.into_iter().map(|(key, said)| (key, said["message"].as_str().unwrap().to_owned())).collect()
}

fn below(folder: PathBuf, ends: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            below(path, ends, found);
        } else if path.extension().is_some_and(|end| ends.iter().any(|known| end == *known)) {
            found.push(path);
        }
    }
}

/// What the extension and the try page are made of.
fn sources() -> Vec<String> {
    let mut found = vec![];
    below(home().join("src"), &["rs"], &mut found);
    for folder in [home().to_owned(), home().join("../www")] {
        let here = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        found.extend(here.filter(|file| file.extension().is_some_and(|end| end == "js" || end == "html" || end == "json")));
    }
    found.retain(|file| !file.ends_with("languages.rs"));
    found.iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

/// What stands between the quotes behind `before`, wherever `before` stands.
fn quoted_after<'a>(text: &'a str, before: &str, quote: char) -> Vec<&'a str> {
    text.match_indices(before).filter_map(|(at, _)| text.get(at + before.len()..)?.split(quote).next()).collect()
}

/// The keys that are asked for by name.
fn asked() -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    for source in sources() {
        for call in [
            "say(\"",
            "say_with(\"",
            "say_or(\"",
            "aria-label=\"",
            " title=\"",
            "(title=\"",
            "placeholder=\"",
            "\"data-placeholder\"=\"",
            ".say(\"",
            " head(\"",
            "[head(\"",
            " empty(\"",
        ] {
            // On pages an attribute is the attribute itself; there `data-say` names the key.
            if source.starts_with("<!doctype") {
                continue;
            }
            asked.extend(quoted_after(&source, call, '"').into_iter().map(str::to_owned));
        }
        for call in ["getMessage('", "say('"] {
            asked.extend(quoted_after(&source, call, '\'').into_iter().map(str::to_owned));
        }
        asked.extend(said_on(&source));
        asked.extend(
            quoted_after(&source, "__MSG_", '_')
                .into_iter()
                .zip(quoted_after(&source, "__MSG_", '"'))
                .map(|(_, key)| key.split("__").next().unwrap_or_default().to_owned()),
        );
        let counts = ["say_many(\"", "counted(\""].into_iter().flat_map(|call| quoted_after(&source, call, '"'));
        for counted in counts {
            asked.extend(["one", "other"].map(|form| format!("{counted}_{form}")));
        }
    }
    // A test of its own asks for what is not there; the front page has its own words.
    asked.retain(|key| !key.contains(' ') && !key.starts_with("front_"));
    asked
}

/// The literals that stand between braces by themselves, as words stand in a view: not what an `if` chooses from.
fn children(view: &str) -> Vec<&str> {
    let alone = |at: usize, words: &str| {
        !view[..at].ends_with("else ") && !view[at + words.len() + 6..].starts_with(" else") && !words.contains(['{', '}'])
    };
    let each = view.match_indices("{ \"").filter_map(|(at, _)| Some((at, view[at + 3..].split_once("\" }")?.0)));
    each.filter(|(at, words)| alone(*at, words)).map(|(_, words)| words).collect()
}

/// The literals of a source without its comments and its tests.
fn literals(source: &str) -> Vec<String> {
    let shipped = source.split("#[cfg(test)]\nmod").next().unwrap_or_default();
    let lines = shipped.lines().filter(|line| !line.trim_start().starts_with("//"));
    let text: String = lines.collect::<Vec<_>>().join("\n").replace("\\\"", "").replace("'\"'", "");
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The keys that a page names, for what stands on it before the program does.
fn said_on(page: &str) -> impl Iterator<Item = String> {
    ["data-say=\"", "data-say-label=\""].into_iter().flat_map(|name| quoted_after(page, name, '"')).map(str::to_owned)
}

/// `$1` and so on, in order.
fn places(message: &str) -> Vec<char> {
    let mut places: Vec<char> = message.split('$').skip(1).filter_map(|rest| rest.chars().next()).collect();
    places.sort_unstable();
    places
}

#[test]
fn every_key_that_is_asked_for_is_in_every_language() {
    let asked = asked();
    assert!(asked.len() > 100, "the sources are no longer read: {asked:?}");
    for language in LANGUAGES {
        let words = words(language);
        let missing: Vec<_> = asked.iter().filter(|key| !words.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{language} has no words for {missing:?}");
    }
}

/// Names of two words and more that are no keys: of the contract, of stored fields, of the browser.
const NAMES: [&str; 33] = [
    "already_has_it",
    "always_leave",
    "call_back",
    "callback_number",
    "callback_promised",
    "existing_supplier",
    "financial_planning",
    "goal_set",
    "it_depends",
    "left_company",
    "live_route",
    "live_route_tried",
    "message_ready",
    "new_role",
    "optional_permissions",
    "owed_an_answer",
    "page_hook",
    "pick_up_next_time",
    "read_email",
    "reason_for_call",
    "referral_only",
    "referred_by",
    "right_person",
    "seller_category",
    "seller_name",
    "spoken_positive",
    "they_said_no",
    "three_in_ten_days",
    "toll_free",
    "try_live",
    "valuable_information",
    "worth_it",
    "_blank",
];

/// A key with a slip in it would be shown as nothing, wherever it is written.
#[test]
fn what_is_written_as_a_key_is_one() {
    let (words, mut wrong, mut named) = (words("en"), vec![], BTreeSet::new());
    let is_key = |key: &str| words.contains_key(key) || words.contains_key(&format!("{key}_one"));
    let mut found = vec![];
    below(home().join("src"), &["rs"], &mut found);
    for file in found.iter().filter(|file| !file.ends_with("languages.rs")) {
        let source = fs::read_to_string(file).unwrap();
        let compound =
            |literal: &String| literal.contains('_') && literal.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        for literal in literals(&source).into_iter().filter(compound).filter(|literal| !is_key(literal) && !literal.ends_with('_')) {
            if !NAMES.contains(&literal.as_str()) {
                wrong.push(format!("{}: {literal}", file.display()));
            }
            named.insert(literal);
        }
        let view = file.parent().is_some_and(|folder| folder.ends_with("views"));
        let shown = if view { children(&source) } else { vec![] };
        wrong.extend(shown.into_iter().filter(|key| !is_key(key)).map(|key| format!("{}: {key} is shown", file.display())));
    }
    assert!(wrong.is_empty(), "no words for:\n{}", wrong.join("\n"));
    let gone: Vec<_> = NAMES.iter().filter(|name| !named.contains(**name)).collect();
    assert!(gone.is_empty(), "no source names {gone:?} any more");
}

#[test]
fn no_key_is_there_in_vain() {
    let sources = sources();
    let named = |key: &str| sources.iter().any(|source| source.contains(&format!("\"{key}\"")) || source.contains(&format!("'{key}'")));
    let manifest = |key: &str| sources.iter().any(|source| source.contains(&format!("__MSG_{key}__")));
    for key in words("en").keys() {
        let counted = key.strip_suffix("_one").or(key.strip_suffix("_other")).unwrap_or(key);
        let made = MADE.iter().any(|start| key.starts_with(start));
        assert!(named(key) || named(counted) || manifest(key) || made, "nothing says {key}");
    }
}

#[test]
fn the_languages_say_the_same_keys_with_the_same_places() {
    let english = words("en");
    for language in LANGUAGES {
        let words = words(language);
        assert_eq!(english.keys().collect::<Vec<_>>(), words.keys().collect::<Vec<_>>(), "{language}");
        for (key, message) in &words {
            assert!(!message.trim().is_empty(), "{language} {key} is empty");
            assert!(!message.contains(['<', '>', '&']), "{language} {key} has markup: {message}");
            assert!(places(message).iter().all(char::is_ascii_digit), "{language} {key} has a $ that fills nothing: {message}");
            // "One touch" needs no number, "$1 touches" does.
            if !key.ends_with("_one") {
                assert_eq!(places(message), places(&english[key]), "{language} {key}: {message}");
            }
        }
        assert_eq!(words["language"], language);
    }
}

#[test]
fn the_front_page_is_in_every_language() {
    let page = fs::read_to_string(home().join("../www/index.html")).unwrap();
    let asked: BTreeSet<String> = said_on(&page).filter(|key| key.starts_with("front_")).collect();
    assert!(asked.len() > 40, "{asked:?}");
    for language in LANGUAGES.into_iter().filter(|language| *language != "en") {
        assert_eq!(asked, front(language).into_keys().collect(), "{language}");
    }
}

/// The stores cut longer ones off, or refuse them.
#[test]
fn the_stores_take_the_name_and_the_description() {
    for language in LANGUAGES {
        let words = words(language);
        assert!(words["name"].chars().count() <= 45, "{language}");
        assert!(words["description"].chars().count() <= 132, "{language}: {}", words["description"].chars().count());
    }
}
