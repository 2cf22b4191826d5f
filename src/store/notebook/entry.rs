//! What the notebook holds on one prospect.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

use crate::{
    fact::present,
    prospect::null_is_empty,
    situation::{Answers, Deal, Goal},
    touch::{Touch, identity::Card, log::Event, ulid::Ulid},
};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// Absent where the notebook does not know the prospect yet: all else is empty then.
    pub id: Option<String>,
    pub card: Card,
    pub kept: Kept,
    /// In order of their ids. What [`crate::touch::log`] makes the next event from.
    pub events: Vec<Event>,
    /// The events folded: the touches that stand.
    pub touches: Vec<Touch>,
    /// What is wrong with what was stored, to be shown and never to be cleared by itself.
    pub troubles: Vec<Trouble>,
    /// Others that may be the same person, for the user to say.
    pub same_person: Vec<Other>,
}

/// What the user said and typed about one prospect. Everything may be absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Kept {
    /// The relationship among them.
    #[serde(deserialize_with = "null_is_empty")]
    pub answers: Answers,
    /// The facts typed over, by their names (`name`, `jobTitle`, `worksFor`, `telephone`, `email`, `timeZone`); they win over every reading.
    /// Blank: not so, whatever the page says.
    #[serde(deserialize_with = "null_is_empty")]
    pub edits: BTreeMap<String, String>,
    pub goal: Option<Goal>,
    /// The message as edited; absent: the drafted one.
    pub script: Option<String>,
    /// The user's own words, put aside when another angle was asked for.
    pub set_aside: Option<String>,
    /// The angle that was chosen; absent: the best one.
    pub angle: Option<String>,
    /// The id of the pinned script that the message was filled from.
    pub pin: Option<String>,
    #[serde(deserialize_with = "null_is_empty")]
    pub questions: Vec<String>,
    #[serde(deserialize_with = "null_is_empty")]
    pub deal: Deal,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    pub id: String,
    pub card: Card,
}

/// What is wrong with stored data, in words that say what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// So many events that were stored are not there any more.
    Missing(u64),
    /// So many stored lines can't be read; they are kept as they are.
    Damaged(u64),
    /// So many stored lines were written by a newer version; they are kept as they are.
    Newer(u64),
    /// As many lines as there should be, but not the same ones.
    Differs,
    /// The prospect's head can't be read: whether touches are missing can't be told.
    HeadLost,
    /// What was typed for this prospect can't be read; it was put aside.
    KeptLost,
    /// The seller's profile can't be read; it was put aside.
    ProfileLost,
    /// A newer version wrote the notebook: nothing is saved.
    ReadOnly { schema: u32 },
}

impl Entry {
    /// An id for the next event: after every event of this prospect, also when the clock went back. `millis` since 1970; `random` gives its
    /// lowest 80 bits.
    pub fn next_id(&self, millis: u64, random: u128) -> Ulid {
        Ulid::after(self.events.last().map(|event| event.id), millis, random)
    }
}

impl Kept {
    /// The card with the user's edits on it.
    pub(super) fn on(&self, card: Card) -> Card {
        let edited = |name: &str, read: Option<String>| match self.edits.get(name) {
            Some(typed) => present(typed).map(|typed| typed.chars().take(200).collect()),
            None => read,
        };
        Card {
            name: edited("name", card.name),
            job_title: edited("jobTitle", card.job_title),
            organization: edited("worksFor", card.organization),
            telephone: edited("telephone", card.telephone),
            email: edited("email", card.email),
            zone: edited("timeZone", card.zone),
            page: card.page,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (be, entry, them, they) = match self {
            Self::Missing(1) | Self::Damaged(1) | Self::Newer(1) => ("is", "entry", "it", "It is"),
            _ => ("are", "entries", "them", "They are"),
        };
        match self {
            Self::Missing(count) => write!(f, "{count} {entry} of this person's log {be} missing: the browser lost {them}. Import a backup to bring {them} back."),
            Self::Damaged(count) => write!(f, "{count} {entry} of this person's log {be} damaged and can't be read. {they} kept; import a backup to restore {them}."),
            Self::Newer(count) => write!(f, "{count} {entry} of this person's log {be} from a newer version. Update the extension to see {them}."),
            Self::Differs => f.write_str("This person's log is not the one that was written last. Compare it with a backup."),
            Self::HeadLost => f.write_str("This person's record was damaged. What is shown was put together again; something may be missing. Compare it with a backup."),
            Self::KeptLost => f.write_str("What you typed for this person can't be read any more. It was put aside; import a backup to restore it."),
            Self::ProfileLost => f.write_str("Your own details can't be read any more. They were put aside; enter them again or import a backup."),
            Self::ReadOnly { schema } => write!(f, "A newer version (notebook {schema}) wrote this notebook. It is shown, but nothing is saved: update the extension."),
        }
    }
}
