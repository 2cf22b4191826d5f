//! Times to offer: in the prospect's call windows, on a later working day, said as people say them.

use jiff::{Timestamp, Zoned, civil::Weekday};

use crate::{
    calling::{limits::Limits, windows},
    moment::{Moment, Zone, calendar::days_later},
    situation::Situation,
};

pub(super) struct Times {
    /// "Tuesday at 12:15 PM", two where two could be found.
    pub said: Vec<String>,
    /// Whose clock, where the two differ or theirs is unknown: "your time", "my time".
    pub whose: Option<&'static str>,
    pub rests_on: Vec<String>,
}

/// The next times from tomorrow on. Without one zone of theirs, the seller's own, and the message says so.
pub(super) fn offered(situation: &Situation, now: Moment) -> Times {
    let possible = situation.prospect.time_zone.possible();
    let theirs = match possible.as_slice() {
        [one] => Some((*one).clone()),
        _ => None,
    };
    let sellers = situation.seller.time_zone.clone().or_else(|| fixed(now));
    let whose = match (&theirs, &sellers) {
        (None, _) => Some("my time"),
        (Some(a), Some(b)) if a.tz.to_offset(now.timestamp) == b.tz.to_offset(now.timestamp) => None,
        _ => Some("your time"),
    };
    let mut rests_on = vec![if theirs.is_some() { "prospect.timeZone".to_owned() } else { "seller.timeZone".to_owned() }];
    if theirs.is_none() && situation.seller.time_zone.is_none() {
        rests_on = vec!["now".to_owned()];
    }
    let Some(zone) = theirs.or(sellers) else { return Times { said: vec![], whose: None, rests_on: vec![] } };
    // Windows know no spacing between messages.
    let limits = Limits::of(&situation.settings, 0);
    let chosen = tomorrow(now.timestamp, &zone).map(|from| choose(&windows::next(from, &zone, &limits, 7))).unwrap_or_default();
    Times { said: chosen.iter().map(say).collect(), whose, rests_on }
}

fn tomorrow(now: Timestamp, zone: &Zone) -> Option<Timestamp> {
    let today = zone.tz.to_datetime(now).date();
    Some(days_later(today, 1)?.at(0, 0, 0, 0).to_zoned(zone.tz.clone()).ok()?.timestamp())
}

/// `now`'s offset as a zone where it is a whole number of hours; its name is never shown.
fn fixed(now: Moment) -> Option<Zone> {
    let seconds = now.offset.seconds();
    let hours = seconds / 3600;
    if seconds % 3600 != 0 {
        return None;
    }
    // The names of these zones count westward.
    Zone::named(&match hours {
        0 => "Etc/UTC".to_owned(),
        _ if hours > 0 => format!("Etc/GMT-{hours}"),
        _ => format!("Etc/GMT+{}", -hours),
    })
    .ok()
}

/// One at midday or late on the first day, as an early hour may pass before they listen; the second on a later day, early where it can be.
fn choose(windows: &[windows::CallWindow]) -> Vec<Zoned> {
    let Some(first) = windows.iter().find(|w| w.name != "early").or(windows.first()) else { return vec![] };
    let day = first.start.date();
    let second = windows.iter().find(|w| w.start.date() > day).or_else(|| windows.iter().find(|w| w.start > first.start));
    [Some(first), second].into_iter().flatten().map(start).collect()
}

/// The window's start; a lunch that starts on the stroke of noon a quarter later, so that nobody asks which twelve is meant.
fn start(window: &windows::CallWindow) -> Zoned {
    let noon = window.start.hour() == 12 && window.start.minute() == 0;
    let later = Timestamp::from_second(window.start.timestamp().as_second() + 15 * 60).ok();
    let later = later.map(|later| later.to_zoned(window.start.time_zone().clone())).filter(|later| noon && *later < window.end);
    later.unwrap_or_else(|| window.start.clone())
}

fn say(at: &Zoned) -> String {
    let day = match at.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    };
    let (half, hour) = (
        if at.hour() < 12 { "AM" } else { "PM" },
        match at.hour() % 12 {
            0 => 12,
            hour => hour,
        },
    );
    match at.minute() {
        0 => format!("{day} at {hour} {half}"),
        minute => format!("{day} at {hour}:{minute:02} {half}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn times(situation: &str, now: &str) -> (Vec<String>, Option<&'static str>) {
        let times = offered(&serde_json::from_str(situation).unwrap(), now.parse().unwrap());
        (times.said, times.whose)
    }

    #[test]
    fn times_lie_in_their_windows_on_later_working_days() {
        let chicago = r#"{"prospect": {"timeZone": {"value": "America/Chicago"}}, "seller": {"timeZone": "America/New_York"}}"#;
        assert_eq!(times(chicago, "2026-11-23T14:05:00-06:00").0, ["Tuesday at 12:15 PM", "Wednesday at 8 AM"]);
        assert_eq!(times(chicago, "2026-11-27T14:05:00-06:00").0, ["Monday at 12:15 PM", "Tuesday at 8 AM"]);
        assert_eq!(times(chicago, "2026-11-23T14:05:00-06:00").1, Some("your time"));
    }

    #[test]
    fn without_one_zone_the_sellers_own_counts() {
        assert_eq!(
            times("{}", "2026-11-23T14:05:00-06:00"),
            (vec!["Tuesday at 12:15 PM".into(), "Wednesday at 8 AM".into()], Some("my time"))
        );
        let two = r#"{"prospect": {"timeZone": {"candidates": ["America/Chicago", "America/Denver"]}}}"#;
        assert_eq!(times(two, "2026-11-23T14:05:00-06:00").1, Some("my time"));
        assert!(times("{}", "2026-11-23T14:05:00+05:30").0.is_empty());
    }

    #[test]
    fn settings_move_the_times() {
        let late = r#"{"prospect": {"timeZone": {"value": "America/Chicago"}}, "settings": {"windows": {"lunch": ["11:30", "12:30"]}}}"#;
        assert_eq!(times(late, "2026-11-23T14:05:00-06:00").0[0], "Tuesday at 11:30 AM");
    }
}
