//! The popup and the workbench in each language: whether what is longer than English still fits.

use anyhow::Result;

use super::{both, go};
use crate::{
    driven::{Driven, Options},
    stage::{Stage, monday},
};

const LANGUAGES: [&str; 4] = ["en-US", "de", "es", "fr"];

pub fn take() -> Result<()> {
    for lang in LANGUAGES {
        let profile = tempfile::tempdir()?;
        let mut stage = Stage::open(&Options { lang: Some(lang), ..monday(profile.path()) })?;
        one(&mut stage, &lang.to_lowercase())?;
        stage.browser.quit()?;
    }
    Ok(())
}

fn one(stage: &mut Stage, lang: &str) -> Result<()> {
    let page = stage.sample("contact")?;
    let popup = stage.press(&page)?;
    both(stage, &popup, &format!("{lang}-first-run"))?;
    stage.introduce(&popup)?;
    both(stage, &popup, &format!("{lang}-skip"))?;
    stage.browser.choose(&popup, "select[data-input=relationship]", "interested_lead")?;
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.decision === 'leave'")?;
    both(stage, &popup, &format!("{lang}-leave"))?;
    stage.browser.click(&popup, "[data-log=voicemail]")?;
    stage.browser.wait_until(&popup, "document.querySelectorAll('.strip li').length === 60")?;
    both(stage, &popup, &format!("{lang}-rest"))?;
    for name in ["doorway", "checklist", "room", "calendar", "touches"] {
        stage.browser.eval(&popup, &format!("document.querySelector('[data-part={name}]').scrollIntoView({{ behavior: 'instant' }})"))?;
        both(stage, &popup, &format!("{lang}-{name}"))?;
    }
    stage.browser.click(&popup, "[data-do=settings]")?;
    both(stage, &popup, &format!("{lang}-settings"))?;
    stage.browser.close(&popup)?;
    let bench = stage.own_page("workbench.html#/due")?;
    both(stage, &bench, &format!("{lang}-bench-due"))?;
    for (route, there) in [
        ("people", "[data-part=people]"),
        ("pins", "[data-part=shelf]"),
        ("results", "[data-results]"),
        ("exchange", ".exports"),
        ("settings", "[data-part=settings]"),
        ("privacy", "[data-part=keys]"),
        ("welcome", ".schools"),
    ] {
        go(stage, &bench, route, there)?;
        both(stage, &bench, &format!("{lang}-bench-{route}"))?;
    }
    go(stage, &bench, "people", "[data-part=people] .row")?;
    stage.browser.click(&bench, "[data-part=people] .row")?;
    stage.browser.wait_for(&bench, "form[data-act=add]")?;
    both(stage, &bench, &format!("{lang}-bench-person"))?;
    stage.browser.close(&bench)
}
