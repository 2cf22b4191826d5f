//! In which order whoever is due stands: the core's own, or one that the user chose. The choice is remembered in the pages' own storage.

use aftertone::due::{Due, Row};

use super::Bench;
use crate::pending;

/// The name of the field.
pub(crate) const FIELD: &str = "due-order";

/// By its id, which is remembered; the first is the core's own.
pub(crate) const ORDERS: [(&str, &str); 6] = [
    ("", "order_call"),
    ("overdue", "order_overdue"),
    ("name", "their_name"),
    ("organization", "organization"),
    ("newest", "sort_newest"),
    ("oldest", "order_oldest"),
];

/// What was chosen last.
pub(super) fn remembered() -> Option<(String, String)> {
    pending::order().map(|order| (FIELD.to_owned(), order))
}

pub(super) fn remember(order: &str) {
    pending::write_order(Some(order).filter(|order| !order.is_empty()));
}

/// Those who are due, in the order that is chosen; of equals, as the core has them. Who has no name, or was never touched, stands last.
pub(crate) fn put(bench: &Bench, due: &mut Vec<&Due>) {
    let order = bench.fields.get(FIELD).map_or("", String::as_str);
    if ORDERS.iter().skip(1).any(|(known, _)| *known == order) {
        let mut keyed: Vec<(Key, &Due)> = due.iter().map(|due| (key(order, due, &bench.row(&due.id).unwrap_or_default()), *due)).collect();
        aftertone::order::by(&mut keyed, |(a, _), (b, _)| a.cmp(b));
        *due = keyed.into_iter().map(|(_, due)| due).collect();
    }
}

/// Nothing to go by, a number, words.
type Key = (bool, i64, String);

fn key(order: &str, due: &Due, row: &Row) -> Key {
    let words = |words: &str| (words.is_empty(), 0, words.to_lowercase());
    let number = |number: Option<i64>| (number.is_none(), number.unwrap_or_default(), String::new());
    let last = row.last.map(|(at, _)| at);
    match order {
        "name" => words(if row.name.is_empty() { &row.organization } else { &row.name }),
        "organization" => words(&row.organization),
        "newest" => number(last.map(|at| -at)),
        "oldest" => number(last),
        _ => number(due.since),
    }
}

#[cfg(test)]
mod tests {
    use aftertone::{due::Why, touch::Kind};

    use super::*;

    #[test]
    fn each_order_is_its_own_and_who_has_nothing_to_go_by_stands_last() {
        let due = |id: &str, since| Due { id: id.into(), why: Why::Overdue, since };
        let row = |name: &str, organization: &str, last: Option<i64>| Row {
            name: name.into(),
            organization: organization.into(),
            last: last.map(|at| (at, Kind::Call)),
            ..Row::default()
        };
        let all = [
            (due("a", Some(20)), row("Zoe", "acme", Some(9))),
            (due("b", None), row("", "Borealis", None)),
            (due("c", Some(10)), row("adam", "Cetus", Some(8))),
            (due("d", Some(20)), row("Mia", "", Some(10))),
        ];
        for (order, expected) in [("overdue", "cadb"), ("name", "cbda"), ("organization", "abcd"), ("newest", "dacb"), ("oldest", "cadb")] {
            let mut keyed: Vec<(Key, &str)> = all.iter().map(|(due, row)| (key(order, due, row), due.id.as_str())).collect();
            aftertone::order::by(&mut keyed, |(a, _), (b, _)| a.cmp(b));
            assert_eq!(keyed.iter().map(|(_, id)| *id).collect::<String>(), expected, "{order}");
        }
    }
}
