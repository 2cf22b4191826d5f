//! The decision in three words, with the icon and the tone that go with it.

use aftertone::{
    decide::{Action, Decision},
    moment::Moment,
};
use jiff::tz::TimeZone;

use super::{
    say::{say, say_many, say_with},
    when,
};

/// Shown in this order of weight: the words carry the meaning, icon and colour repeat it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Headline {
    pub(crate) words: String,
    pub(crate) icon: Icon,
    pub(crate) tone: Tone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Leave,
    CallBack,
    Fix,
    Zero,
    HangUp,
    Rest,
    Clock,
    Stop,
    Search,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Go,
    Almost,
    Other,
    Wait,
    Stop,
}

impl Tone {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Go => "go",
            Self::Almost => "almost",
            Self::Other => "other",
            Self::Wait => "wait",
            Self::Stop => "stop",
        }
    }
}

pub(crate) fn headline(decision: &Decision, now: Moment, here: &TimeZone) -> Headline {
    let until = decision.until.as_deref().and_then(|until| until.parse::<Moment>().ok());
    let local = |at: Moment| at.timestamp.to_zoned(here.clone());
    let now_here = local(now);
    let (words, icon, tone) = match decision.action {
        Action::Leave => (say("leave_a_message"), Icon::Leave, Tone::Go),
        Action::CallBack => (say("call_back_now"), Icon::CallBack, Tone::Go),
        Action::Prepare => (say_many("fix_things", decision.missing.len()), Icon::Fix, Tone::Almost),
        Action::TryLive => (say("hit_zero_first"), Icon::Zero, Tone::Other),
        Action::HangUp if decision.because.iter().any(|rule| rule == "wrong_number") => (say("find_the_number"), Icon::Search, Tone::Other),
        Action::HangUp => (say("hang_up"), Icon::HangUp, Tone::Other),
        Action::Rest => {
            let words = match until.map(local) {
                // "Rest until today" tells nothing that "Rest" does not.
                Some(at) if when::days_between(&now_here, &at) > 0 => say_with("rest_until", &[&when::day(&at, &now_here)]),
                _ => say("rest"),
            };
            (words, Icon::Rest, Tone::Wait)
        }
        Action::NotNow => {
            let words = until.map_or_else(|| say("not_now"), |at| say_with("wait_until", &[&when::short(&local(at), &now_here)]));
            (words, Icon::Clock, Tone::Wait)
        }
        Action::Stop => (say("do_not_contact"), Icon::Stop, Tone::Stop),
    };
    Headline { words, icon, tone }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use aftertone::situation::Situation;

    fn said(action: Action, until: Option<&str>, missing: &[&str]) -> String {
        let now: Moment = "2026-11-23T06:05:00-06:00".parse().unwrap();
        let mut decision = aftertone::decide::decide(&Situation::default(), now);
        decision.action = action;
        decision.because.clear();
        decision.until = until.map(str::to_owned);
        decision.missing = missing.iter().map(|s| (*s).to_owned()).collect();
        headline(&decision, now, &now.zone()).words
    }

    #[test]
    fn the_action_is_said_in_words() {
        assert_eq!(said(Action::Prepare, None, &["goal"]), "Fix 1 thing, then leave");
        assert_eq!(said(Action::Prepare, None, &["goal", "reason"]), "Fix 2 things, then leave");
        assert_eq!(said(Action::Rest, Some("2026-12-24T12:00:00-06:00"), &[]), "Rest until 24 Dec");
        assert_eq!(said(Action::NotNow, Some("2026-11-23T08:00:00-06:00"), &[]), "Wait until 08:00");
        assert_eq!(said(Action::NotNow, None, &[]), "Not now");
        assert_eq!(said(Action::TryLive, None, &[]), "Hit zero first");
    }
}
