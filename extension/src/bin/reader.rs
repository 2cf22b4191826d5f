//! What reading.js loads.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    aftertone_extension::reader();
}

/// `aftertone_extension::read`.
#[wasm_bindgen]
pub fn read(snapshot: &[u8]) -> Result<Vec<String>, String> {
    aftertone_extension::read(snapshot).map_err(str::to_owned)
}
