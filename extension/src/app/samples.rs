//! The try page: sample pages and pasted HTML take the place of the tab.

use js_sys::Promise;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Response, UrlSearchParams};

use super::{App, open};
use crate::{local_store::sample_page, words::say::say};

#[wasm_bindgen]
extern "C" {
    /// `www/parse.js`: pasted HTML as a snapshot.
    #[wasm_bindgen(catch, js_name = aftertoneParse)]
    fn parse(html: &str, address: &str) -> Result<JsValue, JsValue>;
}

/// More than any page one would paste by hand.
const LARGEST: usize = 4 * 1024 * 1024;

/// Shows the page that the address names, once the profile is there.
pub(super) fn listen(app: App, profile: Promise) {
    spawn_local(async move {
        let _ = JsFuture::from(profile).await;
        reread(app).await;
    });
}

pub(super) async fn reread(app: App) {
    let name = sample();
    let file = sample_page().unwrap_or_else(|| format!("samples/{name}.html"));
    match page(&file).await {
        Ok(html) => read(app, &html, &format!("https://samples.example/{name}")).await,
        Err(_) => open::by_hand(app, say("sample_not_loaded")).await,
    }
}

/// The sample that the address names; letters, digits and hyphens only, so that it stays one of ours.
pub(crate) fn sample() -> String {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    let named = UrlSearchParams::new_with_str(&search).ok().and_then(|search| search.get("page"));
    let plain = |name: &String| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    named.filter(plain).unwrap_or_else(|| "contact".into())
}

/// Pasted HTML stands nowhere: it is nobody's page.
pub(crate) async fn read_pasted(app: App, html: &str) {
    read(app, html, "about:blank").await;
}

/// Reads HTML as if it were the page in the tab.
async fn read(app: App, html: &str, address: &str) {
    let html: String = html.chars().take(LARGEST).collect();
    match parse(&html, address) {
        Ok(json) => open::take(app, &json).await,
        Err(_) => open::by_hand(app, say("paste_not_read")).await,
    }
}

async fn page(path: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str(path)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    JsFuture::from(response.text()?).await?.as_string().ok_or(JsValue::NULL)
}
