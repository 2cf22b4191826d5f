//! What you can do for people like them (A71).

use super::{Angle, Pitch};
use crate::draft::material::Material;

pub(super) const ANGLE: Angle =
    Angle { id: "offer", when: "You have said what you do for people like them.", seeds: &["003", "004"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.offer().map(Pitch::body)
}
