//! Keeps the open depth at 512: html5ever's tree builder is quadratic in it (100,000 nested elements took 39 s).

use std::cell::Cell;

use html5ever::{
    tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult},
    tree_builder::TreeBuilder,
};

use super::tree::{Handle, Tree};

/// As many elements may stand open at once; browsers cut there too.
const DEEPEST: u32 = 512;

/// Between the tokenizer and the tree builder: too deep, start tags are dropped, and as many end tags.
pub(super) struct Shallow {
    builder: TreeBuilder<Handle, Tree>,
    dropped: Cell<usize>,
}

impl Shallow {
    pub(super) fn new(builder: TreeBuilder<Handle, Tree>) -> Self {
        Self { builder, dropped: Cell::new(0) }
    }

    pub(super) fn tree(&self) -> &Tree {
        &self.builder.sink
    }

    pub(super) fn into_tree(self) -> Tree {
        self.builder.sink
    }

    fn passes(&self, tag: &Tag) -> bool {
        let name: &str = &tag.name;
        // These never nest, and some of them change how the tokenizer reads on.
        if VOID.contains(&name) || RAW.contains(&name) {
            return true;
        }
        match tag.kind {
            TagKind::StartTag => {
                let passes = self.tree().open_depth() < DEEPEST;
                if !passes {
                    self.dropped.set(self.dropped.get() + 1);
                }
                passes
            }
            TagKind::EndTag if self.dropped.get() > 0 => {
                self.dropped.set(self.dropped.get() - 1);
                false
            }
            TagKind::EndTag => {
                self.tree().close(name);
                true
            }
        }
    }
}

impl TokenSink for Shallow {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        if let Token::TagToken(tag) = &token
            && !self.passes(tag)
        {
            return TokenSinkResult::Continue;
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

const VOID: [&str; 14] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

const RAW: [&str; 9] = ["iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"];
