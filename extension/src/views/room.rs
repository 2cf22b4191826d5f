//! The five authors in one room: their votes in one line, and the playbook that settles it.

use aftertone::decide::{Verdict, Votes};
use sycamore::prelude::*;

use super::limits;
use crate::{
    app::App,
    words::{authors, say::say},
};

pub(super) fn room(app: App) -> View {
    let votes = app.decision(|decision| decision.votes.clone());
    let seats: Vec<View> = authors::AUTHORS
        .iter()
        .map(|author| {
            let vote = create_selector(move || votes.with(|votes| cast(votes, author.seed)));
            let word = move || if vote.get() == Verdict::Leave { "leave" } else { "skip" };
            let said = move || say(if vote.get() == Verdict::Leave { "vote_leave" } else { "vote_skip" });
            let seed = author.seed.to_owned();
            view! {
                li("data-seed"=author.seed, "data-vote"=word) {
                    span(class="vote") { (said()) }
                    strong { (author.name) (' ') span(class="seed") { (seed) } }
                    span(class="because-of") { (authors::says(author, vote.get())) }
                }
            }
        })
        .collect();
    let (playbook, says) = (limits::playbook(app, "playbook"), limits::says(app));
    view! {
        section(class="card room", "data-part"="room", aria-label="five_authors") {
            h3 { "five_authors_would" }
            ul(class="votes") { (seats) }
            label(class="pick") {
                span { "you_decide_by" }
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
