use serde::{Deserialize, Serialize};

use super::{Kind, Touch};

/// How often what was done. `call` counts outbound calls of any result (calls, voicemails and talks); a live route is part of a call
/// and adds none. `inbound` counts every inbound touch but notes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub call: usize,
    pub live_route: usize,
    pub voicemail: usize,
    pub email: usize,
    pub talk: usize,
    pub inbound: usize,
}

impl Counts {
    pub fn of(touches: &[Touch]) -> Self {
        let mut counts = Self::default();
        for touch in touches.iter().filter(|touch| touch.kind != Kind::Note) {
            if touch.inbound() {
                counts.inbound += 1;
                continue;
            }
            counts.call += usize::from(matches!(touch.kind, Kind::Call | Kind::Voicemail | Kind::Talk));
            match touch.kind {
                Kind::LiveRoute => counts.live_route += 1,
                Kind::Voicemail => counts.voicemail += 1,
                Kind::Email => counts.email += 1,
                Kind::Talk => counts.talk += 1,
                Kind::Call | Kind::Note => {}
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_voicemail_and_a_talk_are_calls_and_a_live_route_is_part_of_one() {
        let touches: Vec<Touch> = ["call", "live_route", "voicemail", "email", "talk", "note"]
            .iter()
            .flat_map(|kind| ["outbound", "inbound"].map(|direction| (kind, direction)))
            .map(|(kind, direction)| {
                serde_json::from_value(serde_json::json!({"at": "2026-11-02T10:00:00Z", "kind": kind, "direction": direction})).unwrap()
            })
            .collect();
        assert_eq!(Counts::of(&touches), Counts { call: 3, live_route: 1, voicemail: 1, email: 1, talk: 1, inbound: 5 });
    }
}
