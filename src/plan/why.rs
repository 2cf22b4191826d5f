//! The sentence beside a planned day.

use super::{Chance, State};
use crate::{
    decide::Action,
    moment::{Moment, calendar::shown},
    situation::Situation,
};

pub(super) fn sentence(ahead: &Situation, chance: Option<&Chance>, working: bool, voicemail: State, call: State, email: State) -> String {
    let Some(chance) = chance else {
        return match email {
            State::Due => "No calling hour is left today; an e-mail in between is due.".to_owned(),
            _ => "No calling hour is left on this day.".to_owned(),
        };
    };
    let because = chance.decision.because.first().map(String::as_str);
    match (voicemail, chance.decision.action) {
        (State::Due, Action::CallBack) => "You owe them an answer: call, and leave it at their mailbox.".to_owned(),
        (State::Due, _) if ahead.touches.iter().any(|touch| touch.kind == crate::touch::Kind::Voicemail && !touch.inbound()) => {
            "Long enough since the last message: call, and leave another.".to_owned()
        }
        (State::Due, _) => "Call; try a live route first, and leave a message.".to_owned(),
        (State::Allowed, _) if !working => "The weekend: a message may wait for a working day.".to_owned(),
        (State::Allowed, _) => "A message is allowed, but the last one is still fresh.".to_owned(),
        (State::Barred, Action::Stop) => "They asked not to be contacted.".to_owned(),
        (State::Barred, Action::HangUp) if because == Some("wrong_number") => "Find the right number first.".to_owned(),
        (State::Barred, Action::Rest) => {
            let until = chance.decision.until.as_deref().and_then(|until| until.parse::<Moment>().ok());
            let until = until.map(|until| shown(until.zone().to_datetime(until.timestamp), "%-d %b")).unwrap_or_default();
            let rest = match because {
                Some("three_in_ten_days") => "no message after a burst of them",
                Some("they_said_no") => "they said no",
                _ => "the last message is fresh",
            };
            format!("Rest until {until}: {rest}.{}{}", also(call, " A call is due."), also(email, " An e-mail in between is due."))
        }
        (State::Barred, Action::Prepare) => {
            let wanted: Vec<&str> = chance.decision.missing.iter().map(|missing| plain(missing)).collect();
            format!("The message is not ready; it wants {}.", wanted.join(", "))
        }
        (State::Barred, _) => format!("No reason for a message by your playbook.{}", also(call, " A call is due.")),
    }
}

fn also(state: State, words: &'static str) -> &'static str {
    if state == State::Due { words } else { "" }
}

/// What is missing, in words.
fn plain(missing: &str) -> &str {
    match missing {
        "goal" => "a goal",
        "seller_name" => "your name",
        "callback_number" => "your number",
        "reason" => "a reason for the call",
        "script:number_twice" => "your number twice",
        "script:too_long" => "fewer words",
        "script:placeholder" => "its blanks filled in",
        "script:blame" => "no blame",
        other => other.strip_prefix("script:").unwrap_or(other),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::{plan::plan, situation::Situation};

    #[test]
    fn what_a_message_wants_is_said_in_words() {
        let now = "2026-11-23T14:05:00-06:00".parse().unwrap();
        let situation = Situation {
            script: Some("Hi, [name].".into()),
            playbook: serde_json::from_str("\"always_leave\"").unwrap(),
            ..Situation::default()
        };
        let said: Vec<String> = plan(&situation, now, 10).days.into_iter().map(|day| day.why).collect();
        let wants: Vec<&String> = said.iter().filter(|why| why.starts_with("The message is not ready")).collect();
        assert!(!wants.is_empty(), "{said:?}");
        assert!(wants.iter().all(|why| why.contains("your name") && !why.contains(['_', ':'])), "{wants:?}");
    }
}
