//! Without a pointer, by the browser's own keys: from the page to a copied message and a logged voicemail. Chromium takes no such key
//! from a test, so there the popup is opened as the key would (`tests/keys.rs`).

use aftertone_browser_tests::story::{counts, decides};
use serde_json::json;
use xtask::{
    driven::Driven,
    firefox::{Page, Stage},
    stage::{SELLER, monday},
};

const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const ESCAPE: &str = "\u{E00C}";

/// Goes on with the Tab key until this has the focus. The first is for the popup itself: without a window Firefox leaves the keys with the
/// browser until then, whatever the popup's document says of its focus.
fn tab_to(stage: &mut Stage, popup: &Page, css: &str) {
    stage.browser.write(popup, TAB).unwrap();
    for _ in 0..100 {
        if stage.browser.eval(popup, &format!("document.activeElement?.matches({})", json!(css))).unwrap() == true {
            return;
        }
        stage.browser.write(popup, TAB).unwrap();
    }
    panic!("the Tab key never came to {css}");
}

fn closes(stage: &mut Stage, popup: &Page) {
    stage.browser.write(popup, ESCAPE).unwrap();
    stage.browser.until("the popup closed", |browser| Ok((!browser.is_there(popup)?).then_some(()))).unwrap();
}

#[test]
fn the_browsers_keys_open_and_log() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::open(&monday(profile.path())).unwrap();
    stage.sample("contact").unwrap();
    stage.browser.shortcut('j').unwrap();
    let popup = stage.browser.popup().unwrap();
    for (field, words) in SELLER {
        tab_to(&mut stage, &popup, &format!("input[data-seller={field}]"));
        stage.browser.write(&popup, words).unwrap();
    }
    stage.browser.write(&popup, ENTER).unwrap();
    decides(&mut (&mut stage, &popup), "skip", "try_live");
    // A single key logs the live route, an option's first letter chooses the goal.
    stage.browser.write(&popup, "2").unwrap();
    counts(&mut (&mut stage, &popup), "live_route", 1);
    tab_to(&mut stage, &popup, "select[data-input=goal]");
    stage.browser.write(&popup, "g").unwrap();
    decides(&mut (&mut stage, &popup), "leave", "leave");
    let script = stage.browser.text(&popup, "textarea[data-script]").unwrap();
    tab_to(&mut stage, &popup, "[data-do=copy]");
    stage.browser.write(&popup, ENTER).unwrap();
    copied(&mut stage, &popup);
    assert_eq!(stage.browser.clipboard().unwrap(), Some(script));
    closes(&mut stage, &popup);

    // Each opens the popup again and does what it says.
    stage.browser.shortcut('g').unwrap();
    let popup = stage.browser.popup().unwrap();
    counts(&mut (&mut stage, &popup), "voicemail", 1);
    closes(&mut stage, &popup);
    stage.browser.shortcut('u').unwrap();
    let bench = stage.browser.opened("/workbench.html").unwrap();
    stage.browser.wait_for(&bench, "h1").unwrap();
    stage.browser.quit().unwrap();
}

fn copied(stage: &mut Stage, popup: &Page) {
    stage.browser.wait_until(popup, "document.querySelector('.notices')?.textContent.includes('Message copied')").unwrap();
}

/// Firefox lets a press in the popup copy, and a key of its own only where it was allowed.
#[test]
fn the_browsers_key_copies_once_it_may() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::open(&monday(profile.path())).unwrap();
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    let script = stage.browser.text(&popup, "textarea[data-script]").unwrap();
    closes(&mut stage, &popup);

    stage.browser.shortcut('k').unwrap();
    let popup = stage.browser.popup().unwrap();
    stage.browser.wait_for(&popup, "dialog.keys [data-do=let-copy]").unwrap();
    assert_eq!(stage.browser.clipboard().unwrap(), None);
    tab_to(&mut stage, &popup, "[data-do=let-copy]");
    stage.browser.write(&popup, ENTER).unwrap();
    stage.browser.allow_permission().unwrap();
    copied(&mut stage, &popup);
    assert_eq!(stage.browser.clipboard().unwrap(), Some(script));
    closes(&mut stage, &popup);

    // From then on it copies at once.
    stage.browser.shortcut('k').unwrap();
    let popup = stage.browser.popup().unwrap();
    copied(&mut stage, &popup);
    assert!(!stage.browser.has(&popup, "dialog").unwrap());
    stage.browser.quit().unwrap();
}
