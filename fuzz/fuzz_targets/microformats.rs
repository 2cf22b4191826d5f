//! Class names of both ages over one small tree: each byte opens or closes an element, or gives it a class.
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
                nodes.push(Node::Element(parent, TAGS[which % TAGS.len()].into(), vec!["class".into(), String::new()]));
            }
            5 => {
                if let Some(Node::Element(_, _, attributes)) = nodes.last_mut() {
                    attributes.push(NAMES[usize::from(what / 8) % NAMES.len()].into());
                    attributes.push(WORDS[which % WORDS.len()].into());
                }
            }
            _ => {
                if let Some(Node::Element(_, _, attributes)) = nodes.last_mut()
                    && let Some(classes) = attributes.get_mut(1)
                {
                    classes.push_str(CLASSES[which % CLASSES.len()]);
                    classes.push(' ');
                }
            }
        }
    }
    let page = Snapshot { url: Some("https://example.org/a/b".into()), nodes, ..Snapshot::default() };
    structured::entities(&structured::read(&Dom::new(&page)));
});

const TAGS: [&str; 9] = ["div", "a", "img", "time", "abbr", "span", "data", "area", "object"];
const WORDS: [&str; 7] = ["Ada Byron", "Director", "Engines Ltd", " ", "+1 312 555 0100", "2026-03-01 9pm", "\u{202e}é"];
const NAMES: [&str; 6] = ["href", "src", "alt", "title", "value", "id"];
const CLASSES: [&str; 34] = [
    "h-card", "h-adr", "h-event", "h-entry", "h-resume", "h-feed", "p-name", "p-org", "u-url", "u-photo", "p-adr", "p-tel", "dt-start", "e-note", "vcard",
    "adr", "vevent", "hresume", "fn", "n", "org", "organization-name", "tel", "type", "value", "value-title", "url", "email", "title", "dtstart", "attendee",
    "include", "p-contact", "location",
];
