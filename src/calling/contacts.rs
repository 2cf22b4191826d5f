//! Who else the page names: the desks, the assistant, a colleague, the owner, each with a number where there is one.

use crate::{
    fact::{Fact, spoken},
    prospect::{Line, Prospect},
    situation::Situation,
};

/// Beyond so many of the page's people nobody is looked for.
const LOOKED_AT: usize = 40;

/// Words of a title or beside a number that tell whose it is, in lower case.
const ASSISTANT: [&str; 5] = ["assistant", "secretary", "receptionist", "office manager", "front desk"];
const SALES: [&str; 2] = ["sales", "new business"];
const PRESS: [&str; 6] = ["press", "media", "newsroom", "public relations", "publicity", "communications"];
const OWNER: [&str; 9] =
    ["owner", "founder", "co-founder", "ceo", "chief executive", "president", "managing director", "managing partner", "proprietor"];

/// Somebody to ask for, or only a number to dial.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Contact {
    pub(super) name: Option<String>,
    /// E.164 where the country can be told, else as the page writes it.
    pub(super) dial: Option<String>,
}

/// What the page has for the ways round voicemail.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Contacts {
    pub(super) switchboard: Contact,
    pub(super) assistant: Contact,
    pub(super) sales: Contact,
    pub(super) press: Contact,
    pub(super) colleague: Contact,
    pub(super) owner: Contact,
    /// Their own number: for another hour.
    pub(super) themselves: Contact,
}

impl Contacts {
    pub(super) fn of(situation: &Situation) -> Self {
        let them = &situation.prospect;
        let name = text(them.name.as_ref());
        let others: Vec<Other> =
            situation.people.iter().take(LOOKED_AT).map(Other::of).filter(|other| other.name.is_none() || other.name != name).collect();
        let titled = |words: &[&str]| others.iter().find(|other| other.name.is_some() && has_word(&other.title, words));
        let numbers = || std::iter::once(them).chain(others.iter().map(|other| other.who));
        let desk = |words: &[&str]| {
            let number = numbers().find_map(|who| numbers_of(who).find(|number| has_word(&number.fact.quote.to_lowercase(), words)));
            let person = titled(words).map(Other::contact).unwrap_or_default();
            Contact { dial: person.dial.or(number.map(dialled)), name: person.name }
        };
        let switchboard = |who| numbers_of(who).find(|number| matches!(number.line, Line::Switchboard | Line::TollFree));
        // Whoever is neither the owner nor at a desk of their own: somebody who may like what you do.
        let colleague = others.iter().find(|other| {
            other.name.is_some() && [&ASSISTANT[..], &SALES, &PRESS, &OWNER].iter().all(|words| !has_word(&other.title, words))
        });
        Self {
            switchboard: Contact { name: None, dial: numbers().find_map(switchboard).map(dialled) },
            assistant: titled(&ASSISTANT).map(Other::contact).unwrap_or_default(),
            sales: desk(&SALES),
            press: desk(&PRESS),
            colleague: colleague.map(Other::contact).unwrap_or_default(),
            owner: titled(&OWNER).map(Other::contact).unwrap_or_default(),
            themselves: Contact { name: None, dial: numbers_of(them).next().map(dialled) },
        }
    }
}

/// One of the page's other people, or the house itself.
struct Other<'a> {
    who: &'a Prospect,
    name: Option<String>,
    /// In lower case.
    title: String,
}

impl<'a> Other<'a> {
    fn of(who: &'a Prospect) -> Self {
        Self { who, name: text(who.name.as_ref()), title: text(who.job_title.as_ref()).unwrap_or_default().to_lowercase() }
    }

    fn contact(&self) -> Contact {
        Contact { name: self.name.clone(), dial: numbers_of(self.who).next().map(dialled) }
    }
}

fn text(fact: Option<&Fact>) -> Option<String> {
    spoken(&fact?.value, 80)
}

fn numbers_of(who: &Prospect) -> impl Iterator<Item = &crate::prospect::Telephone> {
    who.telephone.iter().take(LOOKED_AT).filter(|number| number.line != Line::Fax)
}

fn dialled(number: &crate::prospect::Telephone) -> String {
    number.e164.clone().or_else(|| spoken(&number.fact.value, 40)).unwrap_or_default()
}

/// Whether one of these words stands in the text as a word of its own.
fn has_word(text: &str, words: &[&str]) -> bool {
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    words.iter().any(|word| {
        text.match_indices(word).any(|(at, found)| {
            free(text.get(..at).and_then(|before| before.chars().next_back()))
                && free(text.get(at + found.len()..).and_then(|after| after.chars().next()))
        })
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn contacts(situation: &str) -> Contacts {
        Contacts::of(&serde_json::from_str(situation).unwrap())
    }

    #[test]
    fn titles_and_the_words_beside_a_number_tell_whose_it_is() {
        let found = contacts(
            r#"{"prospect": {"name": "Theo Brandt", "telephone": [
                    {"value": "602-555-0118", "quote": "Direct: 602-555-0118", "e164": "+16025550118", "line": "direct"},
                    {"value": "602-555-0100", "quote": "Main: 602-555-0100", "line": "switchboard"},
                    {"value": "602-555-0120", "quote": "Sales 602-555-0120"},
                    {"value": "602-555-0121", "quote": "Media enquiries: 602-555-0121"}]},
                "people": [{"name": "Theo Brandt"}, {"name": "Marisol Ortega", "jobTitle": "Owner"},
                    {"name": "Priya Raman", "jobTitle": "Office Manager", "telephone": [{"value": "602-555-0110"}]},
                    {"name": "Jo Lee", "jobTitle": "Estimator"}]}"#,
        );
        let contact = |name: Option<&str>, dial: Option<&str>| Contact { name: name.map(str::to_owned), dial: dial.map(str::to_owned) };
        assert_eq!(found.switchboard, contact(None, Some("602-555-0100")));
        assert_eq!(found.sales, contact(None, Some("602-555-0120")));
        assert_eq!(found.press, contact(None, Some("602-555-0121")));
        assert_eq!(found.assistant, contact(Some("Priya Raman"), Some("602-555-0110")));
        assert_eq!(found.owner, contact(Some("Marisol Ortega"), None));
        assert_eq!(found.colleague, contact(Some("Jo Lee"), None));
        assert_eq!(found.themselves, contact(None, Some("+16025550118")));
    }

    #[test]
    fn part_of_a_word_is_no_word_and_a_fax_is_no_number() {
        assert!(!has_word("salesforce expert, expression", &SALES) && !has_word("expression", &PRESS));
        assert_eq!(contacts("{}"), Contacts::default());
        assert_eq!(
            contacts(r#"{"prospect": {"telephone": [{"value": "1", "quote": "Sales fax 1", "line": "fax"}]}}"#),
            Contacts::default()
        );
    }
}
