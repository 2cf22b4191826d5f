//! What a message needs of the seller, asked in place the first time and kept.

use sycamore::prelude::*;
use wasm_bindgen::JsValue;

use super::choice::text_of;
use crate::{app::App, desk::Desk, words::say::say};

pub(super) fn first_run(app: App) -> View {
    view! {
        (if app.asks_seller.get() {
            view! {
                form(class="card first-run", "data-part"="seller", on:submit=move |event: web_sys::SubmitEvent| {
                    event.prevent_default();
                    app.asks_seller.set(false);
                }) {
                    h3 { "asked_once" }
                    (fields(app))
                    button(class="primary", r#type="submit", "data-do"="seller-done") { "use_in_messages" }
                }
            }
        } else {
            view! {}
        })
    }
}

/// Name, organization, number and offer: also the head of the settings.
pub(super) fn fields(app: App) -> View {
    let offer = wide(app);
    view! {
        div(class="fields") {
            (caller(app))
            (offer)
        }
    }
}

/// Name, organization and number.
pub(super) fn caller(app: App) -> View {
    let number = app.on_desk(|desk| {
        let typed = desk.profile.seller.telephone.trim();
        if typed.is_empty() || desk.number_is_good() { String::new() } else { say("number_with_country") }
    });
    view! {
            (field(app, "name", "your_name", "your_name_eg", |desk| desk.profile.seller.name.clone(), |desk, text| desk.profile.seller.name = text))
            (field(app, "organization", "your_organization", "your_organization_eg", |desk| desk.profile.seller.organization.clone(), |desk, text| desk.profile.seller.organization = text))
            (field(app, "telephone", "your_number", "your_number_eg", |desk| desk.profile.typed_number.clone(), Desk::type_number))
            p(class="hint wide", hidden=move || number.with(String::is_empty)) { (number.get_clone()) }
    }
}

pub(super) fn wide(app: App) -> View {
    view! {
        div(class="wide") {
            (field(app, "offer", "what_you_do", "what_you_do_eg",
                |desk| desk.profile.seller.offer.clone(), |desk, text| desk.profile.seller.offer = text))
        }
    }
}

pub(super) fn field(
    app: App,
    key: &'static str,
    label: &'static str,
    example: &'static str,
    get: fn(&Desk) -> String,
    set: fn(&mut Desk, String),
) -> View {
    let value = app.on_desk(get);
    let kind = if key == "telephone" { "tel" } else { "text" };
    view! {
        label(class="field") {
            span { (label) }
            input("data-seller"=key, r#type=kind, placeholder=example, maxlength="300", autocomplete="off",
                prop:value=move || JsValue::from_str(&value.get_clone()),
                on:input=move |event: web_sys::Event| app.change_profile(|desk| set(desk, text_of(&event))))
        }
    }
}
