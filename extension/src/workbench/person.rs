//! One person: what was done, edited, dated back, deleted, merged and split; all but deleting a whole person can be undone.

use aftertone::{
    draft, due,
    moment::{Moment, calendar::shown},
    plan::{self, Plan},
    store::notebook::{Entry, Other},
    touch::{Direction, Kind, Touch, log::Event, ulid::Ulid},
};

use super::{again, book, listen, pins, tell, with, wrong};
use crate::{
    clock,
    words::{
        dated, labels,
        say::{say, say_with},
    },
};

/// The person whose page is open.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub(crate) id: String,
    pub(crate) entry: Entry,
    /// Who was merged into them.
    pub(crate) merged: Vec<Other>,
    /// Who may be the same person.
    pub(crate) perhaps: Vec<String>,
    /// The days ahead of them.
    pub(crate) plan: Plan,
    /// The touch that is being edited.
    pub(crate) editing: Option<String>,
}

/// How what was done last is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Undo {
    Event {
        person: String,
        of: Ulid,
    },
    Merge {
        from: String,
        into: String,
    },
    Split {
        id: String,
    },
    /// A pinned script, and where it stood.
    Unpin {
        at: usize,
        pin: Box<aftertone::store::profile::Pin>,
    },
}

pub(super) async fn open(id: &str) {
    let book = book();
    let (entry, merged) = match (book.entry(id).await, book.merged(id).await) {
        (Ok(entry), Ok(merged)) => (entry, merged),
        (Err(error), _) | (_, Err(error)) => return wrong(&error),
    };
    with(|bench| {
        bench.person = entry.map(|entry| {
            let id = entry.id.clone().unwrap_or_default();
            let perhaps = perhaps(bench, &id);
            let plan = ahead(bench, &entry);
            Opened { id, entry, merged, perhaps, plan, editing: None }
        });
        // Left as it was where the form is being filled in.
        bench.fields.retain(|name, _| !name.starts_with("edit-"));
    });
}

/// Sixty days from what is kept of them, without their page: a message drafted once stands for those to come.
fn ahead(bench: &super::Bench, entry: &Entry) -> Plan {
    let (card, kept, now) = (&entry.card, &entry.kept, clock::now());
    let mut seller = bench.profile.seller.clone();
    seller.time_zone = seller.time_zone.or_else(crate::clock::zone);
    let mut situation = aftertone::situation::Situation {
        playbook: bench.profile.playbook,
        seller,
        prospect: card.prospect(),
        answers: kept.answers.clone(),
        goal: kept.goal.or(bench.profile.goal),
        deal: kept.deal.clone(),
        settings: bench.profile.settings.clone(),
        script: kept.script.clone(),
        touches: entry.touches.clone(),
        ..Default::default()
    };
    if situation.own_script().is_none() {
        situation.script = draft::draft(&situation, now, None).ok().map(|draft| draft.script);
    }
    plan::plan(&situation, now, plan::DAYS)
}

/// Others with the same address, or with the same name and the same organization or number: at most three, for the user to say.
fn perhaps(bench: &super::Bench, id: &str) -> Vec<String> {
    let Some([my_name, my_organization, my_email, my_telephone]) = bench.rows.get(id).map(due::words_of) else { return vec![] };
    let same = |one: &str, other: &str| !one.is_empty() && one.eq_ignore_ascii_case(other);
    let others = bench.rows.iter().filter(|(other, row)| {
        let [name, organization, email, telephone] = due::words_of(row);
        let near = same(organization, my_organization) || same(telephone, my_telephone);
        *other != id && (same(email, my_email) || near && aftertone::touch::identity::may_be_one(name, my_name) && !name.is_empty())
    });
    others.take(3).map(|(id, _)| id.to_owned()).collect()
}

pub(super) fn edit(touch: &str) {
    with(|bench| {
        let here = bench.here.clone();
        let Some(person) = &mut bench.person else { return };
        let Some(found) = person.entry.touches.iter().find(|known| known.id.as_deref() == Some(touch)) else { return };
        person.editing = Some(touch.to_owned());
        let at = shown(here.to_datetime(found.at.timestamp), "%Y-%m-%d %H:%M");
        let outcome = labels::OUTCOMES.iter().find(|(outcome, ..)| Some(*outcome) == found.outcome).map_or("", |(_, id, ..)| id);
        let way = if found.inbound() { "in" } else { "out" };
        for (name, value) in [
            ("edit-when", at.as_str()),
            ("edit-kind", labels::kind_id(found.kind)),
            ("edit-way", way),
            ("edit-outcome", outcome),
            ("edit-text", found.script.as_deref().unwrap_or_default()),
        ] {
            bench.fields.insert(name.to_owned(), value.to_owned());
        }
    });
}

pub(super) fn cancel() {
    with(|bench| {
        if let Some(person) = &mut bench.person {
            person.editing = None;
        }
    });
}

pub(super) async fn save() {
    let old = with(|bench| {
        let person = bench.person.as_ref()?;
        let editing = person.editing.as_deref()?;
        person.entry.touches.iter().find(|touch| touch.id.as_deref() == Some(editing)).cloned()
    });
    let Some((old, touch)) = old.and_then(|old| Some((old.clone(), asked("edit", Some(&old))?))) else { return };
    let Some(of) = old.id.as_deref().and_then(|id| id.parse().ok()) else { return };
    write(|id| Event::edit(id, of, touch), &say("touch_changed")).await;
}

pub(super) async fn add() {
    let Some(touch) = asked("add", None) else { return };
    let said = say_with("logged", &[&say(labels::touch(&touch))]);
    write(|id| Event::touch(id, touch), &said).await;
    with(|bench| bench.fields.retain(|name, _| !matches!(name.as_str(), "add-when" | "add-text")));
}

pub(super) async fn delete(touch: &str) {
    let Ok(of) = touch.parse() else { return };
    write(|id| Event::delete(id, of), &say("touch_deleted")).await;
}

pub(super) async fn undo() {
    let Some(undo) = with(|bench| bench.undo.take()) else { return };
    let book = book();
    let done = match undo {
        Undo::Event { person, of } => match book.entry(&person).await {
            Ok(Some(entry)) => {
                let event = Event::undo(entry.next_id(clock::millis(), clock::random()), of);
                book.change_known(&person, &[event], |_| {}).await.map(drop)
            }
            Ok(None) => Ok(()),
            Err(error) => Err(error),
        },
        Undo::Merge { from, into } => book.merge(&from, &into).await.map(drop),
        Undo::Split { id } => book.split(&id).await.map(drop),
        Undo::Unpin { at, pin } => pins::back(at, *pin).await,
    };
    finish(done.map(|()| None), &say("taken_back")).await;
}

/// Makes this person and the other one.
pub(super) async fn merge(from: &str) {
    let Some(into) = opened() else { return };
    let done = book().merge(from, &into).await.map(|_| Some(Undo::Split { id: from.to_owned() }));
    finish(done, &say("one_person_done")).await;
}

pub(super) async fn split(id: &str) {
    let Some(into) = opened() else { return };
    let done = book().split(id).await.map(|_| Some(Undo::Merge { from: id.to_owned(), into }));
    finish(done, &say("two_people_done")).await;
}

/// Deletes the person, and shows by reading the keys again that nothing of them is left.
pub(super) async fn forget() {
    let Some(id) = opened() else { return };
    let book = book();
    let gone = match book.forget(&id).await {
        Ok(gone) => gone,
        Err(error) => return wrong(&error),
    };
    crate::pending::forget(&gone);
    let left = book.keys().await.map(|keys| keys.iter().filter(|key| gone.contains(key)).count()).unwrap_or_default();
    with(|bench| (bench.undo, bench.person) = (None, None));
    listen::leave();
    again().await;
    tell(say_with("deleted_person_keys", &[&gone.len().to_string(), &left.to_string()]));
}

fn opened() -> Option<String> {
    with(|bench| bench.person.as_ref().map(|person| person.id.clone()))
}

/// The touch that the form asks for; says what is wrong with it where it asks for none.
fn asked(form: &str, old: Option<&Touch>) -> Option<Touch> {
    with(|bench| {
        let now = clock::now();
        let field = |name: &str| bench.fields.get(&format!("{form}-{name}")).map_or("", String::as_str).trim().to_owned();
        let when = field("when");
        let Some(timestamp) = dated::dated(&when, &now.timestamp.to_zoned(bench.here.clone())) else {
            bench.said = Some((true, say_with("not_a_past_time", &[&when.chars().take(40).collect::<String>()])));
            return None;
        };
        let kinds = [Kind::Call, Kind::LiveRoute, Kind::Voicemail, Kind::Email, Kind::Talk, Kind::Note];
        let kind = kinds.into_iter().find(|kind| labels::kind_id(*kind) == field("kind")).or(old.map(|old| old.kind)).unwrap_or(Kind::Call);
        let direction = if field("way") == "in" && kind != Kind::Note { Direction::Inbound } else { Direction::Outbound };
        let outcome = labels::OUTCOMES.iter().find(|(_, id, ..)| *id == field("outcome")).map(|(outcome, ..)| *outcome);
        let text: String = field("text").chars().take(20_000).collect();
        // The minute stands on the screen; an edit that leaves it keeps the second.
        let at = match old.map(|old| old.at) {
            Some(at) if at.timestamp.as_second() / 60 == timestamp.as_second() / 60 => at,
            _ => Moment { timestamp, offset: now.offset },
        };
        Some(Touch {
            id: None,
            at,
            kind,
            direction: Some(direction),
            outcome: outcome.filter(|_| !matches!(kind, Kind::LiveRoute | Kind::Note)),
            hook: old.and_then(|old| old.hook.clone()),
            script: Some(text).filter(|text| !text.is_empty()),
        })
    })
}

async fn write(make: impl FnOnce(Ulid) -> Event, said: &str) {
    let Some((person, id)) =
        with(|bench| bench.person.as_ref().map(|person| (person.id.clone(), person.entry.next_id(clock::millis(), clock::random()))))
    else {
        return;
    };
    let event = make(id);
    let done = book().change_known(&person, &[event], |_| {}).await;
    finish(done.map(|_| Some(Undo::Event { person, of: id })), said).await;
}

/// What was typed stays on the screen where it could not be written.
async fn finish(done: Result<Option<Undo>, aftertone::store::StoreError>, said: &str) {
    match done {
        Ok(undo) => {
            with(|bench| bench.undo = undo);
            again().await;
            tell(said);
        }
        Err(error) => wrong(&error),
    }
}
