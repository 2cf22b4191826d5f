//! The first steps, on the tab that opens once after installing: who you are, what you do for people like them, and your playbook.

use aftertone::situation::School;
use sycamore::prelude::*;
use wasm_bindgen::JsValue;

use super::first_run;
use crate::{app::App, words::labels};

pub(crate) fn welcome(app: App) -> View {
    let schools: Vec<View> = labels::SCHOOLS.iter().map(|(school, id, words)| school_of(app, *school, id, words)).collect();
    view! {
        section(class="step") {
            h2 { "step_who" }
            p { "step_who_why" }
            div(class="fields") { (first_run::caller(app)) }
        }
        section(class="step") {
            h2 { "step_offer" }
            p { "step_offer_why" }
            div(class="fields") { (first_run::wide(app)) }
        }
        section(class="step") {
            h2(id="playbook-title") { "step_playbook" }
            p { "step_playbook_why" }
            div(class="schools", role="radiogroup", aria-labelledby="playbook-title") { (schools) }
        }
    }
}

/// One position, in its author's own words.
fn school_of(app: App, school: School, id: &'static str, words: &'static str) -> View {
    let chosen = app.on_desk(move |desk| desk.profile.playbook == school);
    let says = labels::position(school);
    view! {
        label(class="school") {
            input(r#type="radio", name="playbook", value=id, prop:checked=move || JsValue::from_bool(chosen.get()),
                on:change=move |_: web_sys::Event| app.profile(|profile| profile.playbook = school))
            span {
                strong { (words) }
                span(class="soft") { (says) }
            }
        }
    }
}
