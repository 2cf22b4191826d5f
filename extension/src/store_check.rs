//! Whether the browser's storage does what the notebook relies on: for the tests, and for a user whose touches went missing.

use aftertone::store::contract;
use wasm_bindgen::prelude::*;

use crate::{chrome_store::ChromeStore, local_store::LocalStore};

/// Runs the store's contract over "chrome" (`chrome.storage.local`) or "local" (`localStorage`). It leaves what is stored as it was.
///
/// # Errors
/// With the line that does not hold.
#[wasm_bindgen(js_name = checkStore)]
pub async fn check_store(which: String) -> Result<(), JsValue> {
    let outcome = match which.as_str() {
        "chrome" => contract::holds(&ChromeStore).await,
        "local" => contract::holds(&LocalStore::default()).await,
        other => Err(format!("there is no store \"{other}\"")),
    };
    outcome.map_err(|line| JsValue::from_str(&line))
}
