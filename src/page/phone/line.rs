//! Numbers in running text, line by line, with the labels that belong to each.

use std::ops::Range;

use super::{
    Reading, context,
    country::Clues,
    dial::{Dialler, Told},
    extension,
    label::{self, Label},
    link::is_placeholder,
    scan::{self, Group, Run},
    split::{self, Piece},
};
use crate::page::prose::{Cell, Line, Part, Prose};

pub(super) fn readings(prose: &Prose<'_>, clues: &Clues, dialler: &mut Dialler) -> Vec<Reading> {
    read(prose, clues, dialler, false)
}

/// Numbers of a value that is known to be one.
pub(super) fn given(prose: &Prose<'_>, clues: &Clues, dialler: &mut Dialler) -> Vec<Reading> {
    read(prose, clues, dialler, true)
}

/// A number in its line.
#[derive(Debug)]
struct Hit {
    piece: Piece,
    span: Range<usize>,
    /// The end with the extension.
    end: usize,
    groups: Vec<Group>,
    extension: Option<String>,
    /// A label that words from elsewhere give it (a shared one, a suffix).
    forced: Option<Label>,
    value: Option<String>,
    inside: Option<usize>,
}

/// What the lines before say to the next.
#[derive(Debug, Default)]
struct Carry {
    /// A line that is only a label, and lines since that are only numbers.
    label: Option<Label>,
    /// Numbers already under that label.
    under: usize,
    /// The newest number, for "-99" on a line of its own.
    last: Option<(Piece, Vec<Group>)>,
    since: usize,
}

fn read(prose: &Prose<'_>, clues: &Clues, dialler: &mut Dialler, given: bool) -> Vec<Reading> {
    let headers = headers(prose);
    let mut carry = Carry::default();
    let mut out: Vec<Reading> = Vec::new();
    let (mut first_link, mut first_icon) = (0, 0);
    for line in &prose.lines {
        let words = prose.words(line);
        while prose.links.get(first_link).is_some_and(|link| link.span.end < line.span.start) {
            first_link += 1;
        }
        while prose.icons.get(first_icon).is_some_and(|(at, _)| *at < line.span.start.saturating_sub(2)) {
            first_icon += 1;
        }
        if !has_digit(words) {
            carry.pass(words);
            continue;
        }
        let header = line.cell.filter(|cell| cell.row > 0).and_then(|cell| headers.get(&(cell.table, cell.column)).copied());
        let under_header = || Some(words.to_owned()).filter(|_| header == Some(Label::Extension) && is_extension(words));
        if let Some(last) = out.last_mut()
            && last.extension.is_none()
            && line.span.start.saturating_sub(last.end) < 60
            && let Some(digits) = extension_alone(words, &carry).or_else(under_header)
            && (header != Some(Label::Extension)
                || prose.text.get(last.end..line.span.start).is_some_and(|between| !between.contains('\n')))
        {
            last.extension = Some(digits);
            continue;
        }
        let around = Around { prose, line, first_link, first_icon, given, above: carry.label, header };
        let hits = hits(&around, words, clues, dialler, &mut carry);
        let labels = labels(&around, words, &hits, &mut carry);
        for (hit, label) in hits.into_iter().zip(labels) {
            out.extend(around.accept(words, hit, label));
        }
        out.truncate(5_000);
    }
    out
}

/// Whether a digit stands in it, of whatever script and width.
fn has_digit(words: &str) -> bool {
    words.bytes().any(|b| b.is_ascii_digit()) || !words.is_ascii() && words.chars().any(|c| matches!(scan::folded(c), Some('0'..='9')))
}

/// Labels in the first row of a table, by table and column.
fn headers(prose: &Prose<'_>) -> std::collections::HashMap<(usize, u32), Label> {
    let first = |cell: &Cell| cell.row == 0;
    prose
        .lines
        .iter()
        .filter_map(|line| line.cell.filter(first).and_then(|cell| Some(((cell.table, cell.column), label::whole(prose.words(line))?))))
        .collect()
}

/// "2211" in the column "Ext." of a row that has a number.
fn is_extension(words: &str) -> bool {
    (1..=6).contains(&words.len()) && words.bytes().all(|b| b.is_ascii_digit())
}

/// "Ext. 2211" on a line of its own.
fn extension_alone(words: &str, carry: &Carry) -> Option<String> {
    if words.len() > 24 || words.starts_with(|c: char| c.is_ascii_digit() || c == '#') {
        return None;
    }
    let padded = format!(" {words}");
    let whole = extension::read(&padded).filter(|found| found.1 == padded.len());
    whole.filter(|found| !(carry.dials_through() && extension::takes_a_place(&padded, found))).map(|(digits, _)| digits)
}

impl Carry {
    /// Whether the newest number is a switchboard's that ends in "-0".
    fn dials_through(&self) -> bool {
        self.last.as_ref().is_some_and(|(_, groups)| split::after_dash(groups).is_some())
    }

    /// A line without digits.
    fn pass(&mut self, words: &str) {
        let label = label::whole(words).or_else(|| words.trim_end().ends_with([':', '：']).then(|| label::before(words)).flatten());
        self.since += 1;
        self.label = label;
        self.under = 0;
    }
}

struct Around<'p, 'a> {
    prose: &'p Prose<'a>,
    line: &'p Line,
    first_link: usize,
    first_icon: usize,
    given: bool,
    above: Option<Label>,
    header: Option<Label>,
}

impl Around<'_, '_> {
    /// The telephone link that a span of the line stands in.
    fn link(&self, span: &Range<usize>) -> Option<usize> {
        let (start, end) = (self.line.span.start + span.start, self.line.span.start + span.end);
        let links = self.prose.links.get(self.first_link..)?.iter().take(200);
        links
            .take_while(|link| link.span.start <= start)
            .position(|link| link.span.end >= end && super::link::is_telephone(link.href))
            .map(|at| self.first_link + at)
    }

    /// What an icon between two places of the line says.
    fn icon(&self, from: usize, to: usize) -> Option<Label> {
        let (from, to) = (self.line.span.start + from, self.line.span.start + to);
        let icons = self.prose.icons.get(self.first_icon..)?.iter().take(400);
        let lead = if from == self.line.span.start { 2 } else { 0 };
        icons.take_while(|(at, _)| *at <= to).filter(|(at, _)| *at + lead >= from).filter_map(|(_, says)| icon_label(says)).last()
    }

    /// A number, unless what stands around it speaks against it.
    fn accept(&self, words: &str, hit: Hit, label: Option<Label>) -> Option<Reading> {
        let linked = hit.inside.is_some();
        let strong = hit.piece.plus || split::is_nanp(&hit.groups) || linked || self.given;
        if (context::barred(words, &hit.span) || context::from_to(words, &hit.groups)) && !linked && !self.given
            || is_placeholder(&hit.piece.digits)
        {
            return None;
        }
        let label = match label {
            Some(Label::NotAPhone) if !strong => return None,
            Some(Label::NotAPhone | Label::Extension) => None,
            label => label,
        };
        let valid = matches!(&hit.piece.told, Told::Number(number) if number.valid);
        let possible = matches!(&hit.piece.told, Told::Number(_));
        let named = label.is_some() || linked || self.given;
        if self.touches_letters(words, &hit) && label::after(words.get(hit.end..).unwrap_or_default()).is_none() && !linked && !self.given {
            return None;
        }
        if !named {
            let alone = hit.groups.len() == 1 && words.chars().count() <= hit.span.len() + 24;
            let begins = hit.piece.digits.starts_with('0') || hit.piece.plus;
            let written = context::well_written(&hit.groups, hit.piece.plus) || hit.piece.shares;
            let fits = if valid {
                written || alone && begins
            } else {
                hit.piece.plus && possible && hit.groups.len() > 1
                    || begins && hit.groups.len() > 1 && written && hit.piece.digits.len() >= 9 && words.len() < 60
            };
            if !fits || context::measured(words, &hit.span) {
                return None;
            }
            if self.line.part == Part::Banner && !valid {
                return None;
            }
        }
        if !valid && named && !possible && !hit.piece.shares && !plausible(&hit, words) {
            return None;
        }
        let value = hit.value.clone().or_else(|| words.get(hit.span.start..hit.end).map(str::to_owned))?;
        Some(Reading {
            value: value.trim().to_owned(),
            quote: quote(words, &(hit.span.start..hit.end)),
            digits: hit.piece.digits,
            told: hit.piece.told,
            extension: hit.extension,
            label,
            at: self.line.span.start + hit.span.start,
            end: self.line.span.start + hit.end,
            link: false,
            inside: hit.inside,
        })
    }

    fn touches_letters(&self, words: &str, hit: &Hit) -> bool {
        let latin = |c: char| c.is_alphabetic() && (c as u32) < 0x250;
        let front = hit.groups.first().is_some_and(|group| group.gap.is_empty()) && !hit.piece.plus;
        front && words.get(..hit.span.start).is_some_and(|before| before.ends_with(latin) && label::before(before).is_none())
            || words.get(hit.end..).is_some_and(|after| after.starts_with(latin))
    }
}

/// A labelled number that the metadata does not know: it must at least look like one.
fn plausible(hit: &Hit, words: &str) -> bool {
    let digits = hit.piece.digits.len();
    (7..=15).contains(&digits) && !context::dated(&hit.groups) && !context::measured(words, &hit.span) && hit.groups.len() <= 7
}

/// The classes and words of icons: "fa fa-fax", "icon-phone", "Telephone".
fn icon_label(says: &str) -> Option<Label> {
    if says.len() > 120 {
        return None;
    }
    let mut told = None;
    for word in says.split(|c: char| !c.is_alphanumeric()) {
        let word = word.to_ascii_lowercase();
        told = match word.as_str() {
            "fax" | "telefax" | "print" | "printer" => Some(Label::Fax),
            "mobile" | "cell" | "cellphone" | "smartphone" | "whatsapp" | "handy" | "iphone" => Some(Label::Mobile),
            "phone" | "telephone" | "tel" | "telefon" | "call" if told.is_none() => Some(Label::Phone),
            _ => told,
        };
    }
    told
}

/// Every number of a line, the ones that share another's front included.
fn hits(around: &Around<'_, '_>, words: &str, clues: &Clues, dialler: &mut Dialler, carry: &mut Carry) -> Vec<Hit> {
    let mut out: Vec<Hit> = Vec::new();
    let runs = scan::runs(words);
    let mut end = 0;
    for (at, run) in runs.iter().enumerate() {
        let (Some(first), Some(last)) = (run.groups.first(), run.groups.last()) else { continue };
        if first.span.start < end {
            continue;
        }
        // A price, a year, a house: too few digits for a number of its own, and no end of another's.
        let digits: usize = run.groups.iter().map(|group| group.digits.len()).sum();
        let tail = !run.plus && (first.gap.ends_with('-') || digits == 4 && !out.is_empty());
        if digits + 1 < split::FEWEST && !tail {
            continue;
        }
        let span = first.span.start..last.span.end;
        let next = runs.get(at + 1).and_then(|run| run.groups.first()).map_or(words.len(), |group| group.span.start);
        let before = words.get(end..first.span.start).unwrap_or_default();
        let after = words.get(last.span.end..next).unwrap_or_default();
        let inside = around.link(&span);
        let said = label::before(before)
            .or_else(|| label::after(after))
            .or(if out.is_empty() { around.above.or(around.header) } else { None })
            .or_else(|| around.icon(end, first.span.start));
        let labelled = inside.is_some() || around.given || said.is_some_and(|label| label != Label::NotAPhone);
        let countries = clues.at(around.line.span.start + first.span.start);
        let rest = words.get(last.span.end..).unwrap_or_default();
        if let Some(hit) = shared_front(words, run, before, out.last(), carry, said, dialler, &countries) {
            end = hit.end;
            out.push(hit);
            continue;
        }
        for piece in split::pieces(run, rest, dialler, &countries, labelled) {
            let groups = run.groups.get(piece.groups.clone()).unwrap_or_default().to_vec();
            let (Some(head), Some(tail)) = (groups.first(), groups.last()) else { continue };
            let start = opened(words, head.span.start, run.plus && piece.groups.start == 0, &head.gap);
            let span = start..tail.span.end;
            let extension = if piece.groups.end == run.groups.len() { extension::read(rest) } else { None };
            let extension = extension.filter(|found| split::after_dash(&groups).is_none() || !extension::takes_a_place(rest, found));
            let value = piece.shares.then(|| composed(words, out.last(), &piece)).flatten();
            end = span.end + extension.as_ref().map_or(0, |(_, length)| *length);
            let inside = around.link(&span);
            carry.last = Some((piece.clone(), groups.clone()));
            carry.since = 0;
            // What follows in "IBAN DE89 3704 …", "VAT No. 123 4567 89" is of the same kind.
            let forced = said.filter(|label| *label == Label::NotAPhone && piece.groups.start > 0 && head.gap == " ");
            out.push(Hit { piece, span, end, groups, extension: extension.map(|(digits, _)| digits), forced, value, inside });
        }
    }
    out
}

/// Takes the plus and the opening bracket in.
fn opened(words: &str, start: usize, plus: bool, gap: &str) -> usize {
    let before = words.get(..start).unwrap_or_default();
    let from = if plus {
        before.rfind(['+', '\u{ff0b}'])
    } else if gap.ends_with('(') {
        before.rfind(['(', '[', '（'])
    } else {
        None
    };
    // "(+41 21)": the bracket before the plus.
    let from = from.map(|from| if plus && before.get(..from).is_some_and(|b| b.ends_with('(')) { from - 1 } else { from });
    from.filter(|from| start - from <= 4).unwrap_or(start)
}

/// "312-555-0101" for the end of "312-555-0100/0101".
fn composed(words: &str, last: Option<&Hit>, piece: &Piece) -> Option<String> {
    let last = last?;
    let front = last.value.clone().or_else(|| words.get(last.span.clone()).map(str::to_owned))?;
    let changed = last.piece.digits.bytes().rev().zip(piece.digits.bytes().rev()).count();
    let same = last.piece.digits.bytes().zip(piece.digits.bytes()).take_while(|(a, b)| a == b).count();
    let tail = piece.digits.get(same..)?;
    if last.piece.digits.len() != piece.digits.len() || changed == 0 {
        return Some(piece.digits.clone());
    }
    // Writes the new digits over the old ones, from the end.
    let mut fresh = tail.chars().rev();
    let mut chars: Vec<char> = front.chars().collect();
    for c in chars.iter_mut().rev().filter(|c| c.is_ascii_digit()) {
        match fresh.next() {
            Some(digit) => *c = digit,
            None => break,
        }
    }
    Some(chars.into_iter().collect())
}

/// "Fax -99" after "0711 1234-0", "929-5452" after "(632) 442-0061,".
#[expect(clippy::too_many_arguments)]
fn shared_front(
    words: &str,
    run: &Run,
    before: &str,
    last: Option<&Hit>,
    carry: &Carry,
    said: Option<Label>,
    dialler: &mut Dialler,
    countries: &[(rlibphonenumber::Region, f32)],
) -> Option<Hit> {
    if run.plus {
        return None;
    }
    let digits: String = run.groups.iter().map(|group| group.digits.as_str()).collect();
    let first = run.groups.first()?;
    let span = first.span.start..run.groups.last()?.span.end;
    let make = |piece: Piece, value: Option<String>| Hit {
        piece,
        span: span.clone(),
        end: span.end,
        groups: run.groups.clone(),
        extension: None,
        forced: None,
        value,
        inside: None,
    };
    if run.groups.len() == 1 && digits.len() <= 4 && first.gap.ends_with('-') && said.is_some() {
        // A page's people give their own ends of the house's number, far below it.
        let reach = if matches!(said, Some(Label::Direct | Label::Extension)) { 150 } else { 2 };
        let (base, groups) = carry.last.as_ref().filter(|_| carry.since <= reach)?;
        let drop = split::after_dash(groups)?;
        let (digits, told) = split::expand(base, &digits, Some(drop), dialler, countries)?;
        let value = digits.clone();
        return Some(make(Piece { groups: 0..1, digits, told, shares: true, plus: base.plus }, Some(value)));
    }
    let last = last?;
    let joined =
        matches!(before.trim(), "," | "&" | "or" | "and" | "und" | "oder" | "et" | "ou" | "y" | "o" | ";" | ", and" | ", or" | "/");
    let local = (6..=8).contains(&digits.len()) && run.groups.len() <= 3 && last.piece.digits.len() > digits.len() + 1;
    let short = digits.len() == 4 && run.groups.len() == 1 && last.groups.last().is_some_and(|group| group.digits.len() == 4);
    if !joined || !(local || short) || context::dated(&run.groups) {
        return None;
    }
    let (digits, told) = split::expand(&last.piece, &digits, None, dialler, countries)?;
    let piece = Piece { groups: 0..run.groups.len(), digits, told, shares: true, plus: last.piece.plus };
    let value = composed(words, Some(last), &piece);
    Some(make(piece, value))
}

/// The label of each number of a line: before it or behind it, as the line is written.
fn labels(around: &Around<'_, '_>, words: &str, hits: &[Hit], carry: &mut Carry) -> Vec<Option<Label>> {
    if hits.is_empty() {
        (carry.label, carry.under) = (None, 0);
        return Vec::new();
    }
    let between = |at: usize| {
        let from = at.checked_sub(1).and_then(|before| hits.get(before)).map_or(0, |hit| hit.end);
        words.get(from..hits.get(at).map_or(words.len(), |hit| hit.span.start)).unwrap_or_default()
    };
    let first = label::before(between(0));
    let behind = label::after(between(hits.len()));
    let suffixed = first.is_none() && behind.is_some() && around.above.is_none();
    let mut out: Vec<Option<Label>> = Vec::new();
    for (at, hit) in hits.iter().enumerate() {
        let before = if suffixed && at > 0 { None } else { label::before(between(at)) };
        let after_text = between(at + 1);
        let bracketed = after_text.trim_start().starts_with(['(', '[', '（']);
        let is_last = at + 1 == hits.len();
        let takes_after = suffixed || is_last && (bracketed || first.is_none()) || bracketed && first.is_none();
        let after = if takes_after { label::after(after_text) } else { None };
        let from = at.checked_sub(1).and_then(|before| hits.get(before)).map_or(0, |hit| hit.end);
        let icon = around.icon(from, hit.span.start);
        let mut label = match (before, after) {
            (Some(Label::Phone) | None, Some(after)) => Some(after),
            (before, _) => before,
        }
        .or(icon);
        if label.is_none() {
            // Several numbers in a row share the label before the first; of "Tel/Fax: A / B" the second is the fax.
            let inherits = hit.piece.shares
                || between(at).trim().chars().all(|c| !c.is_alphabetic())
                || matches!(between(at).trim(), "or" | "and" | "oder" | "und" | "ou" | "et" | "o" | "y");
            label = match at.checked_sub(1).and_then(|before| out.get(before).copied().flatten()) {
                Some(known) if inherits && !matches!(known, Label::NotAPhone | Label::PhoneAndFax) => Some(known),
                _ if at == 0 => from_above(around, carry),
                _ => None,
            };
        }
        if label == Some(Label::PhoneAndFax) && hits.len() == at + 2 && between(at + 1).trim().chars().all(|c| !c.is_alphabetic()) {
            label = Some(Label::Phone);
        } else if at == 1 && hits.len() == 2 && between(1).trim().chars().all(|c| !c.is_alphabetic()) && first_is_both(around, between(0)) {
            label = Some(Label::Fax);
        }
        // Under "Fax numbers", "(toll free)" is a toll-free fax.
        if around.above == Some(Label::Fax) && matches!(label, Some(Label::TollFree | Label::Direct | Label::Switchboard)) {
            label = Some(Label::Fax);
        }
        out.push(hit.forced.or(label));
    }
    let only_numbers = words.chars().filter(|c| c.is_alphabetic()).count() < 4;
    // "Fax:" may head several lines that say what each is for.
    let unlabelled = hits.iter().zip(&out).all(|(_, label)| *label == Some(Label::Fax)) && around.above == Some(Label::Fax);
    if only_numbers || unlabelled {
        carry.under += hits.len();
    } else {
        carry.label = None;
        carry.under = 0;
    }
    out
}

fn first_is_both(around: &Around<'_, '_>, before: &str) -> bool {
    label::before(before).or(around.above) == Some(Label::PhoneAndFax)
}

/// What the line above or the head of the column says. Of two numbers under "Telephone / Fax" the second is the fax.
fn from_above(around: &Around<'_, '_>, carry: &Carry) -> Option<Label> {
    match around.above {
        Some(Label::PhoneAndFax) if carry.under == 1 => Some(Label::Fax),
        Some(label) => Some(label),
        None => around.header,
    }
}

/// The number with the words before it, as they stand on the page.
fn quote(words: &str, span: &Range<usize>) -> String {
    if words.len() <= 120 {
        return words.to_owned();
    }
    let head = words.get(..span.start).unwrap_or_default();
    let from = head.char_indices().rev().take(40).filter(|(_, c)| c.is_whitespace()).last().map_or(span.start, |(i, c)| i + c.len_utf8());
    words.get(from..span.end).unwrap_or_default().to_owned()
}
