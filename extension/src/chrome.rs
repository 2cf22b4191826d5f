//! Our own declarations of the browser's extension interface; no logic.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `chrome.tabs.query`: a promise of tabs.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    pub(crate) fn query_tabs(filter: &JsValue) -> Result<Promise, JsValue>;

    /// `chrome.tabs.get`: a promise of one tab.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = get)]
    pub(crate) fn get_tab(id: i32) -> Result<Promise, JsValue>;

    /// `chrome.scripting.executeScript`: a promise of one result a frame.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = executeScript)]
    pub(crate) fn execute_script(injection: &JsValue) -> Result<Promise, JsValue>;

    /// `chrome.sidePanel.open`; wants a user's gesture.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "sidePanel"], js_name = open)]
    pub(crate) fn open_panel(options: &JsValue) -> Result<Promise, JsValue>;

    /// `chrome.sidePanel.setPanelBehavior`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "sidePanel"], js_name = setPanelBehavior)]
    pub(crate) fn set_panel_behavior(behavior: &JsValue) -> Result<Promise, JsValue>;

    /// `chrome.storage.onChanged.addListener`: called with the changes and the area's name.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "onChanged"], js_name = addListener)]
    pub(crate) fn on_storage_changed(listener: &Function) -> Result<(), JsValue>;

    /// `chrome.storage.session.set`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = set)]
    pub(crate) fn set_session(items: &JsValue) -> Result<Promise, JsValue>;

    /// `chrome.tabs.update`: takes a tab to another address.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = update)]
    pub(crate) fn update_tab(id: i32, properties: &JsValue) -> Result<Promise, JsValue>;

    /// `chrome.action.setBadgeText`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeText)]
    pub(crate) fn set_badge(text: &JsValue) -> Result<Promise, JsValue>;
}
