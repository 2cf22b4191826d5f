//! Programs from the npm registry, each of one version, installed below `target/` and never globally.

use std::{fs, path::PathBuf};

use anyhow::{Result, bail};

use crate::{paths, shell};

/// The file of an npm package, installed where it is not there yet. `file` is its path within the package.
///
/// # Errors
/// Where Node or npm can't be found or installed, or the package does not come or lacks the file.
pub fn file(package: &str, version: &str, file: &str) -> Result<PathBuf> {
    let prefix = paths::target().join("tools").join(format!("{package}-{version}"));
    let wanted = prefix.join("node_modules").join(package).join(file);
    shell::find_or_install(&["node"], &["nodejs"])?;
    if !wanted.is_file() {
        let npm = shell::find_or_install(&["npm"], &["npm"])?;
        fs::create_dir_all(&prefix)?;
        let mut install = shell::command(npm);
        install.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--prefix"]).arg(&prefix);
        shell::run(install.arg(format!("{package}@{version}")))?;
    }
    if !wanted.is_file() {
        bail!("{package} {version} was installed, but has no {file}");
    }
    Ok(wanted)
}
