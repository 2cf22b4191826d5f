//! What goes with an angle: a reason where it has none, what the seller can do, and a warm word. New things first; a thing is kept
//! for a later message where too few would be left for four in a row.

use super::{
    SegmentKind,
    angles::Pitch,
    material::{Line, Material},
};
use crate::{prospect::HookKind, situation::Relationship};

/// New things that are kept for the messages after this one.
const KEPT: usize = 3;

/// Lines after a hook, where they know already what the seller does.
const BRIDGES: [&str; 3] = ["We can help with that.", "That is where we come in.", "I have an idea for you on that."];

/// The pitch with a lead, a reason and what goes with it. `fresh` is how many angles still hold something new.
pub(super) fn complete(material: &Material<'_>, angle: &str, mut pitch: Pitch, fresh: usize) -> Pitch {
    if pitch.lead.is_none() {
        pitch.lead = material.referral().filter(new).or_else(|| material.connection().filter(new));
    }
    let of_a_hook = pitch.body.first().is_some_and(|line| line.rests_on.iter().any(|on| on.starts_with("hooks[")));
    let offer = material.offer();
    let known = |line: &Line, pitch: &Pitch| pitch.body.iter().any(|said| said.rests_on == line.rests_on);
    if pitch.body.is_empty() && matches!(angle, "referral" | "connection" | "return_call") {
        pitch.body.extend(material.valuable_information().filter(new));
    }
    match &offer {
        Some(line) if new(line) && !known(line, &pitch) => pitch.body.push(line.clone()),
        Some(line) if of_a_hook => {
            let bridge = BRIDGES[material.heard.voicemails % BRIDGES.len()];
            pitch.body.extend(Line::new(SegmentKind::Reason, vec![bridge.to_owned()], line.rests_on[0].clone(), false));
        }
        _ => {}
    }
    let reasonless = pitch.body.is_empty() || matches!(angle, "follow_up" | "customer" | "mid_sale") && pitch.body.len() == 1;
    if reasonless {
        let new_reason = [material.hook(&EVERY), material.fact(), material.incentive(), material.valuable_information()];
        let old_reason = [material.valuable_information(), offer.clone(), material.fact(), material.incentive()];
        let reason = new_reason.into_iter().flatten().find(new).or_else(|| old_reason.into_iter().flatten().next());
        pitch.body.extend(reason.filter(|line| !known(line, &pitch)));
    }
    if let Some(incentive) = material.incentive().filter(new).filter(|line| (material.warm || fresh > KEPT + 1) && !known(line, &pitch)) {
        pitch.body.push(incentive);
    }
    pitch
}

const EVERY: [HookKind; 9] = [
    HookKind::Hiring,
    HookKind::NewRole,
    HookKind::Talk,
    HookKind::Award,
    HookKind::News,
    HookKind::Funding,
    HookKind::Launch,
    HookKind::Anniversary,
    HookKind::Association,
];

fn new(line: &Line) -> bool {
    !line.heard
}

/// A warm word for people who know the seller; it is the second thing to go.
pub(super) fn opener(material: &Material<'_>, angle: &str) -> Option<Line> {
    if matches!(angle, "return_call" | "follow_up") {
        return None;
    }
    let says = match material.relationship()? {
        Relationship::SpokenPositive => "It was good to speak with you.",
        Relationship::InterestedLead => "Thank you for your interest.",
        _ => return None,
    };
    Line::new(SegmentKind::Reason, vec![says.to_owned()], "answers.relationship", material.heard.text(says)).filter(new)
}

/// What the person looks after whom no name is known of.
pub(super) fn looks_after(angle: &str) -> Option<String> {
    (angle == "hiring").then(|| "hiring".to_owned())
}
