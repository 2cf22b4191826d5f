//! What was done so far: counts by kind, the last sixty days, the budget, and when to try next.

use aftertone::{
    decide::{Action, BudgetState, Counts},
    moment::Moment,
    touch::Kind,
};
use sycamore::prelude::*;

use super::timeline;
use crate::{
    app::{App, Door},
    words::{
        crm_line, labels,
        say::{say, say_with},
        when,
    },
};

/// How many of the newest touches are listed.
const LISTED: usize = 20;

pub(super) fn touches(app: App) -> View {
    let by_kind =
        labels::LOGS.map(|kind| count(app, labels::kind_id(kind), labels::counted(kind), move |counts| labels::count(counts, kind)));
    let counts: Vec<View> = by_kind.into_iter().chain([count(app, "inbound", "count_from_them", |counts| counts.inbound)]).collect();
    let (timeline, next, budget, list) = (timeline::timeline(app), next(app), budget(app), list(app));
    view! {
        section(class="card touches", "data-part"="touches", aria-label="touches") {
            h3 { "so_far" }
            ul(class="counts") { (counts) }
            (timeline)
            (next)
            (budget)
            (list)
            (same_person(app))
            (workbench(app))
        }
    }
}

/// "Same person as …?": only the user says so.
fn same_person(app: App) -> View {
    view! {
        (app.same_person.get_clone().into_iter().map(|(id, words)| view! {
            p(class="same-person") {
                (say_with("same_person", &[&words]))
                button(class="plain", r#type="button", "data-do"="merge", on:click=move |_| app.merge(id.clone())) { "yes_same_person" }
            }
        }).collect::<Vec<View>>())
    }
}

/// Everything that was logged, to change it; the try page has no workbench.
fn workbench(app: App) -> View {
    if app.door == Door::Try {
        return view! {};
    }
    let here =
        move || app.known_as.with(|id| id.as_ref().map_or("workbench.html#/due".to_owned(), |id| format!("workbench.html#/person/{id}")));
    let words = move || if app.known_as.with(Option::is_some) { say("change_a_touch") } else { say("whom_to_call_today") };
    view! { p(class="to-workbench") { a("data-do"="workbench", href=here, target="_blank") { (words()) } } }
}

fn count(app: App, id: &'static str, words: &'static str, get: impl Fn(&Counts) -> usize + 'static) -> View {
    let number = app.decision(move |decision| get(&decision.counts));
    view! {
        li(class=move || if number.get() == 0 { "none" } else { "" }) {
            strong("data-count"=id) { (number.get().to_string()) }
            span { (words) }
        }
    }
}

fn next(app: App) -> View {
    let words = app.select(|judged| {
        let decision = &judged.decision;
        if decision.action == Action::Stop {
            return say("no_next_call");
        }
        let until = decision.until.as_deref().and_then(|until| until.parse::<Moment>().ok());
        let here = |at: Moment| at.timestamp.to_zoned(judged.here.clone());
        match crm_line::next_try(until, &decision.windows, judged.now) {
            Some(at) => say_with("next_good_try", &[&when::day_and_time(&here(at), &here(judged.now))]),
            None => String::new(),
        }
    });
    view! { p(class="next-try", hidden=move || words.with(String::is_empty)) { (words.get_clone()) } }
}

fn budget(app: App) -> View {
    let words = app.decision(|decision| match (decision.budget.state, decision.budget.worth) {
        (BudgetState::Beyond, Some(worth)) => say_with("still_worth_it", &[&decision.budget.made.to_string(), &worth.to_string()]),
        (BudgetState::Within, Some(worth)) => say_with("calls_of_worth", &[&decision.budget.made.to_string(), &worth.to_string()]),
        _ => String::new(),
    });
    let beyond = app.decision(|decision| decision.budget.state == BudgetState::Beyond);
    view! { p(class=move || if beyond.get() { "budget beyond" } else { "budget" }, hidden=move || words.with(String::is_empty)) { (words.get_clone()) } }
}

fn list(app: App) -> View {
    let lines = app.select(|judged| {
        let now = judged.now.timestamp.to_zoned(judged.here.clone());
        let newest = judged.situation.touches.iter().rev().filter(|touch| touch.kind != Kind::Note).take(LISTED);
        newest
            .map(|touch| {
                let at = touch.at.timestamp.to_zoned(judged.here.clone());
                let outcome = touch.outcome.map(|outcome| format!(", {}", say(labels::outcome(outcome)))).unwrap_or_default();
                (when::day_and_time(&at, &now), format!("{}{outcome}", say(labels::touch(touch))))
            })
            .collect::<Vec<_>>()
    });
    view! {
        (if lines.with(Vec::is_empty) {
            view! { p(class="empty") { "nothing_yet" } }
        } else {
            view! {
                ul(class="log") { (
                    lines.get_clone().into_iter().map(|(at, words)| view! { li { span(class="at") { (at) } span { (words) } } }).collect::<Vec<View>>()
                ) }
            }
        })
    }
}
