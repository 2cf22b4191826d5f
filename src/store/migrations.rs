//! The notebook's schema: a number beside the data, and a pure step from each number to the next.

use std::collections::BTreeMap;

use super::line;

pub(crate) mod edits;

/// The schema that this version writes.
pub const SCHEMA: u32 = 2;

/// Where the number stands.
pub const KEY: &str = "schema";

/// All keys with their texts.
pub type Texts = BTreeMap<String, String>;

/// What is only added stands beside what was there, with a default where it is absent, and wants no step.
///
/// The step at place n leads from schema n + 1 to n + 2. Steps are never changed once released; each has a fixture of its old version.
const STEPS: &[fn(Texts) -> Texts] = &[edits::step];

/// What stands under [`KEY`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Nothing, or something unreadable: nothing was written yet, or the number was lost; the data tells.
    Nothing,
    Old(u32),
    Current,
    /// Written by a newer version: to be read and exported, never written.
    Newer(u32),
}

pub fn found(text: Option<&str>) -> Found {
    match text.and_then(|text| line::read::<u32>(text).ok()) {
        None | Some(0) => Found::Nothing,
        Some(schema) if schema < SCHEMA => Found::Old(schema),
        Some(SCHEMA) => Found::Current,
        Some(schema) => Found::Newer(schema),
    }
}

/// The text that says [`SCHEMA`].
pub fn stamp() -> String {
    line::write(&SCHEMA)
}

/// What of everything this version writes otherwise, the number among it. `from` is at least 1.
pub fn migrate(texts: &Texts, from: u32) -> Texts {
    let mut changed = run(STEPS, texts.clone(), from);
    changed.retain(|key, text| texts.get(key) != Some(text));
    changed.insert(KEY.to_owned(), stamp());
    changed
}

fn run(steps: &[fn(Texts) -> Texts], texts: Texts, from: u32) -> Texts {
    steps.iter().skip(from.saturating_sub(1) as usize).fold(texts, |texts, step| step(texts))
}

#[cfg(test)]
mod fixtures;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_tells_what_to_do() {
        assert_eq!(found(None), Found::Nothing);
        assert_eq!(found(Some("damaged")), Found::Nothing);
        assert_eq!(found(Some(&stamp())), Found::Current);
        assert_eq!(found(Some(&line::write(&(SCHEMA + 1)))), Found::Newer(SCHEMA + 1));
        assert_eq!(STEPS.len() as u32 + 1, SCHEMA, "one step for each older schema");
    }

    #[test]
    fn each_step_runs_once_from_where_the_data_stands() {
        let steps: [fn(Texts) -> Texts; 2] =
            [|_| unreachable!("it is at 2 already"), |texts| texts.into_iter().map(|(key, text)| (key, text + " again")).collect()];
        let texts: Texts = [("a".to_owned(), "1".to_owned())].into();
        assert_eq!(run(&steps, texts.clone(), 2), [("a".to_owned(), "1 again".to_owned())].into());
        assert_eq!(migrate(&texts, 1), [(KEY.to_owned(), stamp())].into(), "what stays as it is is not written again");
    }
}
