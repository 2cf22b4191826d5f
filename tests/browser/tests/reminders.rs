//! Reminders: off until they are asked for, put down by the pages, said once by the background script.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{path::Path, time::Duration};

use aftertone_browser_tests::{
    built_with,
    notebook::{write_backup, write_planned},
};
use serde_json::{Value, json};
use xtask::{
    chromium::{Options, Page},
    driven::Driven,
    stage::{Stage, monday},
};

#[test]
fn nothing_is_waited_for_until_it_is_asked_for() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let bench = stage.own_page("workbench.html#/settings").unwrap();
    stage.browser.wait_until(&bench, "document.querySelector('[data-do=remind]')?.dataset.on === 'on'").unwrap();
    assert_eq!(stage.browser.eval(&bench, "typeof chrome.alarms + typeof chrome.notifications").unwrap(), "undefinedundefined");
    let backup = profile.path().join("backup.jsonl");
    write_backup(&backup, 40);
    bring_in(&mut stage, &backup);
    assert_eq!(stage.browser.eval(&bench, "chrome.storage.local.get('reminders').then((got) => 'reminders' in got)").unwrap(), false);
    stage.browser.quit().unwrap();
}

#[test]
fn what_comes_due_is_said_once() {
    let folder = tempfile::tempdir().unwrap();
    let (profile, asked, backup) = (folder.path().join("profile"), folder.path().join("asked"), folder.path().join("backup.jsonl"));
    // As if the user had said yes: no window can be pressed here in which the browser asks.
    built_with(&asked, "\"unlimitedStorage\",", "\"unlimitedStorage\", \"alarms\", \"notifications\",");
    write_planned(&backup, 6);
    let mut stage = Stage::with(asked, &monday(&profile)).unwrap();
    let bench = bring_in(&mut stage, &backup);

    // The pages put down who is next, each person once, in order, still to come; and the clock is wound for the first.
    let sound = "(async () => {
        const all = JSON.parse((await chrome.storage.local.get('reminders')).reminders);
        const ids = new Set(all.map(([, id]) => id));
        const alarm = await chrome.alarms.get('due');
        return all.length === 6 && ids.size === all.length && all.every(([at], n) => at > Date.now() && (n === 0 || at >= all[n - 1][0]))
            && Math.abs(alarm.scheduledTime - all[0][0]) < 1000;
    })()";
    stage.browser.wait_until(&bench, sound).unwrap();
    assert_eq!(said(&mut stage, &bench), json!([]));
    let all = stage.browser.eval(&bench, "chrome.storage.local.get('reminders').then(({ reminders }) => JSON.parse(reminders))").unwrap();
    let (at, who) = (|n: usize| all[n][0].as_i64().unwrap(), |n: usize| all[n][1].clone());
    assert!(at(0) < at(1) && at(1) < at(2) && at(2) + 120_000 < at(3) && at(3) == at(4), "the story needs this order: {all}");

    // Days later, shortly before the first: nothing is said until its time comes, by the alarm alone.
    let (mut stage, panel) = at_time(stage, &profile, at(0) - 30_000);
    let early = format!("chrome.notifications.getAll().then((all) => Date.now() < {} && Object.keys(all).length > 0)", at(0));
    assert_eq!(stage.browser.eval(&panel, &early).unwrap(), false);
    stage.browser.wait_for_long(Duration::from_secs(120), &panel, &says(&who(0))).unwrap();
    // It is wound again for the next, and what was said is not said again, however often it is asked.
    let again = "(async () => {
        const { reminded } = await chrome.storage.local.get('reminded');
        for (const id of Object.keys(await chrome.notifications.getAll())) { await chrome.notifications.clear(id); }
        await chrome.alarms.create('due', { when: Date.now() });
        while ((await chrome.storage.local.get('reminded')).reminded === reminded) { await new Promise((on) => setTimeout(on, 20)); }
    })().then(() => true)";
    assert_eq!(stage.browser.eval(&panel, again).unwrap(), true);
    assert_eq!(said(&mut stage, &panel), json!([]));
    let wound = format!("chrome.alarms.get('due').then((alarm) => Math.abs(alarm?.scheduledTime - {}) < 1000)", at(1));
    stage.browser.wait_until(&panel, &wound).unwrap();

    // The browser was closed as two more came due, of whom one was logged since: the other is said as it starts, and the first is not.
    let logged = json!(format!("0000000000000000 [{}]", who(2)));
    stage.browser.eval(&panel, &format!("chrome.storage.local.set({{ changed: {logged} }}).then(() => true)")).unwrap();
    let (mut stage, panel) = at_time(stage, &profile, at(2) + 60_000);
    stage.browser.wait_until(&panel, &says(&who(1))).unwrap();

    // Two at once are said in one.
    let (mut stage, panel) = at_time(stage, &profile, at(4) + 60_000);
    stage.browser.wait_until(&panel, &says(&json!("due"))).unwrap();
    stage.browser.quit().unwrap();
}

/// Closes the browser and starts it at that time, with a page from which it can be asked.
fn at_time(stage: Stage, profile: &Path, now: i64) -> (Stage, Page) {
    let mut stage = stage.start_again_after(&Options { now: Some(now), ..monday(profile) }, |_| Ok(())).unwrap();
    let panel = stage.own_page("panel.html").unwrap();
    (stage, panel)
}

/// What is said at the moment: a person's id, or `due` for several.
fn said(stage: &mut Stage, page: &Page) -> Value {
    stage.browser.eval(page, "chrome.notifications.getAll().then(Object.keys)").unwrap()
}

fn says(what: &Value) -> String {
    format!("chrome.notifications.getAll().then((all) => JSON.stringify(Object.keys(all)) === '[{what}]')")
}

fn bring_in(stage: &mut Stage, backup: &Path) -> Page {
    let bench = stage.own_page("workbench.html#/exchange").unwrap();
    stage.browser.choose_file(&bench, "#file", backup).unwrap();
    stage.browser.click(&bench, "[data-do=import]").unwrap();
    stage.browser.wait_until(&bench, "document.querySelector('[data-said]')?.textContent.includes('Brought in')").unwrap();
    bench
}
