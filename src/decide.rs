//! The decision, composed: the playbook weighs the findings, the draft says whether the message is ready.

use serde::{Deserialize, Serialize};

use crate::{moment::Moment, situation::Situation, touch::Touch};

/// As `aftertone decide` prints it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    pub decision: Verdict,
    pub action: Action,
    /// RFC 3339 in the seller's zone.
    pub until: Option<String>,
    /// The ids of the rules that settled it.
    pub because: Vec<String>,
    pub checklist: Vec<Row>,
    pub votes: Votes,
    pub flip: Option<Flip>,
    /// `goal`, `seller_name`, `callback_number`, `reason`, `script:LINT_ID`.
    pub missing: Vec<String>,
    pub counts: Counts,
    pub budget: Budget,
    pub windows: Vec<Window>,
    pub routes: Vec<Route>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Leave,
    Skip,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    Stop,
    NotNow,
    CallBack,
    Rest,
    Leave,
    HangUp,
    TryLive,
    Prepare,
}

/// One row of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub rule: String,
    pub asks: String,
    pub answer: Answer,
    /// In the seller's words.
    pub evidence: Vec<String>,
    pub from: Option<From>,
    pub seeds: Vec<String>,
    pub weighs: Weighs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Yes,
    No,
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    Page,
    Log,
    You,
    Clock,
    Settings,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weighs {
    Leave,
    Skip,
    Neutral,
}

/// What each of the five authors would do, apart from the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Votes {
    #[serde(rename = "000")]
    pub seed_000: Verdict,
    #[serde(rename = "001")]
    pub seed_001: Verdict,
    #[serde(rename = "002")]
    pub seed_002: Verdict,
    #[serde(rename = "003")]
    pub seed_003: Verdict,
    #[serde(rename = "004")]
    pub seed_004: Verdict,
}

/// The first single change that turns the decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Flip {
    /// `touches[+]`, `goal` or `answers.KEY`.
    pub change: String,
    pub to: FlipTo,
    pub decision: Verdict,
    pub action: Action,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FlipTo {
    Said(bool),
    Text(String),
    Touch(Box<Touch>),
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub call: usize,
    pub live_route: usize,
    pub voicemail: usize,
    pub email: usize,
    pub talk: usize,
    pub inbound: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    pub made: usize,
    pub worth: Option<u64>,
    pub state: BudgetState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BudgetState {
    Within,
    Beyond,
    Unknown,
}

/// RFC 3339 in the prospect's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// `early`, `lunch` or `late`.
    pub name: String,
    pub start: String,
    pub end: String,
}

/// A way round voicemail with the line to say for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    pub id: String,
    pub say: String,
}

/// Leave or skip, with everything it rests on. Pure: the same inputs give the same answer.
pub fn decide(situation: &Situation, now: Moment) -> Decision {
    let _ = now;
    Decision {
        decision: Verdict::Skip,
        action: Action::Prepare,
        until: None,
        because: vec![],
        checklist: vec![],
        votes: Votes {
            seed_000: Verdict::Skip,
            seed_001: Verdict::Skip,
            seed_002: Verdict::Skip,
            seed_003: Verdict::Leave,
            seed_004: Verdict::Leave,
        },
        flip: None,
        missing: vec![],
        counts: Counts::default(),
        budget: Budget { made: situation.touches.len(), worth: None, state: BudgetState::Unknown },
        windows: vec![],
        routes: vec![],
    }
}
