//! A browser that is driven, whichever it is: what each does in its own way, and what follows from it alike in both.

mod options;
mod process;
mod stage;

use std::{fmt, path::Path, process::Child, time::Duration};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use serde_json::{Value, json};

pub(crate) use self::process::spawned;
pub use self::{
    options::{Options, unix_milliseconds},
    stage::Stage,
};
use crate::{dom, patience::Patience};

pub trait Driven: Sized {
    /// A tab, a popup, a side panel or a sidebar.
    type Page: Clone + fmt::Debug;
    /// Its folder below `dist/`.
    const BUILT: &'static str;
    /// How long a word is waited for, on the slowest machine.
    const PATIENCE: Duration;
    /// How often it is asked for.
    const PAUSE: Duration;

    /// Starts it on a profile.
    fn start(options: &Options<'_>) -> Result<Self>;
    /// Whether the profile was never started on.
    fn is_fresh(profile: &Path) -> bool;
    fn process(&mut self) -> &mut Child;
    /// Asks it to close, as its user would. The answer may be lost: the browser is going.
    fn ask_to_close(&mut self);
    /// Lets so much time pass, and hears what the browser says meanwhile.
    fn hear(&mut self, patience: Duration) -> Result<()>;
    /// What went wrong in its pages so far, to say beside a wait that was in vain.
    fn troubles(&self) -> String;

    /// Loads an unpacked extension and gives its id.
    fn load_extension(&mut self, folder: &Path) -> Result<String>;
    /// Where the extension's own pages are, as `chrome-extension://…`.
    fn origin(&mut self, extension: &str) -> Result<String>;
    /// Opens a tab in front of the others and waits until the page has loaded.
    fn open(&mut self, url: &str) -> Result<Self::Page>;
    /// The tab whose address ends so, as soon as there is one: something else opened it.
    fn opened(&mut self, end: &str) -> Result<Self::Page>;
    /// Closes it and waits until it is gone.
    fn close(&mut self, page: &Self::Page) -> Result<()>;
    /// Presses the toolbar button while the page is in front. Gives the popup, as soon as it runs.
    fn press_button(&mut self, extension: &str, page: &Self::Page) -> Result<Self::Page>;

    /// The value of a JavaScript expression, a promise's once it is kept.
    fn eval(&mut self, page: &Self::Page, expression: &str) -> Result<Value>;
    /// A real press of the mouse at a place on the page.
    fn press_mouse(&mut self, page: &Self::Page, x: f64, y: f64) -> Result<()>;
    /// Types where the focus is.
    fn write(&mut self, page: &Self::Page, words: &str) -> Result<()>;
    /// The key that deletes.
    fn press_delete(&mut self, page: &Self::Page) -> Result<()>;
    /// What the page shows, as a PNG in base64.
    fn shoot(&mut self, page: &Self::Page) -> Result<Value>;

    /// Asks again and again, hearing events in between, until there is an answer.
    fn until<T>(&mut self, what: &str, ask: impl FnMut(&mut Self) -> Result<Option<T>>) -> Result<T> {
        self.until_for(Self::PATIENCE, what, ask)
    }

    /// The same for what may take longer, or must not.
    fn until_for<T>(&mut self, time: Duration, what: &str, mut ask: impl FnMut(&mut Self) -> Result<Option<T>>) -> Result<T> {
        let mut patience = Patience::of(time);
        self.hear(Duration::ZERO)?;
        loop {
            if let Some(answer) = ask(self)? {
                return Ok(answer);
            }
            if patience.is_over() {
                bail!("waited {} s until {what}{}", time.as_secs(), self.troubles());
            }
            self.hear(Self::PAUSE)?;
        }
    }

    /// Polls until the expression is true. A page that is just being replaced counts as not yet.
    fn wait_until(&mut self, page: &Self::Page, expression: &str) -> Result<()> {
        self.wait_for_long(Self::PATIENCE, page, expression)
    }

    /// The same for what may take longer.
    fn wait_for_long(&mut self, time: Duration, page: &Self::Page, expression: &str) -> Result<()> {
        let mut last = String::new();
        let waited = self.until_for(time, expression, |browser| {
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
    fn wait_for(&mut self, page: &Self::Page, css: &str) -> Result<()> {
        self.wait_until(page, &dom::visible(css))
    }

    /// Whether there is such an element.
    fn has(&mut self, page: &Self::Page, css: &str) -> Result<bool> {
        Ok(self.eval(page, &dom::has(css))? == true)
    }

    /// The words of the first such element, of an input what stands in it.
    fn text(&mut self, page: &Self::Page, css: &str) -> Result<String> {
        let value = self.eval(page, &dom::text(css))?;
        value.as_str().map(|text| text.trim().to_owned()).with_context(|| format!("nothing is {css}"))
    }

    /// An attribute of the first such element.
    fn attribute(&mut self, page: &Self::Page, css: &str, name: &str) -> Result<Option<String>> {
        let value = self.eval(page, &dom::attribute(css, name))?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Waits for an element, unfolding what it lies folded in, as its user would.
    fn reach(&mut self, page: &Self::Page, css: &str) -> Result<()> {
        self.eval(page, &dom::unfold(css))?;
        self.wait_for(page, css)
    }

    /// A real press of the mouse in the middle of the first such element.
    fn click(&mut self, page: &Self::Page, css: &str) -> Result<()> {
        self.reach(page, css)?;
        // Scrolled into view at once, and only pressed when nothing lies over it.
        let middle = dom::middle(css);
        let (x, y) = self.until(&format!("{css} could be pressed"), |browser| {
            let at = browser.eval(page, &middle)?;
            Ok(at[0].as_f64().zip(at[1].as_f64()))
        })?;
        self.press_mouse(page, x, y)
    }

    /// Clicks into a field, empties it and types.
    fn fill(&mut self, page: &Self::Page, css: &str, words: &str) -> Result<()> {
        self.click(page, css)?;
        self.wait_until(page, &format!("document.activeElement === document.querySelector({})", json!(css)))?;
        self.eval(page, &dom::select_all(css))?;
        if words.is_empty() { self.press_delete(page) } else { self.write(page, words) }
    }

    /// Clicks into whatever takes text, an editable element too, and types over what stands there.
    fn type_into(&mut self, page: &Self::Page, css: &str, words: &str) -> Result<()> {
        self.click(page, css)?;
        self.wait_until(page, &format!("document.querySelector({}).contains(document.activeElement)", json!(css)))?;
        self.eval(page, "document.execCommand('selectAll')")?;
        self.write(page, words)
    }

    /// Picks an option of a `<select>` as a user's choice does.
    fn choose(&mut self, page: &Self::Page, css: &str, value: &str) -> Result<()> {
        self.reach(page, css)?;
        self.eval(page, &dom::pick(css, value))?;
        Ok(())
    }

    /// A PNG of what the page shows.
    fn picture(&mut self, page: &Self::Page) -> Result<Vec<u8>> {
        let data = self.shoot(page)?;
        base64::engine::general_purpose::STANDARD.decode(data.as_str().context("no picture came")?).context("the picture is no base64")
    }

    /// Closes the browser as its user would, so that everything is written down.
    fn quit(mut self) -> Result<()> {
        self.end()
    }

    /// Ends the browser as a crash or a pulled plug of the program would: nothing is written down any more.
    fn kill(mut self) -> Result<()> {
        let process = self.process();
        process.kill()?;
        process.wait()?;
        Ok(())
    }

    /// What `quit` does; does nothing where the browser is gone already.
    fn end(&mut self) -> Result<()> {
        if self.process().try_wait()?.is_some() {
            return Ok(());
        }
        self.ask_to_close();
        let mut patience = Patience::of(Self::PATIENCE);
        while self.process().try_wait()?.is_none() {
            if patience.is_over() {
                self.process().kill()?;
                self.process().wait()?;
                bail!("the browser did not close");
            }
            // Hearing on lets it finish what it has to say; where it hung up there is nothing more to hear.
            if self.hear(Self::PAUSE).is_err() {
                std::thread::sleep(Self::PAUSE);
            }
        }
        Ok(())
    }
}
