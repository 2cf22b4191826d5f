//! Where a call landed is logged as it is tapped, and once: tapping on from the operator to the sales desk is one live route.

use super::{App, log};
use aftertone::touch::{Kind, Outcome, Touch};

const SAME_CALL_SECONDS: i64 = 5 * 60;

pub(super) fn landed(app: App, kind: Kind, outcome: Option<Outcome>) {
    let now = crate::clock::now().timestamp.as_second();
    if app.desk.with_untracked(|desk| desk.newest().is_some_and(|newest| same_call(newest, kind, outcome, now))) {
        return;
    }
    log::touch(app, kind, false);
    if let Some(outcome) = outcome {
        log::outcome(app, outcome);
    }
}

fn same_call(newest: &Touch, kind: Kind, outcome: Option<Outcome>, now: i64) -> bool {
    !newest.inbound()
        && newest.kind == kind
        && newest.outcome == outcome
        && (now - newest.at.timestamp.as_second()).abs() < SAME_CALL_SECONDS
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_next_door_within_five_minutes_is_the_same_live_route() {
        let tried: Touch =
            serde_json::from_str(r#"{"at": "2026-11-23T14:05:00Z", "kind": "live_route", "direction": "outbound"}"#).unwrap();
        let at = |text: &str| text.parse::<aftertone::moment::Moment>().unwrap().timestamp.as_second();
        assert!(same_call(&tried, Kind::LiveRoute, None, at("2026-11-23T14:09:00Z")));
        assert!(!same_call(&tried, Kind::LiveRoute, None, at("2026-11-23T14:10:00Z")));
        assert!(!same_call(&tried, Kind::Talk, None, at("2026-11-23T14:06:00Z")));
    }
}
