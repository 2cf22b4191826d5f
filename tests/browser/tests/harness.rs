//! What the other browser tests stand on: the button that grants the tab, and the clock and zone that every page sees.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(unix)]
use std::process::Command;

use aftertone_browser_tests::copied_with;
use xtask::{
    bare,
    chromium::{Browser, Options},
    driven::Driven,
    serve,
};

/// 2026-11-23T14:05:00-06:00, a Monday.
const NOW: i64 = 1_795_464_300_000;

#[test]
fn the_button_grants_the_tab_and_the_clock_is_ours() {
    let profile = tempfile::tempdir().unwrap();
    let options = Options { profile: profile.path(), headless: true, now: Some(NOW), zone: Some("America/Chicago"), lang: None };
    let mut browser = Browser::start(&options).unwrap();
    let extension = browser.load_extension(&bare::extension().unwrap()).unwrap();
    let site = serve::serve(|_| Some(("text/html".into(), b"<title>Ada Example</title><h1>Ada</h1>".to_vec()))).unwrap();
    let page = browser.open(&site).unwrap();

    let popup = browser.press_button(&extension, &page).unwrap();
    browser.wait_until(&popup, "document.documentElement.dataset.ready === 'true'").unwrap();
    assert_eq!(browser.text(&popup, "#title").unwrap(), "Ada Example");

    for place in [&page, &popup] {
        let seen = browser.eval(place, "[Date.now(), +new Date(), new Date(0).toISOString(), new Date() instanceof Date]").unwrap();
        for clock in [&seen[0], &seen[1]] {
            let clock = clock.as_i64().unwrap();
            assert!((NOW..NOW + 60_000).contains(&clock), "the clock shows {clock}");
        }
        assert_eq!(seen[2], "1970-01-01T00:00:00.000Z");
        assert_eq!(seen[3], true);
        assert_eq!(browser.eval(place, "Intl.DateTimeFormat().resolvedOptions().timeZone").unwrap(), "America/Chicago");
        assert_eq!(browser.eval(place, "new Date().getHours()").unwrap(), 14);
    }

    let asked = browser.requests_of(&popup).unwrap();
    assert!(asked.iter().all(|url| url.starts_with("chrome-extension://")), "{asked:?}");
    assert!(asked.iter().any(|url| url.ends_with("/popup.js")), "the popup's own requests are seen: {asked:?}");
    browser.close(&popup).unwrap();
    browser.quit().unwrap();
}

#[test]
fn the_popup_is_not_taken_for_the_worker_that_starts_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, extension) = (folder.path().join("profile"), folder.path().join("extension"));
    copied_with(&bare::extension().unwrap(), &extension, "\"action\"", "\"background\": { \"service_worker\": \"worker.js\" }, \"action\"");
    std::fs::write(extension.join("worker.js"), "chrome.runtime.onInstalled.addListener(() => {})").unwrap();
    let mut browser = Browser::start(&Options { profile: &profile, headless: true, now: None, zone: None, lang: None }).unwrap();
    let site = serve::serve(|_| Some(("text/html".into(), b"<title>Ada Example</title>".to_vec()))).unwrap();
    let page = browser.open(&site).unwrap();
    let extension = browser.load_extension(&extension).unwrap();
    // At once, while the worker is on its way.
    let popup = browser.press_button(&extension, &page).unwrap();
    browser.wait_until(&popup, "document.querySelector('#title')?.textContent === 'Ada Example'").unwrap();
    browser.quit().unwrap();
}

/// What a laptop does that sleeps, or a machine that is rented by the second.
#[cfg(unix)]
fn goes_on_after_a_stop<B: Driven>() {
    let profile = tempfile::tempdir().unwrap();
    let options = Options { profile: profile.path(), headless: true, now: None, zone: None, lang: None };
    let mut browser = B::start(&options).unwrap();
    let site = serve::serve(|_| Some(("text/html".into(), b"<title>Ada Example</title>".to_vec()))).unwrap();
    let page = browser.open(&site).unwrap();
    // The answer comes after the stop, and again while the program stands still.
    for answer in [3000, 1500] {
        let mut stop = Command::new("sh").args(["-c", "sleep 1; kill -STOP $PPID; sleep 1; kill -CONT $PPID"]).spawn().unwrap();
        let later = format!("new Promise((told) => setTimeout(() => told('here'), {answer}))");
        assert_eq!(browser.eval(&page, &later).unwrap(), "here");
        assert!(stop.wait().unwrap().success());
    }
    browser.quit().unwrap();
}

#[cfg(unix)]
#[test]
fn chromium_is_heard_again_after_a_stop() {
    goes_on_after_a_stop::<Browser>();
}

#[cfg(all(unix, feature = "firefox"))]
#[test]
fn firefox_is_heard_again_after_a_stop() {
    goes_on_after_a_stop::<xtask::firefox::Browser>();
}
