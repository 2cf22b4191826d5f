//! The next try as a calendar entry (iCalendar, RFC 5545).

use jiff::{Timestamp, tz::TimeZone};

use crate::moment::calendar::shown;

/// A try to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Try {
    /// The same id replaces an earlier entry in the calendar.
    pub id: String,
    pub start: Timestamp,
    pub minutes: u32,
    /// For instance "Call Ada Lovelace, Acme".
    pub summary: String,
    pub description: String,
    pub url: Option<String>,
}

/// A calendar with these tries. `now` stands as the time of making.
pub fn write(tries: &[Try], now: Timestamp) -> String {
    let mut lines = vec!["BEGIN:VCALENDAR".to_owned(), "VERSION:2.0".into(), "PRODID:-//After the Tone//Next try//EN".into()];
    for one in tries {
        let end = Timestamp::from_second(one.start.as_second() + 60 * i64::from(one.minutes)).unwrap_or(one.start);
        lines.push("BEGIN:VEVENT".into());
        lines.push(format!("UID:{}@after-the-tone", escaped(&one.id)));
        lines.push(format!("DTSTAMP:{}", utc(now)));
        lines.push(format!("DTSTART:{}", utc(one.start)));
        lines.push(format!("DTEND:{}", utc(end)));
        lines.push(format!("SUMMARY:{}", escaped(&one.summary)));
        if !one.description.is_empty() {
            lines.push(format!("DESCRIPTION:{}", escaped(&one.description)));
        }
        if let Some(url) = one.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
            // A URI is not escaped (RFC 5545, 3.3.13), so nothing that ends a line may stand in it.
            lines.push(format!("URL:{}", url.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>()));
        }
        lines.push("END:VEVENT".into());
    }
    lines.push("END:VCALENDAR".into());
    lines.iter().map(|line| folded(line)).collect()
}

/// In UTC every calendar shows the same instant, whatever zones it knows.
fn utc(at: Timestamp) -> String {
    shown(TimeZone::UTC.to_datetime(at), "%Y%m%dT%H%M%SZ")
}

/// RFC 5545, 3.3.11; the same in vCard (RFC 6350, 3.4).
pub(super) fn escaped(text: &str) -> String {
    super::clean(text).replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// At most 75 octets a line, never cut inside a character (RFC 5545, 3.1), with its line end.
pub(super) fn folded(line: &str) -> String {
    const LONGEST: usize = 75;
    let mut folded = String::with_capacity(line.len() + 2);
    let mut octets = 0;
    for sign in line.chars() {
        if octets + sign.len_utf8() > LONGEST {
            folded.push_str("\r\n ");
            octets = 1;
        }
        folded.push(sign);
        octets += sign.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_hostile_name_stays_one_folded_line() {
        let one = Try {
            id: "7".into(),
            start: "2026-11-27T17:15:00-06:00".parse().unwrap(),
            minutes: 15,
            summary: format!("Call Ada\r\nBEGIN:VEVENT;,\\ {}", "李".repeat(60)),
            description: "a\nb".into(),
            url: Some("https://acme.com/\r\nX:1".into()),
        };
        let text = write(&[one], "2026-11-23T14:05:00Z".parse().unwrap());
        assert!(
            text.contains("DTSTART:20261127T231500Z\r\nDTEND:20261127T233000Z\r\nSUMMARY:Call Ada\\nBEGIN:VEVENT\\;\\,\\\\ 李"),
            "{text}"
        );
        assert!(text.contains("DESCRIPTION:a\\nb\r\n") && text.contains("URL:https://acme.com/X:1\r\n"));
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert!(text.replace("\r\n ", "").contains(&"李".repeat(60)));
        assert_eq!(text.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
    }
}
