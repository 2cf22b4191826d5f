//! Microdata and RDFa over a small tree.
#![no_main]

mod tree;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| tree::read(bytes, &WORDS));

const WORDS: tree::Words = tree::Words {
    tags: &["div", "a", "meta", "link", "img", "time", "span", "data", "p", "base"],
    texts: &["Ada Byron", "Director", "Engines Ltd", " ", "+1 312 555 0100", "\u{202e}é"],
    names: &[
    "itemscope", "itemtype", "itemprop", "itemref", "id", "itemid", "typeof", "property", "rel", "resource", "vocab", "prefix", "content", "href",
],
    values: &[
    "", "a", "b", "a b", "a b a c", "name", "worksFor name", "http://schema.org/Person", "Organization", "schema:worksFor", "#a", "_:b", "/x?y#z",
    "//h", "mailto:a@b.c", "../..", "schema: http://schema.org/", "about", "c", "?",
],
    classes: &[],
};
