//! The extension is reloaded, as an update does it, while a window of it stands open with a touch that is not written yet: the touch is there
//! when it is opened again, once, under the id it was given first.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::notebook::stored_ids;
use xtask::{driven::Driven, stage::Stage};

/// Holds the notebook's lock as long as its page stands open: nobody else writes.
const HOLD: &str = "new Promise((held) => void navigator.locks.request('aftertone-notebook', () => new Promise(() => held(true))))";

/// The ids of the touches that wait in the pages' own storage.
const WAITING: &str = "Object.keys(localStorage).filter((key) => key.startsWith('aftertone-pending:'))
    .flatMap((key) => JSON.parse(localStorage.getItem(key)).events ?? []).map((event) => event.id)";

#[test]
fn what_waits_when_the_extension_is_reloaded_lands_once() {
    let profile = tempfile::tempdir().unwrap();
    // An extension that lies in a folder is started again only for whoever develops one.
    std::fs::create_dir(profile.path().join("Default")).unwrap();
    std::fs::write(profile.path().join("Default/Preferences"), r#"{"extensions": {"ui": {"developer_mode": true}}}"#).unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let first_steps = stage.browser.opened("#/welcome").unwrap();
    stage.browser.close(&first_steps).unwrap();
    let page = stage.sample("contact").unwrap();
    let holder = stage.own_page("sample.html").unwrap();
    assert_eq!(stage.browser.eval(&holder, HOLD).unwrap(), true);
    let panel = stage.own_page("panel.html").unwrap();
    stage.browser.bring_to_front(&page).unwrap();
    let popup = stage.press(&page).unwrap();
    let name = stage.shown(&popup).unwrap().name;
    stage.browser.wait_until(&panel, &format!("document.querySelector('[data-fact=name]').textContent === '{name}'")).unwrap();
    for window in [&popup, &panel] {
        stage.browser.click(window, "[data-log=email]").unwrap();
        stage.browser.wait_until(window, "document.querySelector('[data-count=email]').textContent === '1'").unwrap();
    }
    let waiting: Vec<String> = serde_json::from_value(stage.browser.eval(&panel, WAITING).unwrap()).unwrap();
    assert_eq!(waiting.len(), 2);
    assert!(stored_ids(&mut stage, &panel).is_empty());

    let before: Vec<String> = stage.browser.targets().unwrap().into_iter().map(|(target, ..)| target).collect();
    // The windows' own end is the browser's business: it closes them.
    let _ = stage.browser.eval(&holder, "chrome.runtime.reload()");
    // What is there now was not there before: the new background script alone.
    let own = format!("chrome-extension://{}", stage.extension);
    stage
        .browser
        .until("every window closed, and the extension started again", |browser| {
            let all = browser.targets()?;
            let mut ours = all.iter().filter(|(.., url)| url.starts_with(&own));
            let started = ours.next().is_some_and(|(target, ..)| !before.contains(target));
            Ok((started && ours.next().is_none()).then_some(()))
        })
        .unwrap();

    // Opened again on the page, by whatever door, both are there, and come to be written without a press.
    stage.browser.bring_to_front(&page).unwrap();
    let popup = stage.press(&page).unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-count=email]').textContent === '2'").unwrap();
    stage.browser.wait_until(&popup, &format!("({WAITING}).length === 0")).unwrap();
    let mut stored = stored_ids(&mut stage, &popup);
    let mut waited = waiting;
    stored.sort();
    waited.sort();
    assert_eq!(stored, waited, "each once, under its first id");
    assert!(!stage.browser.has(&popup, "[data-error]").unwrap());
    stage.browser.quit().unwrap();
}

/// A window that is left over knows its extension no more: that is all it can tell.
const LEFT_OVER: &str = "[chrome, globalThis.browser].forEach((api) => api && delete api.runtime.id)";

#[test]
fn a_window_that_is_left_over_says_so_and_loses_nothing() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.browser.click(&popup, "[data-log=call]").unwrap();
    stage.browser.wait_until(&popup, "(async () => 'total' in await chrome.storage.local.get('total'))()").unwrap();
    stage.browser.eval(&popup, LEFT_OVER).unwrap();
    stage.browser.click(&popup, "[data-log=email]").unwrap();
    let told =
        "[...document.querySelectorAll('[data-error]')].some((line) => line.textContent.includes('the extension was updated meanwhile'))";
    stage.browser.wait_until(&popup, told).unwrap();
    stage.browser.wait_for(&popup, "[data-error=unsaved]").unwrap();
    assert_eq!(stage.browser.text(&popup, "[data-count=email]").unwrap(), "1", "it stays on the screen");
    stage.browser.click(&popup, "[data-do=retry]").unwrap();
    stage.browser.wait_for(&popup, "[data-error=unsaved]").unwrap();
    let waiting: Vec<String> = serde_json::from_value(stage.browser.eval(&popup, WAITING).unwrap()).unwrap();
    assert_eq!(waiting.len(), 1, "tried twice, kept once");
    stage.browser.close(&popup).unwrap();

    // The workbench keeps what was typed into its form, and has the touch: whoever opens it first writes it.
    let bench = stage.own_page("workbench.html#/people").unwrap();
    stage.browser.click(&bench, "a.row").unwrap();
    stage.browser.wait_until(&bench, "document.querySelectorAll('[data-touch]').length === 2").unwrap();
    let stored = stored_ids(&mut stage, &bench);
    assert_eq!((stored.len(), stored.contains(&waiting[0])), (2, true), "under its first id");
    stage.browser.eval(&bench, LEFT_OVER).unwrap();
    stage.browser.fill(&bench, "textarea[name=add-text]", "She will be back on Friday").unwrap();
    stage.browser.click(&bench, "form[data-act=add] [type=submit]").unwrap();
    stage.browser.wait_until(&bench, told).unwrap();
    assert_eq!(stage.browser.text(&bench, "textarea[name=add-text]").unwrap(), "She will be back on Friday");
    assert_eq!(stored_ids(&mut stage, &bench).len(), 2);
    stage.browser.quit().unwrap();
}
