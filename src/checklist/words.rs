//! Days, counts and zones as a seller would say them.

use jiff::{Timestamp, tz::TimeZone};

use crate::moment::calendar::shown;

/// "14 Nov".
pub(super) fn day(at: Timestamp, zone: &TimeZone) -> String {
    shown(zone.to_datetime(at), "%-d %b")
}

/// "14 Nov, 16:10".
pub(super) fn day_and_time(at: Timestamp, zone: &TimeZone) -> String {
    shown(zone.to_datetime(at), "%-d %b, %H:%M")
}

/// "1 voicemail", "3 voicemails".
pub(super) fn count(n: usize, thing: &str) -> String {
    format!("{n} {thing}{}", if n == 1 { "" } else { "s" })
}

/// "Chicago" of "America/Chicago".
pub(super) fn city(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}
