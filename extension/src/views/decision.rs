//! The decision: the action in words, one sentence why, and the smallest change that turns it.

use aftertone::decide::{Action, Verdict};
use sycamore::prelude::*;

use super::{focus, icon};
use crate::{
    app::{App, Phase},
    words::{flip, headline::Icon, labels, missing, say::say},
};

pub(super) fn decision(app: App) -> View {
    let verdict = app.decision(|decision| if decision.decision == Verdict::Leave { "leave" } else { "skip" }.to_owned());
    let action = app.decision(|decision| labels::action_id(decision.action).to_owned());
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
            aria-label="decision",
        ) {
            div(class="badge") { (badge(reading.get(), icon.get())) }
            div(class="verdict") {
                div(role="status", "aria-live"="polite") {
                    h2 { (said(words)().unwrap_or_else(|| say("reading_the_page"))) }
                    p(class="why", lang="en") { (said(why)().unwrap_or_default()) }
                }
                (turn)
            }
        }
    }
}

/// "Leave, if somebody referred you.", or the first thing to mend: takes you to where that is said.
fn turn(app: App) -> View {
    let mend = app.decision(|decision| decision.missing.first().filter(|_| decision.action == Action::Prepare).cloned());
    let turned = create_selector(move || app.flip.with(|found| found.as_ref().map(flip::flip)));
    let words = create_selector(move || {
        let turned = turned.get_clone();
        mend.with(|id| id.as_deref().map(|id| say(missing::mend(id)))).or(turned).unwrap_or_default()
    });
    let go = move || match mend.get_clone() {
        Some(id) => {
            if missing::of_the_seller(&id) {
                app.asks_seller.set(true);
            }
            focus::on(missing::target(&id));
        }
        None => {
            if let Some(target) = app.flip.with(|found| found.as_ref().map(flip::target)) {
                focus::on(&target);
            }
        }
    };
    view! {
        button(class="flip", r#type="button", "data-do"="flip", hidden=move || words.with(String::is_empty), on:click=move |_| go()) {
            (icon::icon(icon::TURN))
            span { (words.get_clone()) }
        }
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
