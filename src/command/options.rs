//! The command line's words.

use aftertone::{moment::Moment, plan};
use lexopt::{Arg, Parser, ValueExt};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    Read,
    Decide,
    Draft,
    Lint,
    Plan,
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
}

pub(super) enum Asked {
    Run(Options),
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
    };
    while let Some(word) = words.next().map_err(|e| e.to_string())? {
        match (word, command) {
            (Arg::Short('h') | Arg::Long("help"), _) => return Ok(Asked::Help),
            (Arg::Long("lines"), _) => options.lines = true,
            (Arg::Long("url"), Command::Read) => options.url = Some(value(&mut words)?),
            (Arg::Long("text"), Command::Read) => options.text = true,
            (Arg::Long("now"), Command::Decide | Command::Draft | Command::Plan) => {
                options.now = Some(value(&mut words)?.parse().map_err(|e| format!("--now: {e}"))?)
            }
            (Arg::Long("angle"), Command::Draft) => options.angle = Some(value(&mut words)?),
            (Arg::Long("days"), Command::Plan) => options.days = days(&value(&mut words)?)?,
            (Arg::Long("wpm"), Command::Lint) => {
                let text = value(&mut words)?;
                options.wpm = Some(text.parse().map_err(|_| format!("--wpm: \"{text}\" is not a number"))?);
            }
            (Arg::Long("seller-telephone"), Command::Lint) => options.seller_telephone = Some(telephone(value(&mut words)?)?),
            (Arg::Value(file), _) if options.file.is_empty() => options.file = file.string().map_err(|e| e.to_string())?,
            (Arg::Value(file), _) => return Err(format!("one file is wanted, not also \"{}\"", file.to_string_lossy())),
            (other, _) => return Err(format!("{}: {ASK}", other.unexpected())),
        }
    }
    if options.file.is_empty() {
        return Err("which file? (- is standard input)".to_owned());
    }
    Ok(Asked::Run(options))
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
