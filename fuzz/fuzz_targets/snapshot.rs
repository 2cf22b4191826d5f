//! The JSON that comes over from the browser: any tree, with any parents.
#![no_main]

use aftertone::{page::read, snapshot::Snapshot};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(snapshot) = serde_json::from_slice::<Snapshot>(bytes) {
        read(&snapshot);
    }
});
