//! The message: segments with what each rests on, seconds, lints and an e-mail to go with it.

use serde::{Deserialize, Serialize};

use self::{
    angles::{ANGLES, Angle, Pitch},
    compose::Parts,
    material::Material,
};
use crate::{moment::Moment, situation::Situation};

mod age;
pub mod angles;
mod ask;
mod clean;
mod compose;
pub mod doorway;
mod email;
mod fit;
pub mod frame;
mod headline;
mod heard;
pub mod lint;
mod material;
pub mod mend;
pub mod number;
mod offer;
pub mod prompter;
mod spoken;
mod support;
pub mod telephone;
pub mod template;
mod times;
pub mod timing;
mod verbs;

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
/// Where `angle` names no angle, or one that has nothing to rest on in this situation.
pub fn draft(situation: &Situation, now: Moment, angle: Option<&str>) -> Result<Draft, String> {
    let material = Material::of(situation, Some(now));
    let pitches: Vec<(&Angle, Pitch)> = ANGLES.iter().filter_map(|angle| Some((angle, (angle.pitch)(&material)?))).collect();
    // By rank, but what is long past behind what is not, and what they heard behind all.
    let mut ranked: Vec<&(&Angle, Pitch)> = pitches.iter().collect();
    crate::order::by_key(&mut ranked, |(_, pitch)| (pitch.heard(), pitch.stale()));
    let chosen = match angle {
        Some(id) => Some(*ranked.iter().find(|(angle, _)| angle.id == id).ok_or_else(|| unfit(id))?),
        None => ranked.first().copied(),
    };
    let plain = ("plain", Pitch { lead: None, body: vec![] });
    let (mut id, pitch) = chosen.map_or(plain, |(angle, pitch)| (angle.id, pitch.clone()));
    let times = times::offered(situation, now);
    let (mut segments, mut email) = write(&material, &times, id, pitch.clone());
    // What is too long to be said at all gives way to the next that has room.
    if angle.is_none() && !pitch.said_in(&segments) {
        let others = ranked.iter().skip(1).take_while(|(_, pitch)| !pitch.heard());
        let written = others.map(|(angle, pitch)| (angle.id, pitch, write(&material, &times, angle.id, pitch.clone())));
        if let Some((other, _, better)) = { written }.find(|(_, pitch, (segments, _))| pitch.said_in(segments)) {
            (id, (segments, email)) = (other, better);
        }
    }
    let script = compose::script(&segments);
    let lint = lint::lint(&script, &lint::Context::of(situation));
    let angles = ranked.iter().map(|(angle, pitch)| AngleChoice { id: angle.id.to_owned(), heard: pitch.heard() }).collect();
    Ok(Draft { seconds: lint.seconds, words: lint.words, script, angle: id.to_owned(), segments, lint, angles, email })
}

fn write(material: &Material<'_>, times: &times::Times, id: &str, pitch: Pitch) -> (Vec<Segment>, Email) {
    let subject = email::subject(material, &pitch);
    let pitch = support::complete(material, id, pitch);
    let ask = ask::ask(material, times, &subject);
    let email = email::email(material, &pitch, subject, times);
    let parts = Parts { material, opener: support::opener(material, id), looks_after: support::looks_after(id), pitch, ask };
    (compose::compose(&parts), email)
}

fn unfit(id: &str) -> String {
    match angles::about(id) {
        Some((when, _)) => format!("the angle \"{id}\" has nothing to rest on here; it fits where this holds: {when}"),
        None => {
            let known: Vec<&str> = ANGLES.iter().map(|angle| angle.id).collect();
            let id: String = id.chars().filter(|c| !c.is_control()).take(40).collect();
            format!("unknown angle \"{id}\"; known are {}", known.join(", "))
        }
    }
}

#[cfg(test)]
mod tests;
