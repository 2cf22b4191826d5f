#![allow(clippy::unwrap_used)]
use super::*;

fn person(json: &str) -> Prospect {
    serde_json::from_str(json).unwrap()
}

fn shared(one: &Identity, other: &Identity) -> Vec<AliasKind> {
    one.aliases.iter().filter(|alias| other.aliases.contains(alias)).map(|alias| alias.kind).collect()
}

#[test]
fn the_same_person_on_the_same_page_whatever_the_query_says() {
    let ada = person(r#"{"name": "Ada Lovelace"}"#);
    let first = of(Some("https://acme.com/team/ada"), Some(&ada));
    for url in ["https://www.acme.com/team/ada/?utm_source=x", "http://acme.com/team/ada?id=7#bio"] {
        assert_eq!(shared(&first, &of(Some(url), Some(&ada))), [AliasKind::OnPage], "{url}");
    }
}

#[test]
fn several_people_on_one_page_are_several_prospects() {
    let team = "https://acme.com/team";
    let ada = of(
        Some(team),
        Some(&person(
            r#"{"name": "Ada Lovelace", "worksFor": "Acme", "email": ["info@acme.com"], "url": "https://acme.com/team#ada",
        "telephone": [{"value": "(312) 555-0100", "e164": "+13125550100", "line": "switchboard"}]}"#,
        )),
    );
    let grace = of(
        Some(team),
        Some(&person(
            r#"{"name": "Grace Hopper", "worksFor": "Acme", "email": ["info@acme.com"], "url": "https://acme.com/",
        "telephone": [{"value": "(312) 555-0100", "e164": "+13125550100", "line": "switchboard"}]}"#,
        )),
    );
    assert_eq!(shared(&ada, &grace), []);
    assert_eq!(shared(&ada, &of(Some(team), None)), [], "the page alone is nobody of them");
}

#[test]
fn the_same_person_on_many_pages() {
    let profile = of(
        Some("https://www.linkedin.com/in/ada/?trk=x"),
        Some(&person(r#"{"name": "Ada Lovelace", "worksFor": "Acme Inc.", "url": "https://www.linkedin.com/in/ada/"}"#)),
    );
    let company = of(
        Some("https://acme.com/team/ada"),
        Some(&person(
            r#"{"name": "Dr. Ada Lovelace", "worksFor": "Acme", "email": ["Ada@Acme.com"], "sameAs": ["https://de.linkedin.com/in/ada"]}"#,
        )),
    );
    let crm = of(Some("https://crm.example/contact?id=9"), Some(&person(r#"{"name": "Lovelace, Ada", "email": ["ada@acme.com"]}"#)));
    assert_eq!(shared(&profile, &company), [AliasKind::Profile, AliasKind::AtOrganization]);
    assert_eq!(shared(&company, &crm), [AliasKind::Email]);
}

#[test]
fn only_a_number_of_their_own_identifies() {
    let with = |number: &str| of(None, Some(&person(&format!(r#"{{"name": "Ada", "telephone": [{number}]}}"#))));
    let kinds = |identity: Identity| identity.aliases.iter().map(|alias| alias.kind).collect::<Vec<_>>();
    let shared_line = r#"{"value": "x", "e164": "+13125550100", "line": "switchboard"}"#;
    assert_eq!(kinds(with(shared_line)), [AliasKind::WithNumber, AliasKind::Nameless]);
    assert_eq!(
        kinds(with(&shared_line.replace("switchboard", "direct"))),
        [AliasKind::Telephone, AliasKind::WithNumber, AliasKind::Nameless]
    );
    let extension = shared_line.replace("\"line\"", "\"extension\": \"12\", \"line\"");
    assert_eq!(kinds(with(&extension)), [AliasKind::Telephone, AliasKind::WithNumber, AliasKind::Nameless]);
    assert_eq!(kinds(of(None, Some(&person(r#"{"name": "Ada"}"#)))), [AliasKind::Name, AliasKind::Nameless]);
    assert_eq!(kinds(of(None, None)), [AliasKind::Nameless]);
    assert_eq!(kinds(of(Some("chrome://newtab"), None)), [AliasKind::Nameless]);
}

#[test]
fn an_organization_is_known_by_its_page_and_number() {
    let acme = person(r#"{"worksFor": "Acme", "telephone": [{"value": "x", "e164": "+13125550100", "line": "switchboard"}]}"#);
    let contact = of(Some("https://acme.com/contact"), Some(&acme));
    let about = of(Some("https://acme.com/about"), Some(&acme));
    assert_eq!(shared(&contact, &about), [AliasKind::Nameless]);
    let ada = of(Some("https://acme.com/contact"), Some(&Prospect { name: Some(Fact::typed("Ada Lovelace")), ..acme }));
    assert_eq!(shared(&contact, &ada), [], "who works there is somebody else");
}

#[test]
fn what_is_typed_joins_what_was_read() {
    let read = of(Some("https://acme.com/contact"), None);
    let typed = of(Some("https://acme.com/contact"), Some(&person(r#"{"name": "Ada Lovelace"}"#)));
    let both = read.clone().and(typed.clone());
    assert_eq!(both.aliases.len(), read.aliases.len() + typed.aliases.len());
    assert_eq!(both.card.name.as_deref(), Some("Ada Lovelace"));
}

#[test]
fn a_hostile_page_gives_no_raw_key_and_no_end() {
    let long = "é".repeat(100_000);
    let hostile = Prospect {
        name: Some(Fact::typed(format!("__proto__ {long}"))),
        email: vec![Fact::typed(format!("{long}@x")); 1000],
        same_as: vec![Fact::typed(format!("https://{long}")); 1000],
        ..Prospect::default()
    };
    let identity = of(Some(&format!("https://{long}/{long}?id={long}")), Some(&hostile));
    assert!(identity.aliases.len() < 20);
    assert!(identity.aliases.iter().all(|alias| alias.key.len() == 32 && alias.key.bytes().all(|b| b.is_ascii_hexdigit())));
    assert!(identity.card.name.unwrap().chars().count() <= 200);
}
