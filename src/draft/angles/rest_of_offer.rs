//! What of the offer was cut short the first time: the same business, and a new word on it (A77).

use super::{Angle, Pitch};
use crate::draft::material::Material;

pub(super) const ANGLE: Angle =
    Angle { id: "rest_of_offer", when: "An earlier message had no time for all of your offer.", seeds: &["004"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    material.rest_of_offer().map(Pitch::body)
}
