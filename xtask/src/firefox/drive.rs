//! What Firefox does in its own way.

use std::{path::Path, process::Child, time::Duration};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{Browser, INSIDE, Page, WINDOW, start, wire::Wire};
use crate::driven::{Driven, Options};

impl Driven for Browser {
    type Page = Page;
    const BUILT: &'static str = "firefox";
    const PATIENCE: Duration = Duration::from_secs(90);
    const PAUSE: Duration = Duration::from_millis(25);

    fn start(options: &Options<'_>) -> Result<Self> {
        let (child, port) = start::start(options.profile, options.zone)?;
        let mut browser = Self { child, wire: Wire::connect(port)? };
        browser.wire.send("WebDriver:NewSession", &json!({"capabilities": {}}))?;
        browser.wire.send("Marionette:SetContext", &json!({"value": "chrome"}))?;
        // Longer than the wire is patient: Firefox would count the time in which it stood still.
        browser.wire.send("WebDriver:SetTimeouts", &json!({"script": 3_600_000}))?;
        let script = format!("const AHEAD = {}, INSIDE = {};\n{WINDOW}", json!(options.ahead()), json!(INSIDE));
        browser.wire.send("WebDriver:ExecuteScript", &json!({"script": script, "args": []}))?;
        Ok(browser)
    }

    fn is_fresh(profile: &Path) -> bool {
        !profile.join("prefs.js").exists()
    }

    fn process(&mut self) -> &mut Child {
        &mut self.child
    }

    fn ask_to_close(&mut self) {
        let _ = self.wire.send("Marionette:Quit", &json!({"flags": ["eAttemptQuit"]}));
    }

    /// Firefox says nothing by itself.
    fn hear(&mut self, patience: Duration) -> Result<()> {
        std::thread::sleep(patience);
        Ok(())
    }

    fn troubles(&self) -> String {
        String::new()
    }

    /// As `about:debugging` does, until Firefox closes.
    fn load_extension(&mut self, folder: &Path) -> Result<String> {
        let loaded =
            self.wire.send("Addon:Install", &json!({"path": folder, "temporary": true})).context("could not load the extension")?;
        loaded["value"].as_str().map(str::to_owned).context("Firefox told no extension id")
    }

    fn origin(&mut self, extension: &str) -> Result<String> {
        Ok(format!("moz-extension://{}", self.host_of(extension)?))
    }

    fn open(&mut self, url: &str) -> Result<Page> {
        let page = self.page("open", &[url.into()])?.context("Firefox opened no tab")?;
        let blank = url == "about:blank";
        self.until(&format!("{url} was loaded"), |browser| {
            Ok((browser.window("isLoaded", &[page.id.into(), blank.into()])? == true).then_some(()))
        })?;
        Ok(page)
    }

    fn opened(&mut self, end: &str) -> Result<Page> {
        self.until(&format!("a tab {end} opened"), |browser| browser.page("tab", &[end.into()]))
    }

    fn close(&mut self, page: &Page) -> Result<()> {
        self.window("close", &[page.id.into()])?;
        let page = page.clone();
        self.until("the page closed", |browser| Ok((!browser.is_there(&page)?).then_some(())))
    }

    /// With the mouse. Gives the popup as soon as it stands open.
    fn press_button(&mut self, extension: &str, page: &Page) -> Result<Page> {
        self.press_it(extension, page)?;
        self.until("the popup opened", |browser| browser.page("popup", &[]))
    }

    fn eval(&mut self, page: &Page, expression: &str) -> Result<Value> {
        let told = self.window("ask", &[page.id.into(), expression.into()])?;
        if let Some(json) = told["json"].as_str() {
            return Ok(serde_json::from_str(json)?);
        }
        match told["threw"].as_str() {
            Some(error) => bail!("{expression}\nthrew {error}"),
            None => bail!("the page went away while it was asked {expression}"),
        }
    }

    fn press_mouse(&mut self, page: &Page, x: f64, y: f64) -> Result<()> {
        let place = self.window("place", &[page.id.into()])?;
        let (left, top) = place["x"].as_f64().zip(place["y"].as_f64()).context("the page is not there any more")?;
        self.mouse(&json!([x + left, y + top]))
    }

    /// One key after another, wherever the focus is.
    fn write(&mut self, _: &Page, words: &str) -> Result<()> {
        let strokes: Vec<Value> =
            words.chars().flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": key.to_string()}))).collect();
        self.act(&json!({"type": "key", "id": "keys", "actions": strokes}))
    }

    fn press_delete(&mut self, page: &Page) -> Result<()> {
        self.write(page, "\u{E017}")
    }

    fn shoot(&mut self, page: &Page) -> Result<Value> {
        self.window("picture", &[page.id.into()])
    }
}
