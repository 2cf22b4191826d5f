//! What agrees, what differs, and the lines that tell it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// By part of the suite.
    pub(crate) rows: BTreeMap<String, Row>,
    /// One line each: where, what they have, what we have.
    pub(crate) differences: Vec<String>,
}

#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Row {
    /// Pages or texts.
    pub(crate) cases: usize,
    /// Values that are the same, and values that are not.
    pub(crate) agree: usize,
    pub(crate) differ: usize,
}

impl Tally {
    pub(crate) fn case(&mut self, part: &str) {
        self.row(part).cases += 1;
    }

    pub(crate) fn agree(&mut self, part: &str) {
        self.row(part).agree += 1;
    }

    pub(crate) fn differ(&mut self, part: &str, at: &str, theirs: &str, ours: &str) {
        self.row(part).differ += 1;
        self.differences.push(format!("{part} {at}: they {theirs}, we {ours}"));
    }

    /// Compares two lists of values of one field; the order does not count.
    pub(crate) fn compare(&mut self, part: &str, at: &str, theirs: &[String], ours: &[String]) {
        if theirs.is_empty() && ours.is_empty() {
            return;
        }
        let sorted = |list: &[String]| {
            let mut list = list.to_vec();
            list.sort();
            list
        };
        if sorted(theirs) == sorted(ours) {
            self.agree(part);
        } else {
            self.differ(part, at, &shown(theirs), &shown(ours));
        }
    }

    fn row(&mut self, part: &str) -> &mut Row {
        self.rows.entry(part.to_owned()).or_default()
    }
}

fn shown(values: &[String]) -> String {
    if values.is_empty() { "nothing".into() } else { format!("{values:?}") }
}

/// White space as one space: layout inside a value is no difference.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every file below the folder with this ending, sorted.
pub(crate) fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut found = vec![];
    let mut waiting = vec![folder.to_owned()];
    while let Some(here) = waiting.pop() {
        for entry in fs::read_dir(&here).with_context(|| format!("{}", here.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|there| there == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
