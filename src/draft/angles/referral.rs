//! Somebody they know sent you: the one message every seed leaves (A02).

use super::{Angle, Pitch};
use crate::draft::material::Material;

pub(super) const ANGLE: Angle = Angle { id: "referral", when: "You were referred to them.", seeds: &["000", "001"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.referral().map(Pitch::lead)
}
