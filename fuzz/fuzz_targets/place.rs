//! Words as a page's text: addresses, places, countries, zones.
#![no_main]

use aftertone::page::{
    phone::Clues,
    place,
    prose::Prose,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let prose = Prose::plain(text);
    let mut clues = Clues::new(None, Some("en"));
    let places = place::find(&prose, &clues);
    place::tell(&places, &mut clues);
    for place in &places {
        place.address(&prose);
    }
});
