//! The message: segments with what each rests on, seconds, lints and an e-mail to go with it.

use serde::{Deserialize, Serialize};

use crate::{moment::Moment, situation::Situation};

pub mod lint;
mod spoken;
pub mod telephone;
pub mod timing;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The segments' texts joined by one space.
    pub script: String,
    pub seconds: f64,
    pub words: usize,
    /// The id of the angle.
    pub angle: String,
    pub segments: Vec<Segment>,
    pub lint: lint::Report,
    pub angles: Vec<AngleChoice>,
    pub email: Email,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    pub kind: SegmentKind,
    pub text: String,
    /// Paths into the situation, for instance `hooks[0].text` or `answers.referred_by`.
    pub rests_on: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SegmentKind {
    Greeting,
    Identify,
    Number,
    Referral,
    Connection,
    Compliment,
    Reason,
    Incentive,
    NextStep,
    Close,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AngleChoice {
    pub id: String,
    /// Whether the log says that they heard it already.
    pub heard: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Email {
    pub to: Option<String>,
    pub subject: String,
    pub body: String,
}

/// Drafts the message with the best angle, or with the one named.
///
/// # Errors
/// Where `angle` names no angle.
pub fn draft(situation: &Situation, now: Moment, angle: Option<&str>) -> Result<Draft, String> {
    let _ = (situation, now, angle);
    Ok(Draft::default())
}
