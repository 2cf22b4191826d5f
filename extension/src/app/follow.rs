//! Two windows over one prospect show the same: what another one writes is taken over as soon as the browser tells of it.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{App, persist};
use crate::{chrome, merge};

/// One write of many keys is told key by key.
const PAUSE_MS: u32 = 60;

pub(super) fn listen(app: App) {
    let waiting: RefCell<Option<Timeout>> = RefCell::new(None);
    let listener = Closure::<dyn Fn(JsValue, JsValue)>::new(move |_changes, area: JsValue| {
        if area.as_string().as_deref() == Some("local") {
            waiting.replace(Some(Timeout::new(PAUSE_MS, move || spawn_local(again(app)))));
        }
    });
    // Without it this window still writes and reads; it only hears nothing of others.
    let _ = chrome::on_storage_changed(listener.as_ref().unchecked_ref());
    listener.forget();
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
