//! The pinned scripts: named, put in order, copied, edited beside an example, unpinned and brought back, out as a file and in as a union.

use aftertone::{
    draft::template::SHELF,
    exchange::{
        Wrong,
        pins::{self, Union},
    },
    store::profile::{MOST_PINS, Pin, Profile},
};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;

use super::{book, draw, files, listen, person::Undo, tell, with, wrong};
use crate::{
    clock,
    words::{
        brought, labels,
        say::{say, say_with},
    },
};

/// What the screen of pins holds besides the pins.
#[derive(Default)]
pub(crate) struct Pins {
    /// The pin that is being edited.
    pub(crate) editing: Option<String>,
    /// A file that was chosen, what it holds, and what taking it in would do.
    pub(crate) brought: Option<(String, Vec<Pin>, Union)>,
}

pub(super) async fn act(name: &str, on: &str) {
    match name {
        "pin-edit" => edit(on),
        "pin-cancel" => with(|bench| bench.pins.editing = None),
        "pin-save" => save().await,
        "pin-up" => step(on, -1).await,
        "pin-down" => step(on, 1).await,
        "pin-copy" => copy(on).await,
        "pin-drop" => unpin(on).await,
        "pin-starter" => starter(on).await,
        "pin-export" => export(),
        "pin-import" => import().await,
        "pin-import-no" => with(|bench| bench.pins.brought = None),
        _ => {}
    }
}

/// Puts an unpinned script back where it was.
pub(super) async fn back(at: usize, pin: Pin) -> Result<(), aftertone::store::StoreError> {
    keep(|pins| pins.insert(at.min(pins.len()), pin)).await
}

/// A file was chosen: what it would bring in is shown before anything is written.
pub(super) fn chosen(input: &HtmlInputElement) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    input.set_value("");
    spawn_local(async move {
        let read = if file.size() > pins::LARGEST as f64 {
            Err(brought::wrong(Wrong::PinsTooLarge))
        } else {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            text.ok_or_else(|| say("file_not_read")).and_then(|text| pins::read(&text).map_err(brought::wrong))
        };
        with(|bench| match read {
            Ok(brought) => {
                let union = pins::union(&bench.profile.pins, &brought);
                bench.pins.brought = Some((file.name(), brought, union));
                bench.said = None;
            }
            Err(why) => (bench.pins.brought, bench.said) = (None, Some((true, why))),
        });
        draw();
    });
}

fn edit(id: &str) {
    with(|bench| {
        let Some(pin) = bench.profile.pins.iter().find(|pin| pin.id == id) else { return };
        bench.fields.insert("pin-name".into(), pin.name.clone());
        bench.fields.insert("pin-template".into(), pin.template.clone());
        bench.pins.editing = Some(id.to_owned());
    });
    draw();
    listen::focus("[name=pin-name]");
}

async fn save() {
    let Some((id, name, template)) = with(|bench| {
        let field = |name: &str| bench.fields.get(name).map_or("", String::as_str).trim().to_owned();
        Some((bench.pins.editing.clone()?, field("pin-name"), field("pin-template")))
    }) else {
        return;
    };
    if template.is_empty() {
        return with(|bench| bench.said = Some((true, say("script_without_words"))));
    }
    let saved = id.clone();
    let done = keep(move |pins| {
        if let Some(pin) = pins.iter_mut().find(|pin| pin.id == id) {
            // Other words are another script: what was said of the old ones is not said of these.
            if pin.template != template {
                pin.returned = None;
            }
            (pin.name, pin.template) = (name, template);
        }
    });
    if finish(done.await, &say("saved"), None) {
        with(|bench| bench.pins.editing = None);
        draw();
        focus(&saved, "pin-edit");
    }
}

async fn step(id: &str, by: isize) {
    let done = keep(|pins| {
        if let Some(at) = pins.iter().position(|pin| pin.id == id)
            && let Some(to) = at.checked_add_signed(by).filter(|to| *to < pins.len())
        {
            pins.swap(at, to);
        }
    });
    if finish(done.await, &say("moved"), None) {
        draw();
        focus(id, if by < 0 { "pin-up" } else { "pin-down" });
    }
}

async fn copy(id: &str) {
    let new = new_id();
    let done = keep(|pins| {
        if let Some(at) = pins.iter().position(|pin| pin.id == id).filter(|_| pins.len() < MOST_PINS) {
            let name = if pins[at].name.is_empty() { String::new() } else { say_with("name_copy", &[&pins[at].name]) };
            let copy = Pin { id: new.clone(), name, used: 0, last_used: None, returned: None, ..pins[at].clone() };
            pins.insert(at + 1, copy);
        }
    });
    let there = finish(done.await, &say("copied_counted_alone"), None);
    if there && with(|bench| bench.profile.pins.iter().any(|pin| pin.id == new)) {
        edit(&new);
    } else {
        full();
    }
}

async fn unpin(id: &str) {
    let Some(at) = with(|bench| bench.profile.pins.iter().position(|pin| pin.id == id)) else { return };
    let Some(pin) = with(|bench| bench.profile.pins.get(at).cloned()) else { return };
    let done = keep(|pins| pins.retain(|pin| pin.id != id)).await;
    finish(done, &say("unpinned"), Some(Undo::Unpin { at, pin: Box::new(pin) }));
    draw();
    listen::focus("[data-do=undo]");
}

async fn starter(frame: &str) {
    let Some(starter) = SHELF.iter().find(|starter| starter.frame == frame) else { return };
    let pin = Pin {
        id: new_id(),
        name: super::sentence(&labels::frame(starter.frame)),
        template: starter.template.into(),
        frame: starter.frame.into(),
        ..Pin::default()
    };
    if !pin_new(pin).await {
        full();
    }
}

/// Pins it on top; false where it can't be.
pub(super) async fn pin_new(pin: Pin) -> bool {
    let id = pin.id.clone();
    let done = keep(move |pins| {
        if pins.len() < MOST_PINS {
            pins.insert(0, pin);
        }
    });
    finish(done.await, &say("pinned"), None) && with(|bench| bench.profile.pins.iter().any(|pin| pin.id == id))
}

fn full() {
    with(|bench| {
        if bench.profile.pins.len() >= MOST_PINS {
            bench.said = Some((true, say("fifty_pinned")));
        }
    });
}

fn export() {
    let (text, count) = with(|bench| (pins::write(&bench.profile.pins), bench.profile.pins.len()));
    match files::download("after-the-tone-pins.json", &text, "application/json") {
        Some(()) => tell(say_with("file_of_scripts", &["after-the-tone-pins.json", &count.to_string()])),
        None => with(|bench| bench.said = Some((true, say("file_not_saved")))),
    }
}

async fn import() {
    let Some((_, brought, _)) = with(|bench| bench.pins.brought.take()) else { return };
    let mut new = 0;
    let done = keep(|here| {
        // Against what is stored now, not what was shown.
        let union = pins::union(here, &brought);
        new = union.new;
        *here = union.pins;
    });
    let done = done.await;
    finish(done, &say_with("brought_scripts", &[&new.to_string()]), None);
}

pub(super) fn new_id() -> String {
    format!("{:032x}", clock::random())
}

/// Changes the pins as they are stored now, and shows them.
pub(super) async fn keep(change: impl FnOnce(&mut Vec<Pin>)) -> Result<(), aftertone::store::StoreError> {
    keep_profile(|profile| change(&mut profile.pins)).await
}

pub(super) async fn keep_profile(change: impl FnOnce(&mut Profile)) -> Result<(), aftertone::store::StoreError> {
    let profile = book().save_profile(change).await?;
    with(|bench| bench.profile = profile);
    Ok(())
}

fn finish(done: Result<(), aftertone::store::StoreError>, said: &str, undo: Option<Undo>) -> bool {
    match done {
        Ok(()) => {
            with(|bench| bench.undo = undo);
            tell(said);
            true
        }
        Err(error) => {
            wrong(&error);
            false
        }
    }
}

/// What was pressed stands in another place now: the cursor goes along.
fn focus(id: &str, act: &str) {
    listen::focus(&format!("[data-pin='{id}'] [data-act={act}]:not([disabled]), [data-pin='{id}'] [data-act=pin-edit]"));
}
