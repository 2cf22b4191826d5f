//! Sites whose pages the generic readers misread. A site gives one entity that the page is about; everything else stays with the generic
//! readers, and no site is told by class names that a build generates.

mod github;
mod linkedin;
mod listing;
mod record;

use super::{
    contacts::host,
    dom::Dom,
    structured::{Entity, Kind, Role},
};
use crate::fact::{Fact, Source};

/// One site: which of its pages it reads is told by host and path.
struct Site {
    id: &'static str,
    /// The host itself or what it ends with (`.example.com`).
    hosts: &'static [&'static str],
    /// A part of the path, each for a kind of page.
    paths: &'static [(&'static str, Kind)],
    read: fn(&Dom, Entity) -> Option<Entity>,
}

const SITES: [Site; 7] =
    [linkedin::SITE, github::SITE, record::HUBSPOT, record::SALESFORCE, record::TWENTY, listing::GOOGLE, listing::YELP];

/// Whom or what the page is about, where one of the page's addresses is of a known site.
pub(super) fn read(dom: &Dom, addresses: &[&str]) -> Option<Entity> {
    addresses.iter().find_map(|url| read_at(dom, url))
}

/// Whether it is the member whose profile the page shows; the others there are suggested to the reader.
pub(super) fn is_of_one(entity: &Entity) -> bool {
    let profile = |id: &str| [linkedin::SITE.id, github::SITE.id].contains(&id);
    entity.kind == Kind::Person && matches!(&entity.source, Source::Site(id) if profile(id))
}

fn read_at(dom: &Dom, url: &str) -> Option<Entity> {
    let host = host(url)?.to_ascii_lowercase();
    let path = url.split_once("://")?.1.split_once('/').map(|(_, path)| format!("/{path}"))?;
    let at_home = |site: &&Site| {
        site.hosts.iter().any(|there| host == *there || host.strip_suffix(there).is_some_and(|before| before.ends_with('.')))
    };
    SITES.iter().filter(at_home).find_map(|site| {
        let (_, kind) = site.paths.iter().find(|(part, _)| path.contains(part))?;
        (site.read)(dom, Entity::new(*kind, Role::About, Source::Site(site.id.to_owned()), None))
    })
}

/// The first heading of the page with words in it.
fn heading(dom: &Dom, source: &Source) -> Option<Fact> {
    let words = dom.all("h1").map(|h1| h1.words()).find(|words| !words.is_empty() && words.len() < 120)?;
    Some(Fact::new(&words, source.clone(), &words))
}
