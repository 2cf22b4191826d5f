//! Reading the tab: the snapshot of the page that the toolbar button was pressed on, or a sentence why not.

use std::pin::Pin;

use aftertone::page::Reading;
use js_sys::{Array, Promise, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::{
    chrome,
    words::say::{say, say_or},
};

/// A page that takes longer is read by hand: an injection into a page that navigates meanwhile never settles.
const LIMIT_MS: i32 = 1500;

/// A page that the reader has already been given (`reading.js`).
pub(crate) struct Read {
    pub(crate) tab: i32,
    pub(crate) told: Promise,
    /// Whether the tab still shows that page: asked of the browser already, so that the answer comes while the page is understood.
    pub(crate) still: Pin<Box<dyn Future<Output = Result<(), Unread>>>>,
}

/// Why a page was not read, as a plain sentence.
pub(crate) struct Unread(pub(crate) String);

#[wasm_bindgen]
extern "C" {
    /// `reading.js`: what a snapshot as JSON tells, as `understood` takes it.
    #[wasm_bindgen(js_name = aftertoneUnderstand)]
    pub(crate) fn understand(snapshot: &JsValue) -> Promise;
}

#[derive(Deserialize)]
struct Tab {
    id: Option<i32>,
    url: Option<String>,
}

/// Reads the active tab, or the one named.
pub(crate) async fn read(tab: Option<i32>) -> Result<Read, Unread> {
    // Taken by the first reading whatever it reads: a later one must not find what the page was at first.
    let asked = ahead();
    let asked = if tab.is_none() { asked } else { Ahead::default() };
    let Ahead { tabs, results, told } = asked;
    let before = find(tab, tabs).await?;
    // Firefox runs scripts in a blank tab too, where there is nothing to read.
    let blank = before.url.as_deref().is_some_and(|url| url.starts_with("about:"));
    let id = before.id.filter(|_| !blank).ok_or_else(|| Unread(say("no_page_open")))?;
    let (json, document) = inject(id, results).await?;
    let told = told.unwrap_or_else(|| understand(&json));
    let (same_document, after) = (still_there(id, document.as_deref()), chrome::get_tab(id));
    let still = Box::pin(async move {
        let after = described(settled(after).await.map_err(lost)?)?;
        let same = before.url == after.url && same_document.await;
        same.then_some(()).ok_or_else(|| Unread(say("page_changed")))
    });
    Ok(Read { tab: id, told, still })
}

/// Whether the tab still shows the document that was read: an injection that names a document fails where another one took its place.
/// A browser that tells no document ids is believed by the tab's address. Asked at once, awaited later.
fn still_there(tab: i32, document: Option<&str>) -> impl Future<Output = bool> + use<> {
    let asked = document.map(|document| {
        let target = Target { tab_id: tab, document_ids: Some([document.to_owned()]) };
        chrome::execute_script(&to_js(&Injection { target, files: ["here.js"], inject_immediately: true }))
    });
    async move {
        match asked {
            Some(asked) => settled(asked).await.is_ok(),
            None => true,
        }
    }
}

fn lost(_: JsValue) -> Unread {
    Unread(say("tab_gone"))
}

async fn find(tab: Option<i32>, asked: Option<Promise>) -> Result<Tab, Unread> {
    described(match tab {
        Some(id) => settled(chrome::get_tab(id)).await.map_err(lost)?,
        None => {
            let asked = asked.map_or_else(|| chrome::query_tabs(&to_js(&Active { active: true, current_window: true })), Ok);
            Array::from(&settled(asked).await.map_err(lost)?).get(0)
        }
    })
}

/// What the browser says of a tab.
fn described(found: JsValue) -> Result<Tab, Unread> {
    if found.is_undefined() {
        return Err(Unread(say("no_page_open")));
    }
    serde_wasm_bindgen::from_value(found).map_err(|_| Unread(say("no_page_open")))
}

/// What the page tells, and its words.
pub(crate) async fn understood(told: Promise) -> Result<(Reading, String), Unread> {
    let told = JsFuture::from(told).await.map_err(|why| Unread(say_or(&why.as_string().unwrap_or_default(), &say("not_understood"))))?;
    let words = |at: u32| chrome::text(&told.unchecked_ref::<Array>().get(at));
    let reading = words(0).and_then(|json| serde_json::from_str(&json).ok());
    reading.zip(words(1)).ok_or_else(|| Unread(say("not_understood")))
}

/// The page as JSON, and the id of the document it was.
async fn inject(tab: i32, asked: Option<Promise>) -> Result<(JsValue, Option<String>), Unread> {
    let ask = || {
        let target = Target { tab_id: tab, document_ids: None };
        chrome::execute_script(&to_js(&Injection { target, files: ["snapshot.js"], inject_immediately: true }))
    };
    let results = settled(asked.map_or_else(ask, Ok)).await;
    let of = |one: &JsValue, name: &str| Reflect::get(one, &name.into()).ok();
    let frames = results.as_ref().map(Array::from).unwrap_or_default();
    let top = frames.iter().find(|one| of(one, "frameId").and_then(|id| id.as_f64()) == Some(0.0)).unwrap_or_default();
    // For the receipt (receipt.js).
    let _ = Reflect::set(&js_sys::global(), &"aftertoneRead".into(), &top);
    results.map_err(|error| Unread(sentence(&error)))?;
    let document = of(&top, "documentId").and_then(|id| id.as_string());
    Ok((of(&top, "result").unwrap_or_default(), document))
}

/// What `boot.js` asked for while the program was being loaded: the tab, its snapshot, and what that tells. There for the first reading.
#[derive(Default)]
struct Ahead {
    tabs: Option<Promise>,
    results: Option<Promise>,
    told: Option<Promise>,
}

fn ahead() -> Ahead {
    let (global, name) = (js_sys::global(), JsValue::from_str("aftertoneAhead"));
    let asked = Reflect::get(&global, &name).unwrap_or_default();
    let _ = Reflect::set(&global, &name, &JsValue::UNDEFINED);
    let of = |name: &str| Reflect::get(&asked, &name.into()).ok()?.dyn_into().ok();
    Ahead { tabs: of("tabs"), results: of("results"), told: of("told") }
}

/// The promise's value, or an error once the limit has passed.
async fn settled(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    let promise = promise?;
    let limit = Promise::new(&mut |_, reject| {
        let slow = reject.bind1(&JsValue::NULL, &JsValue::from_str("timeout"));
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(slow.unchecked_ref(), LIMIT_MS);
        }
    });
    JsFuture::from(Promise::race(&Array::of2(&promise, &limit))).await
}

/// The browser's own error in the seller's words.
fn sentence(error: &JsValue) -> String {
    let text = error.as_string().or_else(|| Reflect::get(error, &"message".into()).ok()?.as_string()).unwrap_or_default();
    say(said(&text))
}

/// The key of those words.
fn said(error: &str) -> &'static str {
    let has = |words: &str| error.contains(words);
    if has("timeout") {
        "page_too_slow"
    } else if has("extensions gallery") || has("extension gallery") {
        "page_of_store"
    } else if has("error page") {
        "page_not_loaded"
    } else if has("must request permission") || has("Missing host permission") {
        "page_needs_press"
    } else if has("was removed") || has("No tab") {
        "tab_gone"
    } else {
        "page_closed"
    }
}

pub(crate) fn to_js(value: &impl Serialize) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Active {
    active: bool,
    current_window: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Injection {
    target: Target,
    files: [&'static str; 1],
    inject_immediately: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    tab_id: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    document_ids: Option<[String; 1]>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_errors_become_sentences() {
        assert!(say(said("timeout")).contains("too long"));
        assert!(say(said("The extensions gallery cannot be scripted.")).contains("extension store"));
        assert!(say(said("Frame with ID 0 is showing error page")).contains("did not load"));
        assert!(say(said("Frame with ID 0 was removed.")).contains("gone"));
        assert!(say(said("Cannot access a chrome:// URL")).contains("can't be read"));
    }
}
