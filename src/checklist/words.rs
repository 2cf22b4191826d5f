//! Days, counts and zones as a seller would say them.

use jiff::{Timestamp, tz::TimeZone};

/// "14 Nov".
pub(super) fn day(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%-d %b").to_string()
}

/// "14 Nov, 16:10".
pub(super) fn day_and_time(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%-d %b, %H:%M").to_string()
}

/// "1 voicemail", "3 voicemails".
pub(super) fn count(n: usize, thing: &str) -> String {
    format!("{n} {thing}{}", if n == 1 { "" } else { "s" })
}

/// "Chicago" of "America/Chicago".
pub(super) fn city(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}
