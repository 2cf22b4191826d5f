//! The popup's height: 600 px are asked for; where the screen has less room, what there is.

use gloo::events::EventListener;
use web_sys::Window;

/// Below this the popup is still growing to its size, or the user zoomed so far in that everything scrolls.
const LEAST: f64 = 300.0;
const MOST: f64 = 600.0;

pub(super) fn fit() {
    let Some(window) = web_sys::window() else { return };
    take(&window);
    let again = window.clone();
    EventListener::new(&window, "resize", move |_| take(&again)).forget();
}

fn take(window: &Window) {
    let room = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(MOST);
    let root = window.document().and_then(|document| document.document_element());
    if let (LEAST..MOST, Some(root)) = (room, root) {
        let style: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(root);
        let _ = style.style().set_property("--height", &format!("{room}px"));
    }
}
