//! Where did the call land? One tap gives the line to read aloud there, and logs what landing there is.

use aftertone::draft::doorway::{DOORS, Door, line};
use sycamore::prelude::*;

use super::icon;
use crate::{
    app::App,
    judged::Judged,
    words::{labels, say::say},
};

pub(super) fn doorway(app: App) -> View {
    let picked = create_signal(None::<usize>);
    // Another person is another call.
    let whom = app.on_desk(|desk| desk.chosen.clone());
    create_effect(move || {
        whom.track();
        picked.set(None);
    });
    let says = create_selector(move || {
        let door = picked.get().and_then(|at| DOORS.get(at));
        app.judged.with(|judged| door.map(|door| (words(judged, door), advice(judged, door))).unwrap_or_default())
    });
    let doors: Vec<View> = (0..DOORS.len()).map(|at| button(app, at, picked)).collect();
    view! {
        section(class="card doorway", "data-part"="doorway", aria-label="where_landed") {
            p(class="eyebrow") { "where_landed" }
            div(class="doors", role="group", aria-label="where_landed") { (doors) }
            div(class="landed", role="status", "aria-live"="polite", hidden=move || says.with(|(line, _)| line.is_empty())) {
                p(class="say", "data-line"="", dir="auto", lang="en") { (says.with(|(line, _)| line.clone())) }
                p(class="hint") {
                    (says.with(|(_, advice)| advice.clone())) (' ')
                    button(class="plain", r#type="button", on:click=move |_| crate::app::copy(app, says.with(|(line, _)| line.clone()), say("line_copied"))) {
                        (icon::icon(icon::COPY)) "copy"
                    }
                }
            }
        }
    }
}

fn button(app: App, at: usize, picked: Signal<Option<usize>>) -> View {
    let door = DOORS[at];
    let name = labels::route(door.id);
    view! {
        button(class="door", r#type="button", "data-door"=door.id, aria-pressed=move || if picked.get() == Some(at) { "true" } else { "false" },
            on:click=move |_| {
                picked.set(Some(at));
                if let Some((kind, outcome)) = door.logs {
                    app.landed(kind, outcome);
                }
            }) { (name) }
    }
}

/// At the mailbox the decision holds: the message where one is left, else nothing at all.
fn words(judged: &Judged, door: &Door) -> String {
    match line(door.id, &judged.situation, &judged.draft, judged.now) {
        none if !none.is_empty() => none,
        _ if judged.decision.decision == aftertone::decide::Verdict::Leave => judged.script.clone(),
        _ => say("say_nothing"),
    }
}

fn advice(judged: &Judged, door: &Door) -> String {
    if door.id == "mailbox" { format!("{}. {}", judged.headline.words, judged.why) } else { door.advice.to_owned() }
}
