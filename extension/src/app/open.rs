//! Opening a door: the views stand while the page is still being read, then the decision is painted, then the rest.

use aftertone::{
    page::{self, Reading},
    snapshot::Snapshot,
};
use gloo::timers::callback::Interval;
use wasm_bindgen_futures::spawn_local;

use super::{App, Door, Phase, flip};
use crate::{clock, tab, views};

/// How often the clock on the screen moves on.
const TICK_MS: u32 = 20_000;

pub(crate) fn open(door: Door) {
    sycamore::render(move || {
        let app = App::new(door);
        spawn_local(async move {
            if door == Door::Try {
                // The try page's own script hands over the first page.
                return;
            }
            read(app).await;
        });
        flip::follow(app);
        Interval::new(TICK_MS, move || app.now.set(clock::now())).forget();
        views::screen(app)
    });
}

/// Reads the page once more: for pages that load late. What was typed stays.
pub(crate) async fn reread(app: App) {
    app.phase.set(Phase::Reading);
    read(app).await;
}

pub(super) fn choose(app: App, name: String) {
    app.keep(|kept| kept.chosen = Some(name));
}

/// Reads the tab and puts what was read on the desk.
async fn read(app: App) {
    match tab::read(None).await {
        Ok(read) => {
            app.tab.set(Some(read.tab));
            take(app, &read.json);
        }
        Err(unread) => by_hand(app, unread.0),
    }
}

fn take(app: App, json: &str) {
    match serde_json::from_str::<Snapshot>(json) {
        Ok(snapshot) => {
            let reading = page::read(&snapshot);
            let page_text = page::visible_text(&snapshot);
            show(app, reading, page_text, Phase::Read);
            ready("true");
        }
        Err(_) => by_hand(app, "What the page gave could not be understood. Type what you know.".into()),
    }
}

fn by_hand(app: App, why: String) {
    show(app, Reading::default(), String::new(), Phase::Manual(why));
    ready("manual");
}

fn show(app: App, reading: Reading, page_text: String, phase: Phase) {
    app.at_once(|| {
        app.now.set(clock::now());
        app.desk.update(|desk| {
            desk.reading = reading;
            desk.page_text = page_text;
        });
        let asks = app.judged.with(|judged| judged.decision.missing.iter().any(|id| crate::words::missing::of_the_seller(id)));
        app.asks_seller.set(asks);
        app.phase.set(phase);
    });
}

fn ready(how: &str) {
    if let Some(root) = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-ready", how);
    }
}
