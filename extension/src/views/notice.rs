//! What was just done, or went wrong, in one line; and touches that could not be written, with a way to try again.

use sycamore::prelude::*;

use super::icon;
use crate::app::{App, Door, Notice};
use crate::words::say::say_many;

pub(super) fn notice(app: App) -> View {
    view! {
        div(class="notices", role="status", "aria-live"="polite") {
            (match app.notice.get_clone() {
                None => view! {},
                Some(Notice::Said(words)) => view! { p(class="said") { (words) (close(app)) } },
                Some(Notice::Wrong(words)) => view! { p(class="wrong", "data-error"="notice") { (words) (close(app)) } },
            })
            (match app.waiting.with(Vec::len) {
                many if many > 0 && app.failed.get() => {
                    let words = say_many("unsaved", many);
                    view! {
                        p(class="wrong", "data-error"="unsaved") {
                            (words)
                            button(class="plain", r#type="button", "data-do"="retry", on:click=move |_| app.retry()) { "retry" }
                        }
                    }
                }
                _ => view! {},
            })
            (app.troubles.get_clone().into_iter().chain(app.lost.get_clone()).map(|words| view! {
                p(class="wrong", "data-error"="trouble") {
                    (words)
                    (if app.door == Door::Try { view! {} } else { view! { a(class="button", href="workbench.html#/exchange", target="_blank") { "backup" } } })
                }
            }).collect::<Vec<View>>())
        }
    }
}

fn close(app: App) -> View {
    view! {
        button(class="quiet", r#type="button", aria-label="close_this_line", on:click=move |_| app.notice.set(None)) { (icon::icon(icon::CLOSE)) }
    }
}
