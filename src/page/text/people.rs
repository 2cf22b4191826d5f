//! People with their job titles: a name and a title that stand side by side, in a line, in neighbouring lines, cells or list items.

use super::{
    line::Line,
    name::{self, Name, Strength},
    setting::{is_merely_named, is_navigation},
    title::{is_strong, job_title},
};
use crate::page::dom::El;

/// Somebody named in the text.
#[derive(Debug, Clone)]
pub(in crate::page) struct Person<'d> {
    pub(in crate::page) name: Name,
    /// The words the name was read from.
    pub(in crate::page) quote: &'d str,
    /// Where they begin in the page's text.
    pub(in crate::page) start: usize,
    pub(in crate::page) el: El<'d>,
    /// The title, and the line it was read from.
    pub(in crate::page) job_title: Option<(&'d str, &'d str)>,
    /// Stands in a heading, or alone in its own element.
    pub(in crate::page) stands_out: bool,
    pub(in crate::page) merely_named: bool,
}

/// Everyone the lines name, in order.
pub(in crate::page) fn people<'d>(lines: &[Line<'d>]) -> Vec<Person<'d>> {
    let mut marks: Vec<Mark<'d>> = Vec::new();
    for (nth, line) in lines.iter().enumerate() {
        if marks.len() >= MARKS_MOST {
            break;
        }
        if !line.el().is_some_and(is_navigation) {
            let first = marks.len();
            mark(line, nth, &mut marks);
            if signs(line, nth.checked_sub(1).and_then(|before| lines.get(before))) {
                marks.iter_mut().skip(first).for_each(|mark| mark.by = true);
            }
        }
    }
    pair(marks, lines)
}

/// "— Ada Byron, Owner" under a sentence: whoever said it.
fn signs(line: &Line, before: Option<&Line>) -> bool {
    line.text.starts_with(['-', '–', '—', '~'])
        && before.is_some_and(|before| before.text.len() > 30 && before.text.ends_with(['.', '!', '?', '”', '"', '…', '’']))
}

/// A page with more names and titles than this is a register.
const MARKS_MOST: usize = 1_000;

/// A name or a title, where it stands.
#[derive(Debug)]
struct Mark<'d> {
    what: What<'d>,
    text: &'d str,
    start: usize,
    line: usize,
    el: El<'d>,
    stands_out: bool,
    /// A name that is the whole of its line or run, or a title that is.
    whole: bool,
    by: bool,
}

#[derive(Debug)]
enum What<'d> {
    Name(Name),
    Title(&'d str),
}

/// Finds the names and titles of a line: the whole of it, or parts of it between marks and elements.
fn mark<'d>(line: &Line<'d>, nth: usize, marks: &mut Vec<Mark<'d>>) {
    let Some(el) = line.el() else { return };
    let heading = || {
        el.ancestors()
            .chain([el])
            .take(6)
            .any(|el| matches!(el.tag(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "th" | "legend" | "caption"))
    };
    let add = |what, text, start, el, whole, stands_out, marks: &mut Vec<Mark<'d>>| {
        marks.push(Mark { what, text, start, line: nth, el, stands_out, whole, by: false });
    };
    if line.text.len() <= 120 {
        let (lead, rest) = without_lead(line.text);
        if let Some(name) = name::name(rest) {
            marks.push(Mark {
                what: What::Name(name),
                text: rest,
                start: line.start + (line.text.len() - rest.len()),
                line: nth,
                el,
                stands_out: heading(),
                whole: true,
                by: lead == Lead::By,
            });
            return;
        }
        if let Some(title) = job_title(line.text) {
            // "President Ada Byron", "Director: Ada Byron" are read below.
            if !holds_a_name(line) {
                add(What::Title(title), line.text, line.start, el, true, heading(), marks);
                return;
            }
        }
    }
    let first = marks.len();
    for run in line.runs.iter().take(60) {
        let alone = matches!(
            run.el.tag(),
            "b" | "strong" | "em" | "i" | "a" | "u" | "span" | "font" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "cite"
        );
        let named_before = marks.len() > first && matches!(marks.last(), Some(Mark { what: What::Name(_), .. }));
        if named_before && told(run.text, run.start, nth, run.el, marks) {
            continue;
        }
        for (text, start) in parts(run.text, run.start) {
            let whole = text.len() == run.text.trim_matches([' ', ':', ',', '-', '–', '.']).len();
            if text.len() > 160 {
                let _ = titled(text, start, nth, run.el, marks) || sentence(text, start, nth, run.el, marks);
                continue;
            }
            let (lead, rest) = without_lead(text);
            if let Some(name) = name::name(rest) {
                let stands_out = whole && (alone && run.el != el || heading());
                marks.push(Mark {
                    what: What::Name(name),
                    text: rest,
                    start: start + (text.len() - rest.len()),
                    line: nth,
                    el: run.el,
                    stands_out,
                    whole,
                    by: lead == Lead::By,
                });
            } else if !titled(text, start, nth, run.el, marks) {
                match job_title(text) {
                    Some(title) => add(What::Title(title), text, start, run.el, whole, false, marks),
                    None => _ = sentence(text, start, nth, run.el, marks),
                }
            }
        }
    }
    // In a long paragraph names without titles are told of, not told.
    if line.text.len() > 250 && !marks[first..].iter().any(|mark| mark.stands_out || matches!(mark.what, What::Title(_))) {
        marks.truncate(first);
    }
}

fn holds_a_name(line: &Line) -> bool {
    let mut words = line.text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if name::is_given(word) && words.peek().is_some_and(|next| next.starts_with(char::is_uppercase) && job_title(next).is_none()) {
            return true;
        }
    }
    false
}

/// "President Ada Byron": a title, then a known name to the end.
fn titled<'d>(text: &'d str, start: usize, line: usize, el: El<'d>, marks: &mut Vec<Mark<'d>>) -> bool {
    let starts = text.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at).take(8);
    for at in starts {
        let (Some(before), Some(after)) = (text.get(..at), text.get(at + 1..)) else { continue };
        let Some((name, end)) = name::leading(after).filter(|(name, end)| {
            name.strength == Strength::Known
                && (*end == after.len() || after.get(*end..).is_some_and(|rest| rest.starts_with([',', ' ', '(', ':'])))
        }) else {
            continue;
        };
        let Some(title) = job_title(before) else { continue };
        marks.push(Mark { what: What::Title(title), text: before, start, line, el, stands_out: false, whole: false, by: false });
        marks.push(Mark {
            what: What::Name(name),
            text: after.get(..end).unwrap_or(after),
            start: start + at + 1,
            line,
            el,
            stands_out: false,
            whole: false,
            by: false,
        });
        return true;
    }
    false
}

/// "Ada Byron is the director of Engines": a name that opens a sentence about a post.
fn sentence<'d>(text: &'d str, start: usize, line: usize, el: El<'d>, marks: &mut Vec<Mark<'d>>) -> bool {
    let Some((name, end)) = name::leading(text) else { return false };
    marks.push(Mark {
        what: What::Name(name),
        text: text.get(..end).unwrap_or(text),
        start,
        line,
        el,
        stands_out: false,
        whole: false,
        by: false,
    });
    told(text.get(end..).unwrap_or_default(), start + end, line, el, marks);
    true
}

/// Behind a name: "is the director of Engines".
fn told<'d>(behind: &'d str, start: usize, line: usize, el: El<'d>, marks: &mut Vec<Mark<'d>>) -> bool {
    let rest = behind.trim_start_matches([' ', ',', '-', '–', '—']);
    let verb = VERBS.iter().find_map(|verb| rest.strip_prefix(verb));
    let told = ARTICLES.iter().fold(verb.unwrap_or(rest), |told, article| told.strip_prefix(article).unwrap_or(told));
    let at = start + (behind.len() - told.len());
    let stop = STOPS.iter().filter_map(|stop| told.find(stop)).min().unwrap_or(told.len());
    let told = told.get(..stop).unwrap_or(told);
    // "founder and owner", but not "owner and loves dogs".
    let told = match told.split_once(" and ") {
        Some((first, second)) if job_title(second).is_none() && !job_title(told).is_some_and(is_strong) => first,
        _ => told,
    };
    let title = job_title(told).filter(|title| verb.is_some() || is_strong(title));
    let Some(title) = title else { return false };
    marks.push(Mark { what: What::Title(title), text: told, start: at, line, el, stands_out: false, whole: false, by: false });
    true
}

const VERBS: [&str; 8] = ["is ", "serves as ", "works as ", "acts as ", "joined us as ", "ist ", "est ", "es "];
const ARTICLES: [&str; 11] = ["a ", "an ", "the ", "our ", "currently ", "der ", "die ", "le ", "la ", "el ", "responsible for "];
const STOPS: [&str; 12] =
    [" at ", " with ", " for the ", " of the ", ". ", ", ", " and ", " who ", " where ", " bei ", " chez ", " for over "];

#[derive(PartialEq, Eq)]
enum Lead {
    None,
    By,
}

/// Without words that introduce a name: "Contact:", "Meet", "By".
fn without_lead(text: &str) -> (Lead, &str) {
    let trimmed = text.trim_start_matches([' ', '-', '–', '—', '•', '·', '*']);
    for lead in [
        "Contact:",
        "Contact Person:",
        "Contact person:",
        "Attn:",
        "Attention:",
        "Name:",
        "Ansprechpartner:",
        "Ansprechpartnerin:",
        "Inhaber:",
        "Meet ",
        "About ",
        "Contact ",
        "Email ",
    ] {
        if let Some(rest) = trimmed.strip_prefix(lead) {
            return (Lead::None, rest.trim_start());
        }
    }
    for lead in
        ["By ", "by ", "BY ", "Posted by ", "Posted by: ", "Written by ", "Author: ", "Photo by ", "Photo: ", "Von ", "Par ", "Por "]
    {
        if let Some(rest) = trimmed.strip_prefix(lead) {
            return (Lead::By, rest.trim_start());
        }
    }
    (Lead::None, trimmed)
}

/// The parts of a run between marks that separate a name from a title; a comma before degrees separates nothing.
fn parts(text: &str, start: usize) -> Vec<(&str, usize)> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut cut = |from: usize, to: usize| {
        let piece = text.get(from..to).unwrap_or_default();
        let inner = piece.trim_matches([' ', ',', ':', '-', '–', '—', '|', '•', '·', ';']);
        if !inner.is_empty() {
            let lead = piece.len() - piece.trim_start_matches([' ', ',', ':', '-', '–', '—', '|', '•', '·', ';']).len();
            parts.push((inner, start + from + lead));
        }
    };
    let bytes = text.as_bytes();
    for (at, c) in text.char_indices() {
        let spaced = at > 0 && bytes.get(at - 1) == Some(&b' ') && bytes.get(at + c.len_utf8()) == Some(&b' ');
        let cuts = match c {
            '|' | '•' | '·' | ';' | '—' | ':' => true,
            '-' | '–' | '/' | '~' => {
                spaced || c != '/' && at > 0 && bytes.get(at - 1) == Some(&b' ') || c == '–' && bytes.get(at + c.len_utf8()) == Some(&b' ')
            }
            '(' => true,
            ')' => true,
            ',' => !only_degrees(text.get(at + 1..).unwrap_or_default()),
            _ => false,
        };
        if cuts {
            cut(from, at);
            from = at + c.len_utf8();
        }
        if parts_full(from, at) {
            break;
        }
    }
    cut(from, text.len());
    parts.truncate(40);
    // A name with its first half before the comma: "Byron, Ada".
    parts
}

fn parts_full(from: usize, at: usize) -> bool {
    // One part longer than any name, title or opening sentence: the rest is prose.
    at - from.min(at) > 2_000
}

fn only_degrees(rest: &str) -> bool {
    let first = rest.trim_start().split([',', ' ', '(', '-', '–', '|']).next().unwrap_or_default();
    name::is_degree(first) && job_title(first).is_none()
}

/// Gives each name the title that stands nearest to it, in the direction the page keeps to.
fn pair<'d>(marks: Vec<Mark<'d>>, lines: &[Line<'d>]) -> Vec<Person<'d>> {
    let titles_follow = orientation(&marks);
    let mut taken = vec![false; marks.len()];
    let mut people: Vec<Person> = Vec::new();
    for (nth, mark) in marks.iter().enumerate() {
        let What::Name(name) = &mark.what else { continue };
        let next = marks
            .get(nth + 1)
            .filter(|_| !taken.get(nth + 1).copied().unwrap_or(true))
            .and_then(|other| Some((nth + 1, closeness(mark, other, lines)?)));
        let before = nth.checked_sub(1).filter(|at| !taken[*at]).and_then(|at| Some((at, closeness(mark, marks.get(at)?, lines)?)));
        let chosen = match (before, next) {
            (Some(before), Some(next)) if before.1 != next.1 => Some(if before.1 < next.1 { before } else { next }),
            (Some(before), Some(next)) => Some(if titles_follow { next } else { before }),
            (before, next) => before.or(next),
        };
        let mut job_title = None;
        if let Some((at, _)) = chosen
            && let Some(Mark { what: What::Title(title), text, .. }) = marks.get(at)
        {
            taken[at] = true;
            job_title = Some((*title, *text));
        }
        people.push(Person {
            name: name.clone(),
            quote: mark.text,
            start: mark.start,
            el: mark.el,
            job_title,
            stands_out: mark.stands_out || mark.whole && lines.get(mark.line).is_some_and(|line| line.text.len() <= mark.text.len() + 24),
            merely_named: mark.by || is_merely_named(mark.el),
        });
    }
    people
}

/// How near a title stands to a name: 0 in the same line, then lines and cells away. None where they have nothing to do with each other.
fn closeness(name: &Mark, title: &Mark, lines: &[Line]) -> Option<usize> {
    let What::Title(_) = title.what else { return None };
    if name.line == title.line {
        return Some(0);
    }
    let apart = name.line.abs_diff(title.line);
    let same_row = lines.get(name.line)?.row == lines.get(title.line)?.row;
    // Only a title that is a line of its own belongs to the line before or after it.
    if !title.whole || !name.whole && !name.stands_out || apart > 2 && !same_row {
        return None;
    }
    Some(if same_row { 1 } else { 1 + apart })
}

/// Whether titles follow names here, told by which comes first in each unbroken row of both.
fn orientation(marks: &[Mark]) -> bool {
    let mut votes = 0i32;
    let mut line = None;
    for pair in marks.windows(2) {
        let near = pair[0].line.abs_diff(pair[1].line) <= 2;
        match (&pair[0].what, &pair[1].what) {
            (What::Name(_), What::Title(_)) if near && line.is_none_or(|line: usize| pair[0].line > line) => {
                votes += 1;
                line = Some(pair[1].line);
            }
            (What::Title(_), What::Name(_)) if near && line.is_none_or(|line: usize| pair[0].line > line) => {
                votes -= 1;
                line = Some(pair[1].line);
            }
            _ => {}
        }
    }
    votes >= 0
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::page::{dom::Dom, html::snapshot, text::line::lines};

    fn read(html: &str) -> Vec<(String, Option<String>)> {
        let page = snapshot(html.as_bytes(), None);
        let dom = Dom::new(&page);
        let people = people(&lines(&dom));
        people
            .into_iter()
            .filter(|person| !person.merely_named)
            .map(|p| (p.name.value, p.job_title.map(|(title, _)| title.to_owned())))
            .collect()
    }

    fn two() -> Vec<(String, Option<String>)> {
        vec![("Ada Byron".into(), Some("Sales Director".into())), ("Carl Gauss".into(), Some("Head of Numbers".into()))]
    }

    #[test]
    fn a_title_behind_before_and_beside() {
        for html in [
            "<p>Ada Byron, Sales Director<p>Carl Gauss, Head of Numbers",
            "<p><b>Ada Byron</b> - <em>Sales Director</em><p><b>Carl Gauss</b> - <em>Head of Numbers</em>",
            "<h3>Ada Byron</h3><p>Sales Director</p><p>She counts.</p><h3>Carl Gauss</h3><p>Head of Numbers</p>",
            "<p>Sales Director<br>Ada Byron<p>Head of Numbers<br>Carl Gauss",
            "<table><tr><td>Ada Byron<td>Sales Director<tr><td>Carl Gauss<td>Head of Numbers</table>",
            "<table><tr><td>Sales Director<td>Ada Byron<tr><td>Head of Numbers<td>Carl Gauss</table>",
            "<dl><dt>Sales Director<dd>Ada Byron<dt>Head of Numbers<dd>Carl Gauss</dl>",
            "<p>Sales Director: Ada Byron<p>Head of Numbers: Carl Gauss",
            "<p>Sales Director Ada Byron<p>Head of Numbers Carl Gauss",
            "<div><span>Ada Byron</span><span>Sales Director</span></div><div><span>Carl Gauss</span><span>Head of Numbers</span></div>",
            "<p>Ada Byron (Sales Director)<p>Carl Gauss (Head of Numbers)",
            "<ul><li><b>Ada Byron</b><br>Sales Director<li><b>Carl Gauss</b><br>Head of Numbers</ul>",
        ] {
            assert_eq!(read(html), two(), "{html}");
        }
    }

    #[test]
    fn a_sentence_tells_a_post() {
        assert_eq!(
            read("<p><b>Ada Byron</b> is the Sales Director of Engines."),
            [("Ada Byron".into(), Some("Sales Director of Engines".into()))]
        );
        assert_eq!(
            read("<p>Ada Byron is the Sales Director at Engines and counts."),
            [("Ada Byron".into(), Some("Sales Director".into()))]
        );
    }

    #[test]
    fn who_is_merely_named_is_told_apart() {
        assert_eq!(
            read("<p>By Ada Byron</p><blockquote>Great! Carl Gauss, Owner</blockquote><p class=testimonial-name>Emmy Noether</p>"),
            []
        );
    }
}
