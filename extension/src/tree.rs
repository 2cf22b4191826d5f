//! A screen as plain data, and how it is put on the page: what changed since the last time is changed, and nothing else, so that what has the
//! focus keeps it. Text becomes text nodes; no markup is ever made from a string.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

use crate::words::say;

/// An element, or a text where the tag is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Node {
    tag: &'static str,
    text: String,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
    /// Another key is another element, although it looks the same.
    key: String,
}

pub(crate) fn el(tag: &'static str) -> Node {
    Node { tag, ..Node::default() }
}

pub(crate) fn text(words: impl AsRef<str>) -> Node {
    Node { text: words.as_ref().to_owned(), ..Node::default() }
}

impl Node {
    pub(crate) fn a(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.attribute(name, value.as_ref());
        self
    }

    /// The attribute where `on`.
    pub(crate) fn on(self, name: &'static str, on: bool) -> Self {
        if on { self.a(name, "") } else { self }
    }

    pub(crate) fn t(mut self, words: impl AsRef<str>) -> Self {
        self.child(text(words));
        self
    }

    /// The words of a key (`words/say.rs`).
    pub(crate) fn say(self, key: &str) -> Self {
        self.t(say::say(key))
    }

    pub(crate) fn c(mut self, child: Node) -> Self {
        self.child(child);
        self
    }

    // Once each, whoever calls: the screens are long, and the popup loads them too.
    #[inline(never)]
    fn attribute(&mut self, name: &'static str, value: &str) {
        self.attributes.push((name, value.to_owned()));
    }

    #[inline(never)]
    fn child(&mut self, child: Node) {
        self.children.push(child);
    }

    pub(crate) fn all(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.children.extend(children);
        self
    }

    pub(crate) fn key(mut self, key: impl AsRef<str>) -> Self {
        key.as_ref().clone_into(&mut self.key);
        self
    }

    fn is_same(&self, other: &Node) -> bool {
        self.tag == other.tag && self.key == other.key
    }
}

/// Makes what stands in `place`, which `old` put there, into `new`.
pub(crate) fn put(place: &Element, old: &[Node], new: &[Node]) {
    if let Some(document) = place.owner_document() {
        children(&document, place, old, new);
    }
}

fn children(document: &Document, place: &web_sys::Node, old: &[Node], new: &[Node]) {
    let mut there = place.first_child();
    for (at, node) in new.iter().enumerate() {
        let next = there.as_ref().and_then(web_sys::Node::next_sibling);
        match (old.get(at), &there) {
            (Some(before), Some(element)) if before.is_same(node) => update(document, element, before, node),
            (_, Some(element)) => {
                if let Some(made) = made(document, node) {
                    let _ = place.replace_child(&made, element);
                }
            }
            (_, None) => {
                if let Some(made) = made(document, node) {
                    let _ = place.append_child(&made);
                }
            }
        }
        there = next;
    }
    while let Some(rest) = there {
        there = rest.next_sibling();
        let _ = place.remove_child(&rest);
    }
}

fn update(document: &Document, there: &web_sys::Node, before: &Node, node: &Node) {
    if before == node {
        return;
    }
    if node.tag.is_empty() {
        return there.set_text_content(Some(&node.text));
    }
    if let Some(element) = there.dyn_ref::<Element>() {
        for (name, _) in before.attributes.iter().filter(|(name, _)| !node.attributes.iter().any(|(kept, _)| kept == name)) {
            let _ = element.remove_attribute(name);
        }
        for (name, value) in node.attributes.iter().filter(|attribute| !before.attributes.contains(attribute)) {
            let _ = element.set_attribute(name, value);
        }
    }
    children(document, there, &before.children, &node.children);
}

/// Elements of a drawing: the browser draws nothing where they are made as a page's.
const DRAWN: [&str; 2] = ["svg", "rect"];

fn made(document: &Document, node: &Node) -> Option<web_sys::Node> {
    if node.tag.is_empty() {
        return Some(document.create_text_node(&node.text).unchecked_into());
    }
    let element = if DRAWN.contains(&node.tag) {
        document.create_element_ns(Some("http://www.w3.org/2000/svg"), node.tag).ok()?
    } else {
        document.create_element(node.tag).ok()?
    };
    for (name, value) in &node.attributes {
        element.set_attribute(name, value).ok()?;
    }
    for child in &node.children {
        element.append_child(&made(document, child)?).ok()?;
    }
    Some(element.unchecked_into())
}
