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

/// The same after a compliment, which is nothing to be helped with.
const AFTER_PRAISE: [&str; 3] =
    ["I have an idea for you.", "I'd like to share an idea with you.", "I'd like to hear your view on something."];

/// Lines after what the seller does, to the prospect's organization: the longer way and the shorter.
const FOR_THEM: [[&str; 2]; 3] = [
    ["I'd like to see whether that fits {}.", "I had {} in mind."],
    ["I'd like to hear how it is at {}.", "How is that at {}?"],
    ["I can tell you what it would take at {}.", "That could start at {}."],
];

/// The pitch with a lead, a reason and what goes with it.
pub(super) fn complete(material: &Material<'_>, angle: &str, mut pitch: Pitch) -> Pitch {
    if pitch.lead.is_none() {
        pitch.lead = material.referral().filter(new).or_else(|| material.connection().filter(new));
    }
    let known = |line: &Line, pitch: &Pitch| pitch.body.iter().any(|said| said.rests_on == line.rests_on);
    // Who knows the seller's work well needs no word on what it is.
    let insider = matches!(material.relationship(), Some(Relationship::Customer | Relationship::MidSale));
    let mut spare = material.new_things().saturating_sub(pitch.body.iter().filter(|line| new(line)).count());
    if pitch.body.is_empty() && matches!(angle, "referral" | "connection" | "return_call") {
        let information = material.valuable_information().filter(new);
        let hook = || {
            material
                .hook(&HookKind::EVERY)
                .filter(new)
                .filter(|_| material.warm && spare > KEPT || material.offer().is_none_or(|offer| offer.heard))
        };
        if let Some(line) = information.or_else(hook) {
            pitch.body.push(line);
            spare = spare.saturating_sub(1);
        }
    }
    let of_a_hook = pitch.body.first().is_some_and(|line| line.rests_on.iter().any(|on| on.starts_with("hooks[")));
    let offer = material.offer();
    match &offer {
        Some(line) if new(line) && !insider && !known(line, &pitch) => pitch.body.push(line.clone()),
        Some(line) if of_a_hook => {
            let praise = pitch.body.first().is_some_and(|line| line.kind == SegmentKind::Compliment);
            let bridges = if praise { AFTER_PRAISE } else { BRIDGES };
            let bridge = bridges.iter().find(|bridge| !material.heard.text(bridge)).map(|bridge| vec![(*bridge).to_owned()]);
            pitch.body.extend(bridge.and_then(|says| Line::new(SegmentKind::Reason, says, line.rests_on[0].clone(), false)));
        }
        _ => {}
    }
    let alone = pitch.body.len() < 2
        && matches!(angle, "follow_up" | "customer" | "mid_sale")
        && pitch.body.first().is_none_or(|line| line.rests_on != ["answers.valuable_information"]);
    if pitch.body.is_empty() || alone {
        // Where nothing is new the message stays short: what they heard is not said again.
        let reasons =
            [material.hook(&HookKind::EVERY), material.fact(), material.incentive(), material.valuable_information(), offer.clone()];
        let reason = reasons.into_iter().flatten().find(new);
        pitch.body.extend(reason.filter(|line| !known(line, &pitch)));
    }
    // What we do is a boast by itself: say whom it is for.
    let ours = |line: &&Line| line.rests_on.iter().any(|on| on == "seller.offer" || on.starts_with("seller.facts["));
    let boast = pitch.body.first().filter(|_| pitch.lead.is_none() && pitch.body.len() == 1).filter(ours);
    if let Some((boast, theirs)) = boast.zip(material.their_organization.as_ref()).filter(|_| !insider) {
        let rests_on = [boast.rests_on.clone(), vec!["prospect.worksFor".to_owned()]].concat();
        let for_them = FOR_THEM.iter().map(|ways| ways.map(|says| says.replace("{}", spoken_name(theirs))));
        let bridge = for_them.into_iter().find(|ways| !ways.iter().any(|says| material.heard.text(says)));
        pitch.body.extend(bridge.map(|says| Line { kind: SegmentKind::Reason, says: says.into(), rests_on, heard: false, stale: false }));
    }
    let incentive = material.incentive().filter(|_| angle != "return_call" && spare > KEPT).filter(new);
    pitch.body.extend(incentive.filter(|line| !known(line, &pitch)));
    pitch
}

/// "Acme" of "Acme Inc.": as people say it at a sentence's end.
fn spoken_name(organization: &str) -> &str {
    let ends = [" Inc", " Ltd", " Co", " LLC", " Limited", " Corp", " GmbH"];
    let name = organization.trim_end_matches('.');
    ends.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name).trim_end_matches(',')
}

fn new(line: &Line) -> bool {
    !line.heard
}

/// A warm word for people who know the seller, or to try again with; it is the second thing to go.
pub(super) fn opener(material: &Material<'_>, angle: &str) -> Option<Line> {
    const AGAIN: &str = "I wanted to try you again while I'm at my desk.";
    if matches!(angle, "return_call" | "follow_up" | "email_too") {
        return None;
    }
    let (says, on) = match material.relationship() {
        Some(Relationship::SpokenPositive) => ("It was good to speak with you.", "answers.relationship"),
        Some(Relationship::InterestedLead) => ("Thank you for your interest.", "answers.relationship"),
        _ if material.again() => (AGAIN, "touches"),
        _ => return None,
    };
    Line::new(SegmentKind::Reason, vec![says.to_owned()], on, material.heard.text(says)).filter(new)
}

/// What the person looks after whom no name is known of.
pub(super) fn looks_after(angle: &str) -> Option<String> {
    (angle == "hiring").then(|| "hiring".to_owned())
}
