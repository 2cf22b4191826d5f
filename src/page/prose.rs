//! The page's visible words as one string, a line a block, with what stands around each line: links, table cells, the part of the page.
//!
//! Readers of running text (telephones, places, e-mail, hooks) work on this; every offset is a byte offset into [`Prose::text`].

use std::{collections::HashMap, ops::Range};

use crate::snapshot::{Node, Snapshot};

/// The most text that is scanned; the rest of a longer page is not read.
const TEXT_CAP: usize = 1 << 21;

#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// Lines joined by `\n`; white space inside a line is one space.
    pub text: String,
    /// In the order of the text.
    pub lines: Vec<Line>,
    /// Links that stand in the text, in order; an icon's link is an empty span.
    pub links: Vec<Link>,
    /// Where the text of each text node starts, and its place in the snapshot.
    starts: Vec<(usize, usize)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub span: Range<usize>,
    pub part: Part,
    /// 1 to 6 for a heading, else 0.
    pub heading: u8,
    pub cell: Option<Cell>,
    /// `datetime` of a `<time>` in this line, as written.
    pub datetime: Option<String>,
    /// The innermost sectioning element (article, section, li, tr, …) as a place in the snapshot: lines that share it belong together.
    pub group: usize,
}

/// A table cell: what stands above it in row 0 or beside it in column 0 may be its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cell {
    /// The table's place in the snapshot.
    pub table: usize,
    pub row: u32,
    pub column: u32,
}

/// Which part of the page a line stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Part {
    #[default]
    Body,
    Navigation,
    Footer,
    Aside,
    /// Advertisements, cookie and consent banners, dialogs.
    Banner,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub href: String,
    pub span: Range<usize>,
    /// The link's place in the snapshot.
    pub node: usize,
}

impl Prose {
    /// Plain text, a line a line.
    pub fn plain(text: &str) -> Self {
        let mut prose = Self::default();
        for line in text.lines() {
            prose.open_line(Around::default());
            prose.push_words(line);
        }
        prose.close_line();
        prose
    }

    pub fn of(snapshot: &Snapshot) -> Self {
        write(snapshot)
    }

    /// The words of a line.
    pub fn words(&self, line: &Line) -> &str {
        self.text.get(line.span.clone()).unwrap_or_default()
    }

    /// Which line an offset falls in.
    pub fn line_at(&self, offset: usize) -> Option<usize> {
        self.lines.partition_point(|line| line.span.start <= offset).checked_sub(1)
    }

    /// Which text node of the snapshot an offset falls in.
    pub fn node_at(&self, offset: usize) -> Option<usize> {
        let at = self.starts.partition_point(|(start, _)| *start <= offset).checked_sub(1)?;
        self.starts.get(at).map(|(_, node)| *node)
    }

    fn open_line(&mut self, around: Around) {
        self.close_line();
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let at = self.text.len();
        self.lines.push(Line {
            span: at..at,
            part: around.part,
            heading: around.heading,
            cell: around.cell,
            datetime: None,
            group: around.group,
        });
    }

    /// Ends the last line; an empty one goes.
    fn close_line(&mut self) {
        let Some(line) = self.lines.last_mut() else { return };
        let end = self.text.trim_end_matches(' ').len().max(line.span.start);
        self.text.truncate(end);
        line.span.end = end;
        let start = line.span.start;
        if start == end && self.links.last().is_none_or(|link| link.span.start < start) {
            self.lines.pop();
            if self.text.ends_with('\n') {
                self.text.pop();
            }
        }
    }

    fn push_words(&mut self, words: &str) {
        for c in words.chars() {
            let blank = c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{2060}');
            if !blank {
                self.text.push(c);
            } else if c.is_whitespace() && !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }
}

/// What an element hands down to everything inside it.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    part: Part,
    heading: u8,
    cell: Option<Cell>,
    block: usize,
    group: usize,
    link: Option<usize>,
    time: Option<usize>,
    skipped: bool,
    /// An element whose words stand apart from their neighbours even without white space.
    apart: usize,
    protected: Option<usize>,
}

fn write(snapshot: &Snapshot) -> Prose {
    let mut prose = Prose::default();
    let mut around: Vec<Around> = Vec::with_capacity(snapshot.nodes.len());
    let mut tables: HashMap<usize, (u32, u32)> = HashMap::new();
    let mut last: Option<Around> = None;
    let mut broken = true;
    for (at, node) in snapshot.nodes.iter().enumerate() {
        let outer = node.parent().and_then(|parent| around.get(parent)).copied().unwrap_or_default();
        match node {
            Node::Element(_, tag, attributes) => {
                let inner = enter(outer, at, tag, attributes, &mut tables);
                broken |= matches!(tag.as_str(), "br" | "hr") || inner.block != outer.block;
                if inner.protected == Some(at)
                    && !inner.skipped
                    && let Some(address) = attribute(attributes, "data-cfemail").and_then(super::email::unprotect)
                {
                    put(&mut prose, &inner, &mut last, &mut broken, &address, at);
                }
                if tag == "a"
                    && !inner.skipped
                    && let Some(href) = attribute(attributes, "href")
                {
                    let line_waits = broken || last.is_none_or(|last| last.block != inner.block);
                    if line_waits {
                        prose.open_line(inner);
                        broken = false;
                        last = Some(Around { link: None, ..inner });
                    }
                    let here = prose.text.len();
                    prose.links.push(Link { href: href.to_owned(), span: here..here, node: at });
                }
                around.push(inner);
            }
            Node::Text(_, words) => {
                around.push(outer);
                if outer.skipped || outer.protected.is_some() || prose.text.len() + words.len() > TEXT_CAP {
                    continue;
                }
                if let Some(datetime) = outer.time.and_then(|time| match snapshot.nodes.get(time) {
                    Some(Node::Element(_, _, attributes)) => attribute(attributes, "datetime"),
                    _ => None,
                }) {
                    put(&mut prose, &outer, &mut last, &mut broken, words, at);
                    if let Some(line) = prose.lines.last_mut() {
                        line.datetime.get_or_insert_with(|| datetime.chars().take(40).collect());
                    }
                    continue;
                }
                put(&mut prose, &outer, &mut last, &mut broken, words, at);
            }
        }
    }
    prose.close_line();
    for link in &mut prose.links {
        trim(&prose.text, &mut link.span);
    }
    prose
}

/// Appends one text node's words, on a new line where the block has changed.
fn put(prose: &mut Prose, around: &Around, last: &mut Option<Around>, broken: &mut bool, words: &str, at: usize) {
    if words.trim().is_empty() {
        if !*broken {
            prose.push_words(" ");
        }
        return;
    }
    let before = *last;
    if *broken || before.is_none_or(|before| before.block != around.block) {
        prose.open_line(*around);
    } else if before.is_some_and(|before| before.apart != around.apart || joins_digits(&prose.text, words))
        && prose.text.ends_with(|c: char| c.is_alphanumeric())
        && words.starts_with(|c: char| c.is_alphanumeric())
    {
        prose.text.push(' ');
    }
    *broken = false;
    *last = Some(*around);
    prose.starts.push((prose.text.len(), at));
    let start = prose.text.len();
    prose.push_words(words);
    if let Some(place) = around.link
        && let Ok(found) = prose.links.binary_search_by_key(&place, |link| link.node)
        && let Some(link) = prose.links.get_mut(found)
    {
        if link.span.is_empty() {
            link.span.start = start;
        }
        link.span.end = prose.text.len();
    }
}

/// "Fax" and "555" in neighbouring elements are two words; "H" and "ello" are one.
fn joins_digits(text: &str, words: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit()) || words.starts_with(|c: char| c.is_ascii_digit())
}

fn enter(outer: Around, at: usize, tag: &str, attributes: &[String], tables: &mut HashMap<usize, (u32, u32)>) -> Around {
    let mut inner = outer;
    if !inline(tag) {
        inner.block = at + 1;
        inner.apart = at + 1;
    }
    match tag {
        "script" | "style" | "noscript" | "template" | "head" | "title" | "svg" | "iframe" | "object" | "canvas" | "option" | "select" => {
            inner.skipped = true;
        }
        "nav" | "menu" => inner.part = Part::Navigation,
        "footer" => inner.part = worse(inner.part, Part::Footer),
        "aside" => inner.part = worse(inner.part, Part::Aside),
        "dialog" => inner.part = Part::Banner,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => inner.heading = tag.as_bytes().get(1).map_or(0, |digit| digit.saturating_sub(b'0')),
        "a" | "button" | "label" => inner.apart = at + 1,
        "time" => inner.time = Some(at),
        "table" => {
            tables.insert(at, (0, 0));
            inner.cell = Some(Cell { table: at, row: 0, column: 0 });
        }
        "tr" => {
            if let Some(cell) = &mut inner.cell
                && let Some(place) = tables.get_mut(&cell.table)
            {
                *place = (place.0.saturating_add(1), 0);
                cell.row = place.0 - 1;
            }
        }
        "td" | "th" => {
            if let Some(cell) = &mut inner.cell
                && let Some(place) = tables.get_mut(&cell.table)
            {
                cell.column = place.1;
                let spanned = attribute(attributes, "colspan").and_then(|n| n.parse().ok()).unwrap_or(1u32).clamp(1, 50);
                place.1 = place.1.saturating_add(spanned);
            }
        }
        _ => {}
    }
    if matches!(tag, "article" | "section" | "li" | "tr" | "table" | "address" | "dl" | "div" | "main" | "td" | "body" | "fieldset") {
        inner.group = at;
    }
    if tag == "a" {
        inner.link = Some(at);
    }
    for pair in attributes.chunks_exact(2) {
        let [name, value] = pair else { continue };
        match name.as_str() {
            "role" => match value.as_str() {
                "navigation" | "menu" | "menubar" => inner.part = Part::Navigation,
                "contentinfo" => inner.part = worse(inner.part, Part::Footer),
                "complementary" => inner.part = worse(inner.part, Part::Aside),
                "dialog" | "alertdialog" => inner.part = Part::Banner,
                _ => {}
            },
            "class" | "id" if !matches!(tag, "html" | "body") && names_a_banner(value) => inner.part = Part::Banner,
            "data-cfemail" => inner.protected = Some(at),
            "hidden" => inner.skipped = true,
            _ => {}
        }
    }
    inner
}

/// An advertisement or a menu stays one inside a footer.
fn worse(now: Part, then: Part) -> Part {
    if matches!(now, Part::Banner | Part::Navigation) { now } else { then }
}

fn names_a_banner(value: &str) -> bool {
    value.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| {
        ["ad", "ads", "advert", "advertisement", "adsbygoogle", "sponsored", "cookie", "cookies", "consent", "gdpr", "onetrust", "didomi"]
            .iter()
            .any(|name| word.eq_ignore_ascii_case(name))
    })
}

fn inline(tag: &str) -> bool {
    matches!(
        tag,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "br"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "nobr"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "button"
            | "link"
            | "meta"
            | "input"
            | "svg"
            | "script"
            | "style"
    )
}

fn attribute<'a>(attributes: &'a [String], name: &str) -> Option<&'a str> {
    attributes.chunks_exact(2).find(|pair| pair.first().is_some_and(|n| n == name)).and_then(|pair| pair.get(1)).map(String::as_str)
}

fn trim(text: &str, span: &mut Range<usize>) {
    span.end = span.end.min(text.len());
    span.start = span.start.min(span.end);
    if let Some(words) = text.get(span.clone()) {
        span.start += words.len() - words.trim_start().len();
        span.end = span.start + words.trim().len();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn element(parent: i32, tag: &str, attributes: &[&str]) -> Node {
        Node::Element(parent, tag.into(), attributes.iter().map(|a| a.to_string()).collect())
    }

    fn text(parent: i32, words: &str) -> Node {
        Node::Text(parent, words.into())
    }

    #[test]
    fn blocks_are_lines_and_inline_elements_are_not() {
        let snapshot = Snapshot {
            nodes: vec![
                element(-1, "body", &[]),
                element(0, "p", &[]),
                element(1, "b", &[]),
                text(2, "Fax"),
                element(1, "span", &[]),
                text(4, "555-0100"),
                element(0, "p", &[]),
                text(6, "  one\n two "),
                element(6, "br", &[]),
                text(6, "three"),
            ],
            ..Snapshot::default()
        };
        let prose = Prose::of(&snapshot);
        assert_eq!(prose.text, "Fax 555-0100\none two\nthree");
        assert_eq!(prose.node_at(4), Some(5));
        assert_eq!(prose.line_at(14), Some(1));
    }

    #[test]
    fn links_know_their_words_and_cells_their_column() {
        let snapshot = Snapshot {
            nodes: vec![
                element(-1, "table", &[]),
                element(0, "tr", &[]),
                element(1, "th", &[]),
                text(2, "Phone"),
                element(1, "th", &[]),
                text(4, "Fax"),
                element(0, "tr", &[]),
                element(6, "td", &["colspan", "1"]),
                element(7, "a", &["href", "tel:+13125550100"]),
                text(8, " 312 "),
                element(6, "td", &[]),
                text(10, "313"),
            ],
            ..Snapshot::default()
        };
        let prose = Prose::of(&snapshot);
        assert_eq!(prose.links.len(), 1);
        assert_eq!(prose.text.get(prose.links[0].span.clone()), Some("312"));
        assert_eq!(prose.lines.last().unwrap().cell, Some(Cell { table: 0, row: 1, column: 1 }));
    }

    #[test]
    fn banners_are_told_from_the_body() {
        let snapshot = Snapshot {
            nodes: vec![element(-1, "div", &["class", "cookie-bar"]), text(0, "We use cookies"), text(-1, "Body")],
            ..Snapshot::default()
        };
        let prose = Prose::of(&snapshot);
        assert_eq!(prose.lines.iter().map(|line| line.part).collect::<Vec<_>>(), [Part::Banner, Part::Body]);
    }
}
