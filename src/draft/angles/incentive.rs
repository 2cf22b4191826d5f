//! What a live conversation is worth to them (A69).

use super::{Angle, Pitch};
use crate::draft::material::Material;

pub(super) const ANGLE: Angle = Angle { id: "incentive", when: "You have something to offer for a conversation.", seeds: &["004"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.incentive().map(Pitch::body)
}
