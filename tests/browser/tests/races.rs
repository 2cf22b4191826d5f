//! Nothing acknowledged is lost and nothing is doubled: several windows at once, and a browser that is killed while it writes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::{
    notebook::stored_ids,
    races::{LONG, kill, race},
};
use xtask::{chromium::Browser, driven::Driven, stage::Stage};

#[test]
fn three_windows_at_once_lose_and_double_nothing() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let tab = stage.own_page("popup.html").unwrap();
    let page = stage.sample("profile").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.browser.click(&popup, "[data-do=panel]").unwrap();
    let panel = stage.browser.opened("/panel.html").unwrap();
    stage.browser.wait_until(&panel, "document.documentElement.dataset.ready === 'true'").unwrap();
    let popup = stage.press(&page).unwrap();
    // The panel follows the popup's click: both write for the same prospect.
    let name = stage.shown(&popup).unwrap().name;
    stage.browser.wait_until(&panel, &format!("document.querySelector('[data-fact=name]').textContent === '{name}'")).unwrap();
    race(&mut stage, [&panel, &popup], &tab, 300);
    stage.browser.quit().unwrap();
}

#[test]
fn what_waits_in_one_window_outlives_another_that_reads_anew() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let bench = stage.own_page("workbench.html#/due").unwrap();
    let panel = stage.own_page("panel.html").unwrap();
    let page = stage.sample("profile").unwrap();
    let popup = stage.press(&page).unwrap();
    let name = stage.shown(&popup).unwrap().name;
    stage.browser.wait_until(&panel, &format!("document.querySelector('[data-fact=name]').textContent === '{name}'")).unwrap();
    // Nobody can write as long as somebody else holds the notebook.
    let hold =
        "new Promise((held) => navigator.locks.request('aftertone-notebook', () => new Promise((go) => { window.go = go; held(true) })))";
    assert_eq!(stage.browser.eval(&bench, hold).unwrap(), true);
    for window in [&popup, &panel] {
        stage.browser.eval(window, "document.querySelector('[data-log=email]').click()").unwrap();
        stage.browser.wait_until(window, "document.querySelector('[data-count=email]').textContent === '1'").unwrap();
    }
    stage.browser.eval(&panel, "document.querySelector('[data-do=reread]').click()").unwrap();
    stage.browser.wait_until(&panel, "document.querySelector('[data-count=email]').textContent === '2'").unwrap();
    assert!(stored_ids(&mut stage, &panel).is_empty());
    stage.browser.eval(&bench, "window.go()").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-count=email]').textContent === '2'").unwrap();
    let nothing = "Object.keys(localStorage).every((key) => !key.startsWith('aftertone-pending:'))";
    stage.browser.wait_for_long(LONG, &panel, nothing).unwrap();
    assert_eq!(stored_ids(&mut stage, &panel).len(), 2, "each once");
}

#[test]
fn a_killed_browser_keeps_what_was_acknowledged() {
    kill::<Browser>(5);
}

#[test]
#[ignore = "a minute and more: cargo test -p aftertone-browser-tests --test races -- --ignored"]
fn twenty_kills_keep_what_was_acknowledged() {
    kill::<Browser>(20);
}
