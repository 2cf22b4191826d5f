//! The log: events that are only ever added. State is a pure fold of them; merging two logs is the union by id.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{Kind, Outcome, Touch, ulid::Ulid};
use crate::order;

mod written;

/// One thing that happened, or a later word on it. Never changed, never removed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "written::Read")]
pub struct Event {
    /// Made before the first try to store it, so that a retry is known for the same event.
    pub id: Ulid,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Touch {
        touch: Touch,
        /// The plain call that turned out to be this: one dial, one call. It comes back when this touch is undone.
        replaces: Option<Ulid>,
        /// The angle of the message that was said.
        angle: Option<String>,
        /// The pinned script that was said.
        pin: Option<String>,
    },
    /// What came of a touch; none takes an outcome back.
    Outcome {
        of: Ulid,
        outcome: Option<Outcome>,
    },
    /// The touch as it should have been written.
    Edit {
        of: Ulid,
        touch: Touch,
    },
    Delete {
        of: Ulid,
    },
    /// Takes back any event, another undo included.
    Undo {
        of: Ulid,
    },
}

impl Event {
    pub fn touch(id: Ulid, touch: Touch) -> Self {
        Self { id, what: What::Touch { touch, replaces: None, angle: None, pin: None } }
    }

    pub fn outcome(id: Ulid, of: Ulid, outcome: Option<Outcome>) -> Self {
        Self { id, what: What::Outcome { of, outcome } }
    }

    pub fn edit(id: Ulid, of: Ulid, touch: Touch) -> Self {
        Self { id, what: What::Edit { of, touch } }
    }

    pub fn delete(id: Ulid, of: Ulid) -> Self {
        Self { id, what: What::Delete { of } }
    }

    pub fn undo(id: Ulid, of: Ulid) -> Self {
        Self { id, what: What::Undo { of } }
    }

    /// Which event it is a word on; none: it is a touch.
    fn on(&self) -> Option<Ulid> {
        match self.what {
            What::Outcome { of, .. } | What::Edit { of, .. } | What::Delete { of } | What::Undo { of } => Some(of),
            What::Touch { .. } => None,
        }
    }

    /// Names the angle and the pin that a touch was said with; other events stay as they are.
    #[must_use]
    pub fn said_with(mut self, with_angle: Option<String>, with_pin: Option<String>) -> Self {
        if let What::Touch { angle, pin, .. } = &mut self.what {
            (*angle, *pin) = (with_angle, with_pin);
        }
        self
    }
}

/// How long after a plain call its result still belongs to the same dial, in seconds.
const SAME_DIAL: i64 = 5 * 60;

/// The event that logs `touch`. A voicemail left or a talk held at most five minutes after a plain call replaces that call; a live route
/// or a note between them is part of the same dial.
pub fn next(log: &[Event], id: Ulid, touch: Touch) -> Event {
    let result = !touch.inbound() && matches!(touch.kind, Kind::Voicemail | Kind::Talk);
    let touches = if result { fold(log) } else { vec![] };
    let dial = touches.iter().rev().find(|earlier| !matches!(earlier.kind, Kind::LiveRoute | Kind::Note)).filter(|earlier| {
        let age = touch.at.timestamp.as_second() - earlier.at.timestamp.as_second();
        earlier.kind == Kind::Call && !earlier.inbound() && earlier.outcome.is_none() && (0..=SAME_DIAL).contains(&age)
    });
    let replaces = dial.and_then(|call| call.id.as_deref()?.parse().ok());
    Event { id, what: What::Touch { touch, replaces, angle: None, pin: None } }
}

/// The undo of the newest event that is not undone yet and no undo itself; nothing where there is none.
pub fn undo_newest(log: &[Event], id: Ulid) -> Option<Event> {
    let undone = undone(log);
    let standing = |event: &&Event| !matches!(event.what, What::Undo { .. }) && !undone.contains(&event.id);
    log.iter().filter(standing).max_by_key(|event| event.id).map(|newest| Event::undo(id, newest.id))
}

/// The outcome of the newest touch that is no note; nothing where there is none.
pub fn outcome_of_newest(log: &[Event], id: Ulid, outcome: Option<Outcome>) -> Option<Event> {
    let newest = fold(log).into_iter().rev().find(|touch| touch.kind != Kind::Note)?;
    Some(Event::outcome(id, newest.id?.parse().ok()?, outcome))
}

/// The touches that stand, in order of their time, then of their ids. Any order of events, and any doubling, gives the same.
pub fn fold(log: &[Event]) -> Vec<Touch> {
    logged(log).into_iter().map(|logged| logged.touch).collect()
}

/// A touch that stands, with what it was said with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    pub id: Ulid,
    pub touch: Touch,
    pub angle: Option<String>,
    pub pin: Option<String>,
}

/// As [`fold`], with angle and pin.
pub fn logged(log: &[Event]) -> Vec<Logged> {
    let undone = undone(log);
    let standing: BTreeMap<Ulid, &What> =
        order::map(log.iter().filter(|event| !undone.contains(&event.id)).map(|event| (event.id, &event.what)));
    let mut touches = BTreeMap::new();
    for (&id, what) in &standing {
        if let What::Touch { touch, angle, pin, .. } = what {
            touches.insert(id, Logged { id, touch: touch.clone(), angle: angle.clone(), pin: pin.clone() });
        }
    }
    // A later word may carry an earlier id, where two clocks disagree: so the touches come first, then the words in order of their ids.
    for what in standing.values() {
        match what {
            What::Outcome { of, outcome } => {
                if let Some(logged) = touches.get_mut(of) {
                    logged.touch.outcome = *outcome;
                }
            }
            What::Edit { of, touch } => {
                if let Some(logged) = touches.get_mut(of) {
                    logged.touch = touch.clone();
                }
            }
            What::Touch { .. } | What::Delete { .. } | What::Undo { .. } => {}
        }
    }
    for what in standing.values() {
        if let What::Delete { of } | What::Touch { replaces: Some(of), .. } = what {
            touches.remove(of);
        }
    }
    let mut touches: Vec<Logged> = touches.into_values().collect();
    order::by_key(&mut touches, |logged| (logged.touch.at.timestamp, logged.id));
    for logged in &mut touches {
        logged.touch.id = Some(logged.id.to_string());
    }
    touches
}

/// The union of two logs by id, in order of the ids. Of two different events under one id (a damaged copy) the same one always wins.
pub fn merge(one: &[Event], other: &[Event]) -> Vec<Event> {
    let mut merged: BTreeMap<Ulid, &Event> = BTreeMap::new();
    for event in one.iter().chain(other) {
        let kept = merged.entry(event.id).or_insert(event);
        if *kept != event && as_text(event) > as_text(kept) {
            *kept = event;
        }
    }
    merged.into_values().cloned().collect()
}

/// Of a log, the words on these events, and the words on those words in turn.
pub fn said_of(events: BTreeSet<Ulid>, log: &[Event]) -> Vec<Event> {
    /// A word follows what it is on, but for clocks that disagree: so often in a row, at most.
    const TURNS: usize = 4;
    let mut of = events;
    for event in (0..TURNS).flat_map(|_| log) {
        if event.on().is_some_and(|on| of.contains(&on)) {
            of.insert(event.id);
        }
    }
    log.iter().filter(|event| event.on().is_some_and(|on| of.contains(&on))).cloned().collect()
}

fn as_text(event: &Event) -> String {
    serde_json::to_string(event).unwrap_or_default()
}

/// Newest first, so that an undone undo undoes nothing.
fn undone(log: &[Event]) -> BTreeSet<Ulid> {
    let undos: BTreeMap<Ulid, Ulid> =
        order::map(log.iter().filter_map(|event| if let What::Undo { of } = event.what { Some((event.id, of)) } else { None }));
    let mut undone = BTreeSet::new();
    for (id, of) in undos.into_iter().rev() {
        if !undone.contains(&id) {
            undone.insert(of);
        }
    }
    undone
}

#[cfg(test)]
mod tests;
