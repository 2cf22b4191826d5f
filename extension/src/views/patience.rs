//! The patience calendar: sixty days ahead as a strip, each day told in words, and the same by month when unfolded.

use sycamore::prelude::*;

use super::month;
use crate::{app::App, words::ahead};

pub(super) fn patience(app: App) -> View {
    let unfolded = create_signal(false);
    let next = move || app.plan.with(|plan| plan.as_ref().map(|plan| ahead::next(&plan.days)).unwrap_or_default());
    view! {
        section(class="card patience", "data-part"="calendar", aria-label="The days ahead", hidden=move || app.plan.with(Option::is_none)) {
            h3 { "The next 60 days" }
            ol(class="strip", aria-label="The next 60 days, day by day") {
                (app.plan.with(|plan| plan.iter().flat_map(|plan| &plan.days).map(month::mark).collect::<Vec<View>>()))
            }
            p(class="legend") { (month::legend()) }
            p(class="ahead") { (next()) }
            details(on:toggle=move |event: web_sys::Event| unfolded.set(month::is_open(&event))) {
                summary { "By month, with the reasons" }
                (if unfolded.get() { app.plan.with(|plan| plan.as_ref().map_or_else(View::new, month::months)) } else { View::new() })
            }
        }
    }
}
