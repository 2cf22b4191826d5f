//! One prospect's texts: a head, what is kept, and chunks of at most 100 events. All of it pure: texts in, texts out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Kept, Trouble};
use crate::{
    store::line::{self, Wrong},
    touch::{
        identity::{Alias, Card},
        log::{self, Event},
        ulid::Ulid,
    },
};

/// Appending to a chunk of 100 takes 9 to 22 ms in a busy Chromium, to one of 1000 about 80.
pub(super) const CHUNK: usize = 100;

/// What stands in a chunk of which nothing could be read when it was restored: a text that is empty would read as one more that is damaged.
const NOTHING: &str = "-";

/// What stands under `p:ID`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Head {
    pub(super) id: String,
    pub(super) chunks: u32,
    /// Every event ever stored, also one that is missing now.
    pub(super) count: u64,
    pub(super) last: Option<Ulid>,
    /// The checksums of all event lines, exclusive-or: the order does not matter.
    pub(super) check: u64,
    pub(super) card: Card,
    /// The names it was read or typed under, as one that was edited is still read on its page.
    pub(super) names: Vec<String>,
    pub(super) aliases: Vec<Alias>,
    /// Merged into another prospect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) moved: Option<String>,
    /// Those that were merged into this one. Their texts stay as they are, so that a split gives them back.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) with: Vec<String>,
    /// Of a prospect that was merged: the other one as it was before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lent: Option<Box<Lent>>,
}

/// What a merge fills up, so that a split can take it back.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Lent {
    pub(super) card: Card,
    pub(super) kept: Kept,
}

/// A prospect's texts, read.
#[derive(Debug, Clone, Default)]
pub(super) struct Leaf {
    pub(super) head: Head,
    pub(super) kept: Kept,
    events: BTreeMap<Ulid, Event>,
    /// Of the prospects that were merged into this one.
    joined: BTreeMap<Ulid, Event>,
    /// As stored, damaged lines and all.
    chunks: BTreeMap<u32, String>,
    lines: Lines,
    troubles: Vec<Trouble>,
    /// Unreadable texts, put aside before their keys are written again.
    aside: BTreeMap<String, String>,
}

pub(super) fn head_key(id: &str) -> String {
    format!("p:{id}")
}

pub(super) fn kept_key(id: &str) -> String {
    format!("k:{id}")
}

pub(super) fn chunk_key(id: &str, chunk: u32) -> String {
    format!("t:{id}:{chunk}")
}

impl Leaf {
    pub(super) fn new(id: String) -> Self {
        Self { head: Head { id, ..Head::default() }, ..Self::default() }
    }

    /// Reads a prospect's texts. `chunks` are those found, by number. Never fails: what can't be read becomes a trouble.
    pub(super) fn read(id: &str, head: Option<&str>, kept: Option<&str>, chunks: BTreeMap<u32, String>) -> Self {
        let mut leaf = Self { chunks, ..Self::new(id.to_owned()) };
        let lines = leaf.read_chunks();
        leaf.lines = lines;
        match head.map(line::read::<Head>) {
            Some(Ok(head)) => leaf.head = head,
            damaged => {
                leaf.troubles.push(Trouble::HeadLost);
                if damaged.is_some() {
                    leaf.put_aside(&head_key(id), head);
                }
                leaf.head = Head { id: id.to_owned(), count: lines.good, check: lines.check, ..Head::default() };
            }
        }
        leaf.head.last = leaf.head.last.max(leaf.events.keys().next_back().copied());
        leaf.head.chunks = leaf.head.chunks.max(leaf.chunks.keys().next_back().map_or(0, |last| last.saturating_add(1)));
        if let Some(missing) = leaf.head.count.checked_sub(lines.good + lines.damaged).filter(|missing| *missing > 0) {
            leaf.troubles.push(Trouble::Missing(missing));
        }
        if leaf.head.count == lines.good && leaf.head.check != lines.check {
            leaf.troubles.push(Trouble::Differs);
        }
        for (count, trouble) in [(lines.damaged, Trouble::Damaged(lines.damaged)), (lines.newer, Trouble::Newer(lines.newer))] {
            if count > 0 {
                leaf.troubles.push(trouble);
            }
        }
        match kept.map(line::read) {
            None => {}
            Some(Ok(kept)) => leaf.kept = kept,
            Some(Err(_)) => {
                leaf.troubles.push(Trouble::KeptLost);
                leaf.put_aside(&kept_key(id), kept);
            }
        }
        leaf
    }

    fn read_chunks(&mut self) -> Lines {
        let mut lines = Lines::default();
        for text in self.chunks.values().flat_map(|chunk| chunk.split('\n')).filter(|text| *text != NOTHING) {
            match line::read::<Event>(text) {
                Ok(event) => {
                    // The same event twice would be the trace of a race that the lock forbids; it counts once.
                    if self.events.insert(event.id, event).is_some() {
                        continue;
                    }
                    lines.good += 1;
                    lines.check ^= checksum(text);
                }
                Err(Wrong::Unknown) => {
                    lines.good += 1;
                    lines.newer += 1;
                    lines.check ^= checksum(text);
                }
                Err(Wrong::Damaged) => lines.damaged += 1,
            }
        }
        lines
    }

    /// Adds the events that are not there yet, and says which those are. The texts that changed go into `changes`; the head does not yet.
    pub(super) fn append(&mut self, events: &[Event], changes: &mut BTreeMap<String, String>) -> Vec<Ulid> {
        let mut added = Vec::new();
        for event in events {
            if !self.lacks(event.id) {
                continue;
            }
            let text = line::write(event);
            let full = |chunk: &String| chunk.split('\n').count() >= CHUNK;
            let last = self.head.chunks.saturating_sub(1);
            let place = if self.chunks.get(&last).is_some_and(full) { last.saturating_add(1) } else { last };
            let chunk = self.chunks.entry(place).or_default();
            if chunk == NOTHING {
                chunk.clear();
            }
            if !chunk.is_empty() {
                chunk.push('\n');
            }
            chunk.push_str(&text);
            changes.insert(chunk_key(&self.head.id, place), chunk.clone());
            self.head.chunks = self.head.chunks.max(place.saturating_add(1));
            self.head.count += 1;
            self.head.check ^= checksum(&text);
            self.head.last = self.head.last.max(Some(event.id));
            self.events.insert(event.id, event.clone());
            added.push(event.id);
        }
        added
    }

    pub(super) fn lacks(&self, event: Ulid) -> bool {
        !self.events.contains_key(&event) && !self.joined.contains_key(&event)
    }

    /// As [`Leaf::append`], from a backup, on the user's word: what comes back is not missing any more, and damaged lines are put aside.
    pub(super) fn restore(&mut self, events: &[Event], changes: &mut BTreeMap<String, String>) -> u64 {
        let mut aside_of = BTreeMap::new();
        for (number, chunk) in &mut self.chunks {
            let sound: Vec<&str> = chunk.split('\n').filter(|text| line::is_sound(text) || *text == NOTHING).collect();
            if sound.len() < chunk.split('\n').count() {
                let key = chunk_key(&self.head.id, *number);
                aside_of.extend([aside(&key, chunk)]);
                *chunk = if sound.is_empty() { NOTHING.to_owned() } else { sound.join("\n") };
                changes.insert(key, chunk.clone());
            }
        }
        self.aside.extend(aside_of);
        let expected = self.head.count.saturating_sub(self.lines.damaged);
        let added = self.append(events, changes).len() as u64;
        let there = self.lines.good + added;
        self.head.count = expected.max(there);
        if there >= expected {
            self.head.check = self.chunks.values().flat_map(|chunk| chunk.split('\n')).fold(0, |check, text| check ^ checksum(text));
        }
        added
    }

    /// Its own events with those of whoever was merged into it.
    pub(super) fn all_events(&self) -> Vec<Event> {
        self.events.values().chain(self.joined.values()).cloned().collect()
    }

    pub(super) fn events(&self) -> Vec<Event> {
        self.events.values().cloned().collect()
    }

    pub(super) fn troubles(&self) -> &[Trouble] {
        &self.troubles
    }

    pub(super) fn write_head(&self, changes: &mut BTreeMap<String, String>) {
        changes.insert(head_key(&self.head.id), line::write(&self.head));
        changes.extend(self.aside.clone());
    }

    pub(super) fn write_kept(&self, changes: &mut BTreeMap<String, String>) {
        changes.insert(kept_key(&self.head.id), line::write(&self.kept));
        changes.extend(self.aside.clone());
    }

    /// Nothing is stored of it.
    pub(super) fn is_blank(&self) -> bool {
        self.head == Head { id: self.head.id.clone(), ..Head::default() } && self.events.is_empty()
    }

    /// Takes in what a merged prospect holds.
    pub(super) fn join(&mut self, other: Self) {
        self.joined.extend(other.joined);
        self.joined.extend(other.events);
        self.troubles.extend(other.troubles);
    }

    /// Every key of the prospect but its aliases.
    pub(super) fn keys(&self) -> Vec<String> {
        let id = &self.head.id;
        (0..self.head.chunks).map(|chunk| chunk_key(id, chunk)).chain([head_key(id), kept_key(id)]).collect()
    }

    pub(super) fn into_entry(mut self) -> Entry {
        self.events.append(&mut self.joined);
        let events: Vec<Event> = self.events.into_values().collect();
        Entry {
            id: Some(self.head.id),
            card: self.head.card,
            kept: self.kept,
            touches: log::fold(&events),
            events,
            troubles: self.troubles,
            same_person: vec![],
        }
    }

    fn put_aside(&mut self, key: &str, text: Option<&str>) {
        let (key, text) = aside(key, text.unwrap_or_default());
        self.aside.insert(key, text);
    }
}

/// Where an unreadable text is put before its key is written again: nothing is ever cleared by itself.
pub(super) fn aside(key: &str, text: &str) -> (String, String) {
    (format!("aside:{key}:{:016x}", crate::touch::digest::short(&[text])), text.to_owned())
}

#[derive(Debug, Clone, Copy, Default)]
struct Lines {
    /// As they were written, those of a newer version among them.
    good: u64,
    newer: u64,
    damaged: u64,
    check: u64,
}

fn checksum(line: &str) -> u64 {
    line.split_once(' ').and_then(|(check, _)| u64::from_str_radix(check, 16).ok()).unwrap_or_default()
}
