//! Suggest what they should do next, or say when you will call (A82, A83). "Another time" is none.
//!
//! Read as: a request or a question to them is a next step ("call me", "are you free Tuesday?", "look for my e-mail"); so is the
//! caller's own next try where it names a time, and something that will be sent.

use std::sync::LazyLock;

use super::{Hit, Level, Lint, Script, no_reason::sentences, phrase::Phrases};

pub(super) const LINT: Lint = Lint { id: "no_next_step", level: Level::Soft, seeds: &["002"], look };

static ASKS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "^|please|to|you|just|and|or|so|then|can|could|would|will|do|simply|now|back call|phone|ring|text|dial|email|ping|buzz|message|write @me|#|my|our|the|back|when|if|for|at|on",
        "call|phone|ring|text|dial @me",
        "give|giving|drop|shoot @me|my|the|our _? a? call|ring|shout|buzz|line|text|email|note|hour|minutes|number|office",
        "give me|us a|your",
        "return my|our|this|the call|message",
        "get back to @me",
        "^|please|or|and|can|you|could|to reach|get|find|contact|catch @me at|on|by|through|any|under|in|here|back|directly|until",
        "reach @me",
        "let me|us know",
        "let us meet|talk|speak|find|set|schedule|get|connect|chat|book|have|put|plan",
        "please call|phone|ring|text|dial|reach|reply|answer|contact|take|look|open|read|check|pick|expect|have|ask|tell|send|write|let|give|return|get|keep|hold|say|confirm|choose|book|join|come|visit|speak|find|respond|try|hit|press|leave|email",
        "are|is|be|if|when you|there free|available|open|around|able|in|a|good|better|time|interested",
        "can|could|shall|may|might|would|should we|you|i @adv? meet|talk|speak|chat|schedule|set|find|get|connect|book|have|do|visit|call|spare|join|tell|send|show|bring|give|let|ask|reply|answer|pick|make|take|stop|come|put|plan|walk|see|buy",
        "does|do|will|would|how|what|which|when|is|are about|time|day|is|are|would|works|suits",
        "work|works|suit|suits|good|fit|fits for? you",
        "does|would|will|is _? _? _? _? _? _? _? work|suit|fit|good|okay|better|best|possible",
        "how about @day|next|a|this|#|we|the",
        "reply|respond to my|the|this|with|by",
        "look|watch for|at my|the|it|our",
        "look|looking forward to your|hearing",
        "hope|hoping|love|like|glad|happy|eager to hear from|back",
        "look|open|read|check|see my|the|our|your _? _? email|inbox",
        "pick up when|the|if|and|next|on",
        "expect my|a|the call|email",
        "visit|see|go to? our|the|us|my",
        "^ call|phone|ring|text|dial|reply|email|write",
        "@me a call|ring|shout",
        "call|calling back at|on|when|before|by|this|today|tomorrow|#|@day|and|with",
        "would|will|can|could|do|are you _",
        "when you call|have|can|are",
    ])
});

static OWN: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "i|we will|shall|plan|would|can @adv? @adv? to? call|try|ring|phone|reach|be|follow|stop|send|email|dial|come|bring|drop|have|get|ask|leave|write",
        "i|we am|are @adv? going|planning|sending|emailing|calling|coming|trying|dropping|leaving to? you|an|back|call|try|ring|send|email|the|again|by",
        "i|we have @adv? sent|emailed",
        "let me call|try|send|ring|bring",
        "try|call you again|back",
    ])
});

static TIMES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "@day",
        "this|next|the|in|tomorrow|on afternoon|morning|evening|week|month|weekend|@day|@month",
        "at|around|by|before|after|until|between # _?",
        "in|within a|an|the? #|two|couple|few of? days|hours|minutes|weeks|day|hour|week",
        "@month #",
        "# of? @month",
        "first thing",
        "end of the|this week|day|month",
    ])
});

static SENDS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "i|we will|shall|am|are|have|just @adv? send|email|sending|emailing|sent|emailed|mail|mailing|mailed",
        "i|we will put it|them|this|that|the _? in|into|on",
    ])
});

fn look(script: &Script<'_>) -> Vec<Hit> {
    let (start, end) = script.whole();
    let named = sentences(&script.words).any(|sentence| {
        let own_try = OWN.any(sentence);
        let sends = SENDS.any(sentence);
        let ask = (!own_try || has_request(sentence)) && ASKS.any(sentence);
        ask || sends || own_try && TIMES.any(sentence)
    });
    // "Call 415-555-0123": the number is no word of a pattern.
    let numbered = script.timing.numbers.iter().any(|n| {
        let before = script.text[..n.start].trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        [
            "call",
            "call me at",
            "call me on",
            "dial",
            "ring",
            "text",
            "phone",
            "reach me at",
            "reach me on",
            "back at",
            "back on",
            "me at",
            "me on",
            "at",
            "on",
        ]
        .iter()
        .any(|verb| before.strip_suffix(verb).is_some_and(|rest| rest.is_empty() || rest.ends_with(' ')))
            && before.split_whitespace().rev().take(6).any(|w| {
                matches!(
                    w.trim_matches(|c: char| !c.is_alphanumeric()),
                    "call" | "dial" | "ring" | "text" | "phone" | "reach" | "back" | "me"
                )
            })
    });
    if start == end || named || numbered {
        return vec![];
    }
    let last = script.words.last().map_or(0, |w| w.sentence);
    let span = script.words.iter().find(|w| w.sentence == last).map_or((start, end), |w| (w.start, end));
    vec![Hit::new(
        span,
        "It does not say what they should do next, or when you will.",
        "Ask for one thing, or name the day and time of your next try.",
    )]
}

/// "I'll call back another time, please wait" still asks; "I'll call back another time" does not.
fn has_request(sentence: &[super::phrase::Word]) -> bool {
    sentence.iter().any(|w| matches!(w.text.as_str(), "please" | "you" | "your" | "reach"))
        && sentence
            .iter()
            .any(|w| matches!(w.text.as_str(), "please" | "can" | "could" | "would" | "or" | "if" | "me" | "us" | "when" | "does" | "free"))
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    fn found(script: &str) -> bool {
        lint(script, &Context::default()).findings.iter().any(|f| f.rule == "no_next_step")
    }

    #[test]
    fn another_time_is_no_next_step() {
        for script in [
            "I'll call back another time.",
            "I'll try you again later.",
            "I will call you again soon.",
            "I was hoping to talk with you.",
            "Have a great day.",
            "We help plants fill night shifts. My number is 415-555-0123.",
            "I'll try again some other time. Bye.",
        ] {
            assert!(found(script), "{script}");
        }
    }

    #[test]
    fn an_ask_or_a_time_is_one() {
        for script in [
            "Please call me back at 415-555-0123.",
            "Call 415-555-0123.",
            "You can reach me at 415-555-0123.",
            "Are you free Tuesday at noon?",
            "Does Tuesday at 12:15 PM suit you?",
            "I'll try you again Thursday at 12:15.",
            "I'll call again tomorrow afternoon.",
            "Look for my e-mail, \"fifty people by May\".",
            "Let me know.",
            "Give me a ring.",
            "Could we talk on Friday?",
            "I'm sending you the two pages today.",
            "Please pick up when I call again on Monday.",
            "When you have two minutes, ring me.",
            "Call me.",
        ] {
            assert!(!found(script), "{script}");
        }
    }
}
