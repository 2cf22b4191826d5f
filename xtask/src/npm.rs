//! Tools of npm at pinned versions, installed below `target/tools` and never globally. Nothing of them is shipped.

use std::{fs, path::PathBuf};

use anyhow::Result;

use crate::{paths, shell};

/// A package, its version, and the file of it that is used.
#[derive(Debug, Clone, Copy)]
pub struct Tool {
    pub package: &'static str,
    pub version: &'static str,
    /// Within the package.
    pub file: &'static str,
}

/// The tool's file, installed first where it is not there yet.
///
/// # Errors
/// Where Node or npm is missing and may not be installed, or the registry can't be reached.
pub fn file(tool: Tool) -> Result<PathBuf> {
    let Tool { package, version, file } = tool;
    let prefix = paths::target().join("tools").join(format!("{package}-{version}"));
    let found = prefix.join("node_modules").join(package).join(file);
    shell::find_or_install(&["node"], &["nodejs"])?;
    if !found.is_file() {
        let npm = shell::find_or_install(&["npm"], &["npm"])?;
        fs::create_dir_all(&prefix)?;
        let mut install = shell::command(npm);
        install.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(&prefix);
        shell::run(install.arg(format!("{package}@{version}")))?;
    }
    Ok(found)
}
