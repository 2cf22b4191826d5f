//! `dist/`: the unpacked extension for each browser, and the try-it page.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::{
    manifest::{self, Browser},
    paths,
    wasm::{self, Profile},
};

/// What of `extension/` is shipped. Everything else there is source.
const SHIPPED: &[&str] = &["html", "css", "js", "png"];

/// Builds everything below `dist/`.
pub fn build(profile: Profile) -> Result<()> {
    let glue = wasm::build(profile)?;
    for browser in Browser::ALL {
        let out = fresh(browser.name())?;
        pages(&out)?;
        copy_tree(&glue, &out, |_| true)?;
        // The sample prospect is read as a pasted page is.
        fs::copy(paths::root().join("www/parse.js"), out.join("parse.js"))?;
        let text = serde_json::to_string_pretty(&manifest::manifest(browser)?)?;
        fs::write(out.join("manifest.json"), text + "\n")?;
    }
    let www = fresh("www")?;
    pages(&www)?;
    copy_tree(&glue, &www, |_| true)?;
    copy_tree(&paths::root().join("www"), &www, |_| true)?;
    for not_here in [
        "background.js",
        "popup.html",
        "panel.html",
        "workbench.html",
        "workbench.css",
        "voice.css",
        "workbench.js",
        "workbench_bg.wasm",
        "asked.js",
        "receipt.js",
        "sample.html",
        "sample.css",
    ] {
        let file = www.join(not_here);
        if file.is_file() {
            fs::remove_file(file)?;
        }
    }
    eprintln!("built dist/chromium, dist/firefox and dist/www");
    Ok(())
}

fn fresh(name: &str) -> Result<std::path::PathBuf> {
    let out = paths::dist(name);
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    Ok(out)
}

/// The extension's own files: pages, styles, scripts, icons and the browsers' words.
fn pages(out: &Path) -> Result<()> {
    let from = paths::root().join("extension");
    for entry in fs::read_dir(&from)? {
        let path = entry?.path();
        let shipped = path.extension().is_some_and(|end| SHIPPED.iter().any(|known| end == *known));
        if let (true, Some(name)) = (shipped && path.is_file(), path.file_name()) {
            fs::copy(&path, out.join(name))?;
        }
    }
    for carried in ["numbering/plans.deflate", "moment/zones.txt"] {
        let file = paths::root().join("src").join(carried);
        fs::copy(&file, out.join(file.file_name().unwrap_or_default()))?;
    }
    for folder in ["icons", "_locales"] {
        if from.join(folder).is_dir() {
            copy_tree(&from.join(folder), &out.join(folder), |file| file.extension().is_some_and(|end| end == "png" || end == "json"))?;
        }
    }
    Ok(())
}

fn copy_tree(from: &Path, to: &Path, wanted: fn(&Path) -> bool) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("could not list {}", from.display()))? {
        let path = entry?.path();
        let Some(name) = path.file_name() else { continue };
        if path.is_dir() {
            copy_tree(&path, &to.join(name), wanted)?;
        } else if wanted(&path) {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}
