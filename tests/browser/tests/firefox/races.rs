//! Several of the extension's pages write at once, or the browser is killed while one writes: nothing acknowledged is lost, nothing is doubled.
//!
//! Firefox has one popup at a time, so that the third page is the popup's own in a tab.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use aftertone_browser_tests::notebook::{STORED, ids, log_presses};
use xtask::{
    firefox::{Page, Stage},
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
    let all = [popup, sidebar, tab];
    for window in &all {
        assert_eq!(stage.browser.eval(window, &log_presses(touches)).unwrap(), true);
    }
    for window in &all {
        patiently(&mut stage, window, "window.logged");
    }
    let whole = format!("(async () => JSON.stringify(await chrome.storage.local.get('total')).includes('events\\\\\":{}'))()", touches * 3);
    patiently(&mut stage, &all[2], &whole);
    let ids = stored(&mut stage, &all[2]);
    assert_eq!(ids.len(), touches * 3);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), touches * 3, "each once");
    // Both windows of the one prospect come to show what the other wrote.
    for window in &all[..2] {
        let both = format!("document.querySelector('[data-count=email]').textContent === '{}'", touches * 2);
        patiently(&mut stage, window, &both);
    }
    assert_eq!(stage.browser.text(&all[2], "[data-count=email]").unwrap(), touches.to_string());
    stage.browser.quit().unwrap();
}

#[test]
#[ignore = "minutes: cargo test -p aftertone-browser-tests --test firefox -- --ignored"]
fn twenty_kills_keep_what_was_acknowledged() {
    const KILLS: u64 = 20;
    let profile = tempfile::tempdir().unwrap();
    let mut acknowledged: BTreeSet<String> = BTreeSet::new();
    for round in 0..=KILLS {
        let mut stage = Stage::open(&monday(profile.path())).unwrap();
        let panel = stage.own_page("panel.html").unwrap();
        let ids = stored(&mut stage, &panel);
        let once: BTreeSet<String> = ids.iter().cloned().collect();
        assert_eq!(once.len(), ids.len(), "none twice, in round {round}");
        let lost: Vec<_> = acknowledged.difference(&once).collect();
        assert!(lost.is_empty(), "round {round} lost {lost:?}");
        assert!(!stage.browser.has(&panel, "[data-error=trouble]").unwrap(), "the store reads whole, in round {round}");
        if round == KILLS {
            stage.browser.quit().unwrap();
            break;
        }
        assert_eq!(stage.browser.eval(&panel, &log_presses(60)).unwrap(), true);
        // Killed sooner or later after the first of them is there, with presses and writes still going on.
        let before = once.len();
        while acknowledged.len() <= before {
            acknowledged.extend(stored(&mut stage, &panel));
        }
        std::thread::sleep(Duration::from_millis(17 * (round % 7)));
        acknowledged.extend(stored(&mut stage, &panel));
        stage.browser.kill().unwrap();
    }
}

fn stored(stage: &mut Stage, page: &Page) -> Vec<String> {
    ids(&stage.browser.eval(page, STORED).unwrap())
}

/// Nine hundred decisions and writes take their time on a busy machine.
fn patiently(stage: &mut Stage, window: &Page, until: &str) {
    let end = Instant::now() + Duration::from_secs(240);
    while !stage.browser.eval(window, until).is_ok_and(|yes| yes == true) {
        if Instant::now() > end {
            let seen = stage.browser.eval(window, "[document.URL, document.hidden, document.body.innerText.slice(0, 3000)]");
            panic!("waited for {until}, and saw {seen:?}");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
