//! Telephone numbers: found in the visible text and in `tel:` links, however they are written, with the country told from the page.
//!
//! [`scan`] finds runs of digits, [`split`] cuts them into numbers, [`dial`] asks libphonenumber's metadata under the countries
//! that [`country`] has evidence for, [`label`] reads what stands beside them, [`context`] rules out what is no number.

mod context;
mod country;
mod dial;
mod extension;
mod label;
mod line;
mod link;
mod merge;
mod scan;
mod split;

pub use country::Clues;
pub(crate) use label::fold;

use super::prose::Prose;
use crate::prospect::{Line, Telephone};
use dial::{Dialler, Told};
use label::Label;

/// More numbers than this are a directory, not a prospect.
const MOST: usize = 500;

/// A number and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub telephone: Telephone,
    /// Byte offset into the prose.
    pub at: usize,
    /// ISO 3166-1 alpha-2 of the number's country, where one could be told.
    pub country: Option<String>,
}

/// A number on its way: what was read and what the words beside it say.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    value: String,
    quote: String,
    digits: String,
    told: Told,
    extension: Option<String>,
    label: Option<Label>,
    at: usize,
    end: usize,
    /// It was read from a link's target, not from words.
    link: bool,
    /// The link that its words stand in, by its place among the links.
    inside: Option<usize>,
}

/// Every telephone number of the page, faxes included and marked so, each once, in the order of the page.
pub fn find(prose: &Prose<'_>, clues: &Clues) -> Vec<Found> {
    let mut dialler = Dialler::new();
    let clues = with_international(prose, clues, &mut dialler);
    let mut readings = link::readings(prose, &clues, &mut dialler);
    readings.extend(line::readings(prose, &clues, &mut dialler));
    readings.sort_by_key(|reading| (reading.at, reading.link));
    merge::merged(readings)
}

/// A number given as a value (structured data): its own words are its quote. `fax` where the data says so.
pub fn read_value(value: &str, fax: bool, clues: &Clues) -> Option<Found> {
    let value: String = value.chars().take(200).collect();
    let bare = value.trim();
    let bare = super::email::strip_prefix_ignore_case(bare, "tel:").unwrap_or(bare);
    let prose = Prose::plain(bare);
    let mut dialler = Dialler::new();
    let readings = line::given(&prose, clues, &mut dialler);
    let mut found = merge::merged(readings).into_iter().next()?;
    found.telephone.fact.quote = value.trim().to_owned();
    if fax {
        found.telephone.line = Line::Fax;
    }
    Some(found)
}

/// Numbers with their country code speak for their country.
fn with_international(prose: &Prose<'_>, clues: &Clues, dialler: &mut Dialler) -> Clues {
    let mut clues = clues.clone();
    let mut seen: Vec<String> = Vec::new();
    let mut note = |run: &scan::Run, at: usize, dialler: &mut Dialler| {
        if !run.plus || seen.len() >= 60 {
            return;
        }
        for piece in split::pieces(run, "", dialler, &[], false).into_iter().filter(|piece| piece.plus) {
            if let Told::Number(number) = piece.told
                && number.valid
                && let Some(region) = number.region
                && !seen.contains(&number.e164)
            {
                seen.push(number.e164);
                clues.add_at(at, &format!("{region:?}"), 1.6);
            }
        }
    };
    for line in &prose.lines {
        let words = prose.words(line);
        if !words.contains(['+', '\u{ff0b}']) {
            continue;
        }
        for run in scan::runs(words) {
            note(&run, line.span.start, dialler);
        }
    }
    for link in prose.links.iter().filter(|link| link::is_telephone(link.href)).take(200) {
        for run in scan::runs(&super::email::percent_decoded(link.href)) {
            note(&run, link.span.start, dialler);
        }
    }
    clues.settle();
    clues
}
