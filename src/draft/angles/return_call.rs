//! They called or wrote: total quality is totally returning calls (A61).

use super::{Angle, Pitch};
use crate::{
    draft::{
        SegmentKind,
        material::{Line, Material},
    },
    touch::Kind,
};

pub(super) const ANGLE: Angle =
    Angle { id: "return_call", when: "They called or wrote last, and you owe them an answer.", seeds: &["001", "000"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    let (place, kind) = material.owed()?;
    let says = match kind {
        Kind::Email => "I'm calling about your e-mail.",
        Kind::Voicemail => "I'm returning your message.",
        _ => "I'm returning your call.",
    };
    Line::new(SegmentKind::Reason, vec![says.to_owned()], format!("touches[{place}]"), false).map(Pitch::lead)
}
