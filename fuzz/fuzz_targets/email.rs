//! Words with e-mail addresses, link targets, and Cloudflare's way of hiding them.
#![no_main]

use aftertone::page::{email, prose::Prose};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for (span, address) in email::in_text(text) {
        assert!(text.get(span).is_some() && address.contains('@'));
    }
    email::find(&Prose::plain(text));
    email::of_link(text);
    email::of_link(&format!("mailto:{text}"));
    email::unprotect(text);
});
