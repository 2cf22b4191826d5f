//! The browser's process, until it listens.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, bail};

use crate::patience::Patience;

/// Slow disks and busy machines included.
const PATIENCE: Duration = Duration::from_secs(180);

/// Starts the browser and waits until it has written where it listens into the file, in words that `read` understands.
pub(crate) fn spawned<T>(command: &mut Command, port_file: &Path, read: impl Fn(&str) -> Option<T>) -> Result<(Child, T)> {
    let name = command.get_program().to_string_lossy().into_owned();
    if port_file.exists() {
        fs::remove_file(port_file)?;
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().with_context(|| format!("could not start {name}"))?;
    let mut patience = Patience::of(PATIENCE);
    loop {
        if let Some(told) = read(fs::read_to_string(port_file).unwrap_or_default().trim()) {
            return Ok((child, told));
        }
        if let Some(status) = child.try_wait()? {
            bail!("{name} ended at once ({status}); start it by hand to see why");
        }
        if patience.is_over() {
            child.kill()?;
            child.wait()?;
            bail!("{name} did not open its debugging port");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}
