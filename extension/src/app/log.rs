//! Logging: one click, one touch; one more tap, its outcome; undo takes the newest back.

use aftertone::{
    draft::Draft,
    touch::{Direction, Kind, Outcome, Touch},
};

use super::{App, persist};
use crate::judged::Judged;

pub(super) fn touch(app: App, kind: Kind, inbound: bool) {
    app.now.set(crate::clock::now());
    let pinned = app.desk.with_untracked(|desk| desk.kept.pin.clone().filter(|_| desk.kept.script.is_some()));
    let (touch, angle, pin) = app.judged.with_untracked(|judged| {
        let touch = made(judged, kind, inbound);
        let pin = pinned.filter(|_| touch.script.is_some());
        // A pinned script stands on no angle of this page.
        let angle = touch.script.is_some().then(|| judged.draft.angle.clone()).filter(|angle| !angle.is_empty() && pin.is_none());
        (touch, angle, pin)
    });
    persist::record_touch(app, touch, angle, pin);
}

fn made(judged: &Judged, kind: Kind, inbound: bool) -> Touch {
    let spoken = kind == Kind::Voicemail && !inbound;
    Touch {
        id: None,
        at: judged.now,
        kind,
        direction: Some(if inbound { Direction::Inbound } else { Direction::Outbound }),
        outcome: None,
        hook: if spoken { hook(judged) } else { None },
        script: spoken.then(|| judged.script.clone()).filter(|script| !script.trim().is_empty()),
    }
}

/// The hook that the drafted message rests on.
fn hook(judged: &Judged) -> Option<String> {
    let place = rests_on_hook(&judged.draft)?;
    judged.situation.hooks.get(place).map(|hook| hook.id.clone())
}

fn rests_on_hook(draft: &Draft) -> Option<usize> {
    let paths = draft.segments.iter().flat_map(|segment| &segment.rests_on);
    paths.filter_map(|path| path.strip_prefix("hooks[")?.split(']').next()?.parse().ok()).next()
}

pub(super) fn outcome(app: App, outcome: Outcome) {
    persist::record_outcome(app, outcome);
}

pub(super) fn undo(app: App) {
    persist::undo(app);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{desk::Desk, judged::judge};

    #[test]
    fn a_voicemail_keeps_what_was_said_and_a_call_does_not() {
        let mut desk = Desk::default();
        desk.kept.script = Some("Hello Dana".into());
        let judged = judge(&desk, "2026-11-23T14:05:00-06:00".parse().unwrap());
        assert_eq!(made(&judged, Kind::Voicemail, false).script.as_deref(), Some("Hello Dana"));
        assert_eq!(made(&judged, Kind::Call, false).script, None);
        assert_eq!(made(&judged, Kind::Voicemail, true).script, None);
    }
}
