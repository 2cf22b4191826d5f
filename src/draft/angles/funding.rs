//! They were funded: money wants to be spent well.

use super::{Angle, Pitch};
use crate::{draft::material::Material, prospect::HookKind};

pub(super) const ANGLE: Angle = Angle { id: "funding", when: "The page tells of money they raised.", seeds: &["004"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.hook(&[HookKind::Funding]).map(Pitch::body)
}
