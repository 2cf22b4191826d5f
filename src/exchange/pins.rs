//! Pinned scripts as a file of their own, to be given to a colleague: out, and in as a union that never overwrites what is here.

use serde::{Deserialize, Serialize};

use super::{Wrong, clean};
use crate::{
    store::profile::{MOST_PINS, Pin},
    touch::digest,
};

/// Larger files are refused before they are read.
pub const LARGEST: usize = 1024 * 1024;

/// As the editor's field takes them.
const LONGEST_TEMPLATE: usize = 4000;
const LONGEST_NAME: usize = 60;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    after_the_tone: String,
    pins: Vec<Pin>,
}

/// What taking in a file does, or would do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Union {
    /// All that are pinned then: what is here first, in its order.
    pub pins: Vec<Pin>,
    pub new: usize,
    /// Scripts that are here word for word.
    pub same: usize,
    /// Among the new: scripts that are here too, in other words. Both stay.
    pub beside: usize,
    /// What is beyond the most that can be pinned, and left out.
    pub beyond: usize,
}

/// The pins as JSON.
pub fn write(pins: &[Pin]) -> String {
    let file = File { after_the_tone: "pins".into(), pins: pins.to_vec() };
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// The pins of a file.
///
/// # Errors
/// Where the text is no file of pins, is too large or holds none.
pub fn read(text: &str) -> Result<Vec<Pin>, Wrong> {
    if text.len() > LARGEST {
        return Err(Wrong::PinsTooLarge);
    }
    let file = serde_json::from_str::<File>(text.trim_start_matches('\u{feff}')).ok().filter(|file| file.after_the_tone == "pins");
    let Some(file) = file else { return Err(Wrong::NoPins) };
    let pins: Vec<Pin> = file.pins.into_iter().map(tidy).filter(|pin| !pin.template.is_empty()).collect();
    if pins.is_empty() { Err(Wrong::EmptyPins) } else { Ok(pins) }
}

/// What is here and what was brought, each script once.
pub fn union(here: &[Pin], brought: &[Pin]) -> Union {
    let mut union = Union { pins: here.to_vec(), ..Union::default() };
    for pin in brought {
        if union.pins.iter().any(|known| known.template == pin.template) {
            union.same += 1;
        } else if union.pins.len() >= MOST_PINS {
            union.beyond += 1;
        } else {
            let mut pin = pin.clone();
            if union.pins.iter().any(|known| known.id == pin.id) {
                union.beside += 1;
                pin.id = digest::hex(&["pin", &pin.id, &pin.template]);
            }
            union.new += 1;
            union.pins.push(pin);
        }
    }
    union
}

fn tidy(pin: Pin) -> Pin {
    let short = |text: &str, most: usize| clean(text).trim().chars().take(most).collect::<String>();
    // Nothing else stands in an address or leads anywhere.
    let is_id = !pin.id.is_empty() && pin.id.len() <= 32 && pin.id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    Pin {
        id: if is_id { pin.id.clone() } else { digest::hex(&["pin", &pin.id, &pin.template]) },
        name: short(&pin.name, LONGEST_NAME),
        template: short(&pin.template, LONGEST_TEMPLATE),
        frame: short(&pin.frame, LONGEST_NAME),
        ..pin
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn pin(id: &str, template: &str) -> Pin {
        Pin { id: id.into(), template: template.into(), ..Pin::default() }
    }

    #[test]
    fn what_goes_out_comes_back() {
        let pins = [
            Pin {
                name: "short".into(),
                used: 3,
                returned: Some(true),
                last_used: "2026-11-23T14:05:00-06:00".parse().ok(),
                ..pin("a", "Hi {name}.")
            },
            pin("b", "Hello {name}, \"Óscar\"."),
        ];
        assert_eq!(read(&write(&pins)).unwrap(), pins);
        let union = union(&pins, &pins);
        assert_eq!((union.new, union.same, union.pins.len()), (0, 2, 2));
    }

    #[test]
    fn nothing_that_is_here_is_overwritten() {
        let here = [Pin { name: "mine".into(), ..pin("a", "Hi {name}.") }];
        let brought = [pin("a", "Hi {name}, other words."), Pin { name: "theirs".into(), ..pin("c", "Hi {name}.") }, pin("d", "New.")];
        let union = union(&here, &brought);
        assert_eq!(union.pins[0], here[0]);
        assert_eq!((union.new, union.same, union.beside), (2, 1, 1));
        let ids: std::collections::BTreeSet<&str> = union.pins.iter().map(|pin| pin.id.as_str()).collect();
        assert_eq!(ids.len(), 3, "the log can tell them apart");
        // The same file again brings nothing.
        assert_eq!(super::union(&union.pins, &brought).new, 0);
    }

    #[test]
    fn no_more_than_the_list_holds() {
        let here: Vec<Pin> = (0..MOST_PINS - 1).map(|n| pin(&n.to_string(), &format!("Script {n}"))).collect();
        let union = union(&here, &[pin("x", "One more"), pin("y", "And one")]);
        assert_eq!((union.new, union.beyond, union.pins.len()), (1, 1, MOST_PINS));
    }

    #[test]
    fn other_files_are_refused_in_a_sentence() {
        for text in [
            "",
            "[]",
            "{}",
            r#"{"afterTheTone": "backup", "pins": []}"#,
            r#"{"afterTheTone": "pins", "pins": [{"template": " "}]}"#,
            "\u{0}",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
        let hostile =
            format!(r#"{{"afterTheTone": "pins", "pins": [{{"template": "a\u0007b{}", "name": "<img src=x>"}}]}}"#, "x".repeat(5000));
        let pins = read(&hostile).unwrap();
        assert!(pins[0].template.starts_with("abx") && pins[0].template.len() == LONGEST_TEMPLATE && pins[0].id.len() == 32);
    }
}
