//! What is true of the seller on every page: who they are, their playbook and settings.

use serde::{Deserialize, Serialize};

use crate::{
    prospect::null_is_empty,
    situation::{Goal, School, Seller, Settings},
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
    /// Pinned scripts, newest first, with slots such as `{first name}` in the places of a prospect's words.
    #[serde(deserialize_with = "null_is_empty")]
    pub pins: Vec<String>,
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
