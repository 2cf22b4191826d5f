//! Pictures of every screen, light and dark, into `target/shots`.

use anyhow::Result;

use crate::{
    chromium::Page,
    stage::{self, Stage},
};

pub fn take() -> Result<()> {
    let profile = tempfile::tempdir()?;
    let mut stage = Stage::on_monday(profile.path())?;
    first_run_and_on(&mut stage)?;
    room(&mut stage)?;
    people(&mut stage)?;
    unreadable(&mut stage)?;
    panel(&mut stage)?;
    try_page(&mut stage)?;
    stage.browser.quit()
}

/// The contact page: before anybody said who is calling, then skip, then leave, then after a message was left.
fn first_run_and_on(stage: &mut Stage) -> Result<()> {
    let page = stage.sample("contact")?;
    let popup = stage.press(&page)?;
    both(stage, &popup, "first-run")?;
    stage.introduce(&popup)?;
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.action === 'try_live'")?;
    both(stage, &popup, "skip")?;
    stage.browser.choose(&popup, "select[data-input=relationship]", "interested_lead")?;
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.decision === 'leave'")?;
    both(stage, &popup, "leave")?;
    stage.browser.click(&popup, "[data-log=voicemail]")?;
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.action === 'rest'")?;
    both(stage, &popup, "rest")?;
    rest(stage, &popup, "rest")?;
    stage.browser.click(&popup, "[data-do=settings]")?;
    both(stage, &popup, "settings")?;
    stage.browser.close(&popup)
}

/// The checklist, the room, the doorway, the days ahead and the settings, each where the eye finds it.
fn room(stage: &mut Stage) -> Result<()> {
    let page = stage.sample("profile")?;
    let popup = stage.press(&page)?;
    stage.browser.click(&popup, "[data-door=assistant]")?;
    stage.browser.wait_until(&popup, "document.querySelectorAll('.strip li').length === 60")?;
    part(stage, &popup, "doorway")?;
    part(stage, &popup, "checklist")?;
    part(stage, &popup, "room")?;
    stage.browser.click(&popup, "[data-part=calendar] summary")?;
    part(stage, &popup, "calendar")?;
    stage.browser.click(&popup, "[data-do=settings]")?;
    stage.browser.fill(&popup, "[data-setting=voicemailCap]", "2")?;
    stage.browser.fill(&popup, "[data-setting=restDays]", "a month")?;
    part(stage, &popup, "settings")?;
    stage.browser.close(&popup)
}

fn part(stage: &mut Stage, page: &Page, name: &str) -> Result<()> {
    let whole = format!("document.querySelector('[data-part={name}]').scrollIntoView({{block: 'start', behavior: 'instant'}})");
    stage.browser.eval(page, &whole)?;
    both(stage, page, &format!("part-{name}"))
}

fn people(stage: &mut Stage) -> Result<()> {
    for name in ["long-names", "team", "speaker", "profile", "directory", "nobody"] {
        let page = stage.sample(name)?;
        let popup = stage.press(&page)?;
        both(stage, &popup, name)?;
        rest(stage, &popup, name)?;
        stage.browser.close(&popup)?;
    }
    Ok(())
}

fn unreadable(stage: &mut Stage) -> Result<()> {
    let page = stage.browser.open("chrome://version/")?;
    let popup = stage.press(&page)?;
    both(stage, &popup, "manual")?;
    stage.browser.close(&popup)
}

/// The side panel's page in a tab of the panel's width: the browser gives no picture of the panel itself.
fn panel(stage: &mut Stage) -> Result<()> {
    let url = format!("chrome-extension://{}/panel.html", stage.extension);
    let page = stage.browser.open(&url)?;
    stage.browser.wait_until(&page, "!!document.documentElement.dataset.ready")?;
    stage.browser.resize(&page, 380, 860)?;
    both(stage, &page, "panel")?;
    stage.browser.close(&page)
}

fn try_page(stage: &mut Stage) -> Result<()> {
    let site = crate::serve::folder(crate::paths::dist("www"))?;
    let page = stage.browser.open(&format!("{site}?page=contact"))?;
    stage.browser.wait_until(&page, "!!document.documentElement.dataset.ready")?;
    both(stage, &page, "www")?;
    stage.browser.close(&page)
}

fn both(stage: &mut Stage, page: &Page, name: &str) -> Result<()> {
    for scheme in ["light", "dark"] {
        stage.browser.prefer(page, scheme)?;
        let png = stage.browser.picture(page)?;
        let file = stage::keep_picture("shots", &format!("{name}-{scheme}"), &png)?;
        println!("{}", file.display());
    }
    stage.browser.prefer(page, "light")
}

/// What lies below, picture by picture.
fn rest(stage: &mut Stage, page: &Page, name: &str) -> Result<()> {
    for at in 2..8 {
        if !stage.browser.scroll_on(page)? {
            break;
        }
        let png = stage.browser.picture(page)?;
        let file = stage::keep_picture("shots", &format!("{name}-light-{at}"), &png)?;
        println!("{}", file.display());
    }
    Ok(())
}
