//! A plan by month: what is due or barred on each day, as letters in a grid and as words in its list.

use aftertone::plan::{Day, Plan};
use sycamore::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::words::ahead;

/// Days told in a row below the grid; the plan itself has them all.
const TOLD: usize = 14;

pub(crate) fn months(plan: &Plan) -> View {
    let mut months: Vec<(String, Vec<View>)> = Vec::new();
    for day in &plan.days {
        let Some(date) = ahead::civil(day) else { continue };
        let name = date.strftime("%B %Y").to_string();
        if months.last().is_none_or(|(last, _)| *last != name) {
            // Monday first: so many days of the week lie before the month's first day in the plan.
            let before = (0..date.weekday().to_monday_zero_offset()).map(|_| view! { li(class="none", aria-hidden="true") }).collect();
            months.push((name, before));
        }
        if let Some((_, days)) = months.last_mut() {
            days.push(cell(day, date.day()));
        }
    }
    let months: Vec<View> = months
        .into_iter()
        .map(|(name, days)| {
            view! {
                h4 { (name) }
                ol(class="month") { (days) }
            }
        })
        .collect();
    let due: Vec<View> = plan.days.iter().filter(|day| !matches!(ahead::mark(day), "allowed" | "rest")).take(TOLD).map(row).collect();
    view! {
        div(class="months") {
            (months)
            ul(class="told") { (due) }
        }
    }
}

/// A day of the strip: how tall it stands tells as much as its colour, and the words tell all.
pub(crate) fn mark(day: &Day) -> View {
    let (date, mark, told, title) = (day.date.clone(), ahead::mark(day), ahead::told(day), ahead::told(day));
    view! { li("data-day"=date, "data-mark"=mark, title=title) { span(class="visually-hidden") { (told) } } }
}

pub(crate) fn legend() -> View {
    let marks = [
        ("voicemail", "voicemail"),
        ("call", "call"),
        ("email", "e-mail"),
        ("allowed", "open"),
        ("rest", "no voicemail"),
        ("closed", "no call"),
    ];
    let marks: Vec<View> =
        marks.into_iter().map(|(mark, words)| view! { span("data-mark"=mark) { i(aria-hidden="true") {} (words) } }).collect();
    view! { (marks) }
}

fn cell(day: &Day, number: i8) -> View {
    let (mark, letters, told, title) = (ahead::mark(day), ahead::letters(day), ahead::told(day), ahead::told(day));
    view! {
        li("data-mark"=mark, title=title) {
            span(aria-hidden="true") { (number) b { (letters) } }
            span(class="visually-hidden") { (told) }
        }
    }
}

fn row(day: &Day) -> View {
    let told = ahead::told(day);
    view! { li { (told) } }
}

/// Whether the `details` that this came from now stands open.
pub(crate) fn is_open(event: &web_sys::Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|details| details.has_attribute("open"))
}
