//! One click on a contact page: facts, decision, message, stored touch, and the way back. What holds in every browser.

use serde_json::{Value, json};
use xtask::{
    shown::{SHOWN, Shown},
    stage::MONDAY,
};

use crate::{aftertone, sample, situation, window::Window};

pub const WHO: &str = "Dana Whitfield";

/// From the first look at the sample `contact`, the seller introduced, to a voicemail that is stored.
pub fn a_voicemail_is_left(popup: &mut dyn Window, url: &str) {
    let html = sample("contact");
    // Who was read.
    let shown = Shown::of(&popup.eval(SHOWN));
    assert_eq!(shown.ready, "true");
    assert_eq!(shown.name, WHO);
    assert_eq!(digits(&shown.telephone), "3125550142", "{}", shown.telephone);
    assert!(shown.errors.is_empty(), "{:?}", shown.errors);

    // Nobody was tried live today: the popup and the command line say the same.
    let told = aftertone(&["decide"], situation(&html, url, WHO, MONDAY, json!([])).to_string().as_bytes());
    same_decision(popup, &told);
    assert_eq!(told["action"], "try_live");

    // Zero was tried.
    popup.click("[data-log=live_route]");
    decides(popup, "leave", "leave");
    let tried = json!([{"id": "1", "at": MONDAY, "kind": "live_route", "direction": "outbound"}]);
    let desk = situation(&html, url, WHO, MONDAY, tried);
    let told = aftertone(&["decide"], desk.to_string().as_bytes());
    same_decision(popup, &told);

    // The message is about this person, with the number twice.
    let script = popup.text("textarea[data-script]");
    assert!(script.contains("Dana"), "{script}");
    assert_eq!(digits(&script).matches("3125550188").count(), 2, "{script}");
    let drafted = aftertone(&["draft"], desk.to_string().as_bytes());
    assert_eq!(script, drafted["script"].as_str().unwrap());
    let seconds = popup.text("[data-seconds]");
    assert_eq!(seconds.parse::<f64>().unwrap(), (drafted["seconds"].as_f64().unwrap() * 10.0).round() / 10.0);

    // A voicemail is left: counted, and the decision turns.
    popup.click("[data-log=voicemail]");
    counts(popup, "voicemail", 1);
    decides(popup, "skip", "rest");
    is_stored(popup, "voicemail");
}

/// The same page in the browser that was closed and started again: still there, and undone.
pub fn it_is_remembered_and_undone(popup: &mut dyn Window) {
    assert_eq!(Shown::of(&popup.eval(SHOWN)).name, WHO);
    assert_eq!(popup.text("[data-count=voicemail]"), "1");
    assert_eq!(popup.text("[data-count=live_route]"), "1");
    decides(popup, "skip", "rest");
    popup.click("[data-do=undo]");
    counts(popup, "voicemail", 0);
    decides(popup, "leave", "leave");
}

/// What is painted, waited for in words.
pub fn decides(popup: &mut dyn Window, decision: &str, action: &str) {
    popup.wait_until(&format!(
        "(d => d.decision === '{decision}' && d.action === '{action}')(document.querySelector('[data-part=decision]').dataset)"
    ));
}

pub fn counts(popup: &mut dyn Window, kind: &str, count: usize) {
    popup.wait_until(&format!("document.querySelector('[data-count={kind}]').textContent === '{count}'"));
}

/// What is on the screen may still be on its way to the disk.
pub fn is_stored(popup: &mut dyn Window, kind: &str) {
    popup.wait_until(&format!(
        "(async () => JSON.stringify(await chrome.storage.local.get(null)).replaceAll('\\\\', '').includes('\"kind\":\"{kind}\"'))()"
    ));
}

fn same_decision(popup: &mut dyn Window, told: &Value) {
    decides(popup, told["decision"].as_str().unwrap(), told["action"].as_str().unwrap());
    for row in told["checklist"].as_array().unwrap() {
        let rule = row["rule"].as_str().unwrap();
        let answer = popup.attribute(&format!("[data-rule={rule}]"), "data-answer");
        assert_eq!(answer.as_deref(), row["answer"].as_str(), "{rule}");
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
