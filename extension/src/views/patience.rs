//! The patience calendar: sixty days ahead as a strip, each day told in words, and the same by month when unfolded.

use std::cell::RefCell;

use sycamore::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::month;
use crate::{
    app::App,
    tree::{self, Node, el},
    words::say::say,
};

pub(super) fn patience(app: App) -> View {
    let place = create_node_ref();
    let drawn: RefCell<Vec<Node>> = RefCell::default();
    create_effect(move || {
        let nodes = app.plan.with(|plan| {
            let Some(plan) = plan else { return vec![] };
            let fold = el("details").c(el("summary").t(say("by_month"))).all(month::months(plan));
            month::strip(plan).into_iter().chain([fold]).collect()
        });
        if let Some(place) = place.try_get().and_then(|node| node.dyn_into::<Element>().ok()) {
            tree::put(&place, &drawn.borrow(), &nodes);
            drawn.replace(nodes);
        }
    });
    view! {
        section(class="card patience", "data-part"="calendar", aria-label="days_ahead", hidden=move || app.plan.with(Option::is_none)) {
            h3 { "next_60_days" }
            div(r#ref=place)
        }
    }
}
