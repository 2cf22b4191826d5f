//! Reading a page: facts with quotes from the snapshot. Reading never fails; a broken page gives fewer facts and says so in `notes`.

mod article;
mod choose;
mod contacts;
pub mod dom;
pub mod email;
mod head;
mod home;
pub mod hooks;
#[cfg(feature = "native")]
pub mod html;
mod list;
mod nobody;
mod organization;
pub mod phone;
pub mod place;
mod profile;
pub mod prose;
mod reading;
mod sites;
mod strangers;
pub mod structured;
mod text;
mod tongue;

use serde::{Deserialize, Serialize};

pub use self::reading::read;
use crate::{
    prospect::{Hook, Prospect},
    snapshot::Snapshot,
};

/// What was read from one page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    pub page: Page,
    /// Absent where the page holds nobody to call.
    pub prospect: Option<Prospect>,
    /// The others on a page that names several.
    pub people: Vec<Prospect>,
    pub hooks: Vec<Hook>,
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub url: Option<String>,
    pub title: String,
    pub lang: Option<String>,
    pub kind: PageKind,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageKind {
    Person,
    Organization,
    Place,
    Event,
    Article,
    #[default]
    Other,
}

/// The page's visible words, for a situation's `pageText`.
pub fn visible_text(snapshot: &Snapshot) -> String {
    dom::Dom::new(snapshot).text().to_owned()
}
