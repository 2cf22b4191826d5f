//! Voicemail is helpful to reach an existing customer (A20).

use super::{Angle, Pitch};
use crate::{
    draft::{
        SegmentKind,
        material::{Line, Material},
    },
    situation::Relationship,
};

pub(super) const ANGLE: Angle = Angle { id: "customer", when: "They are your customer.", seeds: &["001"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    if material.relationship() != Some(Relationship::Customer) {
        return None;
    }
    let thanks = "Thank you for being our customer.";
    let thanks = Line::new(SegmentKind::Reason, vec![thanks.to_owned()], "answers.relationship", material.heard.text(thanks))?;
    let news = material.valuable_information().filter(|line| !line.heard);
    Some(Pitch { lead: None, body: std::iter::once(thanks).chain(news).collect() })
}
