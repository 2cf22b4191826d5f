//! What is true of the seller on every page: who they are, their playbook and settings.

use serde::{Deserialize, Serialize};

use crate::{
    moment::Moment,
    prospect::null_is_empty,
    situation::{Goal, School, Seller, Settings},
    touch::digest,
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Profile {
    #[serde(deserialize_with = "null_is_empty")]
    pub seller: Seller,
    /// The callback number as it was typed; the seller's own field holds it in E.164.
    #[serde(deserialize_with = "null_is_empty")]
    pub typed_number: String,
    #[serde(deserialize_with = "null_is_empty")]
    pub playbook: School,
    #[serde(deserialize_with = "null_is_empty")]
    pub settings: Settings,
    /// The goal used last: the next contact begins with it.
    pub goal: Option<Goal>,
    /// The toolbar button opens the side panel instead of the popup.
    pub opens_panel: bool,
    /// Keys 1 to 5 log a touch.
    pub single_keys: bool,
    /// Pinned scripts, newest first until they are put in another order.
    #[serde(deserialize_with = "null_is_empty")]
    pub pins: Vec<Pin>,
}

/// A script kept for others: slots such as `{name}` in the places of a prospect's words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored", rename_all = "camelCase")]
pub struct Pin {
    /// What the log calls it, whatever its name and words become. The first pins had none: theirs is made of their words.
    pub id: String,
    /// As the user calls it; blank: its first words stand for it.
    pub name: String,
    pub template: String,
    /// What [`crate::draft::frame`] calls what it was made of; blank where nobody knows.
    pub frame: String,
    /// How often it was used for a prospect, and when last.
    pub used: u32,
    pub last_used: Option<Moment>,
    /// "Would you return that call?", asked after a rehearsal (seed 003).
    pub returned: Option<bool>,
}

/// More would be a library, not a list to choose from.
pub const MOST_PINS: usize = 50;

/// A pin as it is kept; the first ones were their words alone, the next had no id.
#[derive(Deserialize)]
#[serde(untagged)]
enum Stored {
    Words(String),
    Pin(Fields),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Fields {
    #[serde(default)]
    id: String,
    #[serde(default)]
    name: String,
    template: String,
    #[serde(default)]
    frame: String,
    #[serde(default)]
    used: u32,
    #[serde(default)]
    last_used: Option<Moment>,
    #[serde(default)]
    returned: Option<bool>,
}

impl From<Stored> for Pin {
    fn from(stored: Stored) -> Self {
        let pin = match stored {
            Stored::Words(template) => Self { template, ..Self::default() },
            Stored::Pin(Fields { id, name, template, frame, used, last_used, returned }) => {
                Self { id, name, template, frame, used, last_used, returned }
            }
        };
        let id = if pin.id.is_empty() { digest::hex(&["pin", &pin.template]) } else { pin.id };
        Self { id, ..pin }
    }
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            seller: Seller::default(),
            typed_number: String::new(),
            playbook: School::default(),
            settings: Settings::default(),
            goal: None,
            opens_panel: false,
            single_keys: true,
            pins: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn pins_of_words_alone_are_read_too() {
        let profile: Profile = serde_json::from_str(r#"{"pins": ["Hi {name}.", {"template": "Hello {name}.", "name": "short", "used": 2, "lastUsed": "2026-11-23T14:05:00-06:00"}]}"#).unwrap();
        assert_eq!((profile.pins[0].template.as_str(), profile.pins[0].used), ("Hi {name}.", 0));
        assert_eq!((profile.pins[1].name.as_str(), profile.pins[1].used), ("short", 2));
        let again: Profile = serde_json::from_str(&serde_json::to_string(&profile).unwrap()).unwrap();
        assert_eq!(again, profile);
        // The log can name each of them.
        assert!(profile.pins[0].id.len() == 32 && profile.pins[0].id != profile.pins[1].id);
    }
}
