//! `cargo xtask suites` and `cargo xtask bench --peers`: our readers beside what others expect and beside other parsers.

use std::path::Path;

use anyhow::{Result, bail};

use crate::shell;

/// Prints where our readers differ from the public suites below the folder (README of `witness/` says which).
pub fn suites(folder: &str, only: &[&str]) -> Result<()> {
    let folder = Path::new(folder);
    if !folder.is_dir() {
        bail!("{} is no folder: name the one that the suites were fetched to", folder.display());
    }
    let folder = folder.canonicalize()?;
    shell::run(shell::cargo().args(["run", "--quiet", "--package", "aftertone-witness", "--", "suites"]).arg(folder).args(only))
}
