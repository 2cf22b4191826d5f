//! The list's rows as one text, a line a person: read where they stand, as taking ten thousand of them apart takes longer than all else that
//! opening the list does.

use std::collections::BTreeMap;

use crate::order;

/// Lines `ID<tab>what a list knows of them`, in order of their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    text: String,
    /// Where each line begins; its end is a line feed.
    starts: Vec<u32>,
}

/// What a change makes of rows; none: the person has no row any more.
pub(super) type Changes = BTreeMap<String, Option<String>>;

impl Rows {
    /// Of ids and rows in any order; of two with one id the later stays.
    pub fn of(rows: impl IntoIterator<Item = (String, String)>) -> Self {
        Self::default().changed(&order::map(rows.into_iter().map(|(id, row)| (id, Some(row)))))
    }

    /// Of lines as [`Rows::text`] gave them.
    pub(super) fn read(text: String) -> Self {
        let mut starts = vec![];
        let mut start = 0;
        // Longer than any store gives back in one text.
        while let (Some(line), Ok(begin)) = (text.get(start..).and_then(|rest| rest.split_inclusive('\n').next()), u32::try_from(start)) {
            starts.push(begin);
            start += line.len();
        }
        Self { text, starts }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The rows after a change. A line feed within a row would make two of it: control characters become blanks, all but tabs.
    pub(super) fn changed(&self, changes: &Changes) -> Self {
        let mut text = String::with_capacity(self.text.len() + changes.len() * 100);
        let mut changes = changes.iter().peekable();
        for line in self.text.split_inclusive('\n') {
            let id = line.split(['\t', '\n']).next().unwrap_or_default();
            while let Some((new, made)) = changes.next_if(|(new, _)| new.as_str() < id) {
                write(&mut text, new, made.as_deref());
            }
            match changes.next_if(|(new, _)| *new == id) {
                Some((_, made)) => write(&mut text, id, made.as_deref()),
                None => text.push_str(line),
            }
        }
        changes.for_each(|(new, made)| write(&mut text, new, made.as_deref()));
        Self::read(text)
    }

    pub fn len(&self) -> usize {
        self.starts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// By its place in the order of ids: id and row.
    pub fn at(&self, place: usize) -> Option<(&str, &str)> {
        let line = self.text.get(*self.starts.get(place)? as usize..)?.split('\n').next()?;
        Some(line.split_once('\t').unwrap_or((line, "")))
    }

    pub fn get(&self, id: &str) -> Option<&str> {
        let place = self.starts.partition_point(|start| {
            let bytes = self.text.as_bytes().get(*start as usize..).unwrap_or_default();
            bytes.get(..id.len()).unwrap_or(bytes) < id.as_bytes()
        });
        self.at(place).filter(|(found, _)| *found == id).map(|(_, row)| row)
    }

    /// Ids and rows, in order of ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.text.split_terminator('\n').map(|line| line.split_once('\t').unwrap_or((line, "")))
    }
}

fn write(text: &mut String, id: &str, row: Option<&str>) {
    let Some(row) = row else { return };
    text.push_str(id);
    text.push('\t');
    text.extend(row.chars().map(|c| if c.is_control() && c != '\t' { ' ' } else { c }));
    text.push('\n');
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn made(of: &[(&str, &str)]) -> Rows {
        Rows::default().changed(&of.iter().map(|(id, row)| ((*id).to_owned(), Some((*row).to_owned()))).collect())
    }

    #[test]
    fn lines_are_found_where_they_stand() {
        let rows = made(&[("b", "Bob\tx"), ("a", "Ada"), ("c", "")]);
        assert_eq!(rows.text(), "a\tAda\nb\tBob\tx\nc\t\n");
        assert_eq!((rows.get("b"), rows.get("c"), rows.get(""), rows.get("bb")), (Some("Bob\tx"), Some(""), None, None));
        assert_eq!((rows.at(0), rows.at(3)), (Some(("a", "Ada")), None));
        assert_eq!(made(&[("a", "one\ntwo")]).get("a"), Some("one two"));
        for hostile in ["", "\n", "\n\n", "no tab", "a\tb\nhalf", "é\t\u{0}"] {
            let rows = Rows::read(hostile.to_owned());
            assert_eq!(rows.iter().count(), rows.len(), "{hostile:?}");
            assert_eq!((rows.get("zz"), rows.at(99)), (None, None));
        }
    }

    proptest! {
        #[test]
        fn as_a_map_would_hold_them(
            before in proptest::collection::btree_map(any::<u8>(), ".{0,6}", 0..20),
            changes in proptest::collection::btree_map(any::<u8>(), proptest::option::of("(?s:.{0,6})"), 0..20),
        ) {
            let key = |n: &u8| format!("{n:02x}");
            let plain = |row: &String| row.replace(|c: char| c.is_control() && c != '\t', " ");
            let mut map: BTreeMap<String, String> = before.iter().map(|(n, row)| (key(n), plain(row))).collect();
            let rows = Rows::default().changed(&map.iter().map(|(id, row)| (id.clone(), Some(row.clone()))).collect());
            let changes: Changes = changes.iter().map(|(n, row)| (key(n), row.as_ref().map(plain))).collect();
            for (id, row) in &changes {
                match row {
                    Some(row) => map.insert(id.clone(), row.clone()),
                    None => map.remove(id),
                };
            }
            let rows = rows.changed(&changes);
            let told: Vec<(&str, &str)> = rows.iter().collect();
            prop_assert_eq!(told, map.iter().map(|(id, row)| (id.as_str(), row.as_str())).collect::<Vec<_>>());
            for n in 0..=255u8 {
                prop_assert_eq!(rows.get(&key(&n)), map.get(&key(&n)).map(String::as_str));
            }
            prop_assert_eq!(Rows::read(rows.text().to_owned()), rows);
        }
    }
}
