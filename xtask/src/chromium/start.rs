//! Starting Chromium so that it talks to us and to nobody else.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant, SystemTime},
};

use anyhow::{Context, Result, bail};

use crate::shell;

#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The folder of the profile. The same folder, started again, remembers.
    pub profile: &'a Path,
    pub headless: bool,
    /// What the pages' clocks show at the start, as milliseconds since 1970; none: the machine's.
    pub now: Option<i64>,
    /// IANA name of the zone the whole browser lives in; none: the machine's.
    pub zone: Option<&'a str>,
    /// The language of the browser (BCP 47); none: American English.
    pub lang: Option<&'a str>,
}

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
    let port_file = options.profile.join("DevToolsActivePort");
    if port_file.exists() {
        std::fs::remove_file(&port_file)?;
    }
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
    if let Some(zone) = options.zone {
        command.env("TZ", zone);
    }
    command.arg("about:blank").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().with_context(|| format!("could not start {}", executable.display()))?;

    let end = Instant::now() + Duration::from_secs(60);
    loop {
        let told = std::fs::read_to_string(&port_file).unwrap_or_default();
        if let Some((port, path)) = told.trim().split_once('\n') {
            return Ok((child, format!("ws://127.0.0.1:{port}{path}")));
        }
        if let Some(status) = child.try_wait()? {
            bail!("{} ended at once ({status}); start it by hand to see why", executable.display());
        }
        if Instant::now() > end {
            child.kill()?;
            child.wait()?;
            bail!("{} did not open its debugging port", executable.display());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

pub fn unix_milliseconds() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or_default()
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
