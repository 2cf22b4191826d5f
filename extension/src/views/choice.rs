//! A select whose value follows the state, also when another window changes it.

use sycamore::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

/// `options` are (value, words). The blank value, where there is one, comes first.
pub(super) fn choice(
    input: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    value: ReadSignal<String>,
    choose: impl Fn(String) + 'static,
) -> View {
    let node = create_node_ref();
    let options: Vec<View> = options.into_iter().map(|(value, words)| view! { option(value=value) { (words) } }).collect();
    let view = view! {
        select(r#ref=node, "data-input"=input, aria-label=label, on:change=move |event: web_sys::Event| {
            if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
                choose(select.value());
            }
        }) { (options) }
    };
    create_effect(move || {
        let value = value.get_clone();
        if let Some(select) = node.try_get().and_then(|node| node.dyn_into::<HtmlSelectElement>().ok()) {
            select.set_value(&value);
        }
    });
    view
}

/// What was typed into the input, textarea or text box that the event came from.
pub(super) fn text_of(event: &web_sys::Event) -> String {
    let target = event.target();
    let input = target.as_ref().and_then(|target| target.dyn_ref::<web_sys::HtmlInputElement>()).map(web_sys::HtmlInputElement::value);
    let area = || target.as_ref().and_then(|target| target.dyn_ref::<web_sys::HtmlTextAreaElement>()).map(|area| area.value());
    input.or_else(area).unwrap_or_default()
}
