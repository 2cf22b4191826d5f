//! A backup turned into tables and cards, and tables and cards brought into a backup: what `aftertone export` and `import` do with files.

use jiff::tz::TimeZone;

use super::{
    backup,
    contacts::{self, Columns, Crm},
    csv, vcard,
};
use crate::{
    store::{
        Notebook,
        memory::{self, Memory},
        notebook::{Copied, Person, Taken},
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
    /// What was wrong with either file, in plain sentences.
    pub notes: Vec<String>,
}

/// The backup's people as a table or cards. Dates of activities are in `zone`. Merged people are one.
///
/// # Errors
/// Where the text is no backup.
pub fn export(backup: &str, to: To, zone: &TimeZone) -> Result<(String, Vec<String>), String> {
    let (copied, notes) = backup::read(backup)?;
    let people = people(&copied);
    let cards = || people.iter().map(|(card, _)| card.clone()).collect::<Vec<_>>();
    let text = match to {
        To::Contacts(crm) => contacts::contacts(&cards(), crm),
        To::Activities(crm) => contacts::activities(&people, crm, zone),
        To::Vcard => vcard::write(&cards()),
    };
    Ok((text, notes))
}

/// Brings a file into a backup, or into a new one.
///
/// # Errors
/// Where either text is not what it should be.
pub fn import(base: Option<&str>, text: &str, from: &From) -> Result<Imported, String> {
    let (base, mut notes) = base.map_or(Ok(Default::default()), backup::read)?;
    let (brought, more) = match from {
        From::Backup => backup::read(text)?,
        From::Csv(columns) => (table(text, columns.as_ref())?, vec![]),
        From::Vcard => (of_cards(vcard::read(text)), vec![]),
    };
    notes.extend(more);
    if brought == Copied::default() {
        return Err("Nothing to bring in: the file names nobody.".into());
    }
    let notebook = Notebook::new(Memory::default());
    let merged = memory::run(async {
        notebook.take_in(&base, |_, _| {}).await?;
        let taken = notebook.take_in(&brought, |_, _| {}).await?;
        notebook.copy().await.map(|(copied, _)| (copied, taken))
    });
    let (copied, taken) = merged.map_err(|error| error.to_string())?;
    Ok(Imported { backup: backup::write(&copied), taken, notes })
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

fn table(text: &str, columns: Option<&Columns>) -> Result<Copied, String> {
    let rows = csv::read(text);
    let (header, rows) = rows.split_first().ok_or("The table is empty.")?;
    let columns = columns.cloned().unwrap_or_else(|| contacts::columns(header));
    if columns == Columns::default() {
        return Err("No column of the table is known: name one \"Name\", \"Company\", \"Email\" or \"Phone\" in its first row.".into());
    }
    Ok(of_cards(contacts::cards(rows, &columns)))
}

fn people(copied: &Copied) -> Vec<(Card, Vec<Touch>)> {
    let events =
        |id: &String| copied.persons.iter().find(|person| person.id == *id).map(|person| person.events.as_slice()).unwrap_or_default();
    let standing = copied.persons.iter().filter(|person| person.moved.is_none());
    standing
        .map(|person| {
            let log = person.with.iter().fold(person.events.clone(), |log, with| log::merge(&log, events(with)));
            (person.card.clone(), log::fold(&log))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TABLE: &str = "Full name;Company;E-mail;Phone\n\"Lovelace, Ada\";Acme;ada@acme.com;'+13125550100\nGrace Hopper;Navy;;\n;;;\n";

    #[test]
    fn a_table_becomes_people_and_comes_back() {
        let first = import(None, TABLE, &From::Csv(None)).unwrap();
        assert_eq!((first.taken.new_persons, first.notes.len()), (2, 0));
        let again = import(Some(&first.backup), TABLE, &From::Csv(None)).unwrap();
        assert_eq!((again.taken.new_persons, again.taken.known_persons, &again.backup), (0, 2, &first.backup));
        let (cards, _) = export(&first.backup, To::Vcard, &TimeZone::UTC).unwrap();
        let by_card = import(Some(&first.backup), &cards, &From::Vcard).unwrap();
        assert_eq!((by_card.taken.known_persons, &by_card.backup), (2, &first.backup));
        let (table, _) = export(&first.backup, To::Contacts(Crm::HubSpot), &TimeZone::UTC).unwrap();
        assert!(table.contains("ada@acme.com,'+13125550100,"), "{table}");
        let back = import(Some(&first.backup), &table, &From::Csv(None)).unwrap();
        assert_eq!(back.taken.new_persons, 0);
        let both = import(Some(&first.backup), &first.backup, &From::Backup).unwrap();
        assert_eq!(both.backup, first.backup);
    }

    #[test]
    fn what_names_nobody_is_refused() {
        assert!(import(None, "", &From::Csv(None)).is_err());
        assert!(import(None, "a,b\n1,2", &From::Csv(None)).unwrap_err().contains("No column"));
        assert!(import(None, "BEGIN:VCARD\nEND:VCARD", &From::Vcard).is_err());
        assert!(import(Some("{}"), TABLE, &From::Csv(None)).is_err());
        assert!(export("", To::Vcard, &TimeZone::UTC).is_err());
    }
}
