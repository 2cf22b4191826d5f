//! One JSON-LD block, broken or not.
#![no_main]

use aftertone::{
    page::{dom::Dom, structured},
    snapshot::{Node, Snapshot},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let script = Node::Element(-1, "script".into(), vec!["type".into(), "application/ld+json".into()]);
    let page = Snapshot { url: Some("https://example.org/a/b".into()), nodes: vec![script, Node::Text(0, text.into())], ..Snapshot::default() };
    structured::entities(&structured::read(&Dom::new(&page)));
});
