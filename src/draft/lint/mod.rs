//! What a script must not do: hard findings block `leave`, soft ones advise.

use serde::{Deserialize, Serialize};

use crate::{
    history,
    situation::{Pace, Situation},
    touch::Kind,
};

/// As `aftertone lint` prints it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub seconds: f64,
    pub words: usize,
    pub findings: Vec<Finding>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub rule: String,
    pub level: Level,
    /// Bytes into the script.
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub why: String,
    pub instead: Option<String>,
    pub seeds: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Hard,
    Soft,
}

/// What a script is held against.
#[derive(Debug, Clone, Default)]
pub struct Context<'a> {
    pub pace: Pace,
    /// E.164; the number that must be said twice. None: any phone number.
    pub seller_telephone: Option<&'a str>,
    /// A warm message may use 45 seconds.
    pub warm: bool,
    /// They called before, so that "returning your call" is true.
    pub they_called: bool,
}

impl<'a> Context<'a> {
    /// What a situation's script is held against.
    pub fn of(situation: &'a Situation) -> Self {
        Self {
            pace: situation.seller.wpm,
            seller_telephone: situation.callback_number(),
            warm: history::warm(situation),
            they_called: situation.touches.iter().any(|touch| touch.inbound() && matches!(touch.kind, Kind::Call | Kind::Voicemail)),
        }
    }
}

pub fn lint(script: &str, context: &Context<'_>) -> Report {
    let _ = (script, context);
    Report::default()
}
