//! One finding of the lints: why, and what to say instead, a click away.

use aftertone::draft::lint::{Finding, Level};
use sycamore::prelude::*;

use crate::{app::App, words::say::say};

pub(super) fn finding(app: App, finding: Finding) -> View {
    let hard = finding.level == Level::Hard;
    let class = if hard { "finding hard" } else { "finding soft" };
    let level = if hard { "must_fix" } else { "better" };
    let instead = finding.instead.clone();
    let found = finding.clone();
    // The finding is the core's, in English; what the screen says of it is not.
    let language = say("language");
    let again = language.clone();
    view! {
        li(class=class, "data-lint"=finding.rule) {
            span(class="level", lang=language) { (level) }
            span(class="words") {
                (finding.why)
                (match instead {
                    Some(instead) => view! { span(class="to-say") { "instead_say" (instead) } },
                    None => view! {},
                })
            }
            button(class="plain", r#type="button", lang=again, "data-do"="fix", on:click=move |_| app.mend(&found)) { "mend" }
        }
    }
}
