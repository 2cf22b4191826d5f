//! A message and an e-mail together are often better than either alone (A57, A58): the e-mail that lies ready is announced.

use super::{Angle, Pitch};
use crate::{
    draft::{
        SegmentKind, clean, email,
        material::{Line, Material},
    },
    situation::Goal,
};

pub(super) const ANGLE: Angle =
    Angle { id: "email_too", when: "You left a message before, and have an address of theirs to write to.", seeds: &["003", "004"], pitch };

fn pitch(material: &Material<'_>) -> Option<Pitch> {
    // Where reading the e-mail is the goal, the ask names it already.
    if !material.again() || material.situation.goal == Some(Goal::ReadEmail) {
        return None;
    }
    let place = material.situation.prospect.email.iter().position(|fact| clean::email(&fact.value).is_some())?;
    let subject = email::subject(material, &Pitch { lead: None, body: vec![] });
    let short = "I'm sending you an e-mail too.";
    let says = vec![format!("I'm sending you an e-mail too, \"{subject}\"."), short.to_owned()];
    Line::new(SegmentKind::Reason, says, format!("prospect.email[{place}]"), material.heard.text(short)).map(Pitch::body)
}
