//! What `run`, `shots` and the browser tests play on: a fixed Monday, a made-up seller, and Chromium.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    chromium,
    driven::{self, Options},
    paths,
};

/// Chromium with the built extension in it.
pub type Stage = driven::Stage<chromium::Browser>;

/// A Monday, 14:05 in Chicago: within everybody's calling hours in the United States.
pub const MONDAY: &str = "2026-11-23T14:05:00-06:00";
/// The same as milliseconds since 1970.
pub const MONDAY_MS: i64 = 1_795_464_300_000;
pub const ZONE: &str = "America/Chicago";

/// A made-up seller, by the popup's fields.
pub const SELLER: [(&str, &str); 4] = [
    ("name", "Sam Reyes"),
    ("organization", "Brightline Freight"),
    ("telephone", "+13125550188"),
    ("offer", "cut freight bills by a tenth for packaging plants"),
];

/// Without a window, on a fixed Monday in Chicago, whatever day and zone it is here.
pub fn monday(profile: &Path) -> Options<'_> {
    Options { profile, headless: true, now: Some(MONDAY_MS), zone: Some(ZONE), lang: None }
}

impl Stage {
    /// On a fixed Monday in Chicago, without a window.
    pub fn on_monday(profile: &Path) -> Result<Self> {
        Self::open(&monday(profile))
    }
}

/// Writes a picture below `target/`, and gives its path.
pub fn keep_picture(folder: &str, name: &str, png: &[u8]) -> Result<PathBuf> {
    let folder = paths::target().join(folder);
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{name}.png"));
    fs::write(&file, png).with_context(|| format!("could not write {}", file.display()))?;
    Ok(file)
}
