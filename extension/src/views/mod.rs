//! The one screen, a part a file, in the order the eye takes them: who, decision, message or the line to say instead, buttons.
//!
//! A part is built once and shown or hidden, not built anew: nothing loses its focus, and nothing jumps. Where an effect branches, it
//! reads every selector before it does (Sycamore 0.9.4, November 2026: one that first reads a selector in the same turn in which that
//! one changes keeps the old value).

use sycamore::prelude::*;

use crate::{
    app::{App, Door},
    local_store::sample_page,
};

mod checklist;
mod choice;
mod decision;
mod doorway;
mod editable;
pub(crate) mod failure;
mod finding;
mod first_run;
mod focus;
mod foot;
mod height;
mod icon;
mod instead;
mod keys;
mod limits;
mod mail;
mod manual;
mod message;
mod meter;
pub(crate) mod month;
mod notice;
mod outcomes;
mod paste;
mod patience;
mod people;
mod pinned;
mod receipt;
mod rehearse;
mod room;
mod row;
#[cfg(test)]
mod scale;
mod script;
mod settings;
mod stage;
mod timeline;
mod touches;
mod welcome;
mod who;
pub(crate) mod workbench;

pub(crate) use settings::settings;
pub(crate) use welcome::welcome;

pub(crate) fn screen(app: App) -> View {
    keys::listen(app);
    if app.door == Door::Popup {
        height::fit();
    }
    // A part is a name here, not a call: the macro would take a call for something that may change, and watch it.
    let parts: Vec<View> = [
        manual::manual,
        who::who,
        decision::decision,
        settings::settings,
        first_run::first_run,
        instead::instead,
        message::message,
        doorway::doorway,
        checklist::checklist,
        room::room,
        patience::patience,
        touches::touches,
        receipt::receipt,
    ]
    .into_iter()
    .map(|part: fn(App) -> View| part(app))
    .collect();
    let foot = foot::foot(app);
    // On the try page the app stands within the page's own main part.
    let role = (app.door != Door::Try).then_some("main");
    let stage = if app.door == Door::Try && sample_page().is_none() { stage::stage(app) } else { View::new() };
    view! {
        (stage)
        div(class="shell") {
            div(class="scroll", role=role) { (parts) }
            (foot)
        }
    }
}
