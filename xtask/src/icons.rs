//! The PNG icons, drawn from `extension/icons/icon.svg` by a browser. They are committed; run this after changing the drawing.

use std::fs;

use anyhow::Result;

use crate::{
    chromium::{Browser, Options},
    driven::Driven,
    paths, serve,
};

pub const SIZES: [u32; 4] = [16, 32, 48, 128];

pub fn draw() -> Result<()> {
    let folder = paths::root().join("extension/icons");
    let profile = tempfile::tempdir()?;
    let mut browser = Browser::start(&Options { profile: profile.path(), headless: true, now: None, zone: None, lang: None })?;
    let site = serve::folder(folder.clone())?;
    let page = browser.open(&format!("{site}icon.svg"))?;
    for size in SIZES {
        let png = browser.picture_of_size(&page, size, size)?;
        fs::write(folder.join(format!("{size}.png")), png)?;
    }
    browser.quit()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_size_is_drawn() {
        for size in SIZES {
            let png = fs::read(paths::root().join(format!("extension/icons/{size}.png"))).unwrap();
            assert_eq!(&png[1..4], b"PNG");
            for at in [16, 20] {
                assert_eq!(png[at..at + 4], size.to_be_bytes(), "{size}.png");
            }
        }
    }
}
