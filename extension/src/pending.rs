//! What is typed or logged and not yet acknowledged by the notebook, put down at once in the page's own storage: a popup may be gone the
//! moment a key is up, and asking the notebook takes longer than that.

use aftertone::{
    store::{
        mirror::Mirror,
        notebook::{Kept, Total},
        profile::Profile,
    },
    touch::{
        identity::{Alias, Card, Identity},
        log::Event,
    },
};
use serde::{Deserialize, Serialize};
use web_sys::Storage;

const PREFIX: &str = "aftertone-pending:";
const PROFILE: &str = "aftertone-pending-profile";
const TOTAL: &str = "aftertone-total";
const REHEARSAL: &str = "aftertone-rehearsal";
const ORDER: &str = "aftertone-order";

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Pending {
    pub(crate) kept: Option<Kept>,
    pub(crate) events: Vec<Event>,
    /// Who the touches are with, for a window that does not have their page.
    pub(crate) whom: Option<(Vec<Alias>, Card)>,
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

/// The touches that wait, each with who they are with and the key they lie under: those of windows that were closed before they were written.
pub(crate) fn touches() -> Vec<(String, Identity, Vec<Event>)> {
    let waiting = |name: &String| {
        let key = name.strip_prefix(PREFIX)?;
        let Pending { whom, events, .. } = read(key);
        let (aliases, card) = whom?;
        Some((key.to_owned(), Identity { aliases, card }, events))
    };
    names().iter().filter_map(waiting).filter(|(_, _, events)| !events.is_empty()).collect()
}

/// Puts down what waits in this window, beside the touches that wait in another one over the same prospect.
pub(crate) fn remember(key: &str, whom: Identity, kept: Option<Kept>, events: &[Event]) {
    let mut pending = Pending { kept, whom: Some((whom.aliases, whom.card)), ..read(key) };
    for event in events {
        if !pending.events.contains(event) {
            pending.events.push(event.clone());
        }
    }
    write(key, &pending);
}

/// The notebook has these now.
pub(crate) fn landed(key: &str, events: &[Event]) {
    let mut pending = read(key);
    pending.events.retain(|event| !events.contains(event));
    write(key, &pending);
}

fn write(key: &str, pending: &Pending) {
    put(&format!("{PREFIX}{key}"), (!pending.is_empty()).then_some(pending));
}

pub(crate) fn read_profile() -> Option<Profile> {
    get(PROFILE)
}

pub(crate) fn write_profile(profile: Option<&Profile>) {
    put(PROFILE, profile);
}

/// A message on its way to the workbench's stage: with what it would be pinned as, and the pin it came from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Rehearsal {
    pub(crate) script: String,
    pub(crate) template: String,
    pub(crate) pin: Option<String>,
}

pub(crate) fn rehearsal() -> Option<Rehearsal> {
    get(REHEARSAL)
}

pub(crate) fn write_rehearsal(rehearsal: &Rehearsal) {
    put(REHEARSAL, Some(rehearsal));
}

/// In which order the workbench lists whoever is due, where another one than its own was chosen.
pub(crate) fn order() -> Option<String> {
    get(ORDER)
}

pub(crate) fn write_order(order: Option<&str>) {
    put(ORDER, order.as_ref());
}

/// How much the notebook held, as it was told here. Read it before the notebook's own total: a write is told after it was written, so what
/// is read in this order never looks like a loss.
pub(crate) fn mirror() -> Mirror {
    Mirror::read(area().and_then(|area| area.get_item(TOTAL).ok()?).as_deref())
}

/// After a change from `before` to `after`.
pub(crate) fn changed(before: Total, after: Total) {
    write_mirror(mirror().changed(before, after));
}

/// Nothing is missing, or the user goes on without it.
pub(crate) fn settle(total: Total) {
    write_mirror(Mirror::settled(total));
}

/// A backup brought so many events into a notebook that was short of some: `before` is what was known then, `found` what was really there.
pub(crate) fn came_back(before: Mirror, found: Total, count: u64, total: Total) {
    write_mirror(before.changed(found, total).came_back(count, total));
}

/// What waits for people who were deleted, by the keys that were.
pub(crate) fn forget(gone: &[String]) {
    // The last message that was rehearsed may be theirs.
    put(REHEARSAL, None::<&Rehearsal>);
    gone.iter().filter_map(|key| key.strip_prefix("a:")).for_each(|alias| write(alias, &Pending::default()));
}

/// Everything that lies here.
pub(crate) fn forget_everything() {
    let Some(area) = area() else { return };
    names().iter().filter(|name| name.starts_with("aftertone-")).for_each(|name| drop(area.remove_item(name)));
}

fn names() -> Vec<String> {
    let Some(area) = area() else { return vec![] };
    (0..area.length().unwrap_or_default()).filter_map(|at| area.key(at).ok()?).collect()
}

fn write_mirror(mirror: Mirror) {
    if let Some(area) = area() {
        // A storage that is full costs the second memory, not the touch.
        let _ = area.set_item(TOTAL, &mirror.text());
    }
}

fn area() -> Option<Storage> {
    crate::local_store::memory(&web_sys::window()?).ok()?
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
