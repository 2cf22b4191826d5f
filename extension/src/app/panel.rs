//! The side panel: the same view, staying open while the seller dials.

use serde::Serialize;
use wasm_bindgen_futures::JsFuture;

use super::App;
use crate::{chrome, tab::to_js};

/// Opens it beside the page. The click is the gesture that the browser wants.
pub(crate) async fn open_panel(app: App) {
    let opened = match app.tab.get() {
        Some(tab) => chrome::open_panel(&to_js(&Beside { tab_id: tab })),
        None => return app.wrong("There is no page to open the panel beside."),
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
        Err(_) => app.wrong("This browser opens the sidebar from its own menu: View, Sidebar, After the Tone."),
    }
}

/// What the toolbar button opens from now on; the browser remembers it.
pub(crate) fn panel_behavior(panel: bool) {
    // Firefox knows no such choice: the setting then stays without effect there.
    let _ = chrome::set_panel_behavior(&to_js(&Behavior { open_panel_on_action_click: panel }));
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
