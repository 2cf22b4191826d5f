//! The keys 1 to 5 log what the five buttons log. A setting turns them off, and they never act while something is typed.

use sycamore::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::focus;
use crate::{app::App, words::labels};

pub(super) fn listen(app: App) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let listener = gloo::events::EventListener::new(&document, "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat());
        if !plain || focus::is_typing() || !app.desk.with(|desk| desk.profile.single_keys) {
            return;
        }
        let kind = event.key().parse::<usize>().ok().and_then(|key| labels::LOGS.get(key.checked_sub(1)?));
        if let Some(kind) = kind {
            app.log(*kind);
        }
    });
    on_cleanup(move || drop(listener));
}
