//! What is said where the page can't be read: the same screen, filled by hand.

use sycamore::prelude::*;

use crate::app::{App, Phase};

pub(super) fn manual(app: App) -> View {
    let why = create_selector(move || app.phase.with(|phase| if let Phase::Manual(why) = phase { Some(why.clone()) } else { None }));
    let by_hand = app.by_hand();
    view! {
        (match why.get_clone() {
            Some(why) => view! { p(class="banner", "data-error"="page", role="alert") { (why) } },
            None if by_hand.get() => view! { p(class="banner") { "nobody_found" } },
            None => view! {},
        })
    }
}
