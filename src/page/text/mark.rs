//! Finding the names and the titles of a line.

use super::{
    line::Line,
    name::{self, Name, Strength},
    title::{self, is_strong, job_title},
};
use crate::page::dom::El;

/// A name or a title, where it stands.
#[derive(Debug)]
pub(super) struct Mark<'d> {
    pub(super) what: What<'d>,
    pub(super) text: &'d str,
    pub(super) start: usize,
    pub(super) line: usize,
    pub(super) el: El<'d>,
    pub(super) stands_out: bool,
    /// A name that is the whole of its line or run, or a title that is.
    pub(super) whole: bool,
    pub(super) by: bool,
    /// A name that words before it introduce: "Contact:".
    pub(super) led: bool,
    /// Where the name begins that a title belongs to by its place in a list.
    pub(super) owner: Option<usize>,
    /// Stands where the other entries of a list of people have their names.
    pub(super) vouched: bool,
}

#[derive(Debug)]
pub(super) enum What<'d> {
    Name(Name),
    Title(&'d str),
}

/// Finds the names and titles of a line: the whole of it, or parts of it between marks and elements.
pub(super) fn mark<'d>(line: &Line<'d>, nth: usize, before: Option<&Line<'d>>, marks: &mut Vec<Mark<'d>>) {
    let Some(el) = line.el() else { return };
    let labelled =
        before.filter(|before| before.row == line.row || before.el().is_some_and(|el| matches!(el.tag(), "dt" | "th" | "b" | "strong")));
    if let Some((title, start)) = labelled_title(line, labelled.map_or("", |before| before.text)) {
        marks.push(Mark {
            what: What::Title(title),
            text: title,
            start,
            line: nth,
            el,
            stands_out: false,
            whole: true,
            by: false,
            led: false,
            owner: None,
            vouched: false,
        });
        return;
    }
    let heading = || {
        el.ancestors()
            .chain([el])
            .take(6)
            .any(|el| matches!(el.tag(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "th" | "legend" | "caption"))
    };
    let add = |what, text, start, el, whole, stands_out, marks: &mut Vec<Mark<'d>>| {
        marks.push(Mark { what, text, start, line: nth, el, stands_out, whole, by: false, led: false, owner: None, vouched: false });
    };
    if line.text.len() <= 120 {
        let (lead, rest) = without_lead(line.text);
        if let Some(name) = named(rest, lead).filter(|_| !opens_with_a_name(line)) {
            marks.push(Mark {
                what: What::Name(name),
                text: rest,
                start: line.start + (line.text.len() - rest.len()),
                line: nth,
                el,
                stands_out: heading(),
                whole: true,
                by: lead == Lead::By,
                led: lead == Lead::Introduced,
                owner: None,
                vouched: false,
            });
            return;
        }
        if let Some(title) = job_title(line.text) {
            // "President Ada Byron", "Director: Ada Byron" are read below.
            if !holds_a_name(line.text) && !opens_with_a_name(line) {
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
        // "VP, Business Development" alone in its element is one title.
        if alone
            && run.el != el
            && run.text.len() <= 110
            && !holds_a_name(run.text)
            && let Some(title) = job_title(run.text)
        {
            add(What::Title(title), run.text, run.start, run.el, true, false, marks);
            continue;
        }
        let mut introduced = false;
        for (text, start) in parts(run.text, run.start) {
            let whole = text.len() == run.text.trim_matches([' ', ':', ',', '-', '–', '.']).len();
            if text.len() > 160 {
                let _ = titled(text, start, nth, run.el, marks) || sentence(text, start, nth, run.el, marks);
                continue;
            }
            let (lead, rest) = without_lead(text);
            let lead = if introduced { Lead::Introduced } else { lead };
            introduced = INTRODUCTIONS.iter().any(|lead| lead.trim_end_matches([' ', ':']).eq_ignore_ascii_case(text));
            if let Some(name) = named(rest, lead) {
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
                    led: lead == Lead::Introduced,
                    owner: None,
                    vouched: false,
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

/// "Position: Parts & Service", in a line or in two cells.
fn labelled_title<'d>(line: &Line<'d>, before: &str) -> Option<(&'d str, usize)> {
    let is_label = |words: &str| TITLE_LABELS.iter().any(|label| label.eq_ignore_ascii_case(words.trim_end_matches([' ', ':'])));
    let title = match line.text.split_once(':') {
        Some((label, title)) if is_label(label) => title.trim(),
        _ if is_label(before) => line.text,
        _ => return None,
    };
    let fits = title::could_be(title) && name::name(title).is_none_or(|name| name.strength < Strength::Known);
    fits.then_some((title, line.start + line.text.len() - title.len()))
}

const TITLE_LABELS: [&str; 16] = [
    "title",
    "job title",
    "position",
    "role",
    "designation",
    "occupation",
    "post",
    "job",
    "funktion",
    "stellung",
    "fonction",
    "poste",
    "cargo",
    "puesto",
    "ruolo",
    "functie",
];

/// The name, surer where words introduce it; what could as well be a title is none.
fn named(text: &str, lead: Lead) -> Option<Name> {
    let name = name::name(text).filter(|name| name.strength > Strength::Faint || job_title(text).is_none())?;
    let strength = if lead == Lead::Introduced && name.strength == Strength::Shape { Strength::Known } else { name.strength };
    Some(Name { strength, ..name })
}

/// A name and then a post, in one line: not one long name or title.
fn opens_with_a_name(line: &Line) -> bool {
    let is_post = |behind: &str| {
        let behind = behind.trim_matches([' ', ',', '-', '–', '—', '|', '(', ')']);
        job_title(behind).is_some() || title::is_department(behind)
    };
    let split = |at: usize| line.text.get(..at).zip(line.text.get(at..));
    let by_mark = line.text.find([',', '(', '|', '–', '—']).or_else(|| line.text.find(" - "));
    let by_element = line.runs.first().filter(|_| line.runs.len() > 1).map(|run| run.text.len());
    [by_mark, by_element].into_iter().flatten().filter_map(split).any(|(name, behind)| name::name(name).is_some() && is_post(behind))
}

fn holds_a_name(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
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
        marks.push(Mark {
            what: What::Title(title),
            text: before,
            start,
            line,
            el,
            stands_out: false,
            whole: false,
            by: false,
            led: false,
            owner: None,
            vouched: false,
        });
        marks.push(Mark {
            what: What::Name(name),
            text: after.get(..end).unwrap_or(after),
            start: start + at + 1,
            line,
            el,
            stands_out: false,
            whole: false,
            by: false,
            led: false,
            owner: None,
            vouched: false,
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
        led: false,
        owner: None,
        vouched: false,
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
    // "is Marketing and Admissions Manager at": the first stop behind which a post stands whole.
    let stop = STOPS.iter().filter_map(|stop| told.find(stop)).min().unwrap_or(told.len());
    let stop = match told.get(stop..).and_then(|rest| rest.strip_prefix(" and ")) {
        Some(rest) if verb.is_some() && told.get(..stop).is_none_or(|first| job_title(first).is_none()) => {
            stop + 5 + STOPS.iter().filter_map(|stop| rest.find(stop)).min().unwrap_or(rest.len())
        }
        _ => stop,
    };
    let told = told.get(..stop).unwrap_or(told);
    // "founder and owner", but not "owner and loves dogs".
    let told = match told.split_once(" and ") {
        Some((first, second)) if job_title(second).is_none() && !job_title(told).is_some_and(is_strong) => first,
        _ => told,
    };
    let title = job_title(told).filter(|title| verb.is_some() || is_strong(title));
    let Some(title) = title else { return false };
    marks.push(Mark {
        what: What::Title(title),
        text: told,
        start: at,
        line,
        el,
        stands_out: false,
        whole: false,
        by: false,
        led: false,
        owner: None,
        vouched: false,
    });
    true
}

const VERBS: [&str; 8] = ["is ", "serves as ", "works as ", "acts as ", "joined us as ", "ist ", "est ", "es "];
const ARTICLES: [&str; 11] = ["a ", "an ", "the ", "our ", "currently ", "der ", "die ", "le ", "la ", "el ", "responsible for "];
const STOPS: [&str; 12] =
    [" at ", " with ", " for the ", " of the ", ". ", ", ", " and ", " who ", " where ", " bei ", " chez ", " for over "];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    None,
    /// "Contact:", "Name:"
    Introduced,
    By,
}

/// Without words that introduce a name: "Contact:", "Meet", "By".
fn without_lead(text: &str) -> (Lead, &str) {
    let trimmed = text.trim_start_matches([' ', '-', '–', '—', '•', '·', '*']);
    let behind = |lead: &str| trimmed.get(..lead.len()).filter(|start| start.eq_ignore_ascii_case(lead)).and(trimmed.get(lead.len()..));
    for (kind, leads) in [(Lead::Introduced, &INTRODUCTIONS[..]), (Lead::None, &GREETINGS), (Lead::By, &BYLINES)] {
        if let Some(rest) = leads.iter().find_map(|lead| behind(lead)) {
            return (kind, rest.trim_start());
        }
    }
    (Lead::None, trimmed)
}

const INTRODUCTIONS: [&str; 22] = [
    "contact:",
    "contact person:",
    "contact name:",
    "primary contact:",
    "main contact:",
    "media contact:",
    "press contact:",
    "attn:",
    "attention:",
    "name:",
    "full name:",
    "ansprechpartner:",
    "ansprechpartnerin:",
    "kontaktperson:",
    "inhaber:",
    "inhaberin:",
    "vertreten durch:",
    "nom :",
    "nom:",
    "nombre:",
    "persona de contacto:",
    "contactpersoon:",
];
const GREETINGS: [&str; 5] = ["meet ", "about ", "contact ", "email ", "from "];
const BYLINES: [&str; 10] = ["by ", "posted by ", "posted by: ", "written by ", "author: ", "photo by ", "photo: ", "von ", "par ", "por "];

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
