//! The one screen, a part a file, in the order the eye takes them: who, decision, message or the line to say instead, buttons.

use sycamore::prelude::*;

use crate::app::App;

mod checklist;
mod choice;
mod decision;
mod editable;
pub(crate) mod failure;
mod finding;
mod first_run;
mod focus;
mod foot;
mod icon;
mod instead;
mod keys;
mod mail;
mod manual;
mod message;
mod meter;
mod notice;
mod outcomes;
mod people;
mod rehearse;
mod room;
mod row;
mod script;
mod settings;
mod timeline;
mod touches;
mod who;

pub(crate) fn screen(app: App) -> View {
    keys::listen(app);
    // A part is a name here, not a call: the macro would take a call for something that may change, and watch it.
    let parts: Vec<View> = [
        manual::manual,
        who::who,
        decision::decision,
        settings::settings,
        first_run::first_run,
        instead::instead,
        message::message,
        checklist::checklist,
        room::room,
        touches::touches,
    ]
    .into_iter()
    .map(|part: fn(App) -> View| part(app))
    .collect();
    let foot = foot::foot(app);
    view! {
        div(class="shell") {
            main(class="scroll") { (parts) }
            (foot)
        }
    }
}
