//! Every limit of the procedure: the seed's value until another is typed, and a way back to it.

use sycamore::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{choice, focus};
use crate::{
    app::App,
    words::{
        labels,
        limits::{self, LIMITS, Limit},
        say::say_with,
    },
};

pub(super) fn limits(app: App) -> View {
    let rows: Vec<View> = LIMITS.iter().map(|limit| row(app, limit)).collect();
    let (playbook, says) = (playbook(app, "settings-playbook"), says(app));
    view! {
        h2 { "decide_by" }
        label(class="field") {
            span { "playbook" }
            (playbook)
        }
        (says)
        div(class="limits") { (rows) }
    }
}

/// The playbook's choice: it stands here and in the room.
pub(super) fn playbook(app: App, input: &'static str) -> View {
    let playbook = app.on_desk(|desk| labels::id_of(&labels::SCHOOLS, desk.profile.playbook).to_owned());
    choice::choice(input, "playbook", labels::options(&labels::SCHOOLS), playbook, move |name| {
        if let Some(school) = labels::by_id(&labels::SCHOOLS, &name) {
            app.profile(|profile| profile.playbook = school);
        }
    })
}

/// The playbook's position in a sentence.
pub(super) fn says(app: App) -> View {
    let says = app.on_desk(|desk| labels::position(desk.profile.playbook));
    view! { p(class="hint") { (says.get_clone()) } }
}

fn row(app: App, limit: &'static Limit) -> View {
    let id = limit.id;
    let own = app.on_desk(move |desk| limits::own(id, &desk.profile.settings));
    let default = app.on_desk(move |desk| limits::default(id, desk.profile.playbook));
    let wrong = create_signal(String::new());
    let change = move |typed: String| {
        let mut settings = app.desk.with_untracked(|desk| desk.profile.settings.clone());
        match limits::set(id, &typed, &mut settings) {
            Ok(()) => {
                wrong.set(String::new());
                app.profile(|profile| profile.settings = settings);
            }
            Err(sentence) => wrong.set(sentence),
        }
    };
    let node = create_node_ref();
    // What is being typed is left alone, so that the cursor stays where it is.
    let show = move |leaves: bool| {
        let value = own.get_clone().unwrap_or_else(|| default.get_clone());
        let Some(input) = node.try_get().and_then(|node| node.dyn_into::<HtmlInputElement>().ok()) else { return };
        let typing = focus::has(&input) && !leaves;
        if !typing && wrong.with_untracked(String::is_empty) && input.value() != value {
            input.set_value(&value);
        }
    };
    create_effect(move || show(false));
    let is_own = move || own.with(Option::is_some);
    let (problem, described) = (format!("limit-{id}"), format!("limit-{id}"));
    view! {
        div(class="limit", "data-limit"=id) {
            label(class="field") {
                span { (limit.asks) }
                input(r#ref=node, r#type="text", "data-setting"=id, maxlength="400", autocomplete="off", aria-describedby=described,
                    aria-invalid=move || if wrong.with(String::is_empty) { "false" } else { "true" },
                    on:input=move |event: web_sys::Event| change(choice::text_of(&event)),
                    on:blur=move |_| show(true))
            }
            span(class="hint", hidden=is_own) { (limit.from) }
            button(class="plain", r#type="button", "data-do"="seed-value", hidden=move || !is_own(), on:click=move |_| change(String::new())) {
                (say_with("back_to", &[&default.get_clone()]))
            }
            p(class="hint wrong", id=problem, "data-error"="setting", role="alert", hidden=move || wrong.with(String::is_empty)) { (wrong.get_clone()) }
        }
    }
}
