//! Class names of the classic microformats, which have no prefixes, so each means something only inside its own kind.

use super::{Form, NAMES};

/// The property a class names inside an item of this kind.
pub(super) fn property(kind: &str, class: &str) -> Option<(&'static str, Form)> {
    let own: &[(&str, &str)] = match kind {
        "h-card" => &CARD,
        "PostalAddress" => &[],
        "Event" => &EVENT,
        "h-entry" | "Review" => &ENTRY,
        "h-resume" => &RESUME,
        _ => return None,
    };
    let shared = |names: &'static [&'static str]| names.iter().find(|name| **name == class).copied();
    let name = own.iter().find(|(there, _)| *there == class).map(|(_, name)| *name).or_else(|| match kind {
        "h-card" => shared(&CARD_SHARED).or_else(|| shared(&ADDRESS)),
        "PostalAddress" => shared(&ADDRESS),
        _ => None,
    })?;
    let form = match class {
        "url" | "email" => Form::Address,
        _ => Form::Words,
    };
    Some((NAMES.iter().find(|(there, _)| *there == name)?.1, form))
}

pub(super) const ROOTS: [(&str, &str); 6] = [
    ("vcard", "h-card"),
    ("adr", "PostalAddress"),
    ("vevent", "Event"),
    ("hentry", "h-entry"),
    ("hreview", "Review"),
    ("hresume", "h-resume"),
];

/// Where the classic name differs from today's.
const CARD: [(&str, &str); 3] = [("fn", "name"), ("title", "job-title"), ("adr", "adr")];
const EVENT: [(&str, &str); 6] = [
    ("summary", "name"),
    ("url", "url"),
    ("location", "location"),
    ("organizer", "organizer"),
    ("attendee", "attendee"),
    ("contact", "contact"),
];
const ENTRY: [(&str, &str); 4] = [("entry-title", "name"), ("author", "author"), ("reviewer", "reviewer"), ("item", "item")];
const RESUME: [(&str, &str); 2] = [("contact", "contact"), ("affiliation", "affiliation")];

const CARD_SHARED: [&str; 9] = ["given-name", "family-name", "additional-name", "role", "org", "organization-name", "tel", "email", "url"];

const ADDRESS: [&str; 3] = ["locality", "region", "country-name"];
