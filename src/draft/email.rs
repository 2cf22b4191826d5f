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
        // A long name costs the seconds of a reason.
        (Some(organization), Some(called)) if organization.split(' ').count() > 4 => format!("{matter} for {called}"),
        (Some(organization), _) => format!("{matter} for {organization}"),
        (None, Some(called)) => format!("{matter} for {called}"),
        (None, None) => format!("{matter} for you"),
    }
}

/// A line as it is written to them: an e-mail neither calls nor announces itself.
fn written(line: &Line) -> String {
    if line.rests_on.iter().any(|on| on == "touches" || on.starts_with("prospect.email[")) {
        return "I tried to reach you by phone today.".to_owned();
    }
    let said = line.says.first().map_or("", String::as_str);
    said.strip_prefix("I'm calling ").map_or_else(|| said.to_owned(), |rest| format!("I'm writing {rest}"))
}

pub(super) fn email(material: &Material<'_>, pitch: &Pitch, subject: String, times: &Times) -> Email {
    let greeting = material.called.as_ref().map_or_else(|| "Hello,".to_owned(), |called| format!("Hi {called},"));
    // Two things at most, so that the rest is worth a talk.
    let reasons: Vec<String> =
        pitch.lead.iter().chain(pitch.body.iter().take(if pitch.lead.is_some() { 1 } else { 2 })).map(written).collect();
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
    paragraphs.push(format!("There is more to it than fits into an e-mail. {ask}"));
    if !signed.is_empty() {
        paragraphs.push(signed.join("\n"));
    }
    Email {
        to: material.situation.prospect.email.iter().find_map(|fact| clean::email(&fact.value)),
        subject,
        body: paragraphs.join("\n\n"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::{draft::draft, situation::Situation};

    fn body(more: serde_json::Value) -> String {
        let mut situation = serde_json::json!({"seller": {"name": "Ann Lee", "telephone": "+14155550123", "offer": "industrial coatings"},
            "prospect": {"name": "Dana Whitfield", "worksFor": "Acme", "email": ["dana@acme.example"]}});
        situation.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let situation: Situation = serde_json::from_value(situation).unwrap();
        draft(&situation, "2026-11-23T14:05:00-06:00".parse().unwrap(), None).unwrap().email.body
    }

    #[test]
    fn an_email_writes_and_does_not_announce_itself() {
        let writes = body(serde_json::json!({"answers": {"valuable_information": "The overtime rule changes on January 1"}}));
        assert!(writes.contains("I'm writing because the overtime rule changes on January 1."), "{writes}");
        // The second message announces the e-mail; the e-mail itself says what happened.
        let first = "Hi Dana, this is Ann Lee, 415-555-0123. We offer industrial coatings. Please call me back at 415-555-0123.";
        let again = body(serde_json::json!({"touches": [{"at": "2026-11-10T15:00:00Z", "kind": "voicemail", "script": first}]}));
        assert!(again.contains("I tried to reach you by phone today.") && !again.contains("sending you an e-mail"), "{again}");
    }
}
