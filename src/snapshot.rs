//! The page as it stood when the button was pressed: a small tree of elements, the attributes that matter, and visible text.
//!
//! Made by `extension/snapshot.js` in the browser and by `page::html` natively; the two are held against each other by a test.
//! The tree is a flat list in document order, so that no depth of nesting can exhaust a stack or a parser.

use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Node {
    /// Tag in lower case; attributes as name, value, name, value, ….
    Element(i32, String, Vec<String>),
    Text(i32, String),
}

impl Node {
    pub fn parent(&self) -> Option<usize> {
        let (Self::Element(parent, ..) | Self::Text(parent, _)) = self;
        usize::try_from(*parent).ok()
    }
}
