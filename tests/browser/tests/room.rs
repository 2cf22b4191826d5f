//! The doorway, the days ahead and a setting that turns the decision.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use xtask::{
    chromium::Page,
    driven::Driven,
    stage::{Stage, monday},
};

const DECISION: &str = "[data-part=decision]";

#[test]
fn a_tap_says_where_the_call_landed() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let popup = ready(&mut stage);
    // A robot shows twelve words at most, and being asked by one is no touch.
    stage.browser.click(&popup, "[data-door=screening_robot]").unwrap();
    let line = said(&mut stage, &popup, "Sam Reyes");
    assert!(line.split_whitespace().count() <= 12, "{line}");
    counts(&mut stage, &popup, "live_route", 0);
    // The operator is a live route, and asking for the assistant next is the same one.
    stage.browser.click(&popup, "[data-door=operator]").unwrap();
    said(&mut stage, &popup, "page Dana Whitfield");
    counts(&mut stage, &popup, "live_route", 1);
    action(&mut stage, &popup, "leave");
    // By keyboard as well.
    let press = "(() => { const door = document.querySelector('[data-door=assistant]'); door.focus(); door.click(); return document.activeElement === door })()";
    assert_eq!(stage.browser.eval(&popup, press).unwrap(), true);
    said(&mut stage, &popup, "ten minutes with Dana Whitfield");
    counts(&mut stage, &popup, "live_route", 1);
    // At the mailbox the decision holds: the message itself.
    stage.browser.click(&popup, "[data-door=mailbox]").unwrap();
    let message = said(&mut stage, &popup, "312-555-0188");
    assert_eq!(message, stage.browser.text(&popup, "textarea[data-script]").unwrap());
    // "I'm in a meeting" is a talk with a promise, and no warm talk.
    stage.browser.click(&popup, "[data-door=in_a_meeting]").unwrap();
    said(&mut stage, &popup, "call you again");
    counts(&mut stage, &popup, "talk", 1);
    stage.browser.wait_until(&popup, "document.querySelector('[data-outcome=callback_promised]').ariaPressed === 'true'").unwrap();
    let spoken = stage.browser.attribute(&popup, "[data-rule=spoken_positive]", "data-answer").unwrap();
    assert_ne!(spoken.as_deref(), Some("yes"));
}

#[test]
fn the_days_ahead_are_told_in_words() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let popup = ready(&mut stage);
    stage.browser.wait_until(&popup, "document.querySelectorAll('.strip li').length === 60").unwrap();
    let today = "document.querySelector('.strip [data-day=\"2026-11-23\"]')";
    stage.browser.wait_until(&popup, &format!("{today}.title.startsWith('Mon, Nov 23: voicemail due, call due')")).unwrap();
    stage.browser.wait_until(&popup, &format!("{today}.textContent === {today}.title")).unwrap();
    // A voicemail left today: the strip says so for the week to come.
    stage.browser.click(&popup, "[data-log=voicemail]").unwrap();
    stage.browser.wait_until(&popup, &format!("{today}.title.includes('voicemail barred')")).unwrap();
    let next = "document.querySelector('.strip [data-day=\"2026-11-24\"]').title.includes('e-mail due')";
    stage.browser.wait_until(&popup, next).unwrap();
    stage.browser.click(&popup, "[data-part=calendar] summary").unwrap();
    stage.browser.wait_until(&popup, "document.querySelectorAll('.month').length === 3").unwrap();
    // Weeks begin on Sunday in the United States, and Monday the 23rd stands below its name.
    let heads = "[...document.querySelectorAll('.month')[0].querySelectorAll('.head')].map((head) => head.textContent).join(' ')";
    assert_eq!(stage.browser.eval(&popup, heads).unwrap(), "Sun Mon Tue Wed Thu Fri Sat");
    let below = "(() => { const left = (css) => Math.round(document.querySelector(css).getBoundingClientRect().left);
                  return left('.month .head:nth-child(2)') === left('.month [data-mark]') })()";
    assert_eq!(stage.browser.eval(&popup, below).unwrap(), true);
}

#[test]
fn a_setting_turns_the_decision_and_stays() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let popup = ready(&mut stage);
    stage.browser.click(&popup, "[data-log=live_route]").unwrap();
    action(&mut stage, &popup, "leave");
    stage.browser.click(&popup, "[data-do=settings]").unwrap();
    // What makes no sense is refused in a sentence and changes nothing.
    change(&mut stage, &popup, "callingHours", "21:00-08:00");
    stage
        .browser
        .wait_until(&popup, "document.querySelector('#limit-callingHours').textContent.includes('the earlier time first')")
        .unwrap();
    action(&mut stage, &popup, "leave");
    // 14:05 in Chicago is too early now.
    change(&mut stage, &popup, "callingHours", "3 pm-21:00");
    action(&mut stage, &popup, "not_now");
    let stored = "(async () => JSON.stringify(await chrome.storage.local.get(null)).includes('15:00'))()";
    stage.browser.wait_until(&popup, stored).unwrap();

    let mut stage = stage.start_again(&monday(profile.path())).unwrap();
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    action(&mut stage, &popup, "not_now");
    // And back to the law's own hours.
    stage.browser.click(&popup, "[data-do=settings]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-setting=callingHours]').value === '3:00 PM – 9:00 PM'").unwrap();
    stage.browser.click(&popup, "[data-limit=callingHours] [data-do=seed-value]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-setting=callingHours]').value === '8:00 AM – 9:00 PM'").unwrap();
    action(&mut stage, &popup, "leave");
}

/// The contact page with Dana picked and the seller introduced: nobody was tried live yet.
fn ready(stage: &mut Stage) -> Page {
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-fact=name]').textContent === 'Dana Whitfield'").unwrap();
    stage.introduce(&popup).unwrap();
    action(stage, &popup, "try_live");
    popup
}

fn action(stage: &mut Stage, popup: &Page, action: &str) {
    stage.browser.wait_until(popup, &format!("document.querySelector('{DECISION}').dataset.action === '{action}'")).unwrap();
}

/// The line that is shown, once it holds these words.
fn said(stage: &mut Stage, popup: &Page, words: &str) -> String {
    stage.browser.wait_until(popup, &format!("document.querySelector('[data-line]').textContent.includes('{words}')")).unwrap();
    stage.browser.text(popup, "[data-line]").unwrap()
}

fn counts(stage: &mut Stage, popup: &Page, kind: &str, count: usize) {
    stage.browser.wait_until(popup, &format!("document.querySelector('[data-count={kind}]').textContent === '{count}'")).unwrap();
}

/// Types over a setting and leaves its box.
fn change(stage: &mut Stage, popup: &Page, id: &str, words: &str) {
    stage.browser.fill(popup, &format!("[data-setting={id}]"), words).unwrap();
}
