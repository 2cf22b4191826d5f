//! The lists: every file of a list folder is in its list, under its own name. A file that nobody lists would never be asked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fs, path::Path};

struct List {
    /// Below `src/`.
    folder: &'static str,
    /// The file that holds the list, below `src/`.
    list: &'static str,
    /// Files of the folder that are no entries, each with what it is instead.
    beside: &'static [(&'static str, &'static str)],
}

const LISTS: [List; 7] = [
    List {
        folder: "page/structured",
        list: "page/structured/mod.rs",
        beside: &[("item", "what every syntax gives"), ("entity", "who the items are"), ("json", "reading JSON that is not quite JSON")],
    },
    List { folder: "page/sites", list: "page/sites/mod.rs", beside: &[] },
    List {
        folder: "page/hooks",
        list: "page/hooks/mod.rs",
        beside: &[
            ("date", "what day a sentence is about"),
            ("sentence", "a sentence and its words"),
            ("subject", "of whom a sentence speaks"),
        ],
    },
    List { folder: "checklist/rules", list: "checklist/rules/mod.rs", beside: &[] },
    List { folder: "playbook/schools", list: "playbook/mod.rs", beside: &[] },
    List { folder: "draft/angles", list: "draft/angles/mod.rs", beside: &[] },
    List { folder: "draft/lint", list: "draft/lint/mod.rs", beside: &[("phrase", "how the lints match words")] },
];

#[test]
fn every_file_is_listed_under_its_name() {
    let mut broken = vec![];
    for list in LISTS {
        let folder = src().join(list.folder);
        // A folder that is yet to come has nothing to list.
        if folder.is_dir() {
            broken.extend(faults(&list, &folder));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_folders_that_stand_are_found() {
    for folder in ["checklist/rules", "playbook/schools", "draft/lint"] {
        assert!(src().join(folder).is_dir(), "src/{folder} has moved: mend its line in tests/listed.rs");
    }
}

fn faults(list: &List, folder: &Path) -> Vec<String> {
    let text = fs::read_to_string(src().join(list.list)).unwrap_or_default();
    let listed = arrays(&text);
    let mut broken = vec![];
    for (stem, file) in stems(folder) {
        let entry = listed.contains(&format!(" {stem}::"));
        let beside = list.beside.iter().any(|(name, _)| *name == stem);
        match (entry, beside) {
            (false, false) => broken.push(format!("src/{}/{stem} is not in the list of src/{}", list.folder, list.list)),
            (true, true) => broken.push(format!("src/{}/{stem} is listed, so it is no entry \"beside\" in tests/listed.rs", list.folder)),
            _ => {}
        }
        let named = fs::read_to_string(file).unwrap_or_default();
        // Sites of one shape share a file; every other entry is called as its file.
        if let Some(id) = entry.then(|| id(&named)).flatten()
            && id != stem
            && list.folder != "page/sites"
        {
            broken.push(format!("src/{}/{stem} calls itself \"{id}\"", list.folder));
        }
    }
    broken
}

/// The text inside every `= [ … ];` of the file, with a space before each word, so that `a::` is not found in `b_a::`.
fn arrays(text: &str) -> String {
    let mut found = String::new();
    for (at, _) in text.match_indices('=') {
        let value = text[at + 1..].trim_start();
        if value.starts_with('[') || value.starts_with("&[") {
            found.push_str(value.split("];").next().unwrap_or_default());
        }
    }
    let part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == ':';
    let words = found.split(|letter| !part(letter)).filter(|word| !word.is_empty());
    // `schools::balanced::PLAYBOOK` counts as `balanced::`.
    words
        .map(|word| format!(" {}", word.rsplitn(3, "::").take(2).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("::")))
        .collect()
}

/// The `id: "…"` of the file's own entry: the first one before its tests.
fn id(code: &str) -> Option<&str> {
    let above = code.split("#[cfg(test)]").next()?;
    above.split_once("id: \"")?.1.split('"').next()
}

/// The folder's files and folders by name, but its own `mod.rs`.
fn stems(folder: &Path) -> Vec<(String, std::path::PathBuf)> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() || path.extension().is_some_and(|end| end == "rs"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), if path.is_dir() { path.join("mod.rs") } else { path }))
        .filter(|(stem, _)| stem != "mod")
        .collect();
    all.sort();
    all
}

fn src() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn the_reading_of_lists_sees_what_is_missing() {
    let listed =
        arrays("pub const RULES: [&Rule; 2] =\n    [\n    &goal_set::RULE,\n    &schools::balanced::PLAYBOOK,\n];\nuse other::RULE;");
    assert_eq!(listed, " goal_set::RULE balanced::PLAYBOOK");
    assert_eq!(id("const RULE: Rule = Rule { id: \"spacing\", }"), Some("spacing"));
}
