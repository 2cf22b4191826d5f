//! Pictures of what is hardest to show: a name from right to left with twenty touches, more contrast, the system's own colours, and every
//! screen of a notebook in which nothing is yet, and the focus where the system's own colours rule.

use anyhow::Result;

use super::{both, go, keep};
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

/// What can have the focus in the popup: a name for its picture, and where it is.
const IN_THE_POPUP: [(&str, &str); 10] = [
    ("name", "h1 .editable"),
    ("tool", "[data-do=settings]"),
    ("flip", ".decision .flip"),
    ("door", ".doorway button"),
    ("message", "textarea[data-script]"),
    ("copy", "[data-do=copy]"),
    ("select", "select[data-input=relationship]"),
    ("yes", ".yes-no button"),
    ("log", "[data-log=voicemail]"),
    ("next", ".next"),
];

/// The same in the workbench, by the address of its screen.
const IN_THE_WORKBENCH: [(&str, &str, &str); 6] = [
    ("people", "menu", "nav a[aria-current]"),
    ("people", "search", "input[name=search]"),
    ("people", "row", "[data-part=people] .row"),
    ("exchange", "primary", "[data-act=export]"),
    ("exchange", "file", "#file"),
    ("welcome", "school", ".school input:checked"),
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
    stage.browser.close(&popup)?;
    let page = stage.sample("profile")?;
    let popup = stage.press(&page)?;
    stage.browser.click(&popup, "[data-log=live_route]")?;
    stage.browser.wait_for(&popup, ".decision[data-tone=go] .flip:not([hidden])")?;
    for (name, css) in IN_THE_POPUP {
        focused(&mut stage, &popup, &format!("focus-{name}"), css)?;
    }
    stage.browser.close(&popup)?;
    stage.browser.bring_to_front(&bench)?;
    for (route, name, css) in IN_THE_WORKBENCH {
        go(&mut stage, &bench, route, css)?;
        focused(&mut stage, &bench, &format!("focus-{name}"), css)?;
    }
    stage.browser.quit()
}

/// With the focus there, as the Tab key gives it, in the system's own colours and in ours.
fn focused(stage: &mut Stage, page: &Page, name: &str, css: &str) -> Result<()> {
    // The press makes the focus that follows one that is seen.
    stage.browser.press(page, "Tab")?;
    let focus = format!(
        "(() => {{ const it = document.querySelector({css:?}); it.closest('details')?.setAttribute('open', ''); it.scrollIntoView({{block: 'center', behavior: 'instant'}}); it.focus() }})()"
    );
    stage.browser.eval(page, &focus)?;
    both(stage, page, name)?;
    for (how, features) in &ASKED[2..] {
        stage.browser.emulate(page, features)?;
        keep(stage, page, &format!("{name}-{how}"))?;
    }
    stage.browser.emulate(page, &[])
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
