//! `cargo xtask COMMAND`: see [`USAGE`].

use std::process::ExitCode;

use anyhow::{Result, bail};
use xtask::{assemble, icons, package, paths, size, verify, wasm::Profile};

const USAGE: &str = "\
cargo xtask build [--dev]   build dist/chromium, dist/firefox and dist/www (--dev: quickly, and large)
cargo xtask test            format, clippy, native tests, the wasm build and its size, browser tests
cargo xtask package         build, and zip what the stores get into target/package
cargo xtask icons           draw the PNG icons from extension/icons/icon.svg";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: Vec<String>) -> Result<()> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["build"] => {
            assemble::build(Profile::Ship)?;
            size::check(&paths::dist("chromium")).map(drop)
        }
        ["build", "--dev"] => assemble::build(Profile::Dev),
        ["test"] => verify::everything(),
        ["package"] => {
            assemble::build(Profile::Ship)?;
            package::package()
        }
        ["icons"] => icons::draw(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("unknown command `{}`\n\n{USAGE}", args.join(" ")),
    }
}
