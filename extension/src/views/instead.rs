//! With a skip: the line to say instead, for the door where the call landed.

use aftertone::calling::routes::Route;
use sycamore::prelude::*;

use super::{icon, who};
use crate::{
    app::App,
    words::{
        labels,
        say::{say, say_with},
        spoken,
    },
};

pub(super) fn instead(app: App) -> View {
    let shown = app.select(|judged| !judged.message_first() && !judged.decision.routes.is_empty());
    let routes = app.decision(|decision| decision.routes.clone());
    let picked = create_signal(None::<String>);
    let current = create_selector(move || {
        let wanted = picked.get_clone();
        routes.with(|routes| {
            let at = wanted.and_then(|id| routes.iter().position(|route| route.id == id)).unwrap_or(0);
            routes.get(at).cloned()
        })
    });
    let dial = create_selector(move || current.with(|route| route.as_ref().and_then(|route| route.dial.clone())));
    let ids = create_selector(move || routes.with(|routes| routes.iter().map(|route| route.id.clone()).collect::<Vec<_>>()));
    view! {
        section(class="card instead", "data-part"="instead", hidden=move || !shown.get(), aria-label="say_instead") {
            p(class="eyebrow") { "say_instead" }
            p(class="say", "data-say"="", dir="auto", lang="en") { (current.with(|route| route.as_ref().map(|route| route.say.clone()).unwrap_or_default())) }
            div(class="doors", role="group", aria-label="ways_round") {
                Keyed(list=ids, key=|id: &String| id.clone(), view=move |id: String| door(id, picked, routes))
            }
            p(class="quiet-actions") {
                a(class="plain", "data-dial"="", hidden=move || dial.with(Option::is_none), dir="ltr",
                    href=move || dial.with(|dial| dial.as_ref().map(|number| format!("tel:{}", who::dialable(number))))) {
                    (icon::icon(icon::PHONE)) (dial.with(|dial| dial.as_ref().map(|number| say_with("dial", &[&spoken::written(number)])).unwrap_or_default()))
                }
                button(class="plain", r#type="button", on:click=move |_| {
                    if let Some(route) = current.get_clone() {
                        crate::app::copy(app, route.say, say("line_copied"));
                    }
                }) { (icon::icon(icon::COPY)) "copy_the_line" }
            }
        }
    }
}

fn door(id: String, picked: Signal<Option<String>>, routes: ReadSignal<Vec<Route>>) -> View {
    let words = labels::route(&id);
    let here = id.clone();
    let to_pick = id.clone();
    let pressed = create_selector(move || {
        let first = routes.with(|routes| routes.first().is_some_and(|route| route.id == here));
        picked.with(|picked| picked.as_ref().map_or(first, |picked| *picked == here))
    });
    view! {
        button(class="door", r#type="button", "data-route"=id, aria-pressed=move || if pressed.get() { "true" } else { "false" },
            on:click=move |_| picked.set(Some(to_pick.clone()))) { (words) }
    }
}
