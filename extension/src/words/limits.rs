//! The limits as they are typed and shown: each has the seed's value until another is set, and a way back to it.

use aftertone::{
    calling::limits::{CALLING_HOURS, EARLY, LATE, LUNCH, WORTH},
    moment::{Hours, clock},
    situation::{Count, Days, School, Settings},
};
use jiff::civil::{Time, date};

use super::{
    date as dates,
    say::{say, say_with},
};

/// One limit of the settings; its words are keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limit {
    pub(crate) id: &'static str,
    pub(crate) asks: &'static str,
    /// Where the value comes from that holds until another is set.
    pub(crate) from: &'static str,
    pub(crate) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Hours,
    Number,
    Worth,
}

pub(crate) const LIMITS: [Limit; 9] = [
    Limit { id: "callingHours", asks: "calling_hours", from: "from_law", kind: Kind::Hours },
    Limit { id: "early", asks: "early_window", from: "from_seed_001", kind: Kind::Hours },
    Limit { id: "lunch", asks: "lunch_window", from: "from_seed_004", kind: Kind::Hours },
    Limit { id: "late", asks: "late_window", from: "from_seed_001", kind: Kind::Hours },
    Limit { id: "spacingDays", asks: "spacing_days", from: "from_playbook", kind: Kind::Number },
    Limit { id: "voicemailCap", asks: "voicemail_cap", from: "from_seed_004", kind: Kind::Number },
    Limit { id: "capDays", asks: "cap_days", from: "from_seed_004", kind: Kind::Number },
    Limit { id: "restDays", asks: "rest_days", from: "from_seed_004", kind: Kind::Number },
    Limit { id: "worth", asks: "calls_worth", from: "from_seed_004", kind: Kind::Worth },
];

/// The value that holds without one of the user's own.
pub(crate) fn default(id: &str, school: School) -> String {
    match id {
        "callingHours" => hours(CALLING_HOURS),
        "early" => hours(EARLY),
        "lunch" => hours(LUNCH),
        "late" => hours(LATE),
        "spacingDays" => school.playbook().spacing_days.to_string(),
        "voicemailCap" => "3".into(),
        "capDays" => "10".into(),
        "restDays" => "30".into(),
        _ => points(&WORTH),
    }
}

/// The user's own value, where there is one.
pub(crate) fn own(id: &str, settings: &Settings) -> Option<String> {
    let days = |days: Option<Days>| days.map(|days| days.0.to_string());
    let count = |count: Option<Count>| count.map(|count| count.0.to_string());
    match id {
        "callingHours" => settings.calling_hours.map(hours),
        "early" => settings.windows.early.map(hours),
        "lunch" => settings.windows.lunch.map(hours),
        "late" => settings.windows.late.map(hours),
        "spacingDays" => days(settings.spacing_days),
        "voicemailCap" => count(settings.voicemail_cap),
        "capDays" => count(settings.cap_days),
        "restDays" => days(settings.rest_days),
        _ => settings.worth.as_deref().map(points),
    }
}

/// Puts what was typed into the settings; blank goes back to the value that holds by itself.
///
/// # Errors
/// One sentence on how to write it; the settings stay as they were.
pub(crate) fn set(id: &str, typed: &str, settings: &mut Settings) -> Result<(), String> {
    let typed = typed.trim();
    let blank = typed.is_empty();
    let span = || if blank { Ok(None) } else { span(typed).map(Some) };
    let days = || if blank { Ok(None) } else { number(typed).and_then(Days::try_from).map(Some) };
    let count = || if blank { Ok(None) } else { number(typed).and_then(Count::try_from).map(Some) };
    match id {
        "callingHours" => settings.calling_hours = span()?,
        "early" => settings.windows.early = span()?,
        "lunch" => settings.windows.lunch = span()?,
        "late" => settings.windows.late = span()?,
        "spacingDays" => settings.spacing_days = days()?,
        "voicemailCap" => settings.voicemail_cap = count()?,
        "capDays" => settings.cap_days = count()?,
        "restDays" => settings.rest_days = days()?,
        _ => settings.worth = if blank { None } else { Some(curve(typed)?) },
    }
    Ok(())
}

/// "8:00 AM – 9:00 PM" or "08:00 – 21:00", as the user's clock is written; midnight at the end stays 24:00.
fn hours(hours: Hours) -> String {
    let written = |minutes: u16| {
        let hour = i8::try_from(minutes / 60).unwrap_or(24);
        let time = Time::new(hour, i8::try_from(minutes % 60).unwrap_or(0), 0, 0);
        time.map_or_else(|_| clock(minutes), |time| dates::time(date(2024, 1, 1).to_datetime(time)))
    };
    format!("{} – {}", written(hours.start), written(hours.end))
}

fn points(points: &[(f64, f64)]) -> String {
    points.iter().map(|(value, calls)| format!("{value}: {calls}")).collect::<Vec<_>>().join(", ")
}

fn span(typed: &str) -> Result<Hours, String> {
    let read = typed.split_once(['-', '\u{2013}']).and_then(|(start, end)| Some(Hours { start: minutes(start)?, end: minutes(end)? }));
    read.filter(|hours| hours.start < hours.end).ok_or_else(|| say_with("write_hours", &[&hours(CALLING_HOURS)]))
}

/// "08:00", "8", "8:30 PM", "8.30", "20h30", "9 p. m.": minutes after midnight.
fn minutes(typed: &str) -> Option<u16> {
    let typed = typed.to_ascii_lowercase();
    if typed.contains(|c: char| !c.is_ascii_digit() && !c.is_whitespace() && !":.hapmur".contains(c)) {
        return None;
    }
    let mut numbers = typed.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let hour: u16 = numbers.next()?.parse().ok()?;
    let minute: u16 = numbers.next().map_or(Some(0), |digits| digits.parse().ok())?;
    let hour = match (typed.contains('a'), typed.contains('p')) {
        (false, false) => hour,
        (true, true) => return None,
        (_, afternoon) => (1..=12).contains(&hour).then_some(hour % 12 + if afternoon { 12 } else { 0 })?,
    };
    let fits = numbers.next().is_none() && (hour < 24 && minute < 60 || (hour, minute) == (24, 0));
    fits.then_some(hour * 60 + minute)
}

fn number(typed: &str) -> Result<f64, String> {
    super::number::number(typed).ok_or_else(|| say_with("not_a_number", &[typed]))
}

/// "1000: 3, 10000: 17"
fn curve(typed: &str) -> Result<Vec<(f64, f64)>, String> {
    let wrong = || say("write_worth");
    let point = |text: &str| {
        let (value, calls) = text.split_once(':').ok_or_else(wrong)?;
        let read = |text: &str| super::number::number(text.trim()).ok_or_else(wrong);
        Ok((read(value)?, read(calls)?))
    };
    typed.split(',').filter(|part| !part.trim().is_empty()).take(100).map(point).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_typed_is_stored_shown_and_taken_back() {
        let mut settings = Settings::default();
        for (limit, typed) in
            LIMITS.iter().zip(["09:00-17:30", "07:00 - 08:00", "11:30–12:30", "16:00-24:00", "0", "2", "14", "60", "500: 1, 2000: 9"])
        {
            assert_eq!(own(limit.id, &settings), None);
            set(limit.id, typed, &mut settings).unwrap();
            let shown = own(limit.id, &settings).unwrap();
            assert_eq!(shown.replace(' ', ""), typed.replace(' ', "").replace('-', "–"), "{}", limit.id);
            // What is shown can be typed again.
            set(limit.id, &shown, &mut settings).unwrap();
        }
        for limit in LIMITS {
            set(limit.id, " ", &mut settings).unwrap();
        }
        assert_eq!(settings, Settings::default());
    }

    /// A seller types the hours as the clock at home is written.
    #[test]
    fn hours_are_typed_by_either_clock() {
        let typed = |typed: &str| {
            let mut settings = Settings::default();
            set("callingHours", typed, &mut settings).map(|()| own("callingHours", &settings).unwrap())
        };
        for same in [
            "08:00-21:00",
            "8-21",
            "8 am - 9 pm",
            "8:00\u{202f}AM\u{2009}–\u{2009}9:00\u{202f}PM",
            "8 a. m. – 9 p. m.",
            "8 h 00-21 h",
            "8.00 Uhr-21.00 Uhr",
        ] {
            assert_eq!(typed(same).as_deref(), Ok("08:00 – 21:00"), "{same}");
        }
        assert_eq!(typed("12 am-12 pm").as_deref(), Ok("00:00 – 12:00"));
        assert_eq!(typed("9-24:00").as_deref(), Ok("09:00 – 24:00"));
    }

    #[test]
    fn what_makes_no_sense_is_refused_in_a_sentence_and_changes_nothing() {
        let mut settings = Settings::default();
        for (id, typed) in [
            ("callingHours", "21:00-08:00"),
            ("callingHours", "8"),
            ("callingHours", "8-25"),
            ("callingHours", "8:00-8:75"),
            ("callingHours", "13 PM-9 PM"),
            ("early", "7 to 8-9"),
            ("early", "morning"),
            ("spacingDays", "1.5"),
            ("spacingDays", "-1"),
            ("voicemailCap", "0"),
            ("capDays", "many"),
            ("restDays", "4000"),
            ("worth", "1000"),
            ("worth", "1000: -3"),
            ("worth", "NaN: 3"),
        ] {
            assert!(set(id, typed, &mut settings).unwrap_err().len() > 10, "{id} {typed}");
        }
        assert_eq!(settings, Settings::default());
    }

    /// The values shown as the seeds' own are those that the core decides by.
    #[test]
    fn the_defaults_are_the_cores() {
        for school in [School::Balanced, School::Persistent] {
            let mut settings = Settings::default();
            for limit in LIMITS {
                set(limit.id, &default(limit.id, school), &mut settings).unwrap();
            }
            let spacing = school.playbook().spacing_days;
            let limits = aftertone::calling::limits::Limits::of(&settings, 99);
            assert_eq!(limits, aftertone::calling::limits::Limits::of(&Settings::default(), spacing));
        }
    }
}
