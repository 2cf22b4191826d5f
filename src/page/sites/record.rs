//! Records of customer databases (HubSpot, Salesforce Lightning, Twenty): the name is the heading, the rest are labelled fields.

use super::{Site, heading};
use crate::{
    fact::Fact,
    page::{
        dom::Dom,
        structured::{Contact, Entity, Kind},
        text::name,
    },
};

pub(super) const HUBSPOT: Site = Site {
    id: "hubspot",
    hosts: &["hubspot.com"],
    paths: &[
        ("/record/0-1/", Kind::Person),
        ("/record/0-2/", Kind::Organization),
        ("/contact/", Kind::Person),
        ("/company/", Kind::Organization),
    ],
    read,
};

pub(super) const SALESFORCE: Site = Site {
    id: "salesforce",
    hosts: &["lightning.force.com", "my.salesforce.com"],
    paths: &[("/r/Contact/", Kind::Person), ("/r/Lead/", Kind::Person), ("/r/Account/", Kind::Organization)],
    read,
};

pub(super) const TWENTY: Site = Site {
    id: "twenty",
    hosts: &["twenty.com"],
    paths: &[("/object/person/", Kind::Person), ("/object/company/", Kind::Organization)],
    read,
};

fn read(dom: &Dom, mut entity: Entity) -> Option<Entity> {
    let lines: Vec<&str> = dom.text().split(['\n', '\t']).map(str::trim).filter(|line| !line.is_empty()).take(3_000).collect();
    // A Lightning heading holds the object's name before the record's ("Contact Ada Byron").
    let title = heading(dom, &entity.source)?;
    let plain = ["Contact ", "Lead ", "Account ", "Company "].iter().find_map(|object| title.value.strip_prefix(object)).map(str::to_owned);
    entity.name = match plain {
        Some(plain) if entity.kind == Kind::Organization || name::name(&plain).is_some() => Some(Fact { value: plain, ..title }),
        _ => Some(title),
    };
    let field = |labels: &[&str]| {
        let labelled = lines.windows(2).find(|pair| labels.iter().any(|label| pair[0].trim_end_matches(':').eq_ignore_ascii_case(label)));
        let beside = labelled.map(|pair| pair[1]).filter(|value| value.len() < 120 && !is_empty(value));
        beside.map(|value| Fact::new(value, entity.source.clone(), value))
    };
    let job_title = field(&["Job title", "Title", "Role"]);
    let works_for = field(&["Company name", "Account Name", "Company", "Associated company"]);
    let telephone = ["Phone number", "Phone", "Mobile phone number", "Mobile", "Phones"]
        .iter()
        .filter_map(|label| Some(Contact { fact: field(&[label])?, label: (*label).to_owned() }))
        .collect();
    let email = field(&["Email", "Emails"]);
    if entity.kind == Kind::Person {
        entity.job_title.extend(job_title);
        entity.works_for.extend(works_for);
    }
    entity.telephone = telephone;
    entity.email.extend(email);
    Some(entity)
}

/// What stands in a field that holds nothing.
fn is_empty(value: &str) -> bool {
    ["--", "-", "—", "empty", "add", "edit"].contains(&value.to_lowercase().as_str()) || value.to_lowercase().starts_with("edit ")
}
