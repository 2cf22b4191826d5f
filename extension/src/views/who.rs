//! Who is called: name, title, organization, how to reach them, and what time it is there.

use sycamore::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{editable, icon, people};
use crate::{
    app::{App, Door},
    desk,
    words::{labels, say::say, when},
};

pub(super) fn who(app: App) -> View {
    let (name, title, organization) = (
        editable::fact(app, "name", "their_name", "whom_do_you_call"),
        editable::fact(app, "jobTitle", "job_title", "title_short"),
        editable::fact(app, "worksFor", "organization", "organization"),
    );
    let (tools, people, number, email, clock) = (tools(app), people::people(app), number(app), email(app), clock(app));
    view! {
        section(class="who", "data-part"="who", aria-label="whom_you_call") {
            div(class="who-top") {
                div(class="who-names") {
                    h1 { (name) }
                    p(class="role") {
                        (title)
                        (organization)
                    }
                }
                (tools)
            }
            (people)
            div(class="reach") {
                (number)
                (email)
            }
            (clock)
        }
    }
}

fn tools(app: App) -> View {
    view! {
        div(class="tools") {
            button(class="quiet", r#type="button", "data-do"="reread", title="read_again", aria-label="read_again",
                on:click=move |_| spawn_local(crate::app::reread(app))) { (icon::icon(icon::REREAD)) }
            (if app.door == Door::Popup {
                view! {
                    button(class="quiet", r#type="button", "data-do"="panel", title="keep_beside", aria-label="keep_in_panel",
                        on:click=move |_| spawn_local(crate::app::open_panel(app))) { (icon::icon(icon::PANEL)) }
                }
            } else {
                view! {}
            })
            button(class="quiet", r#type="button", "data-do"="settings", title="you_and_settings", aria-label="you_and_settings",
                "aria-expanded"=move || if app.asks_settings.get() { "true" } else { "false" },
                on:click=move |_| app.asks_settings.set(!app.asks_settings.get())) { (icon::icon(icon::GEAR)) }
        }
    }
}

/// The number as a link that dials, with its kind, and a way to type another.
fn number(app: App) -> View {
    let value = app.select(|judged| desk::value(&judged.situation.prospect, "telephone"));
    let href = app.select(|judged| {
        let number = judged.situation.prospect.telephone.first();
        let dialled = number.map(|number| number.e164.clone().unwrap_or_else(|| dialable(&number.fact.value)));
        dialled.filter(|dialled| dialled.len() > 2).map(|dialled| format!("tel:{dialled}"))
    });
    let kind = app.select(|judged| {
        judged.situation.prospect.telephone.first().and_then(|number| labels::line(number.line)).map(say).unwrap_or_default()
    });
    let typed = create_signal(false);
    let missing = create_memo(move || value.with(String::is_empty));
    let by_hand = app.by_hand();
    view! {
        div(class="line") {
            (icon::icon(icon::PHONE))
            (if typed.get() || by_hand.get() {
                input_line(app, "telephone", "phone_number", "tel", typed)
            } else {
                view! {
                    span(class="fact") {
                        a(class="value", "data-fact"="telephone", href=move || href.get_clone(), aria-describedby=editable::proof_id("telephone"), dir="ltr") {
                            (value.get_clone())
                        }
                        (editable::proof(app, "telephone", editable::proof_id("telephone")))
                    }
                    span(class="chip") { (kind.get_clone()) }
                    (pencil(typed, missing, "add_number", "edit_number"))
                }
            })
        }
    }
}

fn email(app: App) -> View {
    let value = app.select(|judged| desk::value(&judged.situation.prospect, "email"));
    let typed = create_signal(false);
    let missing = create_memo(move || value.with(String::is_empty));
    let by_hand = app.by_hand();
    view! {
        div(class="line") {
            (icon::icon(icon::EMAIL))
            (if typed.get() || by_hand.get() {
                input_line(app, "email", "email_address", "email", typed)
            } else {
                view! {
                    span(class="fact") {
                        a(class="value", "data-fact"="email", href=move || mailto(&value.get_clone()), target="_blank", rel="noreferrer", aria-describedby=editable::proof_id("email"), dir="ltr") {
                            (value.get_clone())
                        }
                        (editable::proof(app, "email", editable::proof_id("email")))
                    }
                    (pencil(typed, missing, "add_email", "edit_email"))
                }
            })
        }
    }
}

fn pencil(typed: Signal<bool>, missing: ReadSignal<bool>, add: &'static str, edit: &'static str) -> View {
    let label = move || say(if missing.get() { add } else { edit });
    view! {
        button(class="quiet edit", r#type="button", aria-label=label, title=label, on:click=move |_| typed.set(true)) {
            (if missing.get() { view! { span(class="add") { (add) } } } else { icon::icon(icon::FIX) })
        }
    }
}

fn input_line(app: App, fact: &'static str, label: &'static str, kind: &'static str, typed: Signal<bool>) -> View {
    let start = app.judged.with_untracked(|judged| desk::value(&judged.situation.prospect, fact));
    let node = create_node_ref();
    if !app.by_hand().get_untracked() {
        super::focus::once_there(node);
    }
    view! {
        input(r#ref=node, class="typed", "data-fact"=fact, r#type=kind, value=start, aria-label=label, placeholder=label, maxlength="120", autocomplete="off",
            on:input=move |event: web_sys::Event| editable::edit(app, fact, super::choice::text_of(&event)),
            on:keydown=editable::leave_on_enter,
            on:blur=move |_| typed.set(false))
    }
}

/// "10:42 in Chicago", then the next good window.
fn clock(app: App) -> View {
    let zone = app.select(|judged| desk::value(&judged.situation.prospect, "timeZone"));
    let time = app.select(|judged| {
        let zones = judged.situation.prospect.time_zone.possible().into_iter().map(|zone| when::local(zone, judged.now, &judged.here));
        let mut times: Vec<String> = zones.take(3).collect();
        times.dedup();
        times.join(&say("or"))
    });
    let window =
        app.select(|judged| judged.decision.windows.first().and_then(|window| when::window(window, judged.now)).unwrap_or_default());
    let typed = create_signal(false);
    let known = create_selector(move || !zone.with(String::is_empty));
    let (place, proof) = (place(zone), editable::proof(app, "timeZone", editable::proof_id("timeZone")));
    view! {
        div(class="line clock") {
            (icon::icon(icon::CLOCK))
            (if typed.get() { zone_input(app, typed) } else { view! {} })
            span(class="fact", hidden=move || { let known = known.get(); typed.get() || !known }) {
                strong { (time.get_clone()) }
                "in_place"
                button(class="value", r#type="button", "data-fact"="timeZone", aria-describedby="proof-timeZone", on:click=move |_| typed.set(true)) { (place) }
                (proof)
            }
            span(class="window", hidden=move || { let known = known.get(); typed.get() || !known }) { (window.get_clone()) }
            span(class="fact", hidden=move || { let known = known.get(); typed.get() || known }) { span(class="unknown") { "zone_not_known" } }
            button(class="quiet edit", r#type="button", hidden=move || { let known = known.get(); typed.get() || known }, on:click=move |_| typed.set(true)) {
                span(class="add") { "set_it" }
            }
        }
    }
}

/// The city for the eye; the whole name, as the IANA writes it, for everyone else.
fn place(zone: ReadSignal<String>) -> View {
    let cut = move || zone.with(|zone| zone.rfind('/').map_or(0, |slash| slash + 1));
    view! {
        span(class="visually-hidden") { (zone.with(|zone| zone.get(..cut()).unwrap_or("").to_owned())) }
        span(class="city") { (city(&zone.with(|zone| zone.get(cut()..).unwrap_or("").to_owned()))) }
    }
}

/// "Los_Angeles" with a gap for the eye where its name has a line.
fn city(name: &str) -> Vec<View> {
    let part = |(at, part): (usize, &str)| {
        let gap = if at == 0 {
            View::new()
        } else {
            view! { span(class="gap") { ('_') } }
        };
        vec![gap, part.to_owned().into()].into()
    };
    name.split('_').enumerate().map(part).collect()
}

fn zone_input(app: App, typed: Signal<bool>) -> View {
    let start = app.judged.with_untracked(|judged| desk::value(&judged.situation.prospect, "timeZone"));
    let node = create_node_ref();
    super::focus::once_there(node);
    view! {
        input(r#ref=node, class="typed", "data-fact"="timeZone", value=start, aria-label="their_zone", placeholder="such_as_chicago", maxlength="60",
            on:input=move |event: web_sys::Event| editable::edit(app, "timeZone", super::choice::text_of(&event)),
            on:keydown=editable::leave_on_enter,
            on:blur=move |_| typed.set(false))
    }
}

/// Only what a dialler takes.
pub(super) fn dialable(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#')).collect()
}

/// A link that writes to a plain address, and to nothing else.
pub(super) fn mailto(address: &str) -> Option<String> {
    let plain = address.contains('@') && !address.contains(|c: char| c.is_whitespace() || c.is_control() || "?&<>\"".contains(c));
    plain.then(|| format!("mailto:{address}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_hold_nothing_but_the_number_and_the_address() {
        assert_eq!(dialable("+1 (312) 555-0143 javascript:"), "+13125550143");
        assert_eq!(mailto("dana@harbor.example").as_deref(), Some("mailto:dana@harbor.example"));
        assert_eq!(mailto("dana@harbor.example?bcc=all@x.example"), None);
    }
}
