//! Finding the names and the titles of a line.

use super::{
    column::Column,
    lead::{self, Lead, without_lead},
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
    /// Words before it introduce it: "Contact:", "Position:".
    pub(super) led: bool,
    /// A name beside another: "Ada Byron and Carl Gauss, Partners". Both hold the post.
    pub(super) joined: bool,
    /// A name in a row of names above a row of titles.
    pub(super) in_row: bool,
    /// Where the name begins that a title belongs to by its place in a list.
    pub(super) owner: Option<usize>,
    /// Stands where the other entries of a list of people have their names.
    pub(super) vouched: bool,
}

impl<'d> Mark<'d> {
    /// What stands there; all that may be said of it besides is not so until somebody says it.
    pub(super) fn new(what: What<'d>, text: &'d str, start: usize, line: usize, el: El<'d>) -> Self {
        Self {
            what,
            text,
            start,
            line,
            el,
            stands_out: false,
            whole: false,
            by: false,
            led: false,
            joined: false,
            in_row: false,
            owner: None,
            vouched: false,
        }
    }
}

#[derive(Debug)]
pub(super) enum What<'d> {
    Name(Name),
    Title(&'d str),
}

/// Finds the names and titles of a line: the whole of it, or parts of it between marks and elements.
pub(super) fn mark<'d>(line: &Line<'d>, nth: usize, before: Option<&Line<'d>>, column: Option<Column>, marks: &mut Vec<Mark<'d>>) {
    let Some(el) = line.el() else { return };
    let labelled =
        before.filter(|before| before.row == line.row || before.el().is_some_and(|el| matches!(el.tag(), "dt" | "th" | "b" | "strong")));
    if let Some((title, start)) = labelled_title(line, labelled.map_or("", |before| before.text)) {
        marks.push(Mark { whole: true, led: true, ..Mark::new(What::Title(title), title, start, nth, el) });
        return;
    }
    if column.is_some_and(|column| in_column(column, line, nth, el, marks)) {
        return;
    }
    if let Some((name, text)) = in_two_lines(line, el) {
        marks.push(Mark { stands_out: true, whole: true, ..Mark::new(What::Name(name), text, line.start, nth, el) });
        return;
    }
    // Nearly every line holds no post at all: its parts are not asked for one.
    let posts = title::may_hold_one(line.text);
    let heading = || {
        el.ancestors()
            .chain([el])
            .take(6)
            .any(|el| matches!(el.tag(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "th" | "legend" | "caption"))
    };
    // "Contact person" in the line or the cell before.
    let mut introduced =
        labelled.or(before.filter(|before| before.text.ends_with(':'))).is_some_and(|before| lead::introduces(before.text));
    if line.text.len() <= 120 && two(line.text).is_none() {
        let (lead, rest) = without_lead(line.text);
        let lead = if introduced && lead == Lead::None { Lead::Introduced } else { lead };
        if let Some(name) = named(rest, lead).filter(|_| !opens_with_a_name(line)) {
            let start = line.start + (line.text.len() - rest.len());
            let (by, led) = (lead == Lead::By, lead == Lead::Introduced);
            marks.push(Mark { stands_out: heading(), whole: true, by, led, ..Mark::new(What::Name(name), rest, start, nth, el) });
            return;
        }
        if let Some(title) = posts.then(|| job_title(line.text)).flatten() {
            // "President Ada Byron", "Director: Ada Byron" are read below.
            if !holds_a_name(line.text) && !opens_with_a_name(line) && !line.text.trim_end_matches([':', ' ']).contains(": ") {
                marks.push(Mark { whole: true, stands_out: heading(), ..Mark::new(What::Title(title), line.text, line.start, nth, el) });
                return;
            }
        }
    }
    let first = marks.len();
    // A post or a department that the words before a colon say: "Sales: Ada Byron".
    let mut post: Option<Mark<'d>> = None;
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
        if posts
            && alone
            && run.el != el
            && run.text.len() <= 110
            && !run.text.contains(':')
            && !holds_a_name(run.text)
            && two(run.text).is_none()
            && let Some(title) = job_title(run.text)
        {
            marks.push(Mark { whole: true, ..Mark::new(What::Title(title), run.text, run.start, nth, run.el) });
            continue;
        }
        for (text, start) in parts(run.text, run.start) {
            let whole = text.len() == run.text.trim_matches([' ', ':', ',', '-', '–', '.']).len();
            if text.len() > 160 {
                let _ = posts && titled(text, start, nth, run.el, marks) || sentence(text, start, nth, run.el, marks);
                continue;
            }
            let (lead, rest) = without_lead(text);
            let whole_rest = rest.len();
            let lead = if introduced { Lead::Introduced } else { lead };
            let leads = run.text.get((start - run.start + text.len())..).is_some_and(|behind| behind.trim_start().starts_with(':'));
            if leads && lead::introduces(text) {
                (introduced, post) = (true, None);
                continue;
            }
            if leads && (job_title(text).is_some() || title::is_department(text)) && !holds_a_name(text) {
                let title = job_title(text).unwrap_or(text);
                (introduced, post) = (false, Some(Mark { whole, ..Mark::new(What::Title(title), text, start, nth, run.el) }));
                continue;
            }
            let is_beside = |marks: &[Mark]| marks.len() > first && marks.last().is_some_and(|last| is_beside(last, start, line));
            if let Some(pair) = two(rest) {
                let joined = is_beside(marks);
                marks.extend(post.take());
                for (nth_of_two, (name, piece, at)) in pair.into_iter().enumerate() {
                    let name = Mark::new(What::Name(name), piece, start + (text.len() - rest.len()) + at, nth, run.el);
                    marks.push(Mark { stands_out: true, joined: joined || nth_of_two > 0, led: introduced, ..name });
                }
            } else if let Some((name, rest)) = named(rest, lead).map(|name| (name, rest)).or_else(|| {
                // "Parts: Ada Byron ext. 12"
                let (name, end) = name::leading(rest).filter(|_| post.is_some() || introduced)?;
                Some((name, rest.get(..end)?))
            }) {
                let joined = is_beside(marks);
                let is_led = post.is_some() || lead == Lead::Introduced;
                marks.extend(post.take());
                marks.push(Mark {
                    stands_out: whole && (alone && run.el != el || heading())
                        || is_led
                        || start == line.start && is_post(line.text.get(text.len()..).unwrap_or_default())
                        || start == line.start && is_number(line.text.get(text.len()..).unwrap_or_default()),
                    whole,
                    by: lead == Lead::By,
                    led: lead == Lead::Introduced,
                    joined,
                    ..Mark::new(What::Name(name), rest, start + (text.len() - whole_rest), nth, run.el)
                });
            } else {
                // "Our physicians, Ada Byron and Carl Gauss": all that follow are.
                introduced = introduces_several(text) && !is_beside(marks);
                if introduced {
                    continue;
                }
                // What the words before the colon say is a title whether or not a name follows.
                marks.extend(post.take().filter(|post| matches!(post.what, What::Title(title) if job_title(title).is_some())));
                if !posts || !titled(text, start, nth, run.el, marks) {
                    let plural = |text: &'d str| {
                        text.strip_suffix('s')
                            .filter(|one| job_title(one).is_some() || title::is_department(one))
                            .map(|_| text)
                            .filter(|_| is_beside(marks))
                    };
                    match posts.then(|| job_title(text)).flatten().or_else(|| plural(text)) {
                        Some(title) => marks.push(Mark { whole, ..Mark::new(What::Title(title), text, start, nth, run.el) }),
                        None => _ = sentence(text, start, nth, run.el, marks),
                    }
                }
            }
        }
    }
    marks.extend(post.filter(|post| matches!(post.what, What::Title(title) if job_title(title).is_some())));
    // "Website designed by Ada Byron", but not "founded by Ada Byron".
    for mark in marks.iter_mut().skip(first) {
        let before = mark.start.checked_sub(line.start).and_then(|end| line.text.get(..end)).unwrap_or_default().trim_end();
        let maker = before.strip_suffix(" by").and_then(|before| before.rsplit(' ').next());
        mark.by |= maker.is_some_and(|word| !RUN_BY.iter().any(|run| run.eq_ignore_ascii_case(word)));
    }
    // In a long paragraph names without titles are told of, not told.
    if line.text.len() > 250 && !marks[first..].iter().any(|mark| mark.stands_out || matches!(mark.what, What::Title(_))) {
        marks.truncate(first);
    }
    if let Some(lead::Asked { name, text, start, is_owner }) = lead::asked_for(line)
        && !marks[first..].iter().any(|mark| (mark.start..mark.start + mark.text.len()).contains(&start))
    {
        let el = line.runs.iter().rev().find(|run| run.start <= start).map_or(el, |run| run.el);
        let at = first + marks[first..].iter().take_while(|mark| mark.start < start).count();
        let name = Mark::new(What::Name(name), text, start, nth, el);
        marks.insert(at, Mark { stands_out: true, led: true, vouched: is_owner, ..name });
    }
}

/// "Our physicians", "Unsere Berater": those who are named next belong to the house.
fn introduces_several(text: &str) -> bool {
    let mut words = text.rsplit(' ');
    let last = words.next().unwrap_or_default().to_lowercase();
    let is_ours = |word: &str| ["our", "unsere", "nos", "nuestros"].iter().any(|our| our.eq_ignore_ascii_case(word));
    last.strip_suffix('s').is_some_and(title::is_head) && words.take(4).any(is_ours)
}

/// Whether a name ended right before a place of the line, with nothing but a comma or an "and" between.
fn is_beside(last: &Mark, start: usize, line: &Line) -> bool {
    let from = (last.start + last.text.len()).saturating_sub(line.start);
    let between = line.text.get(from..start.saturating_sub(line.start)).map(str::trim);
    matches!(last.what, What::Name(_)) && between.is_some_and(|between| between == "," || JOINERS.iter().any(|word| word.trim() == between))
}

/// Whether what follows a name in its line is a post, behind a mark that parts them.
fn is_post(behind: &str) -> bool {
    let post = parts(behind, 0).first().map(|(text, _)| *text).unwrap_or_default();
    behind.starts_with([',', ' ']) && job_title(post).is_some_and(is_strong)
}

/// Whether nothing but a telephone number follows a name in its line: "Ada Byron - 0207 946 0018".
fn is_number(behind: &str) -> bool {
    let behind = behind.trim_matches([' ', '-', '–', '—', ':', ',', '|', '•', '.']);
    let digits = behind.bytes().filter(u8::is_ascii_digit).count();
    (7..=15).contains(&digits)
        && behind.starts_with(|c: char| c.is_ascii_digit() || ['+', '('].contains(&c))
        && !behind.contains(char::is_alphabetic)
}

/// A cell of a table whose first row says what stands in it.
fn in_column<'d>(column: Column, line: &Line<'d>, nth: usize, el: El<'d>, marks: &mut Vec<Mark<'d>>) -> bool {
    if column == Column::Title {
        let fits = title::could_be(line.text) && name::name(line.text).is_none_or(|name| name.strength < Strength::Known);
        if fits {
            marks.push(Mark { whole: true, led: true, ..Mark::new(What::Title(line.text), line.text, line.start, nth, el) });
        }
        return fits;
    }
    // "Chief Ron Delong": a rank may stand before it.
    let starts = std::iter::once(0).chain(line.text.match_indices(' ').map(|(at, _)| at + 1)).take(4);
    let found = starts.filter_map(|at| Some((at, line.text.get(at..)?))).find_map(|(at, text)| {
        let name = name::name(text).filter(|name| at == 0 || name.strength == Strength::Known)?;
        Some((name, text, at))
    });
    let Some((name, text, at)) = found else { return false };
    let name = Mark::new(What::Name(name), text, line.start + at, nth, el);
    marks.push(Mark { whole: true, stands_out: true, vouched: true, ..name });
    true
}

/// "Ada Byron and Carl Gauss": both names, and where each begins.
fn two(text: &str) -> Option<[(Name, &str, usize); 2]> {
    // Two names are no longer, and what opens with none has no second one.
    if text.len() > 130 || !name::may_open(text) {
        return None;
    }
    let (_, at, joiner) = text.match_indices(' ').filter_map(|(at, _)| joined_at(text, at)).min()?;
    let (one, behind) = (text.get(..at)?, at + joiner.len());
    let other = text.get(behind..)?;
    let full = |piece: &str| piece.len() <= 60 && piece.split_whitespace().count() >= 2;
    if !full(one) || !full(other) {
        return None;
    }
    let ([one_name, other_name], pieces) = ([name::name(one)?, name::name(other)?], [one, other]);
    let known = one_name.strength == Strength::Known || other_name.strength == Strength::Known;
    let shaped = one_name.strength > Strength::Faint && other_name.strength > Strength::Faint;
    (known && shaped).then_some([(one_name, pieces[0], 0), (other_name, pieces[1], behind)])
}

/// Which joiner stands there: the one that comes first in the list counts, wherever it stands.
fn joined_at(text: &str, at: usize) -> Option<(usize, usize, &'static str)> {
    let rest = text.get(at..)?;
    JOINERS.iter().position(|joiner| rest.starts_with(joiner)).map(|nth| (nth, at, JOINERS[nth]))
}

const JOINERS: [&str; 10] = [" and ", " & ", " und ", " et ", " y ", " e ", " och ", " og ", " en ", " i "];

const RUN_BY: [&str; 9] = ["founded", "owned", "led", "run", "managed", "operated", "headed", "started", "commenced"];

/// A heading with the given name in one line and the surname in the next.
fn in_two_lines<'d>(line: &Line<'d>, el: El<'d>) -> Option<(Name, &'d str)> {
    let heading = std::iter::once(el).chain(el.ancestors()).take(4).find(|el| matches!(el.tag(), "h1" | "h2" | "h3" | "h4" | "h5"))?;
    let text = heading.text();
    let (given, surname) = text.split_once('\n')?;
    let short = |words: &str| words.split_whitespace().count() <= 2 && !words.contains(['\n', '\t']);
    let fits = heading.span().start == line.start && text.len() <= 60 && short(given) && short(surname);
    let name = name::name(text).filter(|name| fits && name.strength == Strength::Known && name::name(given).is_none())?;
    Some((name, text))
}

/// "Position: Parts & Service", in a line or in two cells.
fn labelled_title<'d>(line: &Line<'d>, before: &str) -> Option<(&'d str, usize)> {
    let title = match line.text.split_once(':') {
        Some((label, title)) if is_title_label(label) => title.trim(),
        _ if is_title_label(before) => line.text,
        _ => return None,
    };
    let fits = title::could_be(title) && name::name(title).is_none_or(|name| name.strength < Strength::Known);
    fits.then_some((title, line.start + line.text.len() - title.len()))
}

/// "Position", "Funktion:"
pub(super) fn is_title_label(words: &str) -> bool {
    let words = words.trim_matches([' ', ':', '\u{a0}']);
    TITLE_LABELS.iter().any(|label| label.eq_ignore_ascii_case(words))
}

const TITLE_LABELS: [&str; 27] = [
    "job role",
    "title/position",
    "title / position",
    "stanowisko",
    "befattning",
    "stilling",
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
    "berufsbezeichnung",
    "beruf",
    "profession",
    "qualité",
    "funzione",
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
        // "Council Members and Mayor Ada Byron": the post of one, behind that of many.
        let many = before
            .rsplit_once(" and ")
            .filter(|(many, post)| many.ends_with('s') && job_title(many).is_none() && job_title(post).is_some());
        let Some(title) = job_title(many.map_or(before, |(_, post)| post)) else { continue };
        marks.push(Mark::new(What::Title(title), before, start, line, el));
        marks.push(Mark::new(What::Name(name), after.get(..end).unwrap_or(after), start + at + 1, line, el));
        return true;
    }
    false
}

/// "Ada Byron is the director of Engines": a name that opens a sentence about a post.
fn sentence<'d>(text: &'d str, start: usize, line: usize, el: El<'d>, marks: &mut Vec<Mark<'d>>) -> bool {
    let Some((name, end)) = name::leading(text) else { return false };
    marks.push(Mark::new(What::Name(name), text.get(..end).unwrap_or(text), start, line, el));
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
    marks.push(Mark::new(What::Title(title), told, at, line, el));
    true
}

const VERBS: [&str; 12] = [
    "is ",
    "serves as ",
    "works as ",
    "acts as ",
    "joined us as ",
    "has been ",
    "has served as ",
    "was appointed ",
    "was promoted to ",
    "ist ",
    "est ",
    "es ",
];
const ARTICLES: [&str; 11] = ["a ", "an ", "the ", "our ", "currently ", "der ", "die ", "le ", "la ", "el ", "responsible for "];
const STOPS: [&str; 12] =
    [" at ", " with ", " for the ", " of the ", ". ", ", ", " and ", " who ", " where ", " bei ", " chez ", " for over "];

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
