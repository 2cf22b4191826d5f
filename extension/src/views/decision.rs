//! The decision: the action in words, one sentence why, and the smallest change that turns it.

use sycamore::prelude::*;

use super::{focus, icon};
use crate::{
    app::{App, Phase},
    views::choice::name_of,
    words::{flip, headline::Icon},
};

pub(super) fn decision(app: App) -> View {
    let verdict = app.decision(|decision| name_of(&decision.decision));
    let action = app.decision(|decision| name_of(&decision.action));
    let tone = app.select(|judged| judged.headline.tone.name());
    let icon = app.select(|judged| judged.headline.icon);
    let words = app.select(|judged| judged.headline.words.clone());
    let why = app.select(|judged| judged.why.clone());
    let reading = create_selector(move || app.phase.with(|phase| *phase == Phase::Reading));
    let said = move |signal: ReadSignal<String>| {
        move || {
            let said = signal.get_clone();
            if reading.get() { None } else { Some(said) }
        }
    };
    let turn = turn(app);
    view! {
        section(
            class="decision",
            "data-part"="decision",
            "data-decision"=said(verdict),
            "data-action"=said(action),
            "data-tone"=move || {
                let tone = tone.get();
                if reading.get() { "reading" } else { tone }
            },
            aria-label="Decision",
        ) {
            div(class="badge") { (badge(reading.get(), icon.get())) }
            div(class="verdict") {
                div(role="status", "aria-live"="polite") {
                    h2 { (said(words)().unwrap_or_else(|| "Reading the page".into())) }
                    p(class="why") { (said(why)().unwrap_or_default()) }
                }
                (turn)
            }
        }
    }
}

/// "Leave, if somebody referred you.": takes you to where that is said.
fn turn(app: App) -> View {
    let words = create_selector(move || app.flip.with(|found| found.as_ref().map(flip::flip)));
    view! {
        (match words.get_clone() {
            Some(words) => view! {
                button(class="flip", r#type="button", "data-do"="flip", on:click=move |_| {
                    if let Some(target) = app.flip.with(|found| found.as_ref().map(flip::target)) {
                        focus::on(&target);
                    }
                }) { (icon::icon(icon::TURN)) (words) }
            },
            None => view! {},
        })
    }
}

fn badge(reading: bool, icon: Icon) -> View {
    icon::icon(if reading { icon::REREAD } else { path(icon) })
}

fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Leave => icon::LEAVE,
        Icon::CallBack => icon::CALL_BACK,
        Icon::Fix => icon::FIX,
        Icon::Zero => icon::ZERO,
        Icon::HangUp => icon::HANG_UP,
        Icon::Rest => icon::REST,
        Icon::Clock => icon::CLOCK,
        Icon::Stop => icon::STOP,
        Icon::Search => icon::SEARCH,
    }
}
