//! The page as a tree to walk and ask, over a snapshot's flat list.
//!
//! The visible text is laid out once, with a line for each block and a tab between table cells; every element knows its stretch of it,
//! so that asking for an element's words copies nothing. Nothing here recurses: pages nest as deep as they like.

use crate::snapshot::{Node, Snapshot};

mod address;
mod layout;

/// A snapshot with what walking it needs. Made once a reading, in time linear in the page.
#[derive(Debug)]
pub struct Dom<'a> {
    snapshot: &'a Snapshot,
    links: Vec<Links>,
    text: String,
    /// Where in `text` each text node's words begin, with the node's place; in order.
    words: Vec<(usize, usize)>,
    /// What relative addresses are told from: the first `<base href>`, or else the page's own.
    base: Option<String>,
}

#[derive(Debug, Clone, Copy)]
struct Links {
    parent: Option<usize>,
    /// The previous element among its siblings.
    before: Option<usize>,
    /// One beyond the last node inside.
    end: usize,
    /// The stretch of the visible text.
    text: (usize, usize),
}

/// An element of the page.
#[derive(Clone, Copy)]
pub struct El<'d> {
    dom: &'d Dom<'d>,
    at: usize,
}

impl<'a> Dom<'a> {
    pub fn new(snapshot: &'a Snapshot) -> Self {
        let mut links = linked(&snapshot.nodes);
        let (text, words) = layout::lay_out(&snapshot.nodes, &mut links);
        let mut dom = Self { snapshot, links, text, words, base: snapshot.url.clone() };
        let base = dom.all("base").find_map(|base| base.says("href")).map(|href| dom.resolved(href));
        dom.base = base.or(dom.base);
        dom
    }

    /// An address as a browser would follow it from here; left as it is where the page's own is not known.
    pub fn resolved(&self, reference: &str) -> String {
        let joined = self.base.as_deref().and_then(|base| address::joined(base, reference));
        joined.unwrap_or_else(|| reference.trim().to_owned())
    }

    pub fn url(&self) -> Option<&'a str> {
        self.snapshot.url.as_deref()
    }

    pub fn title(&self) -> &'a str {
        self.snapshot.title.trim()
    }

    pub fn lang(&self) -> Option<&'a str> {
        self.snapshot.lang.as_deref()
    }

    /// The visible words: a line for each block, cells of a row separated by tabs, no blank lines.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Every element in document order.
    pub fn elements<'d>(&'d self) -> impl Iterator<Item = El<'d>> {
        (0..self.links.len()).filter_map(|at| self.at(at))
    }

    /// Every element with this tag (lower case), in document order.
    pub fn all<'d>(&'d self, tag: &'d str) -> impl Iterator<Item = El<'d>> {
        self.elements().filter(move |el| el.tag() == tag)
    }

    pub fn by_id<'d>(&'d self, id: &str) -> Option<El<'d>> {
        self.elements().find(|el| el.attr("id") == Some(id))
    }

    /// The innermost element that shows the byte `offset` of [`Dom::text`].
    pub fn showing(&self, offset: usize) -> Option<El<'_>> {
        let after = self.words.partition_point(|(start, _)| *start <= offset);
        let (_, node) = self.words.get(after.checked_sub(1)?)?;
        self.at(self.links.get(*node)?.parent?)
    }

    /// Each text node's stretch of [`Dom::text`] with the element around it, in order.
    pub fn runs(&self) -> impl Iterator<Item = (usize, usize, El<'_>)> {
        self.words.iter().filter_map(|(start, node)| {
            let links = self.links.get(*node)?;
            Some((*start, links.text.1, self.at(links.parent?)?))
        })
    }

    /// The element at a place in the snapshot's list.
    pub fn at(&self, at: usize) -> Option<El<'_>> {
        matches!(self.snapshot.nodes.get(at)?, Node::Element(..)).then_some(El { dom: self, at })
    }
}

impl<'d> El<'d> {
    /// Its place in the snapshot's list: grows in document order.
    pub fn place(self) -> usize {
        self.at
    }

    /// In lower case.
    pub fn tag(self) -> &'d str {
        if let Node::Element(_, tag, _) = self.node() { tag } else { "" }
    }

    pub fn attr(self, name: &str) -> Option<&'d str> {
        self.attrs().find(|(there, _)| *there == name).map(|(_, value)| value)
    }

    /// An attribute's value without surrounding white space, where it is not blank.
    pub fn says(self, name: &str) -> Option<&'d str> {
        self.attr(name).and_then(crate::fact::present)
    }

    pub fn attrs(self) -> impl Iterator<Item = (&'d str, &'d str)> {
        let list: &[String] = if let Node::Element(_, _, list) = self.node() { list } else { &[] };
        list.chunks_exact(2).map(|pair| (pair[0].as_str(), pair[1].as_str()))
    }

    pub fn classes(self) -> impl Iterator<Item = &'d str> {
        self.attr("class").unwrap_or_default().split_ascii_whitespace()
    }

    pub fn has_class(self, class: &str) -> bool {
        self.classes().any(|there| there == class)
    }

    /// The stretch of [`Dom::text`] it shows.
    pub fn span(self) -> std::ops::Range<usize> {
        let (start, end) = self.dom.links[self.at].text;
        let whole = self.dom.text.get(start..end).unwrap_or_default();
        let start = start + whole.len() - whole.trim_start().len();
        start..start + whole.trim().len()
    }

    /// Its visible words, blocks separated by newlines and cells by tabs.
    pub fn text(self) -> &'d str {
        let (start, end) = self.dom.links[self.at].text;
        self.dom.text.get(start..end).unwrap_or_default().trim()
    }

    /// Its visible words on one line.
    pub fn words(self) -> String {
        self.text().split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text right inside it as it stands in the snapshot: what a script or a title holds.
    pub fn raw(self) -> String {
        let inside = self.dom.snapshot.nodes.get(self.at + 1..self.dom.links[self.at].end).unwrap_or_default();
        inside.iter().filter_map(|node| if let Node::Text(_, text) = node { Some(text.as_str()) } else { None }).collect()
    }

    pub fn parent(self) -> Option<El<'d>> {
        self.dom.at(self.dom.links[self.at].parent?)
    }

    /// From the parent up.
    pub fn ancestors(self) -> impl Iterator<Item = El<'d>> {
        std::iter::successors(self.parent(), |el| el.parent())
    }

    /// Itself, then its ancestors, up to the first with this tag.
    pub fn closest(self, tag: &str) -> Option<El<'d>> {
        std::iter::once(self).chain(self.ancestors()).find(|el| el.tag() == tag)
    }

    pub fn children(self) -> impl Iterator<Item = El<'d>> {
        let end = self.dom.links[self.at].end;
        let step = move |at: usize| (at < end).then_some(at);
        std::iter::successors(step(self.at + 1), move |at| step(self.dom.links[*at].end)).filter_map(|at| self.dom.at(at))
    }

    /// The only element right inside.
    pub fn lone_child(self) -> Option<El<'d>> {
        let mut children = self.children();
        children.next().filter(|_| children.next().is_none())
    }

    /// Every element inside, in document order.
    pub fn inside(self) -> impl Iterator<Item = El<'d>> {
        (self.at + 1..self.dom.links[self.at].end).filter_map(|at| self.dom.at(at))
    }

    /// Every element inside, but not inside those that `stop` holds for (these themselves are given).
    pub fn inside_until(self, stop: impl Fn(El<'d>) -> bool) -> impl Iterator<Item = El<'d>> {
        let end = self.dom.links[self.at].end;
        let mut at = self.at + 1;
        std::iter::from_fn(move || {
            while at < end {
                let here = self.dom.at(at);
                at = match here {
                    Some(el) if stop(el) => self.dom.links[at].end,
                    _ => at + 1,
                };
                if here.is_some() {
                    return here;
                }
            }
            None
        })
    }

    pub fn holds(self, other: El<'_>) -> bool {
        (self.at..self.dom.links[self.at].end).contains(&other.at)
    }

    /// The element before it under the same parent.
    pub fn before(self) -> Option<El<'d>> {
        self.dom.at(self.dom.links[self.at].before?)
    }

    /// The element after it under the same parent.
    pub fn after(self) -> Option<El<'d>> {
        let end = self.parent().map_or(self.dom.links.len(), |parent| self.dom.links[parent.at].end);
        (self.dom.links[self.at].end..end).find_map(|at| self.dom.at(at))
    }

    pub fn dom(self) -> &'d Dom<'d> {
        self.dom
    }

    fn node(self) -> &'d Node {
        &self.dom.snapshot.nodes[self.at]
    }
}

impl PartialEq for El<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl std::fmt::Debug for El<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{} at {}>", self.tag(), self.at)
    }
}

/// A snapshot may come from anywhere: a parent that does not enclose its child in document order counts as none.
fn linked(nodes: &[Node]) -> Vec<Links> {
    let mut links: Vec<Links> = Vec::with_capacity(nodes.len());
    let mut open: Vec<(usize, Option<usize>)> = Vec::new();
    let mut root_before = None;
    for (at, node) in nodes.iter().enumerate() {
        let claimed = node.parent();
        while open.last().is_some_and(|(above, _)| Some(*above) != claimed) {
            if let Some((above, _)) = open.pop() {
                links[above].end = at;
            }
        }
        let parent = open.last().map(|(above, _)| *above);
        let last = open.last_mut().map_or(&mut root_before, |(_, last)| last);
        let before = *last;
        let is_element = matches!(node, Node::Element(..));
        if is_element {
            *last = Some(at);
        }
        links.push(Links { parent, before, end: at + 1, text: (0, 0) });
        if is_element {
            open.push((at, None));
        }
    }
    for (above, _) in open {
        links[above].end = nodes.len();
    }
    links
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn element(parent: i32, tag: &str, attributes: &[&str]) -> Node {
        Node::Element(parent, tag.into(), attributes.iter().map(|a| (*a).to_owned()).collect())
    }

    fn text(parent: i32, words: &str) -> Node {
        Node::Text(parent, words.into())
    }

    fn page(nodes: Vec<Node>) -> Snapshot {
        Snapshot { nodes, ..Snapshot::default() }
    }

    #[test]
    fn walks_every_way() {
        let page = page(vec![
            element(-1, "body", &[]),
            element(0, "p", &["class", "lead big", "id", "a"]),
            text(1, "one"),
            element(1, "b", &[]),
            text(3, "two"),
            text(0, " "),
            element(0, "p", &[]),
            text(6, "three"),
        ]);
        let dom = Dom::new(&page);
        let body = dom.at(0).unwrap();
        assert_eq!(body.children().map(El::place).collect::<Vec<_>>(), [1, 6]);
        assert_eq!(body.inside().map(El::place).collect::<Vec<_>>(), [1, 3, 6]);
        assert_eq!(body.inside_until(|el| el.has_class("lead")).map(El::place).collect::<Vec<_>>(), [1, 6]);
        let first = dom.by_id("a").unwrap();
        assert!(first.has_class("big") && !first.has_class("bi"));
        assert_eq!((first.before(), first.after().map(El::place)), (None, Some(6)));
        assert_eq!(dom.at(6).unwrap().before(), Some(first));
        assert_eq!(dom.at(3).unwrap().closest("body"), Some(body));
        assert!(first.holds(dom.at(3).unwrap()) && !first.holds(dom.at(6).unwrap()));
        assert_eq!(first.text(), "onetwo");
        assert_eq!(body.text(), "onetwo\nthree");
        assert_eq!(dom.showing(4).map(El::place), Some(3));
        assert_eq!(&dom.text()[dom.at(6).unwrap().span()], "three");
    }

    #[test]
    fn a_tree_that_is_none_does_no_harm() {
        let page =
            page(vec![text(7, "a"), element(5, "p", &["odd"]), element(1, "b", &[]), element(3, "i", &[]), text(1, "c"), text(-9, "d")]);
        let dom = Dom::new(&page);
        assert_eq!(dom.elements().count(), 3);
        assert!(dom.at(3).unwrap().parent().is_none());
        assert_eq!(dom.at(1).unwrap().attrs().count(), 0);
        dom.elements().for_each(|el| assert!(el.inside().count() <= 3));
    }
}
