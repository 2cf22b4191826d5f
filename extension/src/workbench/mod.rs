//! The workbench, a full page: whom to call now, everybody, one person, files in and out, what is kept, about. Screens are data made from
//! [`Bench`] by the views; every click, key and choice comes here by one listener each.

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use aftertone::{
    due::{self, Due, Row},
    moment::Moment,
    results::Results,
    store::{
        Notebook, StoreError,
        mirror::Mirror,
        notebook::{Rows, Total},
        profile::Profile,
    },
};
use gloo::timers::callback::Timeout;
use jiff::tz::TimeZone;
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use crate::{
    chrome, clock, pending, remind,
    shelf::{self, Shelf},
    tree::{self, Node},
    views::workbench as views,
    words::{
        fuzzy, numeral,
        say::{form, say, say_many, say_with},
        sentence, trouble, when,
    },
};

mod files;
mod listen;
mod order;
mod person;
mod pins;
mod rehearse;
mod results;
mod route;

pub(crate) use files::{Brought, COLUMNS};
pub(crate) use order::{FIELD as ORDER, ORDERS, put as in_order};
pub(crate) use person::Opened;
pub(crate) use rehearse::{Doing, Rehearsal, Take};
pub(crate) use route::Route;

/// Rows a list shows at first, and more with each press.
const PAGE: usize = 100;

/// Everything a screen shows.
pub(crate) struct Bench {
    pub(crate) now: Moment,
    /// The seller's zone.
    pub(crate) here: TimeZone,
    pub(crate) rows: Rows,
    /// The rows were read; until then nobody knows whether there are any.
    pub(crate) read: bool,
    /// What is searched, made when it first is, in order of names, and the row's place.
    hay: OnceCell<Vec<(String, usize)>>,
    pub(crate) due: Vec<Due>,
    pub(crate) route: Route,
    /// What was typed and picked, by the field's name.
    pub(crate) fields: BTreeMap<String, String>,
    /// How many rows of a list are shown.
    pub(crate) shown: usize,
    pub(crate) person: Option<Opened>,
    pub(crate) brought: Option<Brought>,
    pub(crate) progress: Option<String>,
    pub(crate) keys: Vec<String>,
    /// What was done, or what went wrong.
    pub(crate) said: Option<(bool, String)>,
    pub(crate) undo: Option<person::Undo>,
    /// What the browser lost, in sentences.
    pub(crate) troubles: Vec<String>,
    /// What waits for a second press.
    pub(crate) sure: Option<&'static str>,
    pub(crate) profile: Profile,
    /// Whether the user asked to be reminded; none where the browser can't be asked.
    pub(crate) reminds: Option<bool>,
    pub(crate) pins: pins::Pins,
    pub(crate) rehearsal: Rehearsal,
    /// What came of the messages, once it was counted.
    pub(crate) results: Option<Results>,
    book: Rc<Notebook<Shelf>>,
    drawn: Vec<Node>,
}

thread_local! {
    static BENCH: RefCell<Option<Bench>> = const { RefCell::new(None) };
    static LATER: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

pub(crate) fn open() {
    let now = clock::now();
    BENCH.set(Some(Bench {
        now,
        here: now.zone(),
        rows: Rows::default(),
        read: false,
        hay: OnceCell::new(),
        due: vec![],
        route: route::here(),
        fields: order::remembered().into_iter().collect(),
        shown: PAGE,
        person: None,
        brought: None,
        progress: None,
        keys: vec![],
        said: None,
        undo: None,
        troubles: vec![],
        sure: None,
        profile: Profile::default(),
        reminds: remind::possible().then(remind::on),
        pins: pins::Pins::default(),
        rehearsal: Rehearsal::default(),
        results: None,
        book: Rc::new(shelf::notebook(false)),
        drawn: vec![],
    }));
    draw();
    listen::listen();
    spawn_local(async {
        // What can't be finished now is when something is written next.
        let _ = book().finish_deletion().await;
        land().await;
        reload().await;
        enter().await;
        ready();
        check(false).await;
    });
}

/// Writes the touches of windows that were closed before they had: the page they were logged on may not be opened again for weeks.
/// A window that writes them too has given them the same ids.
async fn land() {
    for (key, whom, events) in pending::touches() {
        match book().record(&whom, &events).await {
            Ok(_) => pending::landed(&key, &events),
            Err(error) => wrong(&error),
        }
    }
}

/// Looks at the bench. What `look` gives where there is none is never shown.
fn with<T: Default>(look: impl FnOnce(&mut Bench) -> T) -> T {
    BENCH.with_borrow_mut(|bench| bench.as_mut().map(look).unwrap_or_default())
}

fn book() -> Rc<Notebook<Shelf>> {
    BENCH.with_borrow(|bench| bench.as_ref().map(|bench| Rc::clone(&bench.book))).unwrap_or_else(|| Rc::new(shelf::notebook(false)))
}

/// Puts the bench on the screen as it is now.
fn draw() {
    let Some(place) = body() else { return };
    with(|bench| {
        let new = views::screen(bench);
        tree::put(&place, &bench.drawn, &new);
        bench.drawn = new;
    });
}

fn body() -> Option<Element> {
    web_sys::window()?.document()?.body().map(Into::into)
}

/// The profile and everybody's row, as they are stored now.
async fn reload() {
    let book = book();
    let profile = match book.profile().await {
        Ok((profile, trouble)) => {
            if let Some(trouble) = trouble {
                with(|bench| bench.troubles = vec![trouble::of(&trouble)]);
            }
            profile
        }
        Err(error) => return wrong(&error),
    };
    let now = clock::now();
    let progress = |done: usize, all: usize| {
        with(|bench| bench.progress = Some(say_with("progress_reading", &[&numeral(done), &numeral(all)])));
        draw();
    };
    let rows = book.index(&due::stamp(&profile), |person| due::line(person, &profile, now), progress).await;
    with(|bench| bench.progress = None);
    if let Ok(rows) = &rows {
        remind::follow(&book, rows, &profile, now).await;
    }
    match rows {
        Ok(rows) => with(|bench| {
            bench.now = now;
            bench.here = when::sellers_zone(profile.seller.time_zone.as_ref(), now);
            bench.due = due::list(&rows, &profile, now);
            crate::app::badge(&bench.due);
            bench.hay.take();
            bench.rows = rows;
            bench.profile = profile;
            bench.read = true;
        }),
        Err(error) => return wrong(&error),
    }
    draw();
}

/// What a route wants besides the rows.
async fn enter() {
    let route = with(|bench| {
        bench.route = route::here();
        bench.shown = PAGE;
        bench.sure = None;
        bench.route.clone()
    });
    if !matches!(route, Route::Rehearse(_)) {
        rehearse::leave();
    }
    match route {
        Route::Person(id) => person::open(&id).await,
        Route::Privacy => files::list_keys().await,
        Route::Pins | Route::Results => results::read().await,
        Route::Rehearse(_) => rehearse::enter(&route),
        _ => {}
    }
    draw();
    let place = |id: &str| {
        let found = web_sys::window()?.document()?.get_element_by_id(id)?;
        found.first_child().is_none().then_some(found)
    };
    if let Some(place) = place("settings") {
        crate::app::settings_alone(&place);
    } else if let Some(place) = place("welcome") {
        crate::app::welcome_alone(&place);
    }
}

/// Another page of ours wrote: the lists follow, a moment later. Not in the middle of long work of our own, which reads them at its end.
fn changed() {
    if with(|bench| bench.progress.is_some()) {
        return;
    }
    LATER.replace(Some(Timeout::new(200, || {
        spawn_local(async {
            reload().await;
            let id = with(|bench| match &bench.route {
                Route::Person(id) if bench.person.as_ref().is_some_and(|person| person.editing.is_none()) => Some(id.clone()),
                _ => None,
            });
            if let Some(id) = id {
                person::open(&id).await;
                draw();
            }
        });
    })));
}

/// What is missing of the whole notebook, by the extension's own second memory of it, and what of it is damaged. `says`: that all is there, too.
async fn check(says: bool) {
    if let Some((mirror, found)) = short().await {
        let missing = mirror.missing(found);
        // Where nobody says that theirs are missing, only the count of it was lost; the closer look below tells the rest.
        let words = match missing {
            0 => say("count_damaged"),
            _ => say_many("lost_entries", missing as usize),
        };
        with(|bench| bench.troubles.push(words));
        draw();
    }
    // A value that was damaged where it lies is in no count: each touch is looked at, some at a time, while the page is used.
    look_closer(says).await;
    draw();
}

/// What is known of the notebook and what is really there, where less is there than there should be.
async fn short() -> Option<(Mirror, Total)> {
    // In this order: what another window writes meanwhile is no loss.
    let mirror = pending::mirror();
    let book = book();
    let total = book.total().await.ok()?;
    let found = book.census().await.ok()?;
    // What the notebook itself counts is a memory too, of what was lost in the middle.
    let told = mirror.missing(total);
    if told == 0 && found.events >= total.events && found.prospects >= total.prospects {
        pending::settle(total);
        return None;
    }
    let mirror = if told == 0 { Mirror::settled(total) } else { mirror };
    Some((mirror, found))
}

/// Reads every touch and says of whom something is missing or damaged.
async fn look_closer(says: bool) {
    match book().check().await {
        Ok(checked) => with(|bench| {
            let name = |id: &String| {
                bench.row(id).map(|row| row.name).filter(|name| !name.is_empty()).unwrap_or_else(|| sentence(&say("somebody")))
            };
            let found: Vec<String> =
                checked.troubles.iter().take(20).map(|(id, trouble)| format!("{}: {}", name(id), trouble::of(trouble))).collect();
            let more = checked.troubles.len().saturating_sub(found.len());
            bench.troubles.extend(found);
            if more > 0 {
                bench.troubles.push(say_with("and_more_troubles", &[&numeral(more)]));
            }
            if says {
                let (events, people) = (checked.found.events as usize, checked.found.prospects as usize);
                let whole = || (false, say_with(&form("all_read", people), &[&numeral(people), &numeral(events)]));
                bench.said = bench.troubles.is_empty().then(whole);
            }
        }),
        Err(error) => wrong(&error),
    }
}

/// Rewrites what can be read: what leads to a person, and the records that were lost with their head. What can't be read is put aside.
async fn repair() {
    let (book, short) = (book(), short().await);
    let result = async {
        let (copied, _) = book.copy().await?;
        book.take_in(&copied, progress("progress_writing")).await
    };
    match result.await {
        Ok(_) => {
            if let (Some((mirror, found)), Ok(total)) = (short, book.total().await) {
                pending::came_back(mirror, found, 0, total);
            }
            with(|bench| {
                bench.progress = None;
                bench.troubles.clear();
            });
            reload().await;
            check(false).await;
            tell(say("repaired"));
        }
        Err(error) => wrong(&error),
    }
}

/// The user goes on without what is missing.
async fn settle() {
    if let Ok(total) = book().total().await {
        pending::settle(total);
        with(|bench| bench.troubles.clear());
    }
}

/// Reminders on or off. The browser asks the user itself, and may be told no.
async fn reminders(wanted: bool) {
    let done = if wanted { remind::ask().await } else { remind::stop().await };
    with(|bench| bench.reminds = bench.reminds.map(|_| remind::on()));
    if done {
        reload().await;
        tell(say(if wanted { "reminders_on" } else { "reminders_off" }));
    }
}

/// By the key of its words.
fn progress(what: &'static str) -> impl FnMut(usize, usize) {
    move |done, all| {
        with(|bench| bench.progress = Some(say_with(what, &[&numeral(done), &numeral(all)])));
        draw();
    }
}

fn tell(words: impl Into<String>) {
    with(|bench| bench.said = Some((false, words.into())));
}

fn wrong(error: &StoreError) {
    with(|bench| {
        bench.progress = None;
        bench.said = Some((true, trouble::not_saved(error)));
    });
    draw();
}

/// Everybody found with their row, best first; everybody by name where nothing is sought.
pub(crate) fn found(bench: &Bench) -> Vec<(&str, &str)> {
    let query = bench.fields.get("search").map(|query| query.trim().to_lowercase()).unwrap_or_default();
    let hay = bench.hay.get_or_init(|| {
        let mut hay: Vec<(String, usize)> =
            bench.rows.iter().enumerate().map(|(place, (_, row))| (fuzzy::hay(due::words_of(row)), place)).collect();
        aftertone::order::by(&mut hay, |(a, _), (b, _)| a.cmp(b));
        hay
    });
    let row = |place: usize| bench.rows.at(place).unwrap_or_default();
    let mut found: Vec<(u32, usize)> = if fuzzy::is_number(&query) {
        let known = |place: &usize| fuzzy::same_number(&query, due::words_of(row(*place).1)[3]);
        hay.iter().map(|(_, place)| (1, *place)).filter(|(_, place)| known(place)).collect()
    } else {
        hay.iter().map(|(hay, place)| (fuzzy::fits(hay, &query), *place)).filter(|(fits, _)| *fits > 0).collect()
    };
    match bench.fields.get("sort").map(String::as_str) {
        Some("last") => found.sort_by_cached_key(|(_, place)| std::cmp::Reverse(Row::read(row(*place).1).last.map(|(at, _)| at))),
        Some("organization") => found.sort_by_cached_key(|(_, place)| {
            let organization = Row::read(row(*place).1).organization;
            (organization.is_empty(), organization)
        }),
        _ => aftertone::order::by(&mut found, |(a, _), (b, _)| b.cmp(a)),
    }
    found.into_iter().map(|(_, place)| row(place)).collect()
}

fn ready() {
    if let Some(root) = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// How much is stored, for the screen.
impl Bench {
    pub(crate) fn events(&self) -> usize {
        self.rows.iter().map(|(_, row)| due::count_of(row)).sum()
    }

    /// What the list knows of somebody.
    pub(crate) fn row(&self, id: &str) -> Option<Row> {
        self.rows.get(id).map(Row::read)
    }
}

/// Follows what other pages write.
fn follow() {
    let listener = Closure::<dyn Fn(JsValue, JsValue)>::new(|_, area: JsValue| {
        if area.as_string().as_deref() == Some("local") {
            changed();
        }
    });
    let _ = chrome::on_storage_changed(listener.as_ref().unchecked_ref());
    listener.forget();
}

/// After the notebook changed by our own hand.
async fn again() {
    reload().await;
    enter().await;
}
