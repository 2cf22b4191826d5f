//! The e-mail that goes with the message (A49, A58, A60): its subject is named in the voicemail, it interests without telling all,
//! and it ends with two times.

use super::{
    Email,
    angles::Pitch,
    clean,
    material::{Line, Material},
    times::Times,
};
use crate::situation::Relationship;

/// In lower case, as it is read aloud too.
pub(super) fn subject(material: &Material<'_>, pitch: &Pitch) -> String {
    let referred = pitch.lead.as_ref().filter(|lead| lead.rests_on.iter().any(|on| on == "answers.referred_by"));
    if let Some(name) = referred.and_then(|_| material.situation.referred_by()).and_then(clean::person) {
        return format!("{name} suggested we talk");
    }
    let matter = match material.relationship() {
        Some(Relationship::Customer | Relationship::MidSale) => "news",
        _ => "an idea",
    };
    match (&material.their_organization, &material.called) {
        (Some(organization), _) => format!("{matter} for {organization}"),
        (None, Some(called)) => format!("{matter} for {called}"),
        (None, None) => format!("{matter} for you"),
    }
}

pub(super) fn email(material: &Material<'_>, pitch: &Pitch, subject: String, times: &Times) -> Email {
    let greeting = material.called.as_ref().map_or_else(|| "Hello,".to_owned(), |called| format!("Hi {called},"));
    let whole = |line: &Line| line.says.first().cloned().unwrap_or_default();
    // Two things at most, so that the rest is worth a talk.
    let reasons: Vec<String> =
        pitch.lead.iter().chain(pitch.body.iter().take(if pitch.lead.is_some() { 1 } else { 2 })).map(whole).collect();
    let whose = times.whose.map(|whose| format!(", {whose},")).unwrap_or_default();
    let ask = match times.said.as_slice() {
        [first, second, ..] => format!("Would {first} or {second}{whose} suit you for a short call?"),
        [only] => format!("Would {only}{whose} suit you for a short call?"),
        [] => "Which day and time would suit you?".to_owned(),
    };
    let signed: Vec<&str> = [&material.name, &material.organization, &material.number].into_iter().flatten().map(String::as_str).collect();
    let mut paragraphs = vec![greeting];
    if !reasons.is_empty() {
        paragraphs.push(reasons.join(" "));
    }
    paragraphs.push(format!("The rest is quicker told than written. {ask}"));
    if !signed.is_empty() {
        paragraphs.push(signed.join("\n"));
    }
    Email {
        to: material.situation.prospect.email.iter().find_map(|fact| clean::email(&fact.value)),
        subject,
        body: paragraphs.join("\n\n"),
    }
}
