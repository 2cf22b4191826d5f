//! Our own declarations of the browser's extension interface; no logic.

use js_sys::{Function, JsString, Promise, Uint8Array};
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

    /// The browser's own way from its text to UTF-8. wasm-bindgen's looks at a text character by character, which takes 13 ms for a page of 200 KB.
    type TextEncoder;
    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;
    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsString) -> Uint8Array;

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

    /// `chrome`, which only the extension's own pages have. What not every browser gives is looked for below it.
    #[wasm_bindgen(thread_local_v2, js_name = chrome)]
    static BROWSER: Option<Browser>;

    /// `chrome.permissions.request`; wants a user's gesture. A promise of whether they were given.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    pub(crate) fn request_permissions(wanted: &JsValue) -> Result<Promise, JsValue>;

    /// `chrome.permissions.remove`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = remove)]
    pub(crate) fn remove_permissions(unwanted: &JsValue) -> Result<Promise, JsValue>;

    /// `chrome.runtime.getManifest`.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getManifest)]
    pub(crate) fn manifest() -> Result<JsValue, JsValue>;

    /// `chrome.alarms`, there while the permission is given.
    pub(crate) type Alarms;
    /// One of a name: setting it again moves it.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn create(this: &Alarms, name: &str, info: &JsValue) -> Result<JsValue, JsValue>;

    type Browser;
    #[wasm_bindgen(method, getter)]
    fn alarms(this: &Browser) -> Option<Alarms>;
    #[wasm_bindgen(method, getter, js_name = sidePanel)]
    fn side_panel(this: &Browser) -> Option<SidePanel>;

    /// `chrome.sidePanel`, or what `boot.js` puts in its place over Firefox's sidebar; the try page has none.
    pub(crate) type SidePanel;
    /// Opens it; wants a user's gesture.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn open(this: &SidePanel, options: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = setPanelBehavior)]
    pub(crate) fn set_behavior(this: &SidePanel, behavior: &JsValue) -> Result<Promise, JsValue>;
}

/// A long text of the browser's as Rust has it; nothing where it is none.
pub(crate) fn text(value: &JsValue) -> Option<String> {
    let bytes = TextEncoder::new().encode(value.dyn_ref()?);
    String::from_utf8(bytes.to_vec()).ok()
}

/// The side panel, where there is one.
pub(crate) fn side_panel() -> Option<SidePanel> {
    BROWSER.with(|browser| browser.as_ref().and_then(Browser::side_panel))
}

/// The alarm clock, where the user asked to be reminded.
pub(crate) fn alarms() -> Option<Alarms> {
    BROWSER.with(|browser| browser.as_ref().and_then(Browser::alarms))
}
