#![allow(clippy::unwrap_used)]
use super::*;
use crate::{
    store::{memory::Memory, notebook::Entry, testing::block_on},
    touch::{
        Kind, Touch,
        identity::{self, Identity},
        log::Event,
        ulid::Ulid,
    },
};

fn who(page: &str, json: &str) -> Identity {
    identity::of(Some(page), Some(&serde_json::from_str(json).unwrap()))
}

fn ada() -> Identity {
    who("https://acme.com/ada", r#"{"name": "Ada Lovelace"}"#)
}

fn bob() -> Identity {
    who(
        "https://other.example/bob",
        r#"{"name": "Bob Stone", "worksFor": "Other", "email": ["bob@other.example"],
            "telephone": [{"value": "+13125550143", "e164": "+13125550143", "line": "direct"}]}"#,
    )
}

fn call(n: u64) -> Event {
    let at = "2026-11-23T14:00:00Z".parse().unwrap();
    Event::touch(Ulid::new(n, 0), Touch { id: None, at, kind: Kind::Call, direction: None, outcome: None, hook: None, script: None })
}

/// Everything that can be said and typed.
fn full() -> Kept {
    serde_json::from_str(
        r#"{"answers": {"do_not_contact": true, "referred_by": "a", "relationship": "customer", "valuable_information": "b",
            "connection": "c", "already_has_it": true, "existing_supplier": true, "right_person": true}, "edits": {"telephone": "+13125550199"},
            "goal": "meeting", "script": "e", "setAside": "f", "angle": "g", "pin": "i", "questions": ["h"],
            "deal": {"value": 1.0, "currency": "USD"}}"#,
    )
    .unwrap()
}

async fn two() -> (Notebook<Memory>, Entry, Entry) {
    let notebook = Notebook::new(Memory::default());
    notebook.record(&ada(), &[call(1)]).await.unwrap();
    notebook.record(&bob(), &[call(2)]).await.unwrap();
    notebook.keep(&bob(), |kept| *kept = full()).await.unwrap();
    let (here, there) = (notebook.open(&ada()).await.unwrap(), notebook.open(&bob()).await.unwrap());
    (notebook, here, there)
}

#[test]
fn a_merge_forgets_nothing_that_was_said() {
    let mut kept = Kept::default();
    fill(&mut kept, &full());
    assert_eq!(kept, full());
}

#[test]
fn a_split_gives_back_what_the_merge_filled_up() {
    block_on(async {
        let (notebook, here, there) = two().await;
        let (into, from) = (here.id.clone().unwrap(), there.id.clone().unwrap());
        assert!(notebook.merge(&from, &into).await.unwrap());
        let one = notebook.open(&ada()).await.unwrap();
        assert_eq!((one.kept, one.card.email.as_deref(), one.touches.len()), (full(), Some("bob@other.example"), 2));
        assert!(notebook.split(&from).await.unwrap());
        assert_eq!(notebook.open(&ada()).await.unwrap(), here, "nothing of his number, his answers or his name is hers");
        assert_eq!(notebook.open(&bob()).await.unwrap(), there);
        assert_eq!(notebook.total().await.unwrap(), Total { prospects: 2, events: 2, last: Some(Ulid::new(2, 0)) });
    });
}

#[test]
fn what_was_said_since_the_merge_stays() {
    block_on(async {
        let (notebook, here, there) = two().await;
        let (into, from) = (here.id.unwrap(), there.id.unwrap());
        notebook.merge(&from, &into).await.unwrap();
        notebook.keep(&ada(), |kept| kept.script = Some("Hello Ada".into())).await.unwrap();
        notebook.record(&ada(), &[call(3)]).await.unwrap();
        notebook.split(&from).await.unwrap();
        let ada = notebook.open(&ada()).await.unwrap();
        assert_eq!((ada.kept.script.as_deref(), ada.touches.len()), (Some("Hello Ada"), 2));
        assert_eq!((ada.kept.edits.len(), ada.kept.answers.referred_by, ada.card.telephone), (0, None, None));
        assert_eq!(ada.kept.answers.do_not_contact, Some(true), "she may have said so too");
        let bob = notebook.open(&bob()).await.unwrap();
        assert_eq!((bob.kept, bob.touches.len()), (full(), 1));
    });
}

#[test]
fn nothing_of_a_deleted_person_is_left_beside_them() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        notebook.record(&ada(), &[call(1)]).await.unwrap();
        notebook.choose("https://acme.com/team", "Ada Lovelace").await.unwrap();
        notebook.choose("https://other.example/team", "Bob Stone").await.unwrap();
        let id = notebook.record(&bob(), &[call(2)]).await.unwrap().id.unwrap();
        notebook.keep(&bob(), |kept| kept.script = Some("Hello Bob".into())).await.unwrap();
        // Damaged, and put aside by the next write.
        for key in [format!("k:{id}"), format!("p:{id}")] {
            let text = store.texts()[&key].clone();
            store.put(&key, Some(&format!("{text} Bob Stone")));
        }
        notebook.keep(&bob(), |kept| kept.script = Some("Hello again".into())).await.unwrap();
        assert!(store.texts().keys().filter(|key| key.starts_with("aside:")).count() > 0);
        let gone = notebook.forget(&id).await.unwrap();
        let left = store.texts();
        assert!(gone.iter().all(|key| !left.contains_key(key)));
        assert!(left.iter().all(|(key, text)| !text.contains("Bob") && !text.contains(&id) && !key.contains(&id)), "{left:?}");
        assert_eq!(notebook.chosen("https://acme.com/team").await.unwrap().as_deref(), Some("Ada Lovelace"));
        assert_eq!(notebook.open(&ada()).await.unwrap().touches.len(), 1);
    });
}

fn cy() -> Identity {
    who("https://third.example/cy", r#"{"name": "Cy Young", "email": ["cy@third.example"]}"#)
}

/// Cy was made one with Bob, then Bob with Ada. Gives their ids: of Ada, Bob and Cy.
async fn three_in_one(notebook: &Notebook<Memory>) -> [String; 3] {
    let mut ids = vec![];
    for (n, identity) in [ada(), bob(), cy()].iter().enumerate() {
        ids.push(notebook.record(identity, &[call(n as u64 + 1)]).await.unwrap().id.unwrap());
    }
    let [first, second, third] = ids.try_into().unwrap();
    assert!(notebook.merge(&third, &second).await.unwrap());
    assert!(notebook.merge(&second, &first).await.unwrap());
    [first, second, third]
}

#[test]
fn of_three_that_were_one_each_is_given_back_in_any_order() {
    block_on(async {
        for order in [[1, 2], [2, 1]] {
            let notebook = Notebook::new(Memory::default());
            let alone = {
                let other = Notebook::new(Memory::default());
                let mut alone = vec![];
                for (n, identity) in [ada(), bob(), cy()].iter().enumerate() {
                    alone.push(other.record(identity, &[call(n as u64 + 1)]).await.unwrap());
                }
                alone
            };
            let ids = three_in_one(&notebook).await;
            assert_eq!(notebook.open(&cy()).await.unwrap().touches.len(), 3);
            for at in order {
                assert!(notebook.split(&ids[at]).await.unwrap());
            }
            for (identity, alone) in [ada(), bob(), cy()].iter().zip(alone) {
                assert_eq!(notebook.open(identity).await.unwrap(), alone, "{order:?}");
            }
            assert_eq!(notebook.merged(&ids[0]).await.unwrap(), []);
            assert_eq!(notebook.merged(&ids[1]).await.unwrap(), []);
        }
    });
}

#[test]
fn what_was_said_of_their_touches_goes_with_them() {
    block_on(async {
        let (notebook, here, there) = two().await;
        let (into, from) = (here.id.unwrap(), there.id.unwrap());
        notebook.record(&bob(), &[call(4)]).await.unwrap();
        notebook.merge(&from, &into).await.unwrap();
        let id = |n| Ulid::new(n, 0);
        let edited = Touch { script: Some("put right".into()), ..notebook.open(&ada()).await.unwrap().touches[1].clone() };
        let words = [
            Event::edit(id(10), id(2), edited),
            Event::delete(id(11), id(4)),
            // One of her own, and one that takes back a word on his.
            Event::delete(id(12), id(1)),
            Event::outcome(id(13), id(2), Some(crate::touch::Outcome::Positive)),
            Event::undo(id(14), id(13)),
        ];
        let one = notebook.change_known(&into, &words, |_| {}).await.unwrap().unwrap();
        assert_eq!(one.touches.len(), 1);
        notebook.split(&from).await.unwrap();
        let bob = notebook.open(&bob()).await.unwrap();
        assert_eq!((bob.touches.len(), bob.touches[0].script.as_deref(), bob.touches[0].outcome), (1, Some("put right"), None));
        assert_eq!(notebook.open(&ada()).await.unwrap().touches, []);
        let checked = notebook.check().await.unwrap();
        assert_eq!((checked.troubles, checked.found), (vec![], notebook.total().await.unwrap()));
        // And again, where they turn out to be one after all: nothing doubles.
        notebook.merge(&from, &into).await.unwrap();
        assert_eq!(notebook.open(&ada()).await.unwrap().touches, one.touches);
    });
}
