//! Text that is edited where it stands: it looks like text, is a text box to a keyboard and a screen reader, and tells where it was read.

use sycamore::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::{app::App, desk, words::proof};

/// One fact of the prospect.
pub(super) fn fact(app: App, fact: &'static str, label: &'static str, placeholder: &'static str) -> View {
    let node = create_node_ref();
    let value = app.select(move |judged| desk::value(&judged.situation.prospect, fact));
    let described = proof_id(fact);
    let proof = proof(app, fact, proof_id(fact));
    let view = view! {
        span(class="fact") {
            span(
                r#ref=node,
                class="editable",
                "data-fact"=fact,
                contenteditable="plaintext-only",
                role="textbox",
                tabindex="0",
                dir="auto",
                spellcheck="false",
                aria-label=label,
                aria-describedby=described,
                "data-placeholder"=placeholder,
                on:input=move |event: web_sys::Event| {
                    let text = event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|node| node.text_content());
                    edit(app, fact, text.unwrap_or_default());
                },
                on:keydown=leave_on_enter,
            ) {}
            (proof)
        }
    };
    create_effect(move || {
        let value = value.get_clone();
        let Some(node) = node.try_get() else { return };
        // What stands there already is left alone, so that the cursor stays where it is.
        if node.text_content().as_deref() != Some(value.as_str()) && !focused(&node) {
            node.set_text_content(Some(&value));
        }
    });
    view
}

/// Where the fact was read, shown on hover and focus.
pub(super) fn proof(app: App, fact: &'static str, id: String) -> View {
    let words = app.select(move |judged| desk::fact(&judged.situation.prospect, fact).map(|fact| proof::proof(&fact)).unwrap_or_default());
    view! { span(class="proof", id=id, role="tooltip", dir="auto") { (words.get_clone()) } }
}

pub(super) fn proof_id(fact: &str) -> String {
    format!("proof-{fact}")
}

pub(super) fn edit(app: App, fact: &'static str, text: String) {
    let text: String = text.chars().filter(|c| !c.is_control()).take(300).collect();
    app.keep(|kept| {
        kept.edits.insert(fact.to_owned(), text);
    });
}

fn focused(node: &web_sys::Node) -> bool {
    let active = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    active.is_some_and(|active| node.is_same_node(Some(&active)))
}

/// One line: Enter and Escape end the edit.
pub(super) fn leave_on_enter(event: web_sys::KeyboardEvent) {
    if matches!(event.key().as_str(), "Enter" | "Escape") {
        event.prevent_default();
        if let Some(node) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
            let _ = node.blur();
        }
    }
}
