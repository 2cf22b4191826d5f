//! A good business reason to want to talk (A68): a name and a number are none.
//!
//! Read as: a sentence gives a reason where, beside greeting, names, numbers, times and the vocabulary of calling, it holds two words
//! of matter (three where it says who is calling), or one after "about", "because", "regarding" or a referral. Introducing oneself,
//! touching base and unnamed "opportunities" are vocabulary of calling.

use std::{collections::HashSet, sync::LazyLock};

use super::{
    Hit, Level, Lint, Script,
    phrase::{Phrases, Word},
};

pub(super) const LINT: Lint = Lint { id: "no_reason", level: Level::Soft, seeds: &["002", "003", "004"], look };

static IDENTIFY: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&["this is", "my name is", "i am with|from|at|calling from|with", "name is", "here from|at|with|of", "calling from"])
});
static REASON: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "returning|answering your",
        "about|regarding|concerning|because|reason|since|idea|ideas|news|congratulations|congrats",
        "suggested|recommended that? i|we",
        "told me|us to|you|about|that",
        "said you|i|that",
        "referred|introduced me|us",
        "gave me|us your",
        "in|from common|the",
        "we|i @adv? offer|provide|sell|make|supply|build|bring|do",
        "you get|save|gain|receive|earn|keep",
        "enjoyed|loved|liked|saw|read|noticed|heard",
    ])
});

/// Words that carry no matter of their own in a voicemail.
const CALLING: &str = "a about acquaintance acquainted across after afternoon again all also am an and another any anytime are around as ask asked \
    asking at available away back base be because been before best bit bother busy but by bye call callback called caller calling \
    calls can care cell chance chat check checking circle circling company connect connecting contact convenience could couple \
    day days desk dial did direct discuss do does dr each earlier earliest eight email evening ever every exciting explain \
    extension few fifteen find finds fine firm first five follow following for forward four free friday from further get getting \
    give glad go going good goodbye great had half happy has hate have haven hear heard hearing hello here hey hi hold hope hoped \
    hoping hour hours how i if important in interest interested interesting introduce introducing introduction is it just know \
    later leave leaving left let like line little look looking love madam mailbox make matter may maybe me meet meeting message \
    might mine minute minutes miss missed mobile moment monday month more morning mr mrs ms much must my myself name need never \
    next nice nine no noon not now number of offer office oh okay on once one only opportunities opportunity or our ourselves out \
    outstanding over personal phone pick please pleased pleasure pm possible possibly product products question questions quick \
    quickly reach reached reaching really reason regarding repeat return ring said same saturday say saying second see service \
    services set seven shortly should since sir six so solution solutions some something sometime soon sorry speak speaking \
    spoken still sunday take talk talking team tell ten text than thank thanks that the their them then there they thing things \
    think thirty this those thought three thursday time times to today together tomorrow tonight too touch touching tried try \
    trying tuesday twenty two until up upon urgent us very voice voicemail wait waiting want wanted was way we wednesday week \
    weekend welcome well were what when where which while who why will wish with wonderful would year yes yet you your yours zero";

fn look(script: &Script<'_>) -> Vec<Hit> {
    let (start, end) = script.whole();
    if start == end || sentences(&script.words).any(gives_reason) {
        return vec![];
    }
    vec![Hit::new((start, end), "Nothing here tells them why to call back.", "Say one thing about them, and what you can do about it.")]
}

pub(super) fn sentences(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    words.chunk_by(|a, b| a.sentence == b.sentence)
}

fn gives_reason(sentence: &[Word]) -> bool {
    let matter = sentence.iter().filter(|word| has_matter(word)).count();
    let introduces = IDENTIFY.any(sentence);
    let reasoned = REASON.any(sentence);
    let name = sentence.iter().any(|word| word.capital && !word.opens && word.text != "i");
    match (reasoned, introduces) {
        (true, false) => matter >= 1 || name && sentence.len() > 4,
        (true, true) => matter >= 1,
        // "We find missed deductions": what they do, in however few words.
        (false, false) => matter >= 2 || matter == 1 && sentence.len() > 2 && sentence.first().is_some_and(|word| word.text == "we"),
        // Names in lower case count as matter, so more of it is wanted where nothing has a capital.
        (false, true) => matter >= if name { 3 } else { 4 },
    }
}

static CALLING_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| CALLING.split_whitespace().collect());

fn has_matter(word: &Word) -> bool {
    let name = word.capital && !word.opens;
    let letters = word.text.chars().all(char::is_alphabetic);
    !name && letters && word.text.chars().count() > 1 && !CALLING_WORDS.contains(word.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    fn found(script: &str) -> bool {
        lint(script, &Context::default()).findings.iter().any(|f| f.rule == "no_reason")
    }

    #[test]
    fn calling_alone_is_no_reason() {
        for script in [
            "This is Bob Smith. I was hoping to talk with you. I'll call back another time.",
            "Hi Dana, it's Ann Lee at 415-555-0123. Please call me back at 415-555-0123.",
            "Hi, this is bob smith with acme. I'd love to connect and introduce myself. Call me at 415-555-0123.",
            "Hello, Ann Lee here. I have an exciting opportunity for you. Please call me back tomorrow at noon.",
            "Just touching base. Call me.",
        ] {
            assert!(found(script), "{script}");
        }
    }

    #[test]
    fn matter_is_a_reason() {
        for script in [
            "Hi Dana, this is Ann Lee. We help plants fill night shifts. Call me.",
            "Tom Reyes suggested I call you.",
            "I'm calling about your account.",
            "I read that you are hiring 50 people.",
            "Congratulations on the award.",
            "Hi Dana, this is Ann Lee. We find missed deductions. Call me.",
            "This is Ann with Northwind, and we cut changeover times for canneries.",
        ] {
            assert!(!found(script), "{script}");
        }
    }
}
