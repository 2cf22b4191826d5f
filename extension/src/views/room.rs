//! The five authors in one room: their votes in one line, and the playbook that settles it.

use aftertone::decide::{Verdict, Votes};
use sycamore::prelude::*;

use super::limits;
use crate::{app::App, words::authors};

pub(super) fn room(app: App) -> View {
    let votes = app.decision(|decision| decision.votes.clone());
    let seats: Vec<View> = authors::AUTHORS
        .iter()
        .map(|author| {
            let vote = create_selector(move || votes.with(|votes| cast(votes, author.seed)));
            let word = move || if vote.get() == Verdict::Leave { "leave" } else { "skip" };
            view! {
                li("data-seed"=author.seed, "data-vote"=word) {
                    span(class="vote") { (word()) }
                    strong { (author.name) " " span(class="seed") { (author.seed) } }
                    span(class="because-of") { (authors::says(author, vote.get())) }
                }
            }
        })
        .collect();
    let (playbook, says) = (limits::playbook(app, "playbook"), limits::says(app));
    view! {
        section(class="card room", "data-part"="room", aria-label="The five authors") {
            h3 { "The five authors would" }
            ul(class="votes") { (seats) }
            label(class="pick") {
                span { "You decide by" }
                (playbook)
            }
            (says)
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
