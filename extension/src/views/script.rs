//! The message as it is read aloud: edited where it stands, with what breaks a rule underlined.

use aftertone::draft::lint::Level;
use sycamore::prelude::*;
use wasm_bindgen::JsValue;

use super::choice::text_of;
use crate::{app::App, words::marks};

pub(super) fn script(app: App) -> View {
    let text = app.select(|judged| judged.script.clone());
    let marked = app.select(|judged| marks::marks(&judged.script, &judged.lint.findings));
    view! {
        div(class="paper", lang="en") {
            // The same words behind the editor carry the underlines: a textarea cannot.
            div(class="under", aria-hidden="true", dir="auto") { (
                marked.get_clone().into_iter().map(|piece| match piece.level {
                    None => piece.text.into(),
                    Some(level) => {
                        let class = if level == Level::Hard { "hard" } else { "soft" };
                        view! { span(class=class) { (piece.text) } }
                    }
                }).collect::<Vec<View>>()
            ) }
            textarea(
                "data-script"="",
                aria-label="message_aloud",
                dir="auto",
                rows="5",
                maxlength="4000",
                prop:value=move || JsValue::from_str(&text.get_clone()),
                on:input=move |event: web_sys::Event| {
                    let text = text_of(&event);
                    app.keep(|kept| kept.script = Some(text));
                },
            )
        }
    }
}
