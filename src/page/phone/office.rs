//! Offices in several countries: which of them stands over its numbers, or below.

use super::scan;
use crate::page::prose::Prose;

/// Bytes from a town to the number of the same office: its country and a label, or its street, stand between.
pub(super) const NEAR: usize = 120;

/// Whether each office's number stands over its address and not below: told by which of the two has a neighbour more often. `addresses` are
/// byte offsets, in order.
pub(super) fn numbers_first(prose: &Prose<'_>, addresses: &[usize]) -> bool {
    let lines = prose.lines.iter().filter(|line| prose.words(line).bytes().filter(u8::is_ascii_digit).nth(FEWEST - 1).is_some());
    let numbers: Vec<usize> = lines.flat_map(|line| starts(prose.words(line)).map(|at| line.span.start + at)).take(MOST).collect();
    let between = |from: usize, to: usize| numbers.iter().any(|at| (from..to).contains(at));
    let (mut over, mut below) = (0, 0);
    for (nth, address) in addresses.iter().enumerate().take(MOST) {
        let last = nth.checked_sub(1).and_then(|last| addresses.get(last)).copied().unwrap_or_default();
        let next = addresses.get(nth + 1).copied().unwrap_or(usize::MAX);
        over += usize::from(between(last.max(address.saturating_sub(NEAR)), *address));
        below += usize::from(between(*address, next.min(address + NEAR)));
    }
    over > below
}

/// Where something long enough to be a telephone number begins, postcodes aside.
fn starts(words: &str) -> impl Iterator<Item = usize> {
    let is_long = |run: &scan::Run| run.groups.iter().map(|group| group.digits.len()).sum::<usize>() >= FEWEST;
    scan::runs(words).into_iter().filter(is_long).filter_map(|run| run.groups.first().map(|group| group.span.start))
}

const FEWEST: usize = 7;
const MOST: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_side_that_has_a_neighbour_more_often() {
        let below = "12 Mill Row, Leeds\nTel. 0113 245 6789\n3 place du Moulin, Lyon\nTel. 04 78 37 00 68";
        let at = |text: &str, towns: [&str; 2]| towns.map(|town| text.find(town).unwrap_or_default());
        assert!(!numbers_first(&Prose::plain(below), &at(below, ["Leeds", "Lyon"])));
        let over = "Tel. 0113 245 6789\n12 Mill Row, Leeds\nTel. 04 78 37 00 68\n3 place du Moulin, Lyon";
        assert!(numbers_first(&Prose::plain(over), &at(over, ["Leeds", "Lyon"])));
        assert!(!numbers_first(&Prose::plain("Leeds, Lyon"), &[0, 7]));
    }
}
