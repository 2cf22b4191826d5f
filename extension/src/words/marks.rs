//! The script cut where findings begin and end, for the underlines.

use aftertone::draft::lint::{Finding, Level};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// The heaviest finding over it.
    pub(crate) level: Option<Level>,
}

/// Findings over the whole script (too long, nothing asked) underline nothing: a page full of red says nothing.
pub(crate) fn marks(script: &str, findings: &[Finding]) -> Vec<Piece> {
    let inside = |finding: &&Finding| {
        finding.start < finding.end
            && (finding.start, finding.end) != (0, script.len())
            && script.is_char_boundary(finding.start)
            && script.is_char_boundary(finding.end)
    };
    let findings: Vec<&Finding> = findings.iter().filter(inside).collect();
    let mut cuts: Vec<usize> = findings.iter().flat_map(|finding| [finding.start, finding.end]).chain([0, script.len()]).collect();
    aftertone::order::by(&mut cuts, Ord::cmp);
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|span| {
            let (&start, &end) = (span.first()?, span.last()?);
            let over = findings.iter().filter(|finding| finding.start <= start && end <= finding.end);
            let level = over.map(|finding| finding.level).reduce(|a, b| if a == Level::Hard { a } else { b });
            Some(Piece { text: script.get(start..end)?.to_owned(), level })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(level: Level, start: usize, end: usize) -> Finding {
        Finding { rule: String::new(), level, start, end, text: String::new(), why: String::new(), instead: None, seeds: vec![] }
    }

    #[test]
    fn the_pieces_are_the_script() {
        let script = "Just touching base, Zoë.";
        let findings = [finding(Level::Soft, 5, 18), finding(Level::Hard, 14, 18), finding(Level::Hard, 0, script.len())];
        let pieces = marks(script, &findings);
        assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), script);
        let levels: Vec<_> = pieces.iter().map(|piece| (piece.text.as_str(), piece.level)).collect();
        assert_eq!(levels, [("Just ", None), ("touching ", Some(Level::Soft)), ("base", Some(Level::Hard)), (", Zoë.", None)]);
    }

    #[test]
    fn places_inside_a_letter_or_beyond_the_end_are_left_alone() {
        let script = "Zoë";
        assert_eq!(marks(script, &[finding(Level::Hard, 0, 3), finding(Level::Hard, 2, 99)]).len(), 1);
        assert!(marks("", &[]).is_empty());
    }
}
