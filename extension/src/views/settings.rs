//! You and your settings, unfolded over the message: who calls, what is offered, the keys, the side panel.

use sycamore::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{choice, first_run, focus, limits};
use crate::{
    app::{App, Door},
    desk::Desk,
    words::labels,
};

pub(crate) fn settings(app: App) -> View {
    view! {
        (if app.asks_settings.get() { form(app) } else { view! {} })
    }
}

fn form(app: App) -> View {
    // Unfolded over the message it is what was asked for; as a page of its own it has nothing to go back to.
    let alone = app.door == Door::Bench;
    if !alone {
        on_mount(|| focus::on("[data-part=settings] input"));
    }
    let done = if alone { View::new() } else { done(app) };
    let category = app.on_desk(|desk| labels::id_of(&labels::CATEGORIES, desk.profile.seller.category).to_owned());
    let categories = labels::options(&labels::CATEGORIES);
    let choice = choice::choice("category", "What you sell", categories, category, move |name| {
        app.change_profile(|desk| desk.profile.seller.category = labels::by_id(&labels::CATEGORIES, &name).unwrap_or_default());
    });
    let limits = limits::limits(app);
    view! {
        section(class="card settings", "data-part"="settings", aria-label="You and your settings") {
            h2 { "You" }
            (first_run::fields(app))
            div(class="fields") {
                (first_run::field(app, "incentive", "Why they should talk to you", "a free rate check",
                    |desk| desk.profile.seller.incentive.clone(), |desk, text| desk.profile.seller.incentive = text))
                (first_run::field(app, "competitors", "Products they may have already", "Acme, Globex",
                    |desk| desk.profile.seller.competitors.join(", "), |desk, text| desk.profile.seller.competitors = list(&text)))
                (first_run::field(app, "network", "People, groups and events you know", "Lean Forum, Ada Lovelace",
                    |desk| desk.profile.seller.network.join(", "), |desk, text| desk.profile.seller.network = list(&text)))
                label(class="field") {
                    span { "What you sell" }
                    (choice)
                }
            }
            (limits)
            h2 { "How it works" }
            (switch(app, "single-keys", "Single keys: 1 to 5 log the five buttons, ? lists them all", |desk| desk.profile.single_keys, |desk, on| desk.profile.single_keys = on))
            (if !crate::app::button_may_open_panel() { view! {} } else {
                switch(app, "panel", "The toolbar button opens the side panel", |desk| desk.profile.opens_panel, |desk, on| desk.profile.opens_panel = on)
            })
            button(r#type="button", "data-do"="keys") { "All keys" }
            (done)
        }
    }
}

fn done(app: App) -> View {
    view! { button(class="primary", r#type="button", "data-do"="settings-done", on:click=move |_| app.asks_settings.set(false)) { "Done" } }
}

fn switch(app: App, id: &'static str, words: &'static str, get: fn(&Desk) -> bool, set: fn(&mut Desk, bool)) -> View {
    let on = app.on_desk(get);
    view! {
        label(class="switch") {
            input(r#type="checkbox", "data-setting"=id, prop:checked=move || wasm_bindgen::JsValue::from_bool(on.get()),
                on:change=move |event: web_sys::Event| {
                    let checked = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).is_some_and(|input| input.checked());
                    app.change_profile(|desk| set(desk, checked));
                    if id == "panel" {
                        crate::app::panel_behavior(checked);
                    }
                })
            span { (words) }
        }
    }
}

/// Parts between commas. A blank last part stays out, so that a comma can be typed.
fn list(text: &str) -> Vec<String> {
    text.split(',').map(|part| part.trim_start().to_owned()).filter(|part| !part.trim().is_empty()).collect()
}
