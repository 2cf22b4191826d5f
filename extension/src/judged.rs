//! What the screens show of the core's answers, computed once for each change of the desk.

use aftertone::{
    decide::{Decision, decide_without_flip},
    draft::{self, Draft, lint},
    moment::Moment,
    situation::Situation,
};
use jiff::tz::TimeZone;

use crate::{
    desk::Desk,
    words::{
        headline::{Headline, headline},
        when, why,
    },
};

#[derive(Debug, Clone)]
pub(crate) struct Judged {
    pub(crate) now: Moment,
    /// The seller's zone.
    pub(crate) here: TimeZone,
    pub(crate) situation: Situation,
    pub(crate) decision: Decision,
    pub(crate) draft: Draft,
    /// The user's own words, or else the draft's.
    pub(crate) script: String,
    pub(crate) lint: lint::Report,
    pub(crate) headline: Headline,
    pub(crate) why: String,
}

/// Without the flip: that is asked for once the decision is painted.
pub(crate) fn judge(desk: &Desk, now: Moment) -> Judged {
    let mut situation = desk.situation(now);
    let own = situation.script.take().filter(|script| !script.trim().is_empty());
    let angle = desk.kept.angle.as_deref();
    // An angle remembered from another day may be gone from the page since.
    let draft = draft::draft(&situation, now, angle).or_else(|_| draft::draft(&situation, now, None)).unwrap_or_default();
    let script = own.clone().unwrap_or_else(|| draft.script.clone());
    // What is decided on is what is read aloud.
    situation.script = own.or_else(|| angle.map(|_| draft.script.clone()));
    let lint = match &situation.script {
        Some(script) => lint::lint(script, &lint::Context::of(&situation)),
        None => draft.lint.clone(),
    };
    let decision = decide_without_flip(&situation, now);
    let here = when::sellers_zone(situation.seller.time_zone.as_ref(), now);
    let headline = headline(&decision, now, &here);
    let why = why::why(&decision);
    Judged { now, here, situation, decision, draft, script, lint, headline, why }
}

impl Judged {
    /// Whether the message is what the screen is about: then it stands in view, else the line to say instead does.
    pub(crate) fn message_first(&self) -> bool {
        use aftertone::decide::Action;
        matches!(self.decision.action, Action::Leave | Action::CallBack | Action::Prepare)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_users_own_words_are_what_is_decided_on() {
        let now: Moment = "2026-11-23T14:05:00-06:00".parse().unwrap();
        let mut desk = Desk::default();
        desk.kept.script = Some("Hi [First Name].".into());
        let judged = judge(&desk, now);
        assert_eq!(judged.script, "Hi [First Name].");
        assert_eq!(judged.situation.script.as_deref(), Some("Hi [First Name]."));
        desk.kept.script = Some("  ".into());
        assert_eq!(judge(&desk, now).script, judge(&Desk::default(), now).script);
    }
}
