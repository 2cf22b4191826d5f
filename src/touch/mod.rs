//! Touches: what was done, when, in which direction, and what came of it.

use serde::{Deserialize, Serialize};

use crate::moment::Moment;

mod counts;
pub mod digest;
pub mod identity;
pub mod log;
pub mod ulid;

pub use counts::Counts;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub at: Moment,
    pub kind: Kind,
    /// Absent counts as outbound.
    #[serde(default)]
    pub direction: Option<Direction>,
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// The id of the hook that was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hook: Option<String>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Call,
    LiveRoute,
    Voicemail,
    Email,
    Talk,
    Note,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    #[default]
    Outbound,
    Inbound,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Positive,
    Neutral,
    Negative,
    CallbackPromised,
    WrongNumber,
    LeftCompany,
}

impl Touch {
    pub fn inbound(&self) -> bool {
        self.direction == Some(Direction::Inbound)
    }

    /// A refusal: the outcome negative, wrong number or left the company.
    pub fn refusal(&self) -> bool {
        matches!(self.outcome, Some(Outcome::Negative | Outcome::WrongNumber | Outcome::LeftCompany))
    }

    /// An answer: a talk of either direction, or an inbound call, voicemail or e-mail, that is not a refusal.
    pub fn answer(&self) -> bool {
        !self.refusal() && (self.kind == Kind::Talk || self.inbound() && matches!(self.kind, Kind::Call | Kind::Voicemail | Kind::Email))
    }
}
