//! The side panel: the same view, staying open while the seller dials.

use serde::Serialize;
use wasm_bindgen_futures::JsFuture;

use super::App;
use crate::{chrome, tab::to_js, words::say::say};

/// Opens it beside the page. The click is the gesture that the browser wants.
pub(crate) async fn open_panel(app: App) {
    let opened = match (chrome::side_panel(), app.tab.get()) {
        (Some(panel), Some(tab)) => panel.open(&to_js(&Beside { tab_id: tab })),
        _ => return app.wrong(say("no_page_for_panel")),
    };
    let opened = match opened {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    match opened {
        Ok(_) => {
            if let Some(window) = web_sys::window() {
                let _ = window.close();
            }
        }
        Err(_) => app.wrong(say("sidebar_from_menu")),
    }
}

/// Whether there is a toolbar button that can be made to open it: the try page has none.
pub(crate) fn button_may_open_panel() -> bool {
    chrome::side_panel().is_some()
}

/// What the toolbar button opens from now on; the browser remembers it.
pub(crate) fn panel_behavior(panel: bool) {
    if let Some(side) = chrome::side_panel() {
        let _ = side.set_behavior(&to_js(&Behavior { open_panel_on_action_click: panel }));
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Beside {
    tab_id: i32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Behavior {
    open_panel_on_action_click: bool,
}
