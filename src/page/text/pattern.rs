//! What the entries of a list of people have in common: where several names stand in the same setting, what stands in the place of
//! their titles is a title ("Parts & Service", "Partner"), though its words alone would not tell.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use super::{
    line::Line,
    mark::{Mark, What},
    name::{self, Strength},
    title,
};
use crate::page::{dom::El, organization::has_legal_form};

/// Adds the titles that only their place tells, vouches for the names of a list of people, and takes back the faint names of all else.
pub(super) fn complete<'d>(marks: &mut Vec<Mark<'d>>, lines: &[Line<'d>]) {
    rows(marks, lines);
    let mut groups: HashMap<u64, Vec<usize>> = HashMap::new();
    for (nth, mark) in marks.iter().enumerate() {
        // A title that the row below gives is not looked for again.
        if mark.in_row {
            continue;
        }
        if let (What::Name(_), Some(form)) = (&mark.what, form(mark, lines)) {
            groups.entry(hash(&(form, layout(mark.el)))).or_default().push(nth);
        }
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    crate::order::by(&mut groups, Ord::cmp);
    let (mut added, mut vouched): (Vec<Mark<'d>>, Vec<usize>) = (Vec::new(), Vec::new());
    for group in groups {
        let Some(Place { titles, fits, found, owned }) = place_of_titles(&group, marks, lines) else { continue };
        for (title, name) in owned {
            marks[title].owner = Some(name);
        }
        let known = group.iter().filter(|nth| is_known(&marks[**nth])).count();
        // Headlines begin with names too, but what follows them there is a sentence.
        let fitting = fits * 2 >= group.len();
        if fitting && (titles >= 2 || titles >= 1 && known >= 2 && known * 3 >= group.len()) {
            // What only looks like a name is one where it has a title too.
            let is_titled = |nth: &usize| {
                let start = Some(marks[*nth].start);
                found.iter().any(|title| title.owner == start)
                    || marks.iter().skip(nth.saturating_sub(2)).take(5).any(|title| title.owner == start)
            };
            let is_faint = |nth: &usize| matches!(&marks[*nth].what, What::Name(name) if name.strength == Strength::Faint);
            vouched.extend(group.iter().filter(|nth| !is_faint(nth) || is_titled(nth)));
        }
        added.extend(found);
    }
    for nth in vouched {
        marks[nth].vouched = true;
    }
    let taken: Vec<(usize, usize)> = added.iter().map(|mark| (mark.start, mark.start + mark.text.len())).collect();
    let is_taken = |start: usize| taken.iter().any(|(from, to)| (*from..*to).contains(&start));
    marks.retain(|mark| match &mark.what {
        What::Name(name) => !is_taken(mark.start) && (name.strength > Strength::Faint || mark.vouched),
        What::Title(_) => true,
    });
    marks.extend(added);
    crate::order::by_key(marks, |mark| mark.start);
}

/// A row of names above a row of as many titles: each title is the name's above it.
fn rows<'d>(marks: &mut Vec<Mark<'d>>, lines: &[Line<'d>]) {
    // What is all of a line: a name, a title, or nothing of the two.
    let mut alone: Vec<Option<usize>> = vec![None; lines.len()];
    for (nth, mark) in marks.iter().enumerate() {
        if let Some(there) = alone.get_mut(mark.line) {
            *there = (mark.whole && there.is_none()).then_some(nth);
        }
    }
    let is_name =
        |line: usize| alone.get(line).copied().flatten().filter(|nth| matches!(marks[*nth].what, What::Name(_)) && !marks[*nth].joined);
    let title = |line: usize| alone.get(line).copied().flatten().filter(|nth| matches!(marks[*nth].what, What::Title(_)));
    let (mut line, mut pairs, mut added) = (0, Vec::new(), Vec::new());
    while line < lines.len() {
        let names: Vec<usize> = (line..lines.len()).map_while(is_name).collect();
        let count = names.len();
        let below = line + count..(line + 2 * count).min(lines.len());
        line += count.max(1);
        let titles = below.clone().filter(|at| title(*at).is_some()).count();
        let fit = below.clone().all(|at| title(at).is_some() || is_name(at).is_none() && title::could_be(lines[at].text));
        if count < 2 || below.len() < count || titles * 2 < count || !fit || title(below.end).is_some() {
            continue;
        }
        for (name, at) in names.into_iter().zip(below) {
            let (owner, text) = (Some(marks[name].start), lines[at].text);
            match (title(at), lines[at].el()) {
                (Some(title), _) => pairs.push((name, Some(title), owner)),
                (None, Some(el)) => {
                    pairs.push((name, None, owner));
                    added.push(Mark { whole: true, owner, ..Mark::new(What::Title(text), text, lines[at].start, at, el) });
                }
                _ => {}
            }
        }
    }
    for (name, title, owner) in pairs {
        (marks[name].vouched, marks[name].in_row) = (true, true);
        if let Some(title) = title {
            marks[title].owner = owner;
        }
    }
    marks.extend(added);
    crate::order::by_key(marks, |mark| mark.start);
}

/// Where a name stands in its line.
#[derive(Hash, PartialEq, Eq, Clone, Copy)]
enum Form {
    Alone,
    First,
    Last,
}

fn form(mark: &Mark, lines: &[Line]) -> Option<Form> {
    let line = lines.get(mark.line)?;
    let before = line.text.get(..mark.start.checked_sub(line.start)?)?;
    let first = !before.contains(char::is_alphanumeric) || mark.led;
    match (first, rest(mark, line)) {
        (true, None) => Some(Form::Alone),
        _ if line.text.len() > LONGEST_ENTRY => None,
        (true, Some(_)) => Some(Form::First),
        (false, None) => Some(Form::Last),
        (false, Some(_)) => None,
    }
}

/// A longer line is prose about people, no entry of a list.
const LONGEST_ENTRY: usize = 160;

/// The spot of most titles beside the names of a group.
struct Place<'d> {
    /// How many titles stand there.
    titles: usize,
    /// How many have anything there that is a title or could be one.
    fits: usize,
    /// Those that are not marked yet.
    found: Vec<Mark<'d>>,
    /// Titles, and where the names begin that they belong to.
    owned: Vec<(usize, usize)>,
}

fn place_of_titles<'d>(group: &[usize], marks: &[Mark<'d>], lines: &[Line<'d>]) -> Option<Place<'d>> {
    let mut votes: HashMap<u64, (usize, usize, usize, usize, isize)> = HashMap::new();
    // The lines of the names before and after: what stands beyond them is theirs.
    let line = |at: Option<usize>| at.and_then(|at| group.get(at)).map(|nth| marks[*nth].line);
    let bounds = |at: usize| (line(at.checked_sub(1)), line(Some(at + 1)));
    for (at, nth) in group.iter().enumerate() {
        for spot in spots(&marks[*nth], bounds(at), lines) {
            let (titles, posts, likely, fits, order) = votes.entry(spot.key).or_default();
            *titles += usize::from(title_in(&spot, marks).is_some());
            let department = title::is_department(spot.text);
            *posts += usize::from(department && is_known(&marks[*nth]));
            *likely += usize::from(department && marks[*nth].stands_out);
            *fits += usize::from(title::could_be(spot.text) || title_in(&spot, marks).is_some());
            *order = spot.order;
        }
    }
    let (key, (titles, posts, likely, fits, _)) =
        votes.into_iter().max_by_key(|(key, (titles, posts, _, fits, order))| (titles * 4 + posts * 2 + fits, *order, *key))?;
    // Where one entry has a post ("Founder"), "Associate" in the same place of another is one, however rare the name.
    let posts = if titles > 0 { posts.max(likely) } else { posts };
    if titles == 0 && posts == 0 {
        return None;
    }
    let (mut added, mut owned) = (Vec::new(), Vec::new());
    for (at, nth) in group.iter().enumerate() {
        let found = spots(&marks[*nth], bounds(at), lines).into_iter().find(|spot| spot.key == key);
        let Some(spot) = found else { continue };
        let owner = marks[*nth].start;
        if let Some(title) = title_in(&spot, marks) {
            owned.extend((group.len() > 1).then_some((title, owner)));
            continue;
        }
        let likely = titles >= 2 || titles >= 1 && group.len() <= 3 || title::is_department(spot.text);
        if likely && title::could_be(spot.text) && !has_legal_form(spot.text) && name::leading(spot.text).is_none() {
            let owner = (group.len() > 1).then_some(owner);
            added.push(Mark { whole: true, owner, ..Mark::new(What::Title(spot.text), spot.text, spot.start, spot.line, spot.el) });
        }
    }
    Some(Place { titles: titles + posts, fits, found: added, owned })
}

fn is_known(mark: &Mark) -> bool {
    matches!(&mark.what, What::Name(name) if name.strength == Strength::Known)
}

/// A stretch of text beside a name.
struct Spot<'d> {
    /// The same for all that stand in this place beside their names.
    key: u64,
    /// Which of several is preferred.
    order: isize,
    text: &'d str,
    start: usize,
    line: usize,
    el: El<'d>,
}

fn title_in(spot: &Spot, marks: &[Mark]) -> Option<usize> {
    let first = marks.partition_point(|mark| mark.start < spot.start);
    let inside = marks.iter().enumerate().skip(first).take_while(|(_, mark)| mark.start < spot.start + spot.text.len());
    // A post mentioned in a sentence is not what stands there.
    let fills = |mark: &Mark| mark.text.len() * 3 >= spot.text.len();
    inside.take(4).find(|(_, mark)| matches!(mark.what, What::Title(_)) && fills(mark)).map(|(at, _)| at)
}

/// The rest of the name's line, or else the lines around it; in a row of cells only those of the row.
fn spots<'d>(mark: &Mark<'d>, (from, to): (Option<usize>, Option<usize>), lines: &[Line<'d>]) -> Vec<Spot<'d>> {
    let Some(line) = lines.get(mark.line) else { return Vec::new() };
    let here = |text, start, key| vec![Spot { key, order: 0, text, start, line: mark.line, el: mark.el }];
    if let Some((text, start)) = rest(mark, line) {
        return here(text, start, 0);
    }
    let before = mark.start.checked_sub(line.start).and_then(|end| line.text.get(..end)).unwrap_or_default();
    let before = before.trim_end_matches(MARKS);
    if before.contains(char::is_alphanumeric) && !mark.led {
        return here(before, line.start, 1);
    }
    let shares_row = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_some_and(|there| there.row == line.row);
    let in_row = shares_row(mark.line.checked_add(1)) || shares_row(mark.line.checked_sub(1));
    let around = [(1, 3), (2, 1), (-1, 2), (-2, 0)].into_iter().filter_map(|(offset, order)| {
        let at = mark.line.checked_add_signed(offset)?;
        let there = lines.get(at).filter(|there| {
            from.is_none_or(|from| at > from)
                && to.is_none_or(|to| at < to)
                && there.text.len() <= LONGEST_ENTRY
                && (there.row == line.row || !in_row && offset > -2)
        })?;
        let el = there.el()?;
        // What labels the next entry of a definition list is no title of this one.
        if offset > 0 && std::iter::once(el).chain(el.ancestors()).take(3).any(|el| el.tag() == "dt") {
            return None;
        }
        Some(Spot { key: hash(&(offset, layout(el))), order, text: there.text, start: there.start, line: at, el })
    });
    around.collect()
}

const MARKS: [char; 11] = [' ', ',', ':', '-', '–', '—', '|', '•', '·', ';', '('];

/// What follows a name in its line, up to what is no title any more.
fn rest<'d>(mark: &Mark<'d>, line: &Line<'d>) -> Option<(&'d str, usize)> {
    let from = mark.start.checked_sub(line.start)? + mark.text.len();
    let rest = line.text.get(from..)?;
    let text = rest.trim_start_matches(MARKS);
    let start = line.start + from + (rest.len() - text.len());
    let run = line.runs.iter().rev().find(|run| run.start <= start)?;
    let text = text.get(..(run.start + run.text.len()).saturating_sub(start).min(text.len()))?;
    let end = text.find(['|', '•', '·', ';', '(', ')', '\t']).unwrap_or(text.len());
    let text = text.get(..end)?.trim_end_matches(MARKS);
    // "Ada Byron, Carl Gauss": another name is nothing that is said of this one.
    (!text.is_empty() && name::leading(text).is_none()).then_some((text, start))
}

/// The elements around a place by their tags and the classes that an entry of a list shares with the others.
pub(in crate::page) fn layout(el: El) -> u64 {
    let mut hasher = DefaultHasher::new();
    for el in std::iter::once(el).chain(el.ancestors()).take(4) {
        el.tag().hash(&mut hasher);
        for class in el.classes().take(12) {
            if !class.bytes().any(|b| b.is_ascii_digit()) && !["first", "last", "odd", "even", "active", "alt"].contains(&class) {
                class.hash(&mut hasher);
            }
        }
    }
    hasher.finish()
}

fn hash(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}
