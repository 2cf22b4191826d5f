//! People with their job titles: a name and a title that stand side by side, in a line, in neighbouring lines, cells or list items.

use super::{
    column::columns,
    employer::employer,
    line::Line,
    mark::{Mark, What, mark},
    name::Name,
    pattern,
    setting::{Menus, is_merely_named, leads_to_others},
    title::is_strong,
};
use crate::page::dom::{Dom, El};

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
    /// The house that stands behind the title, by its full name.
    pub(in crate::page) employer: Option<&'d str>,
    /// Stands in a heading, or alone in its own element.
    pub(in crate::page) stands_out: bool,
    pub(in crate::page) merely_named: bool,
    /// Stands where the other entries of a list of people have their names.
    pub(in crate::page) vouched: bool,
}

/// Everyone the lines name, in order.
pub(in crate::page) fn people<'d>(dom: &Dom, lines: &[Line<'d>]) -> Vec<Person<'d>> {
    let columns = columns(dom);
    let mut menus = Menus::default();
    let mut marks: Vec<Mark<'d>> = Vec::new();
    // The level of a heading that leads to others than whom the page is about.
    let mut others: Option<u8> = None;
    for (nth, line) in lines.iter().enumerate() {
        if marks.len() >= MARKS_MOST {
            break;
        }
        if let Some(level) = line.el().and_then(heading) {
            if leads_to_others(line.text) {
                others = Some(others.map_or(level, |above| above.min(level)));
            } else if others.is_some_and(|above| level <= above) {
                others = None;
            }
        }
        if !line.el().is_some_and(|el| menus.hold(el)) {
            let first = marks.len();
            let before = nth.checked_sub(1).and_then(|before| lines.get(before));
            let cell = line.el().filter(|_| !columns.is_empty());
            let cell = cell.and_then(|el| std::iter::once(el).chain(el.ancestors()).take(6).find(|el| matches!(el.tag(), "td" | "th")));
            let column = cell.and_then(|cell| columns.get(&cell.place()).copied());
            mark(line, nth, before, column, &mut marks);
            if others.is_some() || signs(line, before) {
                marks.iter_mut().skip(first).for_each(|mark| mark.by = true);
            }
        }
    }
    pattern::complete(&mut marks, lines);
    pair(marks, lines)
}

/// The level of the heading that an element stands in.
fn heading(el: El) -> Option<u8> {
    std::iter::once(el).chain(el.ancestors()).take(4).find_map(|el| match el.tag().as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(*level),
        _ => None,
    })
}

/// "— Ada Byron, Owner" under a sentence: whoever said it.
fn signs(line: &Line, before: Option<&Line>) -> bool {
    let Some(before) = before.filter(|before| before.text.len() > 24) else { return false };
    let is_quoted = before.text.starts_with(['“', '"', '„', '«', '‘']) && before.text.ends_with(['”', '"', '“', '»', '’']);
    is_quoted && line.text.len() <= 100
        || line.text.starts_with(['-', '–', '—', '~']) && before.text.ends_with(['.', '!', '?', '”', '"', '…', '’'])
}

/// A page with more names and titles than this is a register.
const MARKS_MOST: usize = 1_000;

/// Gives each name the title that stands nearest to it, in the direction the page keeps to.
fn pair<'d>(marks: Vec<Mark<'d>>, lines: &[Line<'d>]) -> Vec<Person<'d>> {
    let titles_follow = orientation(&marks);
    let mut taken = vec![false; marks.len()];
    let mut people: Vec<Person> = Vec::new();
    for (nth, mark) in marks.iter().enumerate() {
        let What::Name(name) = &mark.what else { continue };
        let free = |at: &usize| marks.get(*at).is_some_and(|other| other.owner.is_none_or(|owner| owner == mark.start));
        let reach = if mark.in_row { nth..marks.len().min(nth + 40) } else { nth.saturating_sub(4)..nth + 5 };
        let own = reach.into_iter().find(|at| marks.get(*at).is_some_and(|other| other.owner == Some(mark.start)));
        let next = marks
            .get(nth + 1)
            .filter(|_| free(&(nth + 1)))
            .filter(|_| !taken.get(nth + 1).copied().unwrap_or(true))
            .and_then(|other| Some((nth + 1, closeness(mark, other, lines)?)));
        let before =
            nth.checked_sub(1).filter(|at| !taken[*at] && free(at)).and_then(|at| Some((at, closeness(mark, marks.get(at)?, lines)?)));
        let chosen = match (before, next) {
            (Some(before), Some(next)) if before.1 != next.1 => Some(if before.1 < next.1 { before } else { next }),
            (Some(before), Some(next)) => Some(if titles_follow { next } else { before }),
            (before, next) => before.or(next),
        };
        let chosen = own.map(|at| (at, 0)).or(chosen);
        let (mut job_title, mut works_for) = (None, None);
        if let Some((at, _)) = chosen
            && let Some(mark @ Mark { what: What::Title(title), text, .. }) = marks.get(at)
        {
            taken[at] = true;
            job_title = Some((*title, *text));
            works_for = employer(mark, lines);
        }
        people.push(Person {
            name: name.clone(),
            quote: mark.text,
            start: mark.start,
            el: mark.el,
            job_title,
            employer: works_for,
            stands_out: mark.stands_out || mark.whole && lines.get(mark.line).is_some_and(|line| line.text.len() <= mark.text.len() + 24),
            merely_named: mark.by || is_merely_named(mark.el),
            vouched: mark.vouched,
        });
        // "Ada Byron and Carl Gauss, Partners": both are.
        if mark.joined
            && let [.., one, other] = &mut people[..]
        {
            one.job_title = one.job_title.or(other.job_title);
            other.job_title = other.job_title.or(one.job_title);
        }
    }
    labelled(&mut people, &marks, &taken);
    people
}

/// "Job title: Sales Director" some lines below the only name there is: a record's field.
fn labelled<'d>(people: &mut [Person<'d>], marks: &[Mark<'d>], taken: &[bool]) {
    let mut last: Option<(usize, usize)> = None;
    let mut nth_person = 0;
    for (mark, taken) in marks.iter().zip(taken) {
        match mark.what {
            What::Name(_) => {
                last = Some((nth_person, mark.line));
                nth_person += 1;
            }
            What::Title(title) if mark.led && mark.whole && !taken => {
                let near = last.filter(|(_, line)| mark.line - line <= FIELDS_OF_A_RECORD);
                if let Some(person) = near.and_then(|(nth, _)| people.get_mut(nth)).filter(|person| person.stands_out) {
                    person.job_title = person.job_title.or(Some((title, mark.text)));
                }
            }
            What::Title(_) => {}
        }
    }
}

const FIELDS_OF_A_RECORD: usize = 16;

/// How near a title stands to a name: 0 in the same line, then lines and cells away. None where they have nothing to do with each other.
fn closeness(name: &Mark, title: &Mark, lines: &[Line]) -> Option<usize> {
    let What::Title(_) = title.what else { return None };
    if name.line == title.line {
        // In a paragraph of some sentences what is far off is said of somebody else.
        let gap = title.start.saturating_sub(name.start + name.text.len()).max(name.start.saturating_sub(title.start + title.text.len()));
        return (gap <= A_SENTENCE).then_some(0);
    }
    let apart = name.line.abs_diff(title.line);
    let same_row = lines.get(name.line)?.row == lines.get(title.line)?.row;
    // Only a title that is a line of its own belongs to the line before or after it.
    // Across another line only what says a post and nothing else.
    let far = apart == 2 && !same_row && !title.led && !matches!(title.what, What::Title(words) if is_strong(words));
    if far || !title.whole || !name.whole && !name.stands_out || apart > 2 && !same_row {
        return None;
    }
    Some(if same_row { 1 } else { 1 + apart })
}

const A_SENTENCE: usize = 160;

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
        let people = people(&dom, &lines(&dom));
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
    fn a_list_that_is_set_in_by_a_blockquote_is_no_quote() {
        let html = "<blockquote><li><a>Ada Byron, Sales Director</a><li><a>Carl Gauss, Head of Numbers</a></blockquote>";
        assert_eq!(read(html), two());
    }

    #[test]
    fn a_department_above_two_names_is_what_both_do() {
        let entry = |post: &str, names: &str| format!("<div class=post>{post}</div><div class=who>{names}</div>");
        let html = [
            entry("Sales Director", "Ada Byron"),
            entry("Head of Numbers", "Carl Gauss"),
            entry("Customer Service", "Emma Noether, Mary Somerville"),
        ];
        let service = |name: &str| (name.to_owned(), Some("Customer Service".to_owned()));
        assert_eq!(read(&html.concat()), [two(), vec![service("Emma Noether"), service("Mary Somerville")]].concat());
    }

    #[test]
    fn a_sentence_tells_a_post() {
        assert_eq!(
            read("<p><b>Ada Byron</b> is the Sales Director of Engines."),
            [("Ada Byron".into(), Some("Sales Director of Engines".into()))]
        );
        for told in ["was appointed Sales Director in 2024.", "has been the Sales Director for the past 30 years."] {
            assert_eq!(read(&format!("<p>Ada Byron {told}")), [("Ada Byron".into(), Some("Sales Director".into()))], "{told}");
        }
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
