//! Extruct's fixtures: nothing that it finds about a person or an organization may be lost on us.

use std::{collections::BTreeSet, fs, path::Path};

use aftertone::page::{
    dom::Dom,
    html,
    structured::{self, Items, Value},
};
use anyhow::Result;
use serde_json::Value as Json;

use crate::tally::{Tally, files, one_line};

pub(crate) fn run(folder: &Path) -> Result<Tally> {
    let mut tally = Tally::default();
    let samples = folder.join("extruct/tests/samples");
    for page in files(&samples, "html")? {
        let stem = page.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let snapshot = html::snapshot(&fs::read(&page)?, Some("http://www.example.com/index.html"));
        let items = structured::read(&Dom::new(&snapshot));
        let part = page.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        // `microdata.5.2.withtext.json` and `….flat.json` belong to `microdata.5.2.html`.
        let mut told = BTreeSet::new();
        for entry in fs::read_dir(page.parent().unwrap_or(&samples))? {
            let path = entry?.path();
            let ending = path.extension().is_some_and(|ending| ending == "json" || ending == "jsonld");
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if ending && (name == stem || name.starts_with(&format!("{stem}."))) {
                // Some fixtures are broken on purpose.
                if let Ok(json) = serde_json::from_slice::<Json>(&fs::read(&path)?) {
                    collect(&json, &mut told);
                }
            }
        }
        tally.case(&part);
        for (kind, field, value) in told {
            if is_there(&items, &kind, field, &value) {
                tally.agree(&part);
            } else {
                tally.differ(&part, &format!("{stem} {kind} {field}"), &format!("{value:?}"), "do not have it");
            }
        }
    }
    Ok(tally)
}

/// Every value of a field that we read, of every person and organization at any depth.
fn collect(json: &Json, told: &mut BTreeSet<(String, &'static str, String)>) {
    let mut waiting = vec![json];
    while let Some(json) = waiting.pop() {
        match json {
            Json::Array(list) => waiting.extend(list),
            Json::Object(object) => {
                waiting.extend(object.values());
                let types = object.get("@type").or_else(|| object.get("type"));
                let kinds = types.map(strings).unwrap_or_default();
                let Some(kind) = kinds.iter().map(|kind| local(kind)).find(|kind| KINDS.contains(kind)) else { continue };
                let properties = object.get("properties").and_then(Json::as_object).unwrap_or(object);
                for (name, value) in properties {
                    if let Some((_, field)) = FIELDS.iter().find(|(there, _)| *there == local(name)) {
                        let values = strings(value)
                            .into_iter()
                            .map(|value| one_line(&value))
                            .filter(|value| !value.is_empty() && !value.starts_with("_:"));
                        told.extend(values.map(|value| (kind.to_owned(), *field, value)));
                    }
                }
            }
            _ => {}
        }
    }
}

/// Strings, and what stands for one: a value, an address, an item's name.
fn strings(json: &Json) -> Vec<String> {
    match json {
        Json::String(text) => vec![text.clone()],
        Json::Array(list) => list.iter().flat_map(strings).collect(),
        Json::Object(object) => ["@value", "@id", "value"].iter().find_map(|key| object.get(*key)).map(strings).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn is_there(items: &Items, kind: &str, field: &str, value: &str) -> bool {
    // They leave relative addresses as they stand.
    let followed = |there: &str| there.starts_with("http://www.example.com/") && there.ends_with(&format!("/{value}"));
    let same = |there: &str| one_line(there) == value || there.trim_end_matches('/') == value.trim_end_matches('/') || followed(there);
    items.all().iter().filter(|item| item.is(kind)).any(|item| {
        item.values(field).any(|there| match there {
            Value::Text(text, quote) => same(text) || same(quote),
            Value::Item(at) => items.get(*at).is_some_and(|inner| {
                inner.id.as_deref().is_some_and(same)
                    || inner.properties.iter().any(|(_, value)| matches!(value, Value::Text(text, _) if same(text)))
            }),
        })
    })
}

fn local(name: &str) -> &str {
    name.trim_end_matches('/').rsplit(['/', '#', ':']).next().unwrap_or_default()
}

/// The people and organizations that stand in the fixtures, by their types' local names.
const KINDS: [&str; 14] = [
    "Person",
    "Organization",
    "LocalBusiness",
    "Restaurant",
    "Corporation",
    "MusicGroup",
    "Place",
    "MusicVenue",
    "Event",
    "MusicEvent",
    "VCard",
    "Agent",
    "h-card",
    "PostalAddress",
];

/// Their names for the fields that we read, and ours. Written out again and not taken from the reader: a name that it maps wrongly has to
/// differ from what is expected here.
const FIELDS: [(&str, &str); 22] = [
    ("name", "name"),
    ("givenName", "givenName"),
    ("familyName", "familyName"),
    ("jobTitle", "jobTitle"),
    ("title", "title"),
    ("worksFor", "worksFor"),
    ("affiliation", "affiliation"),
    ("org", "worksFor"),
    ("telephone", "telephone"),
    ("tel", "telephone"),
    ("phone", "phone"),
    ("faxNumber", "faxNumber"),
    ("email", "email"),
    ("mbox", "mbox"),
    ("url", "url"),
    ("homepage", "homepage"),
    ("sameAs", "sameAs"),
    ("addressLocality", "addressLocality"),
    ("addressRegion", "addressRegion"),
    ("addressCountry", "addressCountry"),
    ("employee", "employee"),
    ("member", "member"),
];
