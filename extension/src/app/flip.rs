//! The flip is asked for after the decision is painted: it asks the whole procedure again for each change it tries.

use std::cell::RefCell;

use aftertone::decide;
use gloo::timers::callback::Timeout;
use sycamore::prelude::*;

use super::App;

/// Keeps the flip up to date, one turn of the event loop behind the decision.
pub(super) fn follow(app: App) {
    let waiting: RefCell<Option<Timeout>> = RefCell::new(None);
    create_effect(move || {
        app.judged.track();
        // A newer one takes the place of one that still waits.
        waiting.replace(Some(Timeout::new(0, move || {
            let found = app.judged.with_untracked(|judged| decide::decide(&judged.situation, judged.now).flip);
            if app.flip.with_untracked(|old| *old != found) {
                app.flip.set(found);
            }
        })));
    });
}
