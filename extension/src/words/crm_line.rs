//! One line for the CRM: "Left VM 14:05, hiring hook, next Fri 17:15".

use aftertone::{
    decide::Window,
    moment::Moment,
    touch::{Kind, Touch},
};
use jiff::tz::TimeZone;

use super::{
    date, labels,
    say::{say, say_with},
    when,
};

/// What was done last, on what ground, and when to try again.
pub(crate) fn crm_line(newest: Option<&Touch>, ground: Option<&str>, next: Option<Moment>, now: Moment, here: &TimeZone) -> String {
    let local = |at: Moment| at.timestamp.to_zoned(here.clone());
    let mut parts = Vec::new();
    match newest {
        Some(touch) => {
            let what = if touch.kind == Kind::Voicemail && !touch.inbound() { labels::button(touch.kind) } else { labels::touch(touch) };
            parts.push(format!("{} {}", say(what), past(touch.at, now, here)));
            parts.extend(touch.outcome.map(|outcome| say(labels::outcome(outcome))));
        }
        None => parts.push(say("not_contacted_yet")),
    }
    parts.extend(ground.map(str::to_owned));
    parts.extend(next.map(|at| say_with("crm_next", &[&when::short(&local(at), &local(now))])));
    parts.join(", ")
}

/// When to try again: not before the rest has ended, at the first good window that is not running already.
pub(crate) fn next_try(until: Option<Moment>, windows: &[Window], now: Moment) -> Option<Moment> {
    let earliest = until.map_or(now.timestamp, |until| until.timestamp);
    let starts = windows.iter().filter_map(|window| window.start.parse::<Moment>().ok());
    starts.filter(|start| start.timestamp > now.timestamp && start.timestamp >= earliest).min_by_key(|start| start.timestamp).or(until)
}

/// "14:05" today, "20 Nov 14:05" before.
fn past(at: Moment, now: Moment, here: &TimeZone) -> String {
    let (at, now) = (at.timestamp.to_zoned(here.clone()), now.timestamp.to_zoned(here.clone()));
    if when::days_between(&at, &now) == 0 {
        date::time(at.datetime())
    } else {
        format!("{} {}", date::far(at.datetime()), date::time(at.datetime()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use aftertone::touch::{Kind, Outcome};

    fn voicemail(outcome: Option<Outcome>) -> Touch {
        let at = "2026-11-23T14:05:00-06:00".parse().unwrap();
        Touch { id: None, at, kind: Kind::Voicemail, direction: None, outcome, hook: None, script: None }
    }

    #[test]
    fn the_line_says_what_why_and_when_next() {
        let now: Moment = "2026-11-23T14:06:00-06:00".parse().unwrap();
        let next = "2026-11-27T17:15:00-06:00".parse().ok();
        let line = |touch: Option<&Touch>, ground, next| crm_line(touch, ground, next, now, &now.zone());
        assert_eq!(line(Some(&voicemail(None)), Some("hiring hook"), next), "Left VM 14:05, hiring hook, next Fri 17:15");
        assert_eq!(line(Some(&voicemail(Some(Outcome::CallbackPromised))), None, None), "Left VM 14:05, will call back");
        assert_eq!(line(None, None, next), "Not contacted yet, next Fri 17:15");
    }

    #[test]
    fn the_next_try_waits_for_the_rest_to_end() {
        let now: Moment = "2026-11-23T14:06:00-06:00".parse().unwrap();
        let window = |start: &str| Window { name: "late".into(), start: start.into(), end: start.into() };
        let windows = [window("2026-11-23T17:15:00-06:00"), window("2026-11-24T07:45:00-06:00")];
        assert_eq!(next_try(None, &windows, now).unwrap().to_string(), "2026-11-23T17:15:00-06:00");
        let rest: Moment = "2026-12-23T14:05:00-06:00".parse().unwrap();
        assert_eq!(next_try(Some(rest), &windows, now), Some(rest));
    }
}
