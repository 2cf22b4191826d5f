//! The microformats test suite (github.com/microformats/tests): cards, addresses and events, of both ages, on every field that we read.

use std::{fs, path::Path};

use aftertone::page::{
    dom::Dom,
    html,
    structured::{self, Item, Items, Value},
};
use anyhow::{Context, Result};
use serde_json::Value as Json;

use crate::tally::{Tally, files, one_line};

/// The suite's own address of every page.
const ADDRESS: &str = "http://example.com/";

const PARTS: [&str; 11] = [
    "microformats-v2/h-card",
    "microformats-v2/h-adr",
    "microformats-v2/h-event",
    "microformats-v2/h-resume",
    "microformats-v2/mixed",
    "microformats-v1/hcard",
    "microformats-v1/adr",
    "microformats-v1/hcalendar",
    "microformats-v1/hresume",
    "microformats-v1/includes",
    "microformats-mixed/h-card",
];

pub(crate) fn run(folder: &Path) -> Result<Tally> {
    let mut tally = Tally::default();
    for part in PARTS {
        for page in files(&folder.join("microformats-tests/tests").join(part), "html")? {
            let expected = page.with_extension("json");
            if expected.is_file() {
                let expected: Json = serde_json::from_slice(&fs::read(&expected)?).with_context(|| format!("{}", expected.display()))?;
                let at = page.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                compare(part, &at, &expected, &fs::read(&page)?, &mut tally);
            }
        }
    }
    Ok(tally)
}

fn compare(part: &str, at: &str, expected: &Json, html: &[u8], tally: &mut Tally) {
    tally.case(part);
    let mut theirs = Vec::new();
    expected["items"].as_array().into_iter().flatten().for_each(|item| collect(item, &mut theirs));
    let snapshot = html::snapshot(html, Some(ADDRESS));
    let items = structured::read(&Dom::new(&snapshot));
    let mut ours: Vec<Card> = items.all().iter().filter_map(|item| card(item, &items)).collect();
    // The same items first, wherever they stand; what is left over is compared in order.
    theirs.retain(|card: &Card| match ours.iter().position(|own| own == card) {
        Some(same) => {
            ours.remove(same);
            card.fields.iter().for_each(|_| tally.agree(part));
            false
        }
        None => true,
    });
    for (nth, card) in theirs.iter().enumerate() {
        let best =
            ours.iter().enumerate().filter(|(_, own)| own.kind == card.kind).max_by_key(|(nth, own)| (alike(own, card), usize::MAX - nth));
        let own = best.map(|(nth, _)| nth).map(|nth| ours.remove(nth));
        let own_fields = own.map(|own| own.fields).unwrap_or_default();
        if own_fields.is_empty() && card.fields.is_empty() {
            continue;
        }
        for (field, values) in &card.fields {
            let own = own_fields.iter().find(|(name, _)| name == field).map(|(_, values)| values.as_slice()).unwrap_or_default();
            tally.compare(part, &format!("{at} #{nth} {} {field}", card.kind), values, own);
        }
        for (field, values) in own_fields.iter().filter(|(field, _)| !card.fields.iter().any(|(there, _)| there == field)) {
            tally.compare(part, &format!("{at} #{nth} {} {field}", card.kind), &[], values);
        }
    }
    for own in ours.iter().filter(|own| !own.fields.is_empty()) {
        tally.differ(part, &format!("{at} {}", own.kind), "no such item", &format!("{:?}", own.fields));
    }
}

fn alike(one: &Card, other: &Card) -> usize {
    one.fields.iter().filter(|field| other.fields.contains(field)).count()
}

/// An item as both sides tell it: what it is, and the fields that we read, sorted. An item inside stands there as its kind and name.
#[derive(Debug, PartialEq)]
struct Card {
    kind: &'static str,
    fields: Vec<(&'static str, Vec<String>)>,
}

/// Their item, then those inside it.
fn collect(item: &Json, cards: &mut Vec<Card>) {
    let mut fields: Vec<(&'static str, Vec<String>)> = Vec::new();
    let mut inner = Vec::new();
    for (name, values) in item["properties"].as_object().into_iter().flatten() {
        let values: Vec<&Json> = values.as_array().into_iter().flatten().collect();
        inner.extend(values.iter().filter(|value| value["type"].is_array()).copied());
        if let Some((_, field)) = FIELDS.iter().find(|(there, _)| there == name) {
            fields.push((field, values.into_iter().map(their_value).filter(|value| !value.is_empty()).collect()));
        }
    }
    fields.retain(|(_, values)| !values.is_empty());
    fields.sort();
    let is = |name: &str| KINDS.iter().find(|(there, _)| *there == name).map(|(_, kind)| *kind);
    if let Some(kind) = item["type"].as_array().into_iter().flatten().filter_map(Json::as_str).find_map(is) {
        cards.push(Card { kind, fields });
    }
    inner.extend(item["children"].as_array().into_iter().flatten());
    inner.into_iter().for_each(|item| collect(item, cards));
}

fn their_value(value: &Json) -> String {
    match value {
        Json::String(text) => one_line(text),
        _ if value["type"].is_array() => {
            let kind = value["type"][0].as_str().unwrap_or_default();
            let kind = KINDS.iter().find(|(there, _)| *there == kind).map_or(kind, |(_, kind)| kind);
            let name = value["properties"]["name"][0].as_str().unwrap_or_default();
            format!("<{kind}> {}", one_line(name))
        }
        // A picture with its alternative text, or rich text with its markup: the value is what we read.
        _ => one_line(value["value"].as_str().unwrap_or_default()),
    }
}

fn card(item: &Item, items: &Items) -> Option<Card> {
    let kind = KINDS.iter().find(|(_, kind)| item.is(kind)).map(|(_, kind)| *kind)?;
    let mut fields: Vec<(&'static str, Vec<String>)> = Vec::new();
    for (_, field) in FIELDS {
        let values: Vec<String> = item.values(field).map(|value| our_value(value, items)).collect();
        if !values.is_empty() && !fields.iter().any(|(there, _)| *there == field) {
            fields.push((field, values));
        }
    }
    fields.sort();
    Some(Card { kind, fields })
}

fn our_value(value: &Value, items: &Items) -> String {
    match value {
        Value::Text(value, _) => one_line(value),
        Value::Item(at) => {
            let inner = items.get(*at);
            let kind = inner.and_then(|item| item.types.first()).map(String::as_str).unwrap_or_default();
            let name = inner.and_then(|item| {
                item.values("name").find_map(|name| if let Value::Text(name, _) = name { Some(one_line(name)) } else { None })
            });
            format!("<{kind}> {}", name.unwrap_or_default())
        }
    }
}

/// The kinds that are compared, and what we call them.
const KINDS: [(&str, &str); 4] = [("h-card", "h-card"), ("h-adr", "PostalAddress"), ("h-event", "Event"), ("h-resume", "h-resume")];

/// The fields that we read, and what we call them. The reader has the same table as `NAMES`; this one is written out again on purpose, from
/// the specification: a name that the reader maps wrongly has to differ from what is expected here. Pictures, dates, street lines, notes, categories, keys and the like are not read.
const FIELDS: [(&str, &str); 22] = [
    ("name", "name"),
    ("given-name", "givenName"),
    ("family-name", "familyName"),
    ("additional-name", "additionalName"),
    ("job-title", "jobTitle"),
    ("role", "role"),
    ("org", "worksFor"),
    ("organization-name", "organizationName"),
    ("tel", "telephone"),
    ("email", "email"),
    ("url", "url"),
    ("adr", "address"),
    ("locality", "addressLocality"),
    ("region", "addressRegion"),
    ("country-name", "addressCountry"),
    ("author", "author"),
    ("reviewer", "author"),
    ("organizer", "organizer"),
    ("attendee", "attendee"),
    ("location", "location"),
    ("contact", "contactPoint"),
    ("affiliation", "affiliation"),
];
