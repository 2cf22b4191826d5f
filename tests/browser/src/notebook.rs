//! The notebook as it lies in the browser: what is stored, and files of many people to bring in.

use std::path::Path;

use aftertone::{
    exchange::backup,
    store::notebook::{Copied, Person},
    touch::{
        Kind, Touch,
        identity::{self, Card},
        log::Event,
        ulid::Ulid,
    },
};
use xtask::driven::{Driven, Stage};

/// The ids of every touch that is stored and can be read, in the order of their keys. Any of the extension's pages may be asked.
pub fn stored_ids<B: Driven>(stage: &mut Stage<B>, page: &B::Page) -> Vec<String> {
    let told = stage.browser.eval(page, STORED).unwrap();
    told.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

const STORED: &str = r#"(async () => {
    const keys = (await chrome.storage.local.getKeys()).filter((key) => key.startsWith('t:'));
    const chunks = Object.values(await chrome.storage.local.get(keys));
    const lines = chunks.flatMap((chunk) => chunk.split('\n')).filter((line) => line.includes('"do":"touch"'));
    const id = (line) => { try { return [JSON.parse(line.slice(17)).id] } catch { return [] } };
    return lines.flatMap(id);
})()"#;

/// Presses a log button so many times without waiting, and says on the page when it is done.
pub fn log_many<B: Driven>(stage: &mut Stage<B>, page: &B::Page, times: usize) {
    let presses = format!(
        "(window.logged = false, (async () => {{
            for (let n = 0; n < {times}; n++) {{
                document.querySelector('[data-log=email]').click();
                await new Promise((on) => setTimeout(on, 0));
            }}
            window.logged = true;
        }})(), true)"
    );
    assert_eq!(stage.browser.eval(page, &presses).unwrap(), true);
}

/// A backup of so many people with ten touches each, over the year before the stage's Monday.
pub fn write_backup(file: &Path, people: usize) {
    write(file, people, |n| (0..10).map(|touch| event(n, touch)).collect());
}

/// A backup of so many people who were left a voicemail on the stage's Monday, each a minute after the other: their next tries are days away.
pub fn write_planned(file: &Path, people: usize) {
    write(file, people, |n| vec![touched(n, Kind::Voicemail, 1_795_464_300 - 7200 + 60 * n as i64)]);
}

fn write(file: &Path, people: usize, events: impl Fn(usize) -> Vec<Event>) {
    let person = |n: usize| {
        let card = Card {
            name: Some(format!("{} {}-{}", FIRST[n % FIRST.len()], LAST[n / 7 % LAST.len()], LAST[n / 77 % LAST.len()])),
            job_title: Some("Plant Manager".into()),
            organization: Some(format!("{} Works", LAST[n / 3 % LAST.len()])),
            email: Some(format!("person{n}@works.example")),
            telephone: Some(format!("+1312555{:04}", n % 10_000)),
            zone: Some(ZONES[n % ZONES.len()].into()),
            page: Some(format!("https://works.example/people/{n}")),
        };
        let mut identity = identity::of(card.page.as_deref(), Some(&card.prospect()));
        identity.card = card;
        let mut person = Person::of(identity);
        person.events = events(n);
        person
    };
    let copied = Copied { persons: (0..people).map(person).collect(), ..Copied::default() };
    std::fs::write(file, backup::write(&copied)).unwrap();
}

fn event(person: usize, touch: usize) -> Event {
    const YEAR: i64 = 365 * 24 * 3600;
    let kind = [Kind::Call, Kind::Voicemail, Kind::Email, Kind::LiveRoute, Kind::Call][(person + touch) % 5];
    let second = 1_795_464_300 - YEAR + (touch as i64) * YEAR / 11 + (person as i64 * 7919) % (YEAR / 11);
    touched(person, kind, second)
}

fn touched(person: usize, kind: Kind, second: i64) -> Event {
    let at = jiff_moment(second);
    let script = (kind == Kind::Voicemail).then(|| "Hi, this is Sam Reyes with Brightline Freight. Please call me back.".to_owned());
    let touch = Touch { id: None, at, kind, direction: None, outcome: None, hook: None, script };
    Event::touch(Ulid::new((second as u64) * 1000, (person as u128) << 16 | second as u128), touch)
}

fn jiff_moment(second: i64) -> aftertone::moment::Moment {
    let mut moment: aftertone::moment::Moment = "2026-11-23T20:05:00Z".parse().unwrap();
    let ahead = std::time::Duration::from_secs((moment.timestamp.as_second() - second).unsigned_abs());
    moment.timestamp -= ahead;
    moment
}

const FIRST: [&str; 9] = ["Ines", "Dana", "Ravi", "Grace", "Omar", "Lucia", "Chidi", "Mei", "Noor"];
const LAST: [&str; 11] = ["Kowalski", "Whitfield", "Patel", "Hopper", "Haddad", "Moreno", "Okafor", "Tanaka", "Larsen", "Dubois", "Silva"];
const ZONES: [&str; 4] = ["America/Chicago", "America/New_York", "America/Los_Angeles", "Europe/Berlin"];
