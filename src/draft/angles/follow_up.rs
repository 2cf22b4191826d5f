//! Eager to speak, and trying again: never a word about who did not call (A75).

use super::{Angle, Pitch};
use crate::draft::{
    SegmentKind,
    material::{Line, Material},
};

pub(super) const ANGLE: Angle = Angle { id: "follow_up", when: "You tried before, and nobody is to blame.", seeds: &["004"], pitch };

/// Whole, and short for slow speakers with long numbers. Each is new to them once; none repeats what was said.
const OPENERS: [[&str; 2]; 8] = [
    ["I wanted to try you again while I'm at my desk.", "I'm at my desk."],
    ["I'm in my office today and eager to speak with you.", "I'm in my office today."],
    ["I would love to speak with you this week.", "I'd love to speak with you."],
    ["I still believe a short talk is worth your time.", "It is worth your time."],
    ["I know your days are full, so I will keep it brief.", "I will keep it brief."],
    ["If now is a better moment, I'm glad to talk.", "I'm glad to talk."],
    ["Your view would help me, even in two minutes.", "Your view would help me."],
    ["I'm easy to reach all day today.", "I'm easy to reach."],
];

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    if material.heard.tries == 0 {
        return None;
    }
    let unheard = OPENERS.iter().find(|forms| !forms.iter().any(|said| material.heard.text(said)));
    let opener = unheard.unwrap_or(&OPENERS[material.heard.tries % OPENERS.len()]);
    let says = opener.iter().map(|said| (*said).to_owned()).collect();
    Line::new(SegmentKind::Reason, says, "touches", unheard.is_none()).map(Pitch::body)
}
