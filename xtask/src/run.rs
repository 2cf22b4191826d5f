//! `cargo xtask run`: the extension in a browser, on a prospect's page, with the popup open.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{
    assemble,
    chromium::{Browser, Options, Page},
    driven::Driven,
    paths, serve,
    shown::Shown,
    stage::{self, SELLER, Stage},
    wasm::Profile,
};

#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// A file or an address to stand on; none: a sample.
    pub page: Option<String>,
    /// The try page instead of the extension.
    pub www: bool,
    pub headless: bool,
}

pub fn run(choices: &Choices) -> Result<()> {
    assemble::build(Profile::Ship)?;
    let headless = choices.headless || !has_display();
    if choices.www { try_page(headless) } else { extension(choices, headless) }
}

fn extension(choices: &Choices, headless: bool) -> Result<()> {
    let profile = tempfile::tempdir()?;
    let mut stage = Stage::open(&Options { profile: profile.path(), headless, now: None, zone: None, lang: None })?;
    let page = match &choices.page {
        None => stage.sample("contact")?,
        Some(page) => stage.browser.open(&address(page)?)?,
    };
    stage.browser.bring_to_front(&page)?;
    let popup = stage.press(&page)?;
    if !headless {
        how_to_load();
        println!("\nThe popup stands open. Close the browser to end this.");
        return stage.browser.wait_for_user();
    }
    println!("There is no display, so this ran without a window. {} of {} is calling.\n", SELLER[0].1, SELLER[1].1);
    introduce(&mut stage, &popup)?;
    let shown = stage.shown(&popup)?;
    tell(&shown, &rows(&mut stage.browser, &popup)?);
    let file = stage::keep_picture("run", "popup", &stage.browser.picture(&popup)?)?;
    println!("\nThe popup's picture: {}", file.display());
    stage.browser.quit()?;
    how_to_load();
    Ok(())
}

fn introduce(stage: &mut Stage, popup: &Page) -> Result<()> {
    if stage.browser.has(popup, "input[data-seller=name]")? {
        stage.introduce(popup)?;
    }
    Ok(())
}

/// The rows that have an answer, as "yes  Is there a reason …".
fn rows(browser: &mut Browser, popup: &Page) -> Result<Vec<String>> {
    let told = browser.eval(
        popup,
        "[...document.querySelectorAll('[data-rule]')].filter(row => row.dataset.answer !== 'unknown')
            .map(row => `${row.dataset.answer.padEnd(4)} ${row.dataset.rule}`)",
    )?;
    Ok(told.as_array().map(|rows| rows.iter().filter_map(|row| row.as_str().map(str::to_owned)).collect()).unwrap_or_default())
}

fn tell(shown: &Shown, rows: &[String]) {
    let or = |text: &str, other: &str| if text.is_empty() { other.to_owned() } else { text.to_owned() };
    println!("Read      {}, {}", or(&shown.name, "nobody"), or(&shown.telephone, "no number"));
    println!("Decided   {} ({}): {}", shown.decision, shown.action, shown.headline);
    println!("Because   {}", shown.because);
    for row in rows {
        println!("          {row}");
    }
    println!("Message   {}", or(&shown.script, "none yet"));
    for error in &shown.errors {
        println!("Error     {error}");
    }
}

fn try_page(headless: bool) -> Result<()> {
    let site = serve::folder(paths::dist("www"))?;
    println!("The try page: {site}");
    let profile = tempfile::tempdir()?;
    let mut browser = Browser::start(&Options { profile: profile.path(), headless, now: None, zone: None, lang: None })?;
    let page = browser.open(&format!("{site}?page=contact"))?;
    browser.wait_until(&page, "!!document.documentElement.dataset.ready")?;
    if !headless {
        println!("Close the browser to end this.");
        return browser.wait_for_user();
    }
    let file = stage::keep_picture("run", "www", &browser.picture(&page)?)?;
    println!("There is no display, so this ran without a window. Its picture: {}", file.display());
    browser.quit()
}

/// A file's own address on loopback (a popup may not read `file:` pages unasked), or the address as it is.
fn address(page: &str) -> Result<String> {
    if page.contains("://") {
        return Ok(page.to_owned());
    }
    let file = Path::new(page).canonicalize().with_context(|| format!("there is no file {page}"))?;
    let (Some(folder), Some(name)) = (file.parent(), file.file_name().and_then(|name| name.to_str())) else { bail!("{page} is no file") };
    Ok(serve::folder(folder.to_owned())? + name)
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "macos", windows)) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn how_to_load() {
    let chromium = paths::dist("chromium");
    let firefox = paths::dist("firefox");
    println!(
        "
Load it into your own browser:
  Chrome, Chromium   chrome://extensions, switch on Developer mode, Load unpacked: {chromium}
  Edge               edge://extensions, switch on Developer mode, Load unpacked: {chromium}
  Firefox            about:debugging#/runtime/this-firefox, Load Temporary Add-on: {firefox}",
        chromium = chromium.display(),
        firefox = firefox.join("manifest.json").display()
    );
}
