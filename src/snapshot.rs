//! The page as it stood when the button was pressed: a small tree of elements, the attributes that matter, and visible text.
//!
//! Made by `extension/snapshot.js` in the browser and by `page::html` natively; the two are held against each other by a test.
//! The tree is a flat list in document order, so that no depth of nesting can exhaust a stack or a parser.

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{SeqAccess, Visitor},
};

/// The attributes a snapshot keeps. `extension/snapshot.js` holds the same list; a test compares them.
pub const KEPT_ATTRIBUTES: [&str; 34] = [
    "about",
    "alt",
    "aria-label",
    "charset",
    "class",
    "colspan",
    "content",
    "data-cfemail",
    "datatype",
    "datetime",
    "href",
    "http-equiv",
    "id",
    "itemid",
    "itemprop",
    "itemref",
    "itemscope",
    "itemtype",
    "lang",
    "media",
    "name",
    "placeholder",
    "prefix",
    "property",
    "rel",
    "resource",
    "role",
    "src",
    "title",
    "type",
    "typeof",
    "value",
    "vocab",
    "xmlns",
];

/// An attribute's value of more UTF-16 units than this is left out, and so is a `src` that holds its picture (`data:`).
pub const ATTRIBUTE_LONGEST: usize = 2_000;

/// Elements left out with all they hold. Of scripts only JSON-LD stays; of a head only `title`, `meta`, `link`, `base` and JSON-LD.
pub const LEFT_OUT: [&str; 13] =
    ["audio", "canvas", "datalist", "iframe", "math", "noframes", "noscript", "object", "script", "style", "svg", "template", "video"];

/// The type of the scripts that stay, in lower case; parameters after `;` don't count.
pub const JSON_LD: &str = "application/ld+json";
/// JSON-LD beyond this many blocks, or in a block of more bytes, is skipped.
pub const JSON_LD_MOST: usize = 20;
pub const JSON_LD_LONGEST: usize = 64 * 1024;

/// A page is read up to this much text, in bytes (JSON-LD aside), and this many nodes; then `notes` says "Read in part: …".
pub const TEXT_MOST: usize = 400_000;
pub const NODES_MOST: usize = 40_000;

/// For `notes`, where a cap was hit.
pub const IN_PART_TEXT: &str = "Read in part: the page holds more than 400 KB of text.";
pub const IN_PART_NODES: &str = "Read in part: the page holds more than 40,000 elements and texts.";

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Snapshot {
    pub url: Option<String>,
    pub title: String,
    pub lang: Option<String>,
    /// As the browser tells it, for instance `text/html`.
    pub content_type: Option<String>,
    /// In document order; a parent always stands before its children.
    pub nodes: Vec<Node>,
    /// What was left out and why, in plain sentences ("Read in part: …").
    pub notes: Vec<String>,
}

/// As JSON (the browser's has `changed` at its end, the count of the receipt): an element is `[parent, "tag", ["name", "value", …]]`, a text `[parent, "words"]`; `parent` is a place in the list, -1 for a root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Node {
    /// Tag in lower case; attributes as name, value, name, value, ….
    Element(i32, String, Vec<String>),
    Text(i32, String),
}

/// Told by the third item: serde's own way would try an element first, and write an error for each of the thousands of texts.
impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(OneNode)
    }
}

struct OneNode;

impl<'de> Visitor<'de> for OneNode {
    type Value = Node;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a parent's place, a tag or words, and an element's attributes")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let too_few = |n| serde::de::Error::invalid_length(n, &self);
        let parent = items.next_element()?.ok_or_else(|| too_few(0))?;
        let words = items.next_element()?.ok_or_else(|| too_few(1))?;
        Ok(match items.next_element()? {
            Some(attributes) => Node::Element(parent, words, attributes),
            None => Node::Text(parent, words),
        })
    }
}

impl Node {
    pub fn parent(&self) -> Option<usize> {
        let (Self::Element(parent, ..) | Self::Text(parent, _)) = self;
        usize::try_from(*parent).ok()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::Node;

    #[test]
    fn a_node_is_told_by_its_attributes() {
        let nodes = vec![
            Node::Element(-1, "p".into(), vec![]),
            Node::Element(0, "a".into(), vec!["href".into(), "#".into()]),
            Node::Text(1, "Ann".into()),
        ];
        let json = serde_json::to_string(&nodes).unwrap();
        assert_eq!(json, r##"[[-1,"p",[]],[0,"a",["href","#"]],[1,"Ann"]]"##);
        assert_eq!(serde_json::from_str::<Vec<Node>>(&json).unwrap(), nodes);
    }

    #[test]
    fn what_is_no_node_is_refused() {
        for broken in ["[]", "[0]", r#"["0","p"]"#, r#"[0,"p",null]"#, r#"[0,"p",[],1]"#, r#"[0,"p",[1]]"#, "7", "{}"] {
            assert!(serde_json::from_str::<Node>(broken).is_err(), "{broken}");
        }
    }
}
