//! What came of the messages that were left: by angle, frame, pinned script and hour, with how sure one may be.
//!
//! A message is an outbound voicemail. What it won is the first answer within thirty days after it, where no other message came between:
//! a call, a voicemail or a talk of theirs is a call back, an e-mail of theirs a reply. A refusal is neither.

use serde::Serialize;

use crate::{
    draft::frame,
    moment::Zone,
    order,
    store::{notebook::Person, profile::Pin},
    touch::{Kind, Touch, log},
};

mod beta;
mod odds;

pub use odds::{Odds, PRIOR};

/// A message whose answer comes later than a month is not what was answered: the month of seed 004.
pub const ANSWERED_WITHIN_DAYS: i64 = 30;

/// One message that was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub angle: Option<String>,
    /// The pinned script's id.
    pub pin: Option<String>,
    /// What [`frame`] names.
    pub frame: String,
    /// The hour of the day where they are, or where the seller was if nobody knows: 0 to 23.
    pub hour: u8,
    pub won: Option<Won>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Won {
    CallBack,
    Reply,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub left: u32,
    pub called_back: u32,
    pub replied: u32,
}

/// Messages that have something in common.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// The angle's, frame's or pin's id, or the hour as a number.
    pub id: String,
    pub tally: Tally,
    pub odds: Odds,
    pub says: Says,
}

/// What a line says beside the others of its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// Its interval overlaps another's: chance explains the difference.
    TooFew,
    /// Its whole interval lies above every other's.
    Most,
    /// Its whole interval lies below every other's.
    Least,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Results {
    pub all: Line,
    pub angles: Vec<Line>,
    pub frames: Vec<Line>,
    pub pins: Vec<Line>,
    pub hours: Vec<Line>,
}

/// Every message that was left for a person, oldest first; none of one who was merged into another, whose log has them.
pub fn messages(person: &Person, pins: &[Pin]) -> Vec<Message> {
    if person.moved.is_some() {
        return vec![];
    }
    let logged = log::logged(&person.events);
    let zone = person.card.zone.as_deref().and_then(|zone| Zone::named(zone).ok());
    let mut messages = vec![];
    for (at, message) in logged.iter().enumerate().filter(|(_, logged)| is_message(&logged.touch)) {
        let after = logged.get(at + 1..).unwrap_or_default().iter().map(|logged| &logged.touch);
        let said = message.touch.script.as_deref().unwrap_or_default();
        let pinned = message.pin.as_deref().and_then(|id| {
            let pin = pins.iter().find(|pin| pin.id == id).map(|pin| pin.frame.as_str());
            pin.or_else(|| frame::of_starter(id))
        });
        messages.push(Message {
            frame: pinned.filter(|frame| !frame.is_empty()).unwrap_or_else(|| frame::of(message.angle.as_deref(), said)).to_owned(),
            angle: message.angle.clone(),
            pin: message.pin.clone(),
            hour: hour(&message.touch, zone.as_ref()),
            won: won(&message.touch, after),
        });
    }
    messages
}

/// Counted, and each list in the order of what was left most; the hours in their own.
pub fn results(messages: &[Message]) -> Results {
    Results {
        all: line(String::new(), &messages.iter().collect::<Vec<_>>()),
        angles: by(messages, |message| message.angle.clone()),
        frames: by(messages, |message| Some(message.frame.clone())),
        pins: by(messages, |message| message.pin.clone()),
        // Two digits, so that they stand in order.
        hours: {
            let mut hours = by(messages, |message| Some(format!("{:02}", message.hour)));
            order::by(&mut hours, |one, other| one.id.cmp(&other.id));
            hours
        },
    }
}

fn is_message(touch: &Touch) -> bool {
    touch.kind == Kind::Voicemail && !touch.inbound()
}

fn won<'a>(message: &Touch, after: impl Iterator<Item = &'a Touch>) -> Option<Won> {
    let within = ANSWERED_WITHIN_DAYS * 24 * 60 * 60;
    for touch in after {
        let late = touch.at.timestamp.as_second() - message.at.timestamp.as_second() > within;
        // A talk that the seller's own call reached ends the wait too: what they do then answers the talk.
        if late || is_message(touch) || touch.kind == Kind::Talk && !touch.inbound() {
            return None;
        }
        if touch.inbound() && touch.answer() {
            return Some(if touch.kind == Kind::Email { Won::Reply } else { Won::CallBack });
        }
    }
    None
}

fn hour(touch: &Touch, zone: Option<&Zone>) -> u8 {
    let hour = match zone {
        Some(zone) => touch.at.timestamp.to_zoned(zone.tz.clone()).hour(),
        None => touch.at.offset.to_datetime(touch.at.timestamp).hour(),
    };
    u8::try_from(hour).unwrap_or_default()
}

fn by(messages: &[Message], key: impl Fn(&Message) -> Option<String>) -> Vec<Line> {
    let mut groups: std::collections::BTreeMap<String, Vec<&Message>> = std::collections::BTreeMap::new();
    for message in messages {
        if let Some(key) = key(message) {
            groups.entry(key).or_default().push(message);
        }
    }
    let mut lines: Vec<Line> = groups.into_iter().map(|(id, messages)| line(id, &messages)).collect();
    order::by_key(&mut lines, |line| std::cmp::Reverse(line.tally.left));
    let odds: Vec<(Odds, Odds)> = lines.iter().map(|line| (line.odds, odds::alone(line.tally.won(), line.tally.left))).collect();
    for (at, line) in lines.iter_mut().enumerate() {
        line.says = says(at, &odds);
    }
    lines
}

fn line(id: String, messages: &[&Message]) -> Line {
    let count = |won: Won| u32::try_from(messages.iter().filter(|message| message.won == Some(won)).count()).unwrap_or(u32::MAX);
    let left = u32::try_from(messages.len()).unwrap_or(u32::MAX);
    let tally = Tally { left, called_back: count(Won::CallBack), replied: count(Won::Reply) };
    Line { id, tally, odds: odds::after(tally.won(), left), says: Says::TooFew }
}

/// A difference must hold whether one believes the seed's one or two per cent beforehand or nothing at all: the seed's word alone would make a
/// script that was used twice look as sure as one used two hundred times.
fn says(at: usize, odds: &[(Odds, Odds)]) -> Says {
    let Some(mine) = odds.get(at) else { return Says::TooFew };
    let others = || odds.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, odds)| odds);
    if odds.len() < 2 {
        Says::TooFew
    } else if others().all(|other| mine.0.low > other.0.high && mine.1.low > other.1.high) {
        Says::Most
    } else if others().all(|other| mine.0.high < other.0.low && mine.1.high < other.1.low) {
        Says::Least
    } else {
        Says::TooFew
    }
}

impl Tally {
    /// Messages that were answered, either way.
    pub fn won(self) -> u32 {
        self.called_back.saturating_add(self.replied)
    }
}

#[cfg(test)]
mod tests;
