//! The browser's stores, held to the Store trait's contract on a page of their own: tests only, in no program that is shipped.

use aftertone::store::contract;
use wasm_bindgen_futures::spawn_local;

use crate::shelf::Shelf;

/// The page's address says which store (`?extension`, `?page`), and with `=TIMES` behind it how often to add one to what other pages add to as
/// well. What came of it stands in `<html data-contract>`: `holds`, the sum, or the line that does not hold.
pub(crate) fn hold() {
    spawn_local(async {
        let told = told().await.unwrap_or_else(|why| why);
        if let Some(root) = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element()) {
            let _ = root.set_attribute("data-contract", &told);
        }
    });
}

async fn told() -> Result<String, String> {
    let asked = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    let (name, times) = asked.trim_start_matches('?').split_once('=').unwrap_or((asked.trim_start_matches('?'), ""));
    let store = match name {
        "extension" => Shelf::Extension(Default::default()),
        "page" => Shelf::Page(Default::default()),
        _ => return Err(format!("there is no store \"{name}\"")),
    };
    match times.parse() {
        Ok(times) => contract::add_up(&store, times).await.map(|sum| sum.to_string()),
        Err(_) => contract::holds(&store).await.map(|()| "holds".to_owned()),
    }
}
