//! An event as it is written: `{"id": …, "do": "touch", …}`, what belongs to what was done beside the id.
//!
//! serde's own `flatten` reads the same, but by way of a tree of each event, which takes three times as long: a log holds a hundred thousand.

use serde::{Deserialize, Serialize, Serializer};

use super::{Event, What};
use crate::touch::{Outcome, Touch, ulid::Ulid};

/// What may stand there.
#[derive(Deserialize)]
pub(super) struct Read {
    id: Ulid,
    #[serde(rename = "do")]
    done: Do,
    of: Option<Ulid>,
    touch: Option<Touch>,
    replaces: Option<Ulid>,
    angle: Option<String>,
    pin: Option<String>,
    outcome: Option<Outcome>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Do {
    Touch,
    Outcome,
    Edit,
    Delete,
    Undo,
}

#[derive(Serialize)]
struct Written<'a> {
    id: Ulid,
    #[serde(rename = "do")]
    done: Do,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<Ulid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    touch: Option<&'a Touch>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaces: Option<Ulid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    angle: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pin: Option<&'a str>,
    /// Written as null where an outcome is taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<Option<Outcome>>,
}

impl TryFrom<Read> for Event {
    type Error = &'static str;

    fn try_from(read: Read) -> Result<Self, &'static str> {
        let of = read.of.ok_or("of is missing");
        let touch = read.touch.ok_or("touch is missing");
        let what = match read.done {
            Do::Touch => What::Touch { touch: touch?, replaces: read.replaces, angle: read.angle, pin: read.pin },
            Do::Outcome => What::Outcome { of: of?, outcome: read.outcome },
            Do::Edit => What::Edit { of: of?, touch: touch? },
            Do::Delete => What::Delete { of: of? },
            Do::Undo => What::Undo { of: of? },
        };
        Ok(Self { id: read.id, what })
    }
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written =
            Written { id: self.id, done: Do::Undo, of: None, touch: None, replaces: None, angle: None, pin: None, outcome: None };
        match &self.what {
            What::Touch { touch, replaces, angle, pin } => {
                (written.done, written.touch, written.replaces) = (Do::Touch, Some(touch), *replaces);
                (written.angle, written.pin) = (angle.as_deref(), pin.as_deref());
            }
            What::Outcome { of, outcome } => (written.done, written.of, written.outcome) = (Do::Outcome, Some(*of), Some(*outcome)),
            What::Edit { of, touch } => (written.done, written.of, written.touch) = (Do::Edit, Some(*of), Some(touch)),
            What::Delete { of } => (written.done, written.of) = (Do::Delete, Some(*of)),
            What::Undo { of } => written.of = Some(*of),
        }
        written.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// As version 1 has written them since its first day: these lines never change.
    const LINES: [&str; 7] = [
        r#"{"id":"01KAS53PF00000000001MJ6T7C","do":"touch","touch":{"at":"2025-11-23T20:05:00+00:00","kind":"call","direction":null,"outcome":null}}"#,
        r#"{"id":"01KAS53PF00000000001MJ6T7D","do":"touch","touch":{"at":"2025-11-23T14:05:00-06:00","kind":"voicemail","direction":"outbound","outcome":"positive","hook":"h1","script":"Hi"},"replaces":"01KAS53PF00000000001MJ6T7C","angle":"news","pin":"p1"}"#,
        r#"{"id":"01KAS53PF00000000001MJ6T7E","do":"outcome","of":"01KAS53PF00000000001MJ6T7C","outcome":"callback_promised"}"#,
        r#"{"id":"01KAS53PF00000000001MJ6T7F","do":"outcome","of":"01KAS53PF00000000001MJ6T7C","outcome":null}"#,
        r#"{"id":"01KAS53PF00000000001MJ6T7G","do":"edit","of":"01KAS53PF00000000001MJ6T7C","touch":{"at":"2025-11-23T20:05:00.5Z","kind":"note","direction":"inbound","outcome":null}}"#,
        r#"{"id":"01KAS53PF00000000001MJ6T7H","do":"delete","of":"01KAS53PF00000000001MJ6T7C"}"#,
        r#"{"id":"01KAS53PF00000000001MJ6T7J","do":"undo","of":"01KAS53PF00000000001MJ6T7H"}"#,
    ];

    #[test]
    fn each_line_is_read_and_written_as_it_always_was() {
        for line in LINES {
            let event: Event = serde_json::from_str(line).unwrap();
            // A moment is written with its offset in numbers.
            assert_eq!(serde_json::to_string(&event).unwrap(), line.replace(".5Z", ".5+00:00"));
        }
    }

    #[test]
    fn what_lacks_its_other_half_is_no_event() {
        for line in [
            r#"{"id":"01KAS53PF00000000001MJ6T7C","do":"touch"}"#,
            r#"{"id":"01KAS53PF00000000001MJ6T7C","do":"undo"}"#,
            r#"{"id":"01KAS53PF00000000001MJ6T7C","do":"newer","of":"01KAS53PF00000000001MJ6T7C"}"#,
            r#"{"do":"undo","of":"01KAS53PF00000000001MJ6T7C"}"#,
        ] {
            assert!(serde_json::from_str::<Event>(line).is_err(), "{line}");
        }
    }
}
