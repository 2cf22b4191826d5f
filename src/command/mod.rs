//! The commands: options in, one answer out.

use std::{io::Write, process::ExitCode};

use aftertone::{
    decide, draft,
    fact::present,
    moment::Moment,
    page, plan,
    situation::{Pace, Situation},
};
use serde::Serialize;

mod files;
mod input;
mod lines;
mod options;

use options::{Command, Options};

const HELP: &str = "\
Leave a voicemail or skip it: reads a prospect's page, decides with reasons, drafts the message.

usage: aftertone read   [--url URL] [--text] FILE|-         HTML in: who it is about, how to reach them, reasons to call
       aftertone decide [--now TIME] FILE|-                 a situation in: leave or skip, and why
       aftertone draft  [--now TIME] [--angle ID] FILE|-    a situation in: the message, its seconds and an e-mail to go with it
       aftertone plan   [--now TIME] [--days N] FILE|-      a situation in: the next 60 days, what is due, allowed or barred
       aftertone lint   [--wpm N] [--seller-telephone +1...] FILE|-
                                                            a script in: its seconds and what is wrong with it
       aftertone export --to contacts|activities|vcard|calendar [--crm hubspot|salesforce] [--now TIME] FILE|-
                                                            a backup in: a table, cards or a calendar out
       aftertone import [--into BACKUP] [--from backup|csv|vcard] [--dry-run] FILE|-
                                                            a backup, a table or cards in: the backup with them out

With --lines the input is one JSON document a line and so is the output ({\"url\", \"html\"} for read, {\"script\"} for lint).
TIME is RFC 3339: 2026-11-23T14:05:00-06:00. Bad input: one line on standard error, exit 2; with --lines the bad line answers
{\"error\", \"line\"} and the exit is 1.";

/// # Errors
/// Where the options or the input are bad: one sentence.
pub(crate) fn run() -> Result<ExitCode, String> {
    let options = match options::parse(lexopt::Parser::from_env())? {
        options::Asked::Run(options) => *options,
        options::Asked::Help => return print(HELP),
        options::Asked::Version => return print(concat!("aftertone ", env!("CARGO_PKG_VERSION"))),
    };
    if options.lines {
        return lines::run(&options);
    }
    let bytes = input::bytes(&options.file)?;
    let answer = match options.command {
        // A page may be in any encoding, so it is not asked to be UTF-8.
        Command::Read => Ok(read(&bytes, options.url.as_deref(), options.text)),
        Command::Lint => input::text(&bytes).and_then(|script| lint(script, &options)),
        Command::Export => input::text(&bytes).and_then(|backup| files::export(backup, &options)),
        Command::Import => {
            aftertone::exchange::convert::decoded(bytes).map_err(String::from).and_then(|file| files::import(&file, &options))
        }
        Command::Decide | Command::Draft | Command::Plan => input::text(&bytes).and_then(|json| on_situation(input::json(json)?, &options)),
    };
    print(&answer.map_err(|wrong| format!("{}: {wrong}", options.file))?)
}

fn read(html: &[u8], url: Option<&str>, text: bool) -> String {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct WithText {
        #[serde(flatten)]
        reading: page::Reading,
        page_text: String,
    }
    let snapshot = page::html::snapshot(html, url);
    let reading = page::read(&snapshot);
    if text { json(&WithText { reading, page_text: page::visible_text(&snapshot) }) } else { json(&reading) }
}

fn on_situation(situation: Situation, options: &Options) -> Result<String, String> {
    let now: Moment = options.now.or(situation.now).ok_or("the situation has no \"now\" and there is no --now")?;
    match options.command {
        Command::Draft => draft::draft(&situation, now, options.angle.as_deref()).map(|draft| json(&draft)),
        Command::Plan => Ok(json(&plan::plan(&situation, now, options.days))),
        _ => Ok(json(&decide::decide(&situation, now))),
    }
}

fn lint(script: &str, options: &Options) -> Result<String, String> {
    let pace = options.wpm.map_or_else(|| Ok(Pace::default()), Pace::try_from)?;
    let context =
        draft::lint::Context { pace, seller_telephone: options.seller_telephone.as_deref().and_then(present), ..Default::default() };
    Ok(json(&draft::lint::lint(script, &context)))
}

fn json(answer: &impl Serialize) -> String {
    // Maps with keys that are no strings are the only values that serde_json refuses, and no answer holds one.
    serde_json::to_string(answer).unwrap_or_default()
}

fn print(text: &str) -> Result<ExitCode, String> {
    let mut out = std::io::stdout().lock();
    // Files end as they are to end.
    let end = if text.ends_with('\n') { "" } else { "\n" };
    match write!(out, "{text}{end}").and_then(|()| out.flush()) {
        // Who stops reading has what they wanted.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(ExitCode::SUCCESS),
    }
}
