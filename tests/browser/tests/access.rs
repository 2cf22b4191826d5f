//! Every screen for everybody: axe-core finds nothing in either theme, targets are large enough, and the Tab key shows where it stands.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::access::{faults, focus_faults, forced_focus_faults, moving};
use xtask::{
    chromium::{Browser, Page},
    driven::Driven,
    paths, serve,
    stage::{Stage, monday},
};

/// What a screen was found to lack, over all screens of one story.
#[derive(Default)]
struct Found(Vec<String>);

impl Found {
    fn look(&mut self, browser: &mut Browser, page: &Page, screen: &str) {
        self.0.extend(faults(browser, page, screen));
    }

    fn walk(&mut self, browser: &mut Browser, page: &Page, screen: &str) {
        self.0.extend(focus_faults(browser, page, screen));
    }

    /// In both: as it is, and where the system's own colours rule.
    fn walk_forced_too(&mut self, browser: &mut Browser, page: &Page, screen: &str) {
        self.walk(browser, page, screen);
        self.0.extend(forced_focus_faults(browser, page, screen));
    }

    fn nothing(self) {
        assert!(self.0.is_empty(), "{} faults:\n{}", self.0.len(), self.0.join("\n"));
    }
}

#[test]
fn the_popup() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let mut found = Found::default();
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    found.look(&mut stage.browser, &popup, "first run");
    stage.introduce(&popup).unwrap();
    found.look(&mut stage.browser, &popup, "skip");
    found.walk(&mut stage.browser, &popup, "skip");
    stage.browser.choose(&popup, "select[data-input=relationship]", "interested_lead").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.decision === 'leave'").unwrap();
    stage.browser.type_into(&popup, "textarea[data-script]", "I'm just checking in, I never heard back from you.").unwrap();
    stage.browser.wait_for(&popup, ".finding").unwrap();
    found.look(&mut stage.browser, &popup, "a message with findings");
    found.0.extend(forced_focus_faults(&mut stage.browser, &popup, "a message with findings"));
    stage.browser.click(&popup, "[data-do=redraft]").unwrap();
    stage.browser.click(&popup, "[data-do=rehearse]").unwrap();
    stage.browser.click(&popup, "[data-do=pin]").unwrap();
    found.look(&mut stage.browser, &popup, "rehearsing and pinning");
    stage.browser.eval(&popup, "document.activeElement.blur()").unwrap();
    stage.browser.press(&popup, "?").unwrap();
    stage.browser.wait_for(&popup, "dialog.keys").unwrap();
    found.look(&mut stage.browser, &popup, "the keys");
    stage.browser.click(&popup, "[data-do=keys-close]").unwrap();
    stage.browser.click(&popup, "[data-log=voicemail]").unwrap();
    stage.browser.wait_for(&popup, "[data-do=undo]").unwrap();
    stage.browser.click(&popup, "[data-do=copy]").unwrap();
    stage.browser.wait_for(&popup, ".notices p").unwrap();
    found.look(&mut stage.browser, &popup, "rest, with a notice");
    stage.browser.click(&popup, "[data-do=settings]").unwrap();
    stage.browser.fill(&popup, "[data-setting=restDays]", "a month").unwrap();
    found.look(&mut stage.browser, &popup, "settings");
    found.walk_forced_too(&mut stage.browser, &popup, "settings");
    stage.browser.close(&popup).unwrap();
    for sample in ["team", "long-names", "nobody", "directory"] {
        let page = stage.sample(sample).unwrap();
        let popup = stage.press(&page).unwrap();
        found.look(&mut stage.browser, &popup, sample);
        stage.browser.close(&popup).unwrap();
    }
    let page = stage.browser.open("chrome://version/").unwrap();
    let popup = stage.press(&page).unwrap();
    found.look(&mut stage.browser, &popup, "typed by hand");
    found.walk(&mut stage.browser, &popup, "typed by hand");
    found.nothing();
    stage.browser.quit().unwrap();
}

#[test]
fn the_panel() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let mut found = Found::default();
    let panel = stage.own_page("panel.html").unwrap();
    // What is looked for under reduced motion can be found.
    assert!(!moving(&mut stage.browser, &panel).is_empty(), "where one was read shows after a moment");
    for (width, height) in [(360, 860), (800, 700), (320, 400)] {
        stage.browser.resize(&panel, width, height).unwrap();
        found.look(&mut stage.browser, &panel, &format!("panel of {width} px"));
        let wide = stage.browser.eval(&panel, "document.scrollingElement.scrollWidth - innerWidth").unwrap();
        assert!(wide.as_i64().unwrap() <= 0, "the panel of {width} px scrolls sideways by {wide}");
        found.walk(&mut stage.browser, &panel, &format!("panel of {width} px"));
    }
    found.nothing();
    stage.browser.quit().unwrap();
}

/// A region that a screen reader listens to has to stand there before its words change: a new one is often not read.
#[test]
fn what_was_decided_and_logged_is_told() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("profile").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    stage.browser.eval(&popup, "document.querySelectorAll('[role=status]').forEach(region => region.known = true)").unwrap();
    stage.browser.click(&popup, "[data-log=voicemail]").unwrap();
    let told = |words: &str| {
        format!(
            "[...document.querySelectorAll('[role=status]')].some(e => e.known && e.checkVisibility() && e.textContent.includes('{words}'))"
        )
    };
    stage.browser.wait_until(&popup, &told("Left voicemail, today")).unwrap();
    stage.browser.wait_until(&popup, &told("Rest until")).unwrap();
    stage.browser.click(&popup, "[data-do=undo]").unwrap();
    stage.browser.wait_until(&popup, &format!("!{}", told("Left voicemail, today"))).unwrap();
    stage.browser.click(&popup, "[data-do=copy]").unwrap();
    stage.browser.wait_until(&popup, &told("opied")).unwrap();

    // Where the system's own colours rule, what only colour told is told by a border.
    stage.browser.emulate(&popup, &[("forced-colors", "active")]).unwrap();
    let bordered = "['.decision', 'button[aria-pressed=true], .log-button'].every(css => parseFloat(getComputedStyle(document.querySelector(css)).borderTopWidth) >= 1)";
    assert_eq!(stage.browser.eval(&popup, bordered).unwrap(), true);
    stage.browser.quit().unwrap();
}

const TABLE: &str = "First Name,Last Name,Company,Email,Phone
Ada,Lovelace,Analytical Engines,ada@engines.example,+13125550142
Grace,Hopper,Compiler Works,grace@compiler.example,+13125550143
مريم,حداد,Cedar & Sons,maryam@cedar.example,+14155550120
,,Vereinigte Kartonagenwerke Oberschwaben,m@karton.example,+49305550100
A.,Lovelace,Analytical Engines,,
";

/// Every screen that the workbench's own menu leads to, empty and with people in it.
#[test]
fn the_workbench() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let mut found = Found::default();
    let bench = stage.own_page("workbench.html").unwrap();
    stage.browser.resize(&bench, 1280, 900).unwrap();
    every_route(&mut stage, &bench, &mut found, "empty");
    stage.browser.eval(&bench, "location.hash = '#/welcome'").unwrap();
    stage.browser.wait_for(&bench, ".school").unwrap();
    found.look(&mut stage.browser, &bench, "first steps");
    found.walk_forced_too(&mut stage.browser, &bench, "first steps");

    let file = profile.path().join("list.csv");
    std::fs::write(&file, TABLE).unwrap();
    go(&mut stage, &bench, "#/exchange");
    stage.browser.choose_file(&bench, "#file", &file).unwrap();
    stage.browser.wait_for(&bench, "[data-part=dry-run]").unwrap();
    found.look(&mut stage.browser, &bench, "what an import would do");
    stage.browser.click(&bench, "[data-do=import]").unwrap();
    stage.browser.wait_for(&bench, "[data-said]").unwrap();
    found.look(&mut stage.browser, &bench, "imported");
    go(&mut stage, &bench, "#/people");
    stage.browser.click(&bench, "[data-part=people] .row").unwrap();
    stage.browser.wait_for(&bench, "form[data-act=add]").unwrap();
    stage.browser.choose(&bench, "select[name=add-kind]", "voicemail").unwrap();
    stage.browser.fill(&bench, "textarea[name=add-text]", "Said hello").unwrap();
    stage.browser.click(&bench, "form[data-act=add] [type=submit]").unwrap();
    stage.browser.wait_for(&bench, "[data-touch]").unwrap();
    found.look(&mut stage.browser, &bench, "a person");
    found.walk_forced_too(&mut stage.browser, &bench, "a person");
    stage.browser.click(&bench, "[data-touch] [data-act=edit]").unwrap();
    stage.browser.click(&bench, "[data-do=forget]").unwrap();
    found.look(&mut stage.browser, &bench, "a touch that is edited");
    // Two of one name and house: whether they are one is asked, and both can be told apart again.
    go(&mut stage, &bench, "#/people");
    stage.browser.fill(&bench, "input[name=search]", "Lovelace").unwrap();
    stage.browser.wait_until(&bench, "document.querySelectorAll('[data-part=people] .row').length === 2").unwrap();
    stage.browser.click(&bench, "[data-part=people] .row").unwrap();
    stage.browser.wait_for(&bench, "[data-same]").unwrap();
    found.look(&mut stage.browser, &bench, "perhaps the same person");
    stage.browser.click(&bench, "[data-same] [data-act=merge]").unwrap();
    stage.browser.wait_for(&bench, "[data-act=split]").unwrap();
    found.look(&mut stage.browser, &bench, "two that were made one");
    stage.browser.eval(&bench, "location.hash = '#/rehearse/referral'").unwrap();
    stage.browser.wait_for(&bench, "[data-part=prompter]").unwrap();
    found.look(&mut stage.browser, &bench, "the stage");
    found.walk(&mut stage.browser, &bench, "the stage");
    go(&mut stage, &bench, "#/pins");
    stage.browser.click(&bench, "[data-act=pin-starter]").unwrap();
    stage.browser.click(&bench, "[data-pin] [data-act=pin-edit]").unwrap();
    stage.browser.wait_for(&bench, "[data-preview]").unwrap();
    found.look(&mut stage.browser, &bench, "a script that is edited");
    go(&mut stage, &bench, "#/results");
    stage.browser.wait_for(&bench, "[data-line]").unwrap();
    found.look(&mut stage.browser, &bench, "results");
    stage.browser.resize(&bench, 360, 700).unwrap();
    every_route(&mut stage, &bench, &mut found, "360 px");
    stage.browser.press(&bench, "?").unwrap();
    stage.browser.wait_for(&bench, "dialog.keys").unwrap();
    found.look(&mut stage.browser, &bench, "the keys");
    let sample = stage.own_page("sample.html").unwrap();
    found.look(&mut stage.browser, &sample, "the sample prospect");
    stage.browser.resize(&sample, 360, 700).unwrap();
    found.look(&mut stage.browser, &sample, "the sample prospect, 360 px");
    found.nothing();
    stage.browser.quit().unwrap();
}

fn every_route(stage: &mut Stage, bench: &Page, found: &mut Found, how: &str) {
    let routes = stage.browser.eval(bench, "[...document.querySelectorAll('nav a')].map(link => link.getAttribute('href'))").unwrap();
    let routes: Vec<String> = routes.as_array().unwrap().iter().map(|route| route.as_str().unwrap().to_owned()).collect();
    assert!(routes.len() >= 6, "{routes:?}");
    for route in routes {
        go(stage, bench, &route);
        let screen = format!("workbench {route}, {how}");
        found.look(&mut stage.browser, bench, &screen);
        found.walk(&mut stage.browser, bench, &screen);
        let wide = stage.browser.eval(bench, "document.scrollingElement.scrollWidth - innerWidth").unwrap();
        if wide.as_i64().unwrap() > 0 {
            found.0.push(format!("{screen}: scrolls sideways by {wide} px"));
        }
    }
}

fn go(stage: &mut Stage, bench: &Page, route: &str) {
    stage.browser.eval(bench, &format!("location.hash = '{route}'")).unwrap();
    let there = format!(
        "document.querySelector('nav [aria-current]')?.getAttribute('href') === '{route}' && document.activeElement.tagName === 'H1'"
    );
    stage.browser.wait_until(bench, &there).unwrap();
}

#[test]
fn the_try_page() {
    let profile = tempfile::tempdir().unwrap();
    let mut browser = Browser::start(&monday(profile.path())).unwrap();
    let mut found = Found::default();
    let site = serve::folder(paths::dist("www")).unwrap();
    for (width, height) in [(1280, 900), (768, 1024), (320, 640)] {
        let page = browser.open(&format!("{site}?page=contact")).unwrap();
        browser.resize(&page, width, height).unwrap();
        browser.wait_until(&page, "!!document.documentElement.dataset.ready").unwrap();
        found.look(&mut browser, &page, &format!("try page, {width} px"));
        found.walk(&mut browser, &page, &format!("try page, {width} px"));
        let wide = browser.eval(&page, "document.scrollingElement.scrollWidth - innerWidth").unwrap();
        assert!(wide.as_i64().unwrap() <= 0, "the try page of {width} px scrolls sideways by {wide}");
    }
    found.nothing();
    browser.quit().unwrap();
}
