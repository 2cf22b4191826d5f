//! Firefox with the built extension in it: what its browser tests play on.

use anyhow::Result;

use super::{Browser, Page};
use crate::{
    dom::READY,
    driven::{self, Driven},
};

pub type Stage = driven::Stage<Browser>;

impl Stage {
    /// Presses the toolbar button where the settings have it open the sidebar.
    pub fn press_for_sidebar(&mut self, page: &Page) -> Result<Page> {
        let sidebar = self.browser.press_button_for_sidebar(&self.extension, page)?;
        self.browser.wait_until(&sidebar, READY)?;
        Ok(sidebar)
    }
}
