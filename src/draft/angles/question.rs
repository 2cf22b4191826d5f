//! A question of yours that they can answer, as a reason to talk (A81).

use super::{Angle, Pitch};
use crate::draft::material::Material;

pub(super) const ANGLE: Angle = Angle { id: "question", when: "You have noted a question to ask if they pick up.", seeds: &["002"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.question().map(Pitch::body)
}
