//! A real Firefox, driven over Marionette alone: tabs, the toolbar button, the popup it opens, the sidebar, and the clock they see.
//!
//! Marionette calls neither a popup nor a sidebar a page of its own, so that everything goes through the browser's window: its script asks the
//! frame beside each page, and the mouse and the keys are the window's.

mod page;
mod stage;
mod start;
mod wire;

use std::{
    path::Path,
    process::Child,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use self::wire::Wire;
pub use self::{page::Page, stage::Stage, start::executable};
use crate::chromium::{Options, unix_milliseconds};

pub struct Browser {
    child: Child,
    wire: Wire,
}

/// How long a word is waited for, on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(90);
/// How often it is asked for.
const PAUSE: Duration = Duration::from_millis(25);

impl Browser {
    /// Starts it, always without a window.
    pub fn start(options: &Options<'_>) -> Result<Self> {
        let (child, port) = start::start(options.profile, options.zone)?;
        let mut browser = Self { child, wire: Wire::connect(port)? };
        browser.wire.send("WebDriver:NewSession", &json!({"capabilities": {}}))?;
        browser.wire.send("Marionette:SetContext", &json!({"value": "chrome"}))?;
        browser.wire.send("WebDriver:SetTimeouts", &json!({"script": 120_000}))?;
        let ahead = options.now.map(|now| now - unix_milliseconds());
        let script = format!("const AHEAD = {}, INSIDE = {};\n{WINDOW}", json!(ahead), json!(INSIDE));
        browser.wire.send("WebDriver:ExecuteScript", &json!({"script": script, "args": []}))?;
        Ok(browser)
    }

    /// Loads an unpacked extension as `about:debugging` does, until Firefox closes. Gives its id.
    pub fn load_extension(&mut self, folder: &Path) -> Result<String> {
        let loaded =
            self.wire.send("Addon:Install", &json!({"path": folder, "temporary": true})).context("could not load the extension")?;
        loaded["value"].as_str().map(str::to_owned).context("Firefox told no extension id")
    }

    /// The host of the extension's own pages, which is another in every profile.
    pub fn host_of(&mut self, extension: &str) -> Result<String> {
        let host = self.until("the extension has its pages", |browser| {
            let host = browser.window("host", &[extension.into()])?;
            Ok(host.as_str().map(str::to_owned))
        })?;
        Ok(host)
    }

    /// Opens a tab in front of the others and waits until the page has loaded.
    pub fn open(&mut self, url: &str) -> Result<Page> {
        let page = self.page("open", &[url.into()])?.context("Firefox opened no tab")?;
        let blank = url == "about:blank";
        self.until(&format!("{url} was loaded"), |browser| {
            Ok((browser.window("isLoaded", &[page.id.into(), blank.into()])? == true).then_some(()))
        })?;
        Ok(page)
    }

    /// The tab whose address ends so, as soon as there is one: something else opened it.
    pub fn opened(&mut self, end: &str) -> Result<Page> {
        self.until(&format!("a tab {end} opened"), |browser| browser.page("tab", &[end.into()]))
    }

    /// Closes a tab, the popup or the sidebar.
    pub fn close(&mut self, page: &Page) -> Result<()> {
        self.window("close", &[page.id.into()])?;
        let page = page.clone();
        self.until("the page closed", |browser| Ok((!browser.is_there(&page)?).then_some(())))
    }

    /// Whether the tab, the popup or the sidebar is still there.
    pub fn is_there(&mut self, page: &Page) -> Result<bool> {
        Ok(self.window("isThere", &[page.id.into()])? == true)
    }

    /// Presses the toolbar button with the mouse while the page's tab is in front. Gives the popup, as soon as it stands open.
    pub fn press_button(&mut self, extension: &str, page: &Page) -> Result<Page> {
        self.press_it(extension, page)?;
        self.until("the popup opened", |browser| browser.page("popup", &[]))
    }

    /// The same press where the button opens the sidebar.
    pub fn press_button_for_sidebar(&mut self, extension: &str, page: &Page) -> Result<Page> {
        self.press_it(extension, page)?;
        self.sidebar()
    }

    fn press_it(&mut self, extension: &str, page: &Page) -> Result<()> {
        self.window("show", &[page.id.into()])?;
        let button = format!("#{}-BAP", widget(extension));
        let at = self.until("the toolbar has the button", |browser| {
            let at = browser.window("middle", &[button.as_str().into()])?;
            Ok(at.is_array().then_some(at))
        })?;
        self.mouse(&at)
    }

    /// The extension's page in the sidebar, once it stands there.
    pub fn sidebar(&mut self) -> Result<Page> {
        self.until("the sidebar opened", |browser| browser.page("sidebar", &[]))
    }

    /// Opens the sidebar as the menu View, Sidebar does.
    pub fn show_sidebar(&mut self, extension: &str) -> Result<Page> {
        self.window("showSidebar", &[format!("{}-sidebar-action", widget(extension)).into()])?;
        self.sidebar()
    }

    /// Every address asked for so far over the network, behind the origin of the page that asked.
    pub fn requests(&mut self) -> Result<Vec<(String, String)>> {
        Ok(serde_json::from_value(self.window("requests", &[])?)?)
    }

    /// Uncaught errors of the extension's pages so far, and what their security policy refused.
    pub fn complaints(&mut self, host: &str) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.window("complaints", &[host.into()])?)?)
    }

    /// Closes the browser as its user would, so that everything is written down.
    pub fn quit(mut self) -> Result<()> {
        self.end()
    }

    /// Ends the browser as a crash would: nothing is written down any more.
    pub fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    fn end(&mut self) -> Result<()> {
        // The answer may be lost: the browser is going.
        let _ = self.wire.send("Marionette:Quit", &json!({"flags": ["eAttemptQuit"]}));
        let end = Instant::now() + Duration::from_secs(60);
        while self.child.try_wait()?.is_none() {
            if Instant::now() > end {
                self.child.kill()?;
                self.child.wait()?;
                bail!("Firefox did not close");
            }
            std::thread::sleep(PAUSE);
        }
        Ok(())
    }

    /// Asks again and again until there is an answer.
    pub fn until<T>(&mut self, what: &str, mut ask: impl FnMut(&mut Self) -> Result<Option<T>>) -> Result<T> {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(answer) = ask(self)? {
                return Ok(answer);
            }
            if Instant::now() > end {
                bail!("waited {} s until {what}", PATIENCE.as_secs());
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// Calls one of `window.js`'s functions.
    fn window(&mut self, name: &str, given: &[Value]) -> Result<Value> {
        // Marionette's own scripts may answer later: the last argument is what takes the answer.
        let script = format!(
            "const told = arguments[arguments.length - 1], given = [...arguments].slice(0, -1);
             (async () => window.aftertone.{name}(...given))().then(value => told({{value}}), error => told({{error: `${{error}}`}}))"
        );
        let mut told = self.wire.send("WebDriver:ExecuteAsyncScript", &json!({"script": script, "args": given}))?;
        if let Some(error) = told["value"]["error"].as_str() {
            bail!("{name}: {error}");
        }
        Ok(told["value"]["value"].take())
    }

    fn page(&mut self, name: &str, given: &[Value]) -> Result<Option<Page>> {
        Ok(self.window(name, given)?.as_u64().map(|id| Page { id }))
    }

    /// Presses the mouse at a place in the window.
    fn mouse(&mut self, at: &Value) -> Result<()> {
        let steps = json!([
            {"type": "pointerMove", "origin": "viewport", "x": at[0].as_f64().map(f64::round), "y": at[1].as_f64().map(f64::round)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]);
        self.act(&json!({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}))
    }

    fn act(&mut self, actions: &Value) -> Result<()> {
        self.wire.send("WebDriver:PerformActions", &json!({"actions": [actions]}))?;
        Ok(())
    }
}

const WINDOW: &str = include_str!("window.js");
const INSIDE: &str = include_str!("inside.js");

/// What Firefox makes of an extension's id to name its widgets.
fn widget(extension: &str) -> String {
    extension
        .to_ascii_lowercase()
        .chars()
        .map(|one| if one.is_ascii_alphanumeric() || one == '_' || one == '-' { one } else { '_' })
        .collect()
}

impl Drop for Browser {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) && self.end().is_err() {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

impl std::fmt::Debug for Browser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Browser").field("pid", &self.child.id()).finish_non_exhaustive()
    }
}
