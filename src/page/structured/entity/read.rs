//! An item's properties as facts. Schema.org's words, with those of its forerunners (data-vocabulary.org, FOAF, vCard) beside them.

use super::{
    super::item::{Item, Items, Value},
    Contact, Entity,
    kind::{Kind, kind},
    role::role,
};
use crate::fact::{Fact, present};

pub(super) fn entity(items: &Items, at: usize) -> Option<Entity> {
    let item = items.get(at)?;
    let kind = kind(item);
    let has_subject = item.properties.iter().any(|(name, _)| name == "contactPoint");
    if kind == Kind::Other && !(item.is("h-resume") && has_subject) {
        return None;
    }
    let mut entity = Entity::new(kind, role(items, at), item.source.clone(), item.place);
    let read = Reader { items, item };
    entity.name = name(&read, kind);
    entity.job_title = read.facts(&["jobTitle", "role", "roleName", "hasOccupation", "title"]);
    entity.works_for = works_for(&read);
    entity.telephone = telephones(&read);
    entity.email = read.facts(&["email", "mbox", "hasEmail"]).into_iter().filter_map(|fact| without_scheme(fact, "mailto:")).collect();
    entity.url = read.texts(&["url", "homepage", "workplaceHomepage"]);
    entity.same_as = read.texts(&["sameAs", "account"]);
    address(&read, &mut entity);
    Some(entity)
}

struct Reader<'a> {
    items: &'a Items,
    item: &'a Item,
}

impl Reader<'_> {
    /// Values of the first of these properties that has any; an item stands for its name.
    fn facts(&self, names: &[&str]) -> Vec<Fact> {
        names
            .iter()
            .map(|name| self.item.values(name).filter_map(|value| self.fact(value)).take(20).collect())
            .find(|facts: &Vec<Fact>| !facts.is_empty())
            .unwrap_or_default()
    }

    /// As [`Reader::facts`], but an item stands for nothing.
    fn texts(&self, names: &[&str]) -> Vec<Fact> {
        let texts = |name: &&str| {
            self.item.values(name).filter(|value| matches!(value, Value::Text(..))).filter_map(|v| self.fact(v)).take(20).collect()
        };
        names.iter().map(texts).find(|facts: &Vec<Fact>| !facts.is_empty()).unwrap_or_default()
    }

    fn fact(&self, value: &Value) -> Option<Fact> {
        match value {
            Value::Text(value, quote) => Some(Fact::new(one_line(value)?, self.item.source.clone(), quote)),
            Value::Item(at) => {
                let inner = Reader { items: self.items, item: self.items.get(*at)? };
                ["name", "legalName", "organizationName", "roleName", "telephone"].iter().find_map(|name| {
                    inner.item.values(name).find_map(|value| match value {
                        Value::Text(value, quote) => Some(Fact::new(one_line(value)?, self.item.source.clone(), quote)),
                        Value::Item(_) => None,
                    })
                })
            }
        }
    }

    fn items(&self, names: &[&str]) -> Vec<Reader<'_>> {
        let values = names.iter().flat_map(|name| self.item.values(name));
        let inner = values.filter_map(|value| if let Value::Item(at) = value { self.items.get(*at) } else { None });
        inner.take(20).map(|item| Reader { items: self.items, item }).collect()
    }

    fn first(&self, names: &[&str]) -> Option<Fact> {
        self.facts(names).into_iter().next()
    }
}

fn name(read: &Reader, kind: Kind) -> Option<Fact> {
    let whole = match kind {
        Kind::Person => read.first(&["name"]),
        _ => read.first(&["name", "legalName", "organizationName", "worksFor", "headline"]),
    };
    let is_whole = |fact: &Fact| kind != Kind::Person || fact.value.contains(' ');
    let parted = || {
        let parts: Vec<_> = [
            &["givenName", "given-name", "firstName", "given_name"][..],
            &["additionalName"],
            &["familyName", "family-name", "lastName", "family_name"],
        ]
        .iter()
        .filter_map(|names| read.first(names))
        .collect();
        let joined = parts.iter().map(|part| part.value.as_str()).collect::<Vec<_>>().join(" ");
        let quote = parts.iter().map(|part| part.quote.as_str()).collect::<Vec<_>>().join(" ");
        present(&joined).filter(|name| name.contains(' ')).map(|name| Fact::new(name, read.item.source.clone(), quote))
    };
    match whole {
        Some(whole) if is_whole(&whole) => Some(whole),
        whole => parted().or(whole),
    }
}

/// A role between them (`OrganizationRole`) stands for the organization inside it.
fn works_for(read: &Reader) -> Vec<Fact> {
    let within: Vec<Fact> = read.items(&EMPLOYERS).iter().flat_map(|role| role.facts(&["worksFor", "affiliation", "memberOf"])).collect();
    if !within.is_empty() {
        return within;
    }
    // Whoever is a member of several belongs to associations, and so does one whose employer the data only points to.
    let is_pointed_to = read.item.values("worksFor").next().is_some();
    let is_in_several = read.item.values("memberOf").nth(1).is_some();
    let names: &[&str] = if is_pointed_to || is_in_several { &["organizationName", "worksFor", "affiliation"] } else { &EMPLOYERS };
    read.facts(names)
}

const EMPLOYERS: [&str; 4] = ["organizationName", "worksFor", "affiliation", "memberOf"];

fn telephones(read: &Reader) -> Vec<Contact> {
    let mut found: Vec<Contact> = Vec::new();
    for (names, label) in [(&["telephone", "phone", "tel", "hasTelephone"][..], ""), (&["faxNumber", "fax"], "fax")] {
        let facts = read.facts(names).into_iter().filter_map(|fact| without_scheme(fact, "tel:"));
        found.extend(facts.map(|fact| Contact { label: label.to_owned(), fact }));
    }
    for point in read.items(&["contactPoint", "contactPoints", "address", "location"]) {
        let purpose = point.first(&["contactType", "description"]).map(|fact| fact.value).unwrap_or_default();
        for (names, label) in [(&["telephone", "tel"][..], purpose.as_str()), (&["faxNumber"], "fax")] {
            let facts = point.texts(names).into_iter().filter_map(|fact| without_scheme(fact, "tel:"));
            found.extend(facts.map(|fact| Contact { label: label.to_owned(), fact }));
        }
    }
    found
}

fn address(read: &Reader, entity: &mut Entity) {
    let addresses = read.items(&["address", "adr", "location", "hasPOS"]);
    let deeper: Vec<Reader> = addresses.iter().flat_map(|place| place.items(&["address"])).collect();
    for at in std::iter::once(read).chain(&addresses).chain(&deeper) {
        let part = |names: &[&str]| at.first(names);
        entity.locality = entity.locality.take().or_else(|| part(&["addressLocality", "locality"]));
        entity.region = entity.region.take().or_else(|| part(&["addressRegion", "region"]));
        entity.country = entity.country.take().or_else(|| part(&["addressCountry", "country-name", "countryName"]));
    }
}

fn without_scheme(mut fact: Fact, scheme: &str) -> Option<Fact> {
    let rest =
        fact.value.get(..scheme.len()).filter(|start| start.eq_ignore_ascii_case(scheme)).and_then(|_| fact.value.get(scheme.len()..));
    if let Some(rest) = rest {
        fact.value = present(rest.split('?').next().unwrap_or_default())?.to_owned();
    }
    Some(fact)
}

/// Without the white space and the entities that markup leaves in data.
fn one_line(value: &str) -> Option<String> {
    let value = value.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"").replace("&nbsp;", " ");
    present(&value.split_whitespace().collect::<Vec<_>>().join(" ")).map(str::to_owned)
}
