//! Opening a door: the views stand while the page is still being read, then the decision is painted, then the rest.

use aftertone::{
    page::Reading,
    store::notebook::Entry,
    touch::identity::{self, Card},
};
use gloo::{events::EventListener, timers::callback::Interval};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::{App, Door, Phase, ahead, flip, follow, persist, whole};
use crate::{
    clock, elements,
    local_store::sample_page,
    pending, shelf, tab, views,
    words::{missing, trouble},
};

/// How often the clock on the screen moves on.
const TICK_MS: u32 = 20_000;

pub(crate) fn open(door: Door) {
    let Some(place) = place() else { return };
    let draw = move || {
        let app = App::new(door);
        // Both are asked for at once, and the views are built while they are awaited.
        let profile = profile(app);
        if door == Door::Try {
            super::samples::listen(app, profile);
        } else {
            spawn_local(async move {
                let page = tab::read(None);
                // Nearly every prospect's page has a number; the plans are unpacked while it is waited for.
                aftertone::numbering::numbering();
                let page = page.await;
                let _ = JsFuture::from(profile).await;
                show(app, page).await;
                follow::listen(app);
                follow::tell(app);
                whole::check_people(app).await;
            });
        }
        flip::follow(app);
        ahead::follow(app);
        Interval::new(TICK_MS, move || app.now.set(clock::now())).forget();
        flush_on_leaving(app);
        views::screen(app)
    };
    elements::render_to(draw, &place);
}

/// Reads the page once more: for pages that load late. What was typed stays.
pub(crate) async fn reread(app: App) {
    if app.door == Door::Try {
        return super::samples::reread(app).await;
    }
    app.phase.set(Phase::Reading);
    let page = tab::read(None).await;
    show(app, page).await;
}

/// A tab that was read in another window of ours.
pub(super) async fn read_tab(app: App, tab: i32) {
    persist::flush(app);
    let page = tab::read(Some(tab)).await;
    show(app, page).await;
}

/// Another of the page's people: a prospect of their own.
pub(super) fn choose(app: App, name: String) {
    persist::flush(app);
    spawn_local(async move {
        let page = app.desk.with_untracked(|desk| desk.reading.page.url.clone());
        app.desk.update(|desk| desk.chosen = Some(name.clone()));
        turn_to(app, Phase::Read).await;
        if let Some(page) = page
            && let Err(error) = app.book().choose(&page, &name).await
        {
            app.wrong(trouble::not_saved(&error));
        }
    });
}

/// What was read, or why nothing was, onto the desk and the screen.
async fn show(app: App, page: Result<tab::Read, tab::Unread>) {
    match page {
        Ok(read) => {
            let told = tab::understood(read.told).await;
            match read.still.await.and(told) {
                Ok(told) => {
                    app.tab.set(Some(read.tab));
                    stand(app, told).await;
                }
                Err(unread) => by_hand(app, unread.0).await,
            }
        }
        Err(unread) => by_hand(app, unread.0).await,
    }
}

/// A snapshot as JSON.
pub(super) async fn take(app: App, json: &JsValue) {
    match tab::understood(tab::understand(json)).await {
        Ok(told) => stand(app, told).await,
        Err(unread) => by_hand(app, unread.0).await,
    }
}

async fn stand(app: App, (reading, page_text): (Reading, String)) {
    lay(app, reading, page_text).await;
    turn_to(app, Phase::Read).await;
    ready("true").await;
}

pub(super) async fn by_hand(app: App, why: String) {
    lay(app, Reading::default(), String::new()).await;
    turn_to(app, Phase::Manual(why)).await;
    ready("manual").await;
}

/// A person of the notebook, without their page.
pub(super) async fn take_person(app: App, card: &Card) {
    let mut reading = Reading { prospect: Some(card.prospect()), ..Reading::default() };
    reading.page.url = card.page.clone();
    lay(app, reading, String::new()).await;
    turn_to(app, Phase::Read).await;
    ready("true").await;
}

/// The settings by themselves, in a place of the workbench.
pub(crate) fn settings_alone(place: &web_sys::Node) {
    alone(place, |app| {
        app.asks_settings.set(true);
        views::settings(app)
    });
}

/// A view over the seller's profile, without a prospect.
fn alone(place: &web_sys::Node, view: fn(App) -> elements::View) {
    let draw = move || {
        let app = App::new(Door::Bench);
        let loaded = profile(app);
        spawn_local(async move {
            let _ = JsFuture::from(loaded).await;
            // The desk was laid silently.
            app.at_once(|| app.desk.update(|_| ()));
        });
        flush_on_leaving(app);
        view(app)
    };
    elements::render_to(draw, place);
}

/// The first steps of whoever just installed it, in a place of the workbench.
pub(crate) fn welcome_alone(place: &web_sys::Node) {
    alone(place, views::welcome);
}

/// Puts the page on the desk, with the person who was chosen on it before.
async fn lay(app: App, reading: Reading, page_text: String) {
    let chosen = match &reading.page.url {
        Some(url) if !reading.people.is_empty() => app.book().chosen(url).await.ok().flatten(),
        _ => None,
    };
    app.desk.update_silent(|desk| {
        desk.reading = reading;
        desk.page_text = page_text;
        desk.chosen = chosen;
    });
}

/// Opens the notebook at the prospect on the desk, and paints.
async fn turn_to(app: App, phase: Phase) {
    let identity = app.desk.with_untracked(|desk| identity::of(desk.reading.page.url.as_deref(), desk.read_prospect()));
    let key = persist::pending_key(&identity);
    // What waits now may be in the notebook a moment later, but not yet in what is read of it.
    let waited = pending::read(&key);
    let (entry, error) = match app.book().open(&identity).await {
        Ok(entry) => (entry, None),
        Err(error) => (Entry::default(), Some(error)),
    };
    let waiting = pending::read(&key);
    let unfinished = !waiting.is_empty();
    app.at_once(|| {
        app.now.set(clock::now());
        app.opened.set(identity);
        app.base.set(entry.kept.clone());
        app.waiting.set(waiting.events.clone());
        persist::knows(app, &entry);
        app.troubles.set(trouble::all(&entry.troubles));
        app.desk.update(|desk| {
            desk.kept = waiting.kept.unwrap_or(entry.kept);
            desk.events = Vec::new();
            for events in [&entry.events, &waited.events, &waiting.events] {
                desk.add(events);
            }
        });
        if let Some(error) = error {
            app.wrong(trouble::not_saved(&error));
        }
    });
    // After the rest has settled: what these two unfold reads it.
    app.at_once(|| {
        told();
        let asks = app.judged.with_untracked(|judged| judged.decision.missing.iter().any(|id| missing::of_the_seller(id)));
        app.asks_seller.set(asks);
        app.phase.set(phase);
    });
    if unfinished {
        persist::kept(app);
        persist::retry(app);
    }
}

/// Loads the profile onto the desk; settles when it is there.
fn profile(app: App) -> Promise {
    // The sample prospect is called by the seller there is.
    let book = if sample_page().is_some() { std::rc::Rc::new(shelf::notebook(false)) } else { app.book() };
    future_to_promise(async move {
        match book.profile().await {
            Ok((stored, trouble)) => {
                let waiting = pending::read_profile();
                let unfinished = waiting.is_some();
                app.base_profile.set(stored.clone());
                app.desk.update_silent(|desk| desk.profile = waiting.unwrap_or(stored));
                if unfinished {
                    persist::profile(app);
                }
                if let Some(trouble) = trouble {
                    app.wrong(trouble::of(&trouble));
                }
            }
            Err(error) => app.wrong(trouble::not_saved(&error)),
        }
        Ok(JsValue::UNDEFINED)
    })
}

/// The try page has a place for the app; the others are nothing else.
fn place() -> Option<web_sys::Node> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id("app").map(Into::into).or_else(|| document.body().map(Into::into))
}

fn flush_on_leaving(app: App) {
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "pagehide", move |_| persist::flush(app)).forget();
    if let Some(document) = window.document() {
        EventListener::new(&document, "visibilitychange", move |_| persist::flush(app)).forget();
    }
}

/// From here on there is something to show: until then the style sheet keeps back what would be drawn empty.
fn told() {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("data-told", "");
    }
}

/// Says that the decision is painted, once it is.
async fn ready(how: &str) {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    // A window that nobody sees paints nothing and would be waited for in vain.
    if !document.hidden() {
        painted(&window).await;
    }
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-ready", how);
    }
}

/// The browser paints between a frame's callback and the next task.
async fn painted(window: &web_sys::Window) {
    let frame = Promise::new(&mut |next, _| {
        let _ = window.request_animation_frame(&next);
    });
    let _ = JsFuture::from(frame).await;
    let task = Promise::new(&mut |next, _| {
        let _ = window.set_timeout_with_callback(&next);
    });
    let _ = JsFuture::from(task).await;
}
