//! Storage that was cut short, flipped or is full: told, never cleared by itself, and whole again from a backup.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use aftertone_browser_tests::{
    built_with,
    notebook::{stored_ids, write_backup},
};
use xtask::{
    chromium::Page,
    driven::Driven,
    stage::{Stage, monday},
};

/// More than one write brings in.
const PEOPLE: usize = 600;
const BANNER: &str = "[data-error=lost]";

#[test]
fn a_store_cut_short_is_told_and_comes_back_from_a_backup() {
    damaged(|log| log.truncate(log.len() * 8 / 10), true);
}

#[test]
fn flipped_bits_are_told_and_come_back_from_a_backup() {
    let flip = |log: &mut Vec<u8>| {
        let middle = log.len() / 2;
        log[middle..middle + 64].iter_mut().for_each(|byte| *byte ^= 0b101);
    };
    // The browser hands a flipped value out as it is: only a look at that person's touches tells, and the popup looks at its own.
    damaged(flip, false);
}

fn damaged(damage: fn(&mut Vec<u8>), counted: bool) {
    let folder = tempfile::tempdir().unwrap();
    let (profile, backup) = (folder.path().join("profile"), folder.path().join("backup.jsonl"));
    fs::create_dir(&profile).unwrap();
    write_backup(&backup, PEOPLE);
    let mut stage = Stage::open(&monday(&profile)).unwrap();
    let bench = stage.own_page("workbench.html#/exchange").unwrap();
    bring_in(&mut stage, &bench, &backup, PEOPLE);
    assert_eq!(stored_ids(&mut stage, &bench).len(), PEOPLE * 10);
    assert!(!stage.browser.has(&bench, BANNER).unwrap());

    let hurt = |extension: &str| {
        let log = log_file(&profile, extension);
        let mut bytes = fs::read(&log)?;
        damage(&mut bytes);
        Ok(fs::write(&log, bytes)?)
    };
    let mut stage = stage.start_again_after(&monday(&profile), hurt).unwrap();
    if counted {
        // A popup on anybody's page says that something is missing …
        let page = stage.sample("profile").unwrap();
        let popup = stage.press(&page).unwrap();
        stage.browser.wait_for(&popup, "[data-error=trouble]").unwrap();
        stage.browser.close(&popup).unwrap();
    }
    // … the workbench too, each time, until the user does something about it.
    for _ in 0..2 {
        let bench = stage.own_page("workbench.html").unwrap();
        stage.browser.wait_for(&bench, BANNER).unwrap();
        let there = stored_ids(&mut stage, &bench).len();
        assert!((1..=PEOPLE * 10).contains(&there), "what can be read is kept: {there}");
        stage.browser.close(&bench).unwrap();
    }
    let bench = stage.own_page("workbench.html#/exchange").unwrap();
    stage.browser.wait_for(&bench, BANNER).unwrap();
    // A look at every touch that is left does not make it forget those that are not.
    let watch = "new MutationObserver(() => { window.looked ||= !!document.querySelector('[data-said]') })
                     .observe(document.body, {subtree: true, childList: true})";
    stage.browser.eval(&bench, watch).unwrap();
    stage.browser.click(&bench, "[data-act=check]").unwrap();
    stage.browser.wait_until(&bench, "window.looked && !document.querySelector('[data-said]')").unwrap();
    assert!(stage.browser.has(&bench, BANNER).unwrap());
    bring_in(&mut stage, &bench, &backup, PEOPLE);
    stage.browser.wait_until(&bench, &format!("!document.querySelector('{BANNER}')")).unwrap();
    assert_eq!(stored_ids(&mut stage, &bench).len(), PEOPLE * 10);
    stage.browser.click(&bench, "[data-act=check]").unwrap();
    stage
        .browser
        .wait_until(&bench, "document.querySelector('[data-said]')?.textContent.includes('6,000 of 600 people, none missing')")
        .unwrap();
    stage.browser.quit().unwrap();
}

#[test]
fn a_touch_that_finds_no_room_stays_and_lands_once_there_is_some() {
    let folder = tempfile::tempdir().unwrap();
    let small = folder.path().join("small");
    // Ten megabytes, as any other.
    built_with(&small, "\"unlimitedStorage\",", "");
    let mut stage = Stage::with(small, &monday(folder.path())).unwrap();
    let panel = stage.own_page("panel.html").unwrap();
    stage.browser.click(&panel, "[data-log=call]").unwrap();
    stage.browser.wait_until(&panel, "(async () => 'total' in await chrome.storage.local.get('total'))()").unwrap();
    // Leave less room than a touch takes.
    let fill = "(async () => { const free = chrome.storage.local.QUOTA_BYTES - await chrome.storage.local.getBytesInUse(null);
                await chrome.storage.local.set({fill: 'x'.repeat(free - 60)}); return true })()";
    assert_eq!(stage.browser.eval(&panel, fill).unwrap(), true);
    stage.browser.click(&panel, "[data-log=email]").unwrap();
    stage.browser.wait_for(&panel, "[data-error=unsaved]").unwrap();
    assert_eq!(stage.browser.text(&panel, "[data-count=email]").unwrap(), "1", "it stays on the screen");
    assert_eq!(stored_ids(&mut stage, &panel).len(), 1);
    stage.browser.eval(&panel, "chrome.storage.local.remove('fill')").unwrap();
    stage.browser.click(&panel, "[data-do=retry]").unwrap();
    stage.browser.wait_until(&panel, "!document.querySelector('[data-error]:is([data-error=unsaved], [data-error=notice])')").unwrap();
    assert_eq!(stored_ids(&mut stage, &panel).len(), 2, "once, although it was tried twice");
    stage.browser.quit().unwrap();
}

#[test]
fn what_a_file_is_being_chosen_for_stays_when_a_loss_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::open(&monday(folder.path())).unwrap();
    let backup = folder.path().join("backup.jsonl");
    write_backup(&backup, 3);
    let bench = stage.own_page("workbench.html#/exchange").unwrap();
    bring_in(&mut stage, &bench, &backup, 3);
    // The same element, as a dialog of the browser's holds it that stands open meanwhile.
    let lose = "(async () => { document.querySelector('#file').held = true;
                const touches = (await chrome.storage.local.getKeys()).filter((key) => key.startsWith('t:'));
                await chrome.storage.local.remove(touches); return touches.length > 0 })()";
    assert_eq!(stage.browser.eval(&bench, lose).unwrap(), true);
    stage.browser.click(&bench, "[data-act=check]").unwrap();
    stage.browser.wait_for(&bench, BANNER).unwrap();
    assert_eq!(stage.browser.eval(&bench, "document.querySelector('#file').held").unwrap(), true);

    // Whoever deletes everything misses nothing any more.
    stage.browser.click(&bench, "a[href='#/privacy']").unwrap();
    stage.browser.click(&bench, "[data-do=forget-all]").unwrap();
    stage.browser.click(&bench, ".stop-button[data-do=forget-all]").unwrap();
    stage.browser.wait_until(&bench, "document.querySelector('[data-said]')?.textContent.includes('Read again')").unwrap();
    assert!(!stage.browser.has(&bench, BANNER).unwrap());
    stage.browser.quit().unwrap();
}

/// Brings a backup in by the workbench, through its dry run.
fn bring_in(stage: &mut Stage, bench: &Page, file: &Path, people: usize) {
    stage.browser.choose_file(bench, "#file", file).unwrap();
    stage.browser.wait_for(bench, "[data-part=dry-run]").unwrap();
    let count = |kind: &str| format!("+document.querySelector('[data-taken={kind}]').textContent");
    let told = stage.browser.eval(bench, &format!("{} + {}", count("new-touches"), count("same-touches"))).unwrap();
    assert_eq!(told.as_u64(), Some(people as u64 * 10), "the dry run counts every touch");
    stage.browser.click(bench, "[data-do=import]").unwrap();
    stage.browser.wait_until(bench, "document.querySelector('[data-said]')?.textContent.includes('Brought in')").unwrap();
}

/// The one log of the extension's LevelDB.
fn log_file(profile: &Path, extension: &str) -> PathBuf {
    let folder = profile.join("Default/Local Extension Settings").join(extension);
    let mut logs: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|file| file.extension().is_some_and(|end| end == "log"))
        .collect();
    logs.sort_by_key(|log| fs::metadata(log).unwrap().len());
    logs.pop().expect("LevelDB has a log")
}
