//! Two windows over one prospect show the same: what another one writes is taken over as soon as the browser tells of it.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{App, Door, open, persist};
use crate::{chrome, clock, merge, tab::to_js};

/// One write of many keys is told key by key.
const PAUSE_MS: u32 = 60;

/// What the popup tells an open side panel: which tab was read, and when.
#[derive(Serialize, Deserialize)]
struct Told {
    tab: i32,
    at: u64,
}

/// Under this key of the session's storage, which ends with the browser.
#[derive(Serialize)]
struct Session {
    read: Told,
}

/// A popup that read a page tells the side panel: the click there was the user's, so the panel may read the same page.
pub(super) fn tell(app: App) {
    if let (Door::Popup, Some(tab)) = (app.door, app.tab.get_untracked()) {
        let _ = chrome::set_session(&to_js(&Session { read: Told { tab, at: clock::millis() } }));
    }
}

pub(super) fn listen(app: App) {
    let waiting: RefCell<Option<Timeout>> = RefCell::new(None);
    let listener =
        Closure::<dyn Fn(JsValue, JsValue)>::new(move |changes: JsValue, area: JsValue| match (area.as_string().as_deref(), app.door) {
            (Some("local"), _) => {
                waiting.replace(Some(Timeout::new(PAUSE_MS, move || spawn_local(again(app)))));
            }
            (Some("session"), Door::Panel) => {
                if let Some(told) = told(&changes) {
                    spawn_local(open::read_tab(app, told.tab));
                }
            }
            _ => {}
        });
    // Without it this window still writes and reads; it only hears nothing of others.
    let _ = chrome::on_storage_changed(listener.as_ref().unchecked_ref());
    listener.forget();
}

fn told(changes: &JsValue) -> Option<Told> {
    let at = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok().filter(JsValue::is_object);
    serde_wasm_bindgen::from_value(at(&at(changes, "read")?, "newValue")?).ok()
}

async fn again(app: App) {
    let (book, identity) = (app.book(), app.opened.get_clone_untracked());
    if let Ok((stored, _)) = book.profile().await {
        let base = app.base_profile.get_clone_untracked();
        let profile = app.desk.with_untracked(|desk| merge::profile(&base, &desk.profile, &stored));
        app.base_profile.set_silent(stored);
        if app.desk.with_untracked(|desk| desk.profile != profile) {
            app.desk.update(|desk| desk.profile = profile);
        }
    }
    if let Ok(entry) = book.open(&identity).await {
        persist::took(app, &entry);
    }
}
