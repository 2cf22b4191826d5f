//! `cargo xtask suites`: our readers beside what public test suites expect.

use std::path::Path;

use anyhow::{Result, bail};

use crate::shell;

/// Prints where our readers differ from the public suites below the folder (docs/suites.md says which).
pub fn suites(folder: &str, only: &[&str]) -> Result<()> {
    let folder = Path::new(folder);
    if !folder.is_dir() {
        bail!("{} is no folder: name the one that the suites were fetched to", folder.display());
    }
    let folder = folder.canonicalize()?;
    shell::run(shell::cargo().args(["run", "--quiet", "--package", "aftertone-witness", "--", "suites"]).arg(folder).args(only))
}
