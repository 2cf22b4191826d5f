//! What the list of pinned scripts says of each.

use aftertone::{
    draft::template,
    fact::Fact,
    moment::Moment,
    prospect::{Hook, HookKind},
    situation::{Seller, Situation},
    store::profile::Pin,
};

use super::{
    date,
    say::{say, say_many, say_with},
};

/// The pinned script for a prospect. The first pins had slots of other names.
pub(crate) fn fill(pin: &str, situation: &Situation, now: Moment) -> String {
    const OLD: [(&str, &str); 3] = [("{full name}", "{name}"), ("{first name}", "{name}"), ("{last name}", "{name}")];
    let pin = OLD.iter().fold(pin.to_owned(), |pin, (old, new)| pin.replace(old, new));
    template::fill(&pin, situation, now)
}

/// The name, or the first words, for the list.
pub(crate) fn title(pin: &Pin) -> String {
    if !pin.name.trim().is_empty() {
        return pin.name.clone();
    }
    let title: String = pin.template.chars().take(60).collect();
    if title.len() < pin.template.len() { format!("{}…", title.trim_end()) } else { title }
}

/// "used 3 times, last 23 Nov"; blank where it never was.
pub(crate) fn use_of(pin: &Pin) -> String {
    let used = match (pin.used, pin.last_used) {
        (0, _) => String::new(),
        (n, None) => say_many("used", n as usize),
        (n, Some(at)) => say_with("used_last", &[&say_many("used", n as usize), &date::far(at.offset.to_datetime(at.timestamp))]),
    };
    match pin.returned {
        Some(false) if used.is_empty() => say("not_returned"),
        Some(false) => say_with("and_not_returned", &[&used]),
        _ => used,
    }
}

/// Somebody made up, with something of everything, to show a script on.
pub(crate) fn example(seller: Seller) -> Situation {
    let mut example = Situation { seller, ..Situation::default() };
    let prospect = &mut example.prospect;
    prospect.name = Some(Fact::typed("Dana Whitfield"));
    prospect.works_for = Some(Fact::typed("Larkspur Packaging"));
    prospect.job_title = Some(Fact::typed("Head of Operations"));
    prospect.address.address_locality = Some(Fact::typed("Joliet"));
    example.hooks.push(Hook {
        id: "example".into(),
        kind: HookKind::News,
        text: "Larkspur Packaging opens a second plant in Joliet".into(),
        date: None,
        source: String::new(),
    });
    example.answers.referred_by = Some("Ines Kowalski".into());
    example.answers.connection = Some("we both spoke at the packaging fair".into());
    example.answers.valuable_information = Some("The freight rates change in January".into());
    example
}

/// Whether a pin is looked for by these words.
pub(crate) fn found(pin: &Pin, wanted: &str) -> bool {
    let text = format!("{} {}", pin.name, pin.template).to_lowercase();
    wanted.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_pin_says_what_it_is_and_how_often_it_was_used() {
        let mut pin = Pin { template: "Hi {name}, this is {seller}.".into(), ..Pin::default() };
        assert_eq!((title(&pin).as_str(), use_of(&pin).as_str()), ("Hi {name}, this is {seller}.", ""));
        pin = Pin { name: "short".into(), used: 3, last_used: "2026-11-23T14:05:00-06:00".parse().ok(), ..pin };
        assert_eq!((title(&pin).as_str(), use_of(&pin).as_str()), ("short", "used 3 times, last 23 Nov"));
        assert!(found(&pin, "SHORT seller") && !found(&pin, "long"));
    }

    #[test]
    fn the_example_fills_every_slot() {
        let now: Moment = "2026-11-23T14:05:00-06:00".parse().unwrap();
        let seller =
            Seller { name: "Sam".into(), organization: "Brightline".into(), telephone: "+13125550188".into(), ..Seller::default() };
        for slot in template::SLOTS {
            let filled = fill(&format!("{{{}}}", slot.name), &example(seller.clone()), now);
            assert!(!filled.is_empty() && filled != slot.fallback || slot.name == "time", "{}: {filled}", slot.name);
        }
    }

    #[test]
    fn old_slots_are_filled_too() {
        let situation: Situation = serde_json::from_str(r#"{"prospect": {"name": "Ravi Patel"}}"#).unwrap();
        let now: Moment = "2026-11-23T14:05:00-06:00".parse().unwrap();
        assert_eq!(fill("Hi {first name}.", &situation, now), "Hi Ravi.");
    }
}
