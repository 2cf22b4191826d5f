//! The browser extension's popup, side panel and try page: one view over the core.
//!
//! `open` is the door: it reads the page, decides, and shows. Only this package names the browser.

use wasm_bindgen::prelude::*;

// `view!` names `::sycamore`; here that is this crate's own `elements`.
extern crate self as sycamore;
use elements::{prelude, rt};

mod app;
mod chrome;
mod chrome_store;
mod clock;
mod desk;
mod elements;
mod judged;
mod local_store;
mod locks;
mod merge;
mod pending;
mod shelf;
mod tab;
mod tree;
mod views;
mod words;
mod workbench;

/// Opens the page's door: "popup", "panel", "workbench" or "try".
///
/// # Errors
/// Where there is no such door.
#[wasm_bindgen]
pub fn open(door: &str) -> Result<(), JsValue> {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        views::failure::show();
    }));
    let door = match door {
        "popup" => app::Door::Popup,
        "panel" => app::Door::Panel,
        "try" => app::Door::Try,
        "workbench" => {
            workbench::open();
            return Ok(());
        }
        other => return Err(JsValue::from_str(&format!("there is no door \"{other}\""))),
    };
    app::open(door);
    Ok(())
}
