//! The backup: one JSON document a line. The first says what it is, how much there is, and the checksum of the rest; then the profile, the
//! people who are not to be contacted, and one line a person. A damaged line costs one person, and is told.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Wrong;
use crate::{
    store::{
        facts_to_edits,
        migrations::SCHEMA,
        notebook::{Copied, Person},
        profile::Profile,
        understands,
    },
    touch::digest,
};

/// Larger files are refused before they are read.
pub const LARGEST: usize = 64 * 1024 * 1024;

#[derive(Debug, Serialize, Deserialize)]
struct Header {
    #[serde(rename = "afterTheTone")]
    what: String,
    schema: u32,
    people: usize,
    events: usize,
    /// The first 128 bits of SHA-256 over the other lines, in hexadecimal.
    checksum: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Line {
    Profile(Box<Profile>),
    DoNotContact(Vec<String>),
    Person(Box<Person>),
}

/// The backup as text.
pub fn write(copied: &Copied) -> String {
    let profile = copied.profile.iter().map(|profile| Line::Profile(Box::new(profile.clone())));
    let barred = (!copied.barred.is_empty()).then(|| Line::DoNotContact(copied.barred.clone()));
    let persons = copied.persons.iter().map(|person| Line::Person(Box::new(person.clone())));
    let lines: Vec<String> = profile.chain(barred).chain(persons).filter_map(|line| serde_json::to_string(&line).ok()).collect();
    let header = Header {
        what: "backup".into(),
        schema: SCHEMA,
        people: copied.persons.len(),
        events: copied.persons.iter().map(|person| person.events.len()).sum(),
        checksum: digest::hex(&lines.iter().map(String::as_str).collect::<Vec<_>>()),
    };
    let header = serde_json::to_string(&header).unwrap_or_default();
    [vec![header], lines].concat().join("\n") + "\n"
}

/// A backup's contents, and what is wrong with it.
///
/// # Errors
/// Where the text is no backup, is too large, or comes from a newer version.
pub fn read(text: &str) -> Result<(Copied, Vec<Wrong>), Wrong> {
    if text.len() > LARGEST {
        return Err(Wrong::TooLarge);
    }
    let mut lines = text.strip_prefix('\u{feff}').unwrap_or(text).lines().map(str::trim).filter(|line| !line.is_empty());
    let header = lines.next().and_then(|line| serde_json::from_str::<Header>(line).ok()).filter(|header| header.what == "backup");
    let Some(header) = header else { return Err(Wrong::NoBackup) };
    if !understands(header.schema) {
        return Err(Wrong::Newer(header.schema));
    }
    let lines: Vec<&str> = lines.collect();
    let mut notes = vec![];
    let mut copied = Copied::default();
    let mut unread = 0;
    for line in &lines {
        match read_line(line, header.schema) {
            Ok(Line::Profile(profile)) => copied.profile = Some(*profile),
            Ok(Line::DoNotContact(barred)) => copied.barred.extend(barred.into_iter().filter(|key| is_key(key))),
            Ok(Line::Person(person)) if is_key(&person.id) && person.aliases.iter().all(|alias| is_key(&alias.key)) => {
                copied.persons.push(*person);
            }
            Ok(Line::Person(_)) | Err(_) => unread += 1,
        }
    }
    if unread > 0 {
        notes.push(Wrong::Unread(unread));
    }
    let events: usize = copied.persons.iter().map(|person| person.events.len()).sum();
    if copied.persons.len() < header.people || events < header.events {
        let (people, all) = (header.people - copied.persons.len().min(header.people), header.events - events.min(header.events));
        notes.push(Wrong::Lost(people, all));
    } else if digest::hex(&lines) != header.checksum {
        notes.push(Wrong::Changed);
    }
    Ok((copied, notes))
}

/// A line as this version writes it, whichever wrote it.
fn read_line(line: &str, schema: u32) -> serde_json::Result<Line> {
    if schema >= SCHEMA || !line.contains("\"facts\"") {
        return serde_json::from_str(line);
    }
    let mut value: Value = serde_json::from_str(line)?;
    if let Some(kept) = value.pointer_mut("/person/kept").and_then(Value::as_object_mut) {
        facts_to_edits(kept);
    }
    // As text again: reading a `Value` would be a second reader of every shape there is, 80 KB of the wasm.
    serde_json::from_str(&value.to_string())
}

/// As the notebook makes its keys: nothing else becomes part of one.
fn is_key(key: &str) -> bool {
    key.len() == 32 && key.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

#[cfg(test)]
mod tests;
