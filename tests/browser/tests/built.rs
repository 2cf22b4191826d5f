//! What is shipped: the files as they were built, before any browser sees them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fs, path::Path};

use xtask::paths;

#[test]
fn no_script_makes_markup_or_code_from_strings() {
    for name in ["chromium", "firefox", "www"] {
        for file in scripts(&paths::dist(name)) {
            let text = fs::read_to_string(&file).unwrap();
            for never in
                ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "= Function(", "importScripts"]
            {
                assert!(!text.contains(never), "{} holds {never}", file.display());
            }
        }
    }
}

#[test]
fn pages_hold_no_inline_code() {
    for name in ["chromium", "firefox", "www"] {
        for entry in fs::read_dir(paths::dist(name)).unwrap() {
            let file = entry.unwrap().path();
            if file.extension().is_none_or(|end| end != "html") {
                continue;
            }
            let text = fs::read_to_string(&file).unwrap();
            for script in text.split("<script").skip(1) {
                assert!(script.split('>').next().unwrap().contains("src="), "{} holds an inline script", file.display());
            }
            assert!(!text.contains(" onclick=") && !text.contains("<style") && !text.contains(" style="), "{}", file.display());
            assert!(!text.contains("http://") && !text.contains("https://"), "{} asks another server", file.display());
        }
    }
}

#[test]
fn the_extension_ships_only_what_it_needs() {
    for name in ["chromium", "firefox"] {
        let folder = paths::dist(name);
        for needed in [
            "manifest.json",
            "popup.html",
            "panel.html",
            "boot.js",
            "snapshot.js",
            "popup.js",
            "popup_bg.wasm",
            "reader.js",
            "reader_bg.wasm",
            "plans.deflate",
            "zones.txt",
            "workbench.js",
            "workbench_bg.wasm",
            "icons/128.png",
        ] {
            assert!(folder.join(needed).is_file(), "dist/{name} lacks {needed}");
        }
        for source in ["src", "Cargo.toml", "icons/icon.svg", "manifest.chromium.json", "manifest.firefox.json"] {
            assert!(!folder.join(source).exists(), "dist/{name} holds {source}");
        }
    }
}

#[test]
fn the_try_page_ships_nothing_of_the_workbench() {
    let www = paths::dist("www");
    assert!(["popup_bg.wasm", "reader_bg.wasm", "zones.txt"].iter().all(|name| www.join(name).is_file()));
    for entry in fs::read_dir(&www).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(!name.contains("workbench"), "dist/www holds {name}");
    }
}

fn scripts(folder: &Path) -> Vec<std::path::PathBuf> {
    let all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "js"))
        .collect();
    assert!(all.len() >= 3, "{} is not built: run `cargo xtask build`", folder.display());
    all
}

/// The front door tells the articles' positions as the program holds them.
#[test]
fn the_front_door_tells_the_playbooks_as_they_are() {
    use aftertone::playbook::{PLAYBOOKS, Stranger};
    let page = fs::read_to_string(paths::dist("www").join("index.html")).unwrap();
    let said = |key: &str| page.split_once(&format!("data-say=\"{key}\">")).unwrap().1.split('<').next().unwrap().to_owned();
    for playbook in PLAYBOOKS.into_iter().filter(|playbook| playbook.seed != "all") {
        let stranger = said(&format!("front_stranger_{}", playbook.seed));
        match playbook.stranger {
            Stranger::Never => assert_eq!(stranger, "Never"),
            Stranger::WithOneOf(rules) => {
                assert_eq!((rules, stranger.as_str()), (&["valuable_information"][..], "Only with news they need"))
            }
            Stranger::Always => assert!(["Always", "Yes, and keep calling"].contains(&stranger.as_str()), "{stranger}"),
        }
    }
    let always = PLAYBOOKS.into_iter().find(|playbook| playbook.seed == "003").unwrap();
    assert_eq!(said("front_often_003"), format!("Every {} to 10 days", always.spacing_days));
    let [target, most] = [aftertone::draft::timing::TARGET_SECONDS, aftertone::draft::timing::LIMIT_SECONDS];
    assert_eq!([said("front_long_004"), said("front_long_003")], [target, most].map(|seconds| format!("{seconds} seconds")));
}

/// One scale of sizes and one set of colours, in `:root`: what a theme or a new screen changes is changed there.
#[test]
fn sizes_of_type_and_colours_come_from_the_scale() {
    for (folder, name) in [
        ("extension", "app.css"),
        ("extension", "workbench.css"),
        ("extension", "voice.css"),
        ("extension", "sample.css"),
        ("www", "try.css"),
    ] {
        let css = fs::read_to_string(paths::root().join(folder).join(name)).unwrap();
        for rule in css.split('}').filter(|rule| !rule.contains(":root")) {
            for line in rule.lines().map(str::trim) {
                let size = line.strip_prefix("font-size:").is_some_and(|value| !value.contains("var(--") && !value.contains("inherit"));
                let colour = line.contains(": #") || line.contains(" #") && line.ends_with(';');
                assert!(!size && !colour, "{name}: `{line}` is not on the scale");
            }
        }
    }
}
