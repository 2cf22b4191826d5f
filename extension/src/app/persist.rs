//! What is kept, written and read again: at once into the page's own storage, shortly after into the notebook.

use std::{cell::RefCell, rc::Rc};

use aftertone::{
    store::{
        Notebook, StoreError,
        notebook::{Entry, Other},
        turn::Turn,
    },
    touch::{
        Outcome, Touch,
        identity::{self, Identity},
        log::{self, Event},
        ulid::Ulid,
    },
};
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::{App, whole};
use crate::{
    clock, merge, pending,
    shelf::Shelf,
    words::{say::say, trouble},
};

/// Keys that follow each other faster are written together.
const PAUSE_MS: u32 = 250;

pub(crate) type Book = Rc<Notebook<Shelf>>;

thread_local! {
    static KEPT: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    static PROFILE: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    static WRITES: Turn = Turn::default();
}

/// What was typed for this prospect has changed.
pub(super) fn kept(app: App) {
    remember(app);
    KEPT.replace(Some(Timeout::new(PAUSE_MS, move || spawn_local(write_kept(app)))));
}

/// The seller's profile has changed.
pub(super) fn profile(app: App) {
    app.desk.with_untracked(|desk| pending::write_profile(Some(&desk.profile)));
    PROFILE.replace(Some(Timeout::new(PAUSE_MS, move || spawn_local(write_profile(app)))));
}

/// The page goes away: what still waits is begun now. It is in the page's own storage already, should it not come to an end.
pub(super) fn flush(app: App) {
    if KEPT.take().is_some() {
        spawn_local(write_kept(app));
    }
    if PROFILE.take().is_some() {
        spawn_local(write_profile(app));
    }
}

pub(super) fn record_touch(app: App, touch: Touch, angle: Option<String>, pin: Option<String>) {
    let event = app.desk.with_untracked(|desk| log::next(&desk.events, next_id(&desk.events), touch)).said_with(angle, pin);
    add(app, event);
}

/// The outcome of the newest touch; the same one again takes it back.
pub(super) fn record_outcome(app: App, outcome: Outcome) {
    let event = app.desk.with_untracked(|desk| {
        let same = desk.newest().is_some_and(|touch| touch.outcome == Some(outcome));
        log::outcome_of_newest(&desk.events, next_id(&desk.events), (!same).then_some(outcome))
    });
    if let Some(event) = event {
        add(app, event);
    }
}

pub(super) fn undo(app: App) {
    if let Some(event) = app.desk.with_untracked(|desk| log::undo_newest(&desk.events, next_id(&desk.events))) {
        add(app, event);
    }
}

/// Writes what could not be written, under the ids it was given first.
pub(super) fn retry(app: App) {
    spawn_local(write_events(app));
}

/// Where the pending things of this prospect lie: by the strongest thing known of them when the page was read.
pub(super) fn pending_key(identity: &Identity) -> String {
    identity.aliases.first().map(|alias| alias.key.clone()).unwrap_or_default()
}

fn add(app: App, event: Event) {
    app.at_once(|| {
        app.desk.update(|desk| desk.add(std::slice::from_ref(&event)));
        app.waiting.update(|waiting| waiting.push(event));
        app.notice.set(None);
    });
    remember(app);
    spawn_local(write_events(app));
}

/// Puts down in the page's own storage what the notebook does not have yet.
fn remember(app: App) {
    let kept = app.desk.with_untracked(|desk| app.base.with_untracked(|base| (*base != desk.kept).then(|| desk.kept.clone())));
    let key = app.opened.with_untracked(pending_key);
    app.waiting.with_untracked(|waiting| pending::remember(&key, whom(app), kept, waiting));
}

/// Makes another prospect and the open one; the workbench splits them again.
pub(super) fn merge(app: App, other: String) {
    spawn_local(async move {
        let Some(into) = app.known_as.get_clone_untracked() else { return };
        let (book, identity) = (app.book(), app.opened.get_clone_untracked());
        let merged = match book.merge(&other, &into).await {
            Ok(_) => book.open(&identity).await,
            Err(error) => Err(error),
        };
        match merged {
            Ok(entry) => {
                took(app, &entry);
                app.say(say("one_person_now"));
            }
            Err(error) => failed(app, &error, false),
        }
    });
}

/// Everything that waits is written, before the desk is laid for somebody else. False where it could not be.
pub(super) async fn finished(app: App) -> bool {
    KEPT.take();
    write_kept(app).await;
    write_events(app).await;
    app.waiting.with_untracked(Vec::is_empty)
}

/// Writes what was logged for the prospect on the desk now, also where somebody else lies there by the time it is this one's turn.
fn write_events(app: App) -> impl Future<Output = ()> {
    let (identity, key) = (whom(app), app.opened.with_untracked(pending_key));
    async move {
        // One write at a time takes along whatever was logged meanwhile: the next in turn finds nothing left to do.
        let _turn = WRITES.with(Turn::clone).take().await;
        let here = || app.opened.with_untracked(pending_key) == key;
        let events = if here() { app.waiting.get_clone_untracked() } else { pending::read(&key).events };
        if events.is_empty() {
            return;
        }
        let recorded = app.book().record(&identity, &events).await;
        if recorded.is_ok() {
            pending::landed(&key, &events);
        }
        match recorded {
            Ok(entry) if here() => {
                app.at_once(|| {
                    app.waiting.update(|waiting| waiting.retain(|event| !events.contains(event)));
                    // What it said was wrong is not any more.
                    if app.failed.replace(false) {
                        app.notice.set(None);
                    }
                });
                took(app, &entry);
                whole::check(app).await;
                super::next::remind(app).await;
            }
            Ok(_) => {}
            Err(error) => failed(app, &error, true),
        }
    }
}

async fn write_kept(app: App) {
    let (base, mine) = (app.base.get_clone_untracked(), app.desk.with_untracked(|desk| desk.kept.clone()));
    if base == mine {
        return;
    }
    let (book, identity) = (app.book(), app.opened.get_clone_untracked());
    let written = mine.clone();
    match book.keep(&identity, move |stored| *stored = merge::kept(&base, &written, stored)).await {
        Ok(entry) => {
            app.base.set(mine);
            remember(app);
            took(app, &entry);
        }
        Err(error) => failed(app, &error, false),
    }
}

async fn write_profile(app: App) {
    let (base, mine) = (app.base_profile.get_clone_untracked(), app.desk.with_untracked(|desk| desk.profile.clone()));
    if base == mine {
        return;
    }
    let (book, written) = (app.book(), mine.clone());
    match book.save_profile(move |stored| *stored = merge::profile(&base, &written, stored)).await {
        Ok(_) => {
            app.base_profile.set(mine);
            if app.desk.with_untracked(|desk| app.base_profile.with_untracked(|base| *base == desk.profile)) {
                pending::write_profile(None);
            }
        }
        Err(error) => failed(app, &error, false),
    }
}

fn failed(app: App, error: &StoreError, touches: bool) {
    app.at_once(|| {
        if touches {
            app.failed.set(true);
        }
        app.wrong(trouble::not_saved(error));
    });
}

/// Takes over what the notebook holds now: what another window did, beside what is typed here.
pub(super) fn took(app: App, entry: &Entry) {
    app.at_once(|| {
        let base = app.base.get_clone_untracked();
        let kept = app.desk.with_untracked(|desk| merge::kept(&base, &desk.kept, &entry.kept));
        if base != entry.kept {
            app.base.set_silent(entry.kept.clone());
        }
        let known = app.desk.with_untracked(|desk| {
            desk.kept == kept && entry.events.iter().all(|event| desk.events.iter().any(|known| known.id == event.id))
        });
        if !known {
            app.desk.update(|desk| {
                desk.kept = kept;
                desk.add(&entry.events);
            });
        }
        knows(app, entry);
        let troubles: Vec<String> = trouble::all(&entry.troubles);
        if app.troubles.with_untracked(|known| *known != troubles) {
            app.troubles.set(troubles);
        }
    });
}

/// Who the notebook says this is, and who else it may be.
pub(super) fn knows(app: App, entry: &Entry) {
    let words = |other: &Other| {
        let parts = [&other.card.name, &other.card.organization].into_iter().flatten().map(String::as_str).collect::<Vec<_>>();
        (other.id.clone(), if parts.is_empty() { say("somebody_you_logged") } else { parts.join(", ") })
    };
    let perhaps: Vec<(String, String)> = entry.id.iter().flat_map(|_| entry.same_person.iter().map(words)).collect();
    if app.same_person.with_untracked(|known| *known != perhaps) {
        app.same_person.set(perhaps);
    }
    if app.known_as.with_untracked(|known| *known != entry.id) {
        app.known_as.set(entry.id.clone());
    }
}

/// Who the touches are logged for: as the page was read, and as typed over it.
fn whom(app: App) -> Identity {
    app.desk.with_untracked(|desk| {
        let edited = identity::of(desk.reading.page.url.as_deref(), Some(&desk.prospect()));
        app.opened.get_clone_untracked().and(edited)
    })
}

fn next_id(events: &[Event]) -> Ulid {
    Ulid::after(events.last().map(|event| event.id), clock::millis(), clock::random())
}
