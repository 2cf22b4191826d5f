//! What Chromium does in its own way.

use std::{collections::HashMap, path::Path, process::Child, time::Duration};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{Browser, Page, start, wire::Wire};
use crate::driven::{Driven, Options};

impl Driven for Browser {
    type Page = Page;
    const BUILT: &'static str = "chromium";
    const PATIENCE: Duration = Duration::from_secs(30);
    const PAUSE: Duration = Duration::from_millis(10);

    fn start(options: &Options<'_>) -> Result<Self> {
        let (child, url) = start::start(options)?;
        let wire = Wire::connect(&url)?;
        let mut browser = Self { child, wire, sessions: HashMap::new(), ahead: options.ahead(), requests: vec![], complaints: vec![] };
        browser.hold_new_targets("")?;
        Ok(browser)
    }

    fn is_fresh(profile: &Path) -> bool {
        !profile.join("Default").exists()
    }

    fn process(&mut self) -> &mut Child {
        &mut self.child
    }

    fn ask_to_close(&mut self) {
        let _ = self.wire.post("", "Browser.close", json!({}));
    }

    fn hear(&mut self, patience: Duration) -> Result<()> {
        self.listen(patience)
    }

    fn troubles(&self) -> String {
        format!("; complaints: {:?}", self.complaints)
    }

    /// The id depends on the folder alone.
    fn load_extension(&mut self, folder: &Path) -> Result<String> {
        let loaded = self.send("", "Extensions.loadUnpacked", json!({"path": folder})).context("could not load the extension")?;
        loaded["id"].as_str().map(str::to_owned).context("Chromium told no extension id")
    }

    fn origin(&mut self, extension: &str) -> Result<String> {
        Ok(format!("chrome-extension://{extension}"))
    }

    fn open(&mut self, url: &str) -> Result<Page> {
        let page = self.open_at_once(url)?;
        // Every tab starts as a blank page that is complete at once.
        let blank = url == "about:blank";
        self.wait_until(&page, &format!("document.readyState === 'complete' && ({blank} || document.URL !== 'about:blank')"))?;
        Ok(page)
    }

    fn opened(&mut self, end: &str) -> Result<Page> {
        let target = self.until(&format!("a page {end} opened"), |browser| {
            Ok(browser.targets()?.into_iter().find(|(.., url)| url.ends_with(end)).map(|(target, ..)| target))
        })?;
        self.attached(&target)
    }

    fn close(&mut self, page: &Page) -> Result<()> {
        self.send("", "Target.closeTarget", json!({"targetId": page.target}))?;
        let target = page.target.clone();
        self.until("the page closed", |browser| Ok((!browser.sessions.contains_key(&target)).then_some(())))
    }

    /// Grants `activeTab` as a user's click does. The popup's page is called `popup.html`.
    fn press_button(&mut self, extension: &str, page: &Page) -> Result<Page> {
        let before: Vec<String> = self.sessions.keys().cloned().collect();
        self.trigger(extension, page)?;
        // By its whole address: the background worker, and a tab that it opens, may come up at the same time.
        let address = format!("{}/popup.html", self.origin(extension)?);
        let target = self.until("the popup opened", |browser| {
            let pages = browser.targets()?;
            let popup = pages.into_iter().find(|(target, _, url)| url.starts_with(&address) && !before.contains(target));
            Ok(popup.map(|(target, ..)| target))
        })?;
        self.attached(&target)
    }

    fn eval(&mut self, page: &Page, expression: &str) -> Result<Value> {
        let how = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let mut told = self.send(&page.session, "Runtime.evaluate", how)?;
        let thrown = &told["exceptionDetails"];
        if !thrown.is_null() {
            let words = thrown["exception"]["description"].as_str().or(thrown["text"].as_str()).unwrap_or_default();
            bail!("{expression}\nthrew {words}");
        }
        Ok(told["result"]["value"].take())
    }

    fn press_mouse(&mut self, page: &Page, x: f64, y: f64) -> Result<()> {
        let press = |kind| json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
        self.send(&page.session, "Input.dispatchMouseEvent", press("mousePressed"))?;
        self.send_last(page, "Input.dispatchMouseEvent", press("mouseReleased"))
    }

    fn write(&mut self, page: &Page, words: &str) -> Result<()> {
        self.send(&page.session, "Input.insertText", json!({"text": words}))?;
        Ok(())
    }

    fn press_delete(&mut self, page: &Page) -> Result<()> {
        self.press(page, "Delete")
    }

    fn shoot(&mut self, page: &Page) -> Result<Value> {
        Ok(self.send(&page.session, "Page.captureScreenshot", json!({"format": "png"}))?["data"].take())
    }
}
