//! What each version has written, kept as files: it reads the same for ever, and the log is written the same to the byte as long as no step
//! changes it. Of what is typed and set, words may come beside those that are there.
//!
//! `first.json` is what the first day of 1 wrote, before heads had names and pins had more than their words; both were added beside what was
//! there. `schema_1.json` is its last day.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::{
    store::{Notebook, memory::Memory, notebook::Total, profile::Pin, testing::block_on},
    touch::{
        Direction, Kind, Outcome, Touch,
        identity::{self, Identity},
        log::Event,
        ulid::Ulid,
    },
};

const SCHEMA_1: &str = include_str!("schema_1.json");
const SCHEMA_2: &str = include_str!("schema_2.json");
const FIRST: &str = include_str!("first.json");

fn stored(fixture: &str) -> Memory {
    let store = Memory::default();
    serde_json::from_str::<Texts>(fixture).unwrap().iter().for_each(|(key, text)| store.put(key, Some(text)));
    store
}

fn who(name: &str) -> Identity {
    let prospect = serde_json::json!({"name": name, "worksFor": "Acme", "email": [format!("{}@acme.example", name.to_lowercase())]});
    identity::of(Some("https://acme.example/team"), Some(&serde_json::from_str(&prospect.to_string()).unwrap()))
}

fn id(n: u64) -> Ulid {
    Ulid::new(1_795_464_300_000 + n, u128::from(n))
}

fn touch(kind: Kind) -> Touch {
    let at = "2026-11-23T14:05:00-06:00".parse().unwrap();
    Touch { id: None, at, kind, direction: Some(Direction::Outbound), outcome: None, hook: None, script: None }
}

/// One of everything that the notebook can be told.
async fn written() -> Memory {
    let store = Memory::default();
    let book = Notebook::new(store.clone());
    let pin = Pin { name: "News".into(), template: "Hi {name}".into(), used: 2, ..Pin::default() };
    book.save_profile(|profile| (profile.seller.name, profile.pins) = ("Sam Reyes".into(), vec![pin])).await.unwrap();
    let said = Touch { hook: Some("h1".into()), script: Some("Hi Ada,\n\"=1+1\" \u{202e}é 李".into()), ..touch(Kind::Voicemail) };
    let events = [
        Event::touch(id(1), touch(Kind::Call)),
        Event::touch(id(2), said).said_with(Some("news".into()), Some("p1".into())),
        Event::outcome(id(3), id(2), Some(Outcome::CallbackPromised)),
        Event::edit(id(4), id(1), touch(Kind::Email)),
        Event::delete(id(5), id(1)),
        Event::undo(id(6), id(5)),
        Event::outcome(id(7), id(2), None),
    ];
    book.record(&who("Ada"), &events).await.unwrap();
    let kept = |kept: &mut crate::store::notebook::Kept| {
        kept.answers.referred_by = Some("Ravi".into());
        kept.edits.insert("jobTitle".into(), "Plant Manager".into());
        (kept.script, kept.deal.value) = (Some("Hello".into()), Some(1200.0));
    };
    book.keep(&who("Ada"), kept).await.unwrap();
    book.record(&who("Bob"), &[Event::touch(id(8), touch(Kind::Talk))]).await.unwrap();
    let of = async |name: &str| book.open(&who(name)).await.unwrap().id.unwrap();
    book.merge(&of("Bob").await, &of("Ada").await).await.unwrap();
    book.keep(&who("Carl"), |kept| kept.answers.do_not_contact = Some(true)).await.unwrap();
    book.forget(&of("Carl").await).await.unwrap();
    book.choose("https://acme.example/team", "Ada").await.unwrap();
    store
}

#[test]
fn the_log_is_written_as_version_1_wrote_it_to_the_byte() {
    let log = |store: Memory| -> Texts {
        let typed = |key: &str| key == "profile" || key == KEY || key.starts_with("k:");
        // What a merge fills up stands beside what the first version knew of whoever was merged.
        let lent = |text: String| match text.split_once(r#","lent":"#) {
            Some((head, _)) => line::write(&serde_json::from_str::<serde_json::Value>(&format!("{}}}", &head[17..])).unwrap()),
            None => text,
        };
        let plain = |text: &str| line::write(&serde_json::from_str::<serde_json::Value>(&text[17..]).unwrap());
        let kept = store.texts().into_iter().filter(|(key, _)| !typed(key));
        kept.map(|(key, text)| if key.starts_with("p:") { (key, plain(&lent(text))) } else { (key, text) }).collect()
    };
    let (now, then) = (log(block_on(written())), log(stored(SCHEMA_1)));
    assert!(then.keys().filter(|key| key.starts_with("t:")).count() == 2);
    assert_eq!(now, then);
}

#[test]
fn versions_1_and_2_read_the_same_for_ever() {
    [SCHEMA_1, SCHEMA_2].into_iter().for_each(reads_the_same);
}

fn reads_the_same(fixture: &str) {
    block_on(async {
        let book = Notebook::new(stored(fixture));
        let (profile, trouble) = book.profile().await.unwrap();
        assert_eq!((profile.seller.name.as_str(), profile.pins[0].used, trouble), ("Sam Reyes", 2, None));
        let ada = book.open(&who("Ada")).await.unwrap();
        assert_eq!((ada.events.len(), ada.touches.len(), ada.troubles), (8, 3, vec![]), "with Bob's");
        assert_eq!(ada.touches.iter().map(|touch| touch.kind).collect::<Vec<_>>(), [Kind::Email, Kind::Voicemail, Kind::Talk]);
        assert_eq!((ada.card.job_title.as_deref(), ada.kept.script.as_deref()), (Some("Plant Manager"), Some("Hello")));
        assert_eq!(book.open(&who("Bob")).await.unwrap().id, ada.id);
        assert_eq!(book.open(&who("Carl")).await.unwrap().kept.answers.do_not_contact, Some(true), "stays uncalled");
        assert_eq!(book.chosen("https://acme.example/team").await.unwrap().as_deref(), Some("Ada"));
        let checked = book.check().await.unwrap();
        assert_eq!((checked.found, checked.troubles), (book.total().await.unwrap(), vec![]));
    });
}

/// Its first day kept what was typed over a page under `facts`: it is there after looking, and in what its backups bring.
#[test]
fn what_was_typed_on_its_first_day_is_there_on_the_first_look() {
    block_on(async {
        let store = stored(FIRST);
        let typed = |store: &Memory, key: &str| store.texts().get(key).cloned().unwrap_or_default();
        let key = store.texts().into_keys().find(|key| key.starts_with("k:")).unwrap();
        let facts = serde_json::json!({"script": "Hello", "facts": {"name": {"value": "Ada King", "source": "text", "quote": ""}}});
        store.put(&key, Some(&line::write(&facts)));
        let before = store.texts();
        // It takes no more room than before.
        store.limit(Some(1));
        let book = Notebook::new(store.clone());
        let ada = book.open(&who("Ada")).await.unwrap();
        assert_eq!(ada.kept.edits.get("name").map(String::as_str), Some("Ada King"));
        assert_eq!((ada.touches.len(), ada.troubles), (1, vec![]));
        assert_eq!(typed(&store, KEY), stamp());
        // Only once, and only what is otherwise.
        let (then, changed): (Texts, Vec<String>) = (store.texts(), vec![KEY.to_owned(), key]);
        assert!(then.iter().all(|(key, text)| changed.contains(key) || before.get(key) == Some(text)));
        book.profile().await.unwrap();
        assert_eq!(store.texts(), then);
    });
}

#[test]
fn what_its_first_day_wrote_is_read_and_added_to() {
    block_on(async {
        let store = stored(FIRST);
        let book = Notebook::new(store.clone());
        assert_eq!(book.profile().await.unwrap().0.pins[0].template, "Hi {name}");
        let ada = book.open(&who("Ada")).await.unwrap();
        assert_eq!((ada.touches.len(), ada.troubles, ada.kept.script.as_deref()), (1, vec![], Some("Hello")));
        book.record(&who("Ada"), &[Event::touch(id(9), touch(Kind::Call))]).await.unwrap();
        assert_eq!(book.total().await.unwrap(), Total { prospects: 1, events: 2, last: Some(id(9)) });
        assert_eq!(book.check().await.unwrap().troubles, []);
    });
}

#[test]
fn a_newer_one_is_shown_and_stays_as_it_is_to_the_byte() {
    block_on(async {
        let store = stored(SCHEMA_1);
        store.put(KEY, Some(&line::write(&(SCHEMA + 1))));
        let (before, book) = (store.texts(), Notebook::new(store.clone()));
        let ada = book.open(&who("Ada")).await.unwrap();
        assert_eq!(ada.touches.len(), 3, "it is shown");
        assert!(ada.troubles[0].to_string().contains("update the extension"));
        let newer = Err(crate::store::StoreError::Newer { schema: SCHEMA + 1 });
        let (copied, _) = book.copy().await.unwrap();
        assert_eq!(book.record(&who("Ada"), &[Event::touch(id(9), touch(Kind::Call))]).await.map(drop), newer);
        assert_eq!(book.take_in(&copied, |_, _| {}).await.map(drop), newer);
        assert_eq!(book.forget(ada.id.as_deref().unwrap()).await.map(drop), newer);
        assert_eq!(book.forget_everything().await.map(drop), newer);
        book.index("1", |person| person.card.name.clone(), |_, _| {}).await.unwrap();
        assert_eq!(store.texts(), before);
    });
}

/// Prints what is to be kept, for a schema that is new.
#[test]
#[ignore = "for a new schema: cargo test -p aftertone prints_the_fixture -- --ignored --nocapture"]
fn prints_the_fixture() {
    println!("{}", serde_json::to_string_pretty(&block_on(written()).texts()).unwrap());
}
