//! Words as a page's text, with numbers under one country or none, and as a value of data.
#![no_main]

use aftertone::page::{
    phone::{self, Clues},
    prose::Prose,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut clues = Clues::new(Some("https://example.de/kontakt"), Some("en-GB"));
    clues.settle();
    for clues in [Clues::default(), clues] {
        for found in phone::find(&Prose::plain(text), &clues) {
            assert!(found.at <= text.len());
            assert!(found.telephone.e164.is_none_or(|number| number.len() <= 16 && number.starts_with('+')));
        }
        phone::read_value(text, false, &clues);
    }
});
