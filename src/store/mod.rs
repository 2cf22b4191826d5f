//! What is kept: text by key, in whatever the browser or the test offers, and the seller's notebook on top of it.

use std::{collections::BTreeMap, fmt};

pub mod contract;
mod line;
pub mod memory;
pub mod migrations;
pub mod mirror;
pub mod notebook;
pub mod profile;
#[cfg(test)]
pub(crate) mod testing;
pub mod turn;

pub(crate) use migrations::edits::moved as facts_to_edits;
pub use notebook::Notebook;
pub(crate) use notebook::understands;

/// Text by key. Each implementation passes [`contract::holds`].
///
/// The futures are not `Send`: a page has one thread.
#[allow(async_fn_in_trait)]
pub trait Store {
    /// Held while a change is read, made and written; let go when dropped, and when the page that holds it closes.
    type Held;

    /// Waits until nobody else holds the lock. Every read-modify-write runs under it. Taking it twice at once waits for ever.
    async fn lock(&self) -> Result<Self::Held, StoreError>;

    /// The texts of the keys that are there. A key whose value is there but unreadable gives an empty text: no value is ever empty.
    async fn get(&self, keys: &[String]) -> Result<BTreeMap<String, String>, StoreError>;

    /// Every key, in any order.
    async fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// All of the changes or none.
    async fn set(&self, changes: &BTreeMap<String, String>) -> Result<(), StoreError>;

    /// A key that is not there is no error.
    async fn remove(&self, keys: &[String]) -> Result<(), StoreError>;
}

/// Why nothing was read or written. Its words say what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// No room left. Nothing was written.
    Full,
    /// The extension was updated or removed while the page was open.
    Gone,
    /// A newer version wrote the notebook: it is shown, never written.
    Newer { schema: u32 },
    /// The browser switched storage off, by a setting or a policy.
    Off,
    /// Anything else, in the browser's words.
    Failed(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("Not saved: there is no room left. Export a backup, delete what you no longer need, then try again."),
            Self::Gone => {
                f.write_str("Not saved: the extension was updated meanwhile. Copy what you typed, close this window and open it again.")
            }
            Self::Newer { schema } => write!(
                f,
                "Not saved: a newer version of After the Tone (notebook {schema}) wrote this notebook, so this one only reads it. Update the extension, or export a backup."
            ),
            Self::Off => {
                f.write_str("Not saved: the browser does not let the extension store anything. Allow storage for it, then try again.")
            }
            Self::Failed(why) => write!(f, "Not saved: the browser's storage answered \"{why}\". Try again; if it stays, export a backup."),
        }
    }
}

impl std::error::Error for StoreError {}
