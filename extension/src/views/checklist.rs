//! The checklist: first what could turn the decision, the rest folded; each row answered from page, log or clock, else by one tap.

use std::collections::BTreeSet;

use aftertone::{checklist::rules::RULES, decide};
use sycamore::prelude::*;

use super::{choice, row};
use crate::{
    app::{App, Phase},
    words::{
        labels,
        say::{say, say_with},
    },
};

pub(super) fn checklist(app: App) -> View {
    let rows = app.decision(|decision| decision.checklist.iter().map(|row| row.rule.clone()).collect::<Vec<_>>());
    let turning = turning(app);
    let first = create_selector(move || split(&rows.get_clone(), &turning.get_clone(), true));
    let rest = create_selector(move || split(&rows.get_clone(), &turning.get_clone(), false));
    let count = move || rest.with(Vec::len);
    let relationship = relationship(app);
    view! {
        section(class="card checklist", "data-part"="checklist", aria-label="checklist") {
            h3 { "could_turn_it" }
            (relationship)
            ul(class="rows") { Keyed(list=first, key=|id: &String| id.clone(), view=move |id: String| row::row(app, id)) }
            details(class="rest") {
                summary { (say_with("more_questions", &[&count().to_string()])) }
                ul(class="rows") { Keyed(list=rest, key=|id: &String| id.clone(), view=move |id: String| row::row(app, id)) }
            }
        }
    }
}

fn relationship(app: App) -> View {
    let value = app.on_desk(|desk| {
        desk.kept.answers.relationship.map(|known| labels::id_of(&labels::RELATIONSHIPS, known)).unwrap_or_default().to_owned()
    });
    let blank = (String::new(), say("not_said"));
    let options = std::iter::once(blank).chain(labels::options(&labels::RELATIONSHIPS)).collect();
    let choice = choice::choice("relationship", "how_know_them", options, value, move |name| {
        app.keep(|kept| kept.answers.relationship = labels::by_id(&labels::RELATIONSHIPS, &name));
    });
    view! {
        label(class="pick relationship") {
            span { "they_are" }
            (choice)
        }
    }
}

/// The rows to show first. They are told anew when a page is read or a touch logged, not on an answer: a row must not move away under
/// the hand that answers it.
fn turning(app: App) -> ReadSignal<BTreeSet<String>> {
    let occasion = create_selector(move || {
        let read = app.phase.with(|phase| *phase != Phase::Reading);
        (read, app.desk.with(|desk| (desk.touches.len(), desk.profile.playbook, desk.chosen.clone())))
    });
    create_memo(move || {
        occasion.track();
        app.judged.with_untracked(|judged| {
            let turning = decide::turning(&judged.situation, &judged.decision, judged.now).into_iter();
            // Being told to stop turns every decision; it is no question to begin with.
            let asked = turning.filter(|rule| *rule != "do_not_contact").map(str::to_owned);
            aftertone::order::set(asked.chain(judged.decision.because.iter().cloned()))
        })
    })
}

/// In the checklist's own order.
fn split(rows: &[String], first: &BTreeSet<String>, wanted: bool) -> Vec<String> {
    let order = |id: &String| RULES.iter().position(|rule| rule.id == id).unwrap_or(usize::MAX);
    let mut rows: Vec<String> = rows.iter().filter(|id| first.contains(*id) == wanted).cloned().collect();
    aftertone::order::by_key(&mut rows, order);
    rows
}
