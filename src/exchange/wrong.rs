//! What is wrong with a file that is brought in, in English; the extension has words for the same in the user's language.

use std::fmt;

use super::backup::LARGEST;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// A backup beyond [`LARGEST`].
    TooLarge,
    NoBackup,
    /// A newer version wrote it, with this schema.
    Newer(u32),
    /// The first byte that is none.
    NotUtf8(usize),
    Nobody,
    EmptyTable,
    NoColumn,
    PinsTooLarge,
    NoPins,
    EmptyPins,
    /// So many lines of a backup can't be read; the others are taken.
    Unread(usize),
    /// So many people and touches that the backup counts are not in it.
    Lost(usize, usize),
    /// The checksum is that of other lines.
    Changed,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::TooLarge => return write!(f, "This file is larger than {} MB. A backup of After the Tone is smaller.", LARGEST >> 20),
            Self::Newer(schema) => {
                return write!(f, "This backup comes from a newer version (notebook {schema}). Update the extension, then import it.");
            }
            Self::NotUtf8(at) => return write!(f, "not UTF-8 at byte {at}"),
            Self::Unread(1) => "1 line can't be read and is left out.",
            Self::Unread(lines) => return write!(f, "{lines} lines can't be read and are left out."),
            Self::Lost(people, touches) => {
                let (person, touch) = (if *people == 1 { "person" } else { "people" }, if *touches == 1 { "touch" } else { "touches" });
                return write!(f, "{people} {person} and {touches} {touch} that the backup once held are not in it any more.");
            }
            Self::NoBackup => "This is no backup of After the Tone: its first line does not say so. Choose the file that Export made.",
            Self::Nobody => "Nothing to bring in: the file names nobody.",
            Self::EmptyTable => "The table is empty.",
            Self::NoColumn => "No column of the table is known: name one \"Name\", \"Company\", \"Email\" or \"Phone\" in its first row.",
            Self::PinsTooLarge => "This file is larger than 1 MB. A file of pinned scripts is smaller.",
            Self::NoPins => "This is no file of pinned scripts. Choose the file that Export made.",
            Self::EmptyPins => "This file holds no pinned scripts.",
            Self::Changed => "This backup was changed after it was made. Look at what it would bring in before you go on.",
        };
        f.write_str(said)
    }
}

impl From<Wrong> for String {
    fn from(wrong: Wrong) -> Self {
        wrong.to_string()
    }
}
