//! Files out and in, and the list of everything that is stored.

use aftertone::{
    due,
    exchange::{
        backup,
        contacts::{self, Columns, Crm},
        convert::{self, From, To},
        csv,
    },
    moment::calendar::shown,
    store::notebook::{Copied, Person, Taken},
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlElement, HtmlInputElement, Url};

use super::{again, book, draw, progress, tell, with, wrong};
use crate::{
    clock, pending,
    words::{
        brought, counted, numeral,
        say::{say, say_many, say_with},
    },
};

/// A file that was chosen, and what it would bring in.
pub(crate) struct Brought {
    pub(crate) file: String,
    pub(crate) copied: Copied,
    pub(crate) taken: Taken,
    pub(crate) notes: Vec<String>,
    /// Of a table: its header, and which column holds what.
    pub(crate) header: Vec<String>,
    pub(crate) columns: Columns,
    text: String,
}

/// The columns of a table that can be chosen: name, words, and the column that holds it.
pub(crate) type Column = (&'static str, &'static str, fn(&mut Columns) -> &mut Option<usize>);
pub(crate) const COLUMNS: [Column; 8] = [
    ("column-name", "column_name", |columns| &mut columns.name),
    ("column-first", "column_first", |columns| &mut columns.first_name),
    ("column-last", "column_last", |columns| &mut columns.last_name),
    ("column-organization", "organization", |columns| &mut columns.organization),
    ("column-title", "job_title", |columns| &mut columns.job_title),
    ("column-email", "column_email", |columns| &mut columns.email),
    ("column-telephone", "column_telephone", |columns| &mut columns.telephone),
    ("column-page", "column_page", |columns| &mut columns.page),
];

pub(super) async fn export(what: &str) {
    let to = match what {
        "hubspot-contacts" => Some(To::Contacts(Crm::HubSpot)),
        "salesforce-contacts" => Some(To::Contacts(Crm::Salesforce)),
        "hubspot-activities" => Some(To::Activities(Crm::HubSpot)),
        "salesforce-activities" => Some(To::Activities(Crm::Salesforce)),
        "vcard" => Some(To::Vcard),
        "calendar" => Some(To::Calendar),
        _ => None,
    };
    tell(say("collecting"));
    draw();
    let (copied, troubles) = match book().copy().await {
        Ok(copied) => copied,
        Err(error) => return wrong(&error),
    };
    let now = clock::now();
    let (end, kind) = match to {
        None => ("jsonl", "application/x-ndjson"),
        Some(To::Contacts(_) | To::Activities(_)) => ("csv", "text/csv"),
        Some(To::Vcard) => ("vcf", "text/vcard"),
        Some(To::Calendar) => ("ics", "text/calendar"),
    };
    let text = to.map_or_else(|| backup::write(&copied), |to| convert::of(&copied, to, now));
    let day = shown(now.zone().to_datetime(now.timestamp), "%Y-%m-%d");
    let name = format!("after-the-tone-{}-{day}.{end}", if to.is_none() { "backup" } else { what });
    if download(&name, &text, kind).is_none() {
        with(|bench| bench.said = Some((true, say("file_not_saved"))));
        return;
    }
    let damaged = if troubles.is_empty() { String::new() } else { counted("not_in_it", troubles.len()) };
    tell(say_with("file_written", &[&name, &counted("people_count", copied.persons.len()), &numeral(text.len())]) + &damaged);
}

pub(super) fn download(name: &str, text: &str, kind: &str) -> Option<()> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link = web_sys::window()?.document()?.create_element("a").ok()?;
    link.set_attribute("href", &url).ok()?;
    link.set_attribute("download", name).ok()?;
    link.dyn_into::<HtmlElement>().ok()?.click();
    // The browser has taken the file over by then.
    gloo::timers::callback::Timeout::new(60_000, move || drop(Url::revoke_object_url(&url))).forget();
    Some(())
}

/// A file was chosen: what it would bring in is shown before anything is written.
pub(super) fn chosen(input: &HtmlInputElement) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    input.set_value("");
    spawn_local(async move {
        with(|bench| (bench.brought, bench.said) = (None, None));
        if file.size() > backup::LARGEST as f64 {
            with(|bench| bench.said = Some((true, say_with("file_too_large", &[&file.name(), &(backup::LARGEST >> 20).to_string()]))));
            return draw();
        }
        with(|bench| bench.progress = Some(say_with("reading_file", &[&file.name()])));
        draw();
        let bytes = JsFuture::from(file.array_buffer()).await.map(|buffer| Uint8Array::new(&buffer).to_vec());
        match bytes.map(convert::decoded) {
            Ok(Ok(text)) => try_out(file.name(), text, None).await,
            Ok(Err(why)) => with(|bench| bench.said = Some((true, brought::wrong(why)))),
            Err(_) => with(|bench| bench.said = Some((true, say("file_not_read")))),
        }
        with(|bench| bench.progress = None);
        draw();
    });
}

/// Other columns were chosen for the table.
pub(super) async fn mapped() {
    let Some((file, text, columns)) = with(|bench| {
        let brought = bench.brought.take()?;
        let mut columns = Columns::default();
        for (name, _, column) in COLUMNS {
            *column(&mut columns) = bench.fields.get(name).and_then(|value| value.parse().ok());
        }
        Some((brought.file, brought.text, columns))
    }) else {
        return;
    };
    try_out(file, text, Some(columns)).await;
}

async fn try_out(file: String, text: String, columns: Option<Columns>) {
    let kind = convert::kind(&text);
    let header = match kind {
        From::Csv(_) => {
            let mut rows = csv::read(&text);
            let at = contacts::header(&rows);
            rows.get_mut(at).map(std::mem::take).unwrap_or_default()
        }
        _ => vec![],
    };
    let mut columns = columns.unwrap_or_else(|| contacts::columns(&header));
    with(|bench| {
        for (name, _, column) in COLUMNS {
            bench.fields.insert(name.into(), column(&mut columns).map(|at| at.to_string()).unwrap_or_default());
        }
    });
    let from = if header.is_empty() { kind } else { From::Csv(Some(columns.clone())) };
    let (copied, notes) = match convert::read(&text, &from) {
        Ok(read) => read,
        // A table whose columns are not known yet is no error: the user says which they are.
        Err(why) if !header.is_empty() => (Copied::default(), vec![why]),
        Err(why) => {
            with(|bench| bench.said = Some((true, brought::wrong(why))));
            return;
        }
    };
    match book().dry_run(&copied, progress("progress_comparing")).await {
        Ok(taken) => with(|bench| {
            // Only a table is read again, when its columns are said.
            let text = if header.is_empty() { String::new() } else { text };
            let notes = notes.into_iter().map(brought::wrong).collect();
            bench.brought = Some(Brought { file, copied, taken, notes, header, columns, text });
            bench.progress = None;
        }),
        Err(error) => wrong(&error),
    }
}

pub(super) async fn import() {
    // Taken, not copied: a hundred thousand touches are large. It stands there again where it could not be written.
    let Some((brought, profile)) = with(|bench| Some((bench.brought.take()?, bench.profile.clone()))) else { return };
    with(|bench| bench.progress = Some(say("comparing")));
    draw();
    let (book, now) = (book(), clock::now());
    let short = super::short().await;
    let row = |person: &Person| due::line(person, &profile, now);
    let taken = book.take_in_listed(&brought.copied, &due::stamp(&profile), row, progress("progress_writing")).await;
    with(|bench| bench.progress = None);
    match taken {
        Ok(taken) => {
            drop(brought);
            if let (Some((mirror, found)), Ok(total)) = (short, book.total().await) {
                // What came back is not missing any more; what did not come back still is.
                pending::came_back(mirror, found, taken.new_events, total);
            }
            with(|bench| bench.troubles.clear());
            again().await;
            let [new, touches] = [("taken_new", taken.new_persons), ("taken_new_touches", taken.new_events)]
                .map(|(words, count)| format!("{} {}", numeral(count as usize), say_many(words, count as usize)));
            tell(say_with("brought_in", &[&new, &touches, &counted("touches_count", taken.same_events as usize)]));
            draw();
            super::check(false).await;
        }
        Err(error) => {
            with(|bench| bench.brought = Some(brought));
            wrong(&error);
        }
    }
}

pub(super) async fn list_keys() {
    match book().keys().await {
        Ok(mut keys) => {
            aftertone::order::by(&mut keys, Ord::cmp);
            with(|bench| bench.keys = keys);
        }
        Err(error) => wrong(&error),
    }
}

pub(super) async fn forget_all() {
    let book = book();
    match book.forget_everything().await {
        Ok(gone) => {
            pending::forget_everything();
            list_keys().await;
            with(|bench| {
                (bench.undo, bench.person, bench.brought) = (None, None, None);
                // What was missing is not any more, where nothing is wanted.
                bench.troubles.clear();
            });
            again().await;
            let left = with(|bench| bench.keys.len());
            tell(say_with("deleted_keys", &[&numeral(gone.len()), &numeral(left)]));
        }
        Err(error) => wrong(&error),
    }
}
