//! The side panel: it opens beside the page from the popup, follows what the popup reads, and both show the same within a second.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use xtask::{chromium::Page, driven::Driven, stage::Stage};

/// Notes when the element came to show the words, by the machine's clock.
fn note_when(stage: &mut Stage, page: &Page, css: &str, words: &str) {
    let watch = format!(
        "(() => {{ window.shownAt = 0; const look = () => {{ if (!window.shownAt && document.querySelector('{css}')?.textContent === '{words}') window.shownAt = Date.now() }};
           new MutationObserver(look).observe(document.body, {{subtree: true, childList: true, characterData: true}}); look() }})()"
    );
    stage.browser.eval(page, &watch).unwrap();
}

fn shown_at(stage: &mut Stage, page: &Page) -> i64 {
    stage.browser.wait_until(page, "window.shownAt > 0").unwrap();
    stage.browser.eval(page, "window.shownAt").unwrap().as_i64().unwrap()
}

#[test]
fn the_panel_opens_beside_the_page_and_shows_what_the_popup_shows() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("profile").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    let name = stage.shown(&popup).unwrap().name;
    stage.browser.click(&popup, "[data-do=panel]").unwrap();
    let panel = stage.browser.opened("/panel.html").unwrap();
    stage.browser.wait_until(&panel, "document.documentElement.dataset.ready === 'true'").unwrap();
    assert_eq!(stage.shown(&panel).unwrap().name, name, "the panel reads the page it was opened beside");

    let popup = stage.press(&page).unwrap();
    // The quickest of three: a busy machine makes anything late.
    let mut quickest = i64::MAX;
    for count in 1..=3 {
        note_when(&mut stage, &popup, "[data-count=email]", &count.to_string());
        note_when(&mut stage, &panel, "[data-count=email]", &count.to_string());
        stage.browser.click(&popup, "[data-log=email]").unwrap();
        let (there, here) = (shown_at(&mut stage, &panel), shown_at(&mut stage, &popup));
        quickest = quickest.min(there - here);
    }
    eprintln!("the panel followed the popup after {quickest} ms");
    assert!(quickest < 1000, "the panel followed after {quickest} ms");
    // The other way, and what is typed.
    stage.browser.type_into(&panel, "textarea[data-script]", "Hi, in my own words.").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('textarea[data-script]').value === 'Hi, in my own words.'").unwrap();
    stage.browser.quit().unwrap();
}
