//! The whole notebook at once: copied for a backup, checked for damage, and taken in again as a union that loses nothing on either side.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    Notebook, PROFILE, TOTAL, Total, alias_key,
    entry::{Kept, Trouble},
    head_key, kept_key, know_as,
    leaf::{Head, Leaf},
    own, total,
    whose::whose,
};
use crate::{
    order,
    prospect::null_is_empty,
    store::{Store, StoreError, line, profile::Profile},
    touch::{
        identity::{Alias, Card, Identity},
        log::Event,
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

/// What taking in a copy does, or would do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    pub new_persons: u64,
    pub known_persons: u64,
    pub new_events: u64,
    /// Events that are here already.
    pub same_events: u64,
    /// Persons of whom something else was typed here than in the copy: what is here stays.
    pub conflicts: u64,
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
        /// Heads read at once.
        const BATCH: usize = 500;
        let keys: Vec<String> = self.store.keys().await?.into_iter().filter(|key| key.starts_with("p:")).collect();
        let mut found = Total { prospects: keys.len() as u64, ..Total::default() };
        for batch in keys.chunks(BATCH) {
            for head in self.store.get(batch).await?.values().filter_map(|text| line::read::<Head>(text).ok()) {
                found.events += head.count;
                found.last = found.last.max(head.last);
            }
        }
        Ok(found)
    }

    /// What [`Notebook::take_in`] would do. Writes nothing.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn dry_run(&self, copied: &Copied) -> Result<Taken, StoreError> {
        Ok(union(self.everything().await?, copied).2)
    }

    /// Adds what the copy holds and the notebook does not: a union, so taking it in twice changes nothing, and the order of two copies does
    /// not matter. Of what was typed, what is here stays. `progress` is given how many keys are written, and of how many.
    ///
    /// # Errors
    /// As [`Notebook::record`]. Each person is written whole or not at all; after an error, take it in again.
    pub async fn take_in(&self, copied: &Copied, mut progress: impl FnMut(usize, usize)) -> Result<Taken, StoreError> {
        /// Keys a write: a few megabytes.
        const BATCH: usize = 2_000;
        let _held = self.store.lock().await?;
        let (texts, first) = self.for_writing([TOTAL.to_owned()]).await?;
        let before = total(&texts);
        let (mut by_person, after, taken) = union(self.everything().await?, copied);
        // The total comes with the last batch: were it there early and the rest not, touches would look lost.
        let mut end = BTreeMap::from([(TOTAL.to_owned(), line::write(&after))]);
        super::index::mark_all(&mut end);
        by_person.push(end);
        by_person.insert(0, first);
        let all = by_person.iter().map(BTreeMap::len).sum();
        let (mut batch, mut done) = (BTreeMap::new(), 0);
        let last = by_person.len() - 1;
        for (place, changes) in by_person.into_iter().enumerate() {
            batch.extend(changes);
            if batch.len() >= BATCH || place == last {
                self.store.set(&batch).await?;
                done += batch.len();
                progress(done.min(all), all);
                batch.clear();
            }
        }
        (self.tell)(before, after);
        Ok(taken)
    }

    pub(super) async fn everything(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.store.get(&self.store.keys().await?).await
    }
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

/// The changes, person by person, the total after them, and what they amount to.
fn union(mut texts: BTreeMap<String, String>, copied: &Copied) -> (Vec<BTreeMap<String, String>>, Total, Taken) {
    let mut taken = Taken::default();
    let mut after = total(&texts);
    let mut all = vec![];
    let mut rest: BTreeMap<String, String> = order::map(
        copied.barred.iter().map(|alias| (format!("d:{alias}"), line::write(&true))).filter(|(key, _)| !texts.contains_key(key)),
    );
    if let Some(profile) = copied.profile.as_ref().filter(|_| !texts.contains_key(PROFILE)) {
        rest.insert(PROFILE.to_owned(), line::write(profile));
    }
    all.push(rest);
    for person in &copied.persons {
        let mut changes = BTreeMap::new();
        let (mut leaf, owners, new) = same_person(&texts, person);
        *(if new { &mut taken.new_persons } else { &mut taken.known_persons }) += 1;
        let added = leaf.restore(&person.events, &mut changes);
        taken.new_events += added;
        taken.same_events += person.events.len() as u64 - added;
        let kept = leaf.kept.clone();
        if leaf.kept == Kept::default() {
            leaf.kept = person.kept.clone();
        } else {
            super::persons::fill(&mut leaf.kept, &person.kept);
            taken.conflicts += u64::from(leaf.kept != person.kept && person.kept != Kept::default());
        }
        if leaf.kept != kept {
            leaf.write_kept(&mut changes);
        }
        if new {
            (leaf.head.moved, leaf.head.with) = (person.moved.clone(), person.with.clone());
        }
        let identity = Identity { aliases: person.aliases.clone(), card: person.card.clone() };
        own(&identity, &owners, &mut leaf.head, &mut changes);
        know_as(&identity, &mut leaf.head);
        leaf.head.names.extend(person.names.iter().filter(|name| !leaf.head.names.contains(name)).cloned().collect::<Vec<_>>());
        leaf.head.names.truncate(super::MOST_NAMES);
        leaf.head.card = leaf.head.card.clone().or(person.card.clone());
        leaf.write_head(&mut changes);
        changes.retain(|key, text| texts.get(key) != Some(text));
        after.last = after.last.max(leaf.head.last);
        texts.extend(changes.clone());
        all.push(changes);
    }
    // A store that was truncated may have lost its total with its newest events, or people and kept the total: it is counted anew.
    let heads =
        texts.range("p:".to_owned()..).take_while(|(key, _)| key.starts_with("p:")).filter_map(|(_, text)| line::read::<Head>(text).ok());
    let (mut prospects, mut events) = (0, 0);
    for head in heads {
        prospects += 1;
        events += head.count;
    }
    (after.prospects, after.events) = (prospects, events);
    (all, after, taken)
}

/// The prospect that a person of the copy is: by id, else by aliases, else a new one under the copy's id.
fn same_person(texts: &BTreeMap<String, String>, person: &Person) -> (Leaf, BTreeMap<Alias, String>, bool) {
    let owner = |alias: &Alias| line::read::<String>(texts.get(&alias_key(alias))?).ok();
    let owners = order::map(person.aliases.iter().filter_map(|alias| Some((alias.clone(), owner(alias)?))));
    if texts.contains_key(&head_key(&person.id)) {
        return (leaf(texts, &person.id), owners, false);
    }
    let heads = order::map(owners.values().map(|id| (id.clone(), leaf(texts, id).head)));
    let identity = Identity { aliases: person.aliases.clone(), card: person.card.clone() };
    match whose(&identity, &owners, &heads).id {
        Some(id) => (leaf(texts, &id), owners, false),
        None => {
            let there = leaf(texts, &person.id);
            let lost = !there.events().is_empty();
            (if lost { there } else { Leaf::new(person.id.clone()) }, owners, !lost)
        }
    }
}

/// Whether a copy was made by a version whose notebook this one can take in.
pub(crate) fn understands(schema: u32) -> bool {
    (1..=crate::store::migrations::SCHEMA).contains(&schema)
}
