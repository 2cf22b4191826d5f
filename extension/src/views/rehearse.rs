//! Rehearse in place: the words run at the user's pace, and the bar shows how far the time has come.

use aftertone::draft::prompter;
use gloo::timers::callback::Interval;
use sycamore::prelude::*;

use super::icon;
use crate::{
    app::{App, Door},
    words::{pace, say::say_with},
};

const TICK_MS: u32 = 100;

pub(super) fn rehearse(app: App) -> View {
    view! {
        (if app.rehearses.get() { running(app) } else { view! {} })
    }
}

fn running(app: App) -> View {
    let (script, words) = app.judged.with_untracked(|judged| {
        let situation = &judged.situation;
        (judged.script.clone(), prompter::prompter(&judged.script, situation.seller.wpm, situation.callback_number()))
    });
    let seconds = words.last().map_or(0.0, |last| last.to);
    let millis = || crate::clock::now().timestamp.as_millisecond();
    let began = millis();
    let past = create_signal(0.0_f64);
    let timer = Interval::new(TICK_MS, move || past.set((millis() - began) as f64 / 1000.0));
    on_cleanup(move || drop(timer));
    let left = move || (seconds - past.get()).max(0.0).ceil();
    let spoken: Vec<View> = words
        .into_iter()
        .map(|word| {
            let state = create_selector(move || pace::state(word.from, word.to, past.get()));
            let text = script.get(word.start..word.end).unwrap_or_default().to_owned();
            let apart = if script.get(word.end..).is_some_and(|rest| rest.starts_with(char::is_whitespace)) {
                " ".to_owned()
            } else {
                // A number, whose groups are words of their own here, stays in one line (U+2060, word joiner).
                "\u{2060}".to_owned()
            };
            view! { span(class=move || state.get()) { (text) (apart) } }
        })
        .collect();
    view! {
        div(class="prompter", role="group", aria-label="rehearse") {
            p(class="running", dir="auto") { (spoken) }
            p(class="foot-line") {
                span { (say_with("seconds_left", &[&left().to_string()])) }
                (if app.door == Door::Try { view! {} } else { view! {
                    a(href="workbench.html#/rehearse", target="_blank", "data-do"="stage", on:click=move |_| app.to_the_stage()) { "record_and_hear" }
                } })
                button(class="plain", r#type="button", on:click=move |_| app.rehearses.set(false)) { (icon::icon(icon::CLOSE)) "stop" }
            }
        }
    }
}
