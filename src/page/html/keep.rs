//! What of the parsed tree goes into the snapshot: what a reader could see, and the data beside it. `extension/snapshot.js` does the same.

use html5ever::{Attribute, QualName, ns};

use super::tree::{Tree, What};
use crate::{
    fact::present,
    snapshot::{
        ATTRIBUTE_LONGEST, IN_PART_NODES, IN_PART_TEXT, JSON_LD, JSON_LD_LONGEST, JSON_LD_MOST, KEPT_ATTRIBUTES, LEFT_OUT, NODES_MOST,
        Node, Snapshot, TEXT_MOST,
    },
};

pub(super) fn keep(tree: &Tree, url: Option<&str>) -> Snapshot {
    let mut page = Snapshot { url: url.map(str::to_owned), content_type: Some("text/html".into()), ..Snapshot::default() };
    let mut room = TEXT_MOST;
    let mut blocks = 0;
    // The kept elements that enclose the node at hand: depth in the tree, place in the snapshot.
    let mut open: Vec<(u32, i32, Within)> = Vec::new();
    tree.walk(|depth, link| {
        while open.last().is_some_and(|(above, ..)| *above >= depth) {
            open.pop();
        }
        let (parent, within) = open.last().map_or((-1, Within::Flow), |(_, at, within)| (*at, *within));
        if page.nodes.len() >= NODES_MOST {
            note(&mut page, IN_PART_NODES);
            return false;
        }
        match &link.what {
            What::Other => depth == 0,
            What::Text(text) => {
                let (text, cut) = clean(text, within, &mut room);
                if cut {
                    note(&mut page, IN_PART_TEXT);
                }
                if let Within::Title = within
                    && page.title.is_empty()
                {
                    page.title = text.trim().to_owned();
                }
                let between = matches!(within, Within::Head) && present(&text).is_none();
                if !text.is_empty() && !between {
                    page.nodes.push(Node::Text(parent, text));
                }
                false
            }
            What::Element(name, attributes) => {
                let tag: &str = &name.local;
                if is_left_out(name, attributes)
                    || matches!(within, Within::Head) && !["title", "meta", "link", "base", "script"].contains(&tag)
                {
                    return false;
                }
                if tag == "script" {
                    blocks += 1;
                    if blocks > JSON_LD_MOST {
                        return false;
                    }
                }
                if tag == "html" {
                    page.lang = attribute(attributes, "lang").and_then(present).map(str::to_owned);
                }
                let at = page.nodes.len() as i32;
                page.nodes.push(Node::Element(parent, tag.to_owned(), kept(tag, attributes)));
                open.push((depth, at, within.then(tag)));
                true
            }
        }
    });
    page
}

#[derive(Clone, Copy)]
enum Within {
    Flow,
    Head,
    Title,
    /// White space counts: `pre`, `textarea`.
    Pre,
    Data,
}

impl Within {
    fn then(self, tag: &str) -> Self {
        match tag {
            "head" => Self::Head,
            "title" => Self::Title,
            "script" => Self::Data,
            "pre" | "textarea" => Self::Pre,
            _ => self,
        }
    }
}

/// Never shown: by its tag, the `hidden` attribute, or an inline style. What is only `aria-hidden` is shown.
pub(super) fn is_left_out(name: &QualName, attributes: &[Attribute]) -> bool {
    let tag: &str = &name.local;
    if tag == "script" {
        let kind = attribute(attributes, "type").unwrap_or_default();
        return !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(JSON_LD);
    }
    LEFT_OUT.contains(&tag)
        || name.ns != ns!(html)
        || attribute(attributes, "hidden").is_some()
        || tag == "input" && attribute(attributes, "type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("hidden"))
        || tag == "dialog" && attribute(attributes, "open").is_none()
        || attribute(attributes, "style").is_some_and(hides)
}

fn hides(style: &str) -> bool {
    style.split(';').any(|declaration| {
        let (property, value) = declaration.split_once(':').unwrap_or_default();
        let value = value.trim().trim_end_matches("!important").trim_end();
        let is = |what: &str, how: &str| property.trim().eq_ignore_ascii_case(what) && value.eq_ignore_ascii_case(how);
        is("display", "none") || is("visibility", "hidden") || is("visibility", "collapse")
    })
}

fn attribute<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes.iter().find(|a| &*a.name.local == name).map(|a| &*a.value)
}

fn kept(tag: &str, attributes: &[Attribute]) -> Vec<String> {
    let secret = tag == "input" && attribute(attributes, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("password"));
    let mut kept = Vec::new();
    for attribute in attributes {
        let (name, value): (&str, &str) = (&attribute.name.local, &attribute.value);
        let too_long = value.len() > ATTRIBUTE_LONGEST && value.encode_utf16().count() > ATTRIBUTE_LONGEST;
        let left_out = too_long || name == "src" && value.starts_with("data:") || secret && name == "value";
        if KEPT_ATTRIBUTES.contains(&name) && !left_out {
            let clean = if value.contains(is_control) { value.chars().filter(|c| !is_control(*c)).collect() } else { value.to_owned() };
            kept.extend([name.to_owned(), clean]);
        }
    }
    kept
}

/// Without control characters, runs of white space as one space where they mean no more, and cut where `room` ends.
fn clean(text: &str, within: Within, room: &mut usize) -> (String, bool) {
    if let Within::Data = within {
        let fits = text.len() <= JSON_LD_LONGEST;
        return (if fits { text.to_owned() } else { String::new() }, false);
    }
    let mut clean = String::with_capacity(text.len().min(*room));
    let folds = !matches!(within, Within::Pre);
    let mut spaced = false;
    for c in text.chars().filter(|c| !is_control(*c)) {
        let c = if folds && c.is_ascii_whitespace() { ' ' } else { c };
        if c == ' ' && folds && std::mem::replace(&mut spaced, true) {
            continue;
        }
        spaced &= c == ' ';
        if *room < c.len_utf8() {
            return (clean, true);
        }
        *room -= c.len_utf8();
        clean.push(c);
    }
    (clean, false)
}

fn is_control(c: char) -> bool {
    c.is_control() && !c.is_ascii_whitespace()
}

fn note(page: &mut Snapshot, note: &str) {
    if !page.notes.iter().any(|there| there == note) {
        page.notes.push(note.to_owned());
    }
}
