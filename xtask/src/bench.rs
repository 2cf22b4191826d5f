//! `cargo xtask bench`: the core by itself, then click to decision in Chromium beside a popup that only shows the page's title.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::{
    assemble, bare,
    chromium::{Browser, Options, Page},
    driven::Driven,
    heavy, serve, shell,
    stage::Stage,
    wasm::Profile,
};

/// Clicks on each page for each popup; the middle one counts.
const ROUNDS: usize = 15;

/// Bytes of the page, and the ratio to the bare popup that we aim at.
const PAGES: [(usize, Option<f64>); 3] = [(20_000, None), (200_000, Some(1.3)), (1_000_000, Some(1.8))];

pub fn bench(browser_only: bool) -> Result<()> {
    assemble::build(Profile::Ship)?;
    if !browser_only {
        shell::run(shell::cargo().args(["bench", "--package", "aftertone"]))?;
    }
    clicks()
}

/// 10,000 prospects with 100,000 touches: a browser test that only measures, so that it shares their files and their clock.
pub fn log() -> Result<()> {
    assemble::build(Profile::Ship)?;
    let mut test = shell::cargo();
    test.args(["test", "--package", "aftertone-browser-tests", "--test", "large", "--", "--ignored", "--nocapture"]);
    shell::run(&mut test)
}

/// The two popups take turns, so that whatever else the machine does falls on both.
fn clicks() -> Result<()> {
    let profile = tempfile::tempdir()?;
    // The stage closes the tab of the first steps: it would load beside the first page, and come in front of it.
    let Stage { mut browser, extension: ours, .. } =
        Stage::open(&Options { profile: profile.path(), headless: true, now: None, zone: None, lang: None })?;
    let bare = browser.load_extension(&bare::extension()?)?;
    let site = serve::serve(|path| {
        Some(("text/html; charset=utf-8".into(), heavy::page(path.trim_start_matches('/').parse().ok()?).into_bytes()))
    })?;

    println!("\nClick to decision, medians of {ROUNDS}, in turns with a popup that only shows the page's title:");
    for (bytes, aim) in PAGES {
        let page = browser.open(&format!("{site}{bytes}"))?;
        browser.bring_to_front(&page)?;
        // The first click of each starts processes and compiles: not what a seller waits for all day.
        click(&mut browser, &ours, &page)?;
        click(&mut browser, &bare, &page)?;
        let (mut us, mut them) = (vec![], vec![]);
        for _ in 0..ROUNDS {
            us.push(click(&mut browser, &ours, &page)?);
            them.push(click(&mut browser, &bare, &page)?);
        }
        let (us, them) = (median(us)?, median(them)?);
        let ratio = us.as_secs_f64() / them.as_secs_f64();
        let aim = aim.map(|aim| format!(", aim {aim}: {}", if ratio <= aim { "met" } else { "missed" })).unwrap_or_default();
        println!("{:>5} KB   ours {:>4} ms   bare {:>4} ms   ratio {ratio:.2}{aim}", bytes / 1000, us.as_millis(), them.as_millis());
        browser.close(&page)?;
    }
    browser.quit()
}

/// From the press of the button to the painted decision.
fn click(browser: &mut Browser, extension: &str, page: &Page) -> Result<Duration> {
    let start = Instant::now();
    let popup = browser.press_button(extension, page)?;
    // Asked every ten milliseconds: a promise made in a popup's first, blank document would be lost with it.
    browser.wait_until(&popup, "!!document.documentElement.dataset.ready")?;
    let took = start.elapsed();
    browser.close(&popup)?;
    Ok(took)
}

fn median(mut times: Vec<Duration>) -> Result<Duration> {
    times.sort();
    times.get(times.len() / 2).copied().context("nothing was measured")
}
