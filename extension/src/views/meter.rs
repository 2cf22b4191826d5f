//! How long the message takes to say, with marks at 30 and 45 seconds.

use sycamore::prelude::*;

use crate::{
    app::App,
    words::{decimal, say::say},
};

/// The bar's right end, in seconds.
const FULL: f64 = 60.0;

pub(super) fn meter(app: App) -> View {
    let tenths = app.select(|judged| (judged.lint.seconds * 10.0).round() as i64);
    let seconds = move || decimal(tenths.get() as f64 / 10.0);
    let width = move || format!("{:.1}", (tenths.get() as f64 / 10.0).min(FULL) / FULL * 100.0);
    let level = move || match tenths.get() {
        ..=300 => "good",
        301..=450 => "long",
        _ => "over",
    };
    let words = move || match tenths.get() {
        ..=300 => String::new(),
        301..=450 => say("over_30"),
        _ => say("too_long"),
    };
    view! {
        div(class="meter", "data-level"=level) {
            svg(class="bar", "viewBox"="0 0 100 10", "preserveAspectRatio"="none", "aria-hidden"="true", "focusable"="false") {
                rect("class"="track", "x"="0", "y"="2", "width"="100", "height"="6", "rx"="1")
                rect("class"="fill", "x"="0", "y"="2", "width"=width, "height"="6", "rx"="1")
                rect("class"="mark", "x"="49.8", "y"="0", "width"="0.6", "height"="10")
                rect("class"="mark", "x"="74.8", "y"="0", "width"="0.6", "height"="10")
            }
            span(class="marks", aria-hidden="true") {
                span(class="m30") { (30) }
                span(class="m45") { (45) }
            }
            span(class="seconds") {
                span("data-seconds"="") { (seconds()) }
                (" s".to_owned())
                span(class="level") { (words()) }
            }
        }
    }
}
