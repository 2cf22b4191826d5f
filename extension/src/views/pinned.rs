//! The pinned scripts: use one for this prospect, or unpin it.

use sycamore::prelude::*;

use crate::{app::App, words::pins};

pub(super) fn pinned(app: App) -> View {
    let list = app.on_desk(|desk| desk.profile.pins.clone());
    let count = move || list.with(Vec::len);
    view! {
        details(class="pinned", "data-part"="pins", hidden=move || list.with(Vec::is_empty)) {
            summary { (format!("Pinned scripts: {}", count())) }
            ul { Keyed(list=list, key=|pin: &String| pin.clone(), view=move |pin: String| one(app, pin)) }
        }
    }
}

fn one(app: App, pin: String) -> View {
    let title = pins::title(&pin);
    let unpinned = pin.clone();
    view! {
        li {
            span(class="words", dir="auto") { (title) }
            button(class="plain", r#type="button", "data-do"="use-pin", on:click=move |_| app.use_pin(&pin)) { "Use" }
            button(class="plain", r#type="button", "data-do"="unpin", on:click=move |_| app.profile(|profile| profile.pins.retain(|pin| *pin != unpinned))) { "Unpin" }
        }
    }
}
