//! The person or organization to call, in schema.org's words, every value a [`Fact`].

use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::{
    fact::{Fact, present},
    moment::Zone,
};

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Prospect {
    /// A person's full name; absent on an organization's page.
    pub name: Option<Fact>,
    pub job_title: Option<Fact>,
    /// The organization's name, on either kind of page.
    pub works_for: Option<Fact>,
    #[serde(deserialize_with = "null_is_empty")]
    pub telephone: Vec<Telephone>,
    #[serde(deserialize_with = "null_is_empty")]
    pub email: Vec<Fact>,
    pub url: Option<Fact>,
    #[serde(deserialize_with = "null_is_empty")]
    pub same_as: Vec<Fact>,
    #[serde(deserialize_with = "object")]
    pub address: Address,
    #[serde(deserialize_with = "object")]
    pub time_zone: TimeZone,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Telephone {
    #[serde(flatten)]
    pub fact: Fact,
    /// E.164, absent where no country can be told.
    pub e164: Option<String>,
    pub extension: Option<String>,
    pub line: Line,
}

/// Where a number rings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    Direct,
    Switchboard,
    Mobile,
    TollFree,
    /// Never offered to call.
    Fax,
    #[default]
    Unknown,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Address {
    pub address_locality: Option<Fact>,
    pub address_region: Option<Fact>,
    /// ISO 3166-1 alpha-2.
    pub address_country: Option<Fact>,
}

/// The zone the prospect is in, as far as the page tells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TimeZone {
    #[serde(deserialize_with = "zone_or_blank")]
    pub value: Option<Zone>,
    /// Every zone it may be, where that is honest.
    #[serde(deserialize_with = "null_is_empty")]
    pub candidates: Vec<Zone>,
    /// In words: what the zone was told from ("the address: Chicago, IL").
    #[serde(deserialize_with = "null_is_empty")]
    pub source: String,
}

impl TimeZone {
    /// The zones the prospect may be in: the candidates, or the value where there are none. Empty where unknown.
    pub fn possible(&self) -> Vec<&Zone> {
        let mut zones: Vec<&Zone> = Vec::new();
        for zone in &self.candidates {
            if !zones.contains(&zone) {
                zones.push(zone);
            }
        }
        if zones.is_empty() { self.value.iter().collect() } else { zones }
    }
}

/// Hooks older than this are stale, for the reader and for the message: 18 months.
pub(crate) const STALE_DAYS: i64 = 548;

/// Something on the page that is a reason to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hook {
    /// Stable: the same kind and words give the same id.
    #[serde(default, deserialize_with = "null_is_empty")]
    pub id: String,
    pub kind: HookKind,
    /// Verbatim words of the page.
    #[serde(default, deserialize_with = "null_is_empty")]
    pub text: String,
    /// `YYYY-MM-DD`, where the page has one.
    #[serde(default)]
    pub date: Option<String>,
    #[serde(default, deserialize_with = "null_is_empty")]
    pub source: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HookKind {
    News,
    Talk,
    Award,
    Hiring,
    Funding,
    Launch,
    NewRole,
    Association,
    Anniversary,
}

impl HookKind {
    pub const EVERY: [Self; 9] = [
        Self::Hiring,
        Self::NewRole,
        Self::Talk,
        Self::Award,
        Self::News,
        Self::Funding,
        Self::Launch,
        Self::Anniversary,
        Self::Association,
    ];
}

/// In a situation a plain string may stand for a fact, so also for a telephone's.
impl<'de> Deserialize<'de> for Telephone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Rest {
            #[serde(default)]
            e164: Option<String>,
            #[serde(default)]
            extension: Option<String>,
            #[serde(default)]
            line: Option<Line>,
        }
        let whole = serde_json::Value::deserialize(deserializer)?;
        let wrong = |error: serde_json::Error| serde::de::Error::custom(error.to_string());
        let rest =
            if whole.is_object() { Rest::deserialize(&whole).map_err(wrong)? } else { Rest { e164: None, extension: None, line: None } };
        let fact = Fact::deserialize(&whole).map_err(wrong)?;
        Ok(Self { fact, e164: rest.e164, extension: rest.extension, line: rest.line.unwrap_or_default() })
    }
}

/// `null` stands for what is not there.
pub(crate) fn null_is_empty<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

/// An object or `null`: derived structs take a list for an object, field by field, which nobody means.
pub(crate) fn object<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::<Object<T>>::deserialize(deserializer)?.map(|object| object.0).unwrap_or_default())
}

/// A list of objects, or `null`.
pub(crate) fn objects<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let objects = Option::<Vec<Object<T>>>::deserialize(deserializer)?.unwrap_or_default();
    Ok(objects.into_iter().map(|object| object.0).collect())
}

struct Object<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Wanted<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Wanted<T> {
            type Value = T;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a JSON object")
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::deserialize(de::value::MapAccessDeserializer::new(map))
            }
        }
        deserializer.deserialize_map(Wanted(PhantomData)).map(Self)
    }
}

/// A zone's name, where a blank one stands for none.
pub(crate) fn zone_or_blank<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Zone>, D::Error> {
    match Option::<String>::deserialize(deserializer)?.as_deref().and_then(present) {
        Some(name) => Zone::named(name).map(Some).map_err(serde::de::Error::custom),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn plain_strings_stand_for_facts() {
        let prospect: Prospect = serde_json::from_str(
            r#"{"name": "Ada", "telephone": ["+14155550123"], "email": null, "address": {"addressLocality": "Chicago"}}"#,
        )
        .unwrap();
        assert_eq!(prospect.name.unwrap().value, "Ada");
        assert_eq!(prospect.telephone[0].fact.value, "+14155550123");
        assert_eq!(prospect.telephone[0].line, Line::Unknown);
    }

    #[test]
    fn candidates_come_before_the_value() {
        let zone: TimeZone =
            serde_json::from_str(r#"{"value": "America/Chicago", "candidates": ["America/Denver", "America/Denver"]}"#).unwrap();
        assert_eq!(zone.possible().iter().map(|z| z.name()).collect::<Vec<_>>(), ["America/Denver"]);
    }
}
