//! Running other programs, and installing the ones that are missing.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::paths;

/// A command that starts in the workspace's root.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}

/// Runs it and fails where it fails, naming the whole command line.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    eprintln!("  $ {line}");
    let status = command.status().with_context(|| format!("could not start `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// The cargo that runs us, so that a toolchain override holds for what we start too.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The first of these programs that stands on the path.
pub fn find(programs: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    programs.iter().find_map(|program| {
        let given = Path::new(program);
        if given.is_absolute() {
            return given.is_file().then(|| given.to_owned());
        }
        std::env::split_paths(&path).map(|dir| dir.join(program)).find(|file| file.is_file())
    })
}

/// The system's way to install a package, where one is known.
struct Installer {
    program: &'static str,
    /// Run once before the first install.
    refresh: &'static [&'static str],
    install: &'static [&'static str],
}

const INSTALLERS: &[Installer] = &[
    Installer { program: "apt-get", refresh: &["update", "-q"], install: &["install", "-y", "-q", "--no-install-recommends"] },
    Installer { program: "dnf", refresh: &[], install: &["install", "-y"] },
    Installer { program: "pacman", refresh: &[], install: &["-Sy", "--noconfirm"] },
    Installer { program: "apk", refresh: &[], install: &["add"] },
    Installer { program: "brew", refresh: &[], install: &["install"] },
];

/// Finds one of the programs, or installs the packages with the system's package manager where we are root.
///
/// # Errors
/// Names the exact command to run where we may not install, or where installing did not bring the program.
pub fn find_or_install(programs: &[&str], packages: &[&str]) -> Result<PathBuf> {
    if let Some(found) = find(programs) {
        return Ok(found);
    }
    let name = programs.first().copied().unwrap_or_default();
    let Some(installer) = INSTALLERS.iter().find(|installer| find(&[installer.program]).is_some()) else {
        bail!("{name} is missing, and no known package manager is here: install {} and try again", packages.join(" "));
    };
    if !is_root() {
        bail!(
            "{name} is missing. Install it with:\n\n    sudo {} {} {}\n",
            installer.program,
            installer.install.join(" "),
            packages.join(" ")
        );
    }
    eprintln!("{name} is missing: installing {} with {}", packages.join(" "), installer.program);
    if !installer.refresh.is_empty() {
        run(command(installer.program).args(installer.refresh))?;
    }
    run(command(installer.program).env("DEBIAN_FRONTEND", "noninteractive").args(installer.install).args(packages))?;
    find(programs).with_context(|| format!("{} was installed, but {name} is still not on the path", packages.join(" ")))
}

/// Says loudly that a step is left out. In CI nothing may be.
///
/// # Errors
/// Where the environment names `CI`.
pub fn skip(step: &str, why: &anyhow::Error) -> Result<()> {
    if std::env::var_os("CI").is_some() {
        bail!("{step} can't be done, and CI skips nothing: {why:#}");
    }
    eprintln!("\n*** SKIPPED: {step}\n*** {why:#}\n");
    Ok(())
}

/// Whether we may install packages. Asked of `id`, because std has no user id.
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.trim_ascii() == b"0")
}

/// The command as one would type it.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
