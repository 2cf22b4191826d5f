//! The chooser where a page names several people; the choice is remembered for the page.

use sycamore::prelude::*;

use super::choice;
use crate::{
    app::App,
    desk::{self, label},
    words::say::say_with,
};

pub(super) fn people(app: App) -> View {
    let names = app.on_desk(|desk| {
        let mut names: Vec<String> = Vec::new();
        for person in desk.people().take(200) {
            let name = label(person);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    });
    view! {
        (if names.with(Vec::len) > 1 {
            let names = names.get_clone();
            let said = say_with("on_this_page", &[&names.len().to_string()]);
            let options = names.into_iter().map(|name| (name.clone(), name)).collect();
            let chosen = app.on_desk(|desk| desk.read_prospect().map(desk::label).unwrap_or_default());
            let choice = choice::choice("people", "whom_do_you_call", options, chosen, move |name| app.choose(name));
            view! {
                div(class="people") {
                    label(class="pick") {
                        span { (said) }
                        (choice)
                    }
                }
            }
        } else {
            view! {}
        })
    }
}
