//! Something both have in common (A72).

use super::{Angle, Pitch};
use crate::draft::material::Material;

pub(super) const ANGLE: Angle = Angle { id: "connection", when: "You share an acquaintance, a group or an event.", seeds: &["004"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.connection().map(Pitch::lead)
}
