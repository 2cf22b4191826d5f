//! Class names of both ages over a small tree.
#![no_main]

mod tree;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| tree::read(bytes, &WORDS));

const WORDS: tree::Words = tree::Words {
    tags: &["div", "a", "img", "time", "abbr", "span", "data", "area", "object"],
    texts: &["Ada Byron", "Director", "Engines Ltd", " ", "+1 312 555 0100", "2026-03-01 9pm", "\u{202e}é"],
    names: &["href", "src", "alt", "title", "value", "id"],
    values: &["Ada Byron", "Director", "Engines Ltd", " ", "+1 312 555 0100", "2026-03-01 9pm", "\u{202e}é"],
    classes: &[
    "h-card", "h-adr", "h-event", "h-entry", "h-resume", "h-feed", "p-name", "p-org", "u-url", "u-photo", "p-adr", "p-tel", "dt-start", "e-note", "vcard",
    "adr", "vevent", "hresume", "fn", "n", "org", "organization-name", "tel", "type", "value", "value-title", "url", "email", "title", "dtstart", "attendee",
    "include", "p-contact", "location",
],
};
