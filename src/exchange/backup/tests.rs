#![allow(clippy::unwrap_used)]
use super::*;
use crate::{
    store::{Notebook, memory::Memory, notebook::Taken, testing::block_on},
    touch::{
        Kind, Touch,
        identity::{self, Identity},
        log::Event,
        ulid::Ulid,
    },
};

fn person(name: &str) -> Identity {
    let prospect = serde_json::from_str(&serde_json::json!({"name": name, "email": [format!("{name}@acme.com")]}).to_string()).unwrap();
    identity::of(Some("https://acme.com/team"), Some(&prospect))
}

fn event(n: u64) -> Event {
    let at = "2026-11-23T14:00:00Z".parse().unwrap();
    Event::touch(Ulid::new(n, 0), Touch { id: None, at, kind: Kind::Call, direction: None, outcome: None, hook: None, script: None })
}

async fn filled(events: &[(&str, u64)]) -> Notebook<Memory> {
    let notebook = Notebook::new(Memory::default());
    for (name, n) in events {
        notebook.record(&person(name), &[event(*n)]).await.unwrap();
    }
    notebook
}

#[test]
fn a_backup_comes_back_whole() {
    block_on(async {
        let notebook = filled(&[("ada", 1), ("=grace\u{202e}", 2), ("ada", 3)]).await;
        notebook.save_profile(|profile| profile.seller.name = "Sam \"x\"\n".into()).await.unwrap();
        notebook.keep(&person("ada"), |kept| kept.script = Some("Hello\u{0}\u{2028}".into())).await.unwrap();
        let (copied, troubles) = notebook.copy().await.unwrap();
        assert_eq!((copied.persons.len(), troubles), (2, vec![]));
        let text = write(&copied);
        assert_eq!(read(&text).unwrap(), (copied.clone(), vec![]));

        let other = Notebook::new(Memory::default());
        let brought = Taken { new_persons: 2, new_events: 3, ..Taken::default() };
        assert_eq!(other.dry_run(&copied, |_, _| {}).await.unwrap(), brought);
        let mut seen = vec![];
        assert_eq!(other.take_in(&copied, |done, all| seen.push((done, all))).await.unwrap(), brought);
        assert!(seen.last().is_some_and(|(done, all)| done == all));
        assert_eq!(other.copy().await.unwrap(), (copied.clone(), vec![]));
        assert_eq!(other.total().await.unwrap(), notebook.total().await.unwrap());
        assert_eq!(other.open(&person("ada")).await.unwrap(), notebook.open(&person("ada")).await.unwrap());
        let again = Taken { known_persons: 2, same_events: 3, ..Taken::default() };
        assert_eq!(other.take_in(&copied, |_, _| {}).await.unwrap(), again);
        assert_eq!(other.copy().await.unwrap().0, copied);
    });
}

#[test]
fn two_notebooks_become_the_same_whichever_takes_in_the_other() {
    block_on(async {
        let (one, other) = (filled(&[("ada", 1), ("ada", 2)]).await, filled(&[("ada", 2), ("ada", 3), ("bob", 4)]).await);
        let (of_one, of_other) = (one.copy().await.unwrap().0, other.copy().await.unwrap().0);
        one.take_in(&of_other, |_, _| {}).await.unwrap();
        other.take_in(&of_one, |_, _| {}).await.unwrap();
        assert_eq!(one.copy().await.unwrap(), other.copy().await.unwrap());
        assert_eq!(one.total().await.unwrap(), other.total().await.unwrap());
        assert_eq!(one.open(&person("ada")).await.unwrap().touches.len(), 3);
    });
}

#[test]
fn a_backup_heals_what_was_damaged_and_what_was_lost() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        notebook.record(&person("ada"), &[event(1), event(2), event(3)]).await.unwrap();
        let (copied, _) = notebook.copy().await.unwrap();
        let whole = store.texts();
        let (chunk, text) = whole.iter().find(|(key, _)| key.starts_with("t:")).unwrap();
        let lines: Vec<&str> = text.split('\n').collect();
        for damaged in [lines[..1].join("\n"), format!("{}\ngarbage\n{}", lines[0], lines[2]), String::new(), "garbage".into()] {
            store.put(chunk, Some(&damaged));
            assert!(!notebook.check().await.unwrap().troubles.is_empty());
            notebook.take_in(&copied, |_, _| {}).await.unwrap();
            let checked = notebook.check().await.unwrap();
            assert_eq!((checked.troubles, checked.found), (vec![], notebook.total().await.unwrap()), "{damaged}");
            assert_eq!(notebook.open(&person("ada")).await.unwrap().touches.len(), 3);
        }
        for key in whole.keys() {
            store.put(key, None);
            notebook.take_in(&copied, |_, _| {}).await.unwrap();
            assert_eq!(notebook.open(&person("ada")).await.unwrap().touches.len(), 3, "without {key}");
        }
    });
}

#[test]
fn a_chunk_of_which_nothing_is_left_is_healed_too() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        let events: Vec<Event> = (1..=250).map(event).collect();
        notebook.record(&person("ada"), &events).await.unwrap();
        let (copied, _) = notebook.copy().await.unwrap();
        let whole = store.texts();
        for lost in ["garbage", ""] {
            store.texts().keys().for_each(|key| store.put(key, None));
            whole.iter().for_each(|(key, text)| store.put(key, Some(text)));
            for chunk in whole.keys().filter(|key| key.ends_with(":0") || key.ends_with(":1")) {
                store.put(chunk, Some(lost));
            }
            notebook.take_in(&copied, |_, _| {}).await.unwrap();
            assert_eq!(notebook.check().await.unwrap().troubles, vec![], "after {lost:?}");
            assert_eq!(notebook.open(&person("ada")).await.unwrap().touches.len(), 250);
            notebook.record(&person("ada"), &[event(251)]).await.unwrap();
            notebook.take_in(&copied, |_, _| {}).await.unwrap();
            let checked = notebook.check().await.unwrap();
            assert_eq!((checked.troubles, checked.found.events), (vec![], 251));
        }
    });
}

#[test]
fn what_is_no_sound_backup_is_told() {
    let copied = block_on(async { filled(&[("ada", 1), ("bob", 2)]).await.copy().await.unwrap().0 });
    let text = write(&copied);
    for wrong in ["", "hello", "{}", "[1e999]", &"[".repeat(100_000), "{\"__proto__\": 1}"] {
        assert_eq!(read(wrong).err(), Some(Wrong::NoBackup));
    }
    let newer = text.replacen(&format!("\"schema\":{SCHEMA}"), &format!("\"schema\":{}", SCHEMA + 1), 1);
    assert_eq!(read(&newer).err(), Some(Wrong::Newer(SCHEMA + 1)));
    let cut: String = text.lines().take(2).collect::<Vec<_>>().join("\n");
    assert_eq!(read(&cut).unwrap().1, [Wrong::Lost(1, 1)]);
    assert_eq!(read(&text.replacen("ada", "eve", 1)).unwrap().1, [Wrong::Changed]);
    let forged = text.replacen(&copied.persons[0].id, "__proto__", 1);
    let (read_back, notes) = read(&forged).unwrap();
    assert_eq!((read_back.persons.len(), notes[0]), (1, Wrong::Unread(1)));
}

/// Version 1 held what was typed over a page under `facts`.
#[test]
fn a_backup_of_the_first_day_is_read_as_if_it_were_todays() {
    block_on(async {
        let notebook = filled(&[("ada", 1)]).await;
        notebook.keep(&person("ada"), |kept| drop(kept.edits.insert("name".into(), "Ada King".into()))).await.unwrap();
        let text = write(&notebook.copy().await.unwrap().0).replacen(&format!("\"schema\":{SCHEMA}"), "\"schema\":1", 1);
        let old = text.replace("\"edits\":{\"name\":\"Ada King\"}", "\"facts\":{\"name\":{\"value\":\"Ada King\"}}");
        assert_ne!(old, text);
        assert_eq!(read(&old).unwrap().0, read(&text).unwrap().0);
    });
}

#[test]
fn a_write_lost_in_the_middle_shows_in_the_census() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        notebook.record(&person("ada"), &[event(1)]).await.unwrap();
        notebook.record(&person("bob"), &[event(2)]).await.unwrap();
        let before = store.texts();
        notebook.record(&person("ada"), &[event(3)]).await.unwrap();
        notebook.record(&person("bob"), &[event(4)]).await.unwrap();
        assert_eq!(notebook.census().await.unwrap(), notebook.total().await.unwrap());
        // Ada's second call was lost whole, with its head; Bob's, and the total, were written after it.
        let ada = notebook.open(&person("ada")).await.unwrap().id.unwrap();
        for (key, text) in before.iter().filter(|(key, _)| key.contains(&ada)) {
            store.put(key, Some(text));
        }
        assert!(notebook.check().await.unwrap().troubles.is_empty(), "she herself looks whole");
        assert_eq!((notebook.census().await.unwrap().events, notebook.total().await.unwrap().events), (3, 4));
        // People lost whole, with the total left: a backup brings both to agree again.
        let (copied, _) = notebook.copy().await.unwrap();
        for key in before.keys().filter(|key| key.contains(&ada)) {
            store.put(key, None);
        }
        notebook.take_in(&copied, |_, _| {}).await.unwrap();
        assert_eq!(notebook.census().await.unwrap(), notebook.total().await.unwrap());
    });
}
