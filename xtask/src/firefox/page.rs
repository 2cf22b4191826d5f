//! What is done on one page: asking, waiting, clicking, typing, pictures.

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use serde_json::{Value, json};

use super::Browser;
use crate::dom;

/// A tab, a popup or a sidebar, by the number that Firefox gives what it stands in: it stays when the page goes on to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub(super) id: u64,
}

impl Browser {
    /// The value of a JavaScript expression, a promise's once it is kept.
    pub fn eval(&mut self, page: &Page, expression: &str) -> Result<Value> {
        let told = self.window("ask", &[page.id.into(), expression.into()])?;
        if let Some(json) = told["json"].as_str() {
            return Ok(serde_json::from_str(json)?);
        }
        match told["threw"].as_str() {
            Some(error) => bail!("{expression}\nthrew {error}"),
            None => bail!("the page went away while it was asked {expression}"),
        }
    }

    /// Polls until the expression is true. A page that is just being replaced counts as not yet.
    pub fn wait_until(&mut self, page: &Page, expression: &str) -> Result<()> {
        let mut last = String::new();
        let waited = self.until(expression, |browser| {
            let told = browser.eval(page, expression);
            last = format!("{told:?}");
            Ok(told.is_ok_and(|value| value == true).then_some(()))
        });
        if waited.is_err() {
            let seen = self.eval(page, "document.body ? document.body.innerText : ''").unwrap_or_default();
            return waited.with_context(|| format!("the last answer was {last}; the page showed: {seen}"));
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

    /// A real press of the mouse in the middle of the first such element.
    pub fn click(&mut self, page: &Page, css: &str) -> Result<()> {
        self.eval(page, &dom::unfold(css))?;
        self.wait_for(page, css)?;
        // Scrolled into view at once, and only pressed when nothing lies over it.
        let middle = dom::middle(css);
        let at = self.until(&format!("{css} could be pressed"), |browser| {
            let at = browser.eval(page, &middle)?;
            Ok(at.is_array().then_some(at))
        })?;
        let place = self.window("place", &[page.id.into()])?;
        let along = |axis: usize, name: &str| Some(at[axis].as_f64()? + place[name].as_f64()?);
        self.mouse(&json!([along(0, "x"), along(1, "y")]))
    }

    /// Clicks into a field, empties it and types.
    pub fn fill(&mut self, page: &Page, css: &str, words: &str) -> Result<()> {
        self.click(page, css)?;
        self.wait_until(page, &format!("document.activeElement === document.querySelector({})", json!(css)))?;
        self.eval(page, &dom::select_all(css))?;
        self.keys(if words.is_empty() { "\u{E017}" } else { words })
    }

    /// Clicks into whatever takes text, an editable element too, and types over what stands there.
    pub fn type_into(&mut self, page: &Page, css: &str, words: &str) -> Result<()> {
        self.click(page, css)?;
        self.wait_until(page, &format!("document.querySelector({}).contains(document.activeElement)", json!(css)))?;
        self.eval(page, "document.execCommand('selectAll')")?;
        self.keys(words)
    }

    /// Types these keys, one after another, wherever the focus is.
    pub fn keys(&mut self, words: &str) -> Result<()> {
        let strokes: Vec<Value> =
            words.chars().flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": key.to_string()}))).collect();
        self.act(&json!({"type": "key", "id": "keys", "actions": strokes}))
    }

    /// Picks an option of a `<select>` as a user's choice does.
    pub fn choose(&mut self, page: &Page, css: &str, value: &str) -> Result<()> {
        self.eval(page, &dom::unfold(css))?;
        self.wait_for(page, css)?;
        self.eval(page, &dom::pick(css, value))?;
        Ok(())
    }

    /// A PNG of what the page shows.
    pub fn picture(&mut self, page: &Page) -> Result<Vec<u8>> {
        let data = self.window("picture", &[page.id.into()])?;
        base64::engine::general_purpose::STANDARD.decode(data.as_str().context("no picture came")?).context("the picture is no base64")
    }
}
