//! A backup turned into tables and cards, and tables and cards brought into a backup: what `aftertone export` and `import` do with files.

use super::{
    Wrong, backup,
    contacts::{self, Columns, Crm},
    csv,
    ics::{self, Try},
    vcard,
};
use crate::{
    due,
    moment::Moment,
    store::{
        Notebook,
        memory::{self, Memory},
        notebook::{Copied, Person, Taken},
        profile::Profile,
    },
    touch::{
        Touch,
        identity::{self, Card},
        log,
    },
};

/// What a backup is turned into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// A row a person.
    Contacts(Crm),
    /// A row a touch.
    Activities(Crm),
    Vcard,
    /// The next try of everybody who may be called.
    Calendar,
}

/// What is brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    Backup,
    /// A table with a header; none: the columns are guessed by their titles.
    Csv(Option<Columns>),
    Vcard,
}

/// The outcome of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The backup with what was brought in.
    pub backup: String,
    pub taken: Taken,
    /// What was wrong with either file.
    pub notes: Vec<Wrong>,
}

/// A backup's people as tables, cards or a calendar, and what is wrong with the backup.
///
/// # Errors
/// Where the text is no backup.
pub fn export(backup: &str, to: To, now: Moment) -> Result<(String, Vec<Wrong>), Wrong> {
    let (copied, notes) = backup::read(backup)?;
    Ok((of(&copied, to, now), notes))
}

/// Everybody as a table, cards or a calendar. Dates of activities are in the seller's zone, or in that of `now`. Merged people are one.
pub fn of(copied: &Copied, to: To, now: Moment) -> String {
    let people = people(copied);
    let profile = copied.profile.clone().unwrap_or_default();
    let cards = || people.iter().map(|person| person.card.clone()).collect::<Vec<_>>();
    match to {
        To::Contacts(crm) => contacts::contacts(&cards(), crm),
        To::Activities(crm) => {
            let logs: Vec<(Card, Vec<Touch>)> = people.iter().map(|person| (person.card.clone(), log::fold(&person.events))).collect();
            let zone = profile.seller.time_zone.map_or_else(|| now.zone(), |zone| zone.tz);
            contacts::activities(&logs, crm, &zone)
        }
        To::Vcard => vcard::write(&cards()),
        To::Calendar => {
            let tries: Vec<Try> = people.iter().filter_map(|person| next_try(person, &profile, now)).collect();
            ics::write(&tries, now.timestamp)
        }
    }
}

fn next_try(person: &Person, profile: &Profile, now: Moment) -> Option<Try> {
    const MINUTES: u32 = 15;
    let start = due::next_try(&due::row(person, profile, now)?, profile, now)?;
    let who: Vec<&str> = [&person.card.name, &person.card.organization].into_iter().flatten().map(String::as_str).collect();
    let how = [&person.card.telephone, &person.card.email].into_iter().flatten().cloned().collect::<Vec<_>>();
    let summary = format!("Call {}", if who.is_empty() { "somebody".to_owned() } else { who.join(", ") });
    Some(Try { id: person.id.clone(), start, minutes: MINUTES, summary, description: how.join("\n"), url: person.card.page.clone() })
}

/// Brings a file into a backup, or into a new one. Give the two apart to [`Notebook::dry_run`] to see what it would do.
///
/// # Errors
/// Where either text is not what it should be.
pub fn import(base: Option<&str>, text: &str, from: &From) -> Result<Imported, String> {
    let (base, mut notes) = base.map_or(Ok(Default::default()), backup::read)?;
    let (brought, more) = read(text, from)?;
    notes.extend(more);
    let notebook = Notebook::new(Memory::default());
    let merged = memory::run(async {
        notebook.take_in(&base, |_, _| {}).await?;
        let taken = notebook.take_in(&brought, |_, _| {}).await?;
        notebook.copy().await.map(|(copied, _)| (copied, taken))
    });
    let (copied, taken) = merged.map_err(|error| error.to_string())?;
    Ok(Imported { backup: backup::write(&copied), taken, notes })
}

/// What a file would bring in, and what is wrong with it.
///
/// # Errors
/// Where the text is not what it should be, or names nobody.
pub fn read(text: &str, from: &From) -> Result<(Copied, Vec<Wrong>), Wrong> {
    let (brought, notes) = match from {
        From::Backup => backup::read(text)?,
        From::Csv(columns) => (table(text, columns.as_ref())?, vec![]),
        From::Vcard => (of_cards(vcard::read(text)), vec![]),
    };
    if brought == Copied::default() {
        return Err(Wrong::Nobody);
    }
    Ok((brought, notes))
}

/// A file's text: UTF-8, UTF-16 where its first bytes say so, else the Western European letters that spreadsheets write where nobody asks them for
/// others (windows-1252, as the WHATWG's Encoding Standard has it). A backup is always UTF-8.
///
/// # Errors
/// Where a backup is not.
pub fn decoded(bytes: Vec<u8>) -> Result<String, Wrong> {
    if let [low @ 0xff, 0xfe, wide @ ..] | [low @ 0xfe, 0xff, wide @ ..] = bytes.as_slice() {
        let unit = if *low == 0xff { u16::from_le_bytes } else { u16::from_be_bytes };
        let (pairs, _) = wide.as_chunks::<2>();
        return Ok(char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).map(|sign| sign.unwrap_or('\u{fffd}')).collect());
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).map(<[u8]>::to_vec).unwrap_or(bytes);
    String::from_utf8(bytes).or_else(|wrong| {
        if wrong.as_bytes().trim_ascii_start().starts_with(b"{") {
            return Err(Wrong::NotUtf8(wrong.utf8_error().valid_up_to()));
        }
        let sign = |byte: &u8| match byte {
            0x80..=0x9f => WESTERN.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
            _ => char::from(*byte),
        };
        Ok(wrong.as_bytes().iter().map(sign).collect())
    })
}

/// What windows-1252 has where Latin-1 has nothing to print.
const WESTERN: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// What a file is, by how it begins: anything that is neither a backup nor cards is taken for a table.
pub fn kind(text: &str) -> From {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with("{\"afterTheTone\"") {
        From::Backup
    } else if start.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD")) {
        From::Vcard
    } else {
        From::Csv(None)
    }
}

/// Cards as people, for [`Notebook::take_in`]: the same import page of the workbench and of the command line.
pub fn of_cards(cards: Vec<Card>) -> Copied {
    let person = |card: Card| {
        let prospect = card.prospect();
        let mut identity = identity::of(card.page.as_deref(), Some(&prospect));
        // A card came from no form: what stands there is not the one filled in by hand last.
        identity.aliases.retain(|alias| *alias != identity::by_hand());
        identity.card = card;
        (!identity.aliases.is_empty()).then(|| Person::of(identity))
    };
    Copied { persons: cards.into_iter().filter_map(person).collect(), ..Copied::default() }
}

fn table(text: &str, columns: Option<&Columns>) -> Result<Copied, Wrong> {
    let rows = csv::read(text);
    let (header, rows) = rows.get(contacts::header(&rows)..).and_then(<[_]>::split_first).ok_or(Wrong::EmptyTable)?;
    let columns = columns.cloned().unwrap_or_else(|| contacts::columns(header));
    if columns == Columns::default() {
        return Err(Wrong::NoColumn);
    }
    Ok(of_cards(contacts::cards(rows, &columns)))
}

/// Everybody, with the events of those who were merged into them.
fn people(copied: &Copied) -> Vec<Person> {
    let by_id = crate::order::map(copied.persons.iter().map(|person| (person.id.as_str(), person)));
    let standing = copied.persons.iter().filter(|person| person.moved.is_none());
    standing
        .map(|person| {
            let joined = person.with.iter().filter_map(|id| by_id.get(id.as_str()));
            let events = joined.fold(person.events.clone(), |log, other| log::merge(&log, &other.events));
            Person { events, ..person.clone() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TABLE: &str = "Full name;Company;E-mail;Phone\n\"Lovelace, Ada\";Acme;ada@acme.com;'+13125550100\nGrace Hopper;Navy;;\n;;;\n";

    fn now() -> Moment {
        "2026-11-23T14:05:00-06:00".parse().unwrap()
    }

    #[test]
    fn the_calendar_holds_everybodys_next_try() {
        let (calendar, _) = export(&import(None, TABLE, &From::Csv(None)).unwrap().backup, To::Calendar, now()).unwrap();
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2);
        assert!(calendar.contains("SUMMARY:Call Lovelace\\, Ada\\, Acme\r\n"), "{calendar}");
        assert!(calendar.contains("DTSTART:20261123T200500Z\r\n"), "nobody's zone is known: now");
    }

    #[test]
    fn a_table_becomes_people_and_comes_back() {
        let first = import(None, TABLE, &From::Csv(None)).unwrap();
        assert_eq!((first.taken.new_persons, first.notes.len()), (2, 0));
        let again = import(Some(&first.backup), TABLE, &From::Csv(None)).unwrap();
        assert_eq!((again.taken.new_persons, again.taken.known_persons, &again.backup), (0, 2, &first.backup));
        let (cards, _) = export(&first.backup, To::Vcard, now()).unwrap();
        let by_card = import(Some(&first.backup), &cards, &From::Vcard).unwrap();
        assert_eq!((by_card.taken.known_persons, &by_card.backup), (2, &first.backup));
        let (table, _) = export(&first.backup, To::Contacts(Crm::HubSpot), now()).unwrap();
        assert!(table.contains("ada@acme.com,'+13125550100,"), "{table}");
        let back = import(Some(&first.backup), &table, &From::Csv(None)).unwrap();
        assert_eq!(back.taken.new_persons, 0);
        let both = import(Some(&first.backup), &first.backup, &From::Backup).unwrap();
        assert_eq!(both.backup, first.backup);
    }

    #[test]
    fn a_spreadsheets_letters_are_read_however_it_wrote_them() {
        let table = "Name;Firma\nJörg Müller – “Ü”;Bäcker €";
        let western: Vec<u8> = b"Name;Firma\nJ\xf6rg M\xfcller \x96 \x93\xdc\x94;B\xe4cker \x80".to_vec();
        let wide = |bytes: fn(u16) -> [u8; 2]| "\u{feff}".encode_utf16().chain(table.encode_utf16()).flat_map(bytes).collect::<Vec<u8>>();
        let marked = format!("\u{feff}{table}").into_bytes();
        for bytes in [table.as_bytes().to_vec(), marked, western, wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
            assert_eq!(decoded(bytes).unwrap(), table);
        }
        assert_eq!(decoded(b"{\"afterTheTone\": \"\xff\"".to_vec()), Err(Wrong::NotUtf8(18)));
        for noise in [&b"\xff\xfe"[..], b"\xff\xfe\x00", b"\xfe\xff\xd8\x00", b"\xff", b""] {
            decoded(noise.to_vec()).unwrap();
        }
    }

    #[test]
    fn what_names_nobody_is_refused() {
        assert!(import(None, "", &From::Csv(None)).is_err());
        assert!(import(None, "a,b\n1,2", &From::Csv(None)).unwrap_err().contains("No column"));
        assert!(import(None, "BEGIN:VCARD\nEND:VCARD", &From::Vcard).is_err());
        assert!(import(Some("{}"), TABLE, &From::Csv(None)).is_err());
        assert!(export("", To::Vcard, now()).is_err());
    }
}
