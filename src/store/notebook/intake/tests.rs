#![allow(clippy::unwrap_used)]
use std::{cell::Cell, rc::Rc};

use proptest::prelude::*;

use super::*;
use crate::{
    store::{
        memory::Memory,
        notebook::{Checked, index::INDEX},
        testing::block_on,
        turn::InTurn,
    },
    touch::{
        Kind, Touch,
        identity::{self, Identity},
        log::Event,
        ulid::Ulid,
    },
};

/// More than two writes.
const PEOPLE: usize = BATCH * 2 + 70;

fn who(n: usize) -> Identity {
    let prospect = serde_json::json!({"name": format!("Ada {n}"), "email": [format!("ada{n}@acme.com")]});
    identity::of(Some("https://acme.com/team"), Some(&serde_json::from_str(&prospect.to_string()).unwrap()))
}

fn event(n: usize, place: usize) -> Event {
    let at = "2026-11-23T14:00:00Z".parse().unwrap();
    let touch = Touch { id: None, at, kind: Kind::Call, direction: None, outcome: None, hook: None, script: None };
    Event::touch(Ulid::new(place as u64, n as u128), touch)
}

fn person(n: usize) -> Person {
    Person { events: (0..3).map(|place| event(n, place)).collect(), ..Person::of(who(n)) }
}

fn copied() -> Copied {
    Copied { persons: (0..PEOPLE).map(person).collect(), ..Copied::default() }
}

fn made(person: &Person) -> Option<String> {
    person.moved.is_none().then(|| format!("{} {}", person.card.name.as_deref().unwrap_or_default(), person.events.len()))
}

/// A browser that ends at a certain write: before it, or after it and before it could say so.
#[derive(Clone)]
struct Mortal {
    memory: Memory,
    left: Rc<Cell<usize>>,
    wrote: bool,
}

impl Store for Mortal {
    type Held = InTurn;

    async fn lock(&self) -> Result<InTurn, StoreError> {
        self.memory.lock().await
    }

    async fn get(&self, keys: &[String]) -> Result<Texts, StoreError> {
        self.memory.get(keys).await
    }

    async fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.memory.keys().await
    }

    async fn set(&self, changes: &Texts) -> Result<(), StoreError> {
        let left = self.left.get();
        if left > 0 || self.wrote {
            self.memory.set(changes).await?;
        }
        self.left.set(left.saturating_sub(1));
        if left > 0 { Ok(()) } else { Err(StoreError::Failed("the end".into())) }
    }

    async fn remove(&self, keys: &[String]) -> Result<(), StoreError> {
        self.memory.remove(keys).await
    }
}

#[test]
fn an_end_in_the_middle_loses_and_doubles_nothing() {
    for (left, wrote) in [(0, false), (0, true), (1, false), (1, true), (2, false), (2, true), (3, false)] {
        block_on(async {
            let memory = Memory::default();
            let mortal = Notebook::new(Mortal { memory: memory.clone(), left: Rc::new(Cell::new(left)), wrote });
            mortal.take_in_listed(&copied(), "1", made, |_, _| {}).await.unwrap_err();

            let notebook = Notebook::new(memory);
            let there = (left + usize::from(wrote)).min(3) * BATCH;
            let there = there.min(PEOPLE) as u64;
            let Checked { found, troubles } = notebook.check().await.unwrap();
            assert_eq!((found.prospects, found.events, troubles), (there, there * 3, vec![]), "after {left} writes, {wrote}");
            assert_eq!(notebook.total().await.unwrap(), found, "the total is that of what is there");
            assert_eq!(notebook.index("1", made, |_, _| {}).await.unwrap().len() as u64, there);

            let again = notebook.take_in_listed(&copied(), "1", made, |_, _| {}).await.unwrap();
            assert_eq!((again.new_persons + again.known_persons, again.new_persons), (PEOPLE as u64, PEOPLE as u64 - there));
            assert_eq!((again.new_events, again.same_events), (PEOPLE as u64 * 3 - there * 3, there * 3));
            let Checked { found, troubles } = notebook.check().await.unwrap();
            assert_eq!((found.prospects, found.events, troubles), (PEOPLE as u64, PEOPLE as u64 * 3, vec![]));
            assert_eq!(notebook.total().await.unwrap(), found);
        });
    }
}

#[test]
fn what_it_would_do_is_what_it_does_also_with_one_person_twice() {
    block_on(async {
        let notebook = Notebook::new(Memory::default());
        // One is here already with another touch, by their address alone.
        notebook.record(&who(5), &[event(5, 0), event(5, 9)]).await.unwrap();
        let mut copied = copied();
        let mut twice = person(7);
        twice.id = "0".repeat(32);
        twice.events = vec![event(7, 1), event(7, 8)];
        copied.persons.push(twice);
        let would = notebook.dry_run(&copied, |_, _| {}).await.unwrap();
        assert_eq!((would.new_persons, would.known_persons), (PEOPLE as u64 - 1, 2));
        assert_eq!((would.new_events, would.same_events), (PEOPLE as u64 * 3, 2));
        assert_eq!(notebook.take_in(&copied, |_, _| {}).await.unwrap(), would);
        assert_eq!(notebook.total().await.unwrap(), notebook.check().await.unwrap().found);
        assert_eq!(notebook.open(&who(7)).await.unwrap().events.len(), 4);
        assert_eq!(notebook.open(&who(5)).await.unwrap().events.len(), 4);
    });
}

#[test]
fn the_rows_made_on_the_way_are_those_made_anew() {
    block_on(async {
        let store = Memory::default();
        let notebook = Notebook::new(store.clone());
        for n in [1, 2, PEOPLE + 1] {
            notebook.record(&who(n), &[event(n, 9)]).await.unwrap();
        }
        let id = async |n| notebook.open(&who(n)).await.unwrap().id.unwrap();
        notebook.merge(&id(1).await, &id(2).await).await.unwrap();
        for stamp in ["1", "2"] {
            // Once beside rows that are there, once where they are made for other settings.
            notebook.index("1", made, |_, _| {}).await.unwrap();
            notebook.take_in_listed(&copied(), stamp, made, |_, _| {}).await.unwrap();
            let kept = notebook.index(stamp, made, |_, _| {}).await.unwrap();
            store.put(INDEX, None);
            let anew = notebook.index(stamp, made, |_, _| {}).await.unwrap();
            assert_eq!((kept.len(), &kept), (PEOPLE, &anew));
        }
        let empty = Memory::default();
        let other = Notebook::new(empty.clone());
        other.take_in_listed(&copied(), "1", made, |_, _| {}).await.unwrap();
        assert!(empty.texts().contains_key(INDEX), "the list is there at once");
        let none = |_: &Person| -> Option<String> { unreachable!("no row is made again") };
        assert_eq!(other.index("1", none, |_, _| {}).await.unwrap().len(), PEOPLE);
    });
}

#[test]
fn whoever_was_deleted_and_is_not_to_be_contacted_stays_uncalled_in_any_file() {
    block_on(async {
        let notebook = Notebook::new(Memory::default());
        let id = notebook.record(&who(1), &[event(1, 0)]).await.unwrap().id.unwrap();
        let (earlier, _) = notebook.copy().await.unwrap();
        notebook.keep(&who(1), |kept| kept.answers.do_not_contact = Some(true)).await.unwrap();
        notebook.forget(&id).await.unwrap();
        // An older backup, a table without touches, and a backup that says itself whom not to contact.
        let table = Copied { persons: vec![Person::of(who(1))], ..Copied::default() };
        let (bars, _) = notebook.copy().await.unwrap();
        let other = Copied { barred: bars.barred.clone(), ..table.clone() };
        for (copied, base) in [(&earlier, true), (&table, true), (&other, false)] {
            let here = Notebook::new(Memory::default());
            if base {
                here.take_in(&bars, |_, _| {}).await.unwrap();
            }
            let would = here.dry_run(copied, |_, _| {}).await.unwrap();
            assert_eq!(here.take_in(copied, |_, _| {}).await.unwrap(), would);
            let entry = here.open(&who(1)).await.unwrap();
            assert_eq!((entry.id.is_some(), entry.kept.answers.do_not_contact), (true, Some(true)));
        }
        // Whoever is known on another machine hears of it too, once: the seller's later word holds.
        let there = Notebook::new(Memory::default());
        there.record(&who(1), &[event(1, 7)]).await.unwrap();
        there.record(&who(2), &[event(2, 7)]).await.unwrap();
        let row = |person: &Person| Some(format!("{:?}", person.kept.answers.do_not_contact));
        let listed = async || {
            let rows = there.index("1", row, |_, _| {}).await.unwrap();
            let mut rows: Vec<String> = rows.iter().map(|(_, row)| row.to_owned()).collect();
            rows.sort();
            rows
        };
        assert_eq!(listed().await, ["None", "None"]);
        there.take_in_listed(&bars, "1", row, |_, _| {}).await.unwrap();
        assert_eq!(listed().await, ["None", "Some(true)"]);
        assert_eq!(there.open(&who(1)).await.unwrap().kept.answers.do_not_contact, Some(true));
        there.keep(&who(1), |kept| kept.answers.do_not_contact = None).await.unwrap();
        there.take_in(&bars, |_, _| {}).await.unwrap();
        assert_eq!(there.open(&who(1)).await.unwrap().kept.answers.do_not_contact, None);
    });
}

/// A copy of anybody's notebook: of a few people, each with some of a few touches. What was typed is left out: there the notebook's own stays.
fn any_copy() -> impl Strategy<Value = Copied> {
    let touches = prop::collection::btree_set(0..6usize, 0..5);
    prop::collection::btree_map(0..4usize, touches, 0..4).prop_map(|people| {
        let persons = people
            .into_iter()
            .map(|(n, touches)| Person { events: touches.into_iter().map(|place| event(n, place)).collect(), ..Person::of(who(n)) });
        Copied { persons: persons.collect(), ..Copied::default() }
    })
}

/// What is there once these were taken in, one after the other, with what a check and the totals say of it.
fn union(copies: &[&Copied]) -> Copied {
    block_on(async {
        let notebook = Notebook::new(Memory::default());
        for copied in copies {
            notebook.take_in(copied, |_, _| {}).await.unwrap();
        }
        let Checked { found, troubles } = notebook.check().await.unwrap();
        assert_eq!((troubles, notebook.total().await.unwrap()), (vec![], found));
        notebook.copy().await.unwrap().0
    })
}

proptest! {
    #[test]
    fn taking_in_is_a_union(a in any_copy(), b in any_copy(), c in any_copy()) {
        let all = union(&[&a, &b, &c]);
        for order in [[&c, &b, &a], [&b, &a, &c], [&union(&[&a, &b]), &c, &a], [&a, &union(&[&c, &b]), &b]] {
            prop_assert_eq!(&union(&order), &all);
        }
        for person in a.persons.iter().chain(&b.persons).chain(&c.persons) {
            let there = all.persons.iter().find(|known| known.id == person.id).unwrap();
            prop_assert!(person.events.iter().all(|event| there.events.contains(event)));
        }
    }
}

/// One mailbox, which is all that is known of them beside their names.
fn of_the_family(name: &str) -> Identity {
    let prospect = serde_json::json!({"name": name, "email": ["dental@smith.example"]});
    identity::of(None, Some(&serde_json::from_str(&prospect.to_string()).unwrap()))
}

#[test]
fn two_who_share_a_mailbox_are_two_in_any_file_and_stay_themselves() {
    const NAMES: [&str; 3] = ["John Smith", "Mary Smith", "Zoe Smith"];
    block_on(async {
        let with =
            |names: &[&str]| Copied { persons: names.iter().map(|name| Person::of(of_the_family(name))).collect(), ..Copied::default() };
        let there = async |notebook: &Notebook<Memory>| {
            let (copied, troubles) = notebook.copy().await.unwrap();
            assert_eq!((troubles, notebook.total().await.unwrap().prospects), (vec![], copied.persons.len() as u64));
            let mut names: Vec<String> = copied.persons.into_iter().filter_map(|person| person.card.name).collect();
            names.sort();
            names
        };
        let (one, other) = (Notebook::new(Memory::default()), Notebook::new(Memory::default()));
        for (notebook, order) in [(&one, [0, 1, 2]), (&other, [2, 1, 0])] {
            let table = with(&order.map(|at| NAMES[at]));
            let would = notebook.dry_run(&table, |_, _| {}).await.unwrap();
            assert_eq!((would.new_persons, would), (3, notebook.take_in(&table, |_, _| {}).await.unwrap()));
            assert_eq!(notebook.take_in(&table, |_, _| {}).await.unwrap().new_persons, 0, "the same table again brings nobody");
            assert_eq!(there(notebook).await, NAMES);
            for (n, name) in NAMES.iter().enumerate() {
                // A page of theirs finds them too.
                let entry = notebook.record(&of_the_family(name), &[event(n, 1)]).await.unwrap();
                assert_eq!((entry.card.name.as_deref(), entry.touches.len()), (Some(*name), 1));
            }
            assert_eq!(there(notebook).await, NAMES);
        }
        // The same three under other ids: each keeps to themselves, also the second time.
        let (backup, _) = other.copy().await.unwrap();
        for _ in 0..2 {
            let taken = one.take_in(&backup, |_, _| {}).await.unwrap();
            assert_eq!((taken.new_persons, taken.new_events), (0, 0));
            assert_eq!(there(&one).await, NAMES);
        }
        for (n, name) in NAMES.iter().enumerate() {
            assert_eq!(one.open(&of_the_family(name)).await.unwrap().events, [event(n, 1)]);
        }
    });
}
