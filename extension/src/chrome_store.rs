//! The notebook's texts in `chrome.storage.local`: kept when browsing data is cleared, shared by popup, side panel and tabs.

use std::collections::BTreeMap;

use aftertone::store::{Store, StoreError};
use js_sys::{Array, JsString, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;

use crate::locks::{self, Lock};

/// The extension's own storage; `unlimitedStorage` lifts its limit of 10 MB, which 100,000 touches exceed.
#[derive(Debug, Clone, Default)]
pub(crate) struct ChromeStore;

/// The name of the lock between the extension's pages.
const LOCK: &str = "aftertone-notebook";

#[wasm_bindgen]
extern "C" {
    /// `chrome.storage.StorageArea`, with promises.
    type Area;

    #[wasm_bindgen(method, catch)]
    fn get(this: &Area, keys: &JsValue) -> Result<Promise, JsValue>;

    /// Chromium 130, Firefox 143.
    #[wasm_bindgen(method, catch, js_name = getKeys)]
    fn get_keys(this: &Area) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn set(this: &Area, items: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn remove(this: &Area, keys: &Array) -> Result<Promise, JsValue>;
}

impl Store for ChromeStore {
    type Held = Lock;

    async fn lock(&self) -> Result<Lock, StoreError> {
        locks::hold(LOCK).await.map_err(said)
    }

    async fn get(&self, keys: &[String]) -> Result<BTreeMap<String, String>, StoreError> {
        let area = area()?;
        let whole = match read(&area, keys).await {
            Ok(texts) => return Ok(texts),
            Err(why) => said(why),
        };
        if whole == StoreError::Gone {
            return Err(whole);
        }
        // One damaged value makes Chromium refuse the whole request: read one by one, so that it costs only itself.
        let mut texts = BTreeMap::new();
        let mut refused = 0;
        for key in keys {
            match read(&area, std::slice::from_ref(key)).await {
                Ok(found) => texts.extend(found),
                Err(_) => {
                    refused += 1;
                    texts.insert(key.clone(), String::new());
                }
            }
        }
        if refused == keys.len() { Err(whole) } else { Ok(texts) }
    }

    async fn keys(&self) -> Result<Vec<String>, StoreError> {
        let area = area()?;
        let listed = if Reflect::has(&area, &"getKeys".into()).unwrap_or(false) {
            settled(area.get_keys()).await.map_err(said)?
        } else {
            Object::keys(settled(Area::get(&area, &JsValue::NULL)).await.map_err(said)?.unchecked_ref::<Object>()).into()
        };
        Ok(Array::from(&listed).iter().filter_map(|key| key.as_string()).collect())
    }

    async fn set(&self, changes: &BTreeMap<String, String>) -> Result<(), StoreError> {
        let items = Object::new();
        for (key, text) in changes {
            Reflect::set(&items, &key.into(), &text.into()).map_err(said)?;
        }
        settled(Area::set(&area()?, &items)).await.map(drop).map_err(said)
    }

    async fn remove(&self, keys: &[String]) -> Result<(), StoreError> {
        settled(Area::remove(&area()?, &list(keys))).await.map(drop).map_err(said)
    }
}

/// `browser.storage.local`, or `chrome.storage.local`: both are there in Firefox and in new Chromiums, and both give promises.
fn area() -> Result<Area, StoreError> {
    let at = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok().filter(JsValue::is_object);
    let extension = ["browser", "chrome"].iter().find_map(|name| at(&js_sys::global(), name));
    let runs =
        |api: &JsValue| at(api, "runtime").and_then(|runtime| Reflect::get(&runtime, &"id".into()).ok()).is_some_and(|id| id.is_string());
    match extension {
        // A page that outlives its extension keeps the interface, but without an id and soon without storage.
        Some(api) if !runs(&api) => Err(StoreError::Gone),
        Some(api) => {
            let area = at(&api, "storage").and_then(|storage| at(&storage, "local"));
            area.map(JsCast::unchecked_into).ok_or(StoreError::Off)
        }
        None => Err(StoreError::Off),
    }
}

async fn read(area: &Area, keys: &[String]) -> Result<BTreeMap<String, String>, JsValue> {
    let found = settled(Area::get(area, &list(keys))).await?;
    let pairs = Object::entries(found.unchecked_ref::<Object>());
    // Only texts are ever written: anything else is damage, told by an empty text.
    let text = |pair: Array| Some((pair.get(0).as_string()?, pair.get(1).as_string().unwrap_or_default()));
    Ok(aftertone::order::map(pairs.iter().filter_map(|pair| text(pair.unchecked_into()))))
}

async fn settled(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}

fn list(keys: &[String]) -> Array {
    keys.iter().map(|key| JsValue::from(key.as_str())).collect()
}

/// A browser's error as one that says what to do.
pub(crate) fn said(error: JsValue) -> StoreError {
    let message = Reflect::get(&error, &"message".into()).ok().and_then(|message| message.as_string());
    let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
    named(&name, &message.unwrap_or_else(|| String::from(JsString::from(error))))
}

fn named(name: &str, message: &str) -> StoreError {
    let words = message.to_ascii_lowercase();
    if words.contains("context invalidated") {
        StoreError::Gone
    } else if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" || words.contains("quota") {
        StoreError::Full
    } else if name == "SecurityError" || words.contains("blocked by administrator") {
        StoreError::Off
    } else {
        StoreError::Failed(message.chars().take(200).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_words_become_something_to_do() {
        assert_eq!(named("Error", "Extension context invalidated."), StoreError::Gone);
        assert_eq!(named("Error", "Resource::kQuotaBytes quota exceeded"), StoreError::Full);
        assert_eq!(named("QuotaExceededError", "The quota has been exceeded."), StoreError::Full);
        assert_eq!(named("SecurityError", "Access is denied for this document."), StoreError::Off);
        assert_eq!(named("Error", "Invalid JSON"), StoreError::Failed("Invalid JSON".into()));
    }
}
