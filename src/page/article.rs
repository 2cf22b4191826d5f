//! What an article looks like where nothing declares it: prose, a headline that is the page's title, a line with its date or its author.
//! And what a front page of articles looks like: headlines that lead on.

use super::{
    dom::{Dom, El},
    text::line::Line,
};

/// Bytes of running text.
pub(super) fn prose(lines: &[Line]) -> usize {
    lines.iter().map(|line| line.text).filter(|text| text.len() > 140 && is_prose(text)).map(str::len).sum()
}

/// Sentences; in Thai and some others nothing but their length tells them.
fn is_prose(text: &str) -> bool {
    let foreign = || text.chars().take(80).filter(|c| *c as u32 >= 0x600).count() > 40;
    text.contains(". ") || text.contains(['。', '။', '।', '؟', '،']) || text.len() > 300 && foreign()
}

/// The first heading is the title's, and says more than a name does.
pub(super) fn has_headline(dom: &Dom) -> bool {
    dom.all("h1").chain(dom.all("h2")).take(6).any(|heading| {
        let words = heading.words();
        let words = words.trim();
        let is_long = words.split_whitespace().count() >= 6
            || words.len() >= 36
                && words.chars().all(|c| !c.is_ascii_alphabetic() || !c.is_whitespace())
                && words.split_whitespace().count() <= 4
                && !words.is_ascii();
        is_long && words.len() < 300 && dom.title().starts_with(words)
    })
}

/// A short line near the top with a day of some year: "31 October 2012, 10:14", "2012年10月31日".
pub(super) fn has_dateline(lines: &[Line]) -> bool {
    lines.iter().take(160).any(|line| {
        let text = line.text;
        let years = || {
            text.as_bytes()
                .windows(4)
                .any(|four| four.iter().all(u8::is_ascii_digit) && (four.starts_with(b"20") || four.starts_with(b"199")))
        };
        let figures = text.split(|c: char| !c.is_ascii_digit()).filter(|figures| !figures.is_empty()).count();
        let is_owned = text.contains(['©', '@']) || text.to_ascii_lowercase().contains("copyright");
        text.len() < 90
            && (2..=8).contains(&figures)
            && years()
            && !is_owned
            && !text.contains(" - 20")
            && text.bytes().filter(u8::is_ascii_digit).count() <= 16
    })
}

/// "By Ada Byron", "Posted on 4 May": a line of its own near the top.
pub(super) fn has_byline(lines: &[Line]) -> bool {
    lines.iter().filter(|line| line.text.len() < 90).take(200).any(|line| {
        let lower = line.text.to_lowercase();
        ["by ", "posted by ", "posted on ", "published ", "written by ", "updated ", "von "].iter().any(|lead| lower.starts_with(lead))
            && (lower.bytes().any(|b| b.is_ascii_digit()) || line.text.split_whitespace().count() <= 5)
    })
}

/// A front page of news: headlines that lead to what they are of, more than any house has of its own.
pub(super) fn lists_headlines(dom: &Dom) -> bool {
    let is_headline = |link: &El| {
        let words = link.text().split_whitespace().count();
        (8..=24).contains(&words) && link.text().len() < 200
    };
    dom.all("a").filter(is_headline).take(HEADLINES).count() == HEADLINES
}

const HEADLINES: usize = 30;

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::page::{html::snapshot, text::line::lines};

    fn with<T>(html: &str, ask: impl Fn(&Dom, &[Line]) -> T) -> T {
        let page = snapshot(html.as_bytes(), None);
        let dom = Dom::new(&page);
        ask(&dom, &lines(&dom))
    }

    #[test]
    fn headlines_and_datelines() {
        let headline = |html: &str| with(html, |dom, _| has_headline(dom));
        assert!(headline(
            "<title>Looms stand still in Leeds after the flood - Daily Loom</title><h1>Looms stand still in Leeds after the flood</h1>"
        ));
        assert!(!headline("<title>Oak & Sons Joinery - Leeds</title><h1>Oak & Sons Joinery</h1>"));
        let dated = |text: &str| with(&format!("<p>{text}"), |_, lines| has_dateline(lines));
        for line in ["31 October 2012, 10:14", "2012年10月31日", "Updated: 10/31/2012", "31.10.2012"] {
            assert!(dated(line), "{line}");
        }
        for line in ["© 2012-2014 Oak Ltd", "Since 2012", "Tel. 0207 946 2012 1234 567", "2012"] {
            assert!(!dated(line), "{line}");
        }
    }

    #[test]
    fn prose_in_any_script() {
        let long = |text: &str| with(&format!("<p>{}", text.repeat(30)), |_, lines| prose(lines) > 0);
        assert!(long("Looms stood still. ") && long("織機は止まった。") && long("เครื่องทอผ้าหยุดนิ่ง"));
        assert!(!long("Looms, looms"));
    }
}
