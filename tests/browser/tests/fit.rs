//! Every screen fits its window: from 360 to 800 px, and zoomed to twice its size.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::fit::faults;
use xtask::{
    chromium::Page,
    driven::{Driven, Options},
    shots,
    stage::{Stage, monday},
};

/// Width and height in CSS px. At 200% a window has half of its px for the page: the last two are one of 800 x 600, the largest that a
/// popup gets, and one of 640 wide, where everything has to reflow (WCAG 1.4.10).
const WINDOWS: [(u32, u32); 5] = [(360, 700), (480, 700), (800, 700), (400, 300), (320, 300)];

fn in_every_window(stage: &mut Stage, page: &Page, screen: &str, found: &mut Vec<String>) {
    in_windows(stage, page, screen, &WINDOWS, found);
}

fn in_windows(stage: &mut Stage, page: &Page, screen: &str, windows: &[(u32, u32)], found: &mut Vec<String>) {
    for &(width, height) in windows {
        stage.browser.resize(page, width, height).unwrap();
        found.extend(faults(&mut stage.browser, page, &format!("{screen}, {width} x {height}")));
    }
    stage.browser.resize(page, 480, 700).unwrap();
}

fn nothing(found: &[String]) {
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_panel() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let mut found = vec![];
    let panel = beside(&mut stage, "long-names");
    in_every_window(&mut stage, &panel, "first run", &mut found);
    stage.introduce(&panel).unwrap();
    in_every_window(&mut stage, &panel, "skip", &mut found);
    stage.browser.choose(&panel, "select[data-input=relationship]", "interested_lead").unwrap();
    stage.browser.wait_until(&panel, "document.querySelector('[data-part=decision]').dataset.decision === 'leave'").unwrap();
    stage.browser.fill(&panel, "textarea[data-script]", "I'm just checking in, I never heard back from you.").unwrap();
    stage.browser.wait_for(&panel, ".finding").unwrap();
    stage.browser.click(&panel, "[data-do=rehearse]").unwrap();
    stage.browser.click(&panel, "[data-do=pin]").unwrap();
    in_every_window(&mut stage, &panel, "a message with findings", &mut found);
    stage.browser.click(&panel, "[data-log=voicemail]").unwrap();
    stage.browser.wait_for(&panel, "[data-do=undo]").unwrap();
    stage.browser.click(&panel, "[data-do=copy]").unwrap();
    stage.browser.wait_for(&panel, ".notices p").unwrap();
    in_every_window(&mut stage, &panel, "rest", &mut found);
    stage.browser.click(&panel, "[data-do=settings]").unwrap();
    stage.browser.fill(&panel, "[data-setting=restDays]", "a month").unwrap();
    in_every_window(&mut stage, &panel, "settings", &mut found);
    nothing(&found);
    stage.browser.quit().unwrap();
}

/// The side panel, opened from the popup over a sample.
fn beside(stage: &mut Stage, sample: &str) -> Page {
    let page = stage.sample(sample).unwrap();
    let popup = stage.press(&page).unwrap();
    stage.browser.click(&popup, "[data-do=panel]").unwrap();
    let panel = stage.browser.opened("/panel.html").unwrap();
    stage.browser.wait_until(&panel, "document.documentElement.dataset.ready === 'true'").unwrap();
    panel
}

#[test]
fn the_workbench() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let mut found = vec![];
    let bench = stage.own_page("workbench.html").unwrap();
    every_route(&mut stage, &bench, "empty", &mut found);
    stage.browser.close(&bench).unwrap();
    let bench = shots::filled_workbench(&mut stage).unwrap();
    every_route(&mut stage, &bench, "filled", &mut found);
    // Everybody has a page; the longest name is the last of the list that was brought in.
    go(&mut stage, &bench, "#/people");
    stage.browser.fill(&bench, "input[name=search]", "Maximiliane").unwrap();
    stage.browser.wait_until(&bench, "document.querySelectorAll('[data-part=people] .row').length === 1").unwrap();
    stage.browser.click(&bench, "[data-part=people] .row").unwrap();
    stage.browser.wait_for(&bench, "form[data-act=add]").unwrap();
    stage.browser.fill(&bench, "textarea[name=add-text]", "Said hello").unwrap();
    stage.browser.click(&bench, "form[data-act=add] [type=submit]").unwrap();
    stage.browser.click(&bench, "[data-touch] [data-act=edit]").unwrap();
    in_every_window(&mut stage, &bench, "a person", &mut found);
    nothing(&found);
    stage.browser.quit().unwrap();
}

/// What is longer than English fits too: the panel as narrow as Firefox opens its sidebar, the workbench as wide as a laptop.
#[test]
fn in_every_language() {
    let mut found = vec![];
    for lang in ["de", "es", "fr"] {
        let profile = tempfile::tempdir().unwrap();
        let mut stage = Stage::open(&Options { lang: Some(lang), ..monday(profile.path()) }).unwrap();
        let panel = beside(&mut stage, "contact");
        in_windows(&mut stage, &panel, &format!("{lang}, first run"), &PANELS, &mut found);
        stage.introduce(&panel).unwrap();
        stage.browser.choose(&panel, "select[data-input=relationship]", "interested_lead").unwrap();
        stage.browser.wait_until(&panel, "document.querySelector('[data-part=decision]').dataset.decision === 'leave'").unwrap();
        in_windows(&mut stage, &panel, &format!("{lang}, leave"), &PANELS, &mut found);
        stage.browser.click(&panel, "[data-log=voicemail]").unwrap();
        stage.browser.wait_for(&panel, "[data-do=undo]").unwrap();
        stage.browser.click(&panel, "[data-do=settings]").unwrap();
        in_windows(&mut stage, &panel, &format!("{lang}, rest and settings"), &PANELS, &mut found);
        stage.browser.close(&panel).unwrap();
        let bench = shots::filled_workbench(&mut stage).unwrap();
        let routes = ["due", "people", "pins", "results", "exchange", "settings", "privacy", "about", "welcome"];
        for route in routes {
            go(&mut stage, &bench, &format!("#/{route}"));
            in_windows(&mut stage, &bench, &format!("{lang}, {route}"), &[(360, 700), (800, 700), (1280, 800)], &mut found);
        }
        stage.browser.quit().unwrap();
    }
    nothing(&found);
}

const PANELS: [(u32, u32); 4] = [(272, 900), (360, 700), (400, 600), (800, 700)];

fn every_route(stage: &mut Stage, bench: &Page, how: &str, found: &mut Vec<String>) {
    let routes = stage.browser.eval(bench, "[...document.querySelectorAll('nav a')].map(link => link.getAttribute('href'))").unwrap();
    let routes = routes.as_array().unwrap().iter().map(|route| route.as_str().unwrap());
    for route in routes.chain(["#/welcome", "#/rehearse/referral"]) {
        go(stage, bench, route);
        in_every_window(stage, bench, &format!("workbench {route}, {how}"), found);
    }
}

/// And waits until the screen's headline has the focus.
fn go(stage: &mut Stage, bench: &Page, address: &str) {
    stage.browser.eval(bench, &format!("document.activeElement.blur(), location.hash = '{address}'")).unwrap();
    stage.browser.wait_until(bench, "document.activeElement.tagName === 'H1'").unwrap();
}

/// A telephone number that is read aloud stands in one line, however wide the window: Chromium would break it behind its hyphens.
#[test]
fn no_number_is_broken() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let panel = beside(&mut stage, "profile");
    stage.introduce(&panel).unwrap();
    stage.browser.click(&panel, "[data-log=live_route]").unwrap();
    stage.browser.wait_until(&panel, "document.querySelector('[data-part=decision]').dataset.decision === 'leave'").unwrap();
    stage.browser.click(&panel, "[data-do=pin]").unwrap();
    stage.browser.wait_for(&panel, ".pin-dialog").unwrap();
    let mut narrowed = 0;
    for width in (320..480).step_by(9) {
        stage.browser.resize(&panel, width, 700).unwrap();
        stage.browser.wait_until(&panel, &format!("innerWidth === {width}")).unwrap();
        whole(&mut stage, &panel, &format!("{width} px"));
        narrowed += usize::from(
            stage.browser.eval(&panel, "!!document.querySelector('.paper').style.getPropertyValue('--whole')").unwrap() == true,
        );
    }
    assert!(narrowed > 0, "in one of the widths a number would have been broken");
    // And where the words are typed anew.
    stage.browser.resize(&panel, 400, 700).unwrap();
    for words in ["Call me, please, at", "Call me at", "So please call me back soon, will you, at"] {
        stage.browser.fill(&panel, "textarea[data-script]", &format!("{words} 312-555-0188, or {words} 312-555-0199.")).unwrap();
        stage.browser.wait_until(&panel, &format!("document.querySelector('.under').textContent.includes('{words} 312')")).unwrap();
        whole(&mut stage, &panel, words);
    }
    stage.browser.quit().unwrap();
}

fn whole(stage: &mut Stage, panel: &Page, how: &str) {
    let waited = stage.browser.wait_until(panel, &format!("({BROKEN}).length === 0"));
    assert!(waited.is_ok(), "{how}: {}", stage.browser.eval(panel, BROKEN).unwrap());
}

/// The numbers that stand in two lines, and a field that does not break where the words behind it do: it would be of another height.
const BROKEN: &str = r"[...document.querySelectorAll('.under, .pin-dialog > p')].flatMap((box) => {
    const found = [];
    const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        for (const { 0: number, index } of texts.currentNode.data.matchAll(/\d+(?:-\d+)+/g)) {
            const range = document.createRange();
            range.setStart(texts.currentNode, index);
            range.setEnd(texts.currentNode, index + number.length);
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(number);
        }
    }
    const field = box.parentElement.querySelector('[data-script]');
    return field && field.scrollHeight > box.offsetHeight + 2 ? [...found, 'the field is higher'] : found;
})";
