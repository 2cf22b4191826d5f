//! What the screens say, as plain functions over the core's answers: tested without a browser.

pub(crate) mod ahead;
pub(crate) mod authors;
pub(crate) mod brought;
pub(crate) mod crm_line;
pub(crate) mod date;
pub(crate) mod dated;
pub(crate) mod flip;
pub(crate) mod fuzzy;
pub(crate) mod headline;
pub(crate) mod labels;
#[cfg(test)]
mod languages;
pub(crate) mod limits;
pub(crate) mod marks;
pub(crate) mod missing;
pub(crate) mod number;
mod numeral;
pub(crate) mod pace;
pub(crate) mod pins;
pub(crate) mod proof;
pub(crate) mod reading;
pub(crate) mod say;
pub(crate) mod shares;
pub(crate) mod spoken;
pub(crate) mod trouble;
pub(crate) mod voiced;
pub(crate) mod when;
pub(crate) mod why;
pub(crate) mod within;

pub(crate) use numeral::{counted, decimal, numeral};

/// The first letter in upper case; the rest as it is.
pub(crate) fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
