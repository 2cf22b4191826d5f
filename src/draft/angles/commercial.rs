//! A series of commercials, each with a new fact about your business (A77).

use super::{Angle, Pitch};
use crate::draft::material::Material;

pub(super) const ANGLE: Angle =
    Angle { id: "commercial", when: "Your bank of facts holds one they have not heard.", seeds: &["004"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.fact().map(Pitch::body)
}
