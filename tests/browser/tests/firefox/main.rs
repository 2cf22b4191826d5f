//! Firefox, without a window: the toolbar button, the popup, the sidebar, and several pages that write at once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod keys;
mod manual;
mod races;
mod sidebar;
mod stores;
mod story;
