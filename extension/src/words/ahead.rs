//! The days ahead in words and marks: what is due, what is allowed, what waits.

use aftertone::{
    moment::calendar,
    plan::{Day, State},
};
use jiff::civil::Date;

use super::{
    date as dates,
    say::{say, say_with},
    within,
};

/// The class of a day's mark: the first thing due, else what is open.
pub(crate) fn mark(day: &Day) -> &'static str {
    match (day.voicemail, day.call, day.email) {
        (State::Due, ..) => "voicemail",
        (_, State::Due, _) => "call",
        (_, _, State::Due) => "email",
        (State::Allowed, ..) => "allowed",
        (_, State::Allowed, _) => "rest",
        _ => "closed",
    }
}

/// Letters for what is due: "V", "C", "E", "CE"; a dash where nobody may be called.
pub(crate) fn letters(day: &Day) -> String {
    let voice = match (day.voicemail, day.call) {
        (State::Due, _) => say("letter_voicemail"),
        (_, State::Due) => say("letter_call"),
        _ => String::new(),
    };
    match (day.email, day.voicemail, day.call) {
        (State::Due, ..) => voice + &say("letter_email"),
        (_, State::Barred, State::Barred) => "–".into(),
        _ => voice,
    }
}

/// "Mon 30 Nov: voicemail due, call due, e-mail allowed. Long enough since the last message: call, and leave another."
pub(crate) fn told(day: &Day) -> String {
    let state = |state| {
        say(match state {
            State::Due => "state_due",
            State::Allowed => "state_allowed",
            State::Barred => "state_barred",
        })
    };
    say_with("day_told", &[&date(day), &state(day.voicemail), &state(day.call), &state(day.email), &within::dated(day.why.as_ref())])
}

/// "Mon 30 Nov"
pub(crate) fn date(day: &Day) -> String {
    civil(day).map_or_else(|| day.date.clone(), |date| dates::near(date.at(0, 0, 0, 0)))
}

pub(crate) fn civil(day: &Day) -> Option<Date> {
    calendar::day(&day.date)
}

/// The next of each thing that is due: "Next: voicemail Mon 30 Nov · call Mon 30 Nov · e‑mail Tue 24 Nov.".
pub(crate) fn next(days: &[Day]) -> String {
    let first =
        |of: fn(&Day) -> State, what: &str| days.iter().find(|day| of(day) == State::Due).map(|day| format!("{} {}", say(what), date(day)));
    let next =
        [first(|day| day.voicemail, "legend_voicemail"), first(|day| day.call, "legend_call"), first(|day| day.email, "legend_email")];
    let said: Vec<String> = next.into_iter().flatten().collect();
    if said.is_empty() { say("nothing_due") } else { say_with("next_due", &[said.join(" · ").trim_end_matches('.')]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(date: &str, voicemail: State, call: State, email: State) -> Day {
        Day { date: date.into(), at: None, voicemail, call, email, why: "Why.".into() }
    }

    #[test]
    fn a_day_is_told_in_words_and_letters() {
        use State::{Allowed, Barred, Due};
        let days =
            [day("2026-11-29", Barred, Allowed, Due), day("2026-11-30", Due, Due, Allowed), day("2026-12-01", Barred, Barred, Barred)];
        assert_eq!(told(&days[1]), "Mon 30 Nov: voicemail due, call due, e-mail allowed. Why.");
        assert_eq!(days.iter().map(letters).collect::<Vec<_>>(), ["E", "V", "–"]);
        assert_eq!(days.iter().map(mark).collect::<Vec<_>>(), ["email", "voicemail", "closed"]);
        assert_eq!(next(&days), "Next: voicemail Mon 30 Nov · call Mon 30 Nov · e\u{2011}mail Sun 29 Nov.");
        assert_eq!(next(&[]), "Nothing is due in these days.");
    }
}
