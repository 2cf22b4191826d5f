//! They launched something: compliment them on it (A73).

use super::{Angle, Pitch};
use crate::{draft::material::Material, prospect::HookKind};

pub(super) const ANGLE: Angle = Angle { id: "launch", when: "The page tells of something they launched.", seeds: &["004"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.hook(&[HookKind::Launch]).map(Pitch::body)
}
