//! `snapshot.js` in a real page, over a parsed document, and `page::html` natively: three ways to one tree.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fs, path::PathBuf};

use aftertone::{
    page::html,
    snapshot::{self, Node, Snapshot},
};
use xtask::{
    chromium::{Browser, Options, Page},
    driven::Driven,
    paths, serve,
};

struct Stage {
    browser: Browser,
    _profile: tempfile::TempDir,
}

fn stage() -> Stage {
    let profile = tempfile::tempdir().unwrap();
    let browser = Browser::start(&Options { profile: profile.path(), headless: true, now: None, zone: None, lang: None }).unwrap();
    Stage { browser, _profile: profile }
}

fn script() -> String {
    fs::read_to_string(paths::root().join("extension/snapshot.js")).unwrap()
}

fn take(browser: &mut Browser, page: &Page) -> Snapshot {
    let json = browser.eval(page, &script()).unwrap();
    serde_json::from_str(json.as_str().expect("the last line's value is a string")).unwrap()
}

fn open_text(browser: &mut Browser, html: impl Into<Vec<u8>>) -> Page {
    let html = html.into();
    let site = serve::serve(move |_| Some(("text/html; charset=utf-8".into(), html.clone()))).unwrap();
    browser.open(&site).unwrap()
}

fn pages() -> Vec<PathBuf> {
    let folders = ["www/samples", "tests/browser/pages"];
    let mut all: Vec<_> = folders.iter().flat_map(|f| fs::read_dir(paths::root().join(f)).unwrap()).map(|e| e.unwrap().path()).collect();
    all.retain(|file| file.extension().is_some_and(|end| end == "html"));
    all.sort();
    assert!(all.len() > 6);
    all
}

fn words(snapshot: &Snapshot) -> String {
    snapshot.nodes.iter().filter_map(|node| if let Node::Text(_, text) = node { Some(text.as_str()) } else { None }).collect()
}

#[test]
fn three_ways_to_one_tree() {
    let Stage { mut browser, _profile } = stage();
    let folder = paths::root();
    let site = serve::folder(folder.clone()).unwrap();
    for file in pages() {
        let bytes = fs::read(&file).unwrap();
        let url = format!("{site}{}", file.strip_prefix(&folder).unwrap().display());
        let native = html::snapshot(&bytes, Some(&url));

        let page = browser.open(&url).unwrap();
        let live = take(&mut browser, &page);
        same(&native, &live, &format!("{} in the page", file.display()));

        let parse =
            "(async (url) => aftertoneSnapshot(new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html'), url))(URL_)";
        let json = browser.eval(&page, &parse.replace("URL_", &serde_json::json!(url).to_string())).unwrap();
        let parsed: Snapshot = serde_json::from_str(json.as_str().unwrap()).unwrap();
        same(&native, &parsed, &format!("{} parsed", file.display()));
        browser.close(&page).unwrap();
    }
}

fn same(native: &Snapshot, browser: &Snapshot, what: &str) {
    for (at, (a, b)) in native.nodes.iter().zip(&browser.nodes).enumerate() {
        assert_eq!(a, b, "{what}, node {at}, natively left");
    }
    assert_eq!(native, browser, "{what}");
}

#[test]
fn what_only_a_browser_knows_is_seen() {
    let Stage { mut browser, _profile } = stage();
    let page = open_text(
        &mut browser,
        "<!doctype html><style>.no{display:none}.un{visibility:hidden}.back{visibility:visible}</style>
         <p class=no>never<b>never</b></p><div class=un>unseen<b class=back>back</b>unseen</div>
         <div id=host><span slot=one>slotted</span>unslotted</div><iframe srcdoc='<p>framed</p>'></iframe><iframe sandbox srcdoc='foreign'></iframe>
         <script>const root = host.attachShadow({mode: 'open'}); root.innerHTML = 'shadow <slot name=one>default</slot> <slot name=two>fallback</slot>'</script>",
    );
    browser.wait_until(&page, "document.querySelector('iframe').contentDocument?.body?.textContent === 'framed'").unwrap();
    let seen = words(&take(&mut browser, &page));
    for word in ["back", "shadow", "slotted", "fallback", "framed"] {
        assert!(seen.contains(word), "{word} in {seen}");
    }
    for word in ["never", "unseen", "unslotted", "default", "foreign"] {
        assert!(!seen.contains(word), "{word} in {seen}");
    }
}

#[test]
fn the_caps_hold_and_say_so() {
    let Stage { mut browser, _profile } = stage();
    let page = open_text(&mut browser, format!("<!doctype html><p>{}", "words ".repeat(100_000)));
    let text = take(&mut browser, &page);
    assert_eq!(text.notes, [snapshot::IN_PART_TEXT]);
    assert_eq!(words(&text).len(), snapshot::TEXT_MOST);

    let page = open_text(&mut browser, format!("<!doctype html>{}", "<i></i>".repeat(60_000)));
    let nodes = take(&mut browser, &page);
    assert!(nodes.nodes.len() <= snapshot::NODES_MOST);
    assert!(nodes.notes.iter().any(|note| note.starts_with("Read in part: ")), "{:?}", nodes.notes);

    // A page so deep brings Chromium's own layout down: walked over a document that stands in no window.
    let deep = "(() => { const doc = document.implementation.createHTMLDocument('deep'); let at = doc.createElement('p');
                for (let n = 0; n < 30000; n++) { const out = doc.createElement('div'); out.append(at); at = out; }
                doc.body.append(at, 'after'); return aftertoneSnapshot(doc) })()";
    let deep = browser.eval(&page, deep).unwrap();
    let deep: Snapshot = serde_json::from_str(deep.as_str().unwrap()).unwrap();
    assert!(words(&deep).contains("after") || !deep.notes.is_empty(), "{:?}", deep.notes);
}

#[test]
fn broken_text_comes_whole() {
    let Stage { mut browser, _profile } = stage();
    let page = open_text(&mut browser, "<!doctype html><body>");
    let make = r"document.body.append('half \ud800 nul \0 bell \x07 c1 \x9b end'); document.body.title = 'x\udc00y'; document.documentElement.lang = 'e\ud800n'; 0";
    browser.eval(&page, make).unwrap();
    let seen = take(&mut browser, &page);
    assert_eq!(words(&seen), "half \u{fffd} nul  bell  c1  end".replace("  ", " "));
    assert!(seen.nodes.iter().any(|node| matches!(node, Node::Element(_, _, attributes) if attributes.contains(&"x\u{fffd}y".to_owned()))));
}

#[test]
fn the_lists_and_caps_are_the_cores() {
    let script = script();
    let list = |name: &str| {
        let after = script.split_once(&format!("const {name} = new Set([")).unwrap().1;
        let inside = after.split_once("])").unwrap().0;
        let mut words: Vec<String> =
            inside.split(',').map(|word| word.trim().trim_matches('\'').to_owned()).filter(|w| !w.is_empty()).collect();
        words.sort();
        words
    };
    assert_eq!(list("KEPT_ATTRIBUTES"), snapshot::KEPT_ATTRIBUTES);
    assert_eq!(list("LEFT_OUT"), snapshot::LEFT_OUT);
    for (name, value) in [
        ("ATTRIBUTE_LONGEST", snapshot::ATTRIBUTE_LONGEST),
        ("JSON_LD_MOST", snapshot::JSON_LD_MOST),
        ("TEXT_MOST", snapshot::TEXT_MOST),
        ("NODES_MOST", snapshot::NODES_MOST),
    ] {
        let written = script.split_once(&format!("const {name} = ")).unwrap().1.split_once(';').unwrap().0;
        assert_eq!(written.replace('_', "").parse::<usize>().unwrap(), value, "{name}");
    }
    assert!(script.contains("const JSON_LD_LONGEST = 64 * 1024;") && snapshot::JSON_LD_LONGEST == 64 * 1024);
    for words in [snapshot::JSON_LD, snapshot::IN_PART_TEXT, snapshot::IN_PART_NODES] {
        assert!(script.contains(&format!("'{words}'")), "{words}");
    }
}
