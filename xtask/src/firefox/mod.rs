//! A real Firefox, driven over Marionette alone: tabs, the toolbar button, the popup it opens, the sidebar, and the clock they see.
//!
//! Marionette calls neither a popup nor a sidebar a page of its own, so that everything goes through the browser's window: its script asks the
//! frame beside each page, and the mouse and the keys are the window's.

mod drive;
mod stage;
mod start;
mod wire;

use std::process::Child;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use self::wire::Wire;
pub use self::{stage::Stage, start::executable};
use crate::driven::Driven;

pub struct Browser {
    child: Child,
    wire: Wire,
}

/// A tab, a popup or a sidebar, by the number that Firefox gives what it stands in: it stays when the page goes on to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    id: u64,
}

impl Browser {
    /// The host of the extension's own pages, which is another in every profile.
    fn host_of(&mut self, extension: &str) -> Result<String> {
        let host = self.until("the extension has its pages", |browser| {
            let host = browser.window("host", &[extension.into()])?;
            Ok(host.as_str().map(str::to_owned))
        })?;
        Ok(host)
    }

    /// Whether the tab, the popup or the sidebar is still there.
    pub fn is_there(&mut self, page: &Page) -> Result<bool> {
        Ok(self.window("isThere", &[page.id.into()])? == true)
    }

    /// Presses the toolbar button with the mouse where it opens the sidebar.
    pub fn press_button_for_sidebar(&mut self, extension: &str, page: &Page) -> Result<Page> {
        self.press_it(extension, page)?;
        self.sidebar()
    }

    fn press_it(&mut self, extension: &str, page: &Page) -> Result<()> {
        self.window("show", &[page.id.into()])?;
        self.press_in_window(&format!("#{}-BAP", widget(extension)))
    }

    /// Says yes where Firefox asks whether the extension may have a permission.
    pub fn allow_permission(&mut self) -> Result<()> {
        let mut pressed = false;
        // Firefox takes no press in the first moment, so that nobody allows what they have not read.
        self.until("the permission was given", |browser| {
            let at = browser.window("middle", &[ALLOW.into()])?;
            if at.is_array() {
                browser.mouse(&at)?;
            }
            pressed |= at.is_array();
            Ok((pressed && !at.is_array()).then_some(()))
        })
    }

    /// Presses something that the window itself shows, in its middle.
    fn press_in_window(&mut self, css: &str) -> Result<()> {
        let at = self.until(&format!("the window shows {css}"), |browser| {
            let at = browser.window("middle", &[css.into()])?;
            Ok(at.is_array().then_some(at))
        })?;
        self.mouse(&at)
    }

    /// The extension's page in the sidebar, once it stands there.
    pub fn sidebar(&mut self) -> Result<Page> {
        self.until("the sidebar opened", |browser| browser.page("sidebar", &[]))
    }

    /// Presses Alt and Shift and this letter: the browser's own key for a command of the extension's.
    pub fn shortcut(&mut self, letter: char) -> Result<()> {
        let keys = ["\u{E00A}".to_owned(), "\u{E008}".to_owned(), letter.to_ascii_uppercase().to_string()];
        let down = keys.iter().map(|key| json!({"type": "keyDown", "value": key}));
        let up = keys.iter().rev().map(|key| json!({"type": "keyUp", "value": key}));
        let strokes: Vec<Value> = down.chain(up).collect();
        self.act(&json!({"type": "key", "id": "keys", "actions": strokes}))
    }

    /// The popup, once it stands open and shows what it read.
    pub fn popup(&mut self) -> Result<Page> {
        let popup = self.until("the popup opened", |browser| browser.page("popup", &[]))?;
        self.wait_until(&popup, crate::dom::READY)?;
        Ok(popup)
    }

    /// Opens the sidebar as the menu View, Sidebar does.
    pub fn show_sidebar(&mut self, extension: &str) -> Result<Page> {
        self.window("showSidebar", &[format!("{}-sidebar-action", widget(extension)).into()])?;
        self.sidebar()
    }

    /// The words on the clipboard, where there are any.
    pub fn clipboard(&mut self) -> Result<Option<String>> {
        Ok(self.window("clipboard", &[])?.as_str().map(str::to_owned))
    }

    /// Every address asked for so far over the network, behind the origin of the page that asked.
    pub fn requests(&mut self) -> Result<Vec<(String, String)>> {
        Ok(serde_json::from_value(self.window("requests", &[])?)?)
    }

    /// Uncaught errors of the extension's pages so far, and what their security policy refused.
    pub fn complaints(&mut self, extension: &str) -> Result<Vec<String>> {
        let host = self.host_of(extension)?;
        Ok(serde_json::from_value(self.window("complaints", &[host.into()])?)?)
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

const ALLOW: &str = "#addon-webext-permissions-notification .popup-notification-primary-button";

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
        let _ = self.end();
    }
}

impl std::fmt::Debug for Browser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Browser").field("pid", &self.child.id()).finish_non_exhaustive()
    }
}
