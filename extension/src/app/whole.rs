//! Whether the notebook still holds what it held: a browser can lose its newest writes without a word, and their count with them. So the
//! count is remembered a second time, in the page's own storage, and compared after the first paint. Nothing is ever cleared by itself.

use super::App;
use crate::{pending, words::say::say_many};

pub(super) async fn check(app: App) {
    // In this order: what another window writes meanwhile is no loss.
    let mirror = pending::mirror();
    let Ok(total) = app.book().total().await else { return };
    let lost = mirror.missing(total);
    if lost == 0 {
        return pending::settle(total);
    }
    tell(app, "lost_entries", lost);
}

/// As [`check`], once a window: a write that was lost in the middle takes people with it and leaves the total as it is.
pub(super) async fn check_people(app: App) {
    let book = app.book();
    // What the user deleted is no loss, even where the browser was killed over it.
    let _ = book.finish_deletion().await;
    check(app).await;
    let Ok(total) = book.total().await else { return };
    let Ok(keys) = book.keys().await else { return };
    let found = keys.iter().filter(|key| key.starts_with("p:")).count() as u64;
    if let Some(lost) = total.prospects.checked_sub(found).filter(|lost| *lost > 0 && app.lost.with_untracked(Option::is_none)) {
        tell(app, "lost_people", lost);
    }
}

fn tell(app: App, what: &str, lost: u64) {
    app.lost.set(Some(say_many(what, lost as usize)));
}
