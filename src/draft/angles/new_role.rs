//! New in the role: new people buy new things (A51).

use super::{Angle, Pitch};
use crate::{draft::material::Material, prospect::HookKind};

pub(super) const ANGLE: Angle = Angle { id: "new_role", when: "The page says that they are new in their role.", seeds: &["003"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.hook(&[HookKind::NewRole]).map(Pitch::body)
}
