//! A name or a figure that nobody gave: what stands in no quote, no answer, no setting and nowhere on the page may not be true.
//!
//! Looked for only where a situation with something read or answered stands behind the script; a script alone has nothing to be held
//! against. Times, weekdays and months are the seller's own to say, and so is how many minutes a talk takes.

use super::{Hit, Level, Lint, Script, phrase::Word};
use crate::{fact::Fact, situation::Situation};

pub(super) const LINT: Lint = Lint { id: "fact_without_quote", level: Level::Soft, seeds: &["004"], look };

/// Beyond so many bytes of the page nothing is looked for.
const READ: usize = 400_000;

fn look(script: &Script<'_>) -> Vec<Hit> {
    let Some(situation) = script.context.ground.filter(|situation| has_ground(situation)) else { return vec![] };
    let told = told(situation);
    let mut page: Option<String> = None;
    let mut known = |word: &str| {
        told.contains(word) || page.get_or_insert_with(|| floor(&situation.page_text).to_lowercase().replace(',', "")).contains(word)
    };
    let words = &script.words;
    let mut hits: Vec<Hit> = Vec::new();
    let mut last: Option<usize> = None;
    for (n, word) in words.iter().enumerate() {
        let numbered = script.timing.numbers.iter().any(|number| number.start <= word.start && word.end <= number.end);
        if numbered || !claims(script, n) || known(&word.text) {
            continue;
        }
        // Names of several words are one finding.
        match hits.last_mut().filter(|hit| last == n.checked_sub(1) && script.text.get(hit.end..word.start) == Some(" ")) {
            Some(hit) => hit.end = word.end,
            None => hits.push(Hit::new(
                (word.start, word.end),
                "Neither the page nor you said this: is it true?",
                "Say what you can show, or leave it out.",
            )),
        }
        last = Some(n);
    }
    hits
}

/// Whether there is anything a script could be held against.
fn has_ground(situation: &Situation) -> bool {
    let prospect = &situation.prospect;
    prospect.name.is_some() || prospect.works_for.is_some() || !situation.hooks.is_empty() || !situation.page_text.trim().is_empty()
}

/// Everything but the page that was read, answered, set or logged, in lower case and without commas in figures.
fn told(situation: &Situation) -> String {
    let (seller, prospect, answers) = (&situation.seller, &situation.prospect, &situation.answers);
    let facts = [&prospect.name, &prospect.job_title, &prospect.works_for].into_iter().flatten();
    let place = [&prospect.address.address_locality, &prospect.address.address_region].into_iter().flatten();
    let quoted = facts.chain(place).chain(&prospect.email).flat_map(|fact: &Fact| [fact.value.as_str(), fact.quote.as_str()]);
    let said = [&answers.referred_by, &answers.connection, &answers.valuable_information].into_iter().flatten().map(String::as_str);
    let own = [&seller.name, &seller.organization, &seller.offer, &seller.incentive].map(String::as_str);
    let lists = seller.facts.iter().map(|fact| &fact.text).chain(&seller.network).chain(&situation.questions).map(String::as_str);
    let hooks = situation.hooks.iter().map(|hook| hook.text.as_str());
    let all = quoted.chain(said).chain(own).chain(lists).chain(hooks);
    all.fold(String::new(), |told, text| told + "\n" + floor(text)).to_lowercase().replace(',', "")
}

fn floor(text: &str) -> &str {
    text.get(..text.floor_char_boundary(READ)).unwrap_or(text)
}

/// Whether a word is a name or a figure about the world.
fn claims(script: &Script<'_>, n: usize) -> bool {
    const OWN: &str = " i am pm a ok dr mr mrs ms mx prof st monday tuesday wednesday thursday friday saturday sunday january february march april may june \
        july august september october november december mondays tuesdays wednesdays thursdays fridays english ";
    let Some(word) = script.words.get(n) else { return false };
    let next = script.words.get(n + 1).filter(|next| next.sentence == word.sentence).map_or("", |next| next.text.as_str());
    if word.text.starts_with(|c: char| c.is_ascii_digit()) {
        return !is_time(script.text, word, next);
    }
    let own = |text: &str| OWN.contains(&format!(" {text} "));
    // Behind "Acme Inc." a sentence begins too.
    let opens =
        word.opens || script.text.get(..word.start).is_some_and(|before| before.trim_end().ends_with(['.', '!', '?', ':', '"', '“']));
    word.capital && !opens && !own(word.text.trim_end_matches("'s")) && word.text.chars().all(|c| c.is_alphabetic())
}

/// "12:15", "8 AM", "5pm", "two or 10 minutes".
fn is_time(script: &str, word: &Word, next: &str) -> bool {
    let spans = ["am", "pm", "minute", "minutes", "second", "seconds", "hour", "hours", "o", "oclock"];
    let colon = script.get(word.end..).is_some_and(|rest| rest.starts_with(':'))
        || script.get(..word.start).is_some_and(|rest| rest.ends_with(':'));
    colon || spans.contains(&next) || word.text.ends_with("am") || word.text.ends_with("pm")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Context, lint};
    use crate::situation::Situation;

    fn found(script: &str) -> Vec<String> {
        let situation: Situation = serde_json::from_str(
            r#"{"seller": {"name": "Ann Lee", "organization": "Northwind", "telephone": "+14155550123"},
                "prospect": {"name": "Dana Whitfield", "worksFor": "Acme Foods"}, "answers": {"referred_by": "Sam Ortiz"},
                "hooks": [{"id": "h", "kind": "hiring", "text": "We are hiring 50 people and 1,250 more"}], "pageText": "Our plant in Joliet"}"#,
        )
        .unwrap();
        let report = lint(script, &Context::of(&situation));
        report.findings.into_iter().filter(|f| f.rule == "fact_without_quote").map(|f| f.text).collect()
    }

    #[test]
    fn what_nobody_said_is_found() {
        assert_eq!(found("Hi Dana, we work with Lakeside Freight already."), ["Lakeside Freight"]);
        assert_eq!(found("You are hiring 80 people in Peoria."), ["80", "Peoria"]);
        assert_eq!(found("We save 35% of it since 2019."), ["35", "2019"]);
    }

    #[test]
    fn what_was_read_answered_or_set_is_not() {
        for script in [
            "Hi Dana, Sam Ortiz suggested I call. This is Ann Lee with Northwind, 415-555-0123.",
            "I read that Acme Foods is hiring 50 people in Joliet, and 1,250 more.",
            "Does Tuesday at 12:15 PM suit you? I need 10 minutes, or try me at 5pm in May.",
            "I'm at my desk until Friday, Dana.",
        ] {
            assert_eq!(found(script), Vec::<String>::new(), "{script}");
        }
        let alone = lint("Hi Bob, Acme saves 35%.", &Context::of(&Situation::default()));
        assert!(!alone.findings.iter().any(|f| f.rule == "fact_without_quote"));
    }
}
