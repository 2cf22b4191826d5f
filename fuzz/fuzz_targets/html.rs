//! Bytes as a saved page: decoding, parsing, the caps, and every reader.
#![no_main]

use aftertone::page::{html, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let snapshot = html::snapshot(bytes, Some("https://www.example.co.uk/team"));
    let reading = read(&snapshot);
    // A reading is handed on as JSON and read back.
    let json = serde_json::to_string(&reading).expect("a reading is JSON");
    assert_eq!(serde_json::from_str::<aftertone::page::Reading>(&json).expect("and comes back"), reading);
});
