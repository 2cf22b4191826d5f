//! The seller's own words, however they were typed, as whole sentences: the longest first.

use super::{
    fit::{first_sentence, sentence, shortened, tells, verb_at},
    material::{inside, split},
    verbs::{Form, base, form},
};

const LONGEST: usize = 15;

/// What the seller does for people like them.
pub(super) fn offer(text: &str) -> Vec<String> {
    let Some(text) = first_sentence(text).or(Some(text)) else { return vec![] };
    let text = text.strip_prefix("to ").or_else(|| text.strip_prefix("To ")).unwrap_or(text);
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let word = first.to_lowercase();
    if speaks_for_itself(&word) {
        return sentence(text, LONGEST);
    }
    let said = match form(&word) {
        Some(Form::Base) => format!("We {} {rest}", word),
        Some(Form::Third(base)) => format!("We {base} {rest}"),
        Some(Form::Gerund) if !is_thing(rest) => format!("We {} {rest}", base(&word)),
        _ if verb_at(&split(text)).is_some_and(|n| n > 0) => text.to_owned(),
        _ => format!("We offer {}", inside(text)),
    };
    sentence(said.trim(), LONGEST)
}

/// A further sentence of the offer: said where it is one, else offered too.
pub(super) fn more(text: &str) -> Vec<String> {
    let first = text.split(' ').next().unwrap_or("").to_lowercase();
    match form(&first) {
        None if !speaks_for_itself(&first) && tells(&split(text)) => sentence(text, LONGEST),
        _ => offer(text),
    }
}

/// What a live conversation is worth to them (A69).
pub(super) fn incentive(text: &str) -> Vec<String> {
    let text = first_sentence(text).unwrap_or(text);
    let text = text.strip_prefix("to ").unwrap_or(text);
    let first = text.split(' ').next().unwrap_or("").to_lowercase();
    // "free line audit" is one, "free consultations" and "free training" are none.
    let last = text.rsplit(' ').next().unwrap_or("");
    let one = ["audit", "trial", "review", "assessment", "consultation", "demo", "quote", "estimate", "analysis", "sample", "report"]
        .contains(&last);
    let article = if first == "free" && one { "a " } else { "" };
    let prefix = if speaks_for_itself(&first) {
        return sentence(text, LONGEST + 2);
    } else if form(&first) == Some(Form::Base) && !is_thing(text.split_once(' ').map_or("", |(_, rest)| rest)) {
        // What is theirs to do, and what is ours.
        let theirs = matches!(first.as_str(), "see" | "learn" | "get" | "find" | "save" | "gain" | "recover");
        if theirs { "When we talk, you will" } else { "When we talk, we will" }
    } else if verb_at(&split(text)).is_some_and(|n| n > 0) {
        return sentence(text, LONGEST + 2);
    } else {
        "When we talk, you get"
    };
    shortened(&split(&inside(text)), 0, LONGEST - 3).into_iter().map(|said| format!("{prefix} {article}{said}.")).collect()
}

/// An interesting fact of the seller's bank.
pub(super) fn fact(text: &str) -> Vec<String> {
    let text = first_sentence(text).unwrap_or(text);
    let first = text.split(' ').next().unwrap_or("").to_lowercase();
    match form(&first) {
        _ if speaks_for_itself(&first) => sentence(text, LONGEST + 2),
        Some(Form::Base) => sentence(&format!("We {}", inside(text)), LONGEST + 2),
        Some(Form::Third(base)) => sentence(&format!("We {base} {}", text.split_once(' ').map_or("", |(_, rest)| rest)), LONGEST + 2),
        // "Founded in 1999", "Trusted by 40 plants", "Saved Elm Mills a million".
        Some(Form::Passive) => sentence(&format!("We were {}", inside(text)), LONGEST + 2),
        Some(Form::Past) => {
            let next = text.split(' ').nth(1).unwrap_or("");
            let done_to_us = matches!(first.as_str(), "founded" | "established") || matches!(next, "by" | "in" | "at");
            sentence(&format!("We {}{}", if done_to_us { "were " } else { "" }, inside(text)), LONGEST + 2)
        }
        _ if tells(&split(text)) => sentence(text, LONGEST + 2),
        // "ISO 9001 certified".
        _ if text.rsplit(' ').next().is_some_and(|last| form(last) == Some(Form::Passive)) => {
            sentence(&format!("We are {text}"), LONGEST + 2)
        }
        _ => {
            let facts = shortened(&split(&inside(text)), 0, LONGEST - 3).into_iter();
            facts.map(|fact| format!("Here is a fact for you: {fact}.")).collect()
        }
    }
}

fn speaks_for_itself(first: &str) -> bool {
    let first = first.split(['\'', '’']).next().unwrap_or("");
    matches!(first, "we" | "i" | "our" | "my" | "you" | "your" | "when" | "if")
}

/// "staffing for warehouses", "training services": a thing, not a doing.
fn is_thing(rest: &str) -> bool {
    let next = rest.split(' ').next().unwrap_or("");
    matches!(
        next,
        "" | "for"
            | "of"
            | "and"
            | "to"
            | "in"
            | "services"
            | "service"
            | "solutions"
            | "software"
            | "tools"
            | "systems"
            | "plans"
            | "programs"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(said: Vec<String>) -> String {
        said.into_iter().next().unwrap_or_default()
    }

    #[test]
    fn offers_become_sentences() {
        for (typed, said) in [
            ("help plants fill night shifts", "We help plants fill night shifts."),
            ("Helps plants fill night shifts.", "We help plants fill night shifts."),
            ("we cut changeover times", "We cut changeover times."),
            ("payroll software for dentists", "We offer payroll software for dentists."),
            ("Payroll software for dentists", "We offer Payroll software for dentists."),
            ("staffing for warehouses", "We offer staffing for warehouses."),
            ("helping plants fill shifts", "We help plants fill shifts."),
            ("to cut unplanned downtime by a third", "We cut unplanned downtime by a third."),
            ("I help dentists fill empty chairs", "I help dentists fill empty chairs."),
        ] {
            assert_eq!(first(offer(typed)), said, "{typed}");
        }
    }

    #[test]
    fn incentives_and_facts_become_sentences() {
        for (typed, said) in [
            ("a free line audit", "When we talk, you get a free line audit."),
            ("I'll bring the benchmark for your region", "I'll bring the benchmark for your region."),
            ("see the numbers for your area", "When we talk, you will see the numbers for your area."),
            ("show you the two-page benchmark", "When we talk, we will show you the two-page benchmark."),
        ] {
            assert_eq!(first(incentive(typed)), said, "{typed}");
        }
        assert_eq!(first(fact("Forty plants run our checks every night")), "Forty plants run our checks every night.");
        for (typed, said) in [
            ("Founded in 1999", "We were founded in 1999."),
            ("Trusted by 40 plants", "We were trusted by 40 plants."),
            ("Saved Elm Mills a million", "We saved Elm Mills a million."),
            ("ISO 9001 certified", "We are ISO 9001 certified."),
            ("a payback of 7 months", "Here is a fact for you: a payback of 7 months."),
        ] {
            assert_eq!(first(fact(typed)), said, "{typed}");
        }
        assert_eq!(first(offer("Free consultations")), "We offer free consultations.");
        assert_eq!(first(incentive("free line audit")), "When we talk, you get a free line audit.");
        assert_eq!(first(fact("cut downtime by a third at 40 plants")), "We cut downtime by a third at 40 plants.");
    }
}
