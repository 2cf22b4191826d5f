//! Where the notebook lies: in the extension's storage, or on the try page in the page's own.

use std::collections::BTreeMap;

use aftertone::store::{Notebook, Store, StoreError};

use crate::{
    chrome_store::ChromeStore,
    local_store::{self, LocalStore},
    locks::Lock,
};

#[derive(Debug, Clone)]
pub(crate) enum Shelf {
    Extension(ChromeStore),
    Page(LocalStore),
}

/// The lock of either.
#[derive(Debug)]
pub(crate) enum Held {
    Extension { _lock: Lock },
    Page { _lock: local_store::Held },
}

pub(crate) fn notebook(on_the_web: bool) -> Notebook<Shelf> {
    let shelf = if on_the_web { Shelf::Page(LocalStore::default()) } else { Shelf::Extension(ChromeStore) };
    Notebook::new(shelf).telling(crate::pending::changed)
}

impl Store for Shelf {
    type Held = Held;

    async fn lock(&self) -> Result<Held, StoreError> {
        Ok(match self {
            Self::Extension(store) => Held::Extension { _lock: store.lock().await? },
            Self::Page(store) => Held::Page { _lock: store.lock().await? },
        })
    }

    async fn get(&self, keys: &[String]) -> Result<BTreeMap<String, String>, StoreError> {
        match self {
            Self::Extension(store) => store.get(keys).await,
            Self::Page(store) => store.get(keys).await,
        }
    }

    async fn keys(&self) -> Result<Vec<String>, StoreError> {
        match self {
            Self::Extension(store) => store.keys().await,
            Self::Page(store) => store.keys().await,
        }
    }

    async fn set(&self, changes: &BTreeMap<String, String>) -> Result<(), StoreError> {
        match self {
            Self::Extension(store) => store.set(changes).await,
            Self::Page(store) => store.set(changes).await,
        }
    }

    async fn remove(&self, keys: &[String]) -> Result<(), StoreError> {
        match self {
            Self::Extension(store) => store.remove(keys).await,
            Self::Page(store) => store.remove(keys).await,
        }
    }
}
