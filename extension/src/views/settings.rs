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
    let choice = choice::choice("category", "what_you_sell", categories, category, move |name| {
        app.change_profile(|desk| desk.profile.seller.category = labels::by_id(&labels::CATEGORIES, &name).unwrap_or_default());
    });
    let (limits, english) = (limits::limits(app), super::message::stays_english());
    view! {
        section(class="card settings", "data-part"="settings", aria-label="you_and_settings") {
            h2 { "you" }
            (first_run::fields(app))
            div(class="fields") {
                (first_run::field(app, "incentive", "why_talk", "why_talk_eg",
                    |desk| desk.profile.seller.incentive.clone(), |desk, text| desk.profile.seller.incentive = text))
                (first_run::field(app, "competitors", "products_they_have", "products_eg",
                    |desk| desk.profile.seller.competitors.join(", "), |desk, text| desk.profile.seller.competitors = list(&text)))
                (first_run::field(app, "network", "people_you_know", "people_you_know_eg",
                    |desk| desk.profile.seller.network.join(", "), |desk, text| desk.profile.seller.network = list(&text)))
                label(class="field") {
                    span { "what_you_sell" }
                    (choice)
                }
            }
            (limits)
            h2 { "how_it_works" }
            (english)
            (switch(app, "single-keys", "single_keys", |desk| desk.profile.single_keys, |desk, on| desk.profile.single_keys = on))
            (if !crate::app::button_may_open_panel() { view! {} } else {
                switch(app, "panel", "button_opens_panel", |desk| desk.profile.opens_panel, |desk, on| desk.profile.opens_panel = on)
            })
            button(r#type="button", "data-do"="keys") { "all_keys" }
            (done)
        }
    }
}

fn done(app: App) -> View {
    view! { button(class="primary", r#type="button", "data-do"="settings-done", on:click=move |_| app.asks_settings.set(false)) { "done" } }
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
