//! Which prospect of the notebook an identity belongs to. Pure: the aliases' owners in, one prospect and the doubtful ones out.

use std::collections::BTreeMap;

use super::leaf::Head;
use crate::touch::identity::{Alias, AliasKind, Identity, is_one, may_be_one};

/// The prospect that the identity is, and those that may be the same person, for the user to say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Whose {
    pub(super) id: Option<String>,
    pub(super) perhaps: Vec<String>,
}

/// `owners` tells whom each alias leads to, `heads` what is known of them.
pub(super) fn whose(identity: &Identity, owners: &BTreeMap<Alias, String>, heads: &BTreeMap<String, Head>) -> Whose {
    let mut whose = Whose::default();
    for alias in &identity.aliases {
        let Some((id, head)) = owners.get(alias).and_then(|id| heads.get_key_value(id)) else { continue };
        if whose.id.as_ref() == Some(id) || whose.perhaps.contains(id) {
            continue;
        }
        if whose.id.is_none() && same(&identity.aliases, identity.card.name.as_ref(), alias, head) {
            whose.id = Some(id.clone());
        } else if alias.kind != AliasKind::Nameless {
            whose.perhaps.push(id.clone());
        }
    }
    whose
}

/// Whether whoever has the id made from the strongest of these aliases is the one of this name: another may have come first, as two share a
/// mailbox.
pub(super) fn may_be(aliases: &[Alias], name: Option<&String>, head: &Head) -> bool {
    aliases.first().is_none_or(|strongest| same(aliases, name, strongest, head))
}

/// An alias in common is not enough where the names, or the e-mail addresses of two who are called alike at one organization or on one page,
/// say that these are two people. Only a profile is one person's, by whatever name.
fn same(aliases: &[Alias], name: Option<&String>, alias: &Alias, head: &Head) -> bool {
    let alike = if alias.kind == AliasKind::Profile { may_be_one } else { is_one };
    let names = name.is_none_or(|name| head.names.is_empty() || head.names.iter().any(|known| alike(name, known)));
    let emails = |aliases: &[Alias]| aliases.iter().filter(|alias| alias.kind == AliasKind::Email).cloned().collect::<Vec<_>>();
    let (ours, theirs) = (emails(aliases), emails(&head.aliases));
    let namesakes = matches!(alias.kind, AliasKind::AtOrganization | AliasKind::OnPage)
        && !ours.is_empty()
        && !theirs.is_empty()
        && !ours.iter().any(|email| theirs.contains(email));
    names && !namesakes
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::touch::identity;

    fn person(page: &str, json: &str) -> Identity {
        identity::of(Some(page), Some(&serde_json::from_str(json).unwrap()))
    }

    fn known(id: &str, identity: &Identity) -> (BTreeMap<Alias, String>, BTreeMap<String, Head>) {
        let owners = identity.aliases.iter().map(|alias| (alias.clone(), id.to_owned())).collect();
        let head = Head {
            id: id.into(),
            card: identity.card.clone(),
            names: identity.card.name.iter().cloned().collect(),
            aliases: identity.aliases.clone(),
            ..Head::default()
        };
        (owners, [(id.to_owned(), head)].into())
    }

    #[test]
    fn a_shared_alias_does_not_make_two_names_one_person() {
        let ada = person("https://a.example/1", r#"{"name": "Ada Lovelace", "email": ["desk@acme.com"]}"#);
        let (owners, heads) = known("A", &ada);
        let grace = person("https://a.example/2", r#"{"name": "Grace Hopper", "email": ["desk@acme.com"]}"#);
        assert_eq!(whose(&grace, &owners, &heads), Whose { id: None, perhaps: vec!["A".into()] });
        let again = person("https://b.example", r#"{"name": "A. Lovelace", "email": ["desk@acme.com"]}"#);
        assert_eq!(whose(&again, &owners, &heads).id.as_deref(), Some("A"));
    }

    #[test]
    fn a_family_with_one_mailbox_is_several_people() {
        let john = person("https://smith.example/john", r#"{"name": "John Smith", "email": ["dental@smith.example"]}"#);
        let (owners, heads) = known("A", &john);
        let mary = person("https://smith.example/mary", r#"{"name": "Mary Smith", "email": ["dental@smith.example"]}"#);
        assert_eq!(whose(&mary, &owners, &heads), Whose { id: None, perhaps: vec!["A".into()] });
        let called = person("https://crm.example/7", r#"{"name": "Smith, Jack", "email": ["dental@smith.example"]}"#);
        assert_eq!(whose(&called, &owners, &heads).id.as_deref(), Some("A"));
    }

    #[test]
    fn two_records_of_one_name_in_one_program_are_two_people() {
        let one = person("https://crm.example/#/contact/7", r#"{"name": "John Smith"}"#);
        let (owners, heads) = known("A", &one);
        let other = person("https://crm.example/#/contact/9", r#"{"name": "John Smith"}"#);
        assert_eq!(whose(&other, &owners, &heads), Whose::default());
        let one = person("https://crm.example/view?rec=7", r#"{"name": "John Smith", "email": ["john@acme.com"]}"#);
        let (owners, heads) = known("A", &one);
        let other = person("https://crm.example/view?rec=9", r#"{"name": "John Smith", "email": ["js@other.example"]}"#);
        assert_eq!(whose(&other, &owners, &heads), Whose { id: None, perhaps: vec!["A".into()] });
    }

    #[test]
    fn namesakes_at_one_organization_are_told_apart_by_their_addresses() {
        let one = person("https://a.example/1", r#"{"name": "John Smith", "worksFor": "Acme", "email": ["john@acme.com"]}"#);
        let (owners, heads) = known("A", &one);
        let other = person("https://a.example/2", r#"{"name": "John Smith", "worksFor": "Acme", "email": ["j.smith@acme.com"]}"#);
        assert_eq!(whose(&other, &owners, &heads), Whose { id: None, perhaps: vec!["A".into()] });
        let unknown = person("https://a.example/3", r#"{"name": "John Smith", "worksFor": "Acme"}"#);
        assert_eq!(whose(&unknown, &owners, &heads).id.as_deref(), Some("A"));
    }

    #[test]
    fn the_strongest_alias_wins_and_the_others_are_suggested() {
        let (mut owners, mut heads) = known("A", &person("https://a.example/1", r#"{"name": "Ada Lovelace", "worksFor": "Acme"}"#));
        let (more, others) = known("B", &person("https://b.example", r#"{"name": "Ada Lovelace", "email": ["ada@acme.com"]}"#));
        owners.extend(more);
        heads.extend(others);
        let both = person("https://c.example", r#"{"name": "Ada Lovelace", "worksFor": "Acme", "email": ["ada@acme.com"]}"#);
        assert_eq!(whose(&both, &owners, &heads), Whose { id: Some("B".into()), perhaps: vec!["A".into()] });
    }
}
