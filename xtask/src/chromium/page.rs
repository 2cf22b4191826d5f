//! What is done on one page in Chromium alone: keys by name, files, the clipboard, sizes and what the system prefers.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Browser;
use crate::driven::Driven;

/// A page, a popup or a worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub(super) target: String,
    pub(super) session: String,
}

impl Browser {
    /// Lets the pages of this one's origin read the clipboard, to see what was copied.
    pub fn allow_clipboard(&mut self, page: &Page) -> Result<()> {
        let origin = self.eval(page, "location.origin")?;
        self.send(
            "",
            "Browser.grantPermissions",
            json!({"origin": origin, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}),
        )?;
        Ok(())
    }

    /// One key, by its name (`Enter`, `Tab`, `1`).
    pub fn press(&mut self, page: &Page, key: &str) -> Result<()> {
        let text = match key {
            "Enter" => Some("\r"),
            _ if key.chars().count() == 1 => Some(key),
            _ => None,
        };
        let code = match key {
            "Enter" => 13,
            "Tab" => 9,
            "Delete" => 46,
            "Escape" => 27,
            "ArrowLeft" => 37,
            "ArrowUp" => 38,
            "ArrowRight" => 39,
            "ArrowDown" => 40,
            _ => key.bytes().next().map_or(0, |byte| byte.to_ascii_uppercase().into()),
        };
        let mut down = json!({"type": "keyDown", "key": key, "windowsVirtualKeyCode": code});
        // A key without text must not have any, not even none.
        if let Some(text) = text {
            down["text"] = text.into();
        }
        self.send(&page.session, "Input.dispatchKeyEvent", down)?;
        self.send_last(page, "Input.dispatchKeyEvent", json!({"type": "keyUp", "key": key, "windowsVirtualKeyCode": code}))
    }

    /// Chooses a file for an input, as the browser's dialog does.
    pub fn choose_file(&mut self, page: &Page, css: &str, file: &std::path::Path) -> Result<()> {
        let found =
            self.send(&page.session, "Runtime.evaluate", json!({"expression": format!("document.querySelector({})", json!(css))}))?;
        let object = found["result"]["objectId"].as_str().with_context(|| format!("nothing is {css}"))?.to_owned();
        self.send(&page.session, "DOM.setFileInputFiles", json!({"objectId": object, "files": [file]}))?;
        Ok(())
    }

    /// Goes on to another address in the same tab.
    pub fn navigate(&mut self, page: &Page, url: &str) -> Result<()> {
        self.send(&page.session, "Page.navigate", json!({"url": url}))?;
        Ok(())
    }

    pub fn bring_to_front(&mut self, page: &Page) -> Result<()> {
        self.send(&page.session, "Page.bringToFront", json!({}))?;
        Ok(())
    }

    /// Light or dark, as the system would prefer.
    pub fn prefer(&mut self, page: &Page, scheme: &str) -> Result<()> {
        self.emulate(page, &[("prefers-color-scheme", scheme)])
    }

    /// What the system would prefer, by media feature: these, and of every other what it is.
    pub fn emulate(&mut self, page: &Page, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> = features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        let how = json!({"features": features});
        self.send(&page.session, "Emulation.setEmulatedMedia", how)?;
        Ok(())
    }

    /// Gives the page a size of its own.
    pub fn resize(&mut self, page: &Page, width: u32, height: u32) -> Result<()> {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.send(&page.session, "Emulation.setDeviceMetricsOverride", size)?;
        Ok(())
    }

    /// Scrolls what scrolls most down by most of a view. False where it is at its end.
    pub fn scroll_on(&mut self, page: &Page) -> Result<bool> {
        let on = "(() => { const all = [document.scrollingElement, ...document.querySelectorAll('body *')].filter(e => getComputedStyle(e).overflowY !== 'visible');
                  const most = all.reduce((a, b) => b.scrollHeight - b.clientHeight > a.scrollHeight - a.clientHeight ? b : a, document.scrollingElement);
                  const before = most.scrollTop; most.scrollTop += most.clientHeight * 0.9; return most.scrollTop > before + 1 })()";
        Ok(self.eval(page, on)? == true)
    }

    /// A PNG of the page at a size of its own, see-through where it paints nothing.
    pub fn picture_of_size(&mut self, page: &Page, width: u32, height: u32) -> Result<Vec<u8>> {
        self.resize(page, width, height)?;
        self.send(&page.session, "Emulation.setDefaultBackgroundColorOverride", json!({"color": {"r": 0, "g": 0, "b": 0, "a": 0}}))?;
        self.picture(page)
    }
}
