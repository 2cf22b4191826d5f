//! Witnesses from outside: what public test suites expect, and what our readers say of the same input.
//!
//! `aftertone-witness suites FOLDER` prints what differs; `aftertone-witness time FILE…` prints how long each page takes.
//! The suites are not part of this project: the folder is where they were fetched to.

mod extruct;
mod java;
mod libphonenumber;
mod microformats;
mod schema_org;
mod tally;
mod time;

use std::{path::Path, process::ExitCode};

use anyhow::{Result, bail};

const USAGE: &str = "\
aftertone-witness suites FOLDER [SUITE…]   microformats, schema.org, extruct, libphonenumber: what agrees and what differs
aftertone-witness time                     reads file names from standard input, prints milliseconds a page, parsing included";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("aftertone-witness: {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<()> {
    match args {
        ["suites", folder, only @ ..] => suites(Path::new(folder), only),
        ["time"] => time::time(),
        _ => bail!("what to do?\n\n{USAGE}"),
    }
}

type Suite = fn(&Path) -> Result<tally::Tally>;

const SUITES: [(&str, Suite); 4] = [
    ("microformats", microformats::run),
    ("schema.org", schema_org::run),
    ("extruct", extruct::run),
    ("libphonenumber", libphonenumber::run),
];

fn suites(folder: &Path, only: &[&str]) -> Result<()> {
    let mut table = vec![];
    for (name, run) in SUITES.into_iter().filter(|(name, _)| only.is_empty() || only.contains(name)) {
        let tally = run(folder)?;
        println!("== {name}");
        tally.differences.iter().for_each(|line| println!("{line}"));
        table.extend(tally.rows.iter().map(|(part, row)| (format!("{name} {part}"), *row)));
    }
    println!("\n{:44} {:>6} {:>7} {:>7}", "", "cases", "agree", "differ");
    for (name, row) in table {
        println!("{name:44} {:>6} {:>7} {:>7}", row.cases, row.agree, row.differ);
    }
    Ok(())
}
