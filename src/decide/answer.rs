//! The answer's shape, as `contract.md` names it.

use serde::{Deserialize, Serialize};

use crate::touch::Touch;
pub use crate::{
    calling::routes::Route,
    checklist::{Answer, From, Weighs},
    touch::Counts,
};

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
