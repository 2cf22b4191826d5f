//! What a browser is started with.

use std::{path::Path, time::SystemTime};

#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The folder of the profile. The same folder, started again, remembers.
    pub profile: &'a Path,
    /// Without a window. Firefox always is.
    pub headless: bool,
    /// What the pages' clocks show at the start, as milliseconds since 1970; none: the machine's.
    pub now: Option<i64>,
    /// IANA name of the zone the whole browser lives in; none: the machine's.
    pub zone: Option<&'a str>,
    /// The language of the browser (BCP 47); none: American English. Firefox is in its own.
    pub lang: Option<&'a str>,
}

impl Options<'_> {
    /// Milliseconds that the pages' clocks run ahead; none: they are the machine's.
    pub fn ahead(&self) -> Option<i64> {
        self.now.map(|now| now - unix_milliseconds())
    }
}

pub fn unix_milliseconds() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or_default()
}
