//! The pinned scripts: look for one, use it for this prospect, name it, move it, copy it, unpin it and bring it back; and a shelf of
//! scripts to begin with.

use aftertone::{draft::template::SHELF, store::profile::Pin};
use sycamore::prelude::*;

use super::{choice::text_of, focus};
use crate::{
    app::App,
    words::{labels::frame, pins, say::say_with},
};

pub(super) fn pinned(app: App) -> View {
    let list = app.on_desk(|desk| desk.profile.pins.clone());
    let wanted = create_signal(String::new());
    let unpinned = create_signal(None::<(usize, Pin)>);
    let count = move || list.with(Vec::len);
    let few = move || list.with(|list| list.len() < 4);
    let rows = create_memo(move || {
        let found = |pin: &Pin| wanted.with(|wanted| pins::found(pin, wanted));
        list.with(|list| list.iter().enumerate().filter(|(_, pin)| found(pin)).map(|(n, pin)| (n, pin.clone())).collect::<Vec<_>>())
    });
    view! {
        (match app.pinning.get_clone() {
            Some(template) => dialog(app, template),
            None => view! {},
        })
        details(class="pinned", "data-part"="pins") {
            summary { (say_with("pinned_scripts", &[&count().to_string()])) }
            input(r#type="search", placeholder="find_a_script", aria-label="find_a_script", hidden=few, on:input=move |event: web_sys::Event| wanted.set(text_of(&event)))
            ul { Keyed(list=rows, key=|row: &(usize, Pin)| (row.0, row.1.template.clone(), row.1.name.clone(), row.1.used), view=move |(n, pin)| one(app, unpinned, n, pin)) }
            button(class="plain", r#type="button", "data-do"="bring-back", hidden=move || unpinned.with(Option::is_none), on:click=move |_| {
                if let Some((at, pin)) = unpinned.take() {
                    app.profile(|profile| profile.pins.insert(at.min(profile.pins.len()), pin));
                }
            }) { "unpinned_back" }
            p(class="aim") { "to_begin_with" }
            ul(class="shelf") { (SHELF.iter().map(|starter| view! {
                li {
                    span(class="words") { (frame(starter.frame)) }
                    button(class="plain", r#type="button", "data-do"="use-starter", on:click=move |_| app.use_starter(starter)) { "use" }
                }
            }).collect::<Vec<View>>()) }
        }
    }
}

/// The script and the template made of it, side by side, before it is kept.
fn dialog(app: App, template: String) -> View {
    let script = app.judged.with_untracked(|judged| judged.script.clone());
    let words = create_signal(template.clone());
    view! {
        div(class="pin-dialog", role="group", aria-label="pin_this_script", "data-part"="pin") {
            p(dir="auto") { (script) }
            textarea(rows="5", maxlength="4000", aria-label="script_with_slots", dir="auto", "data-template"="", prop:value=wasm_bindgen::JsValue::from_str(&template),
                on:input=move |event: web_sys::Event| words.set(text_of(&event)))
            p(class="foot-line") {
                button(class="primary", r#type="button", "data-do"="save-pin", on:click=move |_| {
                    app.save_pin(words.get_clone());
                    focus::on("[data-do=pin]");
                }) { "pin_it" }
                button(class="plain", r#type="button", on:click=move |_| {
                    app.pinning.set(None);
                    focus::on("[data-do=pin]");
                }) { "not_now" }
            }
        }
    }
}

fn one(app: App, unpinned: Signal<Option<(usize, Pin)>>, n: usize, pin: Pin) -> View {
    let (title, used) = (pins::title(&pin), pins::use_of(&pin));
    let name = pin.name.clone();
    let change = move |change: fn(&mut Vec<Pin>, usize)| {
        app.profile(|profile| {
            if n < profile.pins.len() {
                change(&mut profile.pins, n)
            }
        })
    };
    view! {
        li {
            span(class="words", dir="auto", title=pin.template.clone()) { (title) (' ') small { (used) } }
            input(class="pin-name", aria-label="its_name", placeholder="their_name", maxlength="60", value=name, on:change=move |event: web_sys::Event| {
                let name = text_of(&event);
                app.profile(|profile| if let Some(pin) = profile.pins.get_mut(n) { pin.name = name });
            })
            button(class="plain", r#type="button", "data-do"="use-pin", on:click=move |_| app.use_pin(n)) { "use" }
            button(class="plain", r#type="button", "data-do"="pin-up", aria-label="move_up", disabled=n == 0, on:click=move |_| change(|pins, n| pins.swap(n, n.saturating_sub(1)))) { ('↑') }
            button(class="plain", r#type="button", "data-do"="copy-pin", on:click=move |_| change(|pins, n| {
                let id = format!("{:032x}", crate::clock::random());
                let copy = Pin { id, used: 0, last_used: None, ..pins[n].clone() };
                pins.insert(n, copy);
            })) { "double" }
            button(class="plain", r#type="button", "data-do"="unpin", on:click=move |_| {
                unpinned.set(app.desk.with_untracked(|desk| desk.profile.pins.get(n).cloned()).map(|pin| (n, pin)));
                change(|pins, n| drop(pins.remove(n)));
            }) { "unpin" }
        }
    }
}
