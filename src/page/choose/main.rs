//! Whom the page is about: one of its people, its organization, or nobody.

use super::somebody::{About, Somebody};
use crate::page::{
    nobody::Purpose,
    organization,
    structured::{Entity, Kind, Role},
    text::title,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum Main {
    /// The person at this place in the list.
    Person(usize),
    Organization,
    Nobody,
}

/// `contacts`: how many numbers and e-mail addresses the page holds, whether it has a street address with its code, and how many of the
/// contacts stand in the card of each person.
pub(in crate::page) fn main(
    people: &[Somebody],
    organization: Option<&organization::Choice>,
    entities: &[Entity],
    purpose: Purpose,
    (contacts, is_addressed): (usize, bool),
    in_card: &[usize],
) -> Main {
    let top = people.iter().map(|person| person.about).max().unwrap_or(About::Listed);
    let mut at_top = people.iter().enumerate().filter(|(_, person)| person.about == top);
    let first = at_top.next();
    let only = first.filter(|_| at_top.next().is_none()).map(|(at, _)| at);
    let is_marked = |kind: Kind| entities.iter().any(|entity| entity.kind == kind && entity.role <= Role::Listed);
    match purpose {
        Purpose::Any | Purpose::Introduction => {}
        // Whoever an article names is merely named there, unless the page says that it is about them.
        Purpose::Article if top == About::Said => {}
        // A shop's page may be signed in to as well, but it says how to reach the shop.
        Purpose::News
            if top >= About::Titled || contacts > 0 || is_addressed || people.iter().any(|person| !person.job_title.is_empty()) => {}
        Purpose::Application if top >= About::Titled || contacts > 1 => {}
        _ => return Main::Nobody,
    }
    if let Some(at) = only {
        let described = top == About::Described && !is_marked(Kind::Organization) && !is_marked(Kind::Event);
        // A short page whose every way to reach anybody stands around one name; a dozen ways are a house's.
        let alone = people.len() == 1 && (1..=6).contains(&contacts) && in_card.first() == Some(&contacts);
        if top >= About::Titled || described || alone {
            return Main::Person(at);
        }
    }
    if is_to_be_dealt_with(people, purpose, in_card) {
        return Main::Person(0);
    }
    // A company's page without a number is still a company's; a lone word from a title is nobody's name.
    let is_sure = organization.is_some_and(|choice| choice.weight >= if purpose == Purpose::Introduction { HEARD } else { SURE });
    if organization.is_some()
        && (contacts > 0 || is_addressed || !people.is_empty() || is_sure || is_marked(Kind::Organization) || is_marked(Kind::Place))
    {
        return Main::Organization;
    }
    match first {
        Some((at, _)) => Main::Person(at),
        None if contacts > 0 => Main::Organization,
        None => Main::Nobody,
    }
}

/// Whether the page of an organization names exactly one person, with a post, to be dealt with: on a page that introduces, or with an own
/// number or address. Whoever keeps the site or the data is named because a law or a courtesy asks for it.
fn is_to_be_dealt_with(people: &[Somebody], purpose: Purpose, in_card: &[usize]) -> bool {
    let [person] = people else { return false };
    let answers = in_card.first().is_some_and(|contacts| *contacts > 0) || !person.telephone.is_empty() || !person.email.is_empty();
    let is_posted = person.job_title.first().is_some_and(|title| !title::keeps_the_site(&title.value));
    is_posted && (answers || purpose == Purpose::Introduction)
}

/// What one good witness weighs.
const HEARD: f32 = 2.0;

/// What two or three witnesses weigh who agree: a title that is like the host.
const SURE: f32 = 4.65;
