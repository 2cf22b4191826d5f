//! The page as it stood when the button was pressed: a small tree of elements, the attributes that matter, and visible text.
//!
//! Made by `extension/snapshot.js` in the browser and by `page::html` natively; the two are held against each other by a test.
//! The tree is a flat list in document order, so that no depth of nesting can exhaust a stack or a parser.

use serde::{Deserialize, Serialize};

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

/// As JSON: an element is `[parent, "tag", ["name", "value", …]]`, a text `[parent, "words"]`; `parent` is a place in the list, -1 for a root.
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
