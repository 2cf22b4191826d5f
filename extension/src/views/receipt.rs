//! What this click sent and changed: a fold, counted by `receipt.js` when it is opened.

use sycamore::prelude::*;

use crate::app::{App, Door};

pub(super) fn receipt(app: App) -> View {
    if app.door == Door::Try {
        return view! {};
    }
    view! {
        details(class="receipt", "data-part"="receipt") {
            summary { "receipt" }
            div(role="status") { ul {} }
        }
    }
}
