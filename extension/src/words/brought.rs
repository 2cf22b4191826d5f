//! What is wrong with a file that is brought in, in the user's language. The core says the same in English (`exchange/wrong.rs`), for the
//! command line.

use aftertone::exchange::{Wrong, backup};

use super::{
    counted, numeral,
    say::{say, say_with},
};

pub(crate) fn wrong(wrong: Wrong) -> String {
    match wrong {
        Wrong::TooLarge => say_with("backup_too_large", &[&(backup::LARGEST >> 20).to_string()]),
        Wrong::NoBackup => say("file_no_backup"),
        Wrong::Newer(schema) => say_with("backup_newer", &[&schema.to_string()]),
        Wrong::NotUtf8(at) => say_with("file_not_utf8", &[&numeral(at)]),
        Wrong::Nobody => say("file_names_nobody"),
        Wrong::EmptyTable => say("table_empty"),
        Wrong::NoColumn => say("table_without_columns"),
        Wrong::PinsTooLarge => say("pins_file_too_large"),
        Wrong::NoPins => say("file_no_pins"),
        Wrong::EmptyPins => say("file_without_pins"),
        Wrong::Unread(lines) => counted("lines_left_out", lines),
        Wrong::Lost(people, touches) => say_with("backup_lost", &[&counted("people_count", people), &counted("touches_count", touches)]),
        Wrong::Changed => say("backup_changed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_words_are_the_cores() {
        use Wrong::{
            Changed, EmptyPins, EmptyTable, Lost, Newer, NoBackup, NoColumn, NoPins, Nobody, NotUtf8, PinsTooLarge, TooLarge, Unread,
        };
        let plain = [TooLarge, NoBackup, Newer(7), Nobody, EmptyTable, NoColumn, PinsTooLarge, NoPins, EmptyPins, Changed];
        let counted = [Unread(1), Unread(2), Lost(1, 1), Lost(0, 2)];
        for one in plain.into_iter().chain(counted) {
            assert_eq!(wrong(one), one.to_string());
        }
        // The command line puts the file's name in front.
        assert!(wrong(NotUtf8(18)).ends_with(&format!("{}.", NotUtf8(18))));
    }
}
