//! Nothing acknowledged is lost and nothing is doubled: several windows at once, and a browser that is killed while it writes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use aftertone_browser_tests::notebook::{log_many, stored_ids};
use xtask::{
    chromium::Page,
    stage::{Stage, monday},
};

/// Presses in each window.
const TOUCHES: usize = 300;
/// Rounds of killing in each run; the ignored test has twenty.
const KILLS: usize = 5;

#[test]
fn three_windows_at_once_lose_and_double_nothing() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let windows = [stage.own_page("panel.html").unwrap(), stage.own_page("popup.html").unwrap()];
    let page = stage.sample("profile").unwrap();
    let popup = stage.press(&page).unwrap();
    // The panel follows the popup's click: both write for the same prospect.
    let name = stage.shown(&popup).unwrap().name;
    stage.browser.wait_until(&windows[0], &format!("document.querySelector('[data-fact=name]').textContent === '{name}'")).unwrap();
    let all: Vec<_> = windows.into_iter().chain([popup]).collect();
    for window in &all {
        log_many(&mut stage, window, TOUCHES);
    }
    for window in &all {
        patiently(&mut stage, window, "window.logged");
    }
    let reader = &all[0];
    let whole = format!("(async () => JSON.stringify(await chrome.storage.local.get('total')).includes('events\\\\\":{}'))()", TOUCHES * 3);
    patiently(&mut stage, reader, &whole);
    let ids = stored_ids(&mut stage, reader);
    assert_eq!(ids.len(), TOUCHES * 3);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), TOUCHES * 3, "each once");
    // Both windows of the one prospect come to show what the other wrote.
    for window in [&all[0], &all[2]] {
        let both = format!("document.querySelector('[data-count=email]').textContent === '{}'", TOUCHES * 2);
        patiently(&mut stage, window, &both);
    }
    assert_eq!(stage.browser.text(&all[1], "[data-count=email]").unwrap(), TOUCHES.to_string());
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
    patiently(&mut stage, &panel, nothing);
    assert_eq!(stored_ids(&mut stage, &panel).len(), 2, "each once");
}

/// Nine hundred decisions and writes take their time on a busy machine.
fn patiently(stage: &mut Stage, window: &Page, until: &str) {
    let end = Instant::now() + Duration::from_secs(120);
    while !stage.browser.eval(window, until).is_ok_and(|yes| yes == true) {
        assert!(Instant::now() < end, "waited for {until}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_killed_browser_keeps_what_was_acknowledged() {
    kill(KILLS);
}

#[test]
#[ignore = "a minute and more: cargo test -p aftertone-browser-tests --test races -- --ignored"]
fn twenty_kills_keep_what_was_acknowledged() {
    kill(20);
}

fn kill(rounds: usize) {
    let profile = tempfile::tempdir().unwrap();
    let mut acknowledged: BTreeSet<String> = BTreeSet::new();
    for round in 0..=rounds {
        let mut stage = Stage::open(&monday(profile.path())).unwrap();
        let panel = stage.own_page("panel.html").unwrap();
        let ids = stored_ids(&mut stage, &panel);
        let once: BTreeSet<String> = ids.iter().cloned().collect();
        assert_eq!(once.len(), ids.len(), "none twice, in round {round}");
        let lost: Vec<_> = acknowledged.difference(&once).collect();
        assert!(lost.is_empty(), "round {round} lost {lost:?}");
        assert!(!stage.browser.has(&panel, "[data-error=trouble]").unwrap(), "the store reads whole, in round {round}");
        if round == rounds {
            stage.browser.quit().unwrap();
            break;
        }
        log_many(&mut stage, &panel, 60);
        // Killed sooner or later after the first of them is there, with presses and writes still going on.
        let before = once.len();
        while acknowledged.len() <= before {
            acknowledged.extend(stored_ids(&mut stage, &panel));
        }
        std::thread::sleep(Duration::from_millis(17 * (round as u64 % 7)));
        acknowledged.extend(stored_ids(&mut stage, &panel));
        stage.browser.kill().unwrap();
    }
}
