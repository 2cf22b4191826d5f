//! The whole notebook at once: copied for a backup, checked for damage, counted.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    Notebook, PROFILE, Total,
    entry::{Kept, Trouble},
    head_key, kept_key,
    leaf::{Head, Leaf},
};
use crate::{
    order,
    prospect::null_is_empty,
    store::{Store, StoreError, line, profile::Profile},
    touch::{
        identity::{Alias, Card, Identity},
        log::Event,
        ulid::Ulid,
    },
};

/// Everything the notebook holds, as a backup carries it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Copied {
    pub profile: Option<Profile>,
    /// In order of their ids.
    pub persons: Vec<Person>,
    /// Hashes of aliases of people who were deleted but are not to be contacted.
    pub barred: Vec<String>,
}

/// One prospect.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Person {
    pub id: String,
    pub card: Card,
    pub names: Vec<String>,
    pub aliases: Vec<Alias>,
    #[serde(deserialize_with = "null_is_empty")]
    pub kept: Kept,
    pub events: Vec<Event>,
    /// Whom they were merged into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
}

/// What a check of the whole notebook found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// What is really there.
    pub found: Total,
    /// By the prospect's id.
    pub troubles: Vec<(String, Trouble)>,
}

impl Person {
    /// Somebody of whom only a card is known, as an import brings them.
    pub fn of(identity: Identity) -> Self {
        let names = identity.card.name.iter().cloned().collect();
        Self { id: super::id(&identity, 0), card: identity.card, names, aliases: identity.aliases, ..Self::default() }
    }
}

impl<S: Store> Notebook<S> {
    /// Everything, with what could not be read.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn copy(&self) -> Result<(Copied, Vec<(String, Trouble)>), StoreError> {
        let texts = self.everything().await?;
        let mut troubles = vec![];
        let persons = leaves(&texts).into_iter().map(|leaf| {
            troubles.extend(leaf.troubles().iter().map(|trouble| (leaf.head.id.clone(), trouble.clone())));
            let (events, kept, Head { id, card, names, aliases, moved, with, .. }) = (leaf.events(), leaf.kept, leaf.head);
            Person { id, card, names, aliases, kept, events, moved, with }
        });
        let persons = persons.collect();
        let profile = texts.get(PROFILE).and_then(|text| line::read(text).ok());
        let barred = texts.keys().filter_map(|key| key.strip_prefix("d:").map(str::to_owned)).collect();
        Ok((Copied { profile, persons, barred }, troubles))
    }

    /// Reads everything and says what is wrong. Takes seconds over 100,000 touches, and lets others in between: not before the first paint.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn check(&self) -> Result<Checked, StoreError> {
        /// People read at once.
        const BATCH: usize = 200;
        let mut people: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for key in self.store.keys().await? {
            if let Some(id) = key.strip_prefix("p:").or_else(|| key.strip_prefix("t:")?.rsplit_once(':').map(|(id, _)| id)) {
                people.entry(id.to_owned()).or_insert_with(|| vec![kept_key(id)]).push(key);
            }
        }
        let mut checked = Checked::default();
        let people: Vec<(String, Vec<String>)> = people.into_iter().collect();
        for batch in people.chunks(BATCH) {
            let keys: Vec<String> = batch.iter().flat_map(|(_, keys)| keys.clone()).collect();
            let texts = self.store.get(&keys).await?;
            for (id, _) in batch {
                let leaf = leaf(&texts, id);
                let events = leaf.events();
                checked.found.prospects += 1;
                checked.found.events += events.len() as u64;
                checked.found.last = checked.found.last.max(events.last().map(|event| event.id));
                checked.troubles.extend(leaf.troubles().iter().map(|trouble| (id.clone(), trouble.clone())));
            }
        }
        Ok(checked)
    }

    /// How many people and events there are by the people's own heads: a browser that lost a write in the middle still has the newest total.
    /// Reads no touch, and lets others in between.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn census(&self) -> Result<Total, StoreError> {
        let keys = self.store.keys().await?;
        let prospects = keys.iter().filter(|key| key.starts_with("p:")).count() as u64;
        Ok(Total { prospects, ..self.counted(keys.iter()).await? })
    }

    /// What the heads among these keys count, those left out that can't be read.
    pub(super) async fn counted(&self, keys: impl Iterator<Item = &String>) -> Result<Total, StoreError> {
        /// Heads read at once.
        const BATCH: usize = 1_000;
        let keys: Vec<String> = keys.filter(|key| key.starts_with("p:")).cloned().collect();
        let mut found = Total::default();
        for batch in keys.chunks(BATCH) {
            for head in self.store.get(batch).await?.values().filter_map(|text| count_of(text)) {
                found.prospects += 1;
                found.events += head.count;
                found.last = found.last.max(head.last);
            }
        }
        Ok(found)
    }

    pub(super) async fn everything(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.store.get(&self.store.keys().await?).await
    }
}

/// What a head says of its log, without the rest of it.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub(super) struct Count {
    pub(super) count: u64,
    pub(super) last: Option<Ulid>,
}

pub(super) fn count_of(head: &str) -> Option<Count> {
    line::read(head).ok()
}

/// Every prospect's id, those whose head is lost among them.
pub(super) fn ids(texts: &BTreeMap<String, String>) -> BTreeSet<&str> {
    let id = |key| str::strip_prefix(key, "p:").or_else(|| str::strip_prefix(key, "t:")?.rsplit_once(':').map(|(id, _)| id));
    order::set(texts.keys().filter_map(|key| id(key)))
}

fn leaves(texts: &BTreeMap<String, String>) -> Vec<Leaf> {
    ids(texts).into_iter().map(|id| leaf(texts, id)).collect()
}

pub(super) fn leaf(texts: &BTreeMap<String, String>, id: &str) -> Leaf {
    let prefix = format!("t:{id}:");
    let own = texts.range(prefix.clone()..).take_while(|(key, _)| key.starts_with(&prefix));
    let chunks = order::map(own.filter_map(|(key, text)| Some((key.strip_prefix(&prefix)?.parse().ok()?, text.clone()))));
    let text = |key: String| texts.get(&key).map(String::as_str);
    Leaf::read(id, text(head_key(id)), text(kept_key(id)), chunks)
}

/// Whether a copy was made by a version whose notebook this one can take in.
pub(crate) fn understands(schema: u32) -> bool {
    (1..=crate::store::migrations::SCHEMA).contains(&schema)
}
