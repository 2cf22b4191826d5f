//! The browser extension's pages over the core. Only this package names the browser.
//!
//! Three programs are made of it (`src/bin/`), so that the click loads nothing of the workbench, and a page's reader holds nothing but itself:
//! `reader` reads a page; `popup` decides and shows, for the popup, the side panel and the try page; `workbench` is the full page.

// `view!` names `::sycamore`; here that is this crate's own `elements`.
extern crate self as sycamore;
use elements::{prelude, rt};

mod app;
mod carried;
mod chrome;
mod chrome_store;
mod clock;
#[cfg(feature = "contract")]
mod contract;
mod desk;
mod elements;
mod judged;
mod local_store;
mod locks;
mod merge;
mod pending;
mod reader;
mod remind;
mod shelf;
mod tab;
mod tree;
mod views;
mod words;
mod workbench;

pub use reader::read;

/// Gets ready to read pages.
pub fn reader() {
    carried::take();
}

/// Opens the popup, the side panel or the try page: the page says which, in `<html data-door>`.
pub fn popup() {
    begin();
    app::open(match named().as_deref() {
        Some("panel") => app::Door::Panel,
        Some("try") => app::Door::Try,
        _ => app::Door::Popup,
    });
}

/// Opens the workbench.
pub fn workbench() {
    begin();
    workbench::open();
}

/// Holds the browser's stores to what every store must do. Not shipped.
#[cfg(feature = "contract")]
pub fn contract() {
    console_error_panic_hook::set_once();
    carried::take();
    contract::hold();
}

fn begin() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        views::failure::show();
    }));
    carried::take();
}

fn named() -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute("data-door")
}
