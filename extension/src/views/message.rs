//! The message: what it is for, the words, how long they take, what is wrong with them, and what to do with them.

use sycamore::prelude::*;

use super::{choice, icon, meter, pinned, rehearse, script};
use crate::{
    app::App,
    words::{labels, say::say, spoken},
};

pub(super) fn message(app: App) -> View {
    let first = app.select(crate::judged::Judged::message_first);
    let (goal, angle, script, meter) = (goal(app), angle(app), script::script(app), meter::meter(app));
    let redraft = redraft(app);
    let (number, findings, set_aside, buttons) = (number(app), findings(app), set_aside(app), buttons(app));
    let (rehearse, pinned, english) = (rehearse::rehearse(app), pinned::pinned(app), stays_english());
    view! {
        // Folded under a skip; the heading then unfolds it.
        details(class=move || if first.get() { "card message first" } else { "card message" }, "data-part"="script", open=first) {
            summary { (icon::icon(icon::LEAVE)) "message_in_case" }
            (script)
            (english)
            (meter)
            div(class="aim") {
                (goal)
                span(class="angle") { (angle) }
                (redraft)
            }
            (number)
            (findings)
            (set_aside)
            (buttons)
            (rehearse)
            (pinned)
        }
    }
}

/// Said where the rest of the screen is in another language.
pub(super) fn stays_english() -> View {
    let english = say("language") == "en";
    view! { p(class="hint stays-english", hidden=english) { "stays_english" } }
}

fn goal(app: App) -> View {
    let value = app.select(|judged| judged.situation.goal.map(|goal| labels::id_of(&labels::GOALS, goal)).unwrap_or_default().to_owned());
    let blank = (String::new(), say("choose_a_goal"));
    let options = std::iter::once(blank).chain(labels::options(&labels::GOALS)).collect();
    let choice = choice::choice("goal", "goal_for", options, value, move |name| {
        let goal = labels::by_id(&labels::GOALS, &name);
        app.keep(|kept| kept.goal = goal);
        app.profile(|profile| profile.goal = goal.or(profile.goal));
    });
    view! {
        label(class="pick") {
            span { "goal" }
            (choice)
        }
    }
}

fn angle(app: App) -> View {
    let words = app.select(|judged| {
        if judged.situation.script.is_some() && judged.situation.script.as_deref() != Some(judged.draft.script.as_str()) {
            return say("own_words");
        }
        labels::angle(&judged.draft.angle, &judged.situation.hooks)
    });
    view! { (words.get_clone()) }
}

/// The callback number written out as it is to be read.
fn number(app: App) -> View {
    let groups = app.select(|judged| spoken::groups(&judged.script, &judged.situation.seller.telephone));
    view! {
        p(class="number", hidden=move || groups.with(String::is_empty)) {
            "number_slowly"
            strong { (groups.get_clone()) }
        }
    }
}

fn findings(app: App) -> View {
    let found = app.select(|judged| judged.lint.findings.clone());
    view! {
        ul(class="findings", lang="en", hidden=move || found.with(Vec::is_empty)) { (
            found.get_clone().into_iter().map(|finding| super::finding::finding(app, finding)).collect::<Vec<View>>()
        ) }
    }
}

fn set_aside(app: App) -> View {
    let some = app.on_desk(|desk| desk.kept.set_aside.is_some());
    view! {
        p(class="aside", hidden=move || !some.get()) {
            "put_aside"
            button(class="plain", r#type="button", on:click=move |_| app.keep(|kept| kept.script = kept.set_aside.take())) { "bring_it_back" }
        }
    }
}

/// Back from one's own words to the draft; they are put aside, not lost.
fn redraft(app: App) -> View {
    let own = app.on_desk(|desk| desk.kept.script.as_ref().is_some_and(|script| !script.trim().is_empty()));
    view! {
        button(class="plain", r#type="button", "data-do"="redraft", hidden=move || !own.get(), on:click=move |_| app.keep(|kept| (kept.set_aside, kept.pin) = (kept.script.take(), None))) {
            "back_to_draft"
        }
    }
}

fn buttons(app: App) -> View {
    let mail = app.select(|judged| super::mail::link(&judged.draft.email));
    view! {
        div(class="actions") {
            button(r#type="button", "data-do"="copy", on:click=move |_| app.copy_script()) { (icon::icon(icon::COPY)) "copy" }
            button(r#type="button", "data-do"="next-angle", on:click=move |_| app.next_angle()) { (icon::icon(icon::TURN)) "next_angle" }
            button(r#type="button", "data-do"="rehearse", aria-expanded=move || if app.rehearses.get() { "true" } else { "false" },
                on:click=move |_| app.rehearses.set(!app.rehearses.get())) { (icon::icon(icon::PLAY)) "rehearse" }
            a(class="button", "data-do"="email", target="_blank", rel="noreferrer", href=move || mail.get_clone()) { (icon::icon(icon::EMAIL)) "email_it" }
            button(r#type="button", "data-do"="pin", on:click=move |_| app.pin()) { (icon::icon(icon::PIN)) "pin" }
        }
    }
}
