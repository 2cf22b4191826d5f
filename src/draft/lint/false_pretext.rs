//! "Returning your call" when they never called (A32): a lie in the first sentence costs the rest.

use std::sync::LazyLock;

use super::{Hit, Level, Lint, Script, phrase::Phrases};

pub(super) const LINT: Lint = Lint { id: "false_pretext", level: Level::Soft, seeds: &["001", "004"], look };

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "returning|return|returned your|a phone|voice|missed|recent|earlier|last? call|calls|message|messages|voicemail|voicemails",
        "to|will return your call|message|voicemail",
        "am|are|was|just|be calling you back",
        "am|are|was|just calling back $",
        "am|are|was getting back to you",
        "i|we got|received|missed|saw|have|heard your|a phone|missed|voice? call|message|voicemail|inquiry",
        "i|we got|received|missed a call|message|voicemail from you|your",
        "in|as response|reply|answer to your call|message|voicemail|inquiry",
        "thank|thanks you? for your|the call|message|voicemail|calling",
        "you called|phoned|rang me|us|earlier|yesterday|today|this|last|and|about",
        "you left|sent me|us|a message|voicemail|a? message|voicemail?",
    ])
});

fn look(script: &Script<'_>) -> Vec<Hit> {
    if script.context.they_called {
        return vec![];
    }
    script.hits(&PHRASES, "The log holds no call from them, so this is not true.", "Say why you are calling; if they did call, log it.")
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    fn found(script: &str, they_called: bool) -> bool {
        lint(script, &Context { they_called, ..Context::default() }).findings.iter().any(|f| f.rule == "false_pretext")
    }

    #[test]
    fn it_is_false_only_where_they_never_called() {
        for script in [
            "I'm returning your call.",
            "Just returning your phone call from Monday.",
            "I'm calling you back about the pump.",
            "I got your message.",
            "I missed your call.",
        ] {
            assert!(found(script, false), "{script}");
            assert!(!found(script, true), "{script}");
        }
        for script in [
            "Please return my call.",
            "Please call me back.",
            "I'll get back to you with a figure.",
            "You will get a call within the hour.",
        ] {
            assert!(!found(script, false), "{script}");
        }
    }
}
