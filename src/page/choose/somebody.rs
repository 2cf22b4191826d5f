//! The people of a page: those of the marked-up data and those of the text, the same person once.

use std::{collections::HashMap, ops::Range};

use crate::{
    fact::{Fact, Source},
    page::{
        contacts::{card, is_initialled_after, is_named_after},
        dom::{Dom, El},
        email,
        head::Head,
        phone, profile,
        structured::{Contact, Entity, Kind, Role},
        text::{
            eponym::Eponym,
            name::{self, Strength},
            pattern::layout,
            people::Person,
            title,
        },
    },
};

/// A person whom the page names to be dealt with.
#[derive(Debug, Clone)]
pub(in crate::page) struct Somebody {
    pub(in crate::page) name: Fact,
    pub(in crate::page) job_title: Vec<Fact>,
    pub(in crate::page) works_for: Vec<Fact>,
    pub(in crate::page) telephone: Vec<Contact>,
    pub(in crate::page) email: Vec<Fact>,
    pub(in crate::page) url: Vec<Fact>,
    pub(in crate::page) same_as: Vec<Fact>,
    pub(in crate::page) locality: Option<Fact>,
    pub(in crate::page) region: Option<Fact>,
    pub(in crate::page) country: Option<Fact>,
    /// The stretch of the page's text that tells of them.
    pub(in crate::page) card: Range<usize>,
    pub(in crate::page) about: About,
}

/// How much the page is about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::page) enum About {
    Listed,
    /// The marked-up data describes them as a thing of its own.
    Described,
    /// Their name is the page's title or its first heading.
    Titled,
    /// The data says that the page is about them.
    Said,
}

/// Everyone, in the order of the page; those that only the data names come first.
pub(in crate::page) fn somebodies(
    dom: &Dom,
    head: &Head,
    entities: &[Entity],
    named: &[Person],
    emails: &[email::Found],
    numbers: &[phone::Found],
) -> Vec<Somebody> {
    let contacts: Vec<usize> = emails.iter().map(|found| found.at).chain(numbers.iter().map(|found| found.at)).collect();
    let titled = named.iter().filter(|person| person.job_title.is_some() && !person.merely_named).count();
    let mut all: Vec<Somebody> = entities.iter().filter_map(|entity| of_entity(dom, entity)).take(MOST).collect();
    all.extend(head.profile.clone().map(|name| bare(name, 0..0, About::Said)));
    let cards: Vec<Range<usize>> = named.iter().map(|person| card(person, named, dom.text(), &contacts)).collect();
    let downloads = profile::cards(dom);
    let vouched = |person: &Person, card: &Range<usize>| {
        let has_card = downloads.iter().any(|card| is_named_after(card, &person.name.value));
        let is_addressed = has_card || emails.iter().any(|found| !found.is_sample && is_named_after(&found.fact.value, &person.name.value));
        let has_contact = is_addressed || contacts.iter().any(|at| card.contains(at));
        // Whoever has an address of that name is called so, however rare the name.
        let by_initial = || emails.iter().any(|found| is_initialled_after(&found.fact.value, &person.name.value));
        let is_a_name =
            person.name.strength == Strength::Known || person.name.strength == Strength::Shape && (person.stands_out || by_initial());
        is_somebody(person, titled, has_contact) || is_addressed && !person.merely_named && is_a_name
    };
    let quoted = |entity: &&Entity| entity.kind == Kind::Person && entity.role == Role::Named;
    let quoted: Vec<String> = entities.iter().filter(quoted).filter_map(|entity| Some(key(&entity.name.as_ref()?.value))).collect();
    let mut accepted: Vec<bool> = named.iter().zip(&cards).map(|(person, card)| vouched(person, card)).collect();
    // Where a list names people whom we know for such, what stands in the same place of its other entries is a name too.
    let places: Vec<u64> = named
        .iter()
        .zip(&accepted)
        .filter(|(person, accepted)| **accepted && person.name.strength == Strength::Known)
        .map(|(person, _)| layout(person.el))
        .collect();
    for (person, accepted) in named.iter().zip(&mut accepted) {
        let place = layout(person.el);
        *accepted |= person.stands_out
            && !person.merely_named
            && person.name.strength > Strength::Faint
            && places.iter().filter(|there| **there == place).count() >= 2;
    }
    // Under "Our team" a list of names is a list of people, with titles or without.
    if introduces_people(dom) {
        let listed = |person: &&Person| person.stands_out && !person.merely_named && person.name.strength > Strength::Faint;
        let mut known: HashMap<u64, usize> = HashMap::new();
        for person in named.iter().filter(listed).filter(|person| person.name.strength == Strength::Known) {
            *known.entry(layout(person.el)).or_default() += 1;
        }
        for (person, accepted) in named.iter().zip(&mut accepted).filter(|(person, _)| listed(person)) {
            *accepted |= known.get(&layout(person.el)).is_some_and(|count| *count >= 2);
        }
    }
    // Whom the data has as an author or a reviewer is no more than that in the text, unless a title stands beside the name.
    for (person, accepted) in named.iter().zip(&mut accepted) {
        *accepted &= person.job_title.is_some() || !quoted.contains(&key(&person.name.value));
    }
    for ((person, card), _) in named.iter().zip(cards).zip(accepted).filter(|(_, accepted)| *accepted).take(2 * MOST) {
        all.push(of_text(person, card));
    }
    let mut all = merged(all);
    let first_heading = dom.all("h1").map(|h1| h1.words()).find(|words| !words.is_empty()).unwrap_or_default();
    for somebody in &mut all {
        if opens(&first_heading, &somebody.name.value) || opens(dom.title(), &somebody.name.value) {
            somebody.about = somebody.about.max(About::Titled);
        }
    }
    all.truncate(MOST);
    all
}

/// Adds those whom only running text names, unless the page has them already, or the data has them as an author or a reviewer.
pub(in crate::page) fn add_eponyms(all: &mut Vec<Somebody>, eponyms: &[Eponym], entities: &[Entity]) {
    let quoted = entities.iter().filter(|entity| entity.kind == Kind::Person).filter_map(|entity| Some(key(&entity.name.as_ref()?.value)));
    let known: Vec<String> = quoted.chain(all.iter().map(|somebody| key(&somebody.name.value))).collect();
    all.extend(eponyms.iter().filter(|one| !known.contains(&key(&one.name.value))).map(of_house));
}

/// More people than this are a register, and a seller picks from a page, not from a register.
const MOST: usize = 300;

/// A name in the text is somebody's where a title, an address or the page's layout vouches for it.
fn is_somebody(person: &Person, titled: usize, has_address: bool) -> bool {
    if person.merely_named {
        return false;
    }
    let known = person.name.strength == Strength::Known;
    if person.vouched {
        return true;
    }
    if let Some((title, _)) = person.job_title {
        return known || person.stands_out && (title::is_strong(title) || has_address);
    }
    known && person.stands_out && (has_address || titled >= 2 || person.el.closest("h1").is_some())
        || person.stands_out && has_address && titled >= 1
}

/// Whether the page says by its title or its first heading that it shows people.
fn introduces_people(dom: &Dom) -> bool {
    let heading = dom.all("h1").chain(dom.all("h2")).map(El::words).find(|words| !words.is_empty()).unwrap_or_default();
    let words = format!("{} {heading}", dom.title()).to_lowercase();
    words.split(|c: char| !c.is_alphabetic()).any(|word| PEOPLE.contains(&word))
}

const PEOPLE: [&str; 37] = [
    "team",
    "staff",
    "people",
    "attorneys",
    "lawyers",
    "board",
    "faculty",
    "leadership",
    "directors",
    "partners",
    "trustees",
    "officers",
    "agents",
    "doctors",
    "providers",
    "physicians",
    "équipe",
    "equipe",
    "equipo",
    "mitarbeiter",
    "ansprechpartner",
    "vorstand",
    "medewerkers",
    "zespół",
    "personal",
    "ansatte",
    "medarbejdere",
    "medarbetare",
    "contatti",
    "gente",
    "abogados",
    "avocats",
    "avvocati",
    "rechtsanwälte",
    "anwälte",
    "counsellors",
    "consultants",
];

fn of_entity(dom: &Dom, entity: &Entity) -> Option<Somebody> {
    if entity.kind != Kind::Person || matches!(entity.role, Role::Named | Role::Publisher) {
        return None;
    }
    let mut name = entity.name.clone()?;
    let as_name = name::name(&name.value);
    // An account's name ("admin") or a slogan is nobody's, unless the data says more of them.
    let says_more = !entity.job_title.is_empty() || !entity.telephone.is_empty() || !entity.email.is_empty() || entity.role == Role::About;
    if as_name.is_none()
        && (!says_more || entity.role != Role::About && name::is_a_house(&name.value) || name.value.len() > 60 || name.value.contains('@'))
    {
        return None;
    }
    if let Some(plain) = as_name {
        name.value = plain.value;
    }
    let about = if entity.role == Role::About { About::Said } else { About::Described };
    let span = entity.place.and_then(|place| dom.at(place)).map(|el| el.span()).unwrap_or(0..0);
    Some(Somebody {
        job_title: entity.job_title.clone(),
        works_for: entity.works_for.clone(),
        telephone: entity.telephone.clone(),
        email: entity.email.clone(),
        url: entity.url.clone(),
        same_as: entity.same_as.clone(),
        locality: entity.locality.clone(),
        region: entity.region.clone(),
        country: entity.country.clone(),
        ..bare(name, span, about)
    })
}

fn of_text(person: &Person, card: Range<usize>) -> Somebody {
    let source = if person.el.ancestors().chain([person.el]).take(3).any(|el| matches!(el.tag(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")) {
        Source::Heading
    } else {
        Source::Text
    };
    let name = Fact::new(&person.name.value, source, person.quote);
    let job_title = person.job_title.map(|(title, quote)| Fact::new(title, Source::Text, quote)).into_iter().collect();
    let works_for = person.employer.map(|house| Fact::new(house, Source::Text, house)).into_iter().collect();
    Somebody { job_title, works_for, ..bare(name, card, About::Listed) }
}

/// Running text tells of them, and nothing that stands there is theirs alone.
fn of_house(one: &Eponym) -> Somebody {
    bare(Fact::new(&one.name.value, Source::Text, one.quote), one.span.clone(), About::Listed)
}

fn bare(name: Fact, card: Range<usize>, about: About) -> Somebody {
    Somebody {
        name,
        job_title: Vec::new(),
        works_for: Vec::new(),
        telephone: Vec::new(),
        email: Vec::new(),
        url: Vec::new(),
        same_as: Vec::new(),
        locality: None,
        region: None,
        country: None,
        card,
        about,
    }
}

/// The same first and last name is the same person; what was read first leads.
fn merged(all: Vec<Somebody>) -> Vec<Somebody> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut merged: Vec<Somebody> = Vec::new();
    for somebody in all {
        match places.get(&key(&somebody.name.value)).and_then(|at| merged.get_mut(*at)) {
            Some(there) => join(there, somebody),
            None => {
                places.insert(key(&somebody.name.value), merged.len());
                merged.push(somebody);
            }
        }
    }
    merged
}

fn key(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphabetic() && c != '-' && c != '\'')
        .filter(|word| word.chars().count() > 1 && !["jr", "sr", "ii", "iii"].contains(word))
        .collect();
    format!("{} {}", words.first().unwrap_or(&lower.as_str()), words.last().unwrap_or(&""))
}

fn join(one: &mut Somebody, other: Somebody) {
    let join = |here: &mut Vec<Fact>, there: Vec<Fact>| {
        for fact in there {
            if !here.iter().any(|known| known.value.eq_ignore_ascii_case(&fact.value)) {
                here.push(fact);
            }
        }
    };
    join(&mut one.job_title, other.job_title);
    join(&mut one.works_for, other.works_for);
    join(&mut one.email, other.email);
    join(&mut one.url, other.url);
    join(&mut one.same_as, other.same_as);
    one.telephone.extend(other.telephone);
    one.locality = one.locality.take().or(other.locality);
    one.region = one.region.take().or(other.region);
    one.country = one.country.take().or(other.country);
    one.about = one.about.max(other.about);
    if one.card.is_empty() {
        one.card = other.card;
    }
}

/// "Ada Byron - Engines", "Dr. Ada Byron, Director": the words begin with the name.
fn opens(words: &str, name: &str) -> bool {
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let plain = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && !name::is_title_of_honor(word))
            .map(str::to_lowercase)
            .collect::<Vec<_>>()
    };
    let (words, name) = (plain(words), plain(name));
    name.len() >= 2 && words.starts_with(&name)
}
