//! A browser with the built extension in it, on pages served on loopback.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{Driven, Options};
use crate::{
    dom::READY,
    paths, serve,
    shown::{SHOWN, Shown},
    stage::SELLER,
};

#[derive(Debug)]
pub struct Stage<B> {
    pub browser: B,
    /// The extension's id.
    pub extension: String,
    /// Where `www/` is served, with a slash at its end.
    pub site: String,
    /// What was loaded: the extension's own files.
    folder: PathBuf,
}

impl<B: Driven> Stage<B> {
    /// Starts the browser and loads what is built for it.
    pub fn open(options: &Options<'_>) -> Result<Self> {
        let built = paths::dist(B::BUILT);
        if !built.join("manifest.json").is_file() {
            bail!("dist/{} is not built: run `cargo xtask build` first", B::BUILT);
        }
        Self::with(built, options)
    }

    /// Starts the browser and loads the extension in that folder.
    pub fn with(folder: PathBuf, options: &Options<'_>) -> Result<Self> {
        Self::at(serve::folder(paths::root().join("www"))?, folder, options)
    }

    fn at(site: String, folder: PathBuf, options: &Options<'_>) -> Result<Self> {
        let fresh = B::is_fresh(options.profile);
        let mut browser = B::start(options)?;
        let extension = browser.load_extension(&folder)?;
        if fresh {
            // Once, after installing: closed again, so that the page under test is in front.
            let first_steps = browser.opened("#/welcome")?;
            browser.close(&first_steps)?;
        }
        Ok(Self { browser, extension, site, folder })
    }

    /// Closes the browser as its user would and starts it again, a minute later, on the same profile. The pages keep their addresses.
    pub fn start_again(self, options: &Options<'_>) -> Result<Self> {
        let later = Options { now: options.now.map(|now| now + 60_000), ..*options };
        self.start_again_after(&later, |_| Ok(()))
    }

    /// The same at a time of one's own, with something done to the profile while the browser is closed; it is told the extension's id.
    pub fn start_again_after(self, options: &Options<'_>, meanwhile: impl FnOnce(&str) -> Result<()>) -> Result<Self> {
        let Self { mut browser, extension, site, folder } = self;
        let origin = browser.origin(&extension)?;
        browser.quit()?;
        meanwhile(&extension)?;
        let mut again = Self::at(site, folder, options)?;
        let came_back = again.browser.origin(&again.extension)?;
        if came_back != origin {
            bail!("the extension came back as another: {origin}, then {came_back}");
        }
        Ok(again)
    }

    /// Opens one of the extension's own pages in a tab, with what stands behind its name, and waits until it is there.
    pub fn own_page(&mut self, name: &str) -> Result<B::Page> {
        let origin = self.browser.origin(&self.extension)?;
        let page = self.browser.open(&format!("{origin}/{name}"))?;
        self.browser.wait_until(&page, READY)?;
        Ok(page)
    }

    /// Opens one of the sample pages by its name.
    pub fn sample(&mut self, name: &str) -> Result<B::Page> {
        let url = format!("{}samples/{name}.html", self.site);
        self.browser.open(&url)
    }

    /// Presses the toolbar button on the page and waits until the decision is painted.
    pub fn press(&mut self, page: &B::Page) -> Result<B::Page> {
        let popup = self.browser.press_button(&self.extension, page)?;
        self.browser.wait_until(&popup, READY)?;
        Ok(popup)
    }

    /// Types who is calling into the form of the first run, and picks a goal.
    pub fn introduce(&mut self, popup: &B::Page) -> Result<()> {
        for (field, words) in SELLER {
            self.browser.fill(popup, &format!("input[data-seller={field}]"), words)?;
        }
        self.browser.click(popup, "[data-do=seller-done]")?;
        self.browser.choose(popup, "select[data-input=goal]", "callback")
    }

    /// What the popup shows, by the attributes that stay.
    pub fn shown(&mut self, popup: &B::Page) -> Result<Shown> {
        Ok(Shown::of(&self.browser.eval(popup, SHOWN)?))
    }
}
