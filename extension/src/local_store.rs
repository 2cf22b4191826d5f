//! The notebook's texts in `localStorage`, for the try page: there is no extension storage on the web.

use std::collections::BTreeMap;

use aftertone::store::{
    Store, StoreError,
    turn::{InTurn, Turn},
};
use web_sys::Storage;

use crate::{
    chrome_store::said,
    locks::{self, Lock},
};

/// Other pages of the same host may keep things too.
const PREFIX: &str = "aftertone:";

/// A change of several keys is written here first: a page that dies half way through finishes it the next time.
const JOURNAL: &str = "aftertone-journal";

const LOCK: &str = "aftertone-try";

#[derive(Debug, Clone, Default)]
pub(crate) struct LocalStore {
    turn: Turn,
}

/// Between pages the lock is only as good as the storage: tabs in processes of their own hear of each other's writes a moment late, so that two that
/// write within the same few milliseconds may lose one. Nobody presses in two tabs that fast; the extension's pages share one process.
/// IndexedDB is of one mind between processes, but it would be a second store with its opening, upgrades and requests, in the program that the
/// popup shares; for tabs of a page that only shows what the extension does, saying so is the better bargain.
///
/// Where the browser has no locks (the page is not served securely), pages take turns only within themselves.
#[derive(Debug)]
pub(crate) enum Held {
    BetweenPages { _lock: Lock },
    WithinThePage { _turn: InTurn },
}

impl Store for LocalStore {
    type Held = Held;

    async fn lock(&self) -> Result<Held, StoreError> {
        Ok(match locks::hold(LOCK).await {
            Ok(lock) => Held::BetweenPages { _lock: lock },
            Err(_) => Held::WithinThePage { _turn: self.turn.take().await },
        })
    }

    async fn get(&self, keys: &[String]) -> Result<BTreeMap<String, String>, StoreError> {
        let area = area()?;
        let unfinished = journal(&area)?;
        let mut texts = BTreeMap::new();
        for key in keys {
            if let Some(text) = unfinished.get(key).cloned().or(area.get_item(&stored(key)).map_err(said)?) {
                texts.insert(key.clone(), text);
            }
        }
        Ok(texts)
    }

    async fn keys(&self) -> Result<Vec<String>, StoreError> {
        let area = area()?;
        let mut keys: Vec<String> = journal(&area)?.into_keys().collect();
        for place in 0..area.length().map_err(said)? {
            keys.extend(area.key(place).map_err(said)?.and_then(|key| key.strip_prefix(PREFIX).map(str::to_owned)));
        }
        aftertone::order::by(&mut keys, Ord::cmp);
        keys.dedup();
        Ok(keys)
    }

    async fn set(&self, changes: &BTreeMap<String, String>) -> Result<(), StoreError> {
        let area = finished()?;
        if let Some((key, text)) = changes.first_key_value().filter(|_| changes.len() == 1) {
            return area.set_item(&stored(key), text).map_err(said);
        }
        let written = serde_json::to_string(changes).map_err(|error| StoreError::Failed(error.to_string()))?;
        area.set_item(JOURNAL, &written).map_err(said)?;
        let mut before = Vec::new();
        for (key, text) in changes {
            before.push((key, area.get_item(&stored(key)).map_err(said)?));
            if let Err(refused) = area.set_item(&stored(key), text) {
                take_back(&area, before);
                return Err(said(refused));
            }
        }
        area.remove_item(JOURNAL).map_err(said)
    }

    async fn remove(&self, keys: &[String]) -> Result<(), StoreError> {
        let area = finished()?;
        keys.iter().try_for_each(|key| area.remove_item(&stored(key)).map_err(said))
    }
}

fn area() -> Result<Storage, StoreError> {
    memory(&web_sys::window().ok_or(StoreError::Off)?).map_err(said)?.ok_or(StoreError::Off)
}

/// What the page remembers by itself: of the sample prospect only as long as its tab is open, so that nothing made up lies beside the notebook.
pub(crate) fn memory(window: &web_sys::Window) -> Result<Option<Storage>, wasm_bindgen::JsValue> {
    if sample_page().is_some() { window.session_storage() } else { window.local_storage() }
}

/// The page that is read in place of a tab, where the document itself holds it: <html data-sample>.
pub(crate) fn sample_page() -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute("data-sample")
}

fn stored(key: &str) -> String {
    format!("{PREFIX}{key}")
}

/// What a page began to write and did not finish.
fn journal(area: &Storage) -> Result<BTreeMap<String, String>, StoreError> {
    let written = area.get_item(JOURNAL).map_err(said)?;
    Ok(written.and_then(|written| serde_json::from_str(&written).ok()).unwrap_or_default())
}

/// Before anything is written: what a page that died left in the journal would else come over it later.
fn finished() -> Result<Storage, StoreError> {
    let area = area()?;
    let left = journal(&area)?;
    let write = || left.iter().try_for_each(|(key, text)| area.set_item(&stored(key), text));
    if write().is_err() {
        // The journal itself takes the room.
        area.remove_item(JOURNAL).map_err(said)?;
        write().map_err(said)?;
    }
    area.remove_item(JOURNAL).map_err(said)?;
    Ok(area)
}

/// The journal goes first: it takes the room that the earlier texts may need, and nothing must finish it now.
fn take_back(area: &Storage, before: Vec<(&String, Option<String>)>) {
    let _ = area.remove_item(JOURNAL);
    for (key, text) in before {
        let _ = match text {
            Some(text) => area.set_item(&stored(key), &text),
            None => area.remove_item(&stored(key)),
        };
    }
}
