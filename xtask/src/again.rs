//! The browser tests, and once more those that failed.
//!
//! A browser is somebody else's program with a clock of its own: on a busy machine it may start late or draw late. A test that fails is run a second
//! time, alone; one that holds then is named as unsteady, and one that fails twice fails the run.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::shell;

/// `tests` is a `cargo test` command up to the `--`.
pub fn run(tests: impl Fn() -> Command) -> Result<()> {
    // Browsers side by side: on a small machine more than two only make each other wait.
    let Some(failed) = failures(tests().args(["--no-fail-fast", "--", "--test-threads", "2"]))? else { return Ok(()) };
    if failed.is_empty() {
        bail!("the tests did not run to their end");
    }
    eprintln!("\n   once more, alone: {}", failed.join(", "));
    shell::run(tests().args(["--", "--test-threads", "1", "--exact"]).args(&failed))?;
    eprintln!("   UNSTEADY, held only the second time: {}", failed.join(", "));
    Ok(())
}

/// The tests that failed, by name; none where all held. What they print is passed on.
fn failures(command: &mut Command) -> Result<Option<Vec<String>>> {
    let line = shell::line(command);
    eprintln!("  $ {line}");
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("could not start `{line}`"))?;
    let mut printed = vec![];
    for line in BufReader::new(child.stdout.take().context("no output to read")?).lines() {
        let line = line?;
        println!("{line}");
        printed.push(line);
    }
    Ok((!child.wait()?.success()).then(|| named(&printed)))
}

/// The names that libtest lists under "failures:", indented, each on a line of its own.
fn named(printed: &[String]) -> Vec<String> {
    let lists = printed.iter().enumerate().filter(|(_, line)| *line == "failures:").map(|(at, _)| &printed[at + 1..]);
    lists.flat_map(|list| list.iter().map_while(|line| line.strip_prefix("    ")).map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::process::Command;

    /// Stands in for `cargo test`: says what failed the first time, and does what it is told to of the second.
    #[cfg(unix)]
    fn played(printed: &'static str, second: &'static str) -> impl Fn() -> Command {
        move || {
            let mut command = Command::new("sh");
            let script =
                format!("case \"$*\" in *--no-fail-fast*) printf '{printed}'; exit 101;; *'--exact one two') {second};; *) exit 3;; esac");
            command.args(["-c", &script, "cargo test"]);
            command
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_fails_twice_fails() {
        const TWO: &str = "failures:\\n    one\\n    two\\n";
        super::run(played(TWO, "exit 0")).unwrap();
        assert!(super::run(played(TWO, "exit 101")).is_err());
        let broken = super::run(played("error: it does not compile\\n", "exit 0")).unwrap_err();
        assert_eq!(broken.to_string(), "the tests did not run to their end");
        super::run(|| Command::new("true")).unwrap();
    }

    #[test]
    fn the_failed_are_read_from_what_libtest_prints() {
        let printed = "running 3 tests\n.F.\nfailures:\n\n---- story::of_a_click stdout ----\nfailures: none expected\n\nfailures:\n    story::of_a_click\n    races\n\n\
                       test result: FAILED. 1 passed; 2 failed\n\nrunning 1 test\n.\ntest result: ok.\nfailures:\n    third\n";
        let lines: Vec<String> = printed.lines().map(str::to_owned).collect();
        assert_eq!(super::named(&lines), ["story::of_a_click", "races", "third"]);
        assert!(super::named(&["test result: ok".to_owned()]).is_empty());
    }
}
