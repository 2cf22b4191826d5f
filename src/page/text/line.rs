//! The visible text in lines (a block or a table cell each) and runs (one text node's share of a line).

use crate::page::dom::{Dom, El};

#[derive(Debug, Clone)]
pub(in crate::page) struct Line<'d> {
    pub(in crate::page) text: &'d str,
    /// Where it begins in [`Dom::text`].
    pub(in crate::page) start: usize,
    /// Cells of one table row share it.
    pub(in crate::page) row: usize,
    pub(in crate::page) runs: Vec<Run<'d>>,
}

#[derive(Debug, Clone, Copy)]
pub(in crate::page) struct Run<'d> {
    pub(in crate::page) text: &'d str,
    pub(in crate::page) start: usize,
    /// The innermost element around it.
    pub(in crate::page) el: El<'d>,
}

impl<'d> Line<'d> {
    /// The innermost element around its first words.
    pub(in crate::page) fn el(&self) -> Option<El<'d>> {
        self.runs.first().map(|run| run.el)
    }
}

pub(in crate::page) fn lines<'d>(dom: &'d Dom<'d>) -> Vec<Line<'d>> {
    let text = dom.text();
    let mut lines: Vec<Line> = Vec::new();
    let mut runs = dom.runs().peekable();
    let (mut start, mut row) = (0, 0);
    for piece in text.split_inclusive(['\n', '\t']) {
        let words = piece.trim_end_matches(['\n', '\t']);
        let end = start + words.len();
        let mut line = Line { text: words, start, row, runs: Vec::new() };
        // A text node that spans lines (in a `pre`) has a run in each.
        while let Some((from, to, el)) = runs.peek().copied().filter(|(from, ..)| *from < end) {
            let from = from.max(start);
            if let Some(words) = text.get(from..to.min(end)) {
                line.runs.push(Run { text: words.trim_end(), start: from, el });
            }
            if to > end {
                break;
            }
            runs.next();
        }
        if !words.is_empty() {
            lines.push(line);
        }
        if piece.ends_with('\n') {
            row += 1;
        }
        start += piece.len();
    }
    lines
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::page::html::snapshot;

    #[test]
    fn lines_know_their_runs_and_rows() {
        let page = snapshot(b"<p><b>Ada Byron</b>, Director</p><table><tr><td>a<td><i>b</i></table><pre>c\nd</pre>", None);
        let dom = Dom::new(&page);
        let lines = lines(&dom);
        assert_eq!(lines.iter().map(|line| line.text).collect::<Vec<_>>(), ["Ada Byron, Director", "a", "b", "c", "d"]);
        assert_eq!(lines[0].runs.iter().map(|run| (run.text, run.el.tag())).collect::<Vec<_>>(), [("Ada Byron", "b"), (", Director", "p")]);
        assert!(lines[1].row == lines[2].row && lines[2].row != lines[3].row);
        assert_eq!(lines[4].runs.len(), 1);
    }
}
