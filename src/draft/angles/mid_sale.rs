//! In the middle of a sale, for important or timely information (A19).

use super::{Angle, Pitch};
use crate::{
    draft::{
        SegmentKind,
        material::{Line, Material},
    },
    situation::Relationship,
};

pub(super) const ANGLE: Angle = Angle { id: "mid_sale", when: "You are in the middle of a sale.", seeds: &["001"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    if material.relationship() != Some(Relationship::MidSale) {
        return None;
    }
    let step = "I'm calling about our next step together.";
    let step = Line::new(SegmentKind::Reason, vec![step.to_owned()], "answers.relationship", material.heard.text(step))?;
    match material.valuable_information().filter(|line| !line.heard) {
        Some(news) => Some(Pitch::body(news)),
        None => Some(Pitch::body(step)),
    }
}
