//! Reminders: asked for by a press, put down for the background script, taken back by another press.

use aftertone::{
    due::remind,
    moment::Moment,
    store::{Notebook, Store, notebook::Rows, profile::Profile},
};
use js_sys::{Array, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::{chrome, tab::to_js};

/// What a browser must be asked for.
const PERMISSIONS: [&str; 2] = ["alarms", "notifications"];

/// Puts down the next tries of these rows, and winds the clock for the first of them. Does nothing where nobody asked to be reminded.
pub(crate) async fn follow<S: Store>(book: &Notebook<S>, rows: &Rows, profile: &Profile, now: Moment) {
    let Some(alarms) = chrome::alarms() else { return };
    let reminders = remind::reminders(rows, profile, now);
    // Where there is no room, the list and its badge still tell who is due.
    if let (Ok(_), Some(first)) = (book.remind(&remind::text(&reminders)).await, reminders.first()) {
        let _ = alarms.create("due", &to_js(&When { when: first.0 as f64 }));
    }
}

/// Whether the user asked for them.
pub(crate) fn on() -> bool {
    chrome::alarms().is_some()
}

/// Whether this browser can be asked: Firefox gives no alarms on a press.
pub(crate) fn possible() -> bool {
    chrome::manifest()
        .and_then(|manifest| Reflect::get(&manifest, &"optional_permissions".into()))
        .is_ok_and(|optional| Array::from(&optional).includes(&PERMISSIONS[0].into(), 0))
}

/// Asks for the two permissions. Call it in the press itself.
pub(crate) fn ask() -> impl Future<Output = bool> {
    settled(chrome::request_permissions(&to_js(&Wanted { permissions: PERMISSIONS })))
}

/// Gives them back.
pub(crate) fn stop() -> impl Future<Output = bool> {
    settled(chrome::remove_permissions(&to_js(&Wanted { permissions: PERMISSIONS })))
}

async fn settled(asked: Result<js_sys::Promise, JsValue>) -> bool {
    match asked {
        Ok(asked) => JsFuture::from(asked).await.is_ok_and(|given| given == true),
        Err(_) => false,
    }
}

#[derive(Serialize)]
struct Wanted {
    permissions: [&'static str; 2],
}

#[derive(Serialize)]
struct When {
    when: f64,
}
