//! Who says what the organization is called.

use super::{Candidate, form::has_legal_form, logo::logo};
use crate::{
    fact::{Fact, Source, present},
    page::{
        dom::Dom,
        head::Head,
        place,
        structured::{Entity, Kind, Role},
        text::{
            line::Line,
            name,
            title::{self, job_title},
        },
    },
};

/// What the page says for its readers; its data is [`marked_up`].
pub(super) fn written(dom: &Dom, lines: &[Line], head: &Head, addresses: &[&str]) -> Vec<Candidate> {
    let mut found = Vec::new();
    found.extend(head.site_name.clone().map(|fact| Candidate { fact, weight: 5.0, witness: "the site's name" }));
    page_title(dom, head, &mut found);
    logo(dom, addresses, &mut found);
    copyright(lines, &mut found);
    address_block(lines, &mut found);
    headings(dom, &mut found);
    found
}

pub(super) fn marked_up(entities: &[Entity]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for entity in entities.iter().filter(|entity| matches!(entity.kind, Kind::Organization | Kind::Place)) {
        let (weight, witness) = match (entity.role, &entity.source) {
            (Role::Named | Role::Employer, _) => continue,
            (Role::Publisher, _) => (5.0, "the data of the publisher"),
            (_, Source::Microformats) => (5.0, "the organization's card"),
            (Role::About, _) => (8.0, "the organization's data"),
            (Role::Listed, _) => (6.0, "the organization's data"),
        };
        found.extend(entity.name.clone().map(|fact| Candidate { fact, weight, witness }));
    }
    for entity in entities.iter().filter(|entity| entity.kind == Kind::Person && entity.role <= Role::Listed) {
        found.extend(entity.works_for.first().cloned().map(|fact| Candidate { fact, weight: 3.5, witness: "a person's data" }));
    }
    found
}

/// "Contact | Engines Ltd - Boston, MA": the parts of the title.
fn page_title(dom: &Dom, head: &Head, found: &mut Vec<Candidate>) {
    for (title, source, witness) in
        [(dom.title(), Source::Meta, "the title"), (head.title.unwrap_or_default(), Source::OpenGraph, "the shared title")]
    {
        let parts = title_parts(title);
        let count = parts.len();
        // What a shop shares of a page is the thing it sells.
        let sold = head.title.filter(|_| head.kind.is_some_and(|kind| kind.to_ascii_lowercase().contains("product")));
        for (nth, part) in parts.iter().enumerate() {
            // Sites sign their titles at the end, or else at the start.
            let weight = if count > 1 && nth + 1 == count {
                2.6
            } else if nth == 0 {
                2.2
            } else {
                1.4
            };
            let is_long = |name: &str| name.len() > 60 || name.split_whitespace().count() > 8;
            let mut name = without_lead(part);
            // "Engines Ltd, custom engines in Ohio, steam engines": the name first, then what people search for.
            if is_long(name) {
                name = without_lead(name.split(", ").next().unwrap_or_default());
            }
            if is_long(name) {
                continue;
            }
            let weight =
                weight + if name.len() < part.len() { 0.6 } else { 0.0 } + if count > 1 && has_legal_form(name) { 0.6 } else { 0.0 }
                    - if is_searched_for(name) || is_trade(name) { 1.6 } else { 0.0 }
                    - if sold.is_some_and(|sold| sold.starts_with(part)) { 2.0 } else { 0.0 }
                    - if count > 2 && is_stuffed(part, &parts) { 0.8 } else { 0.0 };
            found.push(Candidate { fact: Fact::new(name, source.clone(), title), weight, witness });
        }
    }
}

/// "Foil Substrate | Decal Material | Mylar Substrate": words that the title says over and over for a search engine.
fn is_stuffed(part: &str, parts: &[&str]) -> bool {
    let says =
        |other: &&&str, word: &str| **other != part && other.split(' ').any(|there| there.trim_end_matches('s').eq_ignore_ascii_case(word));
    let word = part.rsplit(' ').next().unwrap_or_default().trim_end_matches('s');
    word.len() > 3 && !has_legal_form(part) && parts.iter().filter(|other| says(other, word)).count() >= 1
}

/// "Dentist in Boise, ID", "Emergency Plumber Tulsa": what people type into a search engine, with the town behind it.
fn is_searched_for(name: &str) -> bool {
    let placed = [" in ", " near ", " à ", " en ", " a "].iter().filter_map(|word| name.split_once(word));
    let town = |words: &str| words.starts_with(char::is_uppercase) && !has_legal_form(words);
    let last = name.rsplit(' ').next().unwrap_or_default();
    let trade = name.split(' ').any(|word| title::is_head(&word.to_lowercase()));
    placed.map(|(_, behind)| behind).any(town) || trade && !has_legal_form(name) && place::city::known(last).is_some()
}

/// "Barristers and Solicitors", "Brandon's Website Design": what the house does, for whom it says so.
fn is_trade(name: &str) -> bool {
    let mut words = name.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    let is_linking = |word: &str| ["", "and", "und", "et", "y", "e"].contains(&word);
    let holders = words.clone().all(|word| is_linking(&word) || word.strip_suffix('s').is_some_and(title::is_head));
    let possessive = |word: &str| word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).map(str::to_owned);
    let owner = words.position(|word| possessive(&word).is_some()).unwrap_or_default();
    let town = || {
        let words: Vec<&str> = name.split_whitespace().take(owner + 1).collect();
        let own = possessive(&words.join(" "))?;
        let alone = own.rsplit(' ').next()?.to_owned();
        [own, alone].iter().any(|place| place::city::known(place).is_some() || place::region::by_name(place, None).is_some()).then_some(())
    };
    holders && !has_legal_form(name) || town().is_some()
}

pub(super) fn title_parts(title: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut take = |from: usize, to: usize| parts.extend(title.get(from..to).and_then(present));
    for (at, c) in title.char_indices() {
        let before = title.get(..at).is_some_and(|text| text.ends_with(char::is_whitespace));
        let after = title.get(at + c.len_utf8()..).is_some_and(|text| text.starts_with(char::is_whitespace));
        let cuts = match c {
            '|' | '»' | '«' | '•' | '·' | '—' | '>' | '<' | '~' => true,
            '-' | '–' | '/' | ',' => before && after || c == '–' && (before || after),
            ':' => after,
            _ => false,
        };
        if cuts {
            take(from, at);
            from = at + c.len_utf8();
        }
    }
    take(from, title.len());
    parts
}

/// "Welcome to Engines Ltd" names Engines Ltd.
pub(super) fn without_lead(text: &str) -> &str {
    let mut text = text.trim();
    for lead in [
        "Welcome to the ",
        "Welcome to ",
        "About the ",
        "About ",
        "Contact the ",
        "Contact ",
        "Contacting ",
        "Willkommen bei ",
        "Bienvenue chez ",
        "Why ",
        "Meet ",
        "The official website of the ",
        "The official website of ",
        "The official site of ",
        "Official website of ",
    ] {
        if let Some(start) = text.get(..lead.len()).filter(|start| start.eq_ignore_ascii_case(lead))
            && text.len() > start.len()
        {
            text = text.get(start.len()..).unwrap_or_default().trim();
            break;
        }
    }
    for lead in ["by ", "By "] {
        text = text.strip_prefix(lead).unwrap_or(text);
    }
    // The longer before those that they end in; "Engines home page logo" has two.
    for tail in [" logo", " - Contact Us", " Contact Us", " Contact Form", " Contact Page", " Home Page", " Homepage", " Home", " Website"]
    {
        let cut = text.len().saturating_sub(tail.len());
        if text.get(cut..).is_some_and(|end| end.eq_ignore_ascii_case(tail)) {
            text = text.get(..cut).unwrap_or(text);
        }
    }
    text.trim_matches([' ', '!', '.', ',', ':', '-', '–'])
}

/// "© 2014 Engines Ltd. All rights reserved."
fn copyright(lines: &[Line], found: &mut Vec<Candidate>) {
    for line in lines.iter().rev().filter(|line| line.text.len() < 1_500) {
        let place = |word: &str| line.text.as_bytes().windows(word.len()).position(|there| there.eq_ignore_ascii_case(word.as_bytes()));
        let Some(sign) = line.text.find('©').or_else(|| place("copyright")).or_else(|| place("(c) ")) else { continue };
        let Some(name) = line.text.get(sign..).and_then(owner).or_else(|| line.text.get(..sign).and_then(owner_before)) else { continue };
        found.push(Candidate { fact: Fact::new(name, Source::Text, clip(line.text)), weight: 3.4, witness: "the copyright line" });
        if found.iter().filter(|candidate| candidate.witness == "the copyright line").count() >= 2 {
            return;
        }
    }
}

/// What follows the sign and the years, up to the words of the law.
fn owner(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        let before = rest;
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        for word in ["copyright", "by", "the", "c", "all rights reserved", "all content", "notice"] {
            let follows = |rest: &str| rest.get(word.len()..).is_some_and(|after| after.starts_with(|c: char| !c.is_alphanumeric()));
            if word != "the" && rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)) && follows(rest) {
                rest = rest.get(word.len()..)?;
            }
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 4 {
            rest = rest.get(4..)?;
        }
        if rest == before {
            break;
        }
    }
    let lower = rest.to_lowercase();
    let lower = if lower.len() == rest.len() { lower } else { return None };
    let stops = [
        ". ",
        " - ",
        " | ",
        "|",
        " – ",
        "•",
        "·",
        " all rights",
        ", all rights",
        "all rights",
        " alle rechte",
        " tous droits",
        " todos los",
        "©",
        " 20",
        " 19",
        " powered by",
        " site by",
        " website by",
        " web design",
        " designed by",
        " design by",
        "; ",
        " / ",
        " privacy",
        " terms",
        " is a registered",
    ];
    let end = stops
        .iter()
        .filter_map(|stop| lower.find(stop).map(|at| if *stop == ". " { keep_dot(rest, at) } else { at }))
        .min()
        .unwrap_or(rest.len());
    let name = rest.get(..end)?.trim_matches([' ', ',', '.', '-', '|', ':']);
    let name = if rest.get(end..).is_some_and(|after| after.starts_with('.')) && has_legal_form(name) {
        rest.get(..=end).unwrap_or(name).trim()
    } else {
        name
    };
    let fits = (2..=70).contains(&name.len()) && name.split_whitespace().count() <= 9 && name.chars().any(char::is_alphabetic);
    fits.then_some(name)
}

/// The dot of "St. Mary" or "Inc. and" ends nothing.
fn keep_dot(text: &str, at: usize) -> usize {
    let word = text.get(..at).and_then(|before| before.rsplit(' ').next()).unwrap_or_default();
    let ends = word.chars().count() > 3 || ["inc", "ltd", "llc", "co", "llp"].contains(&word.to_lowercase().as_str());
    if ends { at } else { text.get(at + 2..).and_then(|rest| rest.find(". ")).map_or(text.len(), |next| at + 2 + next) }
}

/// "Engines Ltd © 2014"
fn owner_before(text: &str) -> Option<&str> {
    let name = text.rsplit(['|', '•', '·', '\n']).next()?.trim_matches([' ', ',', '.', '-', ':']);
    let fits = (2..=60).contains(&name.len()) && name.split_whitespace().count() <= 7 && name.starts_with(char::is_uppercase);
    fits.then_some(name)
}

/// The line above a street or a town with its postal code.
fn address_block(lines: &[Line], found: &mut Vec<Candidate>) {
    for (at, _) in lines.iter().enumerate().skip(1).filter(|(_, line)| is_street(line.text)).take(6) {
        // Between the house and its street a department may stand to whose attention letters go.
        let above = lines.get(..at).unwrap_or_default().iter().rev().take(3).find(|line| !is_attention(line.text));
        let Some(above) = above else { continue };
        let name = above.text.trim_matches([' ', ':', ',', '-']);
        let fits = name.len() < 70
            && name.split_whitespace().count() <= 8
            && name.starts_with(char::is_alphanumeric)
            && !is_street(name)
            && !name.ends_with(['.', '?', '!'])
            || has_legal_form(name) && name.len() < 70;
        let is_person = name::name(name).is_some_and(|name| name.strength == name::Strength::Known);
        if fits
            && !is_person
            && job_title(name).is_none()
            && !name.contains('@')
            && name.bytes().filter(u8::is_ascii_digit).count() < 5
            && !name.contains(':')
        {
            let weight = if has_legal_form(name) { 3.0 } else { 1.8 };
            found.push(Candidate { fact: Fact::new(name, Source::Text, above.text), weight, witness: "the address" });
        }
    }
}

/// "ATTN: Accounts", "c/o Ada Byron", "z. Hd. Ada Byron"
fn is_attention(text: &str) -> bool {
    let lower = text.get(..text.floor_char_boundary(16)).unwrap_or_default().to_lowercase();
    ["attn", "attention", "c/o", "care of", "z. hd.", "z.hd.", "zu händen", "à l'attention", "à l’attention", "a la atención", "t.a.v."]
        .iter()
        .any(|lead| lower.starts_with(lead))
}

/// "12 Mill Road"
pub(super) fn is_street(text: &str) -> bool {
    if text.len() > 120 || !text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let numbered = words.iter().take(3).chain(words.iter().rev().take(3)).any(|word| word.bytes().all(|b| b.is_ascii_digit()));
    let named = words.iter().any(|word| {
        STREETS.contains(word)
            || word.ends_with("straße")
            || word.ends_with("strasse")
            || word.ends_with("str") && word.len() > 5
            || word.ends_with("weg") && word.len() > 5
            || word.ends_with("platz")
    });
    numbered && named || lower.starts_with("p.o. box") || lower.starts_with("po box")
}

const STREETS: [&str; 40] = [
    "street",
    "st",
    "avenue",
    "ave",
    "road",
    "rd",
    "drive",
    "dr",
    "boulevard",
    "blvd",
    "lane",
    "ln",
    "way",
    "highway",
    "hwy",
    "parkway",
    "pkwy",
    "place",
    "court",
    "ct",
    "suite",
    "ste",
    "square",
    "circle",
    "terrace",
    "turnpike",
    "trail",
    "route",
    "broadway",
    "plaza",
    "rue",
    "calle",
    "via",
    "avenida",
    "box",
    "floor",
    "house",
    "park",
    "estate",
    "crescent",
];

fn headings(dom: &Dom, found: &mut Vec<Candidate>) {
    for el in dom.elements().filter(|el| matches!(el.tag(), "h1" | "h2" | "h3" | "strong" | "b")).take(60) {
        let words = el.words();
        let name = without_lead(&words);
        if name.is_empty() || words.len() > 80 {
            continue;
        }
        let legal = has_legal_form(name);
        let weight = match el.tag() {
            "h1" if name.len() < words.trim().len() => 2.0,
            "h1" => 1.3,
            _ if legal => 1.6,
            "h2" if name.len() < words.trim().len() => 1.2,
            _ => continue,
        };
        found.push(Candidate {
            fact: Fact::new(name, Source::Heading, &words),
            weight: weight + if legal { 0.8 } else { 0.0 },
            witness: "a heading",
        });
    }
}

fn clip(text: &str) -> &str {
    text.get(..text.floor_char_boundary(300)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_owner_of_the_copyright() {
        for (line, expected) in [
            ("© 2014 Engines Ltd. All rights reserved.", "Engines Ltd."),
            ("Copyright (c) 1998-2014 by Engines and Mills", "Engines and Mills"),
            ("Copyright © Engines | Privacy", "Engines"),
            ("© Copyright 2012, St. Mary Mills, Inc. Site by Weavers", "St. Mary Mills, Inc."),
        ] {
            assert_eq!(owner(line), Some(expected), "{line}");
        }
        assert_eq!(owner("© 2014"), None);
        assert_eq!(owner_before("Engines Ltd "), Some("Engines Ltd"));
    }

    #[test]
    fn titles_come_in_parts() {
        assert_eq!(title_parts("Contact | Engines-Mills Ltd - Boston: x"), ["Contact", "Engines-Mills Ltd", "Boston", "x"]);
        assert_eq!(without_lead("Welcome to Engines!"), "Engines");
        assert_eq!(without_lead("Engines home page logo"), "Engines");
        assert_eq!(without_lead("The Official Website of Engines - Contact Us"), "Engines");
        let stuffed = title_parts("Foil Substrate | Decal Material | Mylar Substrates | Byron Engines");
        assert_eq!(stuffed.iter().map(|part| is_stuffed(part, &stuffed)).collect::<Vec<_>>(), [true, false, true, false]);
    }
}
