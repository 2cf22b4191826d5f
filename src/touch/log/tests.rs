#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;
use crate::touch::Direction;

fn id(n: u64) -> Ulid {
    Ulid::new(n, u128::from(n))
}

fn touch(kind: Kind, at: &str) -> Touch {
    Touch { id: None, at: at.parse().unwrap(), kind, direction: Some(Direction::Outbound), outcome: None, hook: None, script: None }
}

fn kinds(log: &[Event]) -> Vec<Kind> {
    fold(log).iter().map(|touch| touch.kind).collect()
}

#[test]
fn one_dial_is_one_call_and_undo_brings_the_call_back() {
    let mut log = vec![next(&[], id(1), touch(Kind::Call, "2026-11-23T14:00:00Z"))];
    log.push(next(&log, id(2), touch(Kind::LiveRoute, "2026-11-23T14:02:00Z")));
    log.push(next(&log, id(3), touch(Kind::Voicemail, "2026-11-23T14:05:00Z")));
    assert_eq!(kinds(&log), [Kind::LiveRoute, Kind::Voicemail]);
    log.push(undo_newest(&log, id(4)).unwrap());
    assert_eq!(kinds(&log), [Kind::Call, Kind::LiveRoute]);
    log.push(undo_newest(&log, id(5)).unwrap());
    log.push(undo_newest(&log, id(6)).unwrap());
    assert_eq!(kinds(&log), []);
    assert_eq!(undo_newest(&log, id(7)), None);
}

#[test]
fn what_is_no_result_of_the_same_dial_replaces_nothing() {
    let call = |at: &str| vec![Event::touch(id(1), touch(Kind::Call, at))];
    let voicemail = || touch(Kind::Voicemail, "2026-11-23T14:05:00Z");
    let replaced = |log: &[Event], touch| matches!(next(log, id(9), touch).what, What::Touch { replaces: Some(_), .. });
    assert!(replaced(&call("2026-11-23T14:00:00Z"), voicemail()));
    assert!(replaced(&call("2026-11-23T14:00:00Z"), touch(Kind::Talk, "2026-11-23T14:05:00Z")));
    assert!(!replaced(&call("2026-11-23T13:59:59Z"), voicemail()), "over five minutes");
    assert!(!replaced(&call("2026-11-23T14:05:01Z"), voicemail()), "the call came later");
    assert!(!replaced(&call("2026-11-23T14:00:00Z"), touch(Kind::Email, "2026-11-23T14:05:00Z")), "an e-mail is no result of a dial");
    assert!(!replaced(&call("2026-11-23T14:00:00Z"), Touch { direction: Some(Direction::Inbound), ..voicemail() }), "they called");
    let answered = [call("2026-11-23T14:00:00Z"), vec![Event::outcome(id(2), id(1), Some(Outcome::WrongNumber))]].concat();
    assert!(!replaced(&answered, voicemail()), "that call has its result");
    let between = [call("2026-11-23T14:00:00Z"), vec![Event::touch(id(2), touch(Kind::Voicemail, "2026-11-23T14:01:00Z"))]].concat();
    assert!(!replaced(&between, voicemail()), "another result came between");
}

#[test]
fn words_on_a_touch_apply_in_order_and_can_be_taken_back() {
    let mut log = vec![Event::touch(id(1), touch(Kind::Call, "2026-11-23T14:00:00Z"))];
    log.push(outcome_of_newest(&log, id(2), Some(Outcome::Positive)).unwrap());
    log.push(Event::edit(id(3), id(1), Touch { outcome: Some(Outcome::Neutral), ..touch(Kind::Talk, "2026-11-22T16:10:00Z") }));
    let folded = fold(&log);
    assert_eq!((folded[0].kind, folded[0].outcome), (Kind::Talk, Some(Outcome::Neutral)));
    assert_eq!(folded[0].id, Some(id(1).to_string()));
    log.push(Event::undo(id(4), id(3)));
    assert_eq!((fold(&log)[0].kind, fold(&log)[0].outcome), (Kind::Call, Some(Outcome::Positive)));
    log.push(Event::undo(id(5), id(4)));
    assert_eq!(fold(&log)[0].kind, Kind::Talk, "an undone undo undoes nothing");
    log.push(Event::delete(id(6), id(1)));
    assert_eq!(fold(&log), []);
    log.push(Event::undo(id(7), id(6)));
    assert_eq!(fold(&log).len(), 1);
}

#[test]
fn what_is_deleted_stays_so_whatever_is_said_of_it_later() {
    let mut log = vec![Event::touch(id(1), touch(Kind::Call, "2026-11-23T14:00:00Z")), Event::delete(id(2), id(1))];
    log.push(Event::edit(id(3), id(1), touch(Kind::Talk, "2026-11-23T14:00:00Z")));
    log.push(Event::outcome(id(4), id(1), Some(Outcome::Positive)));
    log.push(Event::delete(id(5), id(1)));
    assert_eq!((fold(&log), outcome_of_newest(&log, id(9), None)), (vec![], None));
    // Deleted twice, by two windows: each must be taken back. Then what was said meanwhile holds.
    log.push(Event::undo(id(6), id(5)));
    assert_eq!(fold(&log), []);
    log.push(Event::undo(id(7), id(2)));
    let back = fold(&log);
    assert_eq!((back[0].kind, back[0].outcome, back.len()), (Kind::Talk, Some(Outcome::Positive), 1));
    // Words on what is not there, or not there yet, are no touch.
    assert_eq!(fold(&log[1..]), []);
}

#[test]
fn the_words_on_a_touch_are_found_with_the_words_on_those() {
    let log = [
        Event::touch(id(1), touch(Kind::Call, "2026-11-23T14:00:00Z")),
        Event::undo(id(2), id(3)),
        Event::delete(id(3), id(1)),
        Event::outcome(id(4), id(9), None),
        // Each takes the other back: a circle that no window makes.
        Event::undo(id(5), id(6)),
        Event::undo(id(6), id(5)),
    ];
    let said = |of: u64| said_of([id(of)].into(), &log).iter().map(|event| event.id).collect::<Vec<_>>();
    assert_eq!((said(1), said(9), said(8)), (vec![id(2), id(3)], vec![id(4)], vec![]));
    assert_eq!(said(5), [id(5), id(6)]);
}

#[test]
fn touches_stand_in_order_of_their_time_not_of_their_logging() {
    let log = [
        Event::touch(id(1), touch(Kind::Call, "2026-11-23T14:00:00Z")),
        Event::touch(id(2), touch(Kind::Email, "2026-11-22T16:10:00-06:00")),
    ];
    assert_eq!(kinds(&log), [Kind::Email, Kind::Call]);
}

#[test]
fn an_event_is_written_flat() {
    let event = Event::outcome(id(2), id(1), Some(Outcome::CallbackPromised));
    let text = serde_json::to_string(&event).unwrap();
    assert_eq!(text, format!(r#"{{"id":"{}","do":"outcome","of":"{}","outcome":"callback_promised"}}"#, id(2), id(1)));
    assert_eq!(serde_json::from_str::<Event>(&text).unwrap(), event);
    let voicemail = Event::touch(id(1), touch(Kind::Voicemail, "2026-11-23T14:00:00Z")).said_with(Some("hiring".into()), None);
    assert_eq!(serde_json::from_str::<Event>(&serde_json::to_string(&voicemail).unwrap()).unwrap(), voicemail);
}

fn any_event() -> impl Strategy<Value = Event> {
    (1..12u64, 1..12u64, 0..6, 0..4u32).prop_map(|(n, of, what, minute)| {
        let at = format!("2026-11-23T14:0{minute}:00Z");
        let what = match what {
            0 => return next(&[], id(n), touch(Kind::Call, &at)),
            1 => What::Touch { touch: touch(Kind::Voicemail, &at), replaces: Some(id(of)), angle: None, pin: None },
            2 => What::Outcome { of: id(of), outcome: Some(if minute > 1 { Outcome::Positive } else { Outcome::Negative }) },
            3 => What::Delete { of: id(of) },
            4 => What::Edit { of: id(of), touch: touch(Kind::Talk, &at) },
            _ => What::Undo { of: id(of) },
        };
        Event { id: id(n), what }
    })
}

fn any_log() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(any_event(), 0..12)
}

proptest! {
    #[test]
    fn merging_is_a_union(a in any_log(), b in any_log(), c in any_log()) {
        prop_assert_eq!(merge(&a, &b), merge(&b, &a));
        prop_assert_eq!(merge(&merge(&a, &b), &c), merge(&a, &merge(&b, &c)));
        let ab = merge(&a, &b);
        prop_assert_eq!(&merge(&ab, &b), &ab);
        prop_assert_eq!(&merge(&ab, &ab), &ab);
        prop_assert!(a.iter().chain(&b).all(|event| ab.iter().any(|kept| kept.id == event.id)));
    }

    #[test]
    fn order_and_doubling_change_nothing(log in any_log(), seed in any::<prop::sample::Index>()) {
        let log = merge(&log, &[]);
        let mut turned = log.clone();
        turned.reverse();
        if !turned.is_empty() {
            let (place, doubled) = (seed.index(turned.len()), seed.get(&log).clone());
            turned.rotate_left(place);
            turned.push(doubled);
        }
        prop_assert_eq!(fold(&log), fold(&turned));
    }

    #[test]
    fn undo_restores_what_stood_before(log in any_log(), kind in prop::sample::select(vec![Kind::Call, Kind::Voicemail, Kind::Talk])) {
        let log = merge(&log, &[]);
        let mut after = log.clone();
        after.push(next(&log, id(50), touch(kind, "2026-11-23T14:04:00Z")));
        after.push(undo_newest(&after, id(51)).unwrap());
        prop_assert_eq!(fold(&log), fold(&after));
    }
}
