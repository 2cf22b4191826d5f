//! One listener for each kind of event, on the whole page: what is pressed says by itself what it does.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};

use super::{
    again, body, changed, check, draw, enter, files, follow, order, person, pins, rehearse, reminders, repair, route, settle, tell, with,
};
use crate::words::say::say;

pub(super) fn listen() {
    let Some(body) = body() else { return };
    let on = |kind: &'static str, act: fn(&Event)| {
        EventListener::new_with_options(&body, kind, EventListenerOptions::enable_prevent_default(), act).forget();
    };
    on("click", clicked);
    on("submit", submitted);
    on("input", typed);
    on("change", typed);
    on("keydown", pressed);
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "hashchange", |_| {
            with(|bench| {
                bench.said = None;
                bench.fields.remove("group");
            });
            spawn_local(async {
                enter().await;
                focus("h1");
            });
        })
        .forget();
    }
    follow();
}

fn closest(event: &Event, css: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(css).ok()?
}

fn clicked(event: &Event) {
    let Some(pressed) = closest(event, "[data-act]") else { return };
    if pressed.tag_name() == "FORM" {
        return;
    }
    let (act, on) = (pressed.get_attribute("data-act").unwrap_or_default(), pressed.get_attribute("data-on").unwrap_or_default());
    spawn_local(async move { run(&act, on).await });
}

fn submitted(event: &Event) {
    event.prevent_default();
    let act = closest(event, "form").and_then(|form| form.get_attribute("data-act")).unwrap_or_default();
    spawn_local(async move { run(&act, String::new()).await });
}

async fn run(act: &str, on: String) {
    let asked = with(|bench| bench.sure.take());
    let touch = active().and_then(|active| active.closest("[data-touch]").ok()?).and_then(|touch| touch.get_attribute("data-touch"));
    match act {
        "more" => with(|bench| bench.shown += 200),
        "group" => with(|bench| {
            bench.fields.insert("group".into(), on);
        }),
        "close" => with(|bench| (bench.said, bench.undo) = (None, None)),
        "edit" => person::edit(&on),
        "cancel" => person::cancel(),
        "save" => person::save().await,
        "add" => person::add().await,
        "delete" => person::delete(&on).await,
        "undo" => person::undo().await,
        "merge" => person::merge(&on).await,
        "split" => person::split(&on).await,
        "forget" if asked == Some("forget") => person::forget().await,
        "forget-all" if asked == Some("forget-all") => files::forget_all().await,
        "forget" => with(|bench| bench.sure = Some("forget")),
        "forget-all" => with(|bench| bench.sure = Some("forget-all")),
        "export" => files::export(&on).await,
        "import" => files::import().await,
        "import-no" => with(|bench| (bench.brought, bench.said) = (None, None)),
        "check" => {
            with(|bench| bench.troubles.clear());
            tell(say("reading_all"));
            draw();
            check(true).await;
        }
        "repair" => repair().await,
        "remind" => reminders(on == "on").await,
        "settle" => {
            settle().await;
            again().await;
        }
        _ if act.starts_with("pin-") => pins::act(act, &on).await,
        _ if act.starts_with("rehearse-") => rehearse::act(act, &on).await,
        _ => {}
    }
    draw();
    go_on_from(touch);
}

fn active() -> Option<Element> {
    body()?.owner_document()?.active_element()
}

/// Where what was pressed is gone, whoever works by keyboard goes on from the same touch, else from what was said of it, else from the top.
fn go_on_from(touch: Option<String>) {
    if active().is_some_and(|active| active.tag_name() != "BODY") {
        return;
    }
    let Some(body) = body() else { return };
    let found = |css: &str| body.query_selector(css).ok().flatten()?.dyn_into::<HtmlElement>().ok();
    let same = touch.and_then(|touch| found(&format!("[data-touch='{touch}'] :is(select, button)")));
    if let Some(same) = same {
        let _ = same.focus();
    } else if let (Some(above), Some(window)) = (found(".saids button").or_else(|| found("h1")), web_sys::window()) {
        // It is in sight, or the page is left where it is.
        let at = window.scroll_y().unwrap_or(0.0);
        let _ = above.focus();
        window.scroll_to_with_x_and_y(0.0, at);
    }
}

fn typed(event: &Event) {
    let Some(target) = event.target() else { return };
    let input = target.dyn_ref::<HtmlInputElement>();
    if let Some(files) = input.filter(|input| input.type_() == "file") {
        match event.type_().as_str() {
            "change" if files.has_attribute("data-pins") => pins::chosen(files),
            "change" => files::chosen(files),
            _ => {}
        }
        return;
    }
    let named = target.dyn_ref::<Element>().and_then(|element| element.get_attribute("name"));
    let value = input.map(HtmlInputElement::value).or_else(|| target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value));
    let value = value.or_else(|| target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value));
    let (Some(name), Some(value)) = (named, value) else { return };
    let (column, orders) = (name.starts_with("column-"), name == order::FIELD);
    let lists = with(|bench| {
        let changed = bench.fields.insert(name.clone(), value.clone()).as_ref() != Some(&value);
        changed && matches!(name.as_str(), "search" | "sort" | order::FIELD | "pin-search" | "pin-template")
    });
    // Another choice draws the field anew, and whoever chose by keyboard goes on from there.
    let stay = move || {
        draw();
        focus(&format!("[name={name}]"));
    };
    if column && event.type_() == "change" {
        spawn_local(async move {
            files::mapped().await;
            stay();
        });
    } else if lists {
        if orders {
            order::remember(&value);
        }
        with(|bench| bench.shown = super::PAGE);
        stay();
    }
}

/// Up and down (or k and j) go through the list, `/` to the search, `o` to the order.
fn pressed(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| !key.ctrl_key() && !key.alt_key() && !key.meta_key()) else { return };
    let name = key.key();
    // A single letter or sign acts only where the setting lets it (WCAG 2.1.4); arrows always do.
    let single = name.starts_with("Arrow") || with(|bench| bench.profile.single_keys);
    let writes = !single || closest(event, "input, textarea, select").is_some();
    let step = match name.as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        "j" if !writes => 1,
        "k" if !writes => -1,
        "/" if !writes => {
            event.prevent_default();
            return focus("input[name=search]");
        }
        "o" if !writes => {
            event.prevent_default();
            return focus(".order select");
        }
        _ => return,
    };
    let search = closest(event, "input[name=search]").is_some();
    if writes && !search {
        return;
    }
    let Some(body) = body() else { return };
    let Ok(rows) = body.query_selector_all("a.row") else { return };
    let row = |at: u32| rows.get(at).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    let focused = closest(event, "a.row");
    let place = (0..rows.length()).find(|at| row(*at).map(Into::into) == focused.clone() && focused.is_some());
    let next = match (place, step) {
        (None, 1) => Some(0),
        (Some(at), 1) => Some(at + 1),
        (Some(at), _) => at.checked_sub(1),
        _ => None,
    };
    if let Some(next) = next.and_then(row) {
        event.prevent_default();
        let _ = next.focus();
    }
}

pub(super) fn focus(css: &str) {
    let found = body().and_then(|body| body.query_selector(css).ok().flatten()).and_then(|found| found.dyn_into::<HtmlElement>().ok());
    if let Some(found) = found {
        let _ = found.focus();
    }
}

/// Back to the list, from a person that is no more.
pub(super) fn leave() {
    route::go(&super::Route::People);
    changed();
}
