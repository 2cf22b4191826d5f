//! Marked-up data: each syntax gives the same [`Item`]s, in schema.org's words, and [`entity`] says who and what they are.

mod entity;
mod item;
mod json_ld;
mod microdata;
mod microformats;
mod rdfa;
mod vcard;

pub use self::{
    entity::{Contact, Entity, Kind, Role, entities},
    item::{Item, Items, Value},
};
use super::dom::Dom;

/// One syntax of marked-up data.
type Reader = fn(&Dom, &mut Items);

/// In the order of trust: what a site writes for machines alone first.
const READERS: [Reader; 5] = [json_ld::read, microdata::read, rdfa::read, microformats::read, vcard::read];

/// Everything marked up on the page.
pub fn read(dom: &Dom) -> Items {
    let mut items = Items::default();
    for reader in READERS {
        reader(dom, &mut items);
    }
    items
}
