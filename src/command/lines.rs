//! `--lines`: one JSON document a line, on all cores, answers in order, memory that does not grow with the number of lines.

use std::{
    io::{BufRead, IsTerminal, Read, Write},
    process::ExitCode,
};

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde::Deserialize;

use super::{
    Command, Options,
    input::{self, MOST_BYTES},
    json, lint, on_situation, read,
};

/// Lines that are read before they are answered together …
const LINES: usize = 512;
/// … unless they hold so many bytes already.
const BYTES: usize = 32 << 20;

pub(super) fn run(options: &Options) -> Result<ExitCode, String> {
    let (mut source, length) = input::open(&options.file)?;
    let progress = progress(length);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut done, mut wrong) = (0, false);
    loop {
        let batch = batch(source.as_mut()).map_err(|error| format!("{}: {error}", options.file))?;
        if batch.is_empty() {
            break;
        }
        let answers: Vec<Result<String, String>> = batch.par_iter().map(|line| answer(line, options)).collect();
        for (place, result) in answers.into_iter().enumerate() {
            let line = result.unwrap_or_else(|error| {
                wrong = true;
                json(&serde_json::json!({"error": error, "line": done + place + 1}))
            });
            match writeln!(out, "{line}") {
                Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
                Err(error) => return Err(format!("standard output: {error}")),
                Ok(()) => {}
            }
        }
        done += batch.len();
        progress.inc(if length.is_some() { batch.iter().map(|line| line.len() as u64).sum() } else { batch.len() as u64 });
    }
    progress.finish_and_clear();
    match out.flush() {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(ExitCode::from(u8::from(wrong))),
    }
}

fn answer(line: &[u8], options: &Options) -> Result<String, String> {
    #[derive(Deserialize)]
    struct Page {
        url: Option<String>,
        html: String,
    }
    #[derive(Deserialize)]
    struct Script {
        script: String,
    }
    if line.len() as u64 > MOST_BYTES {
        return Err(format!("a line larger than {} MB", MOST_BYTES >> 20));
    }
    let text = input::text(line)?;
    match options.command {
        Command::Read => {
            let page: Page = input::json(text)?;
            Ok(read(page.html.as_bytes(), page.url.as_deref().or(options.url.as_deref()), options.text))
        }
        Command::Lint => lint(&input::json::<Script>(text)?.script, options),
        Command::Decide | Command::Draft | Command::Plan => on_situation(input::json(text)?, options),
        // The options know no `--lines` with these.
        Command::Export | Command::Import => Err("not line by line".to_owned()),
    }
}

fn batch(source: &mut dyn BufRead) -> std::io::Result<Vec<Vec<u8>>> {
    let (mut lines, mut bytes) = (Vec::new(), 0);
    while lines.len() < LINES && bytes < BYTES {
        let mut line = Vec::new();
        if source.take(MOST_BYTES + 1).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.len() as u64 > MOST_BYTES && line.last() != Some(&b'\n') {
            // The rest of a line that is too long is not another line.
            skip_line(source)?;
        }
        bytes += line.len();
        lines.push(line);
    }
    Ok(lines)
}

fn skip_line(source: &mut dyn BufRead) -> std::io::Result<()> {
    loop {
        let buffer = source.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |place| place + 1);
        source.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

/// On a terminal only: by bytes where the length is known, else by lines.
fn progress(length: Option<u64>) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, look) = match length {
        Some(length) => (ProgressBar::new(length), "{bar:40} {percent}% {binary_bytes_per_sec} {eta} left"),
        None => (ProgressBar::new_spinner(), "{spinner} {pos} lines, {per_sec}"),
    };
    match ProgressStyle::with_template(look) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
