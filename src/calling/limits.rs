//! The numbers that bound calling: each is the user's setting, else the playbook's or the seeds' value.

use crate::{
    moment::Hours,
    situation::{Count, Days, Settings},
};

/// 47 CFR 64.1200(c)(1) allows telephone solicitation from 8 a.m. to 9 p.m. where the called party is.
pub const CALLING_HOURS: Hours = Hours::new((8, 0), (21, 0));
/// Before the gatekeeper arrives (A34).
pub const EARLY: Hours = Hours::new((7, 45), (8, 30));
/// People may be at their desks at lunch (A37).
pub const LUNCH: Hours = Hours::new((12, 0), (13, 0));
/// After the gatekeeper leaves (A35).
pub const LATE: Hours = Hours::new((17, 15), (18, 30));
/// Calls a sale is worth by its value (A53 to A55).
pub const WORTH: [(f64, f64); 2] = [(1000.0, 3.0), (10000.0, 17.0)];

#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    pub calling_hours: Hours,
    /// Days between two voicemails (A48).
    pub spacing_days: u16,
    /// So many voicemails … (A46)
    pub voicemail_cap: u16,
    /// … within so many calendar days, both ends counted …
    pub cap_days: u16,
    /// … and then so many days of rest (A47).
    pub rest_days: u16,
    pub windows: [(&'static str, Hours); 3],
    /// By rising deal value.
    pub worth: Vec<(f64, f64)>,
}

impl Limits {
    pub fn of(settings: &Settings, playbook_spacing_days: u16) -> Self {
        let mut worth = settings.worth.clone().filter(|points| !points.is_empty()).unwrap_or_else(|| WORTH.to_vec());
        crate::order::by(&mut worth, |a, b| a.0.total_cmp(&b.0));
        Self {
            calling_hours: settings.calling_hours.unwrap_or(CALLING_HOURS),
            spacing_days: settings.spacing_days.map_or(playbook_spacing_days, |Days(days)| days),
            voicemail_cap: settings.voicemail_cap.map_or(3, |Count(count)| count),
            cap_days: settings.cap_days.map_or(10, |Count(count)| count),
            rest_days: settings.rest_days.map_or(30, |Days(days)| days),
            windows: [
                ("early", settings.windows.early.unwrap_or(EARLY)),
                ("lunch", settings.windows.lunch.unwrap_or(LUNCH)),
                ("late", settings.windows.late.unwrap_or(LATE)),
            ],
            worth,
        }
    }
}
