//! A store in memory: for tests, and for a page where the browser keeps nothing.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    future::poll_fn,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use super::{
    Store, StoreError,
    turn::{InTurn, Turn},
};

/// Copies share the same texts and the same lock, as two pages of one browser do.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    shared: Rc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    texts: RefCell<BTreeMap<String, String>>,
    turn: Turn,
    /// Bytes of keys and texts together; absent: no end.
    room: Cell<Option<usize>>,
}

/// Runs work over memory to its end: it waits for nobody but itself.
pub fn run<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

impl Memory {
    /// What is there, for looking at it and for damaging it.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.shared.texts.borrow().clone()
    }

    /// Puts a text there past every lock and limit; nothing takes the key away.
    pub fn put(&self, key: &str, text: Option<&str>) {
        let mut texts = self.shared.texts.borrow_mut();
        match text {
            Some(text) => texts.insert(key.to_owned(), text.to_owned()),
            None => texts.remove(key),
        };
    }

    /// From now on a change that leaves more than so many bytes of keys and texts is refused.
    pub fn limit(&self, bytes: Option<usize>) {
        self.shared.room.set(bytes);
    }
}

impl Store for Memory {
    type Held = InTurn;

    async fn lock(&self) -> Result<InTurn, StoreError> {
        Ok(self.shared.turn.take().await)
    }

    async fn get(&self, keys: &[String]) -> Result<BTreeMap<String, String>, StoreError> {
        give_way().await;
        let texts = self.shared.texts.borrow();
        Ok(crate::order::map(keys.iter().filter_map(|key| Some((key.clone(), texts.get(key)?.clone())))))
    }

    async fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.shared.texts.borrow().keys().cloned().collect())
    }

    async fn set(&self, changes: &BTreeMap<String, String>) -> Result<(), StoreError> {
        give_way().await;
        let mut texts = self.shared.texts.borrow_mut();
        if let Some(room) = self.shared.room.get() {
            let mut after = texts.clone();
            after.extend(changes.clone());
            let size = |texts: &BTreeMap<String, String>| texts.iter().map(|(key, text)| key.len() + text.len()).sum::<usize>();
            // A change that makes less of it is taken even when there is no room, as browsers do.
            if size(&after) > room && size(&after) > size(&texts) {
                return Err(StoreError::Full);
            }
        }
        texts.extend(changes.clone());
        Ok(())
    }

    async fn remove(&self, keys: &[String]) -> Result<(), StoreError> {
        let mut texts = self.shared.texts.borrow_mut();
        keys.iter().for_each(|key| {
            texts.remove(key);
        });
        Ok(())
    }
}

/// Lets others run first, as every call into a browser does: so that a race shows in a test.
async fn give_way() {
    let mut gave = false;
    poll_fn(|context| {
        if gave {
            return Poll::Ready(());
        }
        gave = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{run as block_on, *};
    use crate::store::{
        contract,
        testing::{Running, at_once},
    };

    #[test]
    fn the_contract_holds() {
        block_on(contract::holds(&Memory::default())).unwrap();
        for room in [1_000_000, 5_000_000] {
            let small = Memory::default();
            small.limit(Some(room));
            block_on(contract::holds(&small)).unwrap();
            assert!(small.texts().is_empty());
        }
    }

    #[test]
    fn three_pages_add_up() {
        let store = Memory::default();
        let pages: Vec<Running<'_, Result<usize, String>>> = (0..3).map(|_| Box::pin(contract::add_up(&store, 100)) as _).collect();
        assert!(at_once(pages).contains(&Ok(300)));
    }

    #[test]
    fn a_full_store_writes_nothing_of_a_change() {
        block_on(async {
            let store = Memory::default();
            store.limit(Some(10));
            store.set(&[("a".into(), "12345".into())].into()).await.unwrap();
            let refused = store.set(&[("a".into(), "1".into()), ("b".into(), "1234567890".into())].into()).await;
            assert_eq!(refused, Err(StoreError::Full));
            assert_eq!(store.texts(), [("a".to_owned(), "12345".to_owned())].into());
        });
    }
}
