//! Eager to speak, and trying again: never a word about who did not call (A75).

use super::{Angle, Pitch};
use crate::draft::{
    SegmentKind,
    material::{Line, Material},
};

pub(super) const ANGLE: Angle = Angle { id: "follow_up", when: "You tried before, and nobody is to blame.", seeds: &["004"], pitch };

const OPENERS: [&str; 4] = [
    "I wanted to try you again while I'm at my desk.",
    "I'm in my office today and eager to speak with you.",
    "I would love to speak with you this week.",
    "I still believe a short talk is worth your time.",
];

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    if material.heard.tries == 0 {
        return None;
    }
    let unheard = OPENERS.iter().find(|opener| !material.heard.text(opener));
    let opener = unheard.unwrap_or(&OPENERS[material.heard.tries % OPENERS.len()]);
    let says = vec![(*opener).to_owned()];
    Line::new(SegmentKind::Reason, says, "touches", unheard.is_none()).map(Pitch::body)
}
