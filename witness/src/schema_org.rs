//! Schema.org's examples, which give the same thing in up to three syntaxes: each must give the same people, organizations and places.

use std::{fs, path::Path};

use aftertone::{
    fact::Fact,
    page::{
        dom::Dom,
        html,
        structured::{self, Entity, Kind},
    },
};
use anyhow::Result;

use crate::tally::{Tally, files, one_line};

pub(crate) fn run(folder: &Path) -> Result<Tally> {
    let mut tally = Tally::default();
    for file in files(&folder.join("schemaorg"), "txt")? {
        let text = String::from_utf8_lossy(&fs::read(&file)?).into_owned();
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        examples(&text).for_each(|example| compare(&stem, &example, &mut tally));
    }
    Ok(tally)
}

#[derive(Debug, Default)]
struct Example {
    id: String,
    /// Microdata, RDFa, JSON-LD.
    syntaxes: [String; 3],
}

fn examples(text: &str) -> impl Iterator<Item = Example> {
    let parts = text.split("\nTYPES:").map(|part| part.trim_start_matches("TYPES:"));
    parts.map(|part| {
        let mut example =
            Example { id: part.split_whitespace().next().unwrap_or_default().trim_matches(',').to_owned(), ..Example::default() };
        let mut into: Option<usize> = None;
        for line in part.lines().skip(1) {
            match line.trim() {
                "PRE-MARKUP:" => into = None,
                "MICRODATA:" => into = Some(0),
                "RDFA:" => into = Some(1),
                "JSON:" => into = Some(2),
                _ => {
                    if let Some(into) = into {
                        example.syntaxes[into].push_str(line);
                        example.syntaxes[into].push('\n');
                    }
                }
            }
        }
        example
    })
}

fn compare(file: &str, example: &Example, tally: &mut Tally) {
    let [microdata, rdfa, json] = &example.syntaxes;
    let is_there = |text: &str, mark: &str| text.contains(mark);
    let json = is_there(json, "ld+json").then(|| told(json));
    for (part, text, mark) in [("microdata = JSON-LD", microdata, "itemscope"), ("RDFa = JSON-LD", rdfa, "typeof")] {
        let Some(json) = json.as_ref().filter(|_| is_there(text, mark)) else { continue };
        tally.case(part);
        let mut ours = told(text);
        let mut left = json.clone();
        left.retain(|thing| match ours.iter().position(|own| own == thing) {
            Some(same) => {
                ours.remove(same);
                thing.fields.iter().for_each(|_| tally.agree(part));
                false
            }
            None => true,
        });
        for thing in left {
            let best = ours
                .iter()
                .enumerate()
                .filter(|(_, own)| own.kind == thing.kind && alike(own, &thing) > 0)
                .max_by_key(|(_, own)| alike(own, &thing));
            let at = format!("{file} {} {:?} {}", example.id, thing.kind, thing.name());
            let Some(best) = best.map(|(nth, _)| nth) else {
                tally.differ(part, &at, &format!("{:?}", thing.fields), "no such thing");
                continue;
            };
            let own = ours.remove(best);
            for ((field, theirs), (_, own)) in thing.fields.iter().zip(&own.fields) {
                tally.compare(part, &format!("{at} {field}"), theirs, own);
            }
        }
        for own in ours {
            tally.differ(part, &format!("{file} {} {:?}", example.id, own.kind), "no such thing", &format!("{:?}", own.fields));
        }
    }
}

/// A person, organization, place or event: every field, the empty ones too, in one order.
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    kind: Kind,
    fields: Vec<(&'static str, Vec<String>)>,
}

impl Thing {
    fn name(&self) -> &str {
        self.fields.first().and_then(|(_, values)| values.first()).map(String::as_str).unwrap_or_default()
    }
}

fn alike(one: &Thing, other: &Thing) -> usize {
    one.fields.iter().zip(&other.fields).filter(|(one, other)| one == other && !one.1.is_empty()).count()
}

fn told(markup: &str) -> Vec<Thing> {
    let snapshot = html::snapshot(markup.as_bytes(), Some("http://example.com/"));
    let items = structured::read(&Dom::new(&snapshot));
    let is_told = |entity: &Entity| matches!(entity.kind, Kind::Person | Kind::Organization | Kind::Place | Kind::Event);
    structured::entities(&items)
        .into_iter()
        .filter(is_told)
        .map(|entity| thing(&entity))
        .filter(|thing| !thing.fields.iter().all(|(_, v)| v.is_empty()))
        .collect()
}

fn thing(entity: &Entity) -> Thing {
    let values = |facts: &[Fact]| {
        let mut values: Vec<String> = facts.iter().map(|fact| one_line(&fact.value)).collect();
        values.sort();
        values
    };
    let one = |fact: &Option<Fact>| values(fact.as_slice());
    let telephone: Vec<Fact> = entity.telephone.iter().map(|contact| contact.fact.clone()).collect();
    Thing {
        kind: entity.kind,
        fields: vec![
            ("name", one(&entity.name)),
            ("jobTitle", values(&entity.job_title)),
            ("worksFor", values(&entity.works_for)),
            ("telephone", values(&telephone)),
            ("email", values(&entity.email)),
            ("url", values(&entity.url)),
            ("sameAs", values(&entity.same_as)),
            ("addressLocality", one(&entity.locality)),
            ("addressRegion", one(&entity.region)),
            ("addressCountry", one(&entity.country)),
        ],
    }
}
