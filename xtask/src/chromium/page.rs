//! What is done on one page: asking, waiting, clicking, typing, pictures.

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use serde_json::{Value, json};

use super::Browser;
use crate::dom;

/// A page, a popup or a worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub(super) target: String,
    pub(super) session: String,
}

impl Browser {
    /// The value of a JavaScript expression, a promise's once it is kept.
    pub fn eval(&mut self, page: &Page, expression: &str) -> Result<Value> {
        let how = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let mut told = self.send(&page.session, "Runtime.evaluate", how)?;
        let thrown = &told["exceptionDetails"];
        if !thrown.is_null() {
            let words = thrown["exception"]["description"].as_str().or(thrown["text"].as_str()).unwrap_or_default();
            bail!("{expression}\nthrew {words}");
        }
        Ok(told["result"]["value"].take())
    }

    /// Polls until the expression is true. A page that is just being replaced counts as not yet.
    pub fn wait_until(&mut self, page: &Page, expression: &str) -> Result<()> {
        let waited = self.until(expression, |browser| Ok(browser.eval(page, expression).is_ok_and(|value| value == true).then_some(())));
        if waited.is_err() {
            let seen = self.eval(page, "document.body ? document.body.innerText : ''").unwrap_or_default();
            return waited.with_context(|| format!("the page showed: {seen}"));
        }
        waited
    }

    /// Waits for an element that can be seen.
    pub fn wait_for(&mut self, page: &Page, css: &str) -> Result<()> {
        self.wait_until(page, &dom::visible(css))
    }

    /// Whether there is such an element.
    pub fn has(&mut self, page: &Page, css: &str) -> Result<bool> {
        Ok(self.eval(page, &dom::has(css))? == true)
    }

    /// The words of the first such element, of an input what stands in it.
    pub fn text(&mut self, page: &Page, css: &str) -> Result<String> {
        let value = self.eval(page, &dom::text(css))?;
        value.as_str().map(|text| text.trim().to_owned()).with_context(|| format!("nothing is {css}"))
    }

    /// An attribute of the first such element.
    pub fn attribute(&mut self, page: &Page, css: &str, name: &str) -> Result<Option<String>> {
        let value = self.eval(page, &dom::attribute(css, name))?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Unfolds what the element lies folded in, as its user would.
    fn unfold(&mut self, page: &Page, css: &str) -> Result<()> {
        self.eval(page, &dom::unfold(css))?;
        Ok(())
    }

    /// A real press of the mouse in the middle of the first such element.
    pub fn click(&mut self, page: &Page, css: &str) -> Result<()> {
        self.unfold(page, css)?;
        self.wait_for(page, css)?;
        // Scrolled into view at once, and only pressed when nothing lies over it.
        let place = dom::middle(css);
        let at = self.until(&format!("{css} could be pressed"), |browser| {
            let at = browser.eval(page, &place)?;
            Ok(at.is_array().then_some(at))
        })?;
        for kind in ["mousePressed", "mouseReleased"] {
            let press = json!({"type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1});
            self.send(&page.session, "Input.dispatchMouseEvent", press)?;
        }
        Ok(())
    }

    /// Clicks into a field, empties it and types.
    pub fn fill(&mut self, page: &Page, css: &str, words: &str) -> Result<()> {
        self.click(page, css)?;
        self.eval(page, &dom::select_all(css))?;
        if words.is_empty() {
            return self.press(page, "Delete");
        }
        self.send(&page.session, "Input.insertText", json!({"text": words}))?;
        Ok(())
    }

    /// Clicks into whatever takes text, an editable element too, and types over what stands there.
    pub fn type_into(&mut self, page: &Page, css: &str, words: &str) -> Result<()> {
        self.click(page, css)?;
        self.eval(page, "document.execCommand('selectAll')")?;
        self.send(&page.session, "Input.insertText", json!({"text": words}))?;
        Ok(())
    }

    /// Types where the focus is.
    pub fn write(&mut self, page: &Page, words: &str) -> Result<()> {
        self.send(&page.session, "Input.insertText", json!({"text": words}))?;
        Ok(())
    }

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
        self.send(&page.session, "Input.dispatchKeyEvent", json!({"type": "keyUp", "key": key, "windowsVirtualKeyCode": code}))?;
        Ok(())
    }

    /// Picks an option of a `<select>` as a user's choice does.
    pub fn choose(&mut self, page: &Page, css: &str, value: &str) -> Result<()> {
        self.unfold(page, css)?;
        self.wait_for(page, css)?;
        self.eval(page, &dom::pick(css, value))?;
        Ok(())
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

    /// A PNG of what the page shows.
    pub fn picture(&mut self, page: &Page) -> Result<Vec<u8>> {
        let shot = self.send(&page.session, "Page.captureScreenshot", json!({"format": "png"}))?;
        let data = shot["data"].as_str().context("no picture came")?;
        base64::engine::general_purpose::STANDARD.decode(data).context("the picture is no base64")
    }
}
