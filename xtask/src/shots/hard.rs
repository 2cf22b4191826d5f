//! Pictures of what is hardest to show: a name from right to left with twenty touches, more contrast, the system's own colours, and every
//! screen of a notebook in which nothing is yet.

use anyhow::Result;

use super::{go, keep};
use crate::{
    chromium::Page,
    driven::Driven,
    paths, serve,
    stage::{Stage, monday},
};

/// What the system may ask for, and how its pictures are called.
const ASKED: [(&str, &[(&str, &str)]); 4] = [
    ("more", &[("prefers-contrast", "more")]),
    ("more-dark", &[("prefers-contrast", "more"), ("prefers-color-scheme", "dark")]),
    ("forced", &[("forced-colors", "active")]),
    ("forced-dark", &[("forced-colors", "active"), ("prefers-color-scheme", "dark")]),
];

/// Each screen of the workbench that can be empty, and what stands there then.
const EMPTY: [(&str, &str); 8] = [
    ("due", ".empty-page"),
    ("people", ".empty-page"),
    ("person/0123456789abcdef0123456789abcdef", ".empty-page"),
    ("pins", "[data-part=shelf]"),
    ("results", ".empty-page"),
    ("rehearse", ".empty-page"),
    ("exchange", "#file"),
    ("privacy", "[data-part=keys]"),
];

pub fn take() -> Result<()> {
    let profile = tempfile::tempdir()?;
    let mut stage = Stage::open(&monday(profile.path()))?;
    let bench = stage.own_page("workbench.html")?;
    for (route, there) in EMPTY {
        go(&mut stage, &bench, route, there)?;
        let name = route.split('/').next().unwrap_or(route);
        keep(&mut stage, &bench, &format!("empty-{name}"))?;
    }
    let popup = right_to_left(&mut stage)?;
    stage.introduce(&popup)?;
    stage.browser.click(&popup, "[data-log=call]")?;
    stage.browser.wait_for(&popup, "[data-do=undo]")?;
    let stored = "(async () => (await chrome.storage.local.getKeys()).some((key) => key.startsWith('t:')))()";
    stage.browser.wait_until(&popup, stored)?;
    stage.browser.close(&popup)?;
    stage.browser.bring_to_front(&bench)?;
    twenty_touches(&mut stage, &bench)?;
    keep(&mut stage, &bench, "hard-person")?;
    asked(&mut stage, &bench, "hard-person")?;
    stage.browser.eval(&bench, "document.querySelector('[data-part=timeline]').scrollIntoView({behavior: 'instant'})")?;
    keep(&mut stage, &bench, "hard-timeline")?;
    go(&mut stage, &bench, "people", "[data-part=people] .row")?;
    keep(&mut stage, &bench, "hard-prospects")?;
    asked(&mut stage, &bench, "hard-prospects")?;
    let popup = right_to_left(&mut stage)?;
    keep(&mut stage, &popup, "hard-popup")?;
    asked(&mut stage, &popup, "hard-popup")?;
    for part in ["touches", "calendar", "checklist", "room"] {
        stage.browser.eval(&popup, &format!("document.querySelector('[data-part={part}]').scrollIntoView({{behavior: 'instant'}})"))?;
        keep(&mut stage, &popup, &format!("hard-{part}"))?;
        asked(&mut stage, &popup, &format!("hard-{part}"))?;
    }
    stage.browser.quit()
}

/// The popup over a page whose name, title and organization are written from right to left.
fn right_to_left(stage: &mut Stage) -> Result<Page> {
    let site = serve::folder(paths::root().join("tests/browser/pages"))?;
    let page = stage.browser.open(&format!("{site}right-to-left.html"))?;
    stage.press(&page)
}

/// Goes to the page of the only person in the notebook, who was touched once, and logs nineteen touches more.
fn twenty_touches(stage: &mut Stage, bench: &Page) -> Result<()> {
    go(stage, bench, "people", "[data-part=people] .row")?;
    stage.browser.click(bench, "[data-part=people] .row")?;
    for (n, kind) in ["call", "voicemail", "email", "live_route", "note"].into_iter().cycle().take(19).enumerate() {
        stage.browser.wait_for(bench, "form[data-act=add]")?;
        stage.browser.choose(bench, "select[name=add-kind]", kind)?;
        stage.browser.fill(bench, "input[name=add-when]", &format!("{} days ago 11:{}", 2 + n * 4, 10 + n))?;
        stage.browser.fill(bench, "textarea[name=add-text]", "رن الهاتف ولم يرد أحد (call again, 312-555-0188).")?;
        stage.browser.click(bench, "form[data-act=add] [type=submit]")?;
        stage.browser.wait_until(bench, &format!("document.querySelectorAll('[data-touch]').length === {}", n + 2))?;
    }
    stage.browser.eval(bench, "scrollTo({top: 0, behavior: 'instant'})")?;
    Ok(())
}

/// As the system may ask for it.
fn asked(stage: &mut Stage, page: &Page, name: &str) -> Result<()> {
    for (how, features) in ASKED {
        stage.browser.emulate(page, features)?;
        keep(stage, page, &format!("{name}-{how}"))?;
    }
    stage.browser.emulate(page, &[])
}
