//! Next: this one is done. What is not logged yet is, a line goes to the clipboard for the CRM, and the next person due comes onto the desk
//! with their message ready; their page opens in the tab.

use aftertone::{
    decide::Action,
    due::{self, Due, Why},
    store::StoreError,
    touch::Kind,
};
use serde::Serialize;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{App, Door, log, message, open, persist};
use crate::{
    chrome, clock,
    judged::Judged,
    tab::to_js,
    words::{
        say::{say, say_with},
        trouble,
    },
};

/// A touch this fresh is what was done just now.
const JUST_NOW: i64 = 30 * 60;

pub(super) fn next(app: App) {
    if let Some(kind) = app.judged.with_untracked(|judged| undone(judged)) {
        log::touch(app, kind, false);
    }
    let line = app.desk.with_untracked(|desk| app.judged.with_untracked(|judged| message::crm_line(&desk.events, judged)));
    message::copy(app, line.clone(), say_with("copied_line", &[&line]));
    spawn_local(async move {
        // Nothing is left behind: where it can't be saved, it stays on the screen.
        if !persist::finished(app).await {
            return;
        }
        match turn(app).await {
            Ok(Some(name)) => app.say(say_with("copied_and_next", &[&line, &name])),
            Ok(None) => app.say(say_with("copied_nobody_due", &[&line])),
            Err(error) => app.wrong(trouble::not_saved(&error)),
        }
    });
}

/// What the screen told to do and nobody logged: a message left, or a call that reached nobody.
fn undone(judged: &Judged) -> Option<Kind> {
    let newest = judged.situation.touches.iter().rev().find(|touch| touch.kind != Kind::Note);
    let fresh = newest.is_some_and(|touch| judged.now.timestamp.as_second() - touch.at.timestamp.as_second() < JUST_NOW);
    match judged.decision.action {
        _ if fresh => None,
        Action::Leave => Some(Kind::Voicemail),
        Action::HangUp | Action::TryLive | Action::CallBack => Some(Kind::Call),
        Action::Stop | Action::NotNow | Action::Rest | Action::Prepare => None,
    }
}

/// Lays the desk for the next person due, and says who that is.
async fn turn(app: App) -> Result<Option<String>, StoreError> {
    let (book, now) = (app.book(), clock::now());
    let profile = app.desk.with_untracked(|desk| desk.profile.clone());
    let rows = book.index(&due::stamp(&profile), |person| due::line(person, &profile, now), |_, _| {}).await?;
    let here = app.known_as.get_clone_untracked();
    let due = due::list(&rows, &profile, now);
    badge(&due);
    crate::remind::follow(&book, &rows, &profile, now).await;
    let next = due.into_iter().find(|due| due.why != Why::Closed && Some(&due.id) != here.as_ref());
    let Some(next) = next else { return Ok(None) };
    let Some(entry) = book.entry(&next.id).await? else { return Ok(None) };
    open::take_person(app, &entry.card).await;
    let page = entry.card.page.clone().filter(|page| page.starts_with("https://") || page.starts_with("http://"));
    if let (Some(page), Some(tab), false) = (page, app.tab.get_untracked(), app.door == Door::Try)
        && let Ok(moved) = chrome::update_tab(tab, &to_js(&Address { url: page }))
    {
        // Where the browser refuses the address, the person is on the desk all the same.
        let _ = JsFuture::from(moved).await;
    }
    Ok(Some(entry.card.name.or(entry.card.organization).unwrap_or_else(|| say("somebody"))))
}

/// After something was logged: whoever is reminded is reminded of the new date. Nothing is read where nobody asked to be.
pub(super) async fn remind(app: App) {
    if !crate::remind::on() {
        return;
    }
    let (book, now) = (app.book(), clock::now());
    let profile = app.desk.with_untracked(|desk| desk.profile.clone());
    if let Ok(rows) = book.index(&due::stamp(&profile), |person| due::line(person, &profile, now), |_, _| {}).await {
        crate::remind::follow(&book, &rows, &profile, now).await;
    }
}

/// How many are due now, on the toolbar button: as of the last time that anybody looked.
pub(crate) fn badge(due: &[Due]) {
    let count = due.iter().filter(|due| due.why != Why::Closed).count();
    let text = match count {
        0 => String::new(),
        1..=999 => count.to_string(),
        _ => "999+".into(),
    };
    // The try page has no button.
    let _ = chrome::set_badge(&to_js(&Badge { text }));
}

#[derive(Serialize)]
struct Badge {
    text: String,
}

#[derive(Serialize)]
struct Address {
    url: String,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{desk::Desk, judged::judge};

    #[test]
    fn what_was_done_is_logged_once_and_a_rest_is_no_call() {
        let now = "2026-11-23T14:05:00-06:00".parse().unwrap();
        let mut desk = Desk::default();
        assert_eq!(undone(&judge(&desk, now)), Some(Kind::Call), "nobody was tried live: that is a call");
        let call = |at: &str| serde_json::from_value(serde_json::json!({"at": at, "kind": "call"})).unwrap();
        desk.touches = vec![call("2026-11-23T14:00:00-06:00")];
        assert_eq!(undone(&judge(&desk, now)), None);
        desk.touches = vec![call("2026-11-20T14:00:00-06:00")];
        assert_eq!(undone(&judge(&desk, now)), Some(Kind::Call));
        desk.kept.answers.do_not_contact = Some(true);
        assert_eq!(undone(&judge(&desk, now)), None);
    }
}
