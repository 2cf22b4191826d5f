//! Pins: a script made into a template with named slots, and a template filled for somebody else without a word of the first one's.
//!
//! Slots inside a sentence have a fallback ("there", "your company"); slots that are a sentence go where there is nothing to say.

use serde::Serialize;

use super::{
    SegmentKind,
    heard::alike,
    material::{Line, Material},
    number::read_aloud,
    telephone, times,
    timing::sentence_ends,
};
use crate::{moment::Moment, prospect::HookKind, situation::Situation};

/// A slot, what stands for it where nothing is known, and what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Slot {
    pub name: &'static str,
    /// Empty for a slot that is a sentence: it goes with its sentence.
    pub fallback: &'static str,
    pub holds: &'static str,
}

pub const SLOTS: [Slot; 12] = [
    Slot { name: "name", fallback: "there", holds: "what to call the prospect" },
    Slot { name: "organization", fallback: "your company", holds: "the prospect's organization" },
    Slot { name: "title", fallback: "your role", holds: "the prospect's job title" },
    Slot { name: "place", fallback: "your area", holds: "the prospect's town" },
    Slot { name: "seller", fallback: "me", holds: "your name" },
    Slot { name: "seller_organization", fallback: "my company", holds: "your organization" },
    Slot { name: "number", fallback: "", holds: "your number as read aloud" },
    Slot { name: "time", fallback: "this week", holds: "a time in their call windows" },
    Slot { name: "hook", fallback: "", holds: "a sentence on something new about them" },
    Slot { name: "referral", fallback: "", holds: "a sentence on who sent you" },
    Slot { name: "connection", fallback: "", holds: "a sentence on what you have in common" },
    Slot { name: "information", fallback: "", holds: "a sentence on what they need to know" },
];

/// The script with slots for everything that belongs to this prospect, to the seller's signature and to the calendar.
pub fn pin(script: &str, situation: &Situation) -> String {
    let material = Material::of(situation, situation.now);
    let mut text = String::new();
    for sentence in sentences(script) {
        let slot = sentence_slot(sentence, situation, &material);
        let gap = &sentence[..sentence.len() - sentence.trim_start().len()];
        match slot {
            Some(slot) => {
                // A greeting before the sentence stays: "Hi Dana, Sam suggested …".
                let greeting =
                    sentence.trim_start().find(", ").filter(|at| *at < 40 && is_greeting(sentence.trim_start())).map_or(0, |at| at + 2);
                text.push_str(gap);
                text.push_str(&sentence.trim_start()[..greeting]);
                text.push_str(&format!("{{{slot}}}"));
            }
            None => text.push_str(sentence),
        }
    }
    let text = slot_numbers(&text, situation);
    let text = slot_times(&text);
    slot_names(&text, situation, &material)
}

/// The template filled for a prospect. Slots it does not know stay and are found by the lint `placeholder`.
pub fn fill(template: &str, situation: &Situation, now: Moment) -> String {
    let material = Material::of(situation, situation.now);
    let line = |line: Option<Line>| line.and_then(|line| line.says.into_iter().next());
    let mut times = times::offered(situation, now).said.into_iter();
    let number = situation.callback_number().map(|number| material.number.clone().unwrap_or_else(|| read_aloud(number, false)));
    let mut filled = String::new();
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        rest = &rest[open..];
        let Some(slot) = rest.find('}').and_then(|close| SLOTS.iter().find(|slot| slot.name == &rest[1..close])) else {
            filled.push('{');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[slot.name.len() + 2..];
        let value = match slot.name {
            "name" => material.called.clone(),
            "organization" => material.their_organization.clone(),
            "title" => material.their_title.clone(),
            "place" => situation.prospect.address.address_locality.as_ref().and_then(|fact| super::clean::organization(&fact.value)),
            "seller" => material.name.clone(),
            "seller_organization" => material.organization.clone(),
            "number" => number.clone(),
            "time" => times.next(),
            "hook" => line(material.hook(&HookKind::EVERY)),
            "referral" => line(material.referral()),
            "connection" => line(material.connection()),
            _ => line(material.valuable_information()),
        };
        let opens = filled.trim_end().is_empty() || filled.trim_end().ends_with(['.', '!', '?']);
        let value = value.unwrap_or_else(|| slot.fallback.to_owned());
        let sentence = slot.fallback.is_empty() && slot.name != "number";
        filled.push_str(&if sentence && !opens { super::material::inside(&value) } else { value });
    }
    filled.push_str(rest);
    tidy(&filled)
}

/// The sentences of a script, each with the white space before it.
fn sentences(script: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for end in sentence_ends(script) {
        let end = end + script[end..].bytes().take_while(|b| matches!(b, b'.' | b'!' | b'?')).count();
        found.push(&script[from..end]);
        from = end;
    }
    found.push(&script[from..]);
    found
}

fn is_greeting(sentence: &str) -> bool {
    ["hi ", "hello", "hey ", "good morning", "good afternoon", "dear "].iter().any(|word| sentence.to_lowercase().starts_with(word))
}

/// Which slot the whole sentence is: it says what a hook, a referral, a connection or the user's information says.
fn sentence_slot(sentence: &str, situation: &Situation, material: &Material<'_>) -> Option<&'static str> {
    let says = |text: &str| alike(text, sentence);
    let spoken = |line: Option<Line>| line.is_some_and(|line| line.says.iter().any(|text| sentence.contains(text.trim_end_matches('.'))));
    if situation.referred_by().is_some_and(says) || spoken(material.referral()) {
        return Some("referral");
    }
    if situation.connection().is_some_and(says) || spoken(material.connection()) {
        return Some("connection");
    }
    if situation.valuable_information().is_some_and(says) || spoken(material.valuable_information()) {
        return Some("information");
    }
    let hook = situation.page_hooks().any(|hook| says(&hook.text)) || HookKind::EVERY.iter().any(|kind| spoken(material.hook(&[*kind])));
    hook.then_some("hook")
}

/// The seller's number is a slot; the prospect's own go altogether.
fn slot_numbers(text: &str, situation: &Situation) -> String {
    let mut slotted = String::new();
    let mut from = 0;
    for number in telephone::find(text, situation.callback_number()) {
        slotted.push_str(&text[from..number.start]);
        slotted.push_str("{number}");
        from = number.end;
    }
    slotted + &text[from..]
}

/// Whether the script offers or announces a time by its weekday.
pub(super) fn names_a_time(script: &str) -> bool {
    slot_times(script) != script
}

/// "Tuesday at 12:15 PM" and a weekday alone.
fn slot_times(text: &str) -> String {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let mut slotted = String::new();
    let mut rest = text;
    while let Some((at, day)) = DAYS.iter().filter_map(|day| Some((word_at(rest, day)?, *day))).min() {
        slotted.push_str(&rest[..at]);
        slotted.push_str("{time}");
        rest = &rest[at + day.len()..];
        let clock = rest.strip_prefix(" at ").map(|after| {
            let end = after.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(after.len());
            let half = ["AM", "PM", "am", "pm"]
                .iter()
                .find(|half| after[end..].trim_start().starts_with(**half))
                .map_or(0, |half| after[end..].find(*half).unwrap_or(0) + 2);
            (end, 4 + end + half)
        });
        if let Some((_, length)) = clock.filter(|(digits, _)| *digits > 0) {
            rest = &rest[length..];
        }
    }
    slotted + rest
}

/// Names, longest first, each as whole words with its own letters' case.
fn slot_names(text: &str, situation: &Situation, material: &Material<'_>) -> String {
    let prospect = &situation.prospect;
    let mut names: Vec<(String, &'static str)> = Vec::new();
    let mut add = |text: &str, slot: &'static str| {
        let text = text.trim();
        if text.chars().filter(|c| c.is_alphanumeric()).count() > 1 {
            names.push((text.to_owned(), slot));
        }
    };
    for (raw, clean) in [(prospect.name.as_ref().map(|f| f.value.as_str()), material.their_name.as_deref())] {
        for name in [raw, clean].into_iter().flatten() {
            add(name, "name");
            for word in name.split_whitespace().filter(|word| word.chars().next().is_some_and(char::is_uppercase) && !word.ends_with('.')) {
                add(word.trim_matches(|c: char| !c.is_alphanumeric()), "name");
            }
        }
    }
    for name in [prospect.works_for.as_ref().map(|f| f.value.as_str()), material.their_organization.as_deref()].into_iter().flatten() {
        add(name, "organization");
        for end in [" Inc.", ", Inc.", " Inc", " LLC", ", LLC", " Ltd.", ", Ltd.", " Ltd", " GmbH", " Co."] {
            if let Some(short) = name.strip_suffix(end) {
                add(short, "organization");
            }
        }
    }
    for (fact, slot) in [(&prospect.job_title, "title"), (&prospect.address.address_locality, "place")] {
        if let Some(fact) = fact {
            add(&fact.value, slot);
        }
    }
    for (name, slot) in [(&material.name, "seller"), (&material.organization, "seller_organization")] {
        if let Some(name) = name {
            add(name, slot);
        }
    }
    crate::order::by_key(&mut names, |(name, _)| std::cmp::Reverse(name.len()));
    let mut text = text.to_owned();
    for (name, slot) in names {
        let mut slotted = String::new();
        let mut rest = text.as_str();
        while let Some(at) = word_at(rest, &name) {
            slotted.push_str(&rest[..at]);
            slotted.push_str(&format!("{{{slot}}}"));
            rest = &rest[at + name.len()..];
        }
        slotted.push_str(rest);
        text = slotted;
    }
    // Two slots of one name side by side are one: "{name} {name}".
    text.replace("{name} {name}", "{name}").replace("{name} {name}", "{name}")
}

/// Where a text stands as whole words, outside of slots.
fn word_at(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        before.is_none_or(|c| !c.is_alphanumeric() && c != '{' && c != '_')
            && after.is_none_or(|c| !c.is_alphanumeric() && c != '}' && c != '_')
    })
}

/// What an empty slot leaves behind: doubled spaces, a space before a mark, a mark alone.
fn tidy(text: &str) -> String {
    let mut tidied = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (loose, close) in [(" ,", ","), (" .", "."), (" ?", "?"), (",,", ","), (", .", "."), (",.", "."), ("..", "."), ("?.", "?")] {
        while tidied.contains(loose) {
            tidied = tidied.replace(loose, close);
        }
    }
    tidied
}

/// A script to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Starter {
    pub frame: &'static str,
    pub template: &'static str,
}

impl Starter {
    /// What the log calls it.
    pub fn id(&self) -> String {
        self.frame.replace(' ', "-")
    }
}

/// One script for each frame.
pub const SHELF: [Starter; 8] = [
    Starter {
        frame: "short commercial",
        template: "Hi {name}, this is {seller} with {seller_organization}, {number}. {hook} I have an idea for you on that, and it takes five minutes to tell. Please call me back at {number}.",
    },
    Starter {
        frame: "goal and next step",
        template: "Hi {name}, this is {seller}, {number}. {hook} I would like to show you what we can do with it. Does {time} suit you? I'm at {number}.",
    },
    Starter {
        frame: "five steps",
        template: "Hi {name}, {seller} with {seller_organization}, {number}. I'm calling because {organization} can spend less on this. There is one page I want you to see. Call {number}.",
    },
    Starter {
        frame: "referral",
        template: "Hi {name}, {referral} This is {seller}, {number}. I would like to hear what {organization} needs this year and tell you in five minutes what we can do. When you have two minutes, please call me back at {number}. Thank you.",
    },
    Starter {
        frame: "connection",
        template: "Hi {name}, {connection} This is {seller}, {number}. It gave me an idea for {organization}, and I would like your opinion on it before anybody else's. When you have two minutes, please call me back at {number}.",
    },
    Starter {
        frame: "compliment",
        template: "Hi {name}, this is {seller} with {seller_organization}, {number}. {hook} Well done, and I have a way to build on it. Please call me back at {number}.",
    },
    Starter {
        frame: "try again",
        template: "Hi {name}, this is {seller} again, {number}. I wanted to try you again while I'm at my desk. I found one more thing that {organization} can use. Please call me at {number}.",
    },
    Starter {
        frame: "customer",
        template: "Hi {name}, this is {seller} with {seller_organization}, {number}. Thank you for being our customer. {information} I would like to go through it with you. Does {time} suit you? I'm at {number}.",
    },
];

/// What kind of segment a slot's sentence is, for the colours of the editor.
pub fn kind_of(slot: &str) -> Option<SegmentKind> {
    Some(match slot {
        "hook" | "information" => SegmentKind::Reason,
        "referral" => SegmentKind::Referral,
        "connection" => SegmentKind::Connection,
        "number" => SegmentKind::Number,
        "time" => SegmentKind::NextStep,
        "seller" | "seller_organization" => SegmentKind::Identify,
        "name" | "organization" | "title" | "place" => SegmentKind::Greeting,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::draft::{draft, lint};

    fn situation(n: usize) -> Situation {
        const FIRST: [&str; 10] = ["Dana", "Óscar", "Priya", "Leo", "Grace", "Siobhán", "Marcus", "Ingrid", "Tomasz", "Yuki"];
        const LAST: [&str; 10] =
            ["Whitfield", "Peña Ruiz", "van der Berg", "Okafor", "O’Brien", "Lindqvist", "Kowalski", "Hart", "Marsh", "Tanaka"];
        const PLACES: [&str; 8] = [
            "Acme Foods",
            "Brightline Inc.",
            "Lakeside Freight",
            "Zephyr & Sons",
            "Quill Press",
            "Harbor Steel, Ltd.",
            "Nimbus Labs",
            "Elgin Dairy",
        ];
        const TITLES: [&str; 4] = ["COO", "Plant Manager", "Head of Welding", "VP Logistics"];
        const CITIES: [&str; 5] = ["Joliet", "Fremantle", "Leeds", "Elmhurst", "Gary"];
        let (first, last, place, city) = (FIRST[n % 10], LAST[(n / 3) % 10], PLACES[(n / 7) % 8], CITIES[n % 5]);
        let hooks = [
            serde_json::json!([{"id": "a", "kind": "news", "text": format!("{place} opens a second plant in {city}")}]),
            serde_json::json!([{"id": "b", "kind": "hiring", "text": format!("We are hiring {} riggers", 20 + n)}]),
            serde_json::json!([{"id": "c", "kind": "talk", "text": format!("{first} {last} will speak at RigCon")}]),
            serde_json::json!([]),
        ];
        let more = [
            serde_json::json!({}),
            serde_json::json!({"referred_by": format!("Bruno {last}son")}),
            serde_json::json!({"connection": "we both sit on the Guild's board"}),
        ];
        serde_json::from_value(serde_json::json!({
            "seller": {"name": "Ann Lee", "organization": "Northwind", "telephone": "+14155550123", "offer": "help plants fill night shifts"},
            "prospect": {"name": format!("{}{first} {last}", if n.is_multiple_of(9) { "Dr. " } else { "" }), "worksFor": place, "jobTitle": TITLES[n % 4], "address": {"addressLocality": city}},
            "hooks": hooks[n % 4], "answers": more[n % 3], "goal": (["callback", "meeting", "pick_up_next_time", "read_email"][n % 4])
        }))
        .unwrap()
    }

    fn words(texts: &[&str]) -> Vec<String> {
        texts.iter().flat_map(|t| t.split(|c: char| !c.is_alphanumeric())).filter(|w| w.chars().count() > 2).map(str::to_owned).collect()
    }

    fn own(situation: &Situation) -> Vec<String> {
        let p = &situation.prospect;
        let mut texts: Vec<&str> =
            [&p.name, &p.works_for, &p.address.address_locality].into_iter().flatten().map(|f| f.value.as_str()).collect();
        texts.extend(situation.referred_by());
        words(&texts).into_iter().filter(|w| !["Inc", "Ltd", "Sons", "der", "van"].contains(&w.as_str())).collect()
    }

    #[test]
    fn no_name_leaks_into_another_prospects_message() {
        let now: Moment = "2026-11-23T14:05:00-06:00".parse().unwrap();
        for n in 0..200 {
            let (one, other) = (situation(n), situation(n * 13 + 29));
            let edited = format!(
                "{} I know {} in {} well, as {}.",
                draft(&one, now, None).unwrap().script,
                one.prospect.works_for.as_ref().unwrap().value.trim_end_matches('.'),
                one.prospect.address.address_locality.as_ref().unwrap().value,
                one.prospect.job_title.as_ref().unwrap().value
            );
            let template = pin(&edited, &one);
            let filled = fill(&template, &other, now);
            let theirs = own(&other);
            for word in own(&one) {
                assert!(theirs.contains(&word) || word_at(&filled, &word).is_none(), "{word} leaks: {edited}\n{template}\n{filled}");
            }
            assert!(!filled.contains(['{', '}']), "{filled}");
            assert!(!lint::lint(&filled, &lint::Context::of(&other)).findings.iter().any(|f| f.rule == "placeholder"), "{filled}");
        }
    }

    #[test]
    fn a_pin_names_its_slots() {
        let one = situation(0);
        let script = "Hi Óscar, this is Ann Lee with Northwind, 415-555-0123. Does Tuesday at 12:15 PM suit you? I'm at 415-555-0123.";
        let mut two = one.clone();
        two.prospect.name = Some(crate::fact::Fact::typed("Óscar Peña Ruiz"));
        assert_eq!(
            pin(script, &two),
            "Hi {name}, this is {seller} with {seller_organization}, {number}. Does {time} suit you? I'm at {number}."
        );
    }

    #[test]
    fn the_shelf_fills_for_anybody() {
        let now: Moment = "2026-11-23T14:05:00-06:00".parse().unwrap();
        for starter in SHELF {
            for n in 0..20 {
                let filled = fill(starter.template, &situation(n), now);
                let report = lint::lint(&filled, &lint::Context { warm: true, ..lint::Context::of(&situation(n)) });
                assert!(!report.blocked() && !filled.contains("  "), "{}: {filled} {:?}", starter.frame, report.findings);
            }
            let nobody: Situation =
                serde_json::from_str(r#"{"seller": {"name": "Ann Lee", "organization": "Northwind", "telephone": "+14155550123"}}"#)
                    .unwrap();
            let filled = fill(starter.template, &nobody, now);
            assert!(filled.starts_with("Hi there,") && !filled.contains('{'), "{filled}");
        }
    }
}
