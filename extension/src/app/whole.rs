//! Whether the notebook still holds what it held: a browser can lose its newest writes without a word, and their count with them. So the
//! count is remembered a second time, in the page's own storage, and compared after the first paint. Nothing is ever cleared by itself.

use aftertone::store::notebook::Total;

use super::App;
use crate::pending;

pub(super) async fn check(app: App) {
    let Ok(total) = app.book().total().await else { return };
    let known: Total = pending::read_total().unwrap_or_default();
    if total.events >= known.events {
        pending::write_total(&total);
        return;
    }
    let lost = known.events - total.events;
    let entries = if lost == 1 { "1 entry of the log is".to_owned() } else { format!("{lost} entries of the log are") };
    app.lost.set(Some(format!("{entries} missing: the browser lost them. Import a backup to bring them back.")));
}
