//! Bringing what is asked for into view, with the cursor in it.

use sycamore::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The first element that the selector finds; folded parts around it are opened.
pub(super) fn on(selector: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Ok(Some(element)) = document.query_selector(selector) else { return };
    let mut around = element.parent_element();
    while let Some(fold) = around {
        if fold.tag_name() == "DETAILS" {
            let _ = fold.set_attribute("open", "");
        }
        around = fold.parent_element();
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Whether what has the focus takes typing.
pub(super) fn is_typing() -> bool {
    let active = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    active.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || element.has_attribute("contenteditable")
    })
}

/// Whether the element has the focus.
pub(super) fn has(element: &HtmlElement) -> bool {
    let active = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    active.is_some_and(|active| element.is_same_node(Some(&active)))
}

/// The element, once it stands in the page.
pub(super) fn once_there(node: NodeRef) {
    on_mount(move || {
        if let Some(element) = node.try_get().and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}
