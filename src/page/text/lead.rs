//! The words before a name that introduce it: "Contact:", "Meet", "please call", "By".

use super::{
    line::Line,
    name::{self, Name},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    None,
    /// "Contact:", "Name:"
    Introduced,
    By,
}

/// Without words that introduce a name: "Contact:", "Meet", "By".
pub(super) fn without_lead(text: &str) -> (Lead, &str) {
    let trimmed = text.trim_start_matches([' ', '-', '–', '—', '•', '·', '*']);
    if let Some((_, rest)) = trimmed.split_once(':').filter(|(label, _)| introduces(label)) {
        return (Lead::Introduced, rest.trim_start());
    }
    let behind = |lead: &str| trimmed.get(..lead.len()).filter(|start| start.eq_ignore_ascii_case(lead)).and(trimmed.get(lead.len()..));
    for (kind, leads) in [(Lead::None, &GREETINGS[..]), (Lead::By, &BYLINES)] {
        if let Some(rest) = leads.iter().find_map(|lead| behind(lead)) {
            return (kind, rest.trim_start());
        }
    }
    (Lead::None, trimmed)
}

/// Whether a label says that the name of somebody to be dealt with follows: "Contact person", "Votre interlocutrice :".
pub(super) fn introduces(label: &str) -> bool {
    let label = label.trim_matches([' ', ':', '\u{a0}', '-', '–', '*', '•']);
    label.len() <= 40 && {
        let lower = label.to_lowercase();
        let plain = FRONTS.iter().find_map(|front| lower.strip_prefix(front)).unwrap_or(&lower);
        INTRODUCTIONS.contains(&plain)
    }
}

/// Somebody whom a sentence names to be dealt with.
pub(super) struct Asked<'d> {
    pub(super) name: Name,
    pub(super) text: &'d str,
    /// Where they are named in the page's text.
    pub(super) start: usize,
    /// The sentence says that the house is theirs.
    pub(super) is_owner: bool,
}

/// Whom a sentence asks to reach ("please contact Ada Byron at …"), or whose it says the house is ("owned and operated by Ada Byron").
pub(super) fn asked_for<'d>(line: &Line<'d>) -> Option<Asked<'d>> {
    if line.text.len() > 6_000 {
        return None;
    }
    // Where each of them stands first: the words' beginnings are walked once, not anew for each.
    let bytes = line.text.as_bytes();
    let mut asked = [None; ASKS.len()];
    for at in (0..bytes.len()).filter(|at| at.checked_sub(1).is_none_or(|before| matches!(bytes[before], b' ' | b'(' | b'/'))) {
        let first = bytes[at].to_ascii_lowercase();
        for (ask, place) in ASKS.iter().zip(&mut asked).filter(|(ask, place)| ask.as_bytes()[0] == first && place.is_none()) {
            *place = bytes.get(at..at + ask.len()).filter(|words| words.eq_ignore_ascii_case(ask.as_bytes())).map(|_| at + ask.len());
        }
    }
    let asked = asked.into_iter().enumerate().find_map(|(nth, start)| {
        let is_owner = nth >= ASKS.len() - OWNERS;
        let start = if is_owner { by(line.text, start?)? } else { start? };
        let (name, end) = name::leading(line.text.get(start..)?)?;
        let text = line.text.get(start..start + end)?;
        Some(Asked { name, text, start: line.start + start, is_owner })
    });
    asked.or_else(|| founder(line))
}

/// "founded by", "commenced in 1985 by": where the name begins, in the same sentence.
fn by(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let near = rest.char_indices().nth(40).map_or(rest, |(end, _)| rest.get(..end).unwrap_or(rest));
    ["by ", "von ", "par ", "por "].iter().find_map(|word| {
        let at = near.match_indices(word).find(|(at, _)| *at == 0 || near.as_bytes().get(at - 1) == Some(&b' '))?.0;
        (!near.get(..at)?.contains('.')).then_some(start + at + word.len())
    })
}

/// "In 1976 Ada Byron founded the company": a name right before the verb, and the house right behind it.
fn founder<'d>(line: &Line<'d>) -> Option<Asked<'d>> {
    // They all end so; most lines hold no such word.
    if !line.text.contains("ed ") {
        return None;
    }
    FOUNDED.iter().find_map(|verb| {
        let (before, behind) = line.text.split_once(verb)?;
        let near = behind.split(['.', ';']).next().unwrap_or_default().split(' ').take(6);
        let is_house = near.into_iter().any(|word| HOUSES.contains(&word.trim_matches(|c: char| !c.is_alphabetic())));
        let starts = before.match_indices(' ').map(|(at, _)| at + 1).rev().take(3).chain([0]);
        let known = |start: &usize| {
            let text = before.get(*start..)?;
            let name = name::name(text).filter(|name| is_house && name.strength == name::Strength::Known)?;
            Some(Asked { name, text, start: line.start + start, is_owner: true })
        };
        starts.filter_map(|start| known(&start)).last()
    })
}

const FOUNDED: [&str; 7] = [" founded ", " established ", " started ", " opened ", " co-founded ", " launched ", " has owned "];

const HOUSES: [&str; 14] = [
    "company",
    "business",
    "firm",
    "practice",
    "studio",
    "shop",
    "agency",
    "restaurant",
    "store",
    "clinic",
    "our",
    "dealership",
    "school",
    "brewery",
];

/// So many of the last say whose the house is, with a "by" behind them.
const OWNERS: usize = 6;

const ASKS: [&str; 30] = [
    "contact ",
    "please call ",
    "call or email ",
    "call or text ",
    "ask for ",
    "speak to ",
    "speak with ",
    "talk to ",
    "get in touch with ",
    "reach out to ",
    "e-mail ",
    "email ",
    "write to ",
    "attn ",
    "attention ",
    "wenden sie sich an ",
    "ihnen gerne ",
    "contactez ",
    "adressez-vous à ",
    "contacte con ",
    "contactar con ",
    "contattare ",
    "neem contact op met ",
    "contate ",
    "founded ",
    "owned ",
    "started ",
    "established ",
    "commenced ",
    "gegründet ",
];

/// What may stand before the words that introduce.
const FRONTS: [&str; 16] = [
    "your ",
    "main ",
    "primary ",
    "media ",
    "press ",
    "sales ",
    "business ",
    "ihr ",
    "ihre ",
    "votre ",
    "su ",
    "il tuo ",
    "uw ",
    "owner ",
    "for more information ",
    "for information ",
];

const INTRODUCTIONS: [&str; 45] = [
    "contact",
    "contact person",
    "contact name",
    "contact info",
    "contacts",
    "attn",
    "attention",
    "name",
    "full name",
    "staff",
    "ansprechpartner",
    "ansprechpartnerin",
    "ansprechperson",
    "kontaktperson",
    "kontakt",
    "vertreten durch",
    "vertretungsberechtigt",
    "nom",
    "interlocuteur",
    "interlocutrice",
    "contact commercial",
    "personne à contacter",
    "nombre",
    "contacto",
    "persona de contacto",
    "personas de contacto",
    "referente",
    "persoană de contact",
    "persoana de contact",
    "persoane de contact",
    "directeur de la publication",
    "persona di contatto",
    "contatto",
    "contactpersoon",
    "contato",
    "pessoa de contato",
    "nome",
    "naam",
    "osoba kontaktowa",
    "kontaktní osoba",
    "kontaktpersoner",
    "yhteyshenkilö",
    "kapcsolattartó",
    "担当者",
    "контактное лицо",
];

const GREETINGS: [&str; 5] = ["meet ", "about ", "contact ", "email ", "from "];
const BYLINES: [&str; 10] = ["by ", "posted by ", "posted by: ", "written by ", "author: ", "photo by ", "photo: ", "von ", "par ", "por "];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_introduce() {
        for label in ["Contact", "Contact person:", "Votre interlocutrice :", "Ihr Ansprechpartner", "Main contact", "• Attn:"] {
            assert!(introduces(label), "{label}");
        }
        for label in ["Phone", "Contact lenses", "", "Name of the game"] {
            assert!(!introduces(label), "{label}");
        }
    }

    #[cfg(feature = "native")]
    #[test]
    fn whoever_founded_the_house_is_named_in_prose() {
        use crate::page::{dom::Dom, html::snapshot, text::line::lines};
        let owner = |text: &str| {
            let page = snapshot(format!("<p>{text}").as_bytes(), None);
            let dom = Dom::new(&page);
            let lines = lines(&dom);
            lines.first().and_then(asked_for).filter(|asked| asked.is_owner).map(|asked| asked.name.value)
        };
        for text in [
            "Our company was commenced in 1985 by Ada Byron, deciding it was time.",
            "It is owned and operated by Ada Byron.",
            "In 1976 Ada Byron founded the company as an engine works.",
            "Ada Byron opened our shop in May.",
        ] {
            assert_eq!(owner(text).as_deref(), Some("Ada Byron"), "{text}");
        }
        for text in ["Ada Byron started singing.", "It was founded in May. Written by Ada Byron", "A tune started the company"] {
            assert_eq!(owner(text), None, "{text}");
        }
    }

    #[test]
    fn leads_are_cut() {
        assert_eq!(without_lead("Contact: Ada"), (Lead::Introduced, "Ada"));
        assert_eq!(without_lead("- Meet Ada"), (Lead::None, "Ada"));
        assert_eq!(without_lead("By Ada"), (Lead::By, "Ada"));
        assert_eq!(without_lead("10:30 Ada"), (Lead::None, "10:30 Ada"));
    }
}
