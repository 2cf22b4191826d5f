//! The columns of a table that says in its first row where names and titles stand.

use std::collections::HashMap;

use super::lead;
use crate::page::dom::{Dom, El};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Title,
}

/// What the cells of every such table hold, by their places in the page.
pub(super) fn columns(dom: &Dom) -> HashMap<usize, Column> {
    let mut found = HashMap::new();
    for table in dom.all("table") {
        let mut rows = table.inside_until(|el| el.tag() == "table").filter(|el| el.tag() == "tr");
        let heads: Vec<Head> = rows.next().into_iter().flat_map(El::children).map(head).collect();
        // "Name" alone heads a list of anything; beside a post or a way to reach them they are people.
        let is_of_people =
            heads.contains(&Head::Of(Column::Name)) && heads.iter().any(|head| matches!(head, Head::Of(Column::Title) | Head::Reach));
        if !is_of_people {
            continue;
        }
        for row in rows {
            let cells: Vec<El> = row.children().take(heads.len() + 1).collect();
            for (cell, head) in cells.iter().zip(&heads).filter(|_| cells.len() == heads.len()) {
                if let Head::Of(column) = head {
                    found.insert(cell.place(), *column);
                }
            }
        }
    }
    found
}

#[derive(Debug, PartialEq, Eq)]
enum Head {
    Of(Column),
    /// A telephone number, an address.
    Reach,
    Other,
}

fn head(cell: El) -> Head {
    let lower = cell.words().to_lowercase();
    let says = |words: &[&str]| words.contains(&lower.trim_matches([' ', ':']));
    if says(&NAMES) || lead::introduces(&lower) {
        Head::Of(Column::Name)
    } else if super::mark::is_title_label(&lower) {
        Head::Of(Column::Title)
    } else if REACHES.iter().any(|word| lower.starts_with(word)) {
        Head::Reach
    } else {
        Head::Other
    }
}

const NAMES: [&str; 19] = [
    "employee",
    "employee name",
    "staff member",
    "staff name",
    "person",
    "representative",
    "member",
    "agent",
    "faculty",
    "attorney",
    "officer",
    "instructor",
    "teacher",
    "last name, first name",
    "imię i nazwisko",
    "jméno",
    "namn",
    "navn",
    "name, vorname",
];

const REACHES: [&str; 17] = [
    "phone",
    "telephone",
    "tel",
    "ext",
    "e-mail",
    "email",
    "mobile",
    "cell",
    "direct",
    "mail",
    "fon",
    "durchwahl",
    "tél",
    "courriel",
    "correo",
    "poste",
    "office phone",
];

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::page::html::snapshot;

    #[test]
    fn a_table_of_people_is_told_by_its_first_row() {
        let held = |html: &str| {
            let page = snapshot(html.as_bytes(), None);
            columns(&Dom::new(&page)).len()
        };
        assert_eq!(held("<table><tr><th>Name<th>Position<th>Ext.<tr><td>Byron, Ada<td>Registrar<td>12</table>"), 2);
        assert_eq!(held("<table><tr><td>Office<td>Contact<td>Phone<tr><td>Clerk<td>Ada Byron<td>12</table>"), 1);
        assert_eq!(held("<table><tr><th>Name<th>Price<tr><td>Oak Dresser<td>12</table>"), 0);
        assert_eq!(held("<table><tr><th>Name<th>Phone<tr><td colspan=2>Front office</table>"), 0);
    }
}
