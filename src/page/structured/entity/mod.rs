//! Items of marked-up data, understood: who is a person, what is an organization, and how each stands to the page.

mod kind;
mod read;
mod role;

pub(in crate::page) use self::{kind::Kind, role::Role};
use super::item::Items;
use crate::fact::{Fact, Source};

/// Somebody or something the page names, as one reader found it. Facts in the order of trust.
#[derive(Debug, Clone)]
pub(in crate::page) struct Entity {
    pub(in crate::page) kind: Kind,
    pub(in crate::page) role: Role,
    pub(in crate::page) source: Source,
    /// The element that holds it, as a place in the snapshot.
    pub(in crate::page) place: Option<usize>,
    pub(in crate::page) name: Option<Fact>,
    pub(in crate::page) job_title: Vec<Fact>,
    pub(in crate::page) works_for: Vec<Fact>,
    pub(in crate::page) telephone: Vec<Contact>,
    pub(in crate::page) email: Vec<Fact>,
    pub(in crate::page) url: Vec<Fact>,
    pub(in crate::page) same_as: Vec<Fact>,
    pub(in crate::page) locality: Option<Fact>,
    pub(in crate::page) region: Option<Fact>,
    /// As written: a code or a name.
    pub(in crate::page) country: Option<Fact>,
}

/// A number as written, with what it is said to be for ("faxNumber", "customer service").
#[derive(Debug, Clone)]
pub(in crate::page) struct Contact {
    pub(in crate::page) fact: Fact,
    pub(in crate::page) label: String,
}

impl Entity {
    pub(in crate::page) fn new(kind: Kind, role: Role, source: Source, place: Option<usize>) -> Self {
        Self {
            kind,
            role,
            source,
            place,
            name: None,
            job_title: Vec::new(),
            works_for: Vec::new(),
            telephone: Vec::new(),
            email: Vec::new(),
            url: Vec::new(),
            same_as: Vec::new(),
            locality: None,
            region: None,
            country: None,
        }
    }
}

/// Everyone and everything among the items that the reading may use, in their order.
pub(in crate::page) fn entities(items: &Items) -> Vec<Entity> {
    (0..items.all().len()).filter_map(|at| read::entity(items, at)).collect()
}
