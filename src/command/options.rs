//! The command line's words.

use aftertone::{
    exchange::{
        contacts::Crm,
        convert::{From, To},
    },
    moment::Moment,
    plan,
};
use lexopt::{Arg, Parser, ValueExt};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    Read,
    Decide,
    Draft,
    Lint,
    Plan,
    Export,
    Import,
}

#[derive(Debug, Clone)]
pub(super) struct Options {
    pub(super) command: Command,
    /// `-` is standard input.
    pub(super) file: String,
    pub(super) lines: bool,
    pub(super) url: Option<String>,
    pub(super) text: bool,
    pub(super) now: Option<Moment>,
    pub(super) angle: Option<String>,
    /// 1 to 366.
    pub(super) days: u16,
    pub(super) wpm: Option<f64>,
    pub(super) seller_telephone: Option<String>,
    /// What a backup is turned into.
    pub(super) to: Option<To>,
    /// What a file is; absent: its first line tells.
    pub(super) from: Option<From>,
    /// The backup that a file is brought into.
    pub(super) into: Option<String>,
    pub(super) dry_run: bool,
}

pub(super) enum Asked {
    Run(Box<Options>),
    Help,
    Version,
}

pub(super) fn parse(mut words: Parser) -> Result<Asked, String> {
    const ASK: &str = "aftertone --help lists the commands";
    let command = match words.next().map_err(|e| e.to_string())? {
        Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Asked::Help),
        Some(Arg::Short('V') | Arg::Long("version")) => return Ok(Asked::Version),
        Some(Arg::Value(name)) => match name.to_string_lossy().as_ref() {
            "read" => Command::Read,
            "decide" => Command::Decide,
            "draft" => Command::Draft,
            "lint" => Command::Lint,
            "plan" => Command::Plan,
            "export" => Command::Export,
            "import" => Command::Import,
            other => return Err(format!("there is no command \"{other}\": {ASK}")),
        },
        Some(other) => return Err(format!("{}: {ASK}", other.unexpected())),
        None => return Err(format!("which command? {ASK}")),
    };
    let mut options = Options {
        command,
        file: String::new(),
        lines: false,
        url: None,
        text: false,
        now: None,
        angle: None,
        days: plan::DAYS,
        wpm: None,
        seller_telephone: None,
        to: None,
        from: None,
        into: None,
        dry_run: false,
    };
    let mut crm = None;
    while let Some(word) = words.next().map_err(|e| e.to_string())? {
        match (word, command) {
            (Arg::Short('h') | Arg::Long("help"), _) => return Ok(Asked::Help),
            (Arg::Long("lines"), _) if !matches!(command, Command::Export | Command::Import) => options.lines = true,
            (Arg::Long("url"), Command::Read) => options.url = Some(value(&mut words)?),
            (Arg::Long("text"), Command::Read) => options.text = true,
            (Arg::Long("now"), Command::Decide | Command::Draft | Command::Plan | Command::Export) => {
                options.now = Some(value(&mut words)?.parse().map_err(|e| format!("--now: {e}"))?)
            }
            (Arg::Long("angle"), Command::Draft) => options.angle = Some(value(&mut words)?),
            (Arg::Long("days"), Command::Plan) => options.days = days(&value(&mut words)?)?,
            (Arg::Long("wpm"), Command::Lint) => {
                let text = value(&mut words)?;
                options.wpm = Some(text.parse().map_err(|_| format!("--wpm: \"{text}\" is not a number"))?);
            }
            (Arg::Long("seller-telephone"), Command::Lint) => options.seller_telephone = Some(telephone(value(&mut words)?)?),
            (Arg::Long("to"), Command::Export) => options.to = Some(to(&value(&mut words)?)?),
            (Arg::Long("crm"), Command::Export) => crm = Some(self::crm(&value(&mut words)?)?),
            (Arg::Long("from"), Command::Import) => options.from = Some(from(&value(&mut words)?)?),
            (Arg::Long("into"), Command::Import) => options.into = Some(value(&mut words)?),
            (Arg::Long("dry-run"), Command::Import) => options.dry_run = true,
            (Arg::Value(file), _) if options.file.is_empty() => options.file = file.string().map_err(|e| e.to_string())?,
            (Arg::Value(file), _) => return Err(format!("one file is wanted, not also \"{}\"", file.to_string_lossy())),
            (other, _) => return Err(format!("{}: {ASK}", other.unexpected())),
        }
    }
    if options.file.is_empty() {
        return Err("which file? (- is standard input)".to_owned());
    }
    if let Some(crm) = crm {
        options.to = match options.to {
            Some(To::Contacts(_)) => Some(To::Contacts(crm)),
            Some(To::Activities(_)) => Some(To::Activities(crm)),
            _ => return Err("--crm goes with --to contacts or --to activities".to_owned()),
        };
    }
    if command == Command::Export && options.to.is_none() {
        return Err(format!("to what? --to {TO}"));
    }
    if options.into.as_deref() == Some("-") && options.file == "-" {
        return Err("only one of the two files can be standard input".to_owned());
    }
    Ok(Asked::Run(Box::new(options)))
}

const TO: &str = "contacts, activities, vcard or calendar";

fn to(text: &str) -> Result<To, String> {
    match text {
        "contacts" => Ok(To::Contacts(Crm::HubSpot)),
        "activities" => Ok(To::Activities(Crm::HubSpot)),
        "vcard" => Ok(To::Vcard),
        "calendar" => Ok(To::Calendar),
        other => Err(format!("--to: \"{other}\" is not {TO}")),
    }
}

fn crm(text: &str) -> Result<Crm, String> {
    match text {
        "hubspot" => Ok(Crm::HubSpot),
        "salesforce" => Ok(Crm::Salesforce),
        other => Err(format!("--crm: \"{other}\" is not hubspot or salesforce")),
    }
}

fn from(text: &str) -> Result<From, String> {
    match text {
        "backup" => Ok(From::Backup),
        "csv" => Ok(From::Csv(None)),
        "vcard" => Ok(From::Vcard),
        other => Err(format!("--from: \"{other}\" is not backup, csv or vcard")),
    }
}

fn value(words: &mut Parser) -> Result<String, String> {
    words.value().and_then(ValueExt::string).map_err(|e| e.to_string())
}

fn days(text: &str) -> Result<u16, String> {
    let days = text.parse().ok().filter(|days| (1..=plan::DAYS_MOST).contains(days));
    days.ok_or_else(|| format!("--days: \"{text}\" is not a number from 1 to {}", plan::DAYS_MOST))
}

fn telephone(text: String) -> Result<String, String> {
    let digits = text.strip_prefix('+').unwrap_or_default();
    if (7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0') {
        Ok(text)
    } else {
        Err(format!("--seller-telephone: \"{text}\" is not E.164, such as +14155550123"))
    }
}
