//! A fact: one value read from the page, the reader that read it, and the words it was read from.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// One value with its provenance. No fact without a quote: what the user typed has the source [`Source::You`] and quotes itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    pub value: String,
    pub source: Source,
    /// The words of the page the value was read from, verbatim.
    pub quote: String,
}

/// Which reader found a fact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    JsonLd,
    Microdata,
    Rdfa,
    Microformats,
    OpenGraph,
    Meta,
    Link,
    /// A site's own reader, by its id.
    Site(String),
    Heading,
    Text,
    /// Typed by the user; wins over every reading.
    You,
}

impl Fact {
    pub fn new(value: impl Into<String>, source: Source, quote: impl Into<String>) -> Self {
        Self { value: value.into(), source, quote: quote.into() }
    }

    /// A fact the user typed.
    pub fn typed(value: impl Into<String>) -> Self {
        let value = value.into();
        Self { quote: value.clone(), value, source: Source::You }
    }

    /// The value without surrounding white space, or nothing where it is blank.
    pub fn text(&self) -> Option<&str> {
        crate::fact::present(&self.value)
    }
}

/// Blank text counts as absent, everywhere.
pub fn present(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty()).then_some(text)
}

/// Text fit to be read aloud or shown in a line of its own: one line, no control, bidirectional or other invisible characters, at most
/// so many characters and cut at a word. Nothing where nothing is left.
pub fn spoken(text: &str, most: usize) -> Option<String> {
    let invisible = |c: char| {
        c.is_control()
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let clean: String = text.chars().take(4 * most).map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !invisible(*c)).collect();
    let mut line = String::new();
    let mut length = 0;
    for word in clean.split_whitespace() {
        length += word.chars().count() + usize::from(!line.is_empty());
        if length > most {
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    (!line.is_empty()).then_some(line)
}

impl Source {
    fn name(&self) -> String {
        match self {
            Self::JsonLd => "json_ld".into(),
            Self::Microdata => "microdata".into(),
            Self::Rdfa => "rdfa".into(),
            Self::Microformats => "microformats".into(),
            Self::OpenGraph => "open_graph".into(),
            Self::Meta => "meta".into(),
            Self::Link => "link".into(),
            Self::Site(id) => format!("site:{id}"),
            Self::Heading => "heading".into(),
            Self::Text => "text".into(),
            Self::You => "you".into(),
        }
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "json_ld" => Self::JsonLd,
            "microdata" => Self::Microdata,
            "rdfa" => Self::Rdfa,
            "microformats" => Self::Microformats,
            "open_graph" => Self::OpenGraph,
            "meta" => Self::Meta,
            "link" => Self::Link,
            "heading" => Self::Heading,
            "text" => Self::Text,
            "you" => Self::You,
            _ => Self::Site(name.strip_prefix("site:")?.to_owned()),
        })
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name())
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name())
    }
}

impl<'de> Deserialize<'de> for Source {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::named(&name).ok_or_else(|| de::Error::custom(format!("unknown source \"{name}\"")))
    }
}

/// In a situation a plain string may stand for a fact: it counts as typed.
impl<'de> Deserialize<'de> for Fact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Whole {
            value: String,
            source: Option<Source>,
            quote: Option<String>,
        }
        struct Either;
        impl<'de> de::Visitor<'de> for Either {
            type Value = Fact;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string or a fact with \"value\"")
            }
            fn visit_str<E: de::Error>(self, value: &str) -> Result<Fact, E> {
                Ok(Fact::typed(value))
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Fact, A::Error> {
                let whole = Whole::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(Fact {
                    source: whole.source.unwrap_or(Source::You),
                    quote: whole.quote.unwrap_or_else(|| whole.value.clone()),
                    value: whole.value,
                })
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_plain_string_stands_for_a_fact() {
        let fact: Fact = serde_json::from_str("\"Ada\"").unwrap();
        assert_eq!(fact, Fact::typed("Ada"));
    }

    #[test]
    fn what_is_spoken_is_one_clean_line() {
        assert_eq!(spoken("  Ada\n\u{202e}Love\u{200b}lace\0 ", 80).as_deref(), Some("Ada Lovelace"));
        assert_eq!(spoken("one two three", 8).as_deref(), Some("one two"));
        assert_eq!(spoken("\u{200b} ", 8), None);
        assert_eq!(spoken(&"x".repeat(100), 8), None);
    }

    #[test]
    fn every_source_survives_a_round_trip() {
        for name in
            ["json_ld", "microdata", "rdfa", "microformats", "open_graph", "meta", "link", "site:linkedin", "heading", "text", "you"]
        {
            assert_eq!(Source::named(name).map(|s| s.name()).as_deref(), Some(name));
        }
        assert!(serde_json::from_str::<Source>("\"guess\"").is_err());
    }
}
