//! Mozilla's linter over the Firefox package: what the store would refuse, or warn of.

use anyhow::Result;

use crate::{manifest::Browser, npm, paths, shell};

const WEB_EXT: &str = "10.7.0";

/// Warnings fail too. Skipped loudly where Node is not to be had.
///
/// # Errors
/// Where the linter finds something; it names each place.
pub fn firefox() -> Result<()> {
    let tool = match npm::file("web-ext", WEB_EXT, "bin/web-ext.js") {
        Ok(tool) => tool,
        Err(why) => return shell::skip("web-ext lint", &why),
    };
    let mut lint = shell::command("node");
    lint.arg(tool).args(["lint", "--warnings-as-errors", "--boring", "--no-config-discovery", "--source-dir"]);
    shell::run(lint.arg(paths::dist(Browser::Firefox.name())))
}
