//! 10,000 prospects with 100,000 touches, beside an empty notebook: `cargo xtask bench --log` builds, runs this and prints what it takes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::{Duration, Instant};

use aftertone_browser_tests::notebook::write_backup;
use xtask::{
    chromium::Page,
    driven::Driven,
    patience::Patience,
    stage::{Stage, monday},
};

const PEOPLE: usize = 10_000;
const PAIRS: usize = 31;
const READY: &str = "!!document.documentElement.dataset.ready";

#[test]
#[ignore = "minutes: cargo xtask bench --log"]
fn a_hundred_thousand_touches_open_as_fast_as_none() {
    let (empty, full) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let backup = full.path().join("backup.jsonl");
    write_backup(&backup, PEOPLE);
    println!("backup: {} people, {} touches, {:.1} MB", PEOPLE, PEOPLE * 10, std::fs::metadata(&backup).unwrap().len() as f64 / 1e6);
    let mut full_stage = Stage::open(&monday(full.path())).unwrap();
    import(&mut full_stage, &backup);

    let mut empty_stage = Stage::open(&monday(empty.path())).unwrap();
    let (mut lists, mut floors) = (vec![], vec![]);
    for _ in 0..11 {
        floors.push(open_list(&mut empty_stage));
        lists.push(open_list(&mut full_stage));
    }
    let (floor, list) = (median(floors), median(lists));
    println!("workbench to its list: empty {floor} ms, full {list} ms: the list costs {} ms (aim 100)", list.saturating_sub(floor));
    search(&mut full_stage);

    let (ours, theirs) = (full_stage.sample("profile").unwrap(), empty_stage.sample("profile").unwrap());
    click(&mut full_stage, &ours);
    click(&mut empty_stage, &theirs);
    let (mut with, mut without) = (vec![], vec![]);
    for _ in 0..PAIRS {
        without.push(click(&mut empty_stage, &theirs));
        with.push(click(&mut full_stage, &ours));
    }
    let (with, without) = (median(with), median(without));
    println!(
        "popup to data-ready, medians of {PAIRS} pairs in turns: empty {without} ms, full {with} ms, ratio {:.3} (aim 1.1)",
        with as f64 / without as f64
    );
    full_stage.browser.quit().unwrap();
    empty_stage.browser.quit().unwrap();
}

fn import(stage: &mut Stage, backup: &std::path::Path) {
    let bench = stage.own_page("workbench.html#/exchange").unwrap();
    let start = Instant::now();
    stage.browser.choose_file(&bench, "#file", backup).unwrap();
    wait(stage, &bench, "document.querySelector('[data-progress]')?.textContent.startsWith('Comparing')");
    wait(stage, &bench, "!!document.querySelector('[data-part=dry-run]')");
    println!("dry run: {} ms", start.elapsed().as_millis());
    let start = Instant::now();
    stage.browser.click(&bench, "[data-do=import]").unwrap();
    wait(stage, &bench, "!!document.querySelector('[data-progress]')");
    wait(stage, &bench, "!!document.querySelector('[data-said]')?.textContent.includes('Brought in')");
    println!("import: {} ms (aim 10,000)", start.elapsed().as_millis());
    let memory = "(async () => { const glue = await import('./workbench.js'); const wasm = await glue.default();
                  return [wasm.memory.buffer.byteLength / 1e6, performance.memory.usedJSHeapSize / 1e6, await chrome.storage.local.getBytesInUse(null) / 1e6] })()";
    println!("after the import, MB of wasm memory, of JavaScript, and stored: {}", stage.browser.eval(&bench, memory).unwrap());
    stage.browser.close(&bench).unwrap();
    let bench = stage.own_page("workbench.html#/due").unwrap();
    println!("opened anew, the same: {}", stage.browser.eval(&bench, memory).unwrap());
    stage.browser.close(&bench).unwrap();
}

/// Milliseconds from the page's start until the list is painted.
fn open_list(stage: &mut Stage) -> u128 {
    let bench = stage.browser.open_at_once(&format!("chrome-extension://{}/workbench.html#/due", stage.extension)).unwrap();
    wait(stage, &bench, READY);
    // The page's own clock: from its navigation to the first look after it was ready.
    let at = stage.browser.eval(&bench, "new Promise((on) => requestAnimationFrame(() => on(performance.now())))").unwrap();
    stage.browser.close(&bench).unwrap();
    at.as_f64().unwrap() as u128
}

fn search(stage: &mut Stage) {
    let bench = stage.own_page("workbench.html#/people").unwrap();
    let keys = "(() => { const field = document.querySelector('input[name=search]'); const took = [];
                 for (const words of ['k', 'ko', 'kow', 'kowa', 'kowal', 'kowals', 'kowalks', 'kowalks 99', 'ines kow']) {
                     field.value = words; const start = performance.now(); field.dispatchEvent(new Event('input', {bubbles: true}));
                     took.push(Math.round(performance.now() - start)); }
                 return took })()";
    println!("search, ms a key with its painting prepared: {}", stage.browser.eval(&bench, keys).unwrap());
    stage.browser.close(&bench).unwrap();
}

/// Milliseconds from the press of the button until the decision is there.
fn click(stage: &mut Stage, page: &Page) -> u128 {
    stage.browser.bring_to_front(page).unwrap();
    let start = Instant::now();
    let popup = stage.browser.press_button(&stage.extension.clone(), page).unwrap();
    stage.browser.wait_until(&popup, READY).unwrap();
    let took = start.elapsed().as_millis();
    stage.browser.close(&popup).unwrap();
    took
}

/// Longer than anybody would wait.
fn wait(stage: &mut Stage, page: &Page, until: &str) {
    let mut patience = Patience::of(Duration::from_secs(180));
    while !stage.browser.eval(page, until).is_ok_and(|yes| yes == true) {
        assert!(!patience.is_over(), "{until}: {:?}", stage.browser.eval(page, "document.body.innerText"));
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn median(mut times: Vec<u128>) -> u128 {
    times.sort_unstable();
    times[times.len() / 2]
}
