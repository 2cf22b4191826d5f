//! Two windows over one prospect: each writes only what it changed itself, field by field.

use std::collections::BTreeMap;

use aftertone::store::{notebook::Kept, profile::Profile};

/// Takes over each field that changed between `base` and `mine`.
macro_rules! take_changed {
    ($base:ident, $mine:ident, $into:ident: $($field:ident).+, $($rest:tt)*) => {
        if $base.$($field).+ != $mine.$($field).+ {
            $into.$($field).+ = $mine.$($field).+.clone();
        }
        take_changed!($base, $mine, $into: $($rest)*);
    };
    ($base:ident, $mine:ident, $into:ident:) => {};
}

/// `stored` with what changed between `base` and `mine`.
pub(crate) fn kept(base: &Kept, mine: &Kept, stored: &Kept) -> Kept {
    let mut merged = stored.clone();
    take_changed!(base, mine, merged:
        answers.do_not_contact, answers.referred_by, answers.relationship, answers.valuable_information, answers.connection,
        answers.already_has_it, answers.existing_supplier, answers.right_person, goal, script, set_aside, angle, pin, questions, deal,
    );
    edits(&base.edits, &mine.edits, &mut merged.edits);
    merged
}

pub(crate) fn profile(base: &Profile, mine: &Profile, stored: &Profile) -> Profile {
    let mut merged = stored.clone();
    take_changed!(base, mine, merged:
        seller.name, seller.organization, seller.telephone, seller.time_zone, seller.offer, seller.incentive, seller.facts,
        seller.network, seller.category, seller.competitors, seller.wpm, typed_number, playbook, settings, goal, opens_panel,
        single_keys, pins,
    );
    merged
}

fn edits(base: &BTreeMap<String, String>, mine: &BTreeMap<String, String>, into: &mut BTreeMap<String, String>) {
    into.retain(|fact, _| mine.contains_key(fact) || !base.contains_key(fact));
    for (fact, text) in mine.iter().filter(|(fact, text)| base.get(*fact) != Some(text)) {
        into.insert(fact.clone(), text.clone());
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
    fn no_field_is_forgotten() {
        // Everything differs: all of it must come over.
        let mine: Kept = serde_json::from_str(
            r#"{"answers": {"do_not_contact": true, "referred_by": "a", "relationship": "customer", "valuable_information": "b",
                "connection": "c", "already_has_it": true, "existing_supplier": true, "right_person": true}, "edits": {"name": "d"}, "goal": "meeting",
                "script": "e", "setAside": "f", "angle": "g", "pin": "i", "questions": ["h"], "deal": {"value": 1.0, "currency": "USD"}}"#,
        )
        .unwrap_or_default();
        assert!(mine.answers.do_not_contact.is_some());
        assert_eq!(kept(&Kept::default(), &mine, &Kept::default()), mine);
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
