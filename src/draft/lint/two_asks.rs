//! One ask (A85): who is asked for two things does neither.
//!
//! Read as: a request to call or talk beside one to visit a site, sign up, download or write; a meeting and a call back are one ask,
//! and so is replying to an e-mail that the message names.

use std::sync::LazyLock;

use super::{Hit, Level, Lint, Script, phrase::Phrases};

pub(super) const LINT: Lint = Lint { id: "two_asks", level: Level::Soft, seeds: &["002"], look };

static TALK: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "call|ring|phone @me",
        "call|ring back",
        "please call|ring|phone",
        "give @me a call|ring",
        "reach @me at|on",
        "are you free|available",
        "suit you",
        "can|could|shall we talk|meet|speak",
    ])
});
static WEB: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "visit|browse our|my|the website|site|page|web|store|shop",
        "go to our|my|the website|site|page",
        "check out our|my|the",
        "sign up for|at|on|today",
        "download our|my|the|a",
        "register for|at|on",
        "fill out|in our|my|the|a",
        "follow @me on",
        "connect with @me on",
        "email|text|write @me at|on|your|to|if|with|the|a",
        "send @me an|a email|text|note|message",
    ])
});

fn look(script: &Script<'_>) -> Vec<Hit> {
    let Some(second) = WEB.all(&script.words).into_iter().next().filter(|_| TALK.any(&script.words)) else { return vec![] };
    vec![Hit::new(
        script.span(second),
        "This is a second ask; who is asked for two things does neither.",
        "Keep the one that moves things on, and leave the other for the talk.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    fn found(script: &str) -> bool {
        lint(script, &Context::default()).findings.iter().any(|f| f.rule == "two_asks")
    }

    #[test]
    fn a_call_and_a_website_are_two() {
        assert!(found("Please call me, or visit our website."));
        assert!(found("Call me at noon. Email me at your convenience too."));
        assert!(!found("Please call me. Does Tuesday suit you?"));
        assert!(!found("Visit our website."));
    }
}
