#![allow(clippy::unwrap_used)]
use super::*;
use crate::touch::{identity::Card, log::Event, ulid::Ulid};
use proptest::prelude::*;

/// "2026-11-02T15:00:00Z voicemail outbound [outcome]", with angle and pin for each.
fn person(zone: Option<&str>, touches: &[(&str, Option<&str>, Option<&str>)]) -> Person {
    let card = Card { zone: zone.map(str::to_owned), ..Card::default() };
    let event = |(n, (touch, angle, pin)): (usize, &(&str, Option<&str>, Option<&str>))| {
        let words: Vec<&str> = touch.split(' ').collect();
        let json = serde_json::json!({"at": words[0], "kind": words[1], "direction": words[2], "outcome": words.get(3)});
        Event::touch(Ulid::new(n as u64, 0), serde_json::from_value(json).unwrap())
            .said_with(angle.map(str::to_owned), pin.map(str::to_owned))
    };
    Person { card, events: touches.iter().enumerate().map(event).collect(), ..Person::default() }
}

fn plain(touches: &[&str]) -> Vec<Option<Won>> {
    let touches: Vec<_> = touches.iter().map(|touch| (*touch, None, None)).collect();
    messages(&person(None, &touches), &[]).into_iter().map(|message| message.won).collect()
}

#[test]
fn an_answer_belongs_to_the_newest_message_before_it() {
    let drip = [
        "2026-02-11T15:00:00Z voicemail outbound",
        "2026-02-20T15:00:00Z voicemail outbound",
        "2026-02-21T15:00:00Z email outbound",
        "2026-02-25T15:00:00Z email inbound",
        "2026-02-26T15:00:00Z call inbound",
    ];
    assert_eq!(plain(&drip), [None, Some(Won::Reply)]);
    assert_eq!(plain(&["2026-02-11T15:00:00Z voicemail outbound", "2026-02-12T15:00:00Z voicemail inbound"]), [Some(Won::CallBack)]);
    assert_eq!(plain(&["2026-02-11T15:00:00Z voicemail outbound", "2026-02-12T15:00:00Z talk inbound"]), [Some(Won::CallBack)]);
}

#[test]
fn what_is_no_answer_wins_nothing() {
    let left = "2026-02-11T15:00:00Z voicemail outbound";
    assert_eq!(plain(&[left, "2026-02-12T15:00:00Z call inbound negative"]), [None], "a refusal");
    assert_eq!(plain(&[left, "2026-03-14T15:00:01Z call inbound"]), [None], "later than thirty days");
    assert_eq!(plain(&[left, "2026-02-13T15:00:00Z talk outbound", "2026-02-14T15:00:00Z call inbound"]), [None], "they talked between");
    assert_eq!(plain(&[left, "2026-02-13T15:00:00Z note inbound"]), [None]);
    assert_eq!(plain(&["2026-02-11T15:00:00Z call outbound", "2026-02-12T15:00:00Z call inbound"]), [], "no message was left");
}

#[test]
fn the_hour_is_the_one_on_their_wall() {
    let of = |zone| messages(&person(zone, &[("2026-02-11T15:10:00-06:00 voicemail outbound", None, None)]), &[])[0].hour;
    assert_eq!((of(Some("America/New_York")), of(None), of(Some("Nowhere/At_All"))), (16, 15, 15));
}

#[test]
fn counted_by_angle_frame_pin_and_hour() {
    let pins = [Pin { id: "p1".into(), frame: "five steps".into(), ..Pin::default() }];
    let one = person(
        None,
        &[
            ("2026-02-02T15:00:00Z voicemail outbound", Some("hiring"), None),
            ("2026-02-03T16:00:00Z call inbound", None, None),
            ("2026-02-12T15:00:00Z voicemail outbound", Some("referral"), None),
            ("2026-02-22T16:00:00Z voicemail outbound", None, Some("p1")),
            ("2026-02-23T16:00:00Z email inbound", None, None),
            ("2026-03-22T16:00:00Z voicemail outbound", None, Some("gone")),
        ],
    );
    let results = results(&messages(&one, &pins));
    assert_eq!(results.all.tally, Tally { left: 4, called_back: 1, replied: 1 });
    let told = |lines: &[Line]| lines.iter().map(|line| (line.id.clone(), line.tally.left, line.tally.won())).collect::<Vec<_>>();
    assert_eq!(told(&results.angles), [("hiring".into(), 1, 1), ("referral".into(), 1, 0)]);
    assert_eq!(told(&results.pins), [("gone".into(), 1, 0), ("p1".into(), 1, 1)]);
    assert_eq!(told(&results.hours), [("15".into(), 2, 1), ("16".into(), 2, 1)]);
    assert!(told(&results.frames).contains(&("five steps".into(), 1, 1)) && told(&results.frames).contains(&("referral".into(), 1, 0)));
    assert!(results.angles.iter().chain(&results.hours).all(|line| line.says == Says::TooFew));
}

fn lines(counts: &[(u32, u32)]) -> Vec<Line> {
    let messages: Vec<Message> = counts
        .iter()
        .enumerate()
        .flat_map(|(n, (won, left))| {
            (0..*left).map(move |at| Message {
                angle: Some(format!("angle {n}")),
                pin: None,
                frame: String::new(),
                hour: 9,
                won: (at < *won).then_some(Won::CallBack),
            })
        })
        .collect();
    results(&messages).angles
}

#[test]
fn a_winner_takes_many_messages() {
    let says = |counts: &[(u32, u32)]| lines(counts).into_iter().map(|line| line.says).collect::<Vec<_>>();
    assert_eq!(says(&[(3, 10), (0, 10)]), [Says::TooFew, Says::TooFew]);
    assert_eq!(says(&[(300, 300)]), [Says::TooFew], "nothing to compare it with");
    assert_eq!(says(&[(40, 200), (4, 199)]), [Says::Most, Says::Least]);
    // The seed's word alone would call this one.
    assert_eq!(says(&[(60, 200), (0, 1)]), [Says::TooFew, Says::TooFew]);
    assert_eq!(says(&[(60, 200), (2, 190), (50, 180)]), [Says::TooFew, Says::Least, Says::TooFew]);
}

proptest! {
    #[test]
    fn never_a_winner_while_intervals_overlap(counts in prop::collection::vec((0_u32..80, 0_u32..250), 1..7)) {
        let lines = lines(&counts);
        let said: Vec<&Line> = lines.iter().filter(|line| line.says != Says::TooFew).collect();
        prop_assert!(said.iter().filter(|line| line.says == Says::Most).count() <= 1);
        for line in said {
            for other in lines.iter().filter(|other| other.id != line.id) {
                prop_assert!(line.odds.low > other.odds.high || line.odds.high < other.odds.low, "{line:?} {other:?}");
            }
        }
    }
}
