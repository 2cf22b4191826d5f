//! The interface in German: every label is translated, days and numbers are German ones, and nothing is cut off or overlaps. The story of the
//! other languages is the same: a test of the extension's package holds their keys against the English ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::access::faults;
use serde_json::{Value, json};
use xtask::{
    chromium::Page,
    driven::{Driven, Options},
    paths,
    stage::{Stage, monday},
};

#[test]
fn the_popup_and_the_workbench_speak_german() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::open(&Options { lang: Some("de"), ..monday(profile.path()) }).unwrap();
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    assert_eq!(stage.browser.eval(&popup, "document.documentElement.lang").unwrap(), "de");
    stage.introduce(&popup).unwrap();
    let says = |stage: &mut Stage, page: &Page, css: &str| stage.browser.text(page, css).unwrap();
    assert_eq!(says(&mut stage, &popup, "[data-part=decision] h2"), "Erst die Null drücken");
    assert_eq!(stage.browser.attribute(&popup, "[data-do=settings]", "aria-label").unwrap().as_deref(), Some("Sie und Ihre Einstellungen"));
    // The message is English still, is marked as such, and it is said.
    assert_eq!(stage.browser.attribute(&popup, ".paper", "lang").unwrap().as_deref(), Some("en"));
    stage.browser.choose(&popup, "select[data-input=relationship]", "interested_lead").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision] h2').textContent === 'Nachricht hinterlassen'").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('.stays-english').checkVisibility()").unwrap();
    assert_eq!(stage.browser.eval(&popup, "document.querySelector('[data-do=copy]').textContent.trim()").unwrap(), "Kopieren");
    stage.browser.click(&popup, "[data-log=voicemail]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('.last p').textContent === 'Mailbox besprochen, heute 14:05'").unwrap();
    // A day as Germans write it.
    stage
        .browser
        .wait_until(&popup, "document.querySelector('[data-part=decision] h2').textContent === 'Ruhen lassen bis 30. Nov.'")
        .unwrap();
    // Within an English sentence too.
    let evidence = "document.querySelector('[data-rule=spacing] .evidence').textContent";
    stage.browser.wait_until(&popup, &format!("{evidence}.includes('23. Nov.')")).unwrap();
    // And a week that begins as theirs does.
    stage.browser.click(&popup, "[data-part=calendar] summary").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('.month .head')?.textContent === 'Mo'").unwrap();
    let faults = faults(&mut stage.browser, &popup, "popup");
    assert!(faults.is_empty(), "{faults:?}");
    nothing_is_cut_off(&mut stage, &popup, "popup");
    no_key_is_shown(&mut stage, &popup, "popup");
    stage.browser.close(&popup).unwrap();

    for (route, head) in [
        ("due", "Wen Sie jetzt anrufen"),
        ("people", "Kontakte"),
        ("pins", "Texte"),
        ("results", "Ergebnisse"),
        ("rehearse", "Üben"),
        ("exchange", "Import und Export"),
        ("privacy", "Datenschutz"),
        ("settings", "Einstellungen"),
        ("about", "Über"),
        ("welcome", "Nachricht hinterlassen oder auflegen?"),
    ] {
        let bench = stage.own_page(&format!("workbench.html#/{route}")).unwrap();
        stage.browser.wait_until(&bench, &format!("document.querySelector('h1')?.textContent === {}", json!(head))).unwrap();
        nothing_is_cut_off(&mut stage, &bench, route);
        no_key_is_shown(&mut stage, &bench, route);
        stage.browser.close(&bench).unwrap();
    }
    stage.browser.quit().unwrap();
}

/// No button, label or heading is wider than what it stands in, and the page does not scroll sideways.
fn nothing_is_cut_off(stage: &mut Stage, page: &Page, screen: &str) {
    let wide = stage.browser.eval(page, CUT_OFF).unwrap();
    assert_eq!(wide, json!([]), "{screen}");
}

const CUT_OFF: &str = "(() => {
    const root = document.scrollingElement;
    const found = [...document.querySelectorAll('button, a.button, label > span, h1, h2, h3, summary, .chip, legend')].filter((e) => {
        const own = getComputedStyle(e);
        return e.checkVisibility() && own.display !== 'inline' && (e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().right > innerWidth + 1);
    });
    return [...found.map((e) => e.textContent.trim() || e.className), ...(root.scrollWidth > innerWidth ? ['the page'] : [])];
})()";

/// A text or a label that is the key of its words was never looked up.
fn no_key_is_shown(stage: &mut Stage, page: &Page, screen: &str) {
    let file = paths::root().join("extension/_locales/en/messages.json");
    let words: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let keys: Vec<&String> = words.as_object().unwrap().keys().filter(|key| key.contains('_')).collect();
    let shown = stage.browser.eval(page, SHOWN).unwrap();
    let told: Vec<&str> = shown.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(told.len() > 10, "{screen}: {told:?}");
    let raw: Vec<&&str> = told.iter().filter(|words| keys.iter().any(|key| key == *words)).collect();
    assert!(raw.is_empty(), "{screen}: {raw:?}");
}

const SHOWN: &str = "[...document.querySelectorAll('*')].flatMap((e) => [
    ...[...e.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()),
    ...['aria-label', 'title', 'placeholder', 'data-placeholder'].map((name) => e.getAttribute(name) ?? ''),
]).filter(Boolean)";
