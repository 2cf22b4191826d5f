//! The five authors in one room: their votes in one line, and the playbook that settles it.

use aftertone::decide::{Verdict, Votes};
use sycamore::prelude::*;

use super::choice;
use crate::{
    app::App,
    words::{authors, labels},
};

pub(super) fn room(app: App) -> View {
    let votes = app.decision(|decision| decision.votes.clone());
    let seats: Vec<View> = authors::AUTHORS
        .iter()
        .map(|author| {
            let vote = create_selector(move || votes.with(|votes| cast(votes, author.seed)));
            let word = move || if vote.get() == Verdict::Leave { "leave" } else { "skip" };
            view! {
                li("data-seed"=author.seed, "data-vote"=word, title=move || authors::says(author, vote.get())) {
                    span(class="seed") { (author.name) }
                    span(class="vote") { (word()) }
                    span(class="visually-hidden") { (format!(": {}", authors::says(author, vote.get()))) }
                }
            }
        })
        .collect();
    let playbook = app.on_desk(|desk| labels::id_of(&labels::SCHOOLS, desk.profile.playbook).to_owned());
    let schools = labels::options(&labels::SCHOOLS);
    let choice = choice::choice("playbook", "Playbook", schools, playbook, move |name| {
        if let Some(school) = labels::by_id(&labels::SCHOOLS, &name) {
            app.profile(|profile| profile.playbook = school);
        }
    });
    view! {
        section(class="card room", "data-part"="room", aria-label="The five authors") {
            h3 { "The five authors would" }
            ul(class="votes") { (seats) }
            details {
                summary { "Why they disagree" }
                ul(class="says") { (
                    authors::AUTHORS.iter().map(|author| {
                        let vote = create_selector(move || votes.with(|votes| cast(votes, author.seed)));
                        view! { li { strong { (author.name) } " (" (author.seed) "): " (authors::says(author, vote.get())) } }
                    }).collect::<Vec<View>>()
                ) }
            }
            label(class="pick") {
                span { "You decide by" }
                (choice)
            }
        }
    }
}

fn cast(votes: &Votes, seed: &str) -> Verdict {
    match seed {
        "000" => votes.seed_000,
        "001" => votes.seed_001,
        "002" => votes.seed_002,
        "003" => votes.seed_003,
        _ => votes.seed_004,
    }
}
