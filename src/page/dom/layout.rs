//! The visible text of a page: white space as a browser shows it, a line for each block.

use super::Links;
use crate::snapshot::Node;

/// The text, and where in it each text node's words begin. Fills in every node's stretch.
pub(super) fn lay_out(nodes: &[Node], links: &mut [Links]) -> (String, Vec<(usize, usize)>) {
    let mut page = Page::default();
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    while at < nodes.len() {
        while let Some((above, tag)) = open.last().filter(|(above, _)| links[*above].end <= at) {
            page.leave(tag);
            links[*above].text.1 = page.text.len();
            open.pop();
        }
        let start = page.text.len();
        match &nodes[at] {
            Node::Text(_, text) => {
                let first = page.write(text, open.iter().rev().take(4).any(|(_, tag)| *tag == "pre"));
                page.words.extend(first.map(|first| (first, at)));
                links[at].text = (start, page.text.len());
            }
            Node::Element(_, tag, _) => {
                links[at].text = (start, start);
                if SILENT.contains(&tag.as_str()) {
                    let end = links[at].end;
                    links[at..end].iter_mut().for_each(|inner| inner.text = (start, start));
                    at = end;
                    continue;
                }
                page.enter(tag);
                open.push((at, tag));
            }
        }
        at += 1;
    }
    for (above, _) in open {
        links[above].text.1 = page.text.len();
    }
    (page.text, page.words)
}

#[derive(Default)]
struct Page {
    text: String,
    words: Vec<(usize, usize)>,
    gap: Gap,
    /// Since the last word an inline element was left, and then another one entered.
    left: bool,
    entered: bool,
    /// What was left set its words apart from what follows ("<strong>Email</strong><span>ada@…").
    labelled: bool,
}

/// What separates the next word from the last one; the strongest wins.
#[derive(Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Cell,
    Line,
}

impl Page {
    fn enter(&mut self, tag: &str) {
        match tag {
            "td" | "th" => self.widen(Gap::Cell),
            "br" | "hr" => self.widen(Gap::Line),
            _ if is_block(tag) => self.widen(Gap::Line),
            _ => self.entered = self.left,
        }
    }

    fn leave(&mut self, tag: &str) {
        match tag {
            "td" | "th" => self.widen(Gap::Cell),
            _ if is_block(tag) => self.widen(Gap::Line),
            _ => {
                self.left = true;
                self.labelled |= matches!(tag, "strong" | "b" | "label");
            }
        }
    }

    fn widen(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// Where its first word begins, if it has any.
    fn write(&mut self, words: &str, keeps_lines: bool) -> Option<usize> {
        let mut first = None;
        for c in words.chars() {
            if c.is_whitespace() {
                self.widen(if keeps_lines && c == '\n' { Gap::Line } else { Gap::Space });
            } else if !is_invisible(c) {
                self.separate(c);
                first.get_or_insert(self.text.len());
                self.text.push(c);
            }
        }
        first
    }

    fn separate(&mut self, next: char) {
        let last = self.text.chars().next_back();
        // `<span>Ada Byron</span><span>Director</span>` is set apart by style sheets that a snapshot does not hold.
        let words = next.is_uppercase() && last.is_some_and(|last| last.is_lowercase() || last.is_ascii_digit());
        // Two telephone numbers in two links side by side, or a label and its number.
        let numbers = match last {
            Some(last) => last.is_ascii_digit() && next.is_alphanumeric() || last.is_alphabetic() && next.is_ascii_digit(),
            None => false,
        };
        let label = self.labelled && next.is_alphanumeric() && self.text.chars().rev().take(3).filter(|c| c.is_alphabetic()).count() == 3;
        // An address is whole where its element ends: "ada@engines.example" before a link to a "vCard".
        let address = || {
            let word = self.text.rsplit(char::is_whitespace).next().unwrap_or_default();
            next.is_alphanumeric()
                && last.is_some_and(char::is_alphanumeric)
                && word.split_once('@').is_some_and(|(_, host)| host.contains('.'))
        };
        if self.entered && (words || numbers || label || address()) {
            self.widen(Gap::Space);
        }
        (self.left, self.entered, self.labelled) = (false, false, false);
        let gap = std::mem::take(&mut self.gap);
        if last.is_some() {
            match gap {
                Gap::None => {}
                Gap::Space => self.text.push(' '),
                Gap::Cell => self.text.push('\t'),
                Gap::Line => self.text.push('\n'),
            }
        }
    }
}

/// Zero-width and bidirectional controls, soft hyphens: they would stand inside names and numbers.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}') || c.is_control()
}

/// Asked twice for every element: a `match` looks at the length first.
fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "button"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tr"
            | "ul"
    )
}

/// Their text is data, or a choice the page does not show.
const SILENT: [&str; 6] = ["head", "title", "script", "select", "option", "textarea"];

#[cfg(all(test, feature = "native"))]
mod tests {
    use crate::page::{dom::Dom, html::snapshot};

    fn text(html: &str) -> String {
        Dom::new(&snapshot(html.as_bytes(), None)).text().to_owned()
    }

    #[test]
    fn white_space_is_as_shown() {
        assert_eq!(text("<title>t</title><p> a\n <b>b </b> c&nbsp;d<p>e<br>f"), "a b c d\ne\nf");
        assert_eq!(text("<table><tr><td>Tel<td> 1 <tr><th>Fax</th>\n<td><p>2</p></table>"), "Tel\t1\nFax\n2");
        assert_eq!(text("<pre>a  b\nc</pre><ul><li>d<li>e</ul>"), "a b\nc\nd\ne");
        assert_eq!(text("<p>Lu\u{200b}dwig \u{202e}van\u{ad}"), "Ludwig van");
        assert_eq!(text("<select><option>Austria</select>a"), "a");
    }

    #[test]
    fn inline_neighbours_are_set_apart_where_words_would_run_together() {
        assert_eq!(text("<span>Ada Byron</span><span>Director</span>"), "Ada Byron Director");
        assert_eq!(text("Mc<b>Donald</b>s"), "McDonalds");
        assert_eq!(text("<b>a</b><i>b</i>"), "ab");
    }
}
