//! Words as a page's text: news, talks, awards, and their dates.
#![no_main]

use aftertone::page::{hooks, prose::Prose};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for hook in hooks::find(&Prose::plain(text), &hooks::Them::new(["We"], []), Some("2026-03-01")) {
        assert!(text.contains(hook.text.split('\n').next().unwrap_or_default()));
    }
});
