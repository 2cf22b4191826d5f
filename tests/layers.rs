//! The house: who may import whom. Reads the imports and names the arrow that breaks it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Every module of the core, in reading order, with those it may import. Nothing points down the list, so nothing goes in circles.
const HOUSE: &[(&str, &[&str])] = &[
    ("carried", &[]),
    ("order", &[]),
    ("fact", &[]),
    ("moment", &["carried"]),
    ("numbering", &["carried"]),
    ("snapshot", &[]),
    ("prospect", &["fact", "moment"]),
    ("page", &["order", "fact", "moment", "numbering", "snapshot", "prospect"]),
    ("touch", &["order", "fact", "moment", "prospect"]),
    ("situation", &["fact", "moment", "prospect", "touch"]),
    ("history", &["order", "fact", "moment", "touch", "situation"]),
    ("store", &["order", "fact", "moment", "prospect", "touch", "situation"]),
    ("playbook", &["situation"]),
    ("calling", &["order", "fact", "moment", "prospect", "touch", "situation", "history", "playbook"]),
    ("checklist", &["fact", "moment", "prospect", "touch", "situation", "history", "playbook", "calling"]),
    ("draft", &["order", "fact", "moment", "numbering", "prospect", "touch", "situation", "history", "calling"]),
    ("decide", &["fact", "moment", "prospect", "touch", "situation", "history", "playbook", "calling", "checklist", "draft"]),
    ("plan", &["moment", "touch", "situation", "history", "calling", "checklist", "decide"]),
    ("due", &["order", "moment", "prospect", "touch", "situation", "history", "store", "playbook", "calling", "decide"]),
    ("results", &["order", "moment", "touch", "store", "draft"]),
    ("exchange", &["order", "fact", "moment", "prospect", "touch", "situation", "store", "due"]),
];

/// These compose the rest, so they may import all of it.
const DOORS: [&str; 3] = ["lib", "main", "command"];

/// Only `extension/` may name these.
const BROWSER: [&str; 6] = ["wasm_bindgen", "web_sys", "js_sys", "gloo", "sycamore", "serde_wasm_bindgen"];

/// The core asks no clock, disk, network or random number; the command line reads files, and asks no clock either.
const OUTSIDE: [&str; 9] =
    ["std::fs", "std::net", "std::env", "std::process", "SystemTime", "Instant::now", "Timestamp::now", "Zoned::now", "getrandom"];

#[test]
fn modules_import_only_what_the_house_allows() {
    let mut broken = BTreeSet::new();
    for file in rust_files(&root().join("src")) {
        let module = module_of(&file);
        if DOORS.contains(&module.as_str()) {
            continue;
        }
        let Some((_, allowed)) = HOUSE.iter().find(|(name, _)| *name == module) else {
            broken.insert(format!("{module} is not in the house's table in tests/layers.rs"));
            continue;
        };
        for import in imports(&code(&file)) {
            if import != module && !allowed.contains(&import.as_str()) {
                broken.insert(format!("{module} may not import {import} ({})", shown(&file)));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_table_points_up_only() {
    for (at, (module, allowed)) in HOUSE.iter().enumerate() {
        for import in *allowed {
            assert!(HOUSE[..at].iter().any(|(above, _)| above == import), "{module} may import {import}, which does not stand above it");
        }
    }
}

#[test]
fn only_the_extension_knows_a_browser() {
    let mut broken = vec![];
    for file in rust_files(&root().join("src")) {
        let code = code(&file);
        broken.extend(BROWSER.iter().filter(|name| has_word(&code, name)).map(|name| format!("{} names {name}", shown(&file))));
    }
    let cargo = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    for name in BROWSER {
        let dependency = name.replace('_', "-");
        if cargo.lines().any(|line| line.starts_with(&format!("{dependency} ")) || line.starts_with(&format!("{dependency}="))) {
            broken.push(format!("Cargo.toml names {dependency}"));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_core_asks_nobody() {
    let mut broken = vec![];
    for file in rust_files(&root().join("src")) {
        let code = code(&file);
        let door = DOORS.contains(&module_of(&file).as_str());
        let asks = OUTSIDE.iter().filter(|outside| code.contains(**outside));
        let asks = asks.filter(|outside| !door || outside.contains("now") || outside.contains("Time") || **outside == "std::net");
        broken.extend(asks.map(|outside| format!("{} asks {outside}", shown(&file))));
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn a_view_never_sees_a_store() {
    let views = root().join("extension/src/views");
    if !views.is_dir() {
        return;
    }
    let mut broken = vec![];
    for file in rust_files(&views) {
        let code = code(&file);
        broken.extend(
            ["store", "chrome_store", "local_store", "chrome"]
                .iter()
                .filter(|name| [format!("crate::{name}"), format!("aftertone::{name}")].iter().any(|path| has_word(&code, path)))
                .map(|name| format!("{} sees {name}", shown(&file))),
        );
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

/// What the click loads would hold it otherwise.
#[test]
fn nothing_but_the_workbench_sees_the_workbench() {
    let source = root().join("extension/src");
    let its_own = [source.join("workbench"), source.join("views/workbench"), source.join("bin/workbench.rs"), source.join("lib.rs")];
    let mut broken = vec![];
    for file in rust_files(&source) {
        if its_own.iter().any(|own| file.starts_with(own)) {
            continue;
        }
        let code = code(&file);
        let sees = ["crate::workbench", "views::workbench", "aftertone_extension::workbench"];
        broken.extend(sees.iter().filter(|path| has_word(&code, path)).map(|path| format!("{} sees {path}", shown(&file))));
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn imports_are_read_in_every_form() {
    let code =
        "use crate::fact::Fact;\nuse crate::{\n    moment::{Moment, Zone},\n    touch::Touch, draft,\n};\nfn f() { crate::page::read() }";
    let found: Vec<String> = imports(code).into_iter().collect();
    assert_eq!(found, ["draft", "fact", "moment", "page", "touch"]);
}

/// The first names behind every `crate::`.
fn imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            found.insert(word(rest));
            continue;
        };
        let mut depth = 1;
        let mut starts = true;
        for (at, letter) in group.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => starts = true,
                _ if depth == 1 && starts && !letter.is_whitespace() => {
                    found.insert(word(&group[at..]));
                    starts = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    found.remove("");
    found
}

fn word(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect()
}

fn has_word(code: &str, name: &str) -> bool {
    let part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    code.match_indices(name).any(|(at, _)| !code[..at].ends_with(part) && !code[at + name.len()..].starts_with(part))
}

/// A file's text without comments and without the tests at its foot: those may import what they like.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let above = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    above.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The top module a file belongs to: `src/page/dom.rs` to `page`.
fn module_of(file: &Path) -> String {
    let inside = file.strip_prefix(root().join("src")).unwrap();
    inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = vec![];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string()
}
