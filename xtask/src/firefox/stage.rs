//! Firefox with the built extension in it, on pages served on loopback: what its browser tests play on.

use anyhow::{Result, bail};

use super::{Browser, Page};
use crate::{
    chromium::Options,
    dom::READY,
    paths, serve,
    shown::{SHOWN, Shown},
    stage::SELLER,
};

#[derive(Debug)]
pub struct Stage {
    pub browser: Browser,
    /// The extension's id, and the host of its pages.
    pub extension: String,
    pub host: String,
    /// Where `www/` is served, with a slash at its end.
    pub site: String,
}

impl Stage {
    /// Starts the browser and loads `dist/firefox` into it.
    pub fn open(options: &Options<'_>) -> Result<Self> {
        let site = serve::folder(paths::root().join("www"))?;
        Self::at(options, site)
    }

    fn at(options: &Options<'_>, site: String) -> Result<Self> {
        let built = paths::dist("firefox");
        if !built.join("manifest.json").is_file() {
            bail!("dist/firefox is not built: run `cargo xtask build` first");
        }
        let fresh = !options.profile.join("prefs.js").exists();
        let mut browser = Browser::start(options)?;
        let extension = browser.load_extension(&built)?;
        let host = browser.host_of(&extension)?;
        if fresh {
            // Once, after installing: closed again, so that the page under test is in front.
            let first_steps = browser.opened("#/welcome")?;
            browser.close(&first_steps)?;
        }
        Ok(Self { browser, extension, host, site })
    }

    /// Closes the browser as its user would and starts it again, a minute later, on the same profile. The pages keep their addresses.
    pub fn start_again(self, options: &Options<'_>) -> Result<Self> {
        let Self { browser, host, site, .. } = self;
        browser.quit()?;
        let again = Self::at(&Options { now: options.now.map(|now| now + 60_000), ..*options }, site)?;
        if again.host != host {
            bail!("the extension came back as another: {host}, then {}", again.host);
        }
        Ok(again)
    }

    /// Opens one of the extension's own pages in a tab and waits until it is there.
    pub fn own_page(&mut self, name: &str) -> Result<Page> {
        let page = self.browser.open(&format!("moz-extension://{}/{name}", self.host))?;
        self.browser.wait_until(&page, READY)?;
        Ok(page)
    }

    /// Opens one of the sample pages by its name.
    pub fn sample(&mut self, name: &str) -> Result<Page> {
        let url = format!("{}samples/{name}.html", self.site);
        self.browser.open(&url)
    }

    /// Presses the toolbar button on the page and waits until the decision is painted.
    pub fn press(&mut self, page: &Page) -> Result<Page> {
        let popup = self.browser.press_button(&self.extension, page)?;
        self.browser.wait_until(&popup, READY)?;
        Ok(popup)
    }

    /// Presses the toolbar button where the settings have it open the sidebar.
    pub fn press_for_sidebar(&mut self, page: &Page) -> Result<Page> {
        let sidebar = self.browser.press_button_for_sidebar(&self.extension, page)?;
        self.browser.wait_until(&sidebar, READY)?;
        Ok(sidebar)
    }

    /// Types who is calling into the form of the first run, and picks a goal.
    pub fn introduce(&mut self, popup: &Page) -> Result<()> {
        for (field, words) in SELLER {
            self.browser.fill(popup, &format!("input[data-seller={field}]"), words)?;
        }
        self.browser.click(popup, "[data-do=seller-done]")?;
        self.browser.choose(popup, "select[data-input=goal]", "callback")
    }

    /// What the popup shows, by the attributes that stay.
    pub fn shown(&mut self, popup: &Page) -> Result<Shown> {
        Ok(Shown::of(&self.browser.eval(popup, SHOWN)?))
    }
}
