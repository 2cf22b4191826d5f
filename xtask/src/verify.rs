//! `cargo xtask test`: everything that must hold, in the order in which it fails fastest.

use anyhow::{Context, Result};

use crate::{assemble, chromium, firefox, lint, paths, shell, size, wasm::Profile};

/// The browser tests, which need `dist/`.
const BROWSER_TESTS: &str = "aftertone-browser-tests";

pub fn everything() -> Result<()> {
    ensure_components()?;
    step("format", || shell::run(shell::cargo().args(["fmt", "--all", "--check"])))?;
    step("clippy", || shell::run(shell::cargo().args(["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"])))?;
    step("native tests", || shell::run(shell::cargo().args(["test", "--workspace", "--quiet", "--exclude", BROWSER_TESTS])))?;
    step("the wasm", || {
        assemble::build(Profile::Ship)?;
        size::check(&paths::dist("chromium"))
    })?;
    step("web-ext lint", lint::firefox)?;
    step("browser tests", || {
        chromium::executable()?;
        let mut tests = shell::cargo();
        tests.args(["test", "--package", BROWSER_TESTS, "--quiet"]);
        if let Err(why) = firefox::executable() {
            shell::skip("the browser tests in Firefox", &why)?;
            tests.arg("--no-default-features");
        }
        // Browsers side by side: on a small machine more than two only make each other wait.
        shell::run(tests.args(["--", "--test-threads", "2"]))
    })?;
    eprintln!("\nall is well");
    Ok(())
}

fn step(name: &str, run: impl FnOnce() -> Result<()>) -> Result<()> {
    eprintln!("\n== {name}");
    let start = std::time::Instant::now();
    run().with_context(|| name.to_owned())?;
    eprintln!("   {name}: {} s", start.elapsed().as_secs());
    Ok(())
}

/// A minimal toolchain comes without these two.
fn ensure_components() -> Result<()> {
    if shell::find(&["rustup"]).is_none() {
        return Ok(());
    }
    for (program, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let there = shell::cargo().args([program, "--version"]).output().is_ok_and(|out| out.status.success());
        if !there {
            shell::run(shell::command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}
