//! Seen them speak or read about them: compliment them on it (A73).

use super::{Angle, Pitch};
use crate::{draft::material::Material, prospect::HookKind};

pub(super) const ANGLE: Angle = Angle {
    id: "compliment",
    when: "The page tells of a talk, an award, news, a jubilee or an association of theirs.",
    seeds: &["004"],
    pitch,
};

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.hook(&[HookKind::Talk, HookKind::Award, HookKind::News, HookKind::Anniversary, HookKind::Association]).map(Pitch::body)
}
