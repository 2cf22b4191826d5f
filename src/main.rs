//! `aftertone`: the same core as the popup, on saved pages and JSON. The shapes are in the README.

use std::{io::Write, process::ExitCode};

mod command;

fn main() -> ExitCode {
    match command::run() {
        Ok(code) => code,
        Err(wrong) => {
            // One plain line, whatever the message quotes; nothing more can be done where even standard error is gone.
            let line: String = wrong.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            let _ = writeln!(std::io::stderr(), "aftertone: {line}");
            ExitCode::from(2)
        }
    }
}
