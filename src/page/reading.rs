//! The reading itself: every reader is asked, then one prospect is chosen.

use super::{
    Page, PageKind, Reading,
    choose::{self, Main, Somebody},
    contacts,
    dom::Dom,
    email, head,
    nobody::{self, Purpose},
    organization,
    prose::Prose,
    structured::{self, Entity, Kind, Role},
    text::{line::lines, people::people},
};
use crate::{
    fact::Fact,
    prospect::{Address, Prospect},
    snapshot::Snapshot,
};

/// Reads every fact it can. Never fails, never panics.
pub fn read(snapshot: &Snapshot) -> Reading {
    let dom = Dom::new(snapshot);
    let prose = Prose::of(&dom);
    let head = head::read(&dom);
    let entities = structured::entities(&structured::read(&dom));
    let lines = lines(&dom);
    let emails = email::find(&prose);
    let addresses: Vec<&str> = dom.url().into_iter().chain(head.address).collect();
    let hosts = contacts::hosts(&addresses, &emails);
    let organization = organization::choose(&dom, &lines, &head, &entities, &hosts);
    let somebodies = choose::somebodies(&dom, &head, &entities, &people(&lines), &emails);

    let mut found = Found { emails, of: Vec::new() };
    found.assign(&somebodies);
    let purpose = nobody::purpose(&dom, &lines, &head, &entities);
    let in_card: Vec<usize> = (0..somebodies.len()).map(|at| found.of.iter().filter(|of| **of == Some(at)).count()).collect();
    let own = somebodies.iter().map(|somebody| somebody.telephone.len() + somebody.email.len()).sum::<usize>();
    let main = choose::main(&somebodies, organization.as_ref(), &entities, purpose, found.of.len() + own, &in_card);

    let mut notes = snapshot.notes.clone();
    let works_for = organization.as_ref().map(|choice| choice.fact.clone());
    let mut people: Vec<Prospect> = somebodies
        .iter()
        .enumerate()
        .map(|(at, somebody)| prospect_of(somebody, works_for.as_ref(), found.emails_of(Some(at)), &mut notes))
        .collect();
    let prospect = match main {
        Main::Nobody => None,
        Main::Person(at) => {
            let mut prospect = people.remove(at);
            prospect.email = contacts::merged(prospect.email.into_iter().chain(found.emails_of(None)).collect());
            Some(prospect)
        }
        Main::Organization => {
            notes.extend(organization.and_then(|choice| choice.note));
            Some(organization_prospect(works_for, &entities, found.emails_of(None)))
        }
    };
    if prospect.is_none() {
        people.clear();
    }
    let kind = kind(main, purpose, &entities);
    Reading {
        page: Page { url: snapshot.url.clone(), title: dom.title().to_owned(), lang: snapshot.lang.clone(), kind },
        prospect,
        people,
        hooks: Vec::new(),
        notes,
    }
}

/// Contacts found in the text, and the person each belongs to, where it is one's own.
struct Found {
    emails: Vec<email::Found>,
    of: Vec<Option<usize>>,
}

impl Found {
    fn assign(&mut self, people: &[Somebody]) {
        let owner = |found: &email::Found| {
            let named = people.iter().position(|person| contacts::is_named_after(&found.fact.value, &person.name.value));
            named.or_else(|| people.iter().position(|person| person.card.contains(&found.at)))
        };
        self.of = self.emails.iter().map(owner).collect();
    }

    fn emails_of(&self, owner: Option<usize>) -> Vec<Fact> {
        self.emails.iter().zip(&self.of).filter(|(_, of)| **of == owner).map(|(found, _)| found.fact.clone()).collect()
    }
}

fn prospect_of(somebody: &Somebody, organization: Option<&Fact>, emails: Vec<Fact>, notes: &mut Vec<String>) -> Prospect {
    if let [chosen, other, ..] = &somebody.job_title[..]
        && chosen.source != other.source
    {
        notes.push(format!(
            "{}: read as “{}” ({}); the page also says “{}” ({}).",
            somebody.name.value, chosen.value, chosen.source, other.value, other.source
        ));
    }
    Prospect {
        name: Some(somebody.name.clone()),
        job_title: somebody.job_title.first().cloned(),
        works_for: somebody.works_for.first().or(organization).cloned(),
        email: contacts::merged(contacts::emails(&somebody.email).into_iter().chain(emails).collect()),
        url: somebody.url.first().cloned(),
        same_as: somebody.same_as.clone(),
        address: Address { address_locality: somebody.locality.clone(), address_region: somebody.region.clone(), address_country: None },
        ..Prospect::default()
    }
}

fn organization_prospect(works_for: Option<Fact>, entities: &[Entity], emails: Vec<Fact>) -> Prospect {
    let own = entities.iter().filter(|entity| matches!(entity.kind, Kind::Organization | Kind::Place) && entity.role != Role::Named);
    let mut prospect = Prospect { works_for, ..Prospect::default() };
    let mut addresses = Vec::new();
    for entity in own {
        addresses.extend(contacts::emails(&entity.email));
        prospect.url = prospect.url.or_else(|| entity.url.first().cloned());
        prospect.same_as.extend(entity.same_as.iter().cloned());
        let address = &mut prospect.address;
        if address.address_locality.is_none() {
            address.address_locality = entity.locality.clone();
            address.address_region = entity.region.clone();
        }
    }
    prospect.same_as = contacts::merged(prospect.same_as);
    prospect.email = contacts::merged(addresses.into_iter().chain(emails).collect());
    prospect
}

fn kind(main: Main, purpose: Purpose, entities: &[Entity]) -> PageKind {
    let is_marked = |kind: Kind| entities.iter().any(|entity| entity.kind == kind && entity.role <= Role::Listed);
    match (main, purpose) {
        (_, Purpose::Article) => PageKind::Article,
        (Main::Nobody, _) => PageKind::Other,
        (Main::Person(_), _) => PageKind::Person,
        (Main::Organization, _) if is_marked(Kind::Event) => PageKind::Event,
        (Main::Organization, _) if is_marked(Kind::Place) && !is_marked(Kind::Organization) => PageKind::Place,
        (Main::Organization, _) => PageKind::Organization,
    }
}
