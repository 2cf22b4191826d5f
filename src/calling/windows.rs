//! Call windows on the prospect's own clock (A34 to A37).

use jiff::{Timestamp, Zoned, civil::Weekday};

use super::{hours::on_clock, limits::Limits};
use crate::moment::{Zone, calendar::days_later};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallWindow {
    /// `early`, `lunch` or `late`.
    pub name: &'static str,
    /// The window's own start, also where it holds now.
    pub start: Zoned,
    pub end: Zoned,
}

/// The next `count` windows, Monday to Friday, cut to the calling hours; one that holds at `from` counts.
pub fn next(from: Timestamp, zone: &Zone, limits: &Limits, count: usize) -> Vec<CallWindow> {
    let mut found = Vec::new();
    let mut spans: Vec<_> = limits.windows.iter().filter_map(|(name, span)| Some((*name, span.cut_to(&limits.calling_hours)?))).collect();
    // Those that start together keep their order: early, lunch, late.
    crate::order::by_key(&mut spans, |(_, span)| span.start);
    if spans.is_empty() {
        return found;
    }
    let mut day = zone.tz.to_datetime(from).date();
    // Three windows a working day: twice the days that so many need, and room for a weekend.
    for _ in 0..count * 2 + 7 {
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            let at = |minutes| on_clock(day, minutes).and_then(|civil| civil.to_zoned(zone.tz.clone()).ok());
            found.extend(spans.iter().filter_map(|(name, span)| {
                let (start, end) = (at(span.start)?, at(span.end)?);
                // A day that a zone skipped has no windows.
                (start.date() == day && start < end && end.timestamp() > from).then_some(CallWindow { name, start, end })
            }));
        }
        if found.len() >= count {
            break;
        }
        let Some(tomorrow) = days_later(day, 1) else { break };
        day = tomorrow;
    }
    found.truncate(count);
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{
        moment::{Hours, rfc3339},
        situation::Settings,
    };

    fn windows(from: &str, zone: &str, settings: &Settings) -> Vec<String> {
        let windows = next(from.parse().unwrap(), &Zone::named(zone).unwrap(), &Limits::of(settings, 7), 2);
        windows.iter().map(|w| format!("{} {} {}", w.name, rfc3339(&w.start), rfc3339(&w.end))).collect()
    }

    #[test]
    fn the_early_window_is_cut_to_the_calling_hours() {
        assert_eq!(
            windows("2026-11-23T13:00:00Z", "America/Chicago", &Settings::default()),
            ["early 2026-11-23T08:00:00-06:00 2026-11-23T08:30:00-06:00", "lunch 2026-11-23T12:00:00-06:00 2026-11-23T13:00:00-06:00"]
        );
    }

    #[test]
    fn one_that_holds_now_keeps_its_own_start() {
        assert_eq!(
            windows("2026-11-23T18:59:59Z", "America/Chicago", &Settings::default())[0],
            "lunch 2026-11-23T12:00:00-06:00 2026-11-23T13:00:00-06:00"
        );
        assert!(windows("2026-11-23T19:00:00Z", "America/Chicago", &Settings::default())[0].starts_with("late"));
    }

    #[test]
    fn two_that_start_together_keep_their_order() {
        let at_noon = |end| Some(Hours::new((12, 0), (12, end)));
        let windows_at_noon = crate::situation::Windows { early: at_noon(30), lunch: at_noon(45), late: at_noon(15) };
        let settings = Settings { windows: windows_at_noon, ..Settings::default() };
        let found = windows("2026-11-23T13:00:00Z", "America/Chicago", &settings);
        assert!(found[0].starts_with("early") && found[1].starts_with("lunch"), "{found:?}");
    }

    #[test]
    fn the_weekend_has_none() {
        assert!(windows("2026-11-28T03:00:00Z", "America/Chicago", &Settings::default())[0].starts_with("early 2026-11-30"));
    }

    #[test]
    fn a_day_that_the_zone_skipped_has_none() {
        // Samoa went from Thursday the 29th to Saturday the 31st.
        assert!(windows("2011-12-30T04:30:00Z", "Pacific/Apia", &Settings::default())[0].starts_with("early 2012-01-02"));
    }

    #[test]
    fn hours_that_leave_nothing_give_none() {
        let settings = Settings { calling_hours: Some(Hours::new((9, 0), (11, 0))), ..Settings::default() };
        assert!(windows("2026-11-23T13:00:00Z", "America/Chicago", &settings).is_empty());
    }
}
