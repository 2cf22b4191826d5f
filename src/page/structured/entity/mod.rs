//! Items of marked-up data, understood: who is a person, what is an organization, and how each stands to the page.

mod kind;
mod read;
mod role;

pub use self::{kind::Kind, role::Role};
use super::item::Items;
use crate::fact::{Fact, Source};

/// Somebody or something the page names, as one reader found it. Facts in the order of trust.
#[derive(Debug, Clone)]
pub struct Entity {
    pub kind: Kind,
    pub role: Role,
    pub source: Source,
    /// The element that holds it, as a place in the snapshot.
    pub place: Option<usize>,
    pub name: Option<Fact>,
    pub job_title: Vec<Fact>,
    pub works_for: Vec<Fact>,
    pub telephone: Vec<Contact>,
    pub email: Vec<Fact>,
    pub url: Vec<Fact>,
    pub same_as: Vec<Fact>,
    pub locality: Option<Fact>,
    pub region: Option<Fact>,
    /// As written: a code or a name.
    pub country: Option<Fact>,
}

/// A number as written, with what it is said to be for ("faxNumber", "customer service").
#[derive(Debug, Clone)]
pub struct Contact {
    pub fact: Fact,
    pub label: String,
}

impl Entity {
    pub fn new(kind: Kind, role: Role, source: Source, place: Option<usize>) -> Self {
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
pub fn entities(items: &Items) -> Vec<Entity> {
    (0..items.all().len()).filter_map(|at| read::entity(items, at)).collect()
}
