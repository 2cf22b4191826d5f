//! The buttons that stay at the foot: one click logs one touch; the line above says what stands last, with undo and its outcome.

use aftertone::touch::{Kind, Touch};
use sycamore::prelude::*;

use super::{icon, notice, outcomes};
use crate::{
    app::App,
    judged::Judged,
    words::{
        labels,
        say::{say, say_with},
        when,
    },
};

pub(super) fn foot(app: App) -> View {
    let logs: Vec<View> = labels::LOGS.iter().enumerate().map(|(at, kind)| log(app, *kind, at + 1)).collect();
    let inbound: Vec<View> = labels::INBOUND.iter().map(|kind| came_in(app, *kind)).collect();
    let (notice, last, do_not_contact) = (notice::notice(app), last(app), do_not_contact(app));
    view! {
        footer(class="foot") {
            (notice)
            (last)
            div(class="logs", role="group", aria-label="log_yours") { (logs) }
            div(class="others") {
                div(class="inbound", role="group", aria-label="log_theirs") {
                    span(class="they", aria-hidden="true") { "they" }
                    (inbound)
                }
                (do_not_contact)
                button(class="next", r#type="button", "data-do"="next", title="next_in_full", on:click=move |_| app.next()) {
                    "next" (icon::icon(icon::NEXT))
                }
            }
        }
    }
}

fn log(app: App, kind: Kind, key: usize) -> View {
    let keys = app.on_desk(|desk| desk.profile.single_keys);
    let (title, words) = (labels::button_in_full(kind), labels::button(kind));
    view! {
        button(class="log-button", r#type="button", "data-log"=labels::kind_id(kind), title=title,
            "aria-keyshortcuts"=move || keys.get().then(|| key.to_string()),
            on:click=move |_| app.log(kind)) {
            (icon::icon(picture(kind)))
            span { (words) }
            kbd(aria-hidden="true", hidden=move || !keys.get()) { (key.to_string()) }
        }
    }
}

fn came_in(app: App, kind: Kind) -> View {
    let words = say(labels::inbound_short(kind));
    let in_full = say_with("they_did", &[&words]);
    view! {
        button(r#type="button", "data-log-inbound"=labels::kind_id(kind), aria-label=in_full, on:click=move |_| app.log_inbound(kind)) { (words) }
    }
}

fn do_not_contact(app: App) -> View {
    let marked = app.on_desk(|desk| desk.kept.answers.do_not_contact == Some(true));
    view! {
        button(class="quiet stop", r#type="button", "data-do"="do-not-contact", title="do_not_contact_them", aria-label="do_not_contact_them",
            aria-pressed=move || if marked.get() { "true" } else { "false" },
            on:click=move |_| {
                let now = (!marked.get()).then_some(true);
                app.keep(|kept| kept.answers.do_not_contact = now);
            }) { (icon::icon(icon::STOP)) }
    }
}

/// The newest touch, with undo; while it is fresh, what came of it is one tap away.
fn last(app: App) -> View {
    let words = app.select(|judged| newest(judged).map(|touch| said(touch, judged)));
    let outcome = app.select(|judged| newest(judged).is_some_and(|touch| labels::takes_outcome(touch) && fresh(touch, judged)));
    view! {
        // The line stays, also where it is empty: a screen reader hears what becomes of a line that it knows.
        div(class="last") {
            p(role="status", "aria-live"="polite") { (words.get_clone().unwrap_or_default()) }
            button(class="plain", r#type="button", "data-do"="undo", hidden=move || words.with(Option::is_none), on:click=move |_| app.undo()) { (icon::icon(icon::UNDO)) "undo" }
        }
        (if outcome.get() { outcomes::outcomes(app) } else { view! {} })
    }
}

fn newest(judged: &Judged) -> Option<&Touch> {
    judged.situation.touches.iter().rev().find(|touch| touch.kind != Kind::Note)
}

fn fresh(touch: &Touch, judged: &Judged) -> bool {
    judged.now.timestamp.as_second() - touch.at.timestamp.as_second() < 12 * 3600
}

/// "Left voicemail, today 14:05".
fn said(touch: &Touch, judged: &Judged) -> String {
    let here = |at: aftertone::moment::Moment| at.timestamp.to_zoned(judged.here.clone());
    let outcome = touch.outcome.map(|outcome| format!(" · {}", say(labels::outcome(outcome)))).unwrap_or_default();
    format!("{}, {}{outcome}", say(labels::touch(touch)), when::day_and_time(&here(touch.at), &here(judged.now)))
}

fn picture(kind: Kind) -> &'static str {
    match kind {
        Kind::Call | Kind::Note => icon::PHONE,
        Kind::LiveRoute => icon::ZERO,
        Kind::Voicemail => icon::VOICEMAIL,
        Kind::Email => icon::EMAIL,
        Kind::Talk => icon::TALK,
    }
}
