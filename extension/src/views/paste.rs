//! On the try page: paste a page's HTML and see what would be said on it.

use sycamore::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::choice::text_of;
use crate::app::{App, read_pasted};

pub(super) fn paste(app: App) -> View {
    let pasted = create_signal(String::new());
    view! {
        details(class="paste") {
            summary { "paste_a_page" }
            p(class="hint-line") { "paste_how" }
            textarea(aria-label="html_of_a_page", rows="4", "data-paste"="", on:input=move |event: web_sys::Event| pasted.set(text_of(&event)))
            button(class="primary", r#type="button", "data-do"="read-pasted", on:click=move |_| {
                let html = pasted.get_clone();
                spawn_local(async move { read_pasted(app, &html).await });
            }) { "read_it" }
        }
    }
}
