//! The two browsers' manifests, from one source: `extension/manifest.json` holds what they share, `manifest.NAME.json` what differs.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::paths;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The folder below `dist/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }
}

/// The whole manifest of one browser: shared keys first, then its own; the version is the workspace's.
pub fn manifest(browser: Browser) -> Result<Value> {
    let mut whole = read("manifest.json")?;
    whole.insert("version".into(), env!("CARGO_PKG_VERSION").into());
    lay_over(&mut whole, read(&format!("manifest.{}.json", browser.name()))?);
    Ok(Value::Object(whole))
}

/// Objects go into each other; anything else replaces what stood there.
fn lay_over(whole: &mut Map<String, Value>, own: Map<String, Value>) {
    for (key, value) in own {
        match (whole.get_mut(&key), value) {
            (Some(Value::Object(shared)), Value::Object(more)) => lay_over(shared, more),
            (_, value) => {
                whole.insert(key, value);
            }
        }
    }
}

fn read(name: &str) -> Result<Map<String, Value>> {
    let file = paths::root().join("extension").join(name);
    let text = fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON object", file.display()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;

    const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                       base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    #[test]
    fn it_asks_for_six_permissions_and_nothing_more() {
        let chromium = manifest(Browser::Chromium).unwrap();
        assert_eq!(chromium["permissions"], json!(["activeTab", "scripting", "storage", "unlimitedStorage", "contextMenus", "sidePanel"]));
        // Firefox knows no side panel: its sidebar needs no permission.
        let firefox = manifest(Browser::Firefox).unwrap();
        assert_eq!(firefox["permissions"], json!(["activeTab", "scripting", "storage", "unlimitedStorage", "contextMenus"]));
    }

    /// 116 opens the side panel at a press. What a key or the menu asks for opens the popup from 127 on; before that it waits a minute for the
    /// press that opens it, so that nobody is shut out for two keys.
    #[test]
    fn chromium_is_asked_for_no_newer_than_the_side_panel_needs() {
        assert_eq!(manifest(Browser::Chromium).unwrap()["minimum_chrome_version"], "116");
        let background = fs::read_to_string(paths::root().join("extension/background.js")).unwrap();
        assert!(background.contains("action.openPopup?.("), "what is younger than 116 is asked for with care");
    }

    #[test]
    fn it_may_ask_for_reminders_and_for_a_key_that_copies() {
        assert_eq!(manifest(Browser::Chromium).unwrap()["optional_permissions"], json!(["alarms", "notifications"]));
        // Firefox takes no `alarms` as an optional permission: there the badge tells. Chromium lets a key copy without being asked.
        assert_eq!(manifest(Browser::Firefox).unwrap()["optional_permissions"], json!(["clipboardWrite"]));
    }

    /// Each is argued where users read it, and nothing is that is not asked for.
    #[test]
    fn privacy_lists_the_permissions_that_are_asked_for() {
        let argued = fs::read_to_string(paths::root().join("PRIVACY.md")).unwrap();
        let argued: BTreeSet<String> =
            argued.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once("` | ")?.0.to_owned())).collect();
        let asked = Browser::ALL.map(|browser| {
            let manifest = manifest(browser).unwrap();
            ["permissions", "optional_permissions"].map(|key| manifest[key].as_array().cloned().unwrap())
        });
        let asked: BTreeSet<String> = asked.iter().flatten().flatten().map(|name| name.as_str().unwrap().to_owned()).collect();
        assert_eq!(argued, asked);
    }

    #[test]
    fn it_reaches_no_page_without_a_click() {
        for browser in Browser::ALL {
            let manifest = manifest(browser).unwrap();
            for key in [
                "host_permissions",
                "optional_host_permissions",
                "content_scripts",
                "web_accessible_resources",
                "externally_connectable",
                "chrome_url_overrides",
                "devtools_page",
                "declarative_net_request",
                "sandbox",
            ] {
                assert!(manifest.get(key).is_none(), "{key} in the manifest of {}", browser.name());
            }
            assert_eq!(manifest["manifest_version"], 3);
            assert_eq!(manifest["content_security_policy"], json!({"extension_pages": CSP}));
            assert_eq!(manifest["action"]["default_popup"], "popup.html");
            assert_eq!(manifest["commands"]["_execute_action"]["suggested_key"]["default"], "Alt+Shift+J");
        }
    }

    /// Firefox opens a menu of its own by Alt and its letter, with Shift too, before any extension hears of the key. These are the letters in
    /// English, German, Spanish and French.
    #[test]
    fn no_key_is_one_of_firefox_s_menus() {
        const MENUS: &str = "ABCDEFHILMORSTVXY";
        let manifest = manifest(Browser::Firefox).unwrap();
        let commands = manifest["commands"].as_object().unwrap();
        assert_eq!(commands.len(), 4);
        for (name, command) in commands {
            let letter = command["suggested_key"]["default"].as_str().unwrap().strip_prefix("Alt+Shift+").unwrap();
            assert!(!MENUS.contains(letter), "{name}: {letter}");
        }
    }

    #[test]
    fn the_button_stands_on_firefox_s_toolbar() {
        let action = &manifest(Browser::Firefox).unwrap()["action"];
        // Of its own accord Firefox puts it into the menu of extensions, two presses away.
        assert_eq!(action["default_area"], "navbar");
        assert_eq!(action["default_popup"], "popup.html");
    }

    #[test]
    fn firefox_is_told_that_no_data_is_collected() {
        let gecko = &manifest(Browser::Firefox).unwrap()["browser_specific_settings"]["gecko"];
        assert_eq!(gecko["data_collection_permissions"]["required"], json!(["none"]));
        assert!(gecko["id"].as_str().unwrap().contains('@'));
    }
}
