//! A deletion that was begun is finished: the store takes changes and removals apart, and a browser may be killed between the two.

use serde::{Deserialize, Serialize};

use super::{Notebook, Total};
use crate::store::{Store, StoreError, line, migrations};

/// Holds what goes until it is gone.
pub(super) const GOING: &str = "going";

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Going {
    /// None: everything but the schema and the hashes of those who are not to be contacted.
    pub(super) keys: Option<Vec<String>>,
    pub(super) before: Total,
    pub(super) after: Total,
}

impl Going {
    pub(super) fn text(&self) -> String {
        line::write(self)
    }
}

impl<S: Store> Notebook<S> {
    /// Finishes a deletion in the middle of which the browser was killed; true where there was one. Before anything is counted or shown.
    ///
    /// # Errors
    /// As [`Notebook::record`].
    pub async fn finish_deletion(&self) -> Result<bool, StoreError> {
        if self.texts([GOING.to_owned()]).await?.is_empty() {
            return Ok(false);
        }
        let _held = self.store.lock().await?;
        // Writing begins with it.
        self.for_writing([]).await.map(|_| true)
    }

    /// Removes what goes and says so. Gives the keys that it named. Call it under the lock.
    pub(super) async fn remove_going(&self, text: &str) -> Result<Vec<String>, StoreError> {
        // What can't be read names nothing.
        let going: Going = line::read(text).unwrap_or(Going { keys: Some(vec![]), ..Going::default() });
        let readable = going.keys.as_ref().is_none_or(|keys| !keys.is_empty());
        let keys = match going.keys {
            Some(keys) => keys,
            None => self.store.keys().await?.into_iter().filter(|key| !stays(key)).collect(),
        };
        self.store.remove(&keys.iter().cloned().chain([GOING.to_owned()]).collect::<Vec<_>>()).await?;
        // Saying so twice changes nothing.
        if readable {
            (self.tell)(going.before, going.after);
        }
        Ok(keys)
    }
}

fn stays(key: &str) -> bool {
    key.starts_with("d:") || key == migrations::KEY || key == GOING
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::{cell::Cell, collections::BTreeMap, rc::Rc};

    use super::*;
    use crate::{
        store::{
            memory::{self, Memory},
            mirror::Mirror,
            testing::block_on,
            turn::InTurn,
        },
        touch::{
            Kind, Touch,
            identity::{self, Identity},
            log::Event,
            ulid::Ulid,
        },
    };

    /// A browser that is killed before it removes anything.
    #[derive(Clone)]
    struct Killed(Memory);

    impl Store for Killed {
        type Held = InTurn;

        async fn lock(&self) -> Result<InTurn, StoreError> {
            self.0.lock().await
        }

        async fn get(&self, keys: &[String]) -> Result<BTreeMap<String, String>, StoreError> {
            self.0.get(keys).await
        }

        async fn keys(&self) -> Result<Vec<String>, StoreError> {
            self.0.keys().await
        }

        async fn set(&self, changes: &BTreeMap<String, String>) -> Result<(), StoreError> {
            self.0.set(changes).await
        }

        async fn remove(&self, _: &[String]) -> Result<(), StoreError> {
            Err(StoreError::Gone)
        }
    }

    fn named(name: &str) -> Identity {
        identity::of(None, Some(&serde_json::from_str(&format!(r#"{{"name": "{name}", "email": ["desk@acme.example"]}}"#)).unwrap()))
    }

    fn mailbox() -> Identity {
        identity::of(None, Some(&serde_json::from_str(r#"{"email": ["desk@acme.example"]}"#).unwrap()))
    }

    fn call(n: u64) -> Event {
        let at = "2026-11-02T14:00:00Z".parse().unwrap();
        let touch = Touch { id: None, at, kind: Kind::Call, direction: None, outcome: None, hook: None, script: None };
        Event::touch(Ulid::new(n, u128::from(n)), touch)
    }

    /// Two people, of whom one was deleted, or all, and the browser killed in the middle. Gives the store and what its pages remember.
    fn killed(all: bool) -> (Memory, Rc<Cell<Mirror>>) {
        let (store, mirror) = (Memory::default(), Rc::new(Cell::new(Mirror::default())));
        let told = Rc::clone(&mirror);
        let tell = move |before, after| told.set(told.get().changed(before, after));
        block_on(async {
            let notebook = Notebook::new(store.clone()).telling(tell.clone());
            let ada = notebook.record(&named("Ada Lovelace"), &[call(1), call(2)]).await.unwrap().id.unwrap();
            notebook.record(&named("Grace Hopper"), &[call(3)]).await.unwrap();
            let dying = Notebook::new(Killed(store.clone())).telling(tell);
            let gone = if all { dying.forget_everything().await } else { dying.forget(&ada).await };
            assert_eq!(gone, Err(StoreError::Gone));
        });
        (store, mirror)
    }

    #[test]
    fn a_deletion_is_finished_after_a_kill_and_nothing_is_said_to_be_missing() {
        for (all, left) in [(false, 1), (true, 0)] {
            let (store, mirror) = killed(all);
            let told = Rc::clone(&mirror);
            let notebook = Notebook::new(store.clone()).telling(move |before, after| told.set(told.get().changed(before, after)));
            block_on(async {
                assert!(notebook.finish_deletion().await.unwrap());
                assert!(!notebook.finish_deletion().await.unwrap(), "once");
                let (total, found) = (notebook.total().await.unwrap(), notebook.census().await.unwrap());
                assert_eq!((total.prospects, total.events), (left, left));
                assert_eq!((found.prospects, found.events), (left, left));
                assert_eq!(mirror.get().missing(total), 0);
                assert!(store.texts().values().all(|text| !text.contains("Ada")));
                assert!(notebook.check().await.unwrap().troubles.is_empty());
            });
        }
    }

    #[test]
    fn whoever_is_called_after_the_kill_begins_anew() {
        let (store, _) = killed(false);
        let notebook = Notebook::new(store);
        let again = memory::run(notebook.record(&named("Ada Lovelace"), &[call(9)])).unwrap();
        assert_eq!(again.touches.len(), 1, "what was deleted does not come back, and the new call is not deleted with it");
        assert_eq!(block_on(notebook.total()).unwrap().events, 2);
    }

    #[test]
    fn a_full_store_can_be_emptied() {
        block_on(async {
            let store = Memory::default();
            let notebook = Notebook::new(store.clone());
            let ada = notebook.record(&named("Ada Lovelace"), &[call(1)]).await.unwrap().id.unwrap();
            let bytes = store.texts().iter().map(|(key, text)| key.len() + text.len()).sum::<usize>();
            store.limit(Some(bytes + 200));
            notebook.forget(&ada).await.unwrap();
            assert_eq!(notebook.census().await.unwrap().prospects, 0);
        });
    }

    #[test]
    fn a_shared_mailbox_leads_to_whoever_is_left() {
        let names = ["Ada Lovelace", "Grace Hopper", "Mary Jackson"];
        for deleted in 0..3 {
            block_on(async {
                let notebook = Notebook::new(Memory::default());
                let mut ids = vec![];
                for (n, name) in (1..).zip(names) {
                    ids.push(notebook.record(&named(name), &[call(n)]).await.unwrap().id.unwrap());
                }
                assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), 3);
                notebook.forget(&ids[deleted]).await.unwrap();
                for (at, name) in names.iter().enumerate().filter(|(at, _)| *at != deleted) {
                    assert_eq!(notebook.open(&named(name)).await.unwrap().id.as_ref(), Some(&ids[at]), "{name} without {}", names[deleted]);
                }
                let last = if deleted == 2 { 1 } else { 2 };
                assert_eq!(notebook.open(&mailbox()).await.unwrap().id.as_ref(), Some(&ids[last]), "the page that shows only the mailbox");
                let again = notebook.record(&named(names[deleted]), &[call(9)]).await.unwrap();
                assert_eq!((again.touches.len(), notebook.total().await.unwrap().prospects), (1, 3));
            });
        }
    }
}
