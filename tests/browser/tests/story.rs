//! One click on a contact page: facts, decision, message, stored touch, and the way back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::{aftertone, sample, situation};
use serde_json::{Value, json};
use xtask::{
    chromium::Page,
    stage::{MONDAY, Stage, monday},
};

const WHO: &str = "Dana Whitfield";
const DECISION: &str = "[data-part=decision]";

#[test]
fn one_click_on_a_contact_page() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("contact").unwrap();
    let url = format!("{}samples/contact.html", stage.site);
    let html = sample("contact");
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();

    // Who was read.
    let shown = stage.shown(&popup).unwrap();
    assert_eq!(shown.ready, "true");
    assert_eq!(shown.name, WHO);
    assert_eq!(digits(&shown.telephone), "3125550142", "{}", shown.telephone);
    assert!(shown.errors.is_empty(), "{:?}", shown.errors);

    // Nobody was tried live today: the popup and the command line say the same.
    let told = aftertone(&["decide"], situation(&html, &url, WHO, MONDAY, json!([])).to_string().as_bytes());
    same_decision(&mut stage, &popup, &told);
    assert_eq!(told["action"], "try_live");

    // Zero was tried.
    stage.browser.click(&popup, "[data-log=live_route]").unwrap();
    waits_for(&mut stage, &popup, "leave", "leave");
    let tried = json!([{"id": "1", "at": MONDAY, "kind": "live_route", "direction": "outbound"}]);
    let desk = situation(&html, &url, WHO, MONDAY, tried);
    let told = aftertone(&["decide"], desk.to_string().as_bytes());
    same_decision(&mut stage, &popup, &told);

    // The message is about this person, with the number twice.
    let script = stage.browser.text(&popup, "textarea[data-script]").unwrap();
    assert!(script.contains("Dana"), "{script}");
    assert_eq!(digits(&script).matches("3125550188").count(), 2, "{script}");
    let drafted = aftertone(&["draft"], desk.to_string().as_bytes());
    assert_eq!(script, drafted["script"].as_str().unwrap());
    let seconds = stage.browser.text(&popup, "[data-seconds]").unwrap();
    assert_eq!(seconds.parse::<f64>().unwrap(), (drafted["seconds"].as_f64().unwrap() * 10.0).round() / 10.0);

    // A voicemail is left: counted, and the decision turns.
    stage.browser.click(&popup, "[data-log=voicemail]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-count=voicemail]').textContent === '1'").unwrap();
    waits_for(&mut stage, &popup, "skip", "rest");
    is_stored(&mut stage, &popup, "voicemail");

    // Still there when the browser was closed and started again.
    let mut stage = stage.start_again(&monday(profile.path())).unwrap();
    let page = stage.browser.open(&url).unwrap();
    let popup = stage.press(&page).unwrap();
    assert_eq!(stage.shown(&popup).unwrap().name, WHO);
    assert_eq!(stage.browser.text(&popup, "[data-count=voicemail]").unwrap(), "1");
    assert_eq!(stage.browser.text(&popup, "[data-count=live_route]").unwrap(), "1");
    waits_for(&mut stage, &popup, "skip", "rest");

    // Undone: gone, and the decision is back.
    stage.browser.click(&popup, "[data-do=undo]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-count=voicemail]').textContent === '0'").unwrap();
    waits_for(&mut stage, &popup, "leave", "leave");
    let complaints: Vec<_> = stage.browser.complaints().unwrap().into_iter().filter(|words| !words.contains("404")).collect();
    assert!(complaints.is_empty(), "{complaints:?}");
    stage.browser.quit().unwrap();
}

#[test]
fn the_same_page_by_another_address_is_the_same_prospect() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("profile").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.browser.click(&popup, "[data-log=call]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-count=call]').textContent === '1'").unwrap();
    is_stored(&mut stage, &popup, "call");
    stage.browser.close(&popup).unwrap();

    let other = format!("{}samples/profile.html?utm_source=mail#top", stage.site);
    let page = stage.browser.open(&other).unwrap();
    let popup = stage.press(&page).unwrap();
    assert_eq!(stage.browser.text(&popup, "[data-count=call]").unwrap(), "1");
}

/// What is painted, waited for in words.
fn waits_for(stage: &mut Stage, popup: &Page, decision: &str, action: &str) {
    let words = format!("(d => d.decision === '{decision}' && d.action === '{action}')(document.querySelector('{DECISION}').dataset)");
    stage.browser.wait_until(popup, &words).unwrap();
}

fn same_decision(stage: &mut Stage, popup: &Page, told: &Value) {
    waits_for(stage, popup, told["decision"].as_str().unwrap(), told["action"].as_str().unwrap());
    for row in told["checklist"].as_array().unwrap() {
        let rule = row["rule"].as_str().unwrap();
        let answer = stage.browser.attribute(popup, &format!("[data-rule={rule}]"), "data-answer").unwrap();
        assert_eq!(answer.as_deref(), row["answer"].as_str(), "{rule}");
    }
}

/// What is on the screen may still be on its way to the disk.
fn is_stored(stage: &mut Stage, popup: &Page, kind: &str) {
    let stored = format!(
        "(async () => JSON.stringify(await chrome.storage.local.get(null)).replaceAll('\\\\', '').includes('\"kind\":\"{kind}\"'))()"
    );
    stage.browser.wait_until(popup, &stored).unwrap();
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
