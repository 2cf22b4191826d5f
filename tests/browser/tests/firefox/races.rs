//! Several of the extension's pages write at once, or the browser is killed while one writes: nothing acknowledged is lost, nothing is doubled.
//!
//! Firefox has one popup at a time, so that the third page is the popup's own in a tab.

use aftertone_browser_tests::races;
use xtask::{
    driven::Driven,
    firefox::{Browser, Stage},
    stage::monday,
};

#[test]
fn three_windows_at_once_lose_and_double_nothing() {
    race(100);
}

#[test]
#[ignore = "minutes: cargo test -p aftertone-browser-tests --test firefox -- --ignored"]
fn three_windows_at_once_lose_and_double_nothing_of_nine_hundred() {
    race(300);
}

/// So many presses in each window.
fn race(touches: usize) {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::open(&monday(profile.path())).unwrap();
    let tab = stage.own_page("popup.html").unwrap();
    let page = stage.sample("profile").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.browser.click(&popup, "[data-do=panel]").unwrap();
    let sidebar = stage.browser.sidebar().unwrap();
    stage.browser.wait_for(&sidebar, "[data-log=email]").unwrap();
    let popup = stage.press(&page).unwrap();
    races::race(&mut stage, [&popup, &sidebar], &tab, touches);
    stage.browser.quit().unwrap();
}

#[test]
#[ignore = "minutes: cargo test -p aftertone-browser-tests --test firefox -- --ignored"]
fn twenty_kills_keep_what_was_acknowledged() {
    races::kill::<Browser>(20);
}
