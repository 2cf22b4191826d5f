//! Both sides of a merge agree. A copy may know two people as one of whom the notebook knows only one, or under another id: whoever says to be
//! merged into somebody stands with them, or alone where there is nobody of that id, so that nobody's touches are out of sight or shown twice.

use std::collections::{BTreeMap, BTreeSet};

use super::{LONGEST_WAY, Notebook, copy::Copied, head_key, leaf::Head};
use crate::store::{Store, StoreError, line};

type Heads = BTreeMap<String, Head>;

impl<S: Store> Notebook<S> {
    /// After a copy was taken in. `here` says under which id its people are known here, where it is another one. Gives the ids of those of
    /// whom something changed.
    pub(super) async fn agree(&self, copied: &Copied, here: &BTreeMap<String, String>) -> Result<Vec<String>, StoreError> {
        let merged = copied.persons.iter().filter(|person| person.moved.is_some() || !person.with.is_empty());
        let named = merged.flat_map(|person| person.moved.iter().chain(&person.with).chain([&person.id]));
        let mut heads = Heads::new();
        let mut wanted: BTreeSet<String> = named.map(|id| at(here, id)).collect();
        while !wanted.is_empty() {
            let texts = self.texts(wanted.iter().map(|id| head_key(id))).await?;
            let found = texts.values().filter_map(|text| line::read::<Head>(text).ok()).map(|head| (head.id.clone(), head));
            let read: Heads = found.filter(|(id, _)| !heads.contains_key(id)).collect();
            // Those whom they name in turn: here they may be merged with others than in the copy.
            wanted = read.values().flat_map(|head| head.moved.iter().chain(&head.with)).map(|id| at(here, id)).collect();
            heads.extend(read);
            wanted.retain(|id| !heads.contains_key(id) && !texts.contains_key(&head_key(id)));
            if heads.len() > MOST {
                break;
            }
        }
        let before = heads.clone();
        settle(&mut heads, here);
        let changed: Vec<(String, Head)> = heads.into_iter().filter(|(id, head)| before.get(id) != Some(head)).collect();
        let written = changed.iter().map(|(id, head)| (head_key(id), line::write(head)));
        let written = crate::order::map(written);
        if !written.is_empty() {
            self.store.set(&written).await?;
        }
        Ok(changed.into_iter().map(|(id, _)| id).collect())
    }
}

/// More people than anybody merges by hand.
const MOST: usize = 100_000;

fn at(here: &BTreeMap<String, String>, id: &str) -> String {
    here.get(id).map_or(id, String::as_str).to_owned()
}

fn settle(heads: &mut Heads, here: &BTreeMap<String, String>) {
    for head in heads.values_mut() {
        head.moved = head.moved.take().map(|id| at(here, &id)).filter(|to| *to != head.id);
        head.with = head.with.iter().map(|id| at(here, id)).filter(|with| *with != head.id).collect();
    }
    // Whom the one takes for theirs, and who says nothing of it, is theirs.
    let taken: Vec<(String, String)> = heads
        .values()
        .filter(|head| head.moved.is_none())
        .flat_map(|head| head.with.iter().map(|with| (with.clone(), head.id.clone())))
        .collect();
    for (with, root) in taken {
        if let Some(head) = heads.get_mut(&with).filter(|head| head.moved.is_none() && head.with.is_empty()) {
            head.moved = Some(root);
        }
    }
    let roots: BTreeMap<String, Option<String>> =
        heads.values().filter(|head| head.moved.is_some()).map(|head| (head.id.clone(), root(heads, &head.id))).collect();
    for (id, root) in &roots {
        match root {
            Some(root) => {
                if let Some(head) = heads.get_mut(root).filter(|head| !head.with.contains(id)) {
                    head.with.push(id.clone());
                }
            }
            None => {
                if let Some(head) = heads.get_mut(id) {
                    head.moved = None;
                }
            }
        }
    }
    for head in heads.values_mut() {
        let id = &head.id;
        // One who moved on keeps those who came along, as a merge does: a split gives them back.
        if head.moved.is_none() {
            head.with.retain(|with| roots.get(with).is_some_and(|root| root.as_ref() == Some(id)));
        }
    }
}

/// Into whom somebody was merged in the end; none where nobody is there, or the way leads in a circle.
fn root(heads: &Heads, id: &str) -> Option<String> {
    let mut head = heads.get(id)?;
    for _ in 0..LONGEST_WAY {
        match &head.moved {
            Some(to) => head = heads.get(to)?,
            None => return Some(head.id.clone()),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
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

    fn who(page: &str, json: &str) -> Identity {
        identity::of(Some(page), Some(&serde_json::from_str(json).unwrap()))
    }

    fn at_work() -> Identity {
        who("https://acme.com/ada", r#"{"name": "Ada Lovelace", "email": ["ada@acme.com"]}"#)
    }

    fn on_the_network() -> Identity {
        who("https://www.linkedin.com/in/ada", r#"{"name": "Ada King", "url": "https://www.linkedin.com/in/ada"}"#)
    }

    fn call(n: u64) -> Event {
        let at = "2026-11-23T14:00:00Z".parse().unwrap();
        Event::touch(Ulid::new(n, 0), Touch { id: None, at, kind: Kind::Call, direction: None, outcome: None, hook: None, script: None })
    }

    /// Both as one, each with a call.
    async fn one() -> Copied {
        let notebook = Notebook::new(Memory::default());
        let into = notebook.record(&at_work(), &[call(1)]).await.unwrap().id.unwrap();
        let from = notebook.record(&on_the_network(), &[call(2)]).await.unwrap().id.unwrap();
        assert!(notebook.merge(&from, &into).await.unwrap());
        notebook.copy().await.unwrap().0
    }

    /// Everybody a list shows, by how many touches they have.
    async fn listed(notebook: &Notebook<Memory>) -> Vec<usize> {
        let made = |person: &super::super::Person| person.moved.is_none().then(|| person.events.len().to_string());
        let rows = notebook.index("1", made, |_, _| {}).await.unwrap();
        let mut counts: Vec<usize> = rows.iter().map(|(_, row)| row.parse().unwrap()).collect();
        counts.sort_unstable();
        counts
    }

    #[test]
    fn a_merge_comes_over_whoever_was_known_before() {
        block_on(async {
            let copied = one().await;
            let stranger = who("https://other.example/bob", r#"{"name": "Bob", "email": ["bob@other.example"]}"#);
            for known in [vec![], vec![at_work()], vec![on_the_network()], vec![stranger]] {
                for listing in [false, true] {
                    let notebook = Notebook::new(Memory::default());
                    for (n, identity) in known.iter().enumerate() {
                        notebook.record(identity, &[call(10 + n as u64)]).await.unwrap();
                    }
                    let others = known.iter().filter(|known| known.card.name.as_deref() == Some("Bob")).count();
                    listed(&notebook).await;
                    if listing {
                        let made = |person: &super::super::Person| person.moved.is_none().then(|| person.events.len().to_string());
                        notebook.take_in_listed(&copied, "1", made, |_, _| {}).await.unwrap();
                    } else {
                        notebook.take_in(&copied, |_, _| {}).await.unwrap();
                    }
                    let (here, there) = (notebook.open(&at_work()).await.unwrap(), notebook.open(&on_the_network()).await.unwrap());
                    let all = 2 + known.len() - others;
                    assert_eq!((here.id, here.touches.len()), (there.id, all), "{known:?}");
                    assert_eq!(listed(&notebook).await, if others > 0 { vec![1, 2] } else { vec![all] }, "{known:?}");
                    notebook.take_in(&copied, |_, _| {}).await.unwrap();
                    assert_eq!(listed(&notebook).await.iter().sum::<usize>(), 2 + known.len(), "the same again changes nothing");
                }
            }
        });
    }

    #[test]
    fn whoever_was_merged_into_somebody_who_is_lost_stands_alone() {
        block_on(async {
            let mut copied = one().await;
            copied.persons.retain(|person| person.moved.is_some());
            let notebook = Notebook::new(Memory::default());
            notebook.take_in(&copied, |_, _| {}).await.unwrap();
            assert_eq!(listed(&notebook).await, [1]);
            assert_eq!(notebook.open(&on_the_network()).await.unwrap().touches.len(), 1);
        });
    }

    #[test]
    fn what_was_split_here_stays_split() {
        block_on(async {
            let copied = one().await;
            let notebook = Notebook::new(Memory::default());
            notebook.take_in(&copied, |_, _| {}).await.unwrap();
            let moved = copied.persons.iter().find(|person| person.moved.is_some()).unwrap();
            assert!(notebook.split(&moved.id).await.unwrap());
            notebook.take_in(&copied, |_, _| {}).await.unwrap();
            assert_eq!(listed(&notebook).await, [1, 1]);
        });
    }

    #[test]
    fn a_circle_is_opened() {
        let head = |id: &str, moved: &str| Head { id: id.into(), moved: Some(moved.into()), with: vec![moved.into()], ..Head::default() };
        let mut heads: Heads =
            [("a".to_owned(), head("a", "b")), ("b".to_owned(), head("b", "a")), ("c".to_owned(), head("c", "c"))].into();
        settle(&mut heads, &BTreeMap::new());
        assert!(heads.values().all(|head| head.moved.is_none()), "{heads:?}");
    }
}
