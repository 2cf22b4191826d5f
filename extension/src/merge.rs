//! Two windows over one prospect: each writes only what it changed itself, field by field.

use aftertone::store::{notebook::Kept, profile::Profile};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// `stored` with what changed between `base` and `mine`.
pub(crate) fn kept(base: &Kept, mine: &Kept, stored: &Kept) -> Kept {
    merged(base, mine, stored)
}

pub(crate) fn profile(base: &Profile, mine: &Profile, stored: &Profile) -> Profile {
    merged(base, mine, stored)
}

fn merged<T: Serialize + DeserializeOwned + Clone>(base: &T, mine: &T, stored: &T) -> T {
    let written = (serde_json::to_value(base), serde_json::to_value(mine), serde_json::to_value(stored));
    let (Ok(before), Ok(here), Ok(there)) = written else { return mine.clone() };
    serde_json::from_value(value(&before, &here, there)).unwrap_or_else(|_| mine.clone())
}

/// Objects are merged by key, everything else is one value. The shapes are ours and shallow.
fn value(base: &Value, mine: &Value, stored: Value) -> Value {
    if base == mine {
        return stored;
    }
    match (mine, stored) {
        (Value::Object(mine), Value::Object(mut stored)) => {
            let nothing = Map::new();
            let base = base.as_object().unwrap_or(&nothing);
            for gone in base.keys().filter(|key| !mine.contains_key(*key)) {
                stored.remove(gone);
            }
            for (key, mine) in mine.iter().filter(|(key, mine)| base.get(*key) != Some(mine)) {
                let before = base.get(key).unwrap_or(&Value::Null);
                let theirs = stored.remove(key).unwrap_or(Value::Null);
                stored.insert(key.clone(), value(before, mine, theirs));
            }
            Value::Object(stored)
        }
        (mine, _) => mine.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_window_writes_what_it_changed() {
        let mut base = Kept { script: Some("Hi".into()), ..Kept::default() };
        base.edits.insert("name".into(), "Dana".into());
        let mut mine = base.clone();
        mine.answers.referred_by = Some("Ravi".into());
        mine.edits.insert("email".into(), "dana@harbor.example".into());
        let mut stored = base.clone();
        stored.answers.do_not_contact = Some(true);
        stored.script = Some("Hello".into());
        stored.edits.remove("name");
        let merged = kept(&base, &mine, &stored);
        assert_eq!(merged.answers.referred_by.as_deref(), Some("Ravi"));
        assert_eq!(merged.answers.do_not_contact, Some(true));
        assert_eq!(merged.script.as_deref(), Some("Hello"));
        assert_eq!(merged.edits.keys().collect::<Vec<_>>(), ["email"]);
    }

    #[test]
    fn taking_an_answer_back_is_a_change() {
        let mut base = Kept::default();
        base.answers.already_has_it = Some(true);
        let merged = kept(&base, &Kept::default(), &base);
        assert_eq!(merged.answers.already_has_it, None);
    }

    #[test]
    fn the_profile_too() {
        let base = Profile::default();
        let mut mine = base.clone();
        mine.seller.name = "Sam".into();
        let mut stored = base.clone();
        stored.seller.offer = "cut freight bills".into();
        let merged = profile(&base, &mine, &stored);
        assert_eq!((merged.seller.name.as_str(), merged.seller.offer.as_str()), ("Sam", "cut freight bills"));
    }
}
