//! Everything a decision rests on: facts, answers, the touch log, settings and the time. No opinion.

use serde::{Deserialize, Deserializer, Serialize, de::Error};

use crate::{
    fact::present,
    moment::{Hours, Moment, Zone},
    prospect::{Hook, Line, Prospect, null_is_empty, object, objects, zone_or_blank},
    touch::Touch,
};

/// As `contract.md` shapes it. Absent means unknown, never no.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Situation {
    pub now: Option<Moment>,
    #[serde(deserialize_with = "null_is_empty")]
    pub playbook: School,
    #[serde(deserialize_with = "object")]
    pub seller: Seller,
    #[serde(deserialize_with = "object")]
    pub prospect: Prospect,
    /// The others that the page names, as `read` gives them: who may help to reach the prospect.
    #[serde(deserialize_with = "objects")]
    pub people: Vec<Prospect>,
    #[serde(deserialize_with = "objects")]
    pub hooks: Vec<Hook>,
    /// The page's visible words.
    #[serde(deserialize_with = "null_is_empty")]
    pub page_text: String,
    #[serde(deserialize_with = "object")]
    pub answers: Answers,
    pub goal: Option<Goal>,
    /// What to ask if they pick up.
    #[serde(deserialize_with = "null_is_empty")]
    pub questions: Vec<String>,
    #[serde(deserialize_with = "object")]
    pub deal: Deal,
    #[serde(deserialize_with = "object")]
    pub settings: Settings,
    /// The message as edited; absent or blank: the drafted one.
    pub script: Option<String>,
    #[serde(deserialize_with = "objects")]
    pub touches: Vec<Touch>,
}

/// A playbook's name: which school of the five seeds decides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum School {
    ReferralOnly,
    ItDepends,
    #[default]
    Balanced,
    Persistent,
    AlwaysLeave,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Seller {
    #[serde(deserialize_with = "null_is_empty")]
    pub name: String,
    #[serde(deserialize_with = "null_is_empty")]
    pub organization: String,
    /// E.164: the number to call back.
    #[serde(deserialize_with = "null_is_empty")]
    pub telephone: String,
    #[serde(deserialize_with = "zone_or_blank")]
    pub time_zone: Option<Zone>,
    /// What the seller does for people like them.
    #[serde(deserialize_with = "null_is_empty")]
    pub offer: String,
    #[serde(deserialize_with = "null_is_empty")]
    pub incentive: String,
    /// Interesting facts about the business, for a series of commercials.
    #[serde(deserialize_with = "objects")]
    pub facts: Vec<SellerFact>,
    /// Names, groups and events the seller knows.
    #[serde(deserialize_with = "null_is_empty")]
    pub network: Vec<String>,
    #[serde(deserialize_with = "null_is_empty")]
    pub category: Category,
    #[serde(deserialize_with = "null_is_empty")]
    pub competitors: Vec<String>,
    #[serde(deserialize_with = "null_is_empty")]
    pub wpm: Pace,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SellerFact {
    #[serde(deserialize_with = "null_is_empty")]
    pub id: String,
    #[serde(deserialize_with = "null_is_empty")]
    pub text: String,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    #[default]
    General,
    Charity,
    Insurance,
    Stocks,
    FinancialPlanning,
}

/// Words a minute, 100 to 165; 130 unless told.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Pace(f64);

impl Pace {
    pub fn words_a_minute(self) -> f64 {
        self.0
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self(130.0)
    }
}

impl TryFrom<f64> for Pace {
    type Error = String;
    fn try_from(wpm: f64) -> Result<Self, String> {
        if (100.0..=165.0).contains(&wpm) { Ok(Self(wpm)) } else { Err(format!("a pace of {wpm} words a minute is outside 100 to 165")) }
    }
}

impl From<Pace> for f64 {
    fn from(pace: Pace) -> f64 {
        pace.0
    }
}

/// What the user said. Blank text counts as not said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    pub do_not_contact: Option<bool>,
    pub referred_by: Option<String>,
    pub relationship: Option<Relationship>,
    pub valuable_information: Option<String>,
    pub connection: Option<String>,
    pub already_has_it: Option<bool>,
    pub existing_supplier: Option<bool>,
    /// Still the same person in the same job: advice only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right_person: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relationship {
    Stranger,
    SpokenPositive,
    InterestedLead,
    MidSale,
    Customer,
}

/// What this contact is for (A80).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    Callback,
    Meeting,
    PickUpNextTime,
    ReadEmail,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Deal {
    pub value: Option<f64>,
    pub currency: Option<String>,
}

/// Each absent: the playbook's or the seeds' value.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    pub calling_hours: Option<Hours>,
    pub spacing_days: Option<Days>,
    pub voicemail_cap: Option<Count>,
    pub cap_days: Option<Count>,
    pub rest_days: Option<Days>,
    #[serde(deserialize_with = "object")]
    pub windows: Windows,
    /// Points (deal value, calls it is worth), straight lines between them; none negative.
    #[serde(deserialize_with = "points")]
    pub worth: Option<Vec<(f64, f64)>>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Windows {
    pub early: Option<Hours>,
    pub lunch: Option<Hours>,
    pub late: Option<Hours>,
}

/// A whole number of days, 0 to 3650.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Days(pub u16);

/// A whole number, 1 to 1000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Count(pub u16);

impl TryFrom<f64> for Days {
    type Error = String;
    fn try_from(n: f64) -> Result<Self, String> {
        whole(n, 0, 3650).map(Self)
    }
}

impl TryFrom<f64> for Count {
    type Error = String;
    fn try_from(n: f64) -> Result<Self, String> {
        whole(n, 1, 1000).map(Self)
    }
}

impl From<Days> for f64 {
    fn from(days: Days) -> f64 {
        days.0.into()
    }
}

impl From<Count> for f64 {
    fn from(count: Count) -> f64 {
        count.0.into()
    }
}

fn points<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<(f64, f64)>>, D::Error> {
    let points = Option::<Vec<(f64, f64)>>::deserialize(deserializer)?;
    match points.iter().flatten().find(|(value, calls)| !(*value >= 0.0 && *calls >= 0.0)) {
        Some((value, calls)) => Err(D::Error::custom(format!("[{value}, {calls}] is no deal value with the calls it is worth"))),
        None => Ok(points),
    }
}

fn whole(n: f64, least: u16, most: u16) -> Result<u16, String> {
    if n.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(&n) {
        Ok(n as u16)
    } else {
        Err(format!("{n} is not a whole number from {least} to {most}"))
    }
}

impl Situation {
    pub fn referred_by(&self) -> Option<&str> {
        self.answers.referred_by.as_deref().and_then(present)
    }

    pub fn valuable_information(&self) -> Option<&str> {
        self.answers.valuable_information.as_deref().and_then(present)
    }

    pub fn connection(&self) -> Option<&str> {
        self.answers.connection.as_deref().and_then(present)
    }

    /// The message as edited by the user, where there is one.
    pub fn own_script(&self) -> Option<&str> {
        self.script.as_deref().filter(|script| present(script).is_some())
    }

    /// Hooks with words in them.
    pub fn page_hooks(&self) -> impl Iterator<Item = &Hook> {
        self.hooks.iter().filter(|hook| present(&hook.text).is_some())
    }

    /// A mobile has no operator: true where numbers are known and each is a mobile.
    pub fn only_mobiles(&self) -> bool {
        let numbers = &self.prospect.telephone;
        !numbers.is_empty() && numbers.iter().all(|number| number.line == Line::Mobile)
    }

    /// `+` and 7 to 15 digits, the first not 0.
    pub fn callback_number(&self) -> Option<&str> {
        let number = self.seller.telephone.trim();
        let digits = number.strip_prefix('+')?;
        ((7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0')).then_some(number)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn everything_may_be_absent_or_null() {
        let empty: Situation = serde_json::from_str("{}").unwrap();
        let nulls: Situation = serde_json::from_str(
            r#"{"now": null, "playbook": null, "seller": null, "prospect": null, "hooks": null, "pageText": null, "answers": null,
                "goal": null, "questions": null, "deal": null, "settings": null, "script": null, "touches": null}"#,
        )
        .unwrap();
        assert_eq!(empty, nulls);
        assert_eq!(empty.seller.wpm.words_a_minute(), 130.0);
    }

    #[test]
    fn a_wrong_value_is_refused() {
        for wrong in [
            r#"{"playbook": "hopeful"}"#,
            r#"{"seller": {"wpm": 99}}"#,
            r#"{"seller": {"timeZone": "Mars/Olympus"}}"#,
            r#"{"goal": "win"}"#,
            r#"{"settings": {"spacingDays": 1.5}}"#,
            r#"{"settings": {"callingHours": ["21:00", "08:00"]}}"#,
            r#"{"settings": {"windows": {"noon": ["12:00", "13:00"]}}}"#,
            r#"{"touches": [{"at": "2026-11-23T14:05:00Z", "kind": "fax"}]}"#,
            r#"{"touches": [{"kind": "call"}]}"#,
            r#"{"answers": {"relationship": "friend"}}"#,
            r#"{"settings": {"worth": [[1000, -3]]}}"#,
            r#"{"seller": []}"#,
            r#"{"prospect": {"timeZone": ["America/Chicago"]}}"#,
            r#"{"touches": [["1", "2026-11-23T14:05:00Z", "call"]]}"#,
        ] {
            assert!(serde_json::from_str::<Situation>(wrong).is_err(), "{wrong}");
        }
    }
}
