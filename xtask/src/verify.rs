//! `cargo xtask test`: everything that must hold, in the order in which it fails fastest.

use anyhow::{Context, Result};

use crate::{
    again, assemble, chromium, firefox, lint, paths, shell, size,
    wasm::{self, Profile},
};

/// What the property tests draw here, so that one tree gives one answer; `cargo test` by itself draws anew each time.
const SEED: &str = "20261123";

/// The browser tests, which need `dist/`.
const BROWSER_TESTS: &str = "aftertone-browser-tests";

pub fn everything() -> Result<()> {
    ensure_components()?;
    step("format", || shell::run(shell::cargo().args(["fmt", "--all", "--check"])))?;
    step("clippy", || shell::run(shell::cargo().args(["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"])))?;
    step("native tests", || {
        let mut tests = shell::cargo();
        shell::run(tests.args(["test", "--workspace", "--quiet", "--exclude", BROWSER_TESTS]).env("PROPTEST_RNG_SEED", SEED))
    })?;
    step("the wasm", || {
        assemble::build(Profile::Ship)?;
        size::check(&paths::dist("chromium"))?;
        // Built here, so that no browser waits beside a compiler.
        wasm::contract().map(drop)
    })?;
    step("web-ext lint", lint::firefox)?;
    step("browser tests", || {
        chromium::executable()?;
        let firefox = firefox::executable();
        if let Err(why) = &firefox {
            shell::skip("the browser tests in Firefox", why)?;
        }
        again::run(|| {
            let mut tests = shell::cargo();
            tests.args(["test", "--package", BROWSER_TESTS, "--quiet"]).args(firefox.is_err().then_some("--no-default-features"));
            tests
        })
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
