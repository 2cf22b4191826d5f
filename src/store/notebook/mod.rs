//! The seller's notebook: their profile, and an entry for each prospect.
//!
//! Keys: `schema`, `profile`, `total`, `a:ALIAS` (leads to a prospect), `p:ID` (its head), `k:ID` (what was typed), `t:ID:N` (its events),
//! `c:PAGE` (who was chosen on a page), `index` and `changed` (a list that is made again where it is lost), `reminders` (whom to be reminded of), `going` (a deletion that was begun), `d:ALIAS` (deleted, but not to be contacted), `aside:…` (what could not be read). Each change is one write of all its keys under one lock.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use serde::{Deserialize, Serialize};

use super::{
    Store, StoreError, line,
    migrations::{self, Found},
    profile::Profile,
};
use crate::order;
use crate::touch::{
    digest,
    identity::{self, Alias, AliasKind, Identity},
    log::Event,
    ulid::Ulid,
};

mod agree;
mod copy;
mod entry;
mod going;
mod index;
mod intake;
mod leaf;
mod persons;
mod rows;
mod whose;

pub(crate) use copy::understands;
pub use copy::{Checked, Copied, Person};
pub use entry::{Entry, Kept, Other, Trouble};
pub use intake::Taken;
use leaf::{Head, Leaf, chunk_key, head_key, kept_key};
pub use rows::Rows;
use whose::{Whose, may_be, whose};

const PROFILE: &str = "profile";
const TOTAL: &str = "total";

/// More aliases and names than a person has; a hostile page can't make a head grow for ever.
const MOST_ALIASES: usize = 64;
const MOST_NAMES: usize = 8;
/// So many merges, one into the next, are followed: more are a circle.
const LONGEST_WAY: usize = 8;
/// So many of those who share their strongest alias are looked for at once, and so many of them in a row may have been deleted.
const AT_ONCE: u32 = 8;

#[derive(Clone)]
pub struct Notebook<S> {
    store: S,
    tell: Rc<dyn Fn(Total, Total)>,
}

impl<S> std::fmt::Debug for Notebook<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Notebook").finish_non_exhaustive()
    }
}

/// How much the notebook holds: what a second store remembers, so that a loss is noticed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Total {
    pub prospects: u64,
    pub events: u64,
    pub last: Option<Ulid>,
}

impl<S: Store> Notebook<S> {
    pub fn new(store: S) -> Self {
        Self { store, tell: Rc::new(|_, _| {}) }
    }

    /// After every change, `tell` is given the totals before and after it: for the [`super::mirror::Mirror`].
    #[must_use]
    pub fn telling(self, tell: impl Fn(Total, Total) + 'static) -> Self {
        Self { tell: Rc::new(tell), ..self }
    }

    /// The seller's profile; the default with a trouble where it can't be read.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn profile(&self) -> Result<(Profile, Option<Trouble>), StoreError> {
        let texts = self.current([PROFILE.to_owned()].into()).await?;
        let read_only = match migrations::found(texts.get(migrations::KEY).map(String::as_str)) {
            Found::Newer(schema) => Some(Trouble::ReadOnly { schema }),
            _ => None,
        };
        Ok(match texts.get(PROFILE).map(|text| line::read(text)) {
            None => (Profile::default(), read_only),
            Some(Ok(profile)) => (profile, read_only),
            Some(Err(_)) => (Profile::default(), read_only.or(Some(Trouble::ProfileLost))),
        })
    }

    /// Changes the profile as it is stored now, so that two open pages never undo each other's change.
    ///
    /// # Errors
    /// Where the store fails or a newer version wrote the notebook.
    pub async fn save_profile(&self, change: impl FnOnce(&mut Profile)) -> Result<Profile, StoreError> {
        let _held = self.store.lock().await?;
        let (texts, mut changes) = self.for_writing([PROFILE.to_owned()]).await?;
        let mut profile = Profile::default();
        if let Some(text) = texts.get(PROFILE) {
            match line::read(text) {
                Ok(stored) => profile = stored,
                Err(_) => changes.extend([leaf::aside(PROFILE, text)]),
            }
        }
        change(&mut profile);
        changes.insert(PROFILE.to_owned(), line::write(&profile));
        self.store.set(&changes).await?;
        Ok(profile)
    }

    /// What the notebook holds on the prospect; an empty entry without an id where it knows nobody of that identity.
    ///
    /// # Errors
    /// Where the store fails. Damaged data is no error: it is told in [`Entry::troubles`].
    pub async fn open(&self, identity: &Identity) -> Result<Entry, StoreError> {
        let found = self.find(identity).await?;
        let mut entry = found.leaf.map(Leaf::into_entry).unwrap_or_default();
        if entry.id.is_none() && found.barred {
            entry.kept.answers.do_not_contact = Some(true);
        }
        entry.same_person = found.perhaps;
        if let Some(schema) = found.newer {
            entry.troubles.push(Trouble::ReadOnly { schema });
        }
        Ok(entry)
    }

    /// The entry under an id, as lists show it; nothing where there is none. A prospect that was merged gives the one it was merged into.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn entry(&self, id: &str) -> Result<Option<Entry>, StoreError> {
        let heads = self.heads([id.to_owned()].into()).await?;
        let Some(head) = heads.get(id) else { return Ok(None) };
        let leaf = self.leaf(&head.id).await?;
        Ok((!leaf.is_blank()).then(|| leaf.into_entry()))
    }

    /// Adds events to the prospect's log. An event that is there already is not added again: after an error, try the same event again.
    /// A new prospect begins with it.
    ///
    /// # Errors
    /// Where the store fails or a newer version wrote the notebook; nothing was written then, or all of it (a browser that was killed may
    /// have written without saying so: trying again is always right).
    pub async fn record(&self, identity: &Identity, events: &[Event]) -> Result<Entry, StoreError> {
        self.change(identity, events, |_| {}).await
    }

    /// Changes what is kept of the prospect as it is stored now. Give the identity that [`Notebook::open`] was given, not one that changes
    /// with every key while a name is typed.
    ///
    /// # Errors
    /// As [`Notebook::record`].
    pub async fn keep(&self, identity: &Identity, change: impl FnOnce(&mut Kept)) -> Result<Entry, StoreError> {
        self.change(identity, &[], change).await
    }

    /// Who was chosen on a page that names several people: the words that [`Notebook::choose`] was given.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn chosen(&self, page: &str) -> Result<Option<String>, StoreError> {
        let Some(key) = choice_key(page) else { return Ok(None) };
        Ok(self.texts([key.clone()]).await?.get(&key).and_then(|text| line::read(text).ok()))
    }

    /// Keeps who was chosen on a page, usually by name.
    ///
    /// # Errors
    /// As [`Notebook::record`].
    pub async fn choose(&self, page: &str, who: &str) -> Result<(), StoreError> {
        let Some(key) = choice_key(page) else { return Ok(()) };
        let _held = self.store.lock().await?;
        let (_, mut changes) = self.for_writing([]).await?;
        changes.insert(key, line::write(&who));
        self.store.set(&changes).await
    }

    /// How much the notebook says it holds.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn total(&self) -> Result<Total, StoreError> {
        Ok(total(&self.texts([TOTAL.to_owned()]).await?))
    }

    async fn change(&self, identity: &Identity, events: &[Event], change: impl FnOnce(&mut Kept)) -> Result<Entry, StoreError> {
        let _held = self.store.lock().await?;
        let (texts, mut changes) = self.for_writing([TOTAL.to_owned(), index::CHANGED.to_owned()]).await?;
        let found = self.find(identity).await?;
        let (mut leaf, new) = match found.leaf {
            Some(leaf) => (leaf, false),
            None => self.begun(self.free_id(identity).await?).await?,
        };
        if new && found.barred {
            leaf.kept.answers.do_not_contact = Some(true);
        }
        let kept = leaf.kept.clone();
        change(&mut leaf.kept);
        let changed = leaf.kept != kept;
        if new && events.is_empty() && !changed {
            return Ok(Entry { same_person: found.perhaps, ..Entry::default() });
        }
        if changed || new && found.barred {
            leaf.write_kept(&mut changes);
        }
        own(identity, &found.owners, &mut leaf.head, &mut changes);
        know_as(identity, &mut leaf.head);
        leaf.head.card = leaf.kept.on(identity.card.clone().or(leaf.head.card));
        let entry = self.write(leaf, new, events, &texts, changes).await?;
        Ok(Entry { same_person: found.perhaps, ..entry })
    }

    /// As [`Notebook::record`] and [`Notebook::keep`], for a prospect that a list shows. None where there is none under this id.
    ///
    /// # Errors
    /// As [`Notebook::record`].
    pub async fn change_known(&self, id: &str, events: &[Event], change: impl FnOnce(&mut Kept)) -> Result<Option<Entry>, StoreError> {
        let _held = self.store.lock().await?;
        let (texts, mut changes) = self.for_writing([TOTAL.to_owned(), index::CHANGED.to_owned()]).await?;
        let Some(head) = self.heads([id.to_owned()].into()).await?.remove(id) else { return Ok(None) };
        let mut leaf = self.leaf(&head.id).await?;
        if leaf.is_blank() {
            return Ok(None);
        }
        let kept = leaf.kept.clone();
        change(&mut leaf.kept);
        if leaf.kept != kept {
            leaf.write_kept(&mut changes);
            leaf.head.card = leaf.kept.on(leaf.head.card);
        }
        self.write(leaf, false, events, &texts, changes).await.map(Some)
    }

    /// Everything a change of one prospect writes, in one `set`.
    async fn write(
        &self,
        mut leaf: Leaf,
        new: bool,
        events: &[Event],
        texts: &BTreeMap<String, String>,
        mut changes: BTreeMap<String, String>,
    ) -> Result<Entry, StoreError> {
        let before = total(texts);
        let added = leaf.append(events, &mut changes);
        leaf.write_head(&mut changes);
        let after = Total {
            prospects: before.prospects + u64::from(new),
            events: before.events + added.len() as u64,
            last: before.last.max(added.into_iter().max()),
        };
        changes.insert(TOTAL.to_owned(), line::write(&after));
        index::mark(texts, &[&leaf.head.id], &mut changes);
        self.store.set(&changes).await?;
        (self.tell)(before, after);
        Ok(leaf.into_entry())
    }

    async fn find(&self, identity: &Identity) -> Result<Known, StoreError> {
        let first = id(identity, 0);
        let keys = identity.aliases.iter().flat_map(|alias| [alias_key(alias), barred_key(alias)]);
        let texts = self.current(keys.chain([head_key(&first)]).collect()).await?;
        let barred = identity.aliases.iter().any(|alias| texts.contains_key(&barred_key(alias)));
        let mut owners: BTreeMap<Alias, String> =
            order::map(identity.aliases.iter().filter_map(|alias| Some((alias.clone(), line::read(texts.get(&alias_key(alias))?).ok()?))));
        // An alias that was lost is known by the head that it led to: else the same person would begin anew.
        let mut led = owners.clone();
        if let Some(strongest) = identity.aliases.first().filter(|alias| !owners.contains_key(alias))
            && let Some(Ok(head)) = texts.get(&head_key(&first)).map(|text| line::read::<Head>(text))
            && head.aliases.contains(strongest)
        {
            led.insert(strongest.clone(), first.clone());
        }
        let heads = self.heads(order::set(led.values().cloned())).await?;
        for owner in owners.values_mut().chain(led.values_mut()) {
            // The head of a prospect that was merged is that of the one it was merged into.
            if let Some(head) = heads.get(owner) {
                *owner = head.id.clone();
            }
        }
        let heads = order::map(heads.into_values().map(|head| (head.id.clone(), head)));
        let Whose { id, perhaps } = whose(identity, &led, &heads);
        let id = match id {
            None if texts.contains_key(&head_key(&first)) => self.by_id(identity).await?,
            found => found,
        };
        let leaf = match id {
            Some(id) => Some(self.leaf(&id).await?),
            None => None,
        };
        let perhaps = perhaps.into_iter().filter_map(|id| heads.get(&id).map(|head| Other { id, card: head.card.clone() })).collect();
        let newer = match migrations::found(texts.get(migrations::KEY).map(String::as_str)) {
            Found::Newer(schema) => Some(schema),
            _ => None,
        };
        Ok(Known { leaf, perhaps, owners, newer, barred })
    }

    /// Who came after somebody with the same strongest alias, and is led to by none of their own: two share a mailbox.
    async fn by_id(&self, identity: &Identity) -> Result<Option<String>, StoreError> {
        let strongest = identity.aliases.first().map_or("", |alias| alias.key.as_str());
        let heads = self.made_from(strongest).await?;
        let theirs = heads.into_iter().find(|head| may_be(&identity.aliases, identity.card.name.as_ref(), head));
        let Some(head) = theirs else { return Ok(None) };
        Ok(self.heads([head.id].into()).await?.into_values().next().map(|head| head.id))
    }

    /// The heads whose ids were made from this alias, in the order they came: one of them may be deleted and another have come after.
    async fn made_from(&self, strongest: &str) -> Result<Vec<Head>, StoreError> {
        let mut heads = vec![];
        for begin in (0..u32::MAX).step_by(AT_ONCE as usize) {
            let keys: Vec<String> = (begin..begin.saturating_add(AT_ONCE)).map(|number| head_key(&made_id(strongest, number))).collect();
            let texts = self.store.get(&keys).await?;
            if texts.is_empty() {
                break;
            }
            heads.extend(keys.iter().filter_map(|key| line::read::<Head>(texts.get(key)?).ok()));
        }
        Ok(heads)
    }

    /// The heads of these ids, merges followed. A head that is damaged or gone gives an empty one: its events may still be there.
    async fn heads(&self, ids: BTreeSet<String>) -> Result<BTreeMap<String, Head>, StoreError> {
        let mut heads = BTreeMap::new();
        for first in ids {
            let mut id = first.clone();
            for _ in 0..LONGEST_WAY {
                let texts = self.texts([head_key(&id)]).await?;
                let head = texts.get(&head_key(&id)).and_then(|text| line::read::<Head>(text).ok());
                let head = head.unwrap_or_else(|| Head { id: id.clone(), ..Head::default() });
                let moved = head.moved.clone();
                heads.insert(first.clone(), head);
                match moved {
                    Some(to) => id = to,
                    None => break,
                }
            }
        }
        Ok(heads)
    }

    /// A prospect with those merged into it.
    async fn leaf(&self, id: &str) -> Result<Leaf, StoreError> {
        let mut leaf = self.own_leaf(id).await?;
        for with in leaf.head.with.clone() {
            leaf.join(self.own_leaf(&with).await?);
        }
        Ok(leaf)
    }

    async fn own_leaf(&self, id: &str) -> Result<Leaf, StoreError> {
        let mut texts = self.texts([head_key(id), kept_key(id), chunk_key(id, 0)]).await?;
        let head = texts.remove(&head_key(id));
        let kept = texts.remove(&kept_key(id));
        let readable = head.as_deref().and_then(|text| line::read::<Head>(text).ok());
        let numbers: Vec<u32> = match readable {
            Some(head) => (1..head.chunks).collect(),
            // Without a head nothing tells how many chunks there are.
            None => {
                let prefix = format!("t:{id}:");
                self.store.keys().await?.iter().filter_map(|key| key.strip_prefix(&prefix)?.parse().ok()).collect()
            }
        };
        if !numbers.is_empty() {
            texts.extend(self.texts(numbers.iter().map(|number| chunk_key(id, *number))).await?);
        }
        let chunks = order::map([0].into_iter().chain(numbers).filter_map(|number| Some((number, texts.remove(&chunk_key(id, number))?))));
        Ok(Leaf::read(id, head.as_deref(), kept.as_deref(), chunks))
    }

    /// An id made from the strongest alias, so that two notebooks give the same prospect the same id; another where that one is taken.
    async fn free_id(&self, identity: &Identity) -> Result<String, StoreError> {
        let mut number = 0u32;
        loop {
            let id = id(identity, number);
            if self.texts([head_key(&id)]).await?.is_empty() {
                return Ok(id);
            }
            number += 1;
        }
    }

    /// A prospect whose head is not there, and whether they are new: where head and aliases were lost, the log may lie there still.
    async fn begun(&self, id: String) -> Result<(Leaf, bool), StoreError> {
        let new = self.texts([kept_key(&id), chunk_key(&id, 0)]).await?.is_empty();
        Ok((if new { Leaf::new(id) } else { self.own_leaf(&id).await? }, new))
    }

    /// The texts that a change begins from, and the changes it must make in any case. Call it under the lock.
    async fn for_writing(
        &self,
        keys: impl IntoIterator<Item = String>,
    ) -> Result<(BTreeMap<String, String>, BTreeMap<String, String>), StoreError> {
        let keys: Vec<String> = keys.into_iter().chain([migrations::KEY, going::GOING].map(str::to_owned)).collect();
        let mut texts = self.store.get(&keys).await?;
        let found = migrations::found(texts.get(migrations::KEY).map(String::as_str));
        if let Some(going) = texts.remove(going::GOING).filter(|_| !matches!(found, Found::Newer(_))) {
            self.remove_going(&going).await?;
            texts = self.store.get(&keys).await?;
        }
        match found {
            Found::Current => Ok((texts, BTreeMap::new())),
            Found::Nothing => Ok((texts, order::map([(migrations::KEY.to_owned(), migrations::stamp())]))),
            Found::Newer(schema) => Err(StoreError::Newer { schema }),
            Found::Old(schema) => {
                let mut all = self.everything().await?;
                let changed = migrations::migrate(&all, schema);
                self.store.set(&changed).await?;
                all.extend(changed);
                Ok((all, BTreeMap::new()))
            }
        }
    }

    /// Texts with the schema's number, as this version reads them: whoever opens an older notebook brings it up to date first. Where that
    /// can't be written it is read as it is. Not under the lock: what writes has begun with [`Self::for_writing`], and finds nothing old.
    async fn current(&self, mut keys: Vec<String>) -> Result<BTreeMap<String, String>, StoreError> {
        keys.push(migrations::KEY.to_owned());
        let texts = self.store.get(&keys).await?;
        if !matches!(migrations::found(texts.get(migrations::KEY).map(String::as_str)), Found::Old(_)) {
            return Ok(texts);
        }
        let held = self.store.lock().await?;
        let renewed = self.for_writing([]).await;
        drop(held);
        if renewed.is_ok() { self.store.get(&keys).await } else { Ok(texts) }
    }

    async fn texts(&self, keys: impl IntoIterator<Item = String>) -> Result<BTreeMap<String, String>, StoreError> {
        self.store.get(&keys.into_iter().collect::<Vec<_>>()).await
    }
}

/// What is known of an identity.
struct Known {
    leaf: Option<Leaf>,
    perhaps: Vec<Other>,
    owners: BTreeMap<Alias, String>,
    newer: Option<u32>,
    /// Deleted, but not to be contacted.
    barred: bool,
}

/// Makes the identity's aliases lead to this prospect. An alias that leads to somebody else stays with them, but a nameless one leads to
/// whom the user gave the name last.
fn own(identity: &Identity, owners: &BTreeMap<Alias, String>, head: &mut Head, changes: &mut BTreeMap<String, String>) {
    for alias in &identity.aliases {
        let owner = owners.get(alias);
        let named_here = alias.kind == AliasKind::Nameless && identity.card.name.is_some();
        let ours = owner == Some(&head.id);
        if owner.is_some() && !ours && !named_here {
            continue;
        }
        // A head that was lost learns its own again.
        if !head.aliases.contains(alias) {
            if head.aliases.len() >= MOST_ALIASES {
                continue;
            }
            head.aliases.push(alias.clone());
        }
        if !ours {
            changes.insert(alias_key(alias), line::write(&head.id));
        }
    }
}

fn id(identity: &Identity, number: u32) -> String {
    made_id(identity.aliases.first().map_or("", |alias| alias.key.as_str()), number)
}

fn made_id(strongest: &str, number: u32) -> String {
    digest::hex(&["prospect", strongest, &number.to_string()])
}

fn know_as(identity: &Identity, head: &mut Head) {
    if let Some(name) = &identity.card.name
        && head.names.len() < MOST_NAMES
        && !head.names.contains(name)
    {
        head.names.push(name.clone());
    }
}

fn total(texts: &BTreeMap<String, String>) -> Total {
    texts.get(TOTAL).and_then(|text| line::read(text).ok()).unwrap_or_default()
}

fn alias_key(alias: &Alias) -> String {
    format!("a:{}", alias.key)
}

fn barred_key(alias: &Alias) -> String {
    format!("d:{}", alias.key)
}

fn choice_key(page: &str) -> Option<String> {
    identity::page_key(page).map(|key| format!("c:{key}"))
}

#[cfg(test)]
mod tests;
