#![allow(clippy::unwrap_used)]
use super::*;
use crate::{
    store::{
        memory::Memory,
        testing::{Running, at_once, block_on},
    },
    touch::{Direction, Kind, Touch, log},
};

fn ada() -> Identity {
    let prospect = serde_json::from_str(r#"{"name": "Ada Lovelace", "worksFor": "Acme", "email": ["ada@acme.com"]}"#).unwrap();
    identity::of(Some("https://acme.com/team/ada"), Some(&prospect))
}

fn event(n: u64, kind: Kind) -> Event {
    let at = format!("2026-11-{:02}T14:00:00Z", n % 28 + 1).parse().unwrap();
    let touch = Touch { id: None, at, kind, direction: Some(Direction::Outbound), outcome: None, hook: None, script: None };
    Event::touch(Ulid::new(n, u128::from(n)), touch)
}

#[test]
fn what_was_recorded_and_typed_is_there_again() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        assert_eq!(notebook.open(&ada()).await.unwrap(), Entry::default());
        notebook.keep(&ada(), |kept| kept.script = Some("Hello Ada".into())).await.unwrap();
        let recorded = notebook.record(&ada(), &[event(1, Kind::Voicemail)]).await.unwrap();
        let opened = Notebook::new(store).open(&ada()).await.unwrap();
        assert_eq!(opened, recorded);
        assert_eq!(opened.touches.len(), 1);
        assert_eq!(opened.kept.script.as_deref(), Some("Hello Ada"));
        assert_eq!(opened.card.name.as_deref(), Some("Ada Lovelace"));
        assert_eq!(opened.troubles, []);
        assert_eq!(notebook.total().await.unwrap(), Total { prospects: 1, events: 1, last: Some(Ulid::new(1, 1)) });
    });
}

#[test]
fn a_retry_never_doubles() {
    block_on(async {
        let notebook = Notebook::new(Memory::default());
        for _ in 0..3 {
            notebook.record(&ada(), &[event(1, Kind::Call)]).await.unwrap();
        }
        assert_eq!(notebook.open(&ada()).await.unwrap().events.len(), 1);
        assert_eq!(notebook.total().await.unwrap().events, 1);
    });
}

#[test]
fn whatever_is_lost_of_a_person_they_go_on_where_they_were() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        notebook.record(&ada(), &[event(1, Kind::Call), event(2, Kind::Call)]).await.unwrap();
        notebook.keep(&ada(), |kept| kept.script = Some("Hello Ada".into())).await.unwrap();
        let whole = store.texts();
        let starts: [&[&str]; 5] = [&["a:"], &["p:"], &["a:", "p:"], &["k:"], &["a:", "p:", "total"]];
        for lost in starts {
            whole.iter().for_each(|(key, text)| store.put(key, Some(text)));
            whole.keys().filter(|key| lost.iter().any(|start| key.starts_with(start))).for_each(|key| store.put(key, None));
            let entry = notebook.record(&ada(), &[event(3, Kind::Call)]).await.unwrap();
            assert_eq!(entry.events.len(), 3, "without {lost:?}");
            assert_eq!(entry.kept.script.is_some(), !lost.contains(&"k:"), "without {lost:?}");
            let there = store.texts();
            assert_eq!(there.keys().filter(|key| key.starts_with("p:")).count(), 1, "one person, without {lost:?}");
            assert!(whole.keys().filter(|key| key.starts_with("a:")).all(|key| there.contains_key(key)), "found again, without {lost:?}");
            let head: Head = line::read(there.iter().find(|(key, _)| key.starts_with("p:")).unwrap().1).unwrap();
            assert_eq!(head.aliases.len(), ada().aliases.len(), "without {lost:?}");
            store.texts().keys().for_each(|key| store.put(key, None));
        }
    });
}

#[test]
fn three_pages_writing_at_once_lose_nothing() {
    let store = Memory::default();
    let pages: Vec<Running<'_, ()>> = (0..3u64)
        .map(|page| {
            let notebook = Notebook::new(store.clone());
            Box::pin(async move {
                for n in 0..100 {
                    notebook.record(&ada(), &[event(n * 3 + page, Kind::Call)]).await.unwrap();
                    notebook.keep(&ada(), |kept| kept.questions.push(format!("{page} {n}"))).await.unwrap();
                }
            }) as _
        })
        .collect();
    at_once(pages);
    let notebook = Notebook::new(store.clone());
    let entry = block_on(notebook.open(&ada())).unwrap();
    assert_eq!((entry.events.len(), entry.kept.questions.len(), entry.troubles), (300, 300, vec![]));
    assert_eq!(block_on(notebook.total()).unwrap(), Total { prospects: 1, events: 300, last: Some(Ulid::new(299, 299)) });
    assert_eq!(store.texts().keys().filter(|key| key.starts_with("t:")).count(), 3, "at most 100 events a chunk");
}

#[test]
fn a_full_store_keeps_all_or_nothing_and_takes_the_retry() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        notebook.record(&ada(), &[event(1, Kind::Call)]).await.unwrap();
        let before = store.texts();
        store.limit(Some(10));
        assert_eq!(notebook.record(&ada(), &[event(2, Kind::Call)]).await.err(), Some(StoreError::Full));
        assert_eq!(store.texts(), before);
        store.limit(None);
        assert_eq!(notebook.record(&ada(), &[event(2, Kind::Call)]).await.unwrap().touches.len(), 2);
    });
}

#[test]
fn damage_is_told_and_nothing_is_cleared() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        notebook.keep(&ada(), |kept| kept.script = Some("typed".into())).await.unwrap();
        let entry = notebook.record(&ada(), &[event(1, Kind::Call), event(2, Kind::Voicemail), event(3, Kind::Email)]).await.unwrap();
        let id = entry.id.unwrap();
        let whole = store.texts();
        let put = |key: &str, text: Option<&str>| {
            whole.iter().for_each(|(key, text)| store.put(key, Some(text)));
            store.put(key, text);
        };

        let chunk = &whole[&chunk_key(&id, 0)];
        put(&chunk_key(&id, 0), Some(&chunk.replacen("voicemail", "voicemale", 1)));
        let opened = notebook.open(&ada()).await.unwrap();
        assert_eq!((opened.events.len(), opened.troubles), (2, vec![Trouble::Damaged(1)]));
        let again = notebook.record(&ada(), &[event(4, Kind::Call)]).await.unwrap();
        assert_eq!((again.events.len(), again.troubles), (3, vec![Trouble::Damaged(1)]));
        assert!(store.texts()[&chunk_key(&id, 0)].contains("voicemale"), "the damaged line stays");

        put(&chunk_key(&id, 0), Some(chunk.rsplit_once('\n').unwrap().0));
        let opened = notebook.open(&ada()).await.unwrap();
        assert_eq!((opened.events.len(), opened.troubles), (2, vec![Trouble::Missing(1)]));
        notebook.record(&ada(), &[event(4, Kind::Call)]).await.unwrap();
        assert_eq!(notebook.open(&ada()).await.unwrap().troubles, [Trouble::Missing(1)], "it stays missing");
        notebook.record(&ada(), &[event(3, Kind::Email)]).await.unwrap();

        put(&chunk_key(&id, 0), None);
        assert_eq!(notebook.open(&ada()).await.unwrap().troubles, [Trouble::Missing(3)]);

        for damaged in [None, Some(""), Some("garbage"), Some("0 {}")] {
            put(&head_key(&id), damaged);
            let opened = notebook.open(&ada()).await.unwrap();
            assert_eq!((opened.events.len(), opened.troubles), (3, vec![Trouble::HeadLost]));
            notebook.record(&ada(), &[event(4, Kind::Call)]).await.unwrap();
            let opened = notebook.open(&ada()).await.unwrap();
            assert_eq!((opened.events.len(), opened.kept.script.as_deref()), (4, Some("typed")));
        }
        assert!(store.texts().values().any(|text| text == "garbage"), "a damaged head is put aside");

        put(&kept_key(&id), Some("garbage"));
        let opened = notebook.open(&ada()).await.unwrap();
        assert_eq!((opened.kept, opened.troubles), (Kept::default(), vec![Trouble::KeptLost]));
        notebook.keep(&ada(), |kept| kept.script = Some("new".into())).await.unwrap();
        assert!(store.texts().iter().any(|(key, text)| key.starts_with("aside:k:") && text == "garbage"));
    });
}

#[test]
fn any_text_under_any_key_is_survived() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        notebook.keep(&ada(), |kept| kept.script = Some("typed".into())).await.unwrap();
        notebook.record(&ada(), &[event(1, Kind::Call)]).await.unwrap();
        let whole = store.texts();
        for key in whole.keys() {
            for text in ["", " ", "\n\n", "null", "{}", "é é", "ffffffffffffffff null", &line::write(&"self"), &line::write(&u64::MAX)] {
                whole.iter().for_each(|(key, text)| store.put(key, Some(text)));
                store.put(key, Some(text));
                notebook.profile().await.unwrap();
                notebook.open(&ada()).await.unwrap();
                match notebook.record(&ada(), &[event(2, Kind::Email)]).await {
                    Ok(entry) => assert!(entry.touches.iter().any(|touch| touch.kind == Kind::Email)),
                    Err(error) => assert!(matches!(error, StoreError::Newer { .. }), "{key} {text}"),
                }
            }
        }
    });
}

#[test]
fn a_newer_notebook_is_read_and_never_written() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        notebook.record(&ada(), &[event(1, Kind::Call)]).await.unwrap();
        store.put(migrations::KEY, Some(&line::write(&(migrations::SCHEMA + 1))));
        let before = store.texts();
        let schema = migrations::SCHEMA + 1;
        let entry = notebook.open(&ada()).await.unwrap();
        assert_eq!((entry.touches.len(), entry.troubles), (1, vec![Trouble::ReadOnly { schema }]));
        assert_eq!(notebook.record(&ada(), &[event(2, Kind::Call)]).await.err(), Some(StoreError::Newer { schema }));
        assert_eq!(notebook.keep(&ada(), |kept| kept.script = None).await.err(), Some(StoreError::Newer { schema }));
        assert_eq!(notebook.save_profile(|profile| profile.opens_panel = true).await.err(), Some(StoreError::Newer { schema }));
        assert_eq!(notebook.profile().await.unwrap().1, Some(Trouble::ReadOnly { schema }));
        assert_eq!(store.texts(), before);
    });
}

#[test]
fn the_profile_is_kept_and_two_pages_do_not_undo_each_other() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        assert_eq!(notebook.profile().await.unwrap(), (Profile::default(), None));
        let pages: Vec<Running<'_, Result<Profile, StoreError>>> = vec![
            Box::pin(notebook.save_profile(|profile| profile.seller.name = "Sam".into())),
            Box::pin(notebook.save_profile(|profile| profile.opens_panel = true)),
        ];
        at_once(pages);
        let (profile, trouble) = notebook.profile().await.unwrap();
        assert_eq!((profile.seller.name.as_str(), profile.opens_panel, profile.single_keys, trouble), ("Sam", true, true, None));
        store.put(PROFILE, Some("garbage"));
        assert_eq!(notebook.profile().await.unwrap(), (Profile::default(), Some(Trouble::ProfileLost)));
        notebook.save_profile(|profile| profile.seller.name = "Sam".into()).await.unwrap();
        assert!(store.texts().iter().any(|(key, text)| key.starts_with("aside:profile:") && text == "garbage"));
    });
}

#[test]
fn a_name_typed_on_a_nameless_page_stays_with_the_page() {
    block_on(async {
        let notebook = Notebook::new(Memory::default());
        for page in [None, Some("https://acme.com/contact")] {
            let read = identity::of(page, None);
            let typed = |name: &str| {
                let prospect = serde_json::from_str(&format!(r#"{{"name": "{name}"}}"#)).unwrap();
                read.clone().and(identity::of(page, Some(&prospect)))
            };
            notebook.keep(&read, |kept| kept.script = Some("for Ada".into())).await.unwrap();
            let recorded = notebook.record(&typed("Ada Lovelace"), &[event(1, Kind::Call)]).await.unwrap();
            assert_eq!(recorded.kept.script.as_deref(), Some("for Ada"), "what was typed before the name belongs to her");
            assert_eq!(notebook.open(&read).await.unwrap(), recorded);
            let grace = notebook.record(&typed("Grace Hopper"), &[event(2, Kind::Email)]).await.unwrap();
            assert_eq!((grace.touches.len(), grace.kept.script.clone()), (1, None), "another name is another person");
            assert_eq!(notebook.open(&read).await.unwrap().id, grace.id);
            assert_eq!(notebook.open(&typed("Ada Lovelace")).await.unwrap().id, recorded.id);
        }
    });
}

#[test]
fn the_choice_on_a_team_page_is_kept() {
    block_on(async {
        let notebook = Notebook::new(Memory::default());
        notebook.choose("https://acme.com/team?utm_source=x", "Grace Hopper").await.unwrap();
        assert_eq!(notebook.chosen("https://www.acme.com/team/").await.unwrap().as_deref(), Some("Grace Hopper"));
        assert_eq!(notebook.chosen("https://acme.com/about").await.unwrap(), None);
        assert_eq!(notebook.chosen("about:blank").await.unwrap(), None);
    });
}

#[test]
fn undo_is_recorded_like_anything_else() {
    block_on(async {
        let notebook = Notebook::new(Memory::default());
        let entry = notebook.record(&ada(), &[event(1, Kind::Voicemail)]).await.unwrap();
        let undo = log::undo_newest(&entry.events, entry.next_id(0, 7)).unwrap();
        let entry = notebook.record(&ada(), &[undo]).await.unwrap();
        assert_eq!((entry.touches.len(), entry.events.len()), (0, 2));
    });
}

#[test]
fn an_edited_name_is_shown_and_the_page_still_finds_its_prospect() {
    block_on(async {
        let notebook = Notebook::new(Memory::default());
        notebook.record(&ada(), &[event(1, Kind::Call)]).await.unwrap();
        notebook.keep(&ada(), |kept| drop(kept.edits.insert("name".into(), "Countess King".into()))).await.unwrap();
        let entry = notebook.record(&ada(), &[event(2, Kind::Email)]).await.unwrap();
        assert_eq!((entry.card.name.as_deref(), entry.touches.len()), (Some("Countess King"), 2));
        let elsewhere = serde_json::from_str(r#"{"name": "Ada Lovelace", "email": ["ada@acme.com"]}"#).unwrap();
        assert_eq!(notebook.open(&identity::of(Some("https://crm.example/7"), Some(&elsewhere))).await.unwrap().id, entry.id);
    });
}

fn on_linkedin() -> Identity {
    let prospect = serde_json::from_str(r#"{"name": "Ada King", "url": "https://www.linkedin.com/in/ada"}"#).unwrap();
    identity::of(Some("https://www.linkedin.com/in/ada"), Some(&prospect))
}

#[test]
fn two_that_are_one_are_merged_and_split_again() {
    block_on(async {
        let notebook = Notebook::new(Memory::default());
        let company = notebook.record(&ada(), &[event(1, Kind::Call)]).await.unwrap();
        notebook.record(&on_linkedin(), &[event(2, Kind::Email)]).await.unwrap();
        let network = notebook.keep(&on_linkedin(), |kept| kept.script = Some("from the network".into())).await.unwrap();
        let (from, into) = (network.id.clone().unwrap(), company.id.clone().unwrap());
        assert_ne!(from, into);
        assert!(notebook.merge(&from, &into).await.unwrap());
        assert!(!notebook.merge(&from, &into).await.unwrap(), "they are one already");
        for identity in [ada(), on_linkedin()] {
            let one = notebook.record(&identity, &[event(2, Kind::Email), event(3, Kind::Voicemail)]).await.unwrap();
            assert_eq!((one.id.as_deref(), one.touches.len()), (Some(into.as_str()), 3), "nothing doubles");
            assert_eq!((one.kept.script.as_deref(), one.troubles), (Some("from the network"), vec![]));
        }
        assert!(notebook.split(&from).await.unwrap());
        assert!(!notebook.split(&from).await.unwrap());
        assert_eq!(notebook.open(&on_linkedin()).await.unwrap(), network);
        assert_eq!(notebook.open(&ada()).await.unwrap().touches.len(), 2);
    });
}

#[test]
fn two_of_unlike_names_are_one_where_the_user_says_so() {
    block_on(async {
        let notebook = Notebook::new(Memory::default());
        let prospect = serde_json::from_str(r#"{"name": "Augusta King", "worksFor": "Acme", "email": ["king@acme.com"]}"#).unwrap();
        let king = identity::of(Some("https://acme.com/team/king"), Some(&prospect));
        let into = notebook.record(&ada(), &[event(1, Kind::Call)]).await.unwrap().id.unwrap();
        let from = notebook.record(&king, &[event(2, Kind::Email)]).await.unwrap().id.unwrap();
        assert!(notebook.merge(&from, &into).await.unwrap());
        assert_eq!(notebook.open(&king).await.unwrap().id, Some(into.clone()), "her other page finds her");
        assert!(notebook.split(&from).await.unwrap());
        assert_eq!(notebook.open(&king).await.unwrap().id, Some(from));
        assert_eq!(notebook.open(&ada()).await.unwrap().id, Some(into));
    });
}

#[test]
fn a_deleted_person_is_gone_and_stays_uncalled() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        notebook.record(&on_linkedin(), &[event(9, Kind::Call)]).await.unwrap();
        let others = store.texts();
        notebook.keep(&ada(), |kept| kept.answers.do_not_contact = Some(true)).await.unwrap();
        let entry = notebook.record(&ada(), &[event(1, Kind::Call)]).await.unwrap();
        notebook.forget(&entry.id.unwrap()).await.unwrap();
        let left = store.texts();
        assert!(left.iter().all(|(key, text)| others.contains_key(key) || key.starts_with("d:") && !text.contains("Ada")));
        assert!(others.keys().all(|key| left.contains_key(key)), "nobody else is touched");
        assert_eq!(notebook.total().await.unwrap(), Total { prospects: 1, events: 1, last: Some(Ulid::new(9, 9)) });
        let again = notebook.open(&ada()).await.unwrap();
        assert_eq!((again.id, again.kept.answers.do_not_contact), (None, Some(true)));
        notebook.record(&ada(), &[event(2, Kind::Call)]).await.unwrap();
        let recorded = notebook.open(&ada()).await.unwrap();
        assert_eq!((recorded.touches.len(), recorded.kept.answers.do_not_contact), (1, Some(true)));
        notebook.forget_everything().await.unwrap();
        assert!(store.texts().keys().all(|key| key.starts_with("d:") || key == migrations::KEY));
        assert_eq!(notebook.open(&ada()).await.unwrap().kept.answers.do_not_contact, Some(true));
        assert_eq!(notebook.total().await.unwrap(), Total::default());
    });
}

#[test]
fn every_change_is_told() {
    block_on(async {
        let mirror = Rc::new(std::cell::Cell::new(crate::store::mirror::Mirror::default()));
        let told = Rc::clone(&mirror);
        let store = Memory::default();
        let notebook = Notebook::new(store.clone()).telling(move |before, after| told.set(told.get().changed(before, after)));
        notebook.record(&ada(), &[event(1, Kind::Call)]).await.unwrap();
        let earlier = store.texts();
        let entry = notebook.record(&ada(), &[event(2, Kind::Call), event(3, Kind::Call)]).await.unwrap();
        assert_eq!(mirror.get().missing(notebook.total().await.unwrap()), 0);
        earlier.iter().for_each(|(key, text)| store.put(key, Some(text)));
        assert_eq!(notebook.open(&ada()).await.unwrap().troubles, [], "the store itself shows nothing");
        assert_eq!(mirror.get().missing(notebook.total().await.unwrap()), 2);
        notebook.forget(&entry.id.unwrap()).await.unwrap();
        assert_eq!(mirror.get().missing(notebook.total().await.unwrap()), 2);
    });
}
