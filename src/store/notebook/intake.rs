//! Taking a copy in: a union that loses nothing on either side, so many people a write.
//!
//! Each write is of whole people, with the total after it and a note that the list is out of date. So a browser that is killed in the middle
//! leaves a sound notebook with fewer people in it, and taking the same copy in again brings the rest: nothing is lost and nothing doubled.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::poll_fn,
    pin::Pin,
    task::Poll,
};

use super::{
    Notebook, PROFILE, TOTAL, Total, alias_key, barred_key,
    copy::{Copied, Person, count_of, leaf},
    entry::Kept,
    head_key,
    index::{self, Listing},
    kept_key, know_as,
    leaf::{Head, Leaf},
    own, total,
    whose::{may_be, whose},
};
use crate::{
    order,
    store::{Store, StoreError, line},
    touch::identity::{self, Alias, Identity},
};

/// People a write: about a megabyte. Chromium takes a fifth of a second and more for any write, so that a hundred at a time take five times as
/// long; and damage to one write costs all of it, so that a thousand at a time would lose too many.
const BATCH: usize = if cfg!(test) { 60 } else { 400 };

type Texts = BTreeMap<String, String>;

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

impl<S: Store> Notebook<S> {
    /// What [`Notebook::take_in`] would do. Writes nothing. `progress` is given how many people are compared, and of how many.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn dry_run(&self, copied: &Copied, mut progress: impl FnMut(usize, usize)) -> Result<Taken, StoreError> {
        let mut intake = Intake { keys: order::set(self.store.keys().await?), ..Intake::default() };
        intake.keys.extend(bars(copied));
        let mut earlier: BTreeMap<String, Vec<&Person>> = BTreeMap::new();
        for (done, batch) in copied.persons.chunks(BATCH).enumerate() {
            progress(done * BATCH, copied.persons.len());
            self.load(&mut intake, batch).await?;
            for person in batch {
                let leaf = intake.person(person, |leaf, _| {
                    let known = earlier.get(&leaf.head.id);
                    let read_before =
                        |id| known.is_some_and(|known| known.iter().any(|known| known.events.iter().any(|event| event.id == id)));
                    person.events.iter().filter(|event| leaf.lacks(event.id) && !read_before(event.id)).count() as u64
                });
                earlier.entry(leaf.head.id).or_default().push(person);
            }
            // The heads stay, for whoever comes twice in one copy; the touches are counted by the copy itself.
            intake.texts.retain(|key, _| !key.starts_with("t:"));
        }
        Ok(intake.taken)
    }

    /// Adds what the copy holds and the notebook does not: a union, so taking it in twice changes nothing, and the order of two copies does
    /// not matter. Of what was typed, what is here stays. `progress` is given how many people are written, and of how many.
    ///
    /// # Errors
    /// As [`Notebook::record`]. Each person is written whole or not at all; after an error, take it in again.
    pub async fn take_in(&self, copied: &Copied, mut progress: impl FnMut(usize, usize)) -> Result<Taken, StoreError> {
        let _held = self.store.lock().await?;
        let keys = order::set(self.store.keys().await?);
        self.bring(keys, copied, &mut |_| {}, &mut progress).await
    }

    /// As [`Notebook::take_in`], and makes the rows of [`Notebook::index`] while everybody is at hand: reading them all again takes longer.
    ///
    /// # Errors
    /// As [`Notebook::take_in`].
    pub async fn take_in_listed(
        &self,
        copied: &Copied,
        stamp: &str,
        make: impl Fn(&Person) -> Option<String>,
        mut progress: impl FnMut(usize, usize),
    ) -> Result<Taken, StoreError> {
        let _held = self.store.lock().await?;
        let keys = order::set(self.store.keys().await?);
        let mut listing = Listing::of(self.texts(Listing::wanted()).await?, stamp, &keys);
        let taken = self.bring(keys, copied, &mut |leaf| listing.add(leaf, &make), &mut progress).await?;
        match self.store.set(&listing.written(stamp)).await {
            // Without room the rows are made again the next time.
            Ok(()) | Err(StoreError::Full) => Ok(taken),
            Err(error) => Err(error),
        }
    }

    /// Under the lock. `keys` are all that are stored; `list` is given everybody who was written.
    async fn bring(
        &self,
        keys: BTreeSet<String>,
        copied: &Copied,
        list: &mut dyn FnMut(Leaf),
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Taken, StoreError> {
        let (texts, first) = self.for_writing([TOTAL.to_owned()]).await?;
        let told = total(&texts);
        // A store that was truncated may have lost its total with its newest events, or people and kept the total: it is counted anew.
        let counted = self.counted(keys.iter()).await?;
        let mut intake = Intake { keys, total: Total { last: told.last.max(counted.last), ..counted }, ..Intake::default() };
        intake.put(first);
        intake.put(beside(&intake.keys, copied));
        let told_here: Vec<String> = bars(copied).filter(|bar| !intake.keys.contains(bar)).collect();
        intake.keys.extend(told_here.iter().cloned());
        intake.put(index::all_changed());
        let none: &[Person] = &[];
        let batches = if copied.persons.is_empty() { vec![none] } else { copied.persons.chunks(BATCH).collect() };
        let (mut before, mut done) = (told, 0);
        let mut here = BTreeMap::new();
        let mut writing: Option<Writing<'_>> = None;
        for batch in batches {
            if intake.wants(batch) {
                self.written(&mut writing).await?;
                self.load(&mut intake, batch).await?;
            }
            for person in batch {
                let leaf = intake.person(person, |leaf, changes| leaf.restore(&person.events, changes));
                if leaf.head.id != person.id {
                    here.insert(person.id.clone(), leaf.head.id.clone());
                }
                list(leaf);
            }
            // The browser has written the batch before while this one was made.
            self.written(&mut writing).await?;
            progress(done, copied.persons.len());
            let changes = intake.take();
            let after = intake.total;
            let work = Box::pin(async move { self.store.set(&changes).await });
            writing = Some(begun(Writing { work, before, after }).await);
            (before, done) = (after, done + batch.len());
        }
        self.written(&mut writing).await?;
        let changed = [self.agree(copied, &here).await?, self.bar(&told_here).await?].concat();
        for id in changed {
            list(self.own_leaf(&id).await?);
        }
        progress(done, copied.persons.len());
        Ok(intake.taken)
    }

    /// Whoever is known here by what a copy says is not to be contacted: they asked for it, wherever it was. Once, when it is first told here:
    /// the seller may say otherwise later. Gives the ids of those of whom it was not said here.
    async fn bar(&self, told: &[String]) -> Result<Vec<String>, StoreError> {
        let leads = told.iter().filter_map(|bar| Some(format!("a:{}", bar.strip_prefix("d:")?)));
        let owners = self.texts(leads).await?;
        let owners = self.heads(order::set(owners.values().filter_map(|text| line::read::<String>(text).ok()))).await?;
        let mut changes = Texts::new();
        let mut changed = vec![];
        for id in order::set(owners.into_values().map(|head| head.id)) {
            let mut leaf = self.own_leaf(&id).await?;
            if leaf.kept.answers.do_not_contact.is_none() && !leaf.is_blank() {
                leaf.kept.answers.do_not_contact = Some(true);
                leaf.write_kept(&mut changes);
                changed.push(id);
            }
        }
        // Even an empty write takes its time.
        if !changes.is_empty() {
            self.store.set(&changes).await?;
        }
        Ok(changed)
    }

    async fn written(&self, writing: &mut Option<Writing<'_>>) -> Result<(), StoreError> {
        if let Some(Writing { work, before, after }) = writing.take() {
            work.await?;
            (self.tell)(before, after);
        }
        Ok(())
    }

    /// Reads what is stored of these people and of whoever their aliases lead to.
    async fn load(&self, intake: &mut Intake, batch: &[Person]) -> Result<(), StoreError> {
        let wanted: Vec<String> = batch.iter().flat_map(first_keys).filter(|key| intake.reads(key)).collect();
        let found = self.store.get(&wanted).await?;
        let owners = found.iter().filter(|(key, _)| key.starts_with("a:")).filter_map(|(_, text)| line::read::<String>(text).ok());
        // What an earlier person of the same copy was given is not stored yet, in a dry run.
        let made_up = batch.iter().flat_map(|person| &person.aliases).filter_map(|alias| intake.owner(alias));
        let ids: BTreeSet<String> = order::set(owners.chain(made_up).chain(batch.iter().map(|person| person.id.clone())));
        let of_owners: Vec<String> = ids.iter().flat_map(|id| intake.keys_of(id)).filter(|key| !found.contains_key(key)).collect();
        intake.texts.extend(found);
        intake.texts.extend(self.store.get(&of_owners).await?);
        let beside = order::set(batch.iter().flat_map(|person| intake.stored_beside(person)));
        let of_others: Vec<String> = beside.iter().flat_map(|id| intake.keys_of(id)).collect();
        if !of_others.is_empty() {
            intake.texts.extend(self.store.get(&of_others).await?);
        }
        Ok(())
    }
}

/// A write that the browser has begun: its next turn may be made meanwhile.
struct Writing<'a> {
    work: Pin<Box<dyn Future<Output = Result<(), StoreError>> + 'a>>,
    before: Total,
    after: Total,
}

/// Asks for the write, and does not wait for it.
async fn begun(mut writing: Writing<'_>) -> Writing<'_> {
    let mut done = None;
    poll_fn(|context| {
        if let Poll::Ready(answer) = writing.work.as_mut().poll(context) {
            done = Some(answer);
        }
        Poll::Ready(())
    })
    .await;
    match done {
        Some(answer) => Writing { work: Box::pin(async { answer }), ..writing },
        None => writing,
    }
}

/// What was read and changed so far.
#[derive(Default)]
struct Intake {
    /// Everything that is stored, what this intake has written among it.
    keys: BTreeSet<String>,
    texts: Texts,
    changed: BTreeSet<String>,
    taken: Taken,
    total: Total,
}

impl Intake {
    fn put(&mut self, changes: Texts) {
        self.changed.extend(changes.keys().cloned());
        self.texts.extend(changes);
    }

    /// What is to be written now, with the total after it.
    fn take(&mut self) -> Texts {
        let mut changes = BTreeMap::from([(TOTAL.to_owned(), line::write(&self.total))]);
        for key in std::mem::take(&mut self.changed) {
            changes.extend(self.texts.remove_entry(&key));
        }
        self.texts.clear();
        self.keys.extend(changes.keys().cloned());
        changes
    }

    fn reads(&self, key: &str) -> bool {
        self.keys.contains(key) && !self.texts.contains_key(key)
    }

    /// Whether anything of these people is stored.
    fn wants(&self, batch: &[Person]) -> bool {
        batch.iter().any(|person| first_keys(person).any(|key| self.reads(&key)) || !self.keys_of(&person.id).is_empty())
    }

    /// Of one prospect, what is stored and not read yet.
    fn keys_of(&self, id: &str) -> Vec<String> {
        let prefix = format!("t:{id}:");
        let chunks = self.keys.range(prefix.clone()..).take_while(|key| key.starts_with(&prefix)).cloned();
        [head_key(id), kept_key(id)].into_iter().chain(chunks).filter(|key| self.reads(key)).collect()
    }

    /// The ids under which whoever is meant may be stored, where somebody else has the one that the copy gives them.
    fn stored_beside(&self, person: &Person) -> Vec<String> {
        let head = self.texts.get(&head_key(&person.id)).and_then(|text| line::read::<Head>(text).ok());
        let somebody = head.is_some_and(|head| !is_theirs(person, &head));
        let there = |id: &String| self.keys.contains(&head_key(id));
        if somebody { other_ids(person).take_while(there).collect() } else { vec![] }
    }

    fn owner(&self, alias: &Alias) -> Option<String> {
        line::read(self.texts.get(&alias_key(alias))?).ok()
    }

    /// Takes one person in. `add` adds their events, and says how many are new.
    fn person(&mut self, person: &Person, add: impl FnOnce(&mut Leaf, &mut Texts) -> u64) -> Leaf {
        let mut changes = BTreeMap::new();
        let (mut leaf, owners, new) = same_person(&self.texts, person);
        let taken = &mut self.taken;
        *(if new { &mut taken.new_persons } else { &mut taken.known_persons }) += 1;
        let added = add(&mut leaf, &mut changes);
        taken.new_events += added;
        taken.same_events += person.events.len() as u64 - added;
        let kept = leaf.kept.clone();
        if leaf.kept == Kept::default() {
            leaf.kept = person.kept.clone();
        } else {
            super::persons::fill(&mut leaf.kept, &person.kept);
            taken.conflicts += u64::from(leaf.kept != person.kept && person.kept != Kept::default());
        }
        if new && person.aliases.iter().any(|alias| self.keys.contains(&barred_key(alias))) {
            leaf.kept.answers.do_not_contact = Some(true);
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
        let before = self.texts.get(&head_key(&leaf.head.id)).and_then(|text| count_of(text));
        self.total.prospects += u64::from(before.is_none());
        self.total.events = (self.total.events + leaf.head.count).saturating_sub(before.map_or(0, |before| before.count));
        self.total.last = self.total.last.max(leaf.head.last);
        changes.retain(|key, text| self.texts.get(key) != Some(text));
        self.put(changes);
        leaf
    }
}

/// What is looked up of a person before it is known whom their aliases lead to.
fn first_keys(person: &Person) -> impl Iterator<Item = String> + '_ {
    person.aliases.iter().map(alias_key).chain([head_key(&person.id)])
}

/// The keys of those who are not to be contacted.
fn bars(copied: &Copied) -> impl Iterator<Item = String> + '_ {
    copied.barred.iter().map(|alias| format!("d:{alias}"))
}

/// What the copy holds beside its people, where the notebook has none of its own.
fn beside(keys: &BTreeSet<String>, copied: &Copied) -> Texts {
    let barred = bars(copied).map(|key| (key, line::write(&true)));
    let profile = copied.profile.iter().map(|profile| (PROFILE.to_owned(), line::write(profile)));
    order::map(barred.chain(profile).filter(|(key, _)| !keys.contains(key)))
}

/// The prospect that a person of the copy is: by id, else by aliases, else a new one under the copy's id. Where somebody else has that id, as two
/// who share a mailbox would have the same one, it is the next one that the notebook itself would give.
fn same_person(texts: &Texts, person: &Person) -> (Leaf, BTreeMap<Alias, String>, bool) {
    let owner = |alias: &Alias| line::read::<String>(texts.get(&alias_key(alias))?).ok();
    let owners = order::map(person.aliases.iter().filter_map(|alias| Some((alias.clone(), owner(alias)?))));
    let mut free = person.id.clone();
    let mut others = None;
    while texts.contains_key(&head_key(&free)) {
        let there = leaf(texts, &free);
        if is_theirs(person, &there.head) {
            return (there, owners, false);
        }
        free = others.get_or_insert_with(|| other_ids(person)).next().unwrap_or_default();
    }
    let heads = order::map(owners.values().map(|id| (id.clone(), leaf(texts, id).head)));
    let identity = Identity { aliases: person.aliases.clone(), card: person.card.clone() };
    match whose(&identity, &owners, &heads).id {
        Some(id) => (leaf(texts, &id), owners, false),
        None => {
            let there = leaf(texts, &free);
            let lost = !there.events().is_empty();
            (if lost { there } else { Leaf::new(free) }, owners, !lost)
        }
    }
}

/// By any name that the copy knows them by. A head that was lost tells no name.
fn is_theirs(person: &Person, head: &Head) -> bool {
    may_be(&person.aliases, person.card.name.as_ref(), head) || person.names.iter().any(|name| may_be(&person.aliases, Some(name), head))
}

/// The ids beside the copy's own that the notebook itself would give them: of whoever came second to a mailbox the address stands on their card alone.
fn other_ids(person: &Person) -> impl Iterator<Item = String> + use<> {
    let identity = identity::of(person.card.page.as_deref(), Some(&person.card.prospect()));
    let own = person.id.clone();
    (0..).map(move |number| super::id(&identity, number)).filter(move |id| *id != own)
}

#[cfg(test)]
mod tests;
