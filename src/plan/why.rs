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
        (State::Barred, Action::Prepare) => format!("The message is not ready: {}.", chance.decision.missing.join(", ")),
        (State::Barred, _) => format!("No reason for a message by your playbook.{}", also(call, " A call is due.")),
    }
}

fn also(state: State, words: &'static str) -> &'static str {
    if state == State::Due { words } else { "" }
}
