//! The browser's own lock between pages: `navigator.locks`. The browser lets go of it when the page that holds it closes.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// `navigator.locks.request`: a promise that settles when the work's own promise has.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "locks"], js_name = request)]
    fn request(name: &str, work: &Function) -> Result<Promise, JsValue>;
}

/// Lets go of the lock when dropped, also while it still waits for it.
#[derive(Debug)]
pub(crate) struct Lock(Option<Function>);

/// Waits until no page holds the lock of this name.
///
/// # Errors
/// Where the browser has no locks (a page that is not served securely) or refuses.
pub(crate) async fn hold(name: &str) -> Result<Lock, JsValue> {
    let (granted, grant) = promise();
    let (released, release) = promise();
    let lock = Lock(release);
    let work = Closure::once_into_js(move |_granted: JsValue| -> JsValue {
        // Calling a promise's own resolve can't fail.
        let _ = grant.as_ref().map(|grant| grant.call0(&JsValue::NULL));
        released.into()
    });
    let requested = request(name, work.unchecked_ref())?;
    // The request settles first only where it is refused.
    JsFuture::from(Promise::race(&Array::of2(&granted, &requested))).await?;
    Ok(lock)
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.as_ref().map(|release| release.call0(&JsValue::NULL));
    }
}

/// A promise, and what settles it: there, because the browser calls the executor at once.
fn promise() -> (Promise, Option<Function>) {
    let mut settle = None;
    let promise = Promise::new(&mut |resolve, _| settle = Some(resolve));
    (promise, settle)
}
