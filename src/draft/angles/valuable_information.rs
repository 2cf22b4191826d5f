//! Something they really need to know (A09).

use super::{Angle, Pitch};
use crate::draft::material::Material;

pub(super) const ANGLE: Angle =
    Angle { id: "valuable_information", when: "You know something that they need to know.", seeds: &["001"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.valuable_information().map(Pitch::body)
}
