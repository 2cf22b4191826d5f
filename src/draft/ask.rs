//! The one ask a message ends with, by the goal of the contact (A80, A82, A83).

use super::{material::Material, times::Times};
use crate::situation::Goal;

/// What stands before the second number, the longest form first, each with what it rests on.
pub(super) struct Ask {
    /// (before the number, whether the number ends that sentence).
    pub says: Vec<String>,
    /// Which of them to start with; those before it are for messages that would else be too short.
    pub usual: usize,
    pub rests_on: Vec<String>,
}

/// The ask; `subject` is the e-mail's.
pub(super) fn ask(material: &Material<'_>, times: &Times, subject: &str) -> Ask {
    let goal = material.situation.goal;
    let mut rests_on = vec![];
    if goal.is_some() {
        rests_on.push("goal".to_owned());
    }
    let (whose, ends) = times.whose.map(|whose| (format!(", {whose},"), format!(", {whose}"))).unwrap_or_default();
    let (says, usual) = match (goal, times.said.as_slice()) {
        (Some(Goal::Meeting), [first, rest @ ..]) => {
            rests_on.extend(times.rests_on.iter().cloned());
            // One time for a stranger, two for somebody who knows you.
            let offer = match rest.first().filter(|_| material.warm) {
                Some(second) => format!("Does {first} or {second}{whose} suit you better?"),
                None => format!("Does {first}{whose} suit you?"),
            };
            number_after(&offer, "Please tell me at", "I'm at")
        }
        (Some(Goal::Meeting), []) => call("Please call me with a time to meet at", "Please call me with a time to meet at"),
        (Some(Goal::PickUpNextTime), [first, ..]) => {
            rests_on.extend(times.rests_on.iter().cloned());
            let (mut says, usual) =
                number_after(&format!("Please pick up when I call again {first}{ends}."), "My number again is", "I'm at");
            // Where words are dear the day is enough, and leaves room for a reason.
            let day = first.split(' ').next().unwrap_or(first);
            says.push(format!("Please pick up when I call again {day}. I'm at"));
            (says, usual)
        }
        (Some(Goal::PickUpNextTime), []) => number_after("Please pick up when I call again tomorrow.", "My number again is", "I'm at"),
        (Some(Goal::ReadEmail), _) => number_after(&format!("Please look for my e-mail, \"{subject}\"."), "My number again is", "I'm at"),
        (Some(Goal::Callback) | None, _) => call("When you have two minutes, please call me back at", "Please call me back at"),
    };
    Ask { says, usual, rests_on }
}

fn call(long: &str, usual: &str) -> (Vec<String>, usize) {
    (vec![long.to_owned(), usual.to_owned(), "Please call".to_owned()], 1)
}

fn number_after(asks: &str, long: &str, short: &str) -> (Vec<String>, usize) {
    (vec![format!("{asks} {long}"), format!("{asks} {short}")], 1)
}

impl Ask {
    /// The ask where no number can be said.
    pub(super) fn without_number(&self, material: &Material<'_>) -> String {
        let usual = self.says.get(self.usual).map_or("", String::as_str);
        match material.situation.goal {
            Some(Goal::Meeting | Goal::PickUpNextTime | Goal::ReadEmail) => {
                let end = usual.rfind(['?', '.']).map_or(0, |at| at + 1);
                if end > 0 { usual[..end].to_owned() } else { "Please call me with a time to meet.".to_owned() }
            }
            _ => "Please call me back.".to_owned(),
        }
    }
}
