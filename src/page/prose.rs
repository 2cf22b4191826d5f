//! The page's visible words line by line, with what stands around each line: links, icons, table cells, the part of the page.
//!
//! Readers of running text (telephones, places, e-mail, hooks) work on this; offsets are byte offsets into [`Dom::text`].

use std::{collections::HashMap, ops::Range};

use super::dom::{Dom, El};

#[derive(Debug, Clone, Default)]
pub struct Prose<'a> {
    pub text: &'a str,
    /// In the order of the text; a table cell is a line of its own.
    pub lines: Vec<Line>,
    /// Links in order; an icon's link is an empty span.
    pub links: Vec<Link<'a>>,
    /// What pictures and icons say where they stand (alternative text, title, class), in order.
    pub icons: Vec<(usize, &'a str)>,
    /// What `<time>` elements say in their attribute, and where they begin, in order.
    pub times: Vec<(usize, &'a str)>,
    /// Addresses that a mail shield has scrambled, and the words shown in their place.
    pub shielded: Vec<(Range<usize>, &'a str)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub span: Range<usize>,
    pub part: Part,
    /// 1 to 6 for a heading, else 0.
    pub heading: u8,
    pub cell: Option<Cell>,
    /// The innermost sectioning element (article, section, li, tr, div, …) as a place in the snapshot: lines that share it belong together.
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
pub struct Link<'a> {
    pub href: &'a str,
    pub span: Range<usize>,
    /// The link's place in the snapshot.
    pub node: usize,
}

impl<'a> Prose<'a> {
    /// Plain text, a line a line.
    pub fn plain(text: &'a str) -> Self {
        let lines = spans(text).map(|span| Line { span, part: Part::Body, heading: 0, cell: None, group: 0 });
        Self { text, lines: lines.collect(), ..Self::default() }
    }

    pub fn of(dom: &'a Dom<'a>) -> Self {
        write(dom)
    }

    /// The words of a line.
    pub fn words(&self, line: &Line) -> &'a str {
        self.text.get(line.span.clone()).unwrap_or_default()
    }

    /// Which line an offset falls in.
    pub fn line_at(&self, offset: usize) -> Option<usize> {
        self.lines.partition_point(|line| line.span.start <= offset).checked_sub(1)
    }
}

/// What an element hands down to everything inside it.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    part: Part,
    heading: u8,
    cell: Option<Cell>,
    group: usize,
}

fn write<'a>(dom: &'a Dom<'a>) -> Prose<'a> {
    let text = dom.text();
    let mut prose = Prose { text, ..Prose::default() };
    let mut around: HashMap<usize, Around> = HashMap::new();
    let mut tables: HashMap<usize, (u32, u32)> = HashMap::new();
    for el in dom.elements() {
        let outer = el.parent().and_then(|parent| around.get(&parent.place())).copied().unwrap_or_default();
        around.insert(el.place(), enter(outer, el, &mut tables));
        let span = el.span();
        if el.tag() == "a"
            && let Some(href) = el.says("href")
        {
            prose.links.push(Link { href, span: span.clone(), node: el.place() });
        }
        if let Some(when) = el.says("datetime") {
            prose.times.push((span.start, when));
        }
        if let Some(hex) = el.says("data-cfemail") {
            prose.shielded.push((span.clone(), hex));
        }
        if span.is_empty() && matches!(el.tag(), "i" | "span" | "img" | "em" | "b" | "a" | "input" | "div") {
            for name in ["alt", "aria-label", "title", "class"] {
                prose.icons.extend(el.says(name).map(|says| (span.start, says)));
            }
        }
    }
    prose.lines = spans(text)
        .map(|span| {
            let around = dom.showing(span.start).and_then(|el| around.get(&el.place())).copied().unwrap_or_default();
            Line { span, part: around.part, heading: around.heading, cell: around.cell, group: around.group }
        })
        .collect();
    prose
}

fn spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    text.split(['\n', '\t']).filter_map(move |line| {
        let start = at + line.len() - line.trim_start().len();
        let words = line.trim();
        at += line.len() + 1;
        (!words.is_empty()).then_some(start..start + words.len())
    })
}

fn enter(outer: Around, el: El<'_>, tables: &mut HashMap<usize, (u32, u32)>) -> Around {
    let mut inner = outer;
    let at = el.place();
    let tag = el.tag();
    match tag {
        "nav" | "menu" => inner.part = Part::Navigation,
        "footer" => inner.part = worse(inner.part, Part::Footer),
        "aside" => inner.part = worse(inner.part, Part::Aside),
        "dialog" => inner.part = Part::Banner,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => inner.heading = tag.as_bytes().get(1).map_or(0, |digit| digit.saturating_sub(b'0')),
        "table" => {
            tables.insert(at, (0, 0));
            inner.cell = Some(Cell { table: at, row: 0, column: 0 });
        }
        "tr" => {
            if let Some(cell) = &mut inner.cell
                && let Some(place) = tables.get_mut(&cell.table)
            {
                *place = (place.0.saturating_add(1), 0);
                cell.row = place.0.saturating_sub(1);
            }
        }
        "td" | "th" => {
            if let Some(cell) = &mut inner.cell
                && let Some(place) = tables.get_mut(&cell.table)
            {
                cell.column = place.1;
                let spanned = el.says("colspan").and_then(|n| n.parse().ok()).unwrap_or(1u32).clamp(1, 50);
                place.1 = place.1.saturating_add(spanned);
            }
        }
        _ => {}
    }
    if matches!(tag, "article" | "section" | "li" | "tr" | "table" | "address" | "dl" | "div" | "main" | "td" | "body" | "fieldset") {
        inner.group = at;
    }
    match el.says("role") {
        Some("navigation" | "menu" | "menubar") => inner.part = Part::Navigation,
        Some("contentinfo") => inner.part = worse(inner.part, Part::Footer),
        Some("complementary") => inner.part = worse(inner.part, Part::Aside),
        Some("dialog" | "alertdialog") => inner.part = Part::Banner,
        _ => {}
    }
    if !matches!(tag, "html" | "body") && ["class", "id"].iter().filter_map(|name| el.says(name)).any(names_a_banner) {
        inner.part = Part::Banner;
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

#[cfg(all(test, feature = "native"))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::page::html::snapshot;

    #[test]
    fn lines_know_their_cell_and_links_their_words() {
        let page = snapshot(b"<table><tr><th>Phone<th>Fax<tr><td><a href='tel:+13125550100'> 312 </a><td>313</table>", None);
        let dom = Dom::new(&page);
        let prose = Prose::of(&dom);
        assert_eq!(prose.text.get(prose.links[0].span.clone()), Some("312"));
        let cells: Vec<_> = prose.lines.iter().filter_map(|line| line.cell).map(|cell| (cell.row, cell.column)).collect();
        assert_eq!(cells, [(0, 0), (0, 1), (1, 0), (1, 1)]);
        assert_eq!(prose.line_at(prose.text.find("313").unwrap()), Some(3));
    }

    #[test]
    fn banners_and_menus_are_told_from_the_body() {
        let page = snapshot(b"<div class='cookie-bar'>We use cookies</div><nav>Home</nav><p>Body", None);
        let dom = Dom::new(&page);
        assert_eq!(Prose::of(&dom).lines.iter().map(|line| line.part).collect::<Vec<_>>(), [Part::Banner, Part::Navigation, Part::Body]);
    }

    #[test]
    fn icons_say_what_they_stand_for() {
        let page = snapshot(b"<p><i class='fa fa-fax'></i> 312 <img alt='Phone' src='a.png'> 313", None);
        let dom = Dom::new(&page);
        let prose = Prose::of(&dom);
        assert_eq!(prose.icons.iter().map(|(_, says)| *says).collect::<Vec<_>>(), ["fa fa-fax", "Phone"]);
        assert!(prose.icons[0].0 <= prose.text.find("312").unwrap());
    }
}
