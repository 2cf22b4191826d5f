//! What is typed or logged and not yet acknowledged by the notebook, put down at once in the page's own storage: a popup may be gone the
//! moment a key is up, and asking the notebook takes longer than that.

use aftertone::{
    store::{
        notebook::{Kept, Total},
        profile::Profile,
    },
    touch::log::Event,
};
use serde::{Deserialize, Serialize};
use web_sys::Storage;

const PREFIX: &str = "aftertone-pending:";
const PROFILE: &str = "aftertone-pending-profile";
const TOTAL: &str = "aftertone-total";

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Pending {
    pub(crate) kept: Option<Kept>,
    pub(crate) events: Vec<Event>,
}

impl Pending {
    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_none() && self.events.is_empty()
    }
}

/// What the prospect of this key waits for.
pub(crate) fn read(key: &str) -> Pending {
    get(&format!("{PREFIX}{key}")).unwrap_or_default()
}

pub(crate) fn write(key: &str, pending: &Pending) {
    put(&format!("{PREFIX}{key}"), (!pending.is_empty()).then_some(pending));
}

pub(crate) fn read_profile() -> Option<Profile> {
    get(PROFILE)
}

pub(crate) fn write_profile(profile: Option<&Profile>) {
    put(PROFILE, profile);
}

/// How much the notebook held when it was last looked at.
pub(crate) fn read_total() -> Option<Total> {
    get(TOTAL)
}

pub(crate) fn write_total(total: &Total) {
    put(TOTAL, Some(total));
}

fn area() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn get<T: serde::de::DeserializeOwned>(key: &str) -> Option<T> {
    serde_json::from_str(&area()?.get_item(key).ok()??).ok()
}

/// A storage that is full or off costs nothing here: the notebook itself tells of it.
fn put(key: &str, value: Option<&impl Serialize>) {
    let Some(area) = area() else { return };
    let _ = match value.and_then(|value| serde_json::to_string(value).ok()) {
        Some(text) => area.set_item(key, &text),
        None => area.remove_item(key),
    };
}
