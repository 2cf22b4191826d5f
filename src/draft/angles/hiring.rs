//! They are hiring: a need in their own words (A51).

use super::{Angle, Pitch};
use crate::{draft::material::Material, prospect::HookKind};

pub(super) const ANGLE: Angle = Angle { id: "hiring", when: "The page says that they are hiring.", seeds: &["003", "004"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.hook(&[HookKind::Hiring]).map(Pitch::body)
}
