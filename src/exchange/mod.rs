//! Taking the notebook elsewhere and back: backup, spreadsheet, calendar, address book. All of it pure: records in, text out, and back.

pub mod backup;
pub mod contacts;
pub mod convert;
pub mod csv;
pub mod ics;
pub mod pins;
pub mod vcard;
mod wrong;

pub use wrong::Wrong;

/// Without control characters but line ends and tabs: none of the formats can carry them.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}
