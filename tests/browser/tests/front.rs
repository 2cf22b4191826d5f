//! The front page: it asks for nothing but itself, opens again without a network, and speaks the visitor's language.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use serde_json::json;
use xtask::{
    chromium::{Browser, Page},
    driven::{Driven, Options},
    paths, serve,
    stage::monday,
};

fn decides(browser: &mut Browser, page: &Page, name: &str) {
    let named = format!("document.querySelector('[data-fact=name]')?.textContent === {}", json!(name));
    browser.wait_until(page, &named).unwrap();
    browser.wait_until(page, "!!document.querySelector('[data-part=decision]').dataset.decision").unwrap();
}

/// From a file no browser runs it, and the page says so.
#[test]
fn opened_from_a_file_the_front_door_says_how_to_serve_it() {
    let profile = tempfile::tempdir().unwrap();
    let mut browser = Browser::start(&Options { profile: profile.path(), headless: true, now: None, zone: None, lang: None }).unwrap();
    let file = paths::dist("www").join("index.html");
    let page = browser.open(&format!("file://{}", file.display())).unwrap();
    assert!(browser.text(&page, "[data-error=file]").unwrap().contains("cargo xtask run --www"));
    browser.quit().unwrap();
}

#[test]
fn it_opens_without_a_network_and_asks_for_nothing_but_itself() {
    let profile = tempfile::tempdir().unwrap();
    let mut browser = Browser::start(&monday(profile.path())).unwrap();
    let on = Arc::new(AtomicBool::new(true));
    let (answers, www) = (Arc::clone(&on), paths::dist("www"));
    let site = serve::serve(move |path| if answers.load(Ordering::SeqCst) { serve::file(&www, path) } else { None }).unwrap();
    let page = browser.open(&format!("{site}?page=contact")).unwrap();
    decides(&mut browser, &page, "Dana Whitfield");
    browser.wait_until(&page, "document.documentElement.dataset.kept === 'true'").unwrap();
    let asked = browser.requests().unwrap();
    let foreign: Vec<_> =
        asked.iter().filter(|url| !url.starts_with(&site) && !url.starts_with("chrome://") && !url.starts_with("data:")).collect();
    assert!(foreign.is_empty() && asked.iter().any(|url| url.ends_with("_bg.wasm")), "{foreign:?} of {asked:?}");
    browser.close(&page).unwrap();

    // The server answers nothing any more. A sample that was never looked at opens all the same, and a page can be pasted.
    on.store(false, Ordering::SeqCst);
    let page = browser.open(&format!("{site}?page=profile")).unwrap();
    decides(&mut browser, &page, "Renée Castellanos");
    browser
        .type_into(&page, "textarea[data-paste]", "<h1>Ada Example</h1><p>Head of Engines, Example Works</p><p>Phone 312 555 0177</p>")
        .unwrap();
    browser.click(&page, "[data-do=read-pasted]").unwrap();
    decides(&mut browser, &page, "Ada Example");
    browser.quit().unwrap();
}

#[test]
fn it_speaks_the_visitors_language() {
    let profile = tempfile::tempdir().unwrap();
    let mut browser = Browser::start(&Options { lang: Some("de"), ..monday(profile.path()) }).unwrap();
    let site = serve::folder(paths::dist("www")).unwrap();
    let page = browser.open(&format!("{site}?page=contact")).unwrap();
    decides(&mut browser, &page, "Dana Whitfield");
    assert_eq!(
        browser.eval(&page, "document.documentElement.lang + ' ' + document.title").unwrap(),
        "de After the Tone: Nachricht hinterlassen oder auflegen?"
    );
    assert_eq!(browser.text(&page, ".claim").unwrap(), "Gleich kommt der Ton. Nachricht hinterlassen oder auflegen?");
    assert_eq!(browser.text(&page, "[data-part=decision] h2").unwrap(), "Erst die Null drücken");
    // Nothing that is said here is left in English.
    let english = std::fs::read_to_string(paths::root().join("www/index.html")).unwrap();
    let said = "[...document.querySelectorAll('[data-say]')].map((place) => [place.dataset.say, place.textContent])";
    let said: Vec<(String, String)> = serde_json::from_value(browser.eval(&page, said).unwrap()).unwrap();
    assert!(said.len() > 40, "{said:?}");
    let left: Vec<_> = said.iter().filter(|(key, words)| english.contains(&format!("data-say=\"{key}\">{words}<"))).collect();
    assert!(left.is_empty(), "{left:?}");
    browser.quit().unwrap();
}
