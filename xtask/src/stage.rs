//! A browser with the built extension in it, on pages served on loopback: what `run`, `shots` and the browser tests play on.

use std::time::{Duration, Instant};
use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::{
    chromium::{Browser, Options, Page},
    dom::READY,
    paths, serve,
    shown::{SHOWN, Shown},
};

#[derive(Debug)]
pub struct Stage {
    pub browser: Browser,
    /// The extension's id.
    pub extension: String,
    /// Where `www/` is served, with a slash at its end.
    pub site: String,
}

/// A Monday, 14:05 in Chicago: within everybody's calling hours in the United States.
pub const MONDAY: &str = "2026-11-23T14:05:00-06:00";
/// The same as milliseconds since 1970.
pub const MONDAY_MS: i64 = 1_795_464_300_000;
pub const ZONE: &str = "America/Chicago";

/// A made-up seller, by the popup's fields.
pub const SELLER: [(&str, &str); 4] = [
    ("name", "Sam Reyes"),
    ("organization", "Brightline Freight"),
    ("telephone", "+13125550188"),
    ("offer", "cut freight bills by a tenth for packaging plants"),
];

/// Without a window, on a fixed Monday in Chicago, whatever day and zone it is here.
pub fn monday(profile: &Path) -> Options<'_> {
    Options { profile, headless: true, now: Some(MONDAY_MS), zone: Some(ZONE), lang: None }
}

impl Stage {
    /// Starts the browser and loads `dist/chromium` into it.
    pub fn open(options: &Options<'_>) -> Result<Self> {
        let built = paths::dist("chromium");
        if !built.join("manifest.json").is_file() {
            bail!("dist/chromium is not built: run `cargo xtask build` first");
        }
        let fresh = !options.profile.join("Default").exists();
        let mut browser = Browser::start(options)?;
        let extension = browser.load_extension(&built)?;
        if fresh {
            // Once, after installing: closed again, so that the page under test is in front.
            let first_steps = browser.opened("#/welcome")?;
            browser.close(&first_steps)?;
        }
        let site = serve::folder(paths::root().join("www"))?;
        Ok(Self { browser, extension, site })
    }

    /// Closes the browser as its user would and starts it again, a minute later, on the same profile. The pages keep their addresses.
    pub fn start_again(self, options: &Options<'_>) -> Result<Self> {
        let Self { browser, extension, site } = self;
        browser.quit()?;
        let later = Options { now: options.now.map(|now| now + 60_000), ..*options };
        let mut browser = Browser::start(&later)?;
        let again = browser.load_extension(&paths::dist("chromium"))?;
        if again != extension {
            bail!("the extension came back as another: {extension}, then {again}");
        }
        Ok(Self { browser, extension, site })
    }

    /// On a fixed Monday in Chicago, without a window.
    pub fn on_monday(profile: &Path) -> Result<Self> {
        Self::open(&monday(profile))
    }

    /// Opens one of the extension's own pages in a tab, with what stands behind its name, and waits until it is there.
    pub fn own_page(&mut self, name: &str) -> Result<Page> {
        let page = self.browser.open(&format!("chrome-extension://{}/{name}", self.extension))?;
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
        // Headless Chromium now and then takes a popup away again as it opens (2026-11): nothing in it answers then, and a second press
        // opens it. One that answers is waited for as long as anything else.
        for _ in 0..2 {
            let popup = self.browser.press_button(&self.extension, page)?;
            if self.answers(&popup) {
                self.browser.wait_until(&popup, READY)?;
                return Ok(popup);
            }
            eprintln!("  the popup was gone as it opened; pressing again");
        }
        let popup = self.browser.press_button(&self.extension, page)?;
        self.browser.wait_until(&popup, READY)?;
        Ok(popup)
    }

    /// Whether anything in the popup answers and is ready within a few seconds, or answers still after them.
    fn answers(&mut self, popup: &Page) -> bool {
        let end = Instant::now() + Duration::from_secs(8);
        let mut last = false;
        while Instant::now() < end {
            let told = self.browser.eval(popup, READY);
            last = told.is_ok();
            if told.is_ok_and(|ready| ready == true) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        last
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

/// Writes a picture below `target/`, and gives its path.
pub fn keep_picture(folder: &str, name: &str, png: &[u8]) -> Result<std::path::PathBuf> {
    let folder = paths::target().join(folder);
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{name}.png"));
    fs::write(&file, png).with_context(|| format!("could not write {}", file.display()))?;
    Ok(file)
}
