//! Listings of businesses (Google, Yelp): the heading names the business, never the site that lists it.

use super::{Site, heading};
use crate::{
    fact::Fact,
    page::{
        dom::Dom,
        structured::{Contact, Entity, Kind},
    },
};

pub(super) const GOOGLE: Site = Site {
    id: "google_business",
    hosts: &["google.com", "google.de", "google.co.uk", "google.fr"],
    paths: &[("/maps/place/", Kind::Organization)],
    read,
};

pub(super) const YELP: Site =
    Site { id: "yelp", hosts: &["yelp.com", "yelp.co.uk", "yelp.de", "yelp.ca"], paths: &[("/biz/", Kind::Organization)], read };

fn read(dom: &Dom, mut entity: Entity) -> Option<Entity> {
    entity.name = Some(heading(dom, &entity.source)?);
    // Maps writes its facts as the names of buttons: "Phone: (312) 555-0147".
    for label in dom.elements().filter_map(|el| el.says("aria-label")).filter(|label| label.len() < 200) {
        if let Some(number) = label.strip_prefix("Phone: ") {
            entity.telephone.push(Contact { fact: Fact::new(number.trim(), entity.source.clone(), label), label: String::new() });
        }
    }
    entity.telephone.truncate(3);
    Some(entity)
}
