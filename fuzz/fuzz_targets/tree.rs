//! A small tree out of bytes, for the readers of annotations: each pair of bytes opens, closes or annotates an element.

use aftertone::{
    page::{dom::Dom, structured},
    snapshot::{Node, Snapshot},
};

/// What the elements are made of.
pub struct Words {
    pub tags: &'static [&'static str],
    pub texts: &'static [&'static str],
    pub names: &'static [&'static str],
    pub values: &'static [&'static str],
    /// Classes that pile up on one element.
    pub classes: &'static [&'static str],
}

/// Builds the tree and reads its annotations.
pub fn read(bytes: &[u8], words: &Words) {
    let mut nodes: Vec<Node> = Vec::new();
    let mut open: Vec<i32> = Vec::new();
    let one = |of: &[&str], which: usize| (*of.get(which % of.len().max(1)).unwrap_or(&"")).to_owned();
    for pair in bytes.chunks(2) {
        let (what, which) = (pair[0], usize::from(*pair.get(1).unwrap_or(&0)));
        let parent = open.last().copied().unwrap_or(-1);
        match what % 8 {
            0 => drop(open.pop()),
            1 => nodes.push(Node::Text(parent, one(words.texts, which).into())),
            2..5 => {
                open.push(nodes.len() as i32);
                nodes.push(Node::Element(parent, one(words.tags, which).into(), vec!["class".into(), String::new()]));
            }
            kind => {
                let Some(Node::Element(_, _, attributes)) = nodes.last_mut() else { continue };
                if kind == 5 || words.classes.is_empty() {
                    attributes.push(one(words.names, usize::from(what / 8)));
                    attributes.push(one(words.values, which));
                } else if let Some(classes) = attributes.get_mut(1) {
                    classes.push_str(&one(words.classes, which));
                    classes.push(' ');
                }
            }
        }
    }
    let page = Snapshot { url: Some("https://example.org/a/b".into()), nodes, ..Snapshot::default() };
    structured::entities(&structured::read(&Dom::new(&page)));
}
