//! `cargo xtask aloud`: espeak-ng speaks thirty drafts, and its seconds are held beside the formula's.
//!
//! espeak-ng knows no pauses of half a second, so the text is given to it as the rules price it: a comma between the groups of a
//! number and its digits one by one. What is compared is whether a draft that the formula calls longer takes longer to say.

use std::{fs, process::Command};

use anyhow::{Context, Result, bail};

use crate::{paths, shell};

const DRAFTS: usize = 30;

pub fn compare() -> Result<()> {
    if Command::new("espeak-ng").arg("--version").output().is_err() {
        eprintln!("SKIPPED: espeak-ng is not installed, so nobody spoke the drafts");
        return Ok(());
    }
    shell::run(shell::cargo().args(["run", "--quiet", "--package", "aftertone", "--example", "drafts"]))?;
    let page = fs::read_to_string(paths::root().join("target/drafts.md"))?;
    let all = drafts(&page);
    // Every second one, so that all kinds of situations speak.
    let chosen: Vec<&(f64, String)> = all.iter().step_by(2).take(DRAFTS).collect();
    if chosen.len() < DRAFTS {
        bail!("target/drafts.md holds {} drafts, too few for {DRAFTS}", all.len());
    }
    let mut pairs = Vec::new();
    for (seconds, script) in chosen {
        pairs.push((*seconds, spoken(script)?));
    }
    let error: f64 = pairs.iter().map(|(ours, theirs)| (ours - theirs).abs()).sum::<f64>() / pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / pairs.len() as f64;
    let (ours, theirs) = (mean(|pair| pair.0), mean(|pair| pair.1));
    println!("{} drafts: formula {ours:.1} s on average, espeak-ng {theirs:.1} s", pairs.len());
    println!("correlation {:.3}, mean error {error:.2} s, {:.1}%", correlation(&pairs), 100.0 * error / theirs);
    Ok(())
}

/// Seconds and script of each draft at the usual pace, as `target/drafts.md` has them.
fn drafts(page: &str) -> Vec<(f64, String)> {
    let mut seconds = None;
    let mut found = Vec::new();
    for line in page.lines() {
        if let Some(about) = line.strip_prefix('*') {
            seconds = about.split(", ").nth(1).and_then(|part| part.strip_suffix(" s")).and_then(|part| part.parse().ok());
        } else if let (Some(script), Some(time)) = (line.strip_prefix("> "), seconds) {
            found.push((time, script.to_owned()));
        }
    }
    found
}

/// The seconds espeak-ng takes at the formula's pace.
fn spoken(script: &str) -> Result<f64> {
    let wav = Command::new("espeak-ng")
        .args(["-v", "en-us", "-s", "130", "--stdout"])
        .arg(as_read(script))
        .output()
        .context("could not ask espeak-ng")?;
    if !wav.status.success() || wav.stdout.len() < 44 {
        bail!("espeak-ng said nothing: {}", String::from_utf8_lossy(&wav.stderr));
    }
    let rate = u32::from_le_bytes([wav.stdout[28], wav.stdout[29], wav.stdout[30], wav.stdout[31]]);
    Ok((wav.stdout.len() - 44) as f64 / f64::from(rate.max(1)))
}

/// Numbers digit by digit with a comma between the groups, as the lints ask for.
fn as_read(script: &str) -> String {
    script
        .split(' ')
        .map(|word| {
            let digits = word.chars().filter(char::is_ascii_digit).count();
            if digits < 7 {
                return word.to_owned();
            }
            let groups = word.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty());
            let read = groups.map(|group| group.chars().map(String::from).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join(", ");
            format!("{read}{}", if word.ends_with('.') { "." } else { "" })
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Pearson's.
fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let (a, b) = (pairs.iter().map(|p| p.0).sum::<f64>() / n, pairs.iter().map(|p| p.1).sum::<f64>() / n);
    let sum = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let both = sum(&|p| (p.0 - a) * (p.1 - b));
    both / (sum(&|p| (p.0 - a).powi(2)) * sum(&|p| (p.1 - b).powi(2))).sqrt().max(f64::EPSILON)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_drafts_is_read_and_numbers_are_spelled() {
        let page = "# x\n\n## 1. a\n\n*hiring, 28.8 s, 33 words*\n\n> Hi Dana, 415-555-0123.\n";
        assert_eq!(drafts(page), [(28.8, "Hi Dana, 415-555-0123.".to_owned())]);
        assert_eq!(as_read("Hi, 415-555-0123. In 2026"), "Hi, 4 1 5, 5 5 5, 0 1 2 3. In 2026");
        assert!((correlation(&[(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]) - 1.0).abs() < 1e-9);
    }
}
