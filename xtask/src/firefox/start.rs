//! Starting Firefox so that it listens to us and talks to nobody else.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command},
};

use anyhow::Result;

use crate::{driven::spawned, shell};

/// The browser, installed where it is missing and may be installed.
///
/// # Errors
/// Names the command that installs it.
pub fn executable() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("FIREFOX") {
        return Ok(named.into());
    }
    let known = ["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];
    // Debian has the long-term release alone.
    let package = if shell::find(&["apt-get"]).is_some() { "firefox-esr" } else { "firefox" };
    shell::find_or_install(&known, &[package])
}

/// Starts it without a window; gives the process and the port it listens on.
pub(super) fn start(profile: &Path, zone: Option<&str>) -> Result<(Child, u16)> {
    let executable = executable()?;
    fs::write(profile.join("user.js"), preferences())?;
    let mut command = Command::new(&executable);
    command.args(["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile"]).arg(profile);
    // Of its own accord the headless screen is smaller than a popup beside a sidebar.
    command.env("MOZ_HEADLESS_WIDTH", "1600").env("MOZ_HEADLESS_HEIGHT", "1200");
    // Its own home, so that nothing is written beside the profile. No crash reporter: a test that kills it means it.
    command.env("HOME", profile).env("MOZ_CRASHREPORTER_DISABLE", "1");
    // Without it a release ignores which server its settings come from.
    command.env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
    if let Some(zone) = zone {
        command.env("TZ", zone);
    }
    spawned(&mut command, &profile.join("MarionetteActivePort"), |told| told.parse().ok())
}

fn preferences() -> String {
    PREFERENCES.iter().fold(String::new(), |mut text, (name, value)| {
        // Writing into a string can't fail.
        let _ = writeln!(text, "user_pref(\"{name}\", {value});");
        text
    })
}

/// No first-run pages and no chatter with anybody, a port that the system picks, and a temporary add-on that finds its storage again.
const PREFERENCES: &[(&str, &str)] = &[
    ("marionette.port", "0"),
    // A temporary add-on goes when Firefox closes; these two keep for its next time what an installed one would keep.
    ("extensions.webextensions.keepStorageOnUninstall", "true"),
    ("extensions.webextensions.keepUuidOnUninstall", "true"),
    ("app.normandy.enabled", "false"),
    ("app.shield.optoutstudies.enabled", "false"),
    ("app.update.disabledForTesting", "true"),
    ("browser.aboutwelcome.enabled", "false"),
    ("browser.backup.enabled", "false"),
    ("browser.ml.enable", "false"),
    ("browser.newtab.preload", "false"),
    ("browser.newtabpage.enabled", "false"),
    ("browser.region.network.url", "\"\""),
    ("browser.safebrowsing.downloads.enabled", "false"),
    ("browser.safebrowsing.malware.enabled", "false"),
    ("browser.safebrowsing.phishing.enabled", "false"),
    ("browser.safebrowsing.update.enabled", "false"),
    ("browser.search.update", "false"),
    ("browser.sessionstore.resume_from_crash", "false"),
    ("browser.shell.checkDefaultBrowser", "false"),
    ("browser.startup.homepage", "\"about:blank\""),
    ("browser.startup.page", "0"),
    ("browser.tabs.warnOnClose", "false"),
    ("browser.topsites.contile.enabled", "false"),
    ("datareporting.healthreport.uploadEnabled", "false"),
    ("datareporting.policy.dataSubmissionEnabled", "false"),
    // Tabs that lie behind another run as quickly as the one in front.
    ("dom.min_background_timeout_value", "4"),
    ("dom.min_background_timeout_value_without_budget_throttling", "4"),
    ("dom.timeout.enable_budget_timer_throttling", "false"),
    ("extensions.getAddons.cache.enabled", "false"),
    ("extensions.systemAddon.update.enabled", "false"),
    ("extensions.update.enabled", "false"),
    ("media.gmp-manager.updateEnabled", "false"),
    ("network.captive-portal-service.enabled", "false"),
    ("network.connectivity-service.enabled", "false"),
    ("network.dns.disablePrefetch", "true"),
    // Whatever asks the network all the same is refused at once; loopback is never proxied.
    ("network.proxy.http", "\"127.0.0.1\""),
    ("network.proxy.http_port", "9"),
    ("network.proxy.ssl", "\"127.0.0.1\""),
    ("network.proxy.ssl_port", "9"),
    ("network.proxy.type", "1"),
    ("nimbus.rollouts.enabled", "false"),
    ("services.settings.server", "\"data:,\""),
    ("toolkit.startup.max_resumed_crashes", "-1"),
    ("toolkit.telemetry.enabled", "false"),
    ("toolkit.telemetry.server", "\"\""),
];
