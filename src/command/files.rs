//! `export` and `import`: a backup turned into what other programs read, and what they write brought into a backup.

use std::io::Write;

use aftertone::{
    exchange::{Wrong, backup, convert},
    store::{Notebook, memory},
};

use super::{input, json, options::Options};

/// The file, as text. What is wrong with the backup goes to standard error, a line each.
pub(super) fn export(text: &str, options: &Options) -> Result<String, String> {
    let to = options.to.ok_or("--to what?")?;
    let dated = matches!(to, convert::To::Calendar);
    let now = match options.now {
        Some(now) => now,
        None if dated => return Err("a calendar of the next tries wants --now".to_owned()),
        None => EPOCH.parse().map_err(|_| "no time")?,
    };
    let (file, notes) = convert::export(text, to, now)?;
    say(&notes);
    Ok(file)
}

/// Dates of activities are instants: only their zone comes from the time, and without one it is UTC.
const EPOCH: &str = "1970-01-01T00:00:00Z";

/// The backup with what the file brings in; with `--dry-run`, what that would be.
pub(super) fn import(text: &str, options: &Options) -> Result<String, String> {
    let from = options.from.clone().unwrap_or_else(|| convert::kind(text));
    let base = match &options.into {
        None => None,
        Some(file) => {
            let bytes = input::bytes(file)?;
            Some(input::text(&bytes).map_err(|wrong| format!("--into {file}: {wrong}"))?.to_owned())
        }
    };
    let result = if options.dry_run {
        dry_run(base.as_deref(), text, &from)
    } else {
        convert::import(base.as_deref(), text, &from).map(|imported| {
            say(&imported.notes);
            imported.backup
        })
    };
    // Of the two files it may be the other one that is wrong.
    result.map_err(|wrong| match (&options.into, base.as_deref().map(backup::read)) {
        (Some(file), Some(Err(wrong))) => format!("--into {file}: {wrong}"),
        _ => wrong,
    })
}

fn dry_run(base: Option<&str>, text: &str, from: &convert::From) -> Result<String, String> {
    let (base, mut notes) = base.map_or(Ok(Default::default()), backup::read)?;
    let (brought, more) = convert::read(text, from)?;
    notes.extend(more);
    let notebook = Notebook::new(memory::Memory::default());
    let taken = memory::run(async {
        notebook.take_in(&base, |_, _| {}).await?;
        notebook.dry_run(&brought, |_, _| {}).await
    });
    let taken = taken.map_err(|error| error.to_string())?;
    Ok(json(&serde_json::json!({
        "people": {"new": taken.new_persons, "same": taken.known_persons - taken.conflicts, "conflicting": taken.conflicts},
        "touches": {"new": taken.new_events, "same": taken.same_events},
        "notes": notes.iter().map(Wrong::to_string).collect::<Vec<_>>(),
    })))
}

fn say(notes: &[Wrong]) {
    let mut out = std::io::stderr().lock();
    for note in notes {
        // Where standard error is gone nobody wants to hear it.
        let _ = writeln!(out, "aftertone: {note}");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use aftertone::moment::Moment;

    #[test]
    fn the_stand_in_for_now_is_a_time() {
        assert_eq!(EPOCH.parse::<Moment>().unwrap().timestamp.as_second(), 0);
    }
}
