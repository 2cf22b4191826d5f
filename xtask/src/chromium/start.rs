//! Starting Chromium so that it talks to us and to nobody else.

use std::{
    path::PathBuf,
    process::{Child, Command},
};

use anyhow::Result;

use crate::{
    driven::{Options, spawned},
    shell,
};

/// The browser, installed where it is missing and may be installed.
///
/// # Errors
/// Names the command that installs it.
pub fn executable() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    let known = [
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    shell::find_or_install(&known, &["chromium"])
}

/// Starts it; gives the process and the address to talk to.
pub(super) fn start(options: &Options<'_>) -> Result<(Child, String)> {
    let executable = executable()?;
    let mut command = Command::new(&executable);
    command.args(QUIET).arg(format!("--user-data-dir={}", options.profile.display()));
    if options.headless {
        command.arg("--headless=new");
    }
    if shell::is_root() {
        // As root, Chromium's sandbox refuses to start.
        command.arg("--no-sandbox");
    }
    // On Linux the browser takes its language from the environment, elsewhere from the argument.
    let lang = options.lang.unwrap_or("en-US");
    command.arg(format!("--lang={lang}")).env("LANGUAGE", lang.replace('-', "_"));
    // And what it tells pages of it.
    command.arg(format!("--accept-lang={lang}"));
    if let Some(zone) = options.zone {
        command.env("TZ", zone);
    }
    command.arg("about:blank");
    spawned(&mut command, &options.profile.join("DevToolsActivePort"), |told| {
        let (port, path) = told.split_once('\n')?;
        Some(format!("ws://127.0.0.1:{port}{path}"))
    })
}

/// No first-run pages, no chatter with anybody: what the tests see on the network is the pages' and the extension's alone.
const QUIET: &[&str] = &[
    "--remote-debugging-port=0",
    "--enable-unsafe-extension-debugging",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-search-engine-choice-screen",
    "--disable-features=Translate,OptimizationHints,MediaRouter,InterestFeedContentSuggestions",
    "--metrics-recording-only",
    "--no-pings",
    "--password-store=basic",
    "--use-mock-keychain",
    "--disable-dev-shm-usage",
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
    "--disable-background-timer-throttling",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
    // A microphone that beeps, on machines that have none.
    "--use-fake-device-for-media-stream",
    // Of its own accord the headless screen is 800 x 600, and a popup no higher than what is left of it.
    "--screen-info={1600x1200}",
    "--window-size=1280,900",
];
