//! Who a page is about: the same person on many pages is one prospect, two people on one page or behind one switchboard are two.
//!
//! An identity is a list of aliases, each a hash of one thing that identifies: nothing of a page ever becomes a key as it stands.

use serde::{Deserialize, Serialize};

use super::digest;
use crate::{
    fact::{Fact, present},
    moment::Zone,
    prospect::{Line, Prospect, Telephone, TimeZone},
};

mod name;
mod url;

pub use name::{is_one, may_be_one};

/// Who is called, as far as a page or the user tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Strongest first, each once, never empty: at the least the page, or the form that is filled in by hand.
    pub aliases: Vec<Alias>,
    /// How lists show the prospect.
    pub card: Card,
}

/// One thing that identifies a prospect, hashed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Alias {
    pub kind: AliasKind,
    /// 32 hexadecimal digits.
    pub key: String,
}

/// In order of strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AliasKind {
    /// A profile's address.
    Profile,
    /// A personal e-mail address; `info@` and its like belong to nobody.
    Email,
    /// A direct or mobile number, or a switchboard's with an extension. A shared number never identifies a person.
    Telephone,
    /// A person's name on a page, whatever the page's query says.
    OnPage,
    /// A person's name at an organization.
    AtOrganization,
    /// A person's name with any number: all that a typed card may hold.
    WithNumber,
    /// A name alone, where nothing else was typed.
    Name,
    /// A page that names no person, an organization known by its number or e-mail address, or the form that is filled in by hand. Where
    /// the user adds a name, it leads to whom the name was given last.
    Nameless,
}

/// What lists show of a prospect.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Card {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// E.164, or as it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// An IANA name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The page the prospect was last seen on: only `http` and `https`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
}

/// The identity of `prospect` on the page at `page`. Call it with the prospect as read; join what the user typed by [`Identity::and`].
pub fn of(page: Option<&str>, prospect: Option<&Prospect>) -> Identity {
    let place = page.and_then(url::place);
    let nobody = Prospect::default();
    let prospect = prospect.unwrap_or(&nobody);
    let name = value(prospect.name.as_ref()).map(name::person).filter(|name| !name.is_empty());
    let mut aliases = match &name {
        Some(name) => of_person(name, place.as_ref(), prospect),
        None => of_nameless(place.as_ref(), prospect),
    };
    if place.is_none() {
        aliases.push(by_hand());
    }
    Identity { aliases: strongest_first(aliases), card: card(page.filter(|_| place.is_some()), prospect) }
}

impl Identity {
    /// Both together, the card of `edited` first: the page's own reading finds the prospect again, what the user typed makes it richer.
    #[must_use]
    pub fn and(self, edited: Self) -> Self {
        let aliases = strongest_first(edited.aliases.into_iter().chain(self.aliases).collect());
        Self { aliases, card: edited.card.or(self.card) }
    }
}

impl Card {
    /// The card as a prospect whose facts were typed: of its number nobody knows where it rings.
    pub fn prospect(&self) -> Prospect {
        let fact = |value: &Option<String>| value.as_deref().map(Fact::typed);
        let telephone = fact(&self.telephone).map(|fact| Telephone {
            e164: Some(fact.value.clone()).filter(|number| number.starts_with('+') && number.chars().skip(1).all(|c| c.is_ascii_digit())),
            fact,
            extension: None,
            line: Line::Unknown,
        });
        let zone = self.zone.as_deref().and_then(|zone| Zone::named(zone).ok());
        Prospect {
            name: fact(&self.name),
            job_title: fact(&self.job_title),
            works_for: fact(&self.organization),
            telephone: telephone.into_iter().collect(),
            email: fact(&self.email).into_iter().collect(),
            time_zone: TimeZone { value: zone, ..TimeZone::default() },
            ..Prospect::default()
        }
    }

    /// Each value of this card, or of the other where this one has none.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            name: self.name.or(other.name),
            job_title: self.job_title.or(other.job_title),
            organization: self.organization.or(other.organization),
            telephone: self.telephone.or(other.telephone),
            email: self.email.or(other.email),
            zone: self.zone.or(other.zone),
            page: self.page.or(other.page),
        }
    }
}

/// The form that is filled in by hand.
pub(crate) fn by_hand() -> Alias {
    alias(AliasKind::Nameless, &["by hand"])
}

/// The key under which a choice that belongs to a page is kept, for instance which of its people to call.
pub fn page_key(page: &str) -> Option<String> {
    url::place(page).map(|place| digest::hex(&["page", &place.path, &place.record]))
}

fn of_person(name: &str, place: Option<&url::Place>, prospect: &Prospect) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for profile in profiles(prospect, place) {
        aliases.push(alias(AliasKind::Profile, &[&profile.path, &profile.record]));
    }
    for email in emails(prospect).filter(|email| !is_shared(email)) {
        aliases.push(alias(AliasKind::Email, &[&email]));
    }
    for number in prospect.telephone.iter().filter_map(own_number) {
        aliases.push(alias(AliasKind::Telephone, &[&number]));
    }
    if let Some(place) = place {
        aliases.push(alias(AliasKind::OnPage, &[&place.path, name]));
    }
    let organization = value(prospect.works_for.as_ref()).map(name::organization).filter(|name| !name.is_empty());
    if let Some(organization) = organization {
        aliases.push(alias(AliasKind::AtOrganization, &[name, &organization]));
    }
    if place.is_none() {
        aliases.extend(prospect.telephone.iter().map(|number| alias(AliasKind::WithNumber, &[name, &digits(number)])));
        if aliases.is_empty() {
            aliases.push(alias(AliasKind::Name, &[name]));
        }
    }
    aliases
}

fn of_nameless(place: Option<&url::Place>, prospect: &Prospect) -> Vec<Alias> {
    let mut aliases = Vec::new();
    if let Some(place) = place {
        aliases.push(alias(AliasKind::Nameless, &["page", &place.path, &place.record]));
    }
    let numbers = prospect.telephone.iter().filter(|number| number.line != Line::Fax);
    aliases.extend(numbers.map(|number| alias(AliasKind::Nameless, &["number", &digits(number)])));
    aliases.extend(emails(prospect).map(|email| alias(AliasKind::Nameless, &["email", &email])));
    if aliases.is_empty()
        && let Some(organization) = value(prospect.works_for.as_ref()).map(name::organization).filter(|name| !name.is_empty())
    {
        aliases.push(alias(AliasKind::Nameless, &["organization", &organization]));
    }
    aliases
}

/// How many values of one kind are looked at.
const MOST: usize = 8;

/// Addresses of the person's own: no front page, and not the page that names them, perhaps beside others, unless a network shows one
/// person there.
fn profiles(prospect: &Prospect, place: Option<&url::Place>) -> Vec<url::Place> {
    let written = prospect.url.iter().chain(&prospect.same_as).take(MOST);
    let own = |profile: &url::Place| url::profile(profile) || !url::front(profile) && Some(profile) != place;
    written.filter_map(|fact| url::place(&fact.value)).filter(own).collect()
}

fn emails(prospect: &Prospect) -> impl Iterator<Item = String> + '_ {
    let written = prospect.email.iter().take(MOST).filter_map(Fact::text);
    written.filter(|email| email.len() <= 254 && email.contains('@')).map(|email| email.trim_start_matches("mailto:").to_lowercase())
}

/// Mailboxes that several people read.
const SHARED: &[&str] = &[
    "admin",
    "bookings",
    "careers",
    "contact",
    "enquiries",
    "enquiry",
    "events",
    "feedback",
    "hello",
    "help",
    "hi",
    "hr",
    "info",
    "inquiries",
    "inquiry",
    "jobs",
    "kontakt",
    "mail",
    "marketing",
    "media",
    "office",
    "orders",
    "post",
    "press",
    "reception",
    "sales",
    "service",
    "speakers",
    "support",
    "team",
    "webmaster",
];

fn is_shared(email: &str) -> bool {
    let mailbox = email.split(['@', '+']).next().unwrap_or_default();
    SHARED.contains(&mailbox)
}

/// A number that rings at one person's desk or pocket.
fn own_number(number: &Telephone) -> Option<String> {
    let extension = number.extension.as_deref().and_then(present);
    let own = matches!(number.line, Line::Direct | Line::Mobile) || extension.is_some() && number.line != Line::Fax;
    own.then(|| format!("{};{}", digits(number), extension.unwrap_or_default()))
}

fn digits(number: &Telephone) -> String {
    let written = number.e164.as_deref().unwrap_or(&number.fact.value);
    written.chars().filter(|c| c.is_ascii_digit() || *c == '+').take(40).collect()
}

fn value(fact: Option<&Fact>) -> Option<&str> {
    fact.and_then(Fact::text)
}

fn alias(kind: AliasKind, parts: &[&str]) -> Alias {
    let name = match kind {
        AliasKind::Profile => "profile",
        AliasKind::Email => "email",
        AliasKind::Telephone => "telephone",
        AliasKind::OnPage => "on_page",
        AliasKind::AtOrganization => "at_organization",
        AliasKind::WithNumber => "with_number",
        AliasKind::Name => "name",
        AliasKind::Nameless => "nameless",
    };
    Alias { kind, key: digest::hex(&[&[name], parts].concat()) }
}

fn strongest_first(mut aliases: Vec<Alias>) -> Vec<Alias> {
    // Stable: of one kind, the first that was read stays first.
    crate::order::by_key(&mut aliases, |alias| alias.kind);
    let mut once: Vec<Alias> = Vec::with_capacity(aliases.len());
    for alias in aliases {
        if !once.contains(&alias) {
            once.push(alias);
        }
    }
    once
}

fn card(page: Option<&str>, prospect: &Prospect) -> Card {
    const LONGEST: usize = 200;
    let cut = |text: &str| text.chars().filter(|c| !c.is_control()).take(LONGEST).collect::<String>();
    let number = prospect.telephone.iter().find(|number| number.line != Line::Fax);
    Card {
        name: value(prospect.name.as_ref()).map(cut),
        job_title: value(prospect.job_title.as_ref()).map(cut),
        organization: value(prospect.works_for.as_ref()).map(cut),
        telephone: number.map(|number| cut(number.e164.as_deref().unwrap_or(&number.fact.value))),
        email: prospect.email.first().and_then(Fact::text).map(cut),
        zone: prospect.time_zone.possible().first().map(|zone| zone.name().to_owned()),
        page: page.map(|page| page.chars().filter(|c| !c.is_control()).take(2048).collect()),
    }
}

#[cfg(test)]
mod tests;
