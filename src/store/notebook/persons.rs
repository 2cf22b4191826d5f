//! What the user does with whole persons: merge two that are one, split them again, delete one or all.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    LONGEST_WAY, Notebook, TOTAL, Total, alias_key, barred_key,
    entry::{Kept, Other},
    going::{GOING, Going},
    leaf::{Head, Leaf, Lent},
    total,
};
use crate::{
    order,
    store::{Store, StoreError, line},
    touch::{
        identity::{self, Alias, AliasKind, may_be_one},
        log,
        ulid::Ulid,
    },
};

impl<S: Store> Notebook<S> {
    /// Makes two prospects one: what is logged of either shows under `into`. Nothing is moved, so that [`Notebook::split`] undoes it. False
    /// where they are one already or one of them is not there.
    ///
    /// # Errors
    /// As [`Notebook::record`].
    pub async fn merge(&self, from: &str, into: &str) -> Result<bool, StoreError> {
        let _held = self.store.lock().await?;
        let (texts, mut changes) = self.for_writing([super::index::CHANGED.to_owned()]).await?;
        let Some((mut from, mut into)) = self.both(from, into).await? else { return Ok(false) };
        from.head.moved = Some(into.head.id.clone());
        into.head.with.push(from.head.id.clone());
        into.head.with.append(&mut from.head.with.clone());
        let typed = into.kept.clone();
        from.head.lent = Some(Box::new(Lent { card: into.head.card.clone(), kept: typed.clone() }));
        fill(&mut into.kept, &from.kept);
        into.head.card = into.head.card.clone().or(from.head.card.clone());
        // Either name finds them from now on, however little they resemble each other.
        into.head.names.extend(from.head.names.iter().filter(|name| !into.head.names.contains(name)).cloned().collect::<Vec<_>>());
        into.head.names.truncate(super::MOST_NAMES);
        lead(&from.head.aliases, &into.head.id, &mut changes);
        from.write_head(&mut changes);
        into.write_head(&mut changes);
        if into.kept != typed {
            into.write_kept(&mut changes);
        }
        super::index::mark(&texts, &[&from.head.id, &into.head.id], &mut changes);
        self.store.set(&changes).await?;
        Ok(true)
    }

    /// Those who were merged into this prospect, for a split.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn merged(&self, id: &str) -> Result<Vec<Other>, StoreError> {
        let head = self.heads([id.to_owned()].into()).await?.remove(id).unwrap_or_default();
        let mut merged = vec![];
        for with in head.with {
            let card = self.own_leaf(&with).await?.head.card;
            merged.push(Other { id: with, card });
        }
        Ok(merged)
    }

    /// Every key that is stored.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys().await
    }

    /// Takes a merged prospect out again, with its own log and aliases, and with what was said since of its touches: an edit or a deletion
    /// holds wherever the touch stands. What else was logged since the merge stays where it is. False where it is not merged.
    ///
    /// # Errors
    /// As [`Notebook::record`].
    pub async fn split(&self, id: &str) -> Result<bool, StoreError> {
        let _held = self.store.lock().await?;
        let (texts, mut changes) = self.for_writing([TOTAL, super::index::CHANGED].map(str::to_owned)).await?;
        let mut from = self.own_leaf(id).await?;
        // Whom it was merged into, and whom those were merged into in turn: it stands with each of them.
        let mut holders = self.way(from.head.moved.take()).await?;
        if holders.is_empty() {
            return Ok(false);
        }
        let mut theirs: BTreeSet<Ulid> = order::set(from.events().into_iter().map(|event| event.id));
        for with in &from.head.with {
            theirs.extend(self.own_leaf(with).await?.events().into_iter().map(|event| event.id));
        }
        let said = log::said_of(theirs, &holders.iter().flat_map(Leaf::events).collect::<Vec<_>>());
        let mut lent = from.head.lent.take().map(|lent| *lent);
        for into in &mut holders {
            into.head.with.retain(|with| *with != from.head.id && !from.head.with.contains(with));
            let typed = into.kept.clone();
            if let Some(before) = &lent {
                take_back(into, before, &from);
            }
            into.head.names.retain(|name| Some(name) == into.head.card.name.as_ref() || !from.head.names.contains(name));
            into.write_head(&mut changes);
            if into.kept != typed {
                into.write_kept(&mut changes);
            }
            // What the next one had by itself, with what this one had.
            lent = lent.zip(into.head.lent.as_deref()).map(|(had, next)| filled(next, &had));
        }
        lead(&from.head.aliases, &from.head.id, &mut changes);
        let before = total(&texts);
        let added = from.append(&said, &mut changes).len() as u64;
        from.write_head(&mut changes);
        let after = Total { events: before.events + added, ..before };
        changes.insert(TOTAL.to_owned(), line::write(&after));
        let changed: Vec<&str> = holders.iter().chain([&from]).map(|leaf| leaf.head.id.as_str()).collect();
        super::index::mark(&texts, &changed, &mut changes);
        self.store.set(&changes).await?;
        (self.tell)(before, after);
        Ok(true)
    }

    /// A merged prospect's way to the one that shows: each of them by itself.
    async fn way(&self, first: Option<String>) -> Result<Vec<Leaf>, StoreError> {
        let mut way: Vec<Leaf> = vec![];
        let mut next = first;
        while let Some(id) = next.filter(|_| way.len() < LONGEST_WAY) {
            let leaf = self.own_leaf(&id).await?;
            next = leaf.head.moved.clone();
            way.push(leaf);
        }
        Ok(way)
    }

    /// Deletes a person and whoever was merged into them: log, words and aliases. Where they asked not to be contacted, hashes of their
    /// aliases stay, so that they stay uncalled. Gives the keys that were deleted.
    ///
    /// # Errors
    /// As [`Notebook::record`].
    pub async fn forget(&self, id: &str) -> Result<Vec<String>, StoreError> {
        let _held = self.store.lock().await?;
        let (texts, mut changes) = self.for_writing([TOTAL.to_owned()]).await?;
        let before = total(&texts);
        let Some(head) = self.heads([id.to_owned()].into()).await?.remove(id) else { return Ok(vec![]) };
        let first = self.own_leaf(&head.id).await?;
        let barred = first.kept.answers.do_not_contact == Some(true);
        let mut leaves = vec![];
        for with in &first.head.with {
            leaves.push(self.own_leaf(with).await?);
        }
        leaves.push(first);
        let stored: Vec<&Leaf> = leaves.iter().filter(|leaf| leaf.head != Head { id: leaf.head.id.clone(), ..Head::default() }).collect();
        let aliases: Vec<&Alias> = stored.iter().flat_map(|leaf| &leaf.head.aliases).collect();
        let owned = self.texts(aliases.iter().map(|alias| alias_key(alias))).await?;
        let ids: Vec<&str> = stored.iter().map(|leaf| leaf.head.id.as_str()).collect();
        // A nameless alias may lead to somebody else by now.
        let theirs = |alias: &&&Alias| {
            owned.get(&alias_key(alias)).and_then(|text| line::read::<String>(text).ok()).is_some_and(|owner| ids.contains(&owner.as_str()))
        };
        let lost: Vec<&Alias> = aliases.iter().filter(theirs).copied().collect();
        let inherited = self.inherited(&lost, &stored).await?;
        let mut keys: Vec<String> = lost.iter().map(|alias| alias_key(alias)).filter(|key| !inherited.contains_key(key)).collect();
        keys.extend(stored.iter().flat_map(|leaf| leaf.keys()));
        keys.extend(self.beside(&stored).await?);
        changes.extend(inherited);
        if barred {
            let lasting = aliases.iter().filter(|alias| alias.kind != AliasKind::Nameless);
            changes.extend(lasting.map(|alias| (barred_key(alias), line::write(&true))));
        }
        let events: u64 = stored.iter().map(|leaf| leaf.head.count).sum();
        let after = Total {
            prospects: before.prospects.saturating_sub(stored.len() as u64),
            events: before.events.saturating_sub(events),
            last: before.last,
        };
        changes.insert(TOTAL.to_owned(), line::write(&after));
        super::index::mark_all(&mut changes);
        // Their row goes with them: nothing of them stays in the list either.
        keys.extend([super::index::INDEX, super::index::REMINDERS].map(str::to_owned));
        self.remove_after(changes, &Going { keys: Some(keys), before, after }).await
    }

    /// Makes the changes and removes what goes; where the browser is killed in between, the next one to write removes it.
    async fn remove_after(&self, mut changes: BTreeMap<String, String>, going: &Going) -> Result<Vec<String>, StoreError> {
        let text = going.text();
        changes.insert(GOING.to_owned(), text.clone());
        match self.store.set(&changes).await {
            // What is full is not made emptier by refusing.
            Err(StoreError::Full) => {
                changes.remove(GOING);
                self.store.set(&changes).await?;
            }
            written => written?,
        }
        self.remove_going(&text).await
    }

    /// What they shared with somebody, a mailbox, leads to whoever is left when they are deleted: the changes for it, by key.
    async fn inherited(&self, lost: &[&Alias], deleted: &[&Leaf]) -> Result<BTreeMap<String, String>, StoreError> {
        // Of whoever came second to a mailbox the address stands on their card alone.
        let strongest = deleted.iter().filter_map(|leaf| {
            let card = &leaf.head.card;
            identity::of(card.page.as_deref(), Some(&card.prospect())).aliases.into_iter().next()
        });
        let shared: BTreeSet<Alias> = order::set(strongest.chain(lost.iter().map(|alias| (*alias).clone())));
        let mut left: Vec<(String, Head)> = vec![];
        for alias in shared.into_iter().filter(|alias| alias.kind != AliasKind::Nameless) {
            let heads = self.made_from(&alias.key).await?;
            let others = heads.into_iter().filter(|head| deleted.iter().all(|leaf| leaf.head.id != head.id));
            left.extend(others.map(|head| (alias.key.clone(), head)));
        }
        let mut changes = BTreeMap::new();
        for alias in lost {
            // A nameless one leads to whom the name was given last, any other to whoever came first.
            let heir = match alias.kind {
                AliasKind::Nameless => left.iter_mut().rev().find(|(_, head)| head.aliases.contains(alias)),
                _ => left.iter_mut().find(|(made_from, _)| *made_from == alias.key),
            };
            let Some((_, heir)) = heir else { continue };
            if !heir.aliases.contains(alias) && heir.aliases.len() < super::MOST_ALIASES {
                heir.aliases.push((*alias).clone());
            }
            changes.insert(alias_key(alias), line::write(&heir.id));
            changes.insert(super::head_key(&heir.id), line::write(heir));
        }
        Ok(changes)
    }

    /// What lies of them under keys that are not their own: texts that could not be read and were put aside, and their name where they were
    /// chosen on a page.
    async fn beside(&self, leaves: &[&Leaf]) -> Result<Vec<String>, StoreError> {
        let all = self.store.keys().await?;
        let theirs = |key: &&String| {
            let own = key.strip_prefix("aside:").and_then(|key| key.split(':').nth(1));
            own.is_some_and(|id| leaves.iter().any(|leaf| leaf.head.id == id))
        };
        let mut keys: Vec<String> = all.iter().filter(theirs).cloned().collect();
        let chosen = self.texts(all.into_iter().filter(|key| key.starts_with("c:"))).await?;
        let names = || leaves.iter().flat_map(|leaf| leaf.head.names.iter().chain(&leaf.head.card.name));
        keys.extend(chosen.into_iter().filter_map(|(key, text)| {
            let chosen: String = line::read(&text).ok()?;
            // One who is called alike is only to be chosen again.
            names().any(|name| may_be_one(name, &chosen)).then_some(key)
        }));
        Ok(keys)
    }

    /// Deletes everything but the schema and the hashes of those who are not to be contacted. Gives the keys that were deleted.
    ///
    /// # Errors
    /// As [`Notebook::record`].
    pub async fn forget_everything(&self) -> Result<Vec<String>, StoreError> {
        let _held = self.store.lock().await?;
        let (texts, _) = self.for_writing([TOTAL.to_owned()]).await?;
        let mut bars = BTreeMap::new();
        let keys = self.store.keys().await?;
        for head in keys.iter().filter_map(|key| key.strip_prefix("p:")) {
            let leaf = self.own_leaf(head).await?;
            if leaf.kept.answers.do_not_contact == Some(true) {
                let lasting = leaf.head.aliases.iter().filter(|alias| alias.kind != AliasKind::Nameless);
                bars.extend(lasting.map(|alias| (barred_key(alias), line::write(&true))));
            }
        }
        self.remove_after(bars, &Going { keys: None, before: total(&texts), after: Total::default() }).await
    }

    async fn both(&self, from: &str, into: &str) -> Result<Option<(Leaf, Leaf)>, StoreError> {
        let heads = self.heads([from.to_owned(), into.to_owned()].into()).await?;
        let ids = heads.get(from).zip(heads.get(into)).map(|(from, into)| (from.id.clone(), into.id.clone()));
        let Some((from, into)) = ids.filter(|(from, into)| from != into) else { return Ok(None) };
        let there = self.texts([super::head_key(&from), super::head_key(&into)]).await?.len() == 2;
        Ok(if there { Some((self.own_leaf(&from).await?, self.own_leaf(&into).await?)) } else { None })
    }
}

fn lead(aliases: &[Alias], to: &str, changes: &mut BTreeMap<String, String>) {
    changes.extend(aliases.iter().map(|alias| (alias_key(alias), line::write(&to))));
}

/// As they were, with what a merge with the other filled up.
fn filled(before: &Lent, with: &Lent) -> Lent {
    let mut kept = before.kept.clone();
    fill(&mut kept, &with.kept);
    Lent { card: before.card.clone().or(with.card.clone()), kept }
}

/// What the merge gave to `into` goes again with whom it came from, where it is still as it was given: `before` is what was there by itself.
fn take_back(into: &mut Leaf, before: &Lent, from: &Leaf) {
    let Lent { card: had, kept: given } = filled(before, &Lent { card: from.head.card.clone(), kept: from.kept.clone() });
    let Lent { card, kept } = before.clone();
    macro_rules! back {
        ($now:expr, $given:expr, $before:expr; $($($field:ident).+),+) => {
            $(if $given.$($field).+ != $before.$($field).+ && $now.$($field).+ == $given.$($field).+ {
                $now.$($field).+ = $before.$($field).+.clone();
            })+
        };
    }
    back!(into.head.card, had, card; name, job_title, organization, telephone, email, zone, page);
    if into.kept == given {
        into.kept = kept;
        return;
    }
    into.kept.edits.retain(|fact, typed| kept.edits.contains_key(fact) || given.edits.get(fact) != Some(typed));
    // Whoever was not to be contacted may have said so again since, where nobody had to write it down.
    back!(into.kept, given, kept;
        answers.referred_by, answers.relationship, answers.valuable_information, answers.connection, answers.already_has_it,
        answers.existing_supplier, answers.right_person, goal, script, set_aside, angle, pin, questions, deal);
}

/// What was said of the other counts where nothing was said of this one.
pub(super) fn fill(kept: &mut Kept, other: &Kept) {
    let other = other.clone();
    let answers = &mut kept.answers;
    answers.do_not_contact = if other.answers.do_not_contact == Some(true) { Some(true) } else { answers.do_not_contact };
    answers.referred_by = answers.referred_by.take().or(other.answers.referred_by);
    answers.relationship = answers.relationship.or(other.answers.relationship);
    answers.valuable_information = answers.valuable_information.take().or(other.answers.valuable_information);
    answers.connection = answers.connection.take().or(other.answers.connection);
    answers.already_has_it = answers.already_has_it.or(other.answers.already_has_it);
    answers.existing_supplier = answers.existing_supplier.or(other.answers.existing_supplier);
    answers.right_person = answers.right_person.or(other.answers.right_person);
    for (fact, typed) in other.edits {
        kept.edits.entry(fact).or_insert(typed);
    }
    kept.goal = kept.goal.or(other.goal);
    if kept.script.is_none() {
        (kept.script, kept.pin) = (other.script, other.pin);
    }
    kept.set_aside = kept.set_aside.take().or(other.set_aside);
    kept.angle = kept.angle.take().or(other.angle);
    if kept.questions.is_empty() {
        kept.questions = other.questions;
    }
    if kept.deal.value.is_none() {
        kept.deal = other.deal;
    }
}

#[cfg(test)]
mod tests;
