#![allow(clippy::panic)]
//! Pages and what must be read from them. A case is HTML, a line `----`, and the facts it must give; a whole page has them beside it in
//! a `.json` file. Only the facts that an expectation names are compared, so a case says what it is about and nothing else.

use std::{fs, path::Path};

use aftertone::{
    fact::Fact,
    page::{Reading, html, read},
    prospect::{Prospect, Telephone},
};
use serde_json::{Map, Value, json};

#[test]
fn every_case_reads_as_expected() {
    let cases = files("cases", "case");
    assert!(cases.len() >= 20, "the cases are gone");
    let wrong: Vec<String> = cases.iter().flat_map(|(name, text)| case(name, text)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_whole_page_reads_as_expected() {
    let pages = files("whole", "html");
    assert!(pages.len() >= 5, "the pages are gone");
    let expectations = files("whole", "json");
    let wrong: Vec<String> = pages
        .iter()
        .flat_map(|(name, html)| {
            let stem = name.trim_end_matches(".html");
            let expected = expectations.iter().find(|(there, _)| there.trim_end_matches(".json") == stem);
            let (_, expected) = expected.unwrap_or_else(|| panic!("{name} has no expectation"));
            compare(name, html, expected)
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn case(name: &str, text: &str) -> Vec<String> {
    let (html, expected) = text.split_once("\n----\n").unwrap_or_else(|| panic!("{name} has no line ----"));
    compare(name, html, expected)
}

/// What differs, in words. `url` in the expectation is the page's address.
fn compare(name: &str, html: &str, expected: &str) -> Vec<String> {
    let expected: Map<String, Value> = serde_json::from_str(expected).unwrap_or_else(|error| panic!("{name}: {error}"));
    let url = expected.get("url").and_then(Value::as_str);
    let reading = read(&html::snapshot(html.as_bytes(), url));
    let got = plain(&reading);
    let differing = expected.iter().filter(|(key, _)| *key != "url").filter(|(key, value)| got.get(*key) != Some(*value));
    differing.map(|(key, value)| format!("{name}: {key} must be {value}, is {}", got.get(key).unwrap_or(&Value::Null))).collect()
}

/// The reading without provenance, so that an expectation is short.
fn plain(reading: &Reading) -> Map<String, Value> {
    let mut plain = reading.prospect.as_ref().map(person).unwrap_or_default();
    plain.insert("kind".into(), json!(reading.page.kind));
    plain.insert("nobody".into(), json!(reading.prospect.is_none()));
    plain.insert("people".into(), reading.people.iter().map(|other| Value::Object(brief(other))).collect());
    plain.insert("names".into(), reading.people.iter().map(|other| value(&other.name)).collect());
    let numbers = reading.people.iter().map(|other| other.telephone.iter().map(dialled).collect::<Value>()).collect();
    plain.insert("numbers".into(), numbers);
    plain.insert("noted".into(), json!(reading.notes.len()));
    plain
}

fn person(prospect: &Prospect) -> Map<String, Value> {
    let mut plain = brief(prospect);
    let address = &prospect.address;
    plain.extend([
        ("worksFor".to_owned(), value(&prospect.works_for)),
        (
            "telephone".to_owned(),
            prospect.telephone.iter().map(|number| json!(number.e164.as_ref().unwrap_or(&number.fact.value))).collect(),
        ),
        ("email".to_owned(), prospect.email.iter().map(|fact| json!(fact.value)).collect()),
        ("sameAs".to_owned(), prospect.same_as.iter().map(|fact| json!(fact.value)).collect()),
        ("profile".to_owned(), value(&prospect.url)),
        ("locality".to_owned(), value(&address.address_locality)),
        ("country".to_owned(), value(&address.address_country)),
        ("zone".to_owned(), prospect.time_zone.value.as_ref().map_or(Value::Null, |zone| json!(zone.name()))),
        ("source".to_owned(), prospect.name.as_ref().or(prospect.works_for.as_ref()).map_or(Value::Null, |fact| json!(fact.source))),
    ]);
    plain
}

/// "+13125550147 x12"
fn dialled(number: &Telephone) -> String {
    let whole = number.e164.as_ref().unwrap_or(&number.fact.value);
    number.extension.as_ref().map_or_else(|| whole.clone(), |extension| format!("{whole} x{extension}"))
}

fn brief(prospect: &Prospect) -> Map<String, Value> {
    Map::from_iter([("name".to_owned(), value(&prospect.name)), ("jobTitle".to_owned(), value(&prospect.job_title))])
}

fn value(fact: &Option<Fact>) -> Value {
    fact.as_ref().map_or(Value::Null, |fact| json!(fact.value))
}

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages").join(folder);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap_or_else(|error| panic!("{error}")).path())
        .filter(|path| path.extension().is_some_and(|there| there == ending))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
        })
        .collect();
    files.sort();
    files
}
