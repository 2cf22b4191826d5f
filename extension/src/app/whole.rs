//! Whether the notebook still holds what it held: a browser can lose its newest writes without a word, and their count with them. So the
//! count is remembered a second time, in the page's own storage, and compared after the first paint. Nothing is ever cleared by itself.

use super::App;
use crate::pending;

pub(super) async fn check(app: App) {
    // In this order: what another window writes meanwhile is no loss.
    let mirror = pending::mirror();
    let Ok(total) = app.book().total().await else { return };
    let lost = mirror.missing(total);
    if lost == 0 {
        return pending::settle(total);
    }
    let entries = if lost == 1 { "1 entry of the log is".to_owned() } else { format!("{lost} entries of the log are") };
    app.lost.set(Some(format!("{entries} missing: the browser lost them. Import a backup to bring them back.")));
}
