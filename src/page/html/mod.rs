//! HTML bytes to a snapshot, for saved pages. The browser has parsed its page already, so only native builds hold this.

mod decode;
mod depth;
mod keep;
mod tree;

use html5ever::{
    TokenizerResult,
    buffer_queue::BufferQueue,
    tendril::StrTendril,
    tokenizer::{Tokenizer, TokenizerOpts},
    tree_builder::{TreeBuilder, TreeBuilderOpts},
};

use self::{depth::Shallow, tree::Tree};
use crate::snapshot::Snapshot;

/// The page as the extension sees it in the browser, but for what its scripts would write; `noscript` is left out, as it is there. Never fails: bytes that are no HTML give a snapshot with their words.
pub fn snapshot(html: &[u8], url: Option<&str>) -> Snapshot {
    let text = decode::decode(html);
    keep::keep(&parse(&text), url)
}

/// Fed in pieces, so that a page beyond the caps is not parsed to its end.
fn parse(text: &str) -> Tree {
    let options = TreeBuilderOpts { scripting_enabled: false, drop_doctype: true, ..TreeBuilderOpts::default() };
    let tokenizer = Tokenizer::new(Shallow::new(TreeBuilder::new(Tree::new(), options)), TokenizerOpts::default());
    let input = BufferQueue::default();
    let mut rest = text;
    while !rest.is_empty() && !tokenizer.sink.tree().is_full() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE).max(1));
        rest = after;
        input.push_back(StrTendril::from(piece));
        // A script would have to run here; ours never do, so go on at once.
        while let TokenizerResult::Script(_) | TokenizerResult::EncodingIndicator(_) = tokenizer.feed(&input) {}
    }
    if rest.is_empty() {
        tokenizer.end();
    }
    tokenizer.sink.into_tree()
}

/// Bytes fed at once.
const PIECE: usize = 32 * 1024;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::Node;

    fn words(html: &str) -> String {
        let nodes = snapshot(html.as_bytes(), None).nodes;
        nodes.iter().filter_map(|node| if let Node::Text(_, text) = node { Some(text.as_str()) } else { None }).collect()
    }

    #[test]
    fn what_is_hidden_by_attribute_is_left_out() {
        assert_eq!(words("<p>a<b hidden>b</b><i style='color:red; DISPLAY : none'>c</i><u style='visibility:hidden'>d</u>"), "a");
        assert_eq!(words("<p>a<noscript>b</noscript><template>c</template><script>d</script><svg><text>e</text></svg>"), "a");
        assert_eq!(words("<p aria-hidden=true>a</p>"), "a");
    }

    #[test]
    fn of_a_head_the_telling_parts_stay() {
        let page = snapshot(
            b"<html lang=de><head><title> A \n b </title><meta name=author content=Ada><base href=x><script>1</script>\
              <script type='Application/LD+JSON'>{\"a\":  1}</script><style>p{}</style></head><body>x",
            Some("https://example.org/"),
        );
        assert_eq!(page.title, "A b");
        assert_eq!(page.lang.as_deref(), Some("de"));
        assert_eq!(page.url.as_deref(), Some("https://example.org/"));
        let tags: Vec<_> =
            page.nodes.iter().filter_map(|n| if let Node::Element(_, tag, _) = n { Some(tag.as_str()) } else { None }).collect();
        assert_eq!(tags, ["html", "head", "title", "meta", "base", "script", "body"]);
        assert!(page.nodes.contains(&Node::Text(6, "{\"a\":  1}".into())), "{:?}", page.nodes);
    }

    #[test]
    fn depth_is_cut_and_what_follows_is_read() {
        let deep = format!("{}in{}<p>after", "<div>".repeat(100_000), "</div>".repeat(100_000));
        assert_eq!(words(&deep), "inafter");
        // Unmatched ends must not let the depth grow again.
        let sly = format!("<body>{}", "</p><div><b>".repeat(50_000));
        assert!(snapshot(sly.as_bytes(), None).nodes.len() <= crate::snapshot::NODES_MOST);
        assert_eq!(words(&"<b id=a><p>x".repeat(3_000)).matches('x').count(), 3_000);
    }

    #[test]
    fn a_long_page_is_read_in_part() {
        let long = format!("<title>t</title>{}", "<p>some words here</p>".repeat(100_000));
        let page = snapshot(long.as_bytes(), None);
        assert_eq!(page.notes, [crate::snapshot::IN_PART_NODES]);
        assert!(page.nodes.len() <= crate::snapshot::NODES_MOST);
        let page = snapshot("word ".repeat(100_000).as_bytes(), None);
        assert_eq!(page.notes, [crate::snapshot::IN_PART_TEXT]);
    }

    #[test]
    fn no_bytes_are_too_broken() {
        for bytes in
            [&b""[..], b"\xff\xfe", b"\x00\x00", b"<", b"<table><tr><table><a><a></table><p>", b"<svg><p><math><table>", b"\xef\xbb\xbf<"]
        {
            snapshot(bytes, None);
        }
    }
}
