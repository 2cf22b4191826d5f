//! `cargo xtask COMMAND`: see [`USAGE`].

use std::process::ExitCode;

use anyhow::{Result, bail};
use xtask::{
    aloud, assemble, bench, icons, lint, numbers, package, paths, peers,
    run::{self, Choices},
    shots, size, store, verify,
    wasm::Profile,
    witness, zones,
};

const USAGE: &str = "\
cargo xtask run [--page FILE-OR-URL] [--www] [--headless]
                            build, start Chromium with the extension on a sample page, and press its button
cargo xtask build [--dev]   build dist/chromium, dist/firefox and dist/www (--dev: quickly, and large)
cargo xtask test            format, clippy, native tests, the wasm build and its size, web-ext lint, browser tests
cargo xtask package         build, lint, and zip what the stores get into target/package
cargo xtask shots [--dev | --workbench | --voice | --languages | --hard | --store]
                            build, and picture every screen, light and dark, into target/shots (--workbench, --voice, --languages: as built,
                            only that page, only the message, popup and workbench in every language;
                            --hard: as built, an empty notebook, a name from right to left, twenty touches, more contrast, forced colours;
                            --store: as built, five pictures for the stores' listings)
cargo xtask bench [--browser | --log]
                            criterion over read, decide and draft; then click to decision in Chromium (--browser: only that);
                            --log: 10,000 prospects with 100,000 touches beside an empty notebook
cargo xtask bench --peers FOLDER
                            our reader beside extruct, phonenumbers, microformats-parser and libphonenumber-js, on the pages below it
cargo xtask suites FOLDER [SUITE…]
                            hold the page readers against public test suites (docs/suites.md), and print what differs
cargo xtask aloud           espeak-ng speaks 30 drafts: its seconds beside the formula's
cargo xtask icons           draw the PNG icons from extension/icons/icon.svg
cargo xtask numbers         write src/numbering/plans.deflate from libphonenumber's metadata
cargo xtask zones           write src/moment/zones.txt from the newest IANA database";

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
            size::check(&paths::dist("chromium"))
        }
        ["build", "--dev"] => assemble::build(Profile::Dev),
        ["test"] => verify::everything(),
        ["package"] => {
            assemble::build(Profile::Ship)?;
            lint::firefox()?;
            package::package()
        }
        ["shots", "--store"] => store::pictures(),
        ["shots", "--workbench"] => shots::workbench_only(),
        ["shots", "--languages"] => shots::in_every_language(),
        ["shots", "--hard"] => shots::hard::take(),
        ["shots", "--voice"] => shots::voice_only(),
        ["shots", rest @ ..] => {
            assemble::build(if rest == ["--dev"] { Profile::Dev } else { Profile::Ship })?;
            shots::take()
        }
        ["bench"] => bench::bench(false),
        ["bench", "--peers", folder] => peers::bench(folder),
        ["bench", "--browser"] => bench::bench(true),
        ["bench", "--log"] => bench::log(),
        ["run", rest @ ..] => run::run(&choices(rest)?),
        ["suites", folder, only @ ..] => witness::suites(folder, only),
        ["aloud"] => aloud::compare(),
        ["icons"] => icons::draw(),
        ["numbers"] => numbers::write(),
        ["zones"] => zones::write(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("unknown command `{}`\n\n{USAGE}", args.join(" ")),
    }
}

fn choices(mut args: &[&str]) -> Result<Choices> {
    let mut choices = Choices::default();
    loop {
        args = match args {
            [] => return Ok(choices),
            ["--page", page, rest @ ..] => {
                choices.page = Some((*page).to_owned());
                rest
            }
            ["--www", rest @ ..] => {
                choices.www = true;
                rest
            }
            ["--headless", rest @ ..] => {
                choices.headless = true;
                rest
            }
            [wrong, ..] => bail!("`run` does not know `{wrong}`\n\n{USAGE}"),
        };
    }
}
