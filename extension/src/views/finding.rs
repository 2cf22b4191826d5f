//! One finding of the lints: why, and what to say instead, a click away.

use aftertone::draft::lint::{Finding, Level};
use sycamore::prelude::*;

use crate::app::App;

pub(super) fn finding(app: App, finding: Finding) -> View {
    let hard = finding.level == Level::Hard;
    let class = if hard { "finding hard" } else { "finding soft" };
    let level = if hard { "Must fix" } else { "Better" };
    let instead = finding.instead.clone();
    let found = finding.clone();
    view! {
        li(class=class, "data-lint"=finding.rule) {
            span(class="level") { (level) }
            span(class="words") {
                (finding.why)
                (match instead {
                    Some(instead) => view! { span(class="to-say") { " Instead: " (instead) } },
                    None => view! {},
                })
            }
            button(class="plain", r#type="button", "data-do"="fix", on:click=move |_| app.mend(&found)) { "Mend" }
        }
    }
}
