//! A list of everybody as one text: ten thousand prospects are opened as fast as ten. It is a copy that can be made again at any time, so
//! it is written off the path on which touches are: a change only notes whose row is out of date.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Leaf, Notebook, Person, copy,
    leaf::Head,
    rows::{Changes, Rows},
};
use crate::{
    order,
    store::{
        Store, StoreError, line,
        migrations::{self, Found},
    },
};

pub(super) const INDEX: &str = "index";
/// The ids whose rows are out of date; [`ALL`] among them: every row is.
pub(super) const CHANGED: &str = "changed";
const ALL: &str = "*";
/// What the background script waits for, as plain JSON.
pub(super) const REMINDERS: &str = "reminders";
/// More than this are no faster than all.
const MOST_CHANGED: usize = 300;

/// Notes that the rows of these prospects are out of date. `texts` holds what stands under [`CHANGED`].
pub(super) fn mark(texts: &BTreeMap<String, String>, ids: &[&str], changes: &mut BTreeMap<String, String>) {
    let mut changed = changed(texts);
    let before = changed.len();
    changed.extend(
        ids.iter().filter(|id| !changed.iter().any(|known| known == *id || known == ALL)).map(|id| (*id).to_owned()).collect::<Vec<_>>(),
    );
    if changed.len() > MOST_CHANGED {
        mark_all(changes);
    } else if changed.len() > before {
        changes.insert(CHANGED.to_owned(), line::write(&changed));
    }
}

pub(super) fn mark_all(changes: &mut BTreeMap<String, String>) {
    changes.extend(all_changed());
}

pub(super) fn all_changed() -> BTreeMap<String, String> {
    BTreeMap::from([(CHANGED.to_owned(), line::write(&[ALL]))])
}

fn changed(texts: &BTreeMap<String, String>) -> Vec<String> {
    match texts.get(CHANGED).map(|text| line::read(text)) {
        None => vec![],
        Some(Ok(changed)) => changed,
        Some(Err(_)) => vec![ALL.to_owned()],
    }
}

impl<S: Store> Notebook<S> {
    /// One row a prospect, in words that stand on one line; `make` gives none for those that no list shows. It is given each person with the
    /// events of whoever was merged into them. Another `stamp` than last time, itself one line, makes every row anew, which takes seconds over
    /// 100,000 touches; `progress` is given how many of how many are done then.
    ///
    /// # Errors
    /// Where the store fails. A store with no room left is none: the rows are made again the next time.
    pub async fn index(
        &self,
        stamp: &str,
        make: impl Fn(&Person) -> Option<String>,
        progress: impl FnMut(usize, usize),
    ) -> Result<Rows, StoreError> {
        let wanted = || [INDEX, CHANGED, migrations::KEY].map(str::to_owned);
        let mut texts = self.texts(wanted()).await?;
        if let (Some(rows), true) = (read(&mut texts, stamp), changed(&texts).is_empty()) {
            return Ok(rows);
        }
        let _held = self.store.lock().await?;
        let mut texts = self.texts(wanted()).await?;
        let was_there = texts.contains_key(INDEX) || texts.contains_key(CHANGED);
        let changed = changed(&texts);
        let known = read(&mut texts, stamp).filter(|_| !changed.iter().any(|id| id == ALL));
        let rows = match known {
            Some(known) => {
                let mut changes = Changes::new();
                for id in changed {
                    let leaf = self.leaf(&id).await?;
                    changes.insert(id, make(&person(leaf)));
                }
                known.changed(&changes)
            }
            None => rows(&self.everything().await?, make, progress),
        };
        let newer = matches!(migrations::found(texts.get(migrations::KEY).map(String::as_str)), Found::Newer(_));
        // Looking at an empty notebook leaves it empty.
        if !newer && (!rows.is_empty() || was_there) {
            let none: [&str; 0] = [];
            let written = [(INDEX.to_owned(), write(stamp, &rows)), (CHANGED.to_owned(), line::write(&none))].into();
            match self.store.set(&written).await {
                Ok(()) | Err(StoreError::Full) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(rows)
    }
}

impl<S: Store> Notebook<S> {
    /// Shows every person once, those who were merged into another too, with `progress` as [`Notebook::index`] gives it.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn each(&self, mut look: impl FnMut(&Person), progress: impl FnMut(usize, usize)) -> Result<(), StoreError> {
        each(&self.everything().await?, |_, person| look(person), progress);
        Ok(())
    }
}

/// The list while people are brought in: kept up with where it was up to date before, or where nobody was there.
pub(super) struct Listing {
    known: Option<Rows>,
    changes: Changes,
    /// Whose row wants more than themselves.
    again: Vec<String>,
}

impl Listing {
    pub(super) fn wanted() -> [String; 2] {
        [INDEX, CHANGED].map(str::to_owned)
    }

    pub(super) fn of(mut texts: BTreeMap<String, String>, stamp: &str, keys: &BTreeSet<String>) -> Self {
        let again = changed(&texts);
        let nobody = !keys.iter().any(|key| key.starts_with("p:") || key.starts_with("t:"));
        let known = match read(&mut texts, stamp) {
            Some(rows) if !again.iter().any(|id| id == ALL) => Some(rows),
            _ => nobody.then(Rows::default),
        };
        Self { again: if nobody { vec![] } else { again }, known, changes: Changes::new() }
    }

    pub(super) fn add(&mut self, leaf: Leaf, make: &dyn Fn(&Person) -> Option<String>) {
        if self.known.is_none() {
            return;
        }
        let id = leaf.head.id.clone();
        if leaf.head.moved.is_some() || !leaf.head.with.is_empty() {
            self.again.extend([id].into_iter().chain(leaf.head.moved));
            return;
        }
        self.changes.insert(id, make(&person(leaf)));
    }

    /// What is to be written once everybody is; nothing where every row is out of date.
    pub(super) fn written(mut self, stamp: &str) -> BTreeMap<String, String> {
        match self.known {
            Some(known) if self.again.len() <= MOST_CHANGED => {
                order::by(&mut self.again, Ord::cmp);
                self.again.dedup();
                let rows = known.changed(&self.changes);
                [(INDEX.to_owned(), write(stamp, &rows)), (CHANGED.to_owned(), line::write(&self.again))].into()
            }
            _ => BTreeMap::new(),
        }
    }
}

impl<S: Store> Notebook<S> {
    /// Puts down what is to be waited for, as text. False where it stands there already, as writing it again would wake every page, and where
    /// a newer version wrote the notebook.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn remind(&self, reminders: &str) -> Result<bool, StoreError> {
        let texts = self.texts([REMINDERS, migrations::KEY].map(str::to_owned)).await?;
        let newer = matches!(migrations::found(texts.get(migrations::KEY).map(String::as_str)), Found::Newer(_));
        if newer || texts.get(REMINDERS).is_some_and(|text| text == reminders) {
            return Ok(false);
        }
        self.store.set(&[(REMINDERS.to_owned(), reminders.to_owned())].into()).await.map(|()| true)
    }
}

fn rows(texts: &BTreeMap<String, String>, make: impl Fn(&Person) -> Option<String>, progress: impl FnMut(usize, usize)) -> Rows {
    let mut changes = Changes::new();
    each(texts, |id, person| drop(changes.insert(id.to_owned(), make(person))), progress);
    Rows::default().changed(&changes)
}

fn each(texts: &BTreeMap<String, String>, mut look: impl FnMut(&str, &Person), mut progress: impl FnMut(usize, usize)) {
    let ids = copy::ids(texts);
    let all = ids.len();
    for (done, id) in ids.into_iter().enumerate() {
        if done % 500 == 0 {
            progress(done, all);
        }
        // One at a time: all of them read at once would be many times as large as their texts.
        let mut leaf = copy::leaf(texts, id);
        for with in leaf.head.with.clone() {
            leaf.join(copy::leaf(texts, &with));
        }
        look(id, &person(leaf));
    }
}

fn person(leaf: Leaf) -> Person {
    let (events, kept, Head { id, card, names, aliases, moved, with, .. }) = (leaf.all_events(), leaf.kept, leaf.head);
    Person { id, card, names, aliases, kept, events, moved, with }
}

/// A checksum that takes a millisecond over megabytes, a blank, the stamp, and the rows from the next line on: damage makes the index anew.
fn write(stamp: &str, rows: &Rows) -> String {
    let text = format!("{stamp}\n{}", rows.text());
    format!("{:016x} {text}", sum(&text))
}

/// Takes the text out of `texts`: it is large, and nothing else wants it.
fn read(texts: &mut BTreeMap<String, String>, stamp: &str) -> Option<Rows> {
    let text = texts.get_mut(INDEX).map(std::mem::take)?;
    let (written, said) = text.split_once(' ')?;
    let (of, rows) = said.split_once('\n')?;
    if of != stamp || written != format!("{:016x}", sum(said)) {
        return None;
    }
    Some(Rows::read(rows.to_owned()))
}

/// FNV-1a, eight bytes at a time: the list of ten thousand is over a megabyte, and is summed before anything is shown.
fn sum(text: &str) -> u64 {
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let last = rest.iter().fold(0_u64, |word, byte| word << 8 | u64::from(*byte));
    let words = words.iter().map(|word| u64::from_be_bytes(*word));
    words.chain((!rest.is_empty()).then_some(last)).fold(0xcbf2_9ce4_8422_2325 ^ text.len() as u64, |sum, word| {
        let mixed = (sum ^ word).wrapping_mul(0x0100_0000_01b3);
        // A product carries only upwards: what differs in the highest bits alone must reach the lowest.
        mixed ^ mixed >> 32
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::cell::Cell;

    use super::*;
    use crate::{
        store::{memory::Memory, testing::block_on},
        touch::{
            Kind, Touch,
            identity::{self, Identity},
            log::Event,
            ulid::Ulid,
        },
    };

    fn who(name: &str) -> Identity {
        let prospect = serde_json::from_str(&serde_json::json!({"name": name, "email": [format!("{name}@acme.com")]}).to_string()).unwrap();
        identity::of(Some("https://acme.com/team"), Some(&prospect))
    }

    fn call(n: u64) -> Event {
        let at = "2026-11-23T14:00:00Z".parse().unwrap();
        Event::touch(Ulid::new(n, 0), Touch { id: None, at, kind: Kind::Call, direction: None, outcome: None, hook: None, script: None })
    }

    fn made(person: &Person) -> Option<String> {
        let name = person.card.name.clone()?;
        person.moved.is_none().then(|| format!("{name} {}", person.events.len()))
    }

    async fn shown(notebook: &Notebook<Memory>, stamp: &str) -> (Vec<String>, usize) {
        let asked = Cell::new(0);
        let make = |person: &Person| {
            asked.set(asked.get() + 1);
            made(person)
        };
        let rows = notebook.index(stamp, make, |_, _| {}).await.unwrap();
        let mut rows: Vec<String> = rows.iter().map(|(_, row)| row.to_owned()).collect();
        rows.sort();
        (rows, asked.get())
    }

    #[test]
    fn only_what_changed_is_made_again() {
        block_on(async {
            let notebook = Notebook::new(Memory::default());
            for (n, name) in ["ada", "bob", "cy"].into_iter().enumerate() {
                notebook.record(&who(name), &[call(n as u64)]).await.unwrap();
            }
            let (rows, asked) = shown(&notebook, "1").await;
            assert_eq!((rows, asked <= 3), (vec!["ada 1".to_owned(), "bob 1".into(), "cy 1".into()], true));
            assert_eq!(shown(&notebook, "1").await.1, 0);
            notebook.record(&who("bob"), &[call(9)]).await.unwrap();
            let (rows, asked) = shown(&notebook, "1").await;
            assert_eq!((rows[1].as_str(), asked), ("bob 2", 1));
            assert_eq!(shown(&notebook, "2").await.1, 3, "other settings");
            let id = |entry: crate::store::notebook::Entry| entry.id.unwrap();
            let (ada, bob) = (id(notebook.open(&who("ada")).await.unwrap()), id(notebook.open(&who("bob")).await.unwrap()));
            notebook.merge(&ada, &bob).await.unwrap();
            assert_eq!(shown(&notebook, "2").await.0, ["bob 3", "cy 1"]);
            notebook.split(&ada).await.unwrap();
            assert_eq!(shown(&notebook, "2").await.0, ["ada 1", "bob 2", "cy 1"]);
            notebook.forget(&bob).await.unwrap();
            assert_eq!(shown(&notebook, "2").await.0, ["ada 1", "cy 1"]);
            notebook.change_known(&ada, &[call(20)], |kept| kept.script = Some("Hello".into())).await.unwrap().unwrap();
            assert_eq!(shown(&notebook, "2").await.0, ["ada 2", "cy 1"]);
            assert!(notebook.change_known(&bob, &[call(21)], |_| {}).await.unwrap().is_none(), "a deleted person does not come back");
        });
    }

    #[test]
    fn a_damaged_list_is_made_again() {
        block_on(async {
            let store = Memory::default();
            let notebook = Notebook::new(store.clone());
            notebook.record(&who("ada"), &[call(1)]).await.unwrap();
            shown(&notebook, "1").await;
            let text = store.texts()[INDEX].clone();
            let flipped = (0..text.len()).map(|at| {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << (at % 7);
                String::from_utf8(bytes).unwrap()
            });
            for damaged in flipped.chain([text.replace("ada", "eve"), text[..text.len() / 2].to_owned(), String::new()]) {
                store.put(INDEX, Some(&damaged));
                assert_eq!(shown(&notebook, "1").await, (vec!["ada 1".to_owned()], 1));
            }
            store.put(CHANGED, Some("garbage"));
            assert_eq!(shown(&notebook, "1").await.1, 1);
        });
    }

    #[test]
    fn a_full_store_still_shows_its_list() {
        block_on(async {
            let store = Memory::default();
            let notebook = Notebook::new(store.clone());
            notebook.record(&who("ada"), &[call(1)]).await.unwrap();
            store.limit(Some(1));
            assert_eq!(shown(&notebook, "1").await.0, ["ada 1"]);
        });
    }
}
