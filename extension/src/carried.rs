//! Hands the core what `carried.js` fetched, before the program begins.

use aftertone::carried::{Carried, give};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = aftertoneCarried)]
    static FETCHED: Array;
}

pub(crate) fn take() {
    let [plans, zones] = FETCHED.with(|files| [0, 1].map(|at| files.get(at).unchecked_into::<Uint8Array>().to_vec()));
    give(Carried { plans: plans.into(), zones: String::from_utf8(zones).unwrap_or_default().into() });
}
