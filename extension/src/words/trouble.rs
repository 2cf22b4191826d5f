//! What is wrong with what is stored, in the user's language. The core says the same in English (`store/`), for the command line.

use aftertone::store::{StoreError, notebook::Trouble};

use super::say::{form, say_with};

/// Why nothing was read or written, and what to do.
pub(crate) fn not_saved(error: &StoreError) -> String {
    let (key, part) = match error {
        StoreError::Full => ("not_saved_full", String::new()),
        StoreError::Gone => ("not_saved_gone", String::new()),
        StoreError::Newer { schema } => ("not_saved_newer", schema.to_string()),
        StoreError::Off => ("not_saved_off", String::new()),
        StoreError::Failed(why) => ("not_saved_failed", why.clone()),
    };
    say_with(key, &[&part])
}

/// Of everything that the notebook found missing or damaged.
pub(crate) fn all(troubles: &[Trouble]) -> Vec<String> {
    troubles.iter().map(of).collect()
}

pub(crate) fn of(trouble: &Trouble) -> String {
    let (key, counted) = match *trouble {
        Trouble::Missing(count) => ("entries_missing", Some(count)),
        Trouble::Damaged(count) => ("entries_damaged", Some(count)),
        Trouble::Newer(count) => ("entries_newer", Some(count)),
        Trouble::ReadOnly { schema } => return say_with("notebook_newer", &[&schema.to_string()]),
        Trouble::Differs => ("log_differs", None),
        Trouble::HeadLost => ("record_damaged", None),
        Trouble::KeptLost => ("typed_lost", None),
        Trouble::ProfileLost => ("profile_lost", None),
    };
    match counted {
        Some(count) => say_with(&form(key, count as usize), &[&count.to_string()]),
        None => say_with(key, &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_words_are_the_cores() {
        use StoreError::{Failed, Full, Gone, Newer, Off};
        for error in [Full, Gone, Newer { schema: 7 }, Off, Failed("quota $1".into())] {
            assert_eq!(not_saved(&error), error.to_string());
        }
        use Trouble::{Damaged, Differs, HeadLost, KeptLost, Missing, ProfileLost, ReadOnly};
        let counted = [1, 2].into_iter().flat_map(|n| [Missing(n), Damaged(n), Trouble::Newer(n)]);
        for trouble in counted.chain([Differs, HeadLost, KeptLost, ProfileLost, ReadOnly { schema: 7 }]) {
            assert_eq!(of(&trouble), trouble.to_string());
        }
    }
}
