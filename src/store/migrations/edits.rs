//! Schema 1 to 2: what was typed over a page stood under `facts`, shaped as a prospect; since then under `edits`, as text by the fact's name.

use serde_json::{Map, Value};

use super::Texts;
use crate::store::line;

const FACTS: [&str; 6] = ["name", "jobTitle", "worksFor", "telephone", "email", "timeZone"];

/// Of every person's words. What can't be read stays as it is.
pub(super) fn step(mut texts: Texts) -> Texts {
    for (_, text) in texts.iter_mut().filter(|(key, _)| key.starts_with("k:")) {
        if let Ok(mut kept) = line::read::<Map<String, Value>>(text)
            && moved(&mut kept)
        {
            *text = line::write(&kept);
        }
    }
    texts
}

/// The same for one person's words, as a backup holds them. False where there is nothing to be done.
pub(crate) fn moved(kept: &mut Map<String, Value>) -> bool {
    let Some(facts) = kept.remove("facts") else { return false };
    let edits = kept.entry("edits").or_insert_with(|| Map::new().into());
    if let Some(edits) = edits.as_object_mut() {
        for name in FACTS {
            if let Some(typed) = facts.get(name).and_then(words) {
                edits.entry(name).or_insert_with(|| typed.into());
            }
        }
    }
    true
}

/// A fact was text, or an object with a value; of a list the first one counts.
fn words(fact: &Value) -> Option<String> {
    let first = fact.as_array().and_then(|all| all.first()).unwrap_or(fact);
    first.as_str().or_else(|| first.get("value")?.as_str()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_typed_goes_where_it_is_looked_for() {
        let facts = serde_json::json!({
            "name": {"value": "Ada Lovelace", "source": "text", "quote": ""}, "jobTitle": "Director", "worksFor": null,
            "telephone": [{"value": "+1 312 555 0142"}, {"value": "+1"}], "email": [], "timeZone": {"value": null, "candidates": []},
        });
        let before = serde_json::json!({"script": "Hello", "facts": facts, "edits": {"jobTitle": "Owner"}});
        let texts: Texts = [
            ("k:a".to_owned(), line::write(&before)),
            ("k:b".to_owned(), line::write(&serde_json::json!({"script": "Hi"}))),
            ("k:c".to_owned(), "damaged".to_owned()),
            ("p:a".to_owned(), line::write(&before)),
        ]
        .into();
        let after = step(texts.clone());
        let edits = serde_json::json!({"name": "Ada Lovelace", "jobTitle": "Owner", "telephone": "+1 312 555 0142"});
        assert_eq!(line::read::<Value>(&after["k:a"]).unwrap(), serde_json::json!({"script": "Hello", "edits": edits}));
        for same in ["k:b", "k:c", "p:a"] {
            assert_eq!(after[same], texts[same], "{same}");
        }
        assert_eq!(step(after.clone()), after, "once");
    }
}
