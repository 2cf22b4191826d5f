//! What came of the newest touch: one tap.

use aftertone::touch::{Kind, Outcome};
use sycamore::prelude::*;

use crate::{
    app::App,
    words::{labels, say::say, sentence},
};

pub(super) fn outcomes(app: App) -> View {
    let chosen =
        app.select(|judged| judged.situation.touches.iter().rev().find(|touch| touch.kind != Kind::Note).and_then(|touch| touch.outcome));
    let buttons: Vec<View> = labels::OUTCOMES
        .iter()
        .map(|(outcome, id, words, full)| {
            let (outcome, words): (Outcome, &str) = (*outcome, words);
            let full = sentence(&say(full));
            let pressed = create_selector(move || chosen.get() == Some(outcome));
            view! {
                button(r#type="button", "data-outcome"=*id, title=full, aria-pressed=move || if pressed.get() { "true" } else { "false" },
                    on:click=move |_| app.outcome(outcome)) { (words) }
            }
        })
        .collect();
    view! { div(class="outcomes", role="group", aria-label="what_came_of_it") { (buttons) } }
}
