//! `cargo xtask COMMAND`: see [`USAGE`].

use std::process::ExitCode;

use anyhow::{Result, bail};
use xtask::{assemble, wasm::Profile};

const USAGE: &str = "cargo xtask build [--dev]    build dist/chromium, dist/firefox and dist/www (--dev: quickly, and large)";

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
        ["build"] => assemble::build(Profile::Ship),
        ["build", "--dev"] => assemble::build(Profile::Dev),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("unknown command `{}`\n\n{USAGE}", args.join(" ")),
    }
}
