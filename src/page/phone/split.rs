//! Cuts a run of digits into the numbers that stand in it.

use std::ops::Range;

use rlibphonenumber::Region;

use super::{
    context::dated,
    dial::{Dialled, Dialler, Told},
    scan::{Group, Run},
};

/// One number of a run.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// Places in the run's groups.
    pub groups: Range<usize>,
    /// As dialled, without the country code where none is written.
    pub digits: String,
    pub told: Told,
    /// Its front is the number's before it ("555-0100/0101").
    pub shares: bool,
    pub plus: bool,
}

/// Shorter ones are rooms and years.
pub(super) const FEWEST: usize = 7;
const MOST: usize = 15;

pub(super) fn pieces(run: &Run, after: &str, dialler: &mut Dialler, countries: &[(Region, f32)], labelled: bool) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut from = if super::context::is_ip(&run.groups) { run.groups.len() } else { 0 };
    while from < run.groups.len() {
        let plus = run.plus && from == 0;
        // A date with a time behind it hides no number.
        if !plus
            && run
                .groups
                .get(from..from + 3)
                .is_some_and(|groups| dated(groups) && groups.first().is_some_and(|group| group.digits.len() == 4))
        {
            from += 3;
            continue;
        }
        if let Some(piece) = longest(run, from, plus, after, dialler, countries, labelled) {
            from = piece.groups.end;
            out.push(piece);
            continue;
        }
        if let Some(piece) = out.last().and_then(|last| shared(run, from, last, dialler, countries)) {
            from = piece.groups.end;
            out.push(piece);
            continue;
        }
        from += 1;
    }
    out
}

/// The longest number that begins at a group; a valid one before one that is merely possible.
fn longest(
    run: &Run,
    from: usize,
    plus: bool,
    after: &str,
    dialler: &mut Dialler,
    countries: &[(Region, f32)],
    labelled: bool,
) -> Option<Piece> {
    let limit = reach(run, from, plus, after);
    let mut kept: Option<(u8, Piece)> = None;
    for end in (from + 1..=limit).rev() {
        let groups = run.groups.get(from..end)?;
        let digits = written(groups, plus);
        if digits.len() < if labelled { FEWEST - 1 } else { FEWEST } || digits.len() > MOST + 2 || dated(groups) && !plus {
            continue;
        }
        let told = if plus {
            dialler.international(&digits).map_or(Told::None, Told::Number)
        } else {
            dialler.national(&digits, &with_shape(groups, countries), labelled)
        };
        let rank = match &told {
            Told::Number(Dialled { valid: true, .. }) => 3,
            Told::Number(_) => 2,
            Told::Unclear => 1,
            Told::None => 0,
        };
        if kept.as_ref().is_none_or(|(best, _)| rank > *best) {
            kept = Some((rank, Piece { groups: from..end, digits, told, shares: false, plus }));
        }
        if rank == 3 {
            break;
        }
    }
    let (rank, piece) = kept?;
    // Nothing valid: the run is a number as a whole or not at all.
    (rank == 3
        || from == 0 && (plus || labelled || rank > 0)
        || (rank >= 1 || labelled && piece.digits.len() >= 9) && starts_anew(run, from))
    .then_some(piece)
}

fn starts_anew(run: &Run, at: usize) -> bool {
    run.groups.get(at).is_some_and(|group| group.gap.len() > 1 || group.gap.contains('('))
}

/// How far a number that begins at a group can go before another begins.
fn reach(run: &Run, from: usize, plus: bool, after: &str) -> usize {
    let mut digits = 0;
    for at in from..run.groups.len() {
        let Some(group) = run.groups.get(at) else { break };
        if at > from && digits >= FEWEST && parts(run, from, at, digits, plus, after) {
            return at;
        }
        digits += group.digits.len();
        if digits > MOST + 2 {
            return at.max(from + 1);
        }
    }
    run.groups.len()
}

/// Whether a new thing begins at a group, `digits` digits into a number.
fn parts(run: &Run, from: usize, at: usize, digits: usize, plus: bool, after: &str) -> bool {
    let (Some(first), Some(group)) = (run.groups.get(from), run.groups.get(at)) else { return false };
    let rest: usize = run.groups.iter().skip(at).map(|group| group.digits.len()).sum();
    let enough = digits >= if plus { 9 } else { FEWEST };
    let slash = group.gap.contains('/');
    let wide =
        group.gap.len() >= 3 && group.gap.starts_with(' ') && group.gap.ends_with(' ') || group.gap == "  " || group.gap.contains(". ");
    if enough && slash && group.digits.len() <= 4 && run.groups.get(at + 1).is_none_or(|next| next.gap.contains('/') || next.gap == " ") {
        return true;
    }
    if enough && (slash || wide) && rest >= FEWEST {
        return true;
    }
    if group.gap.contains(". ") && digits >= FEWEST {
        return true;
    }
    if group.gap.ends_with('(') && digits >= FEWEST && group.digits != "0" {
        return true;
    }
    if digits >= FEWEST && group.digits.len() >= 3 && group.digits == first.digits && rest >= FEWEST {
        return true;
    }
    // "+234 803 2477 496" has another country's code before the groups.
    let is_north_american = !plus || first.digits == "1";
    if is_north_american && is_nanp(run.groups.get(from..at).unwrap_or_default()) && group.gap.starts_with(' ') {
        return true;
    }
    // "… 10115 Berlin"
    let last = at + 1 == run.groups.len();
    let mut words = after.chars();
    last && enough
        && group.digits.len() == 5
        && group.gap == " "
        && words.next() == Some(' ')
        && words.next().is_some_and(char::is_uppercase)
        && words.next().is_some_and(char::is_lowercase)
}

/// The digits of a number, without a trunk zero in brackets behind its country code (Italy dials it).
fn written(groups: &[Group], plus: bool) -> String {
    let mut digits = String::new();
    for (at, group) in groups.iter().enumerate() {
        let bracketed = group.digits == "0" && group.gap.ends_with('(') && groups.get(at + 1).is_some_and(|next| next.gap.starts_with(')'));
        let coded = plus || digits.starts_with("00") || digits.len() <= 3;
        if at > 0 && bracketed && coded && !digits.ends_with("39") {
            continue;
        }
        digits.push_str(&group.digits);
    }
    digits
}

/// The countries, with North America where the number is written as only North Americans write it.
fn with_shape(groups: &[Group], countries: &[(Region, f32)]) -> Vec<(Region, f32)> {
    let mut countries = countries.to_vec();
    if is_nanp(groups) {
        let spaces = groups.iter().skip(1).all(|group| group.gap == " ");
        let bonus = if spaces { 1.7 } else { 2.6 };
        match countries.iter_mut().find(|(region, _)| super::dial::is_nanp(*region)) {
            Some((_, weight)) => *weight += bonus,
            None => countries.push((Region::US, bonus)),
        }
    }
    crate::order::by(&mut countries, |a, b| b.1.total_cmp(&a.1));
    countries.truncate(5);
    countries
}

/// 312-555-0100, 1 (312) 555-0100, 1-800-FLOWERS.
pub(super) fn is_nanp(groups: &[Group]) -> bool {
    let groups = match groups {
        [one, rest @ ..] if one.digits == "1" => rest,
        _ => groups,
    };
    let heads = |digits: &str| digits.bytes().next().is_some_and(|b| (b'2'..=b'9').contains(&b));
    match groups {
        // 1866 296 6672
        [area, exchange, line] if area.digits.len() == 4 => {
            area.digits.starts_with("18") && exchange.digits.len() == 3 && line.digits.len() == 4
        }
        [area, exchange, line] => {
            area.digits.len() == 3
                && exchange.digits.len() == 3
                && line.digits.len() == 4
                && heads(&area.digits)
                && (heads(&exchange.digits) || exchange.vanity)
        }
        [area, line] => area.digits.len() == 3 && line.digits.len() == 7 && heads(&area.digits) && (line.vanity || area.gap.ends_with('(')),
        _ => false,
    }
}

/// The country whose people alone write their numbers in such groups.
pub(super) fn shaped_as_in(groups: &[Group]) -> Option<&'static str> {
    let lengths: Vec<usize> = groups.iter().take(6).map(|group| group.digits.len()).collect();
    let first = groups.first()?.digits.as_str();
    let opens = |fronts: &[&str]| fronts.iter().any(|front| first.starts_with(front));
    match lengths.as_slice() {
        // 0180 and 0137 are dialled in Germany too.
        [5, 6] | [5, 3, 3] if opens(&["01"]) && !opens(&["0180", "0137", "0190"]) => Some("GB"),
        [4, 3, 4] | [4, 7] if opens(&["0121", "0131", "0141", "0161", "0191", "011", "0203", "0207", "0208", "084", "087", "033"]) => {
            Some("GB")
        }
        [2, 2, 2, 2, 2] if opens(&["0"]) => Some("FR"),
        [3, 3, 2, 2] if opens(&["0"]) => Some("CH"),
        [4, 3, 3] if opens(&["1300"]) => Some("AU"),
        // Japan, Korea and Taiwan have such groups too, with dashes between them.
        [2, 4, 4] if opens(&["02", "03", "07", "08"]) && !groups.iter().any(|group| group.gap.contains('-')) => Some("AU"),
        _ => None,
    }
}

/// "555-0100/0101", "(632) 442-0061 / 929-5452", "1234-0/-11": the end of the number before it, said again.
fn shared(run: &Run, from: usize, last: &Piece, dialler: &mut Dialler, countries: &[(Region, f32)]) -> Option<Piece> {
    let group = run.groups.get(from)?;
    if !group.gap.contains('/') || last.groups.end != from && !last.shares {
        return None;
    }
    let mut end = from + 1;
    let mut digits = group.digits.clone();
    while let Some(next) = run.groups.get(end).filter(|next| !next.gap.contains('/') && digits.len() < 8) {
        digits.push_str(&next.digits);
        end += 1;
    }
    let base = run.groups.get(last.groups.clone())?;
    let kept = after_dash(base).filter(|_| group.gap.ends_with('-'));
    expand(last, &digits, kept, dialler, countries).map(|(digits, told)| Piece {
        groups: from..end,
        digits,
        told,
        shares: true,
        plus: last.plus,
    })
}

/// The digits behind a number's last dash: what an extension replaces ("1234-0").
pub(super) fn after_dash(groups: &[Group]) -> Option<usize> {
    groups.last().filter(|last| groups.len() > 1 && last.gap.ends_with('-') && last.digits.len() <= 4).map(|last| last.digits.len())
}

/// A number with its last `drop` digits (as many as are said, where nothing is known) said anew.
pub(super) fn expand(
    last: &Piece,
    tail: &str,
    drop: Option<usize>,
    dialler: &mut Dialler,
    countries: &[(Region, f32)],
) -> Option<(String, Told)> {
    let head = last.digits.len().checked_sub(drop.unwrap_or(tail.len()))?;
    if head < 2 || tail.is_empty() || tail.len() > 8 {
        return None;
    }
    let digits = format!("{}{tail}", last.digits.get(..head)?);
    let told = match &last.told {
        Told::Number(number) => {
            let region = number.region;
            let again = if last.plus { dialler.international(&digits) } else { None };
            match (again, region) {
                (Some(number), _) => Told::Number(number),
                (None, Some(region)) => dialler.national(&digits, &[(region, 9.0)], true),
                (None, None) => dialler.national(&digits, countries, true),
            }
        }
        other => other.clone(),
    };
    (told != Told::None || last.told == Told::None).then_some((digits, told))
}

#[cfg(test)]
mod tests {
    use super::super::scan::runs;
    use super::*;

    fn numbers(line: &str, country: Region) -> Vec<String> {
        let mut dialler = Dialler::new();
        runs(line)
            .iter()
            .flat_map(|run| {
                pieces(
                    run,
                    line.get(run.groups.last().map_or(0, |g| g.span.end)..).unwrap_or_default(),
                    &mut dialler,
                    &[(country, 4.0)],
                    false,
                )
            })
            .map(|piece| match piece.told {
                Told::Number(number) => number.e164,
                _ => piece.digits,
            })
            .collect()
    }

    #[test]
    fn neighbours_are_parted() {
        assert_eq!(numbers("415-666-7777 - 800-443-1223", Region::US), ["+14156667777", "+18004431223"]);
        assert_eq!(numbers("(415) 666-7777 (800) 443-1223", Region::US), ["+14156667777", "+18004431223"]);
        assert_eq!(numbers("75201 214-555-0100", Region::US), ["+12145550100"]);
        assert_eq!(numbers("214-555-0100 75201", Region::US), ["+12145550100"]);
        assert_eq!(numbers("+49 30 2312512 10115 Berlin", Region::DE), ["+49302312512"]);
        assert_eq!(numbers("0711 / 123 45-0", Region::DE), ["+49711123450"]);
    }

    #[test]
    fn ends_said_again_share_the_front() {
        assert_eq!(numbers("312-555-0100/0101", Region::US), ["+13125550100", "+13125550101"]);
        assert_eq!(numbers("0711 123456-0/-11", Region::DE), ["+497111234560", "+4971112345611"]);
        assert_eq!(numbers("01 44 55 66 77 / 78", Region::FR), ["+33144556677", "+33144556678"]);
    }

    #[test]
    fn a_trunk_zero_in_brackets_is_not_dialled() {
        assert_eq!(numbers("+44 (0) 20 7946 0018", Region::US), ["+442079460018"]);
        assert_eq!(numbers("+44 (0)20 7946 0018", Region::US), ["+442079460018"]);
        assert_eq!(numbers("0049 (0)711 123450", Region::DE), ["+49711123450"]);
    }

    #[test]
    fn dates_and_rooms_are_none() {
        assert!(numbers("2012-01-02 08:00", Region::US).is_empty());
        assert!(numbers("Room 12 34", Region::US).is_empty());
    }
}
