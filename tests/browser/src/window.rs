//! A popup, panel or sidebar of either browser, so that one story can be told in both.

use serde_json::Value;
use xtask::{
    dom,
    driven::{Driven, Stage},
};

pub trait Window {
    /// The value of a JavaScript expression, a promise's once it is kept.
    fn eval(&mut self, expression: &str) -> Value;
    fn wait_until(&mut self, expression: &str);
    /// A real press of the mouse.
    fn click(&mut self, css: &str);

    fn text(&mut self, css: &str) -> String {
        self.eval(&dom::text(css)).as_str().unwrap_or_else(|| panic!("nothing is {css}")).trim().to_owned()
    }

    fn attribute(&mut self, css: &str, name: &str) -> Option<String> {
        self.eval(&dom::attribute(css, name)).as_str().map(str::to_owned)
    }
}

impl<B: Driven> Window for (&mut Stage<B>, &B::Page) {
    fn eval(&mut self, expression: &str) -> Value {
        self.0.browser.eval(self.1, expression).unwrap()
    }

    fn wait_until(&mut self, expression: &str) {
        self.0.browser.wait_until(self.1, expression).unwrap();
    }

    fn click(&mut self, css: &str) {
        self.0.browser.click(self.1, css).unwrap();
    }
}
