//! The tree html5ever builds: a list of nodes linked by their places in it.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    rc::Rc,
};

use html5ever::{
    Attribute, QualName,
    interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink},
    local_name, ns,
    tendril::StrTendril,
};

use super::keep::is_left_out;
use crate::snapshot::{NODES_MOST, TEXT_MOST};

pub(super) struct Tree {
    nodes: RefCell<Vec<Link>>,
    /// For handles of what is no element.
    nameless: Rc<QualName>,
    /// The element appended last, or what its end tags have closed it to: an estimate of where the builder stands.
    last: Cell<Option<u32>>,
    /// Visible text and nodes so far.
    text: Cell<usize>,
    visible: Cell<usize>,
}

#[derive(Default)]
pub(super) struct Link {
    parent: Option<u32>,
    first: Option<u32>,
    last: Option<u32>,
    before: Option<u32>,
    after: Option<u32>,
    depth: u32,
    left_out: bool,
    pub(super) what: What,
}

#[derive(Default)]
pub(super) enum What {
    Element(Rc<QualName>, Vec<Attribute>),
    Text(StrTendril),
    /// The document, comments, template contents.
    #[default]
    Other,
}

/// A place in the list; elements carry their name, which the builder asks for all the time.
#[derive(Clone)]
pub(super) struct Handle {
    at: u32,
    name: Rc<QualName>,
}

impl Tree {
    pub(super) fn new() -> Self {
        let nameless = Rc::new(QualName::new(None, ns!(), local_name!("")));
        Self { nodes: RefCell::new(vec![Link::default()]), nameless, last: Cell::new(None), text: Cell::new(0), visible: Cell::new(0) }
    }

    /// More than the caps let through: no use to parse on.
    pub(super) fn is_full(&self) -> bool {
        self.text.get() > TEXT_MOST || self.visible.get() > NODES_MOST || self.nodes.borrow().len() > 50 * NODES_MOST
    }

    pub(super) fn open_depth(&self) -> u32 {
        let nodes = self.nodes.borrow();
        self.last.get().and_then(|at| nodes.get(at as usize)).map_or(0, |link| link.depth)
    }

    /// An end tag: where it names an element that stands open, that and all within it are closed.
    pub(super) fn close(&self, name: &str) {
        let nodes = self.nodes.borrow();
        let mut at = self.last.get();
        while let Some(link) = at.and_then(|at| nodes.get(at as usize)) {
            if matches!(&link.what, What::Element(open, _) if &*open.local == name) {
                self.last.set(link.parent);
                return;
            }
            at = link.parent;
        }
    }

    /// Every node in document order, with its depth below the document. `enter` tells whether to go into it.
    pub(super) fn walk(&self, mut enter: impl FnMut(u32, &Link) -> bool) {
        let nodes = self.nodes.borrow();
        let get = |at: Option<u32>| at.and_then(|at| Some((at, nodes.get(at as usize)?)));
        let mut next = get(Some(0));
        let mut depth = 0;
        while let Some((_, link)) = next {
            let inner = if enter(depth, link) { get(link.first) } else { None };
            if inner.is_some() {
                depth += 1;
                next = inner;
                continue;
            }
            let mut here = Some(link);
            next = None;
            while let Some(link) = here {
                next = get(link.after);
                if next.is_some() {
                    break;
                }
                here = get(link.parent).map(|(_, link)| link);
                depth = depth.saturating_sub(1);
            }
        }
    }

    fn add(&self, what: What) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Link { what, ..Link::default() });
        (nodes.len() - 1) as u32
    }

    fn detach(&self, at: u32) {
        let mut nodes = self.nodes.borrow_mut();
        let link = &mut nodes[at as usize];
        let (parent, before, after) = (link.parent.take(), link.before.take(), link.after.take());
        match before {
            Some(before) => nodes[before as usize].after = after,
            None => parent.into_iter().for_each(|parent| nodes[parent as usize].first = after),
        }
        match after {
            Some(after) => nodes[after as usize].before = before,
            None => parent.into_iter().for_each(|parent| nodes[parent as usize].last = before),
        }
    }

    /// Under `parent`, before `sibling` or as the last child.
    fn insert(&self, parent: u32, sibling: Option<u32>, child: NodeOrText<Handle>) {
        let at = match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node.at);
                node.at
            }
            NodeOrText::AppendText(text) => {
                let left_out = self.nodes.borrow()[parent as usize].left_out;
                if !left_out {
                    self.text.set(self.text.get() + text.len());
                }
                if self.joined(parent, sibling, &text) {
                    return;
                }
                self.add(What::Text(text))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        let before = match sibling {
            Some(sibling) => nodes[sibling as usize].before.replace(at),
            None => nodes[parent as usize].last.replace(at),
        };
        match before {
            Some(before) => nodes[before as usize].after = Some(at),
            None => nodes[parent as usize].first = Some(at),
        }
        let (depth, left_out) = (nodes[parent as usize].depth + 1, nodes[parent as usize].left_out);
        let link = &mut nodes[at as usize];
        (link.parent, link.before, link.after, link.depth) = (Some(parent), before, sibling, depth);
        link.left_out = left_out || matches!(&link.what, What::Element(name, attributes) if is_left_out(name, attributes));
        if !link.left_out {
            self.visible.set(self.visible.get() + 1);
        }
        if matches!(link.what, What::Element(..)) {
            self.last.set(Some(at));
        }
    }

    /// Adjacent texts become one.
    fn joined(&self, parent: u32, sibling: Option<u32>, text: &StrTendril) -> bool {
        let mut nodes = self.nodes.borrow_mut();
        let before = match sibling {
            Some(sibling) => nodes[sibling as usize].before,
            None => nodes[parent as usize].last,
        };
        match before.map(|before| &mut nodes[before as usize].what) {
            Some(What::Text(there)) => {
                there.push_tendril(text);
                true
            }
            _ => false,
        }
    }
}

impl TreeSink for Tree {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { at: 0, name: Rc::clone(&self.nameless) }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let name = Rc::new(name);
        Handle { at: self.add(What::Element(Rc::clone(&name), attributes)), name }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle { at: self.add(What::Other), name: Rc::clone(&self.nameless) }
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        Handle { at: self.add(What::Other), name: Rc::clone(&self.nameless) }
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.at, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        if self.nodes.borrow()[element.at as usize].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds is never shown, so it hangs nowhere.
    fn get_template_contents(&self, _: &Handle) -> Handle {
        let at = self.add(What::Other);
        self.nodes.borrow_mut()[at as usize].left_out = true;
        Handle { at, name: Rc::clone(&self.nameless) }
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.at == y.at
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.nodes.borrow()[sibling.at as usize].parent;
        if let Some(parent) = parent {
            self.insert(parent, Some(sibling.at), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, new: Vec<Attribute>) {
        if let What::Element(_, attributes) = &mut self.nodes.borrow_mut()[target.at as usize].what {
            let missing: Vec<_> = new.into_iter().filter(|a| !attributes.iter().any(|b| a.name == b.name)).collect();
            attributes.extend(missing);
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.at);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        loop {
            let first = self.nodes.borrow()[node.at as usize].first;
            let Some(at) = first else { return };
            self.detach(at);
            self.insert(parent.at, None, NodeOrText::AppendNode(Handle { at, name: Rc::clone(&self.nameless) }));
        }
    }
}
