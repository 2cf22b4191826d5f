//! What is kept, written and read again.

use aftertone::touch::{Outcome, Touch};

use super::App;

/// A touch that could not be written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unsaved;

#[derive(Debug, Clone, Default)]
pub(crate) struct Keeper;

pub(super) fn kept(_app: App) {}
pub(super) fn profile(_app: App) {}
pub(super) fn retry(_app: App) {}

pub(super) fn record_touch(app: App, touch: Touch) {
    app.desk.update(|desk| desk.touches.push(touch));
}

pub(super) fn record_outcome(app: App, outcome: Outcome) {
    app.desk.update(|desk| {
        if let Some(touch) = desk.touches.last_mut() {
            touch.outcome = Some(outcome);
        }
    });
}

pub(super) fn undo(app: App) {
    app.desk.update(|desk| {
        desk.touches.pop();
    });
}
