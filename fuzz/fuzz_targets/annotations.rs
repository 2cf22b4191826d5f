//! Microdata and RDFa over one small tree: each byte opens, closes or annotates an element.
#![no_main]

use aftertone::{
    page::{dom::Dom, structured},
    snapshot::{Node, Snapshot},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut nodes: Vec<Node> = Vec::new();
    let mut open: Vec<i32> = Vec::new();
    for pair in bytes.chunks(2) {
        let (what, which) = (pair[0], usize::from(*pair.get(1).unwrap_or(&0)));
        let parent = open.last().copied().unwrap_or(-1);
        match what % 8 {
            0 => drop(open.pop()),
            1 => nodes.push(Node::Text(parent, WORDS[which % WORDS.len()].into())),
            2..5 => {
                open.push(nodes.len() as i32);
                nodes.push(Node::Element(parent, TAGS[which % TAGS.len()].into(), vec![]));
            }
            _ => {
                if let Some(Node::Element(_, _, attributes)) = nodes.last_mut() {
                    attributes.push(NAMES[usize::from(what / 8) % NAMES.len()].into());
                    attributes.push(VALUES[which % VALUES.len()].into());
                }
            }
        }
    }
    let page = Snapshot { url: Some("https://example.org/a/b".into()), nodes, ..Snapshot::default() };
    structured::entities(&structured::read(&Dom::new(&page)));
});

const TAGS: [&str; 10] = ["div", "a", "meta", "link", "img", "time", "span", "data", "p", "base"];
const WORDS: [&str; 6] = ["Ada Byron", "Director", "Engines Ltd", " ", "+1 312 555 0100", "\u{202e}é"];
const NAMES: [&str; 14] = [
    "itemscope", "itemtype", "itemprop", "itemref", "id", "itemid", "typeof", "property", "rel", "resource", "vocab", "prefix", "content", "href",
];
const VALUES: [&str; 20] = [
    "", "a", "b", "a b", "a b a c", "name", "worksFor name", "http://schema.org/Person", "Organization", "schema:worksFor", "#a", "_:b", "/x?y#z",
    "//h", "mailto:a@b.c", "../..", "schema: http://schema.org/", "about", "c", "?",
];
