//! Be creative, not ordinary (A87): "touching base" says that there is nothing new.
//!
//! Read as: touching base, circling back and the like anywhere; checking in where the caller does it (guests may check in); following
//! up where nothing follows, or only an earlier message does. "Following up on the quote you asked for" has something new.

use std::sync::LazyLock;

use super::{
    Hit, Level, Lint, Script,
    phrase::{Phrases, Word},
};

pub(super) const LINT: Lint = Lint { id: "cliche", level: Level::Soft, seeds: &["001", "004"], look };

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "touch|touching|touched base",
        "circle|circling|circled back",
        "i|am|are|was|were|just|quickly|simply|only|be|keep|we checking in",
        "^ checking in",
        "want|wanted|like|love|calling|called|thought|meant|just|figured to|i|we would|will|might? just? quickly? check in on|with|and|to|$",
        "just|to|quick check in $",
        "quick|little|friendly check in|up",
        "see how things|everything|it are|is|goes going?",
        "just|only|simply|quickly following|follow up",
        "calling|called|wanted|want|like|wanting|trying to just|quickly? follow up $",
        "calling|called|wanted|want|like|wanting|trying to just|quickly? follow up with you $",
        "following|follow up $",
        "following|follow up with you $",
        "following|follow up on|to|from|with my|our|the|a|an|several last|previous|earlier|prior|recent|first|other? call|calls|message|messages|voicemail|voicemails|email|emails|note|notes|letter|conversation|attempt|attempts",
        "am|was just|only? following up and|again|to see|check",
        "bumping|bump this|my|it|back",
        "ping|pinging|pinged you|back",
        "pick|picking your brain",
        "hope|hoping|trust this|my|the message|voicemail|call|email|note? finds|finding you",
        "at your earliest convenience",
    ])
});

fn look(script: &Script<'_>) -> Vec<Hit> {
    script.hits(
        &PHRASES,
        "They hear this from everyone, and it brings nothing new.",
        "Give one new fact or one new reason, and say it first.",
    )
}

pub(super) fn any(words: &[Word]) -> bool {
    PHRASES.any(words)
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    fn found(script: &str) -> bool {
        lint(script, &Context::default()).findings.iter().any(|f| f.rule == "cliche")
    }

    #[test]
    fn worn_phrases_are_found() {
        for script in [
            "I'm just touching base.",
            "I wanted to touch base with you.",
            "I'm just checking in.",
            "Just wanted to check in with you.",
            "I'm following up.",
            "I'm just following up with you.",
            "I am following up on my last message.",
            "I wanted to follow up on my previous voice mail.",
            "Let's circle back next week.",
            "Calling to check in and see how things are going.",
            "Hope this message finds you well.",
        ] {
            assert!(found(script), "{script}");
        }
        for script in [
            "I'm following up on the quote you asked for.",
            "Your guests check in twice as fast.",
            "We follow up on every invoice for you.",
            "Guests checking in at midnight get a person.",
            "The base of the pump needs a touch of paint.",
            "I'm following up on Tuesday's inspection with the two figures you wanted.",
        ] {
            assert!(!found(script), "{script}");
        }
    }
}
