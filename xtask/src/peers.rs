//! `cargo xtask bench --peers FOLDER`: our reader, extruct with phonenumbers, and microformats-parser with libphonenumber-js, one process
//! each, one after the other, on the same pages. Parsing is included; each goes over all pages four times, the first to warm up,
//! and each page counts at its best, because other programs only ever make it slower.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::{paths, shell};

/// Pages that are read; of more, every nth.
const MOST: usize = 150;

pub fn bench(folder: &str) -> Result<()> {
    let pages = pages(Path::new(folder))?;
    let sizes: u64 = pages.iter().filter_map(|page| fs::metadata(page).ok()).map(|file| file.len()).sum();
    println!("{} pages, {} KB together", pages.len(), sizes / 1_000);
    let peers: [(&str, Command); 3] =
        [("aftertone", ours()?), ("extruct + phonenumbers", python()?), ("microformats-parser + libphonenumber-js", node()?)];
    let mut first: Option<[f64; 2]> = None;
    println!("{:42} {:>10} {:>10}   times ours", "ms a page", "median", "p95");
    for (name, command) in peers {
        let times = run(command, &pages).with_context(|| name.to_owned())?;
        let at = |share: f64| times.get(((times.len() - 1) as f64 * share) as usize).copied().unwrap_or_default();
        let [median, p95] = [at(0.5), at(0.95)];
        let ours = *first.get_or_insert([median, p95]);
        println!("{name:42} {median:>10.3} {p95:>10.3}   {:.1} and {:.1}", median / ours[0], p95 / ours[1]);
    }
    Ok(())
}

/// The pages below the folder, the same ones in each run.
fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = vec![];
    let mut waiting = vec![folder.canonicalize().with_context(|| format!("{}", folder.display()))?];
    while let Some(here) = waiting.pop() {
        for entry in fs::read_dir(&here)? {
            let path = entry?.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "html") {
                found.push(path);
            }
        }
    }
    found.sort();
    if found.is_empty() {
        bail!("no page (*.html) below {}", folder.display());
    }
    let step = found.len().div_ceil(MOST);
    Ok(found.into_iter().step_by(step).collect())
}

fn ours() -> Result<Command> {
    shell::run(shell::cargo().args(["build", "--quiet", "--release", "--package", "aftertone-witness"]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| paths::root().join("target"), PathBuf::from);
    let mut command = shell::command(target.join("release/aftertone-witness"));
    command.arg("time");
    Ok(command)
}

fn python() -> Result<Command> {
    let folder = paths::root().join("benches/peers");
    let env = paths::root().join("target/peers/python");
    let python = env.join("bin/python");
    if !python.is_file() {
        let system = shell::find_or_install(&["python3"], &["python3", "python3-venv"])?;
        shell::run(shell::command(system).args(["-m", "venv"]).arg(&env))?;
        shell::run(
            shell::command(&python).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(folder.join("requirements.txt")),
        )?;
    }
    let mut command = shell::command(python);
    command.arg(folder.join("extruct_phonenumbers.py"));
    Ok(command)
}

fn node() -> Result<Command> {
    let folder = paths::root().join("target/peers/node");
    let script = "microformats_libphonenumber.mjs";
    fs::create_dir_all(&folder)?;
    for file in ["package.json", script] {
        fs::copy(paths::root().join("benches/peers").join(file), folder.join(file))?;
    }
    if !folder.join("node_modules").is_dir() {
        let npm = shell::find_or_install(&["npm"], &["nodejs", "npm"])?;
        shell::run(shell::command(npm).current_dir(&folder).args(["install", "--silent", "--no-audit", "--no-fund"]))?;
    }
    let mut command = shell::command(shell::find_or_install(&["node", "nodejs"], &["nodejs"])?);
    command.arg(folder.join(script));
    Ok(command)
}

/// Hands it the names of the pages; its milliseconds a page, sorted.
fn run(mut command: Command, pages: &[PathBuf]) -> Result<Vec<f64>> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        let names: Vec<String> = pages.iter().map(|page| page.display().to_string()).collect();
        input.write_all(names.join("\n").as_bytes())?;
    }
    let out = child.wait_with_output()?;
    if !out.status.success() {
        bail!("it failed ({})", out.status);
    }
    let mut times: Vec<f64> =
        String::from_utf8_lossy(&out.stdout).lines().filter_map(|line| line.split('\t').next()?.parse().ok()).collect();
    if times.len() != pages.len() {
        bail!("it told {} times for {} pages", times.len(), pages.len());
    }
    times.sort_by(f64::total_cmp);
    Ok(times)
}
