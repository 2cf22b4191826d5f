//! The least a popup can do: show the title of the page it was opened on, and say so once it is painted. The floor that our popup is measured
//! against.

use std::{fs, path::PathBuf};

use anyhow::Result;

use crate::paths;

const MANIFEST: &str = r#"{
  "manifest_version": 3,
  "name": "Bare",
  "version": "1",
  "permissions": ["activeTab", "scripting"],
  "action": { "default_popup": "popup.html" }
}
"#;

const PAGE: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare</title><script type="module" src="popup.js"></script></head>
<body><p id="title"></p></body></html>
"#;

const SCRIPT: &str = "const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: () => document.title, injectImmediately: true });
document.getElementById('title').textContent = result;
requestAnimationFrame(() => setTimeout(() => { document.documentElement.dataset.ready = 'true' }));
";

/// Writes it below `target/` and gives its folder.
pub fn extension() -> Result<PathBuf> {
    let folder = paths::target().join("bare");
    fs::create_dir_all(&folder)?;
    for (name, text) in [("manifest.json", MANIFEST), ("popup.html", PAGE), ("popup.js", SCRIPT)] {
        fs::write(folder.join(name), text)?;
    }
    Ok(folder)
}
