//! The plan of the days ahead: some time after the decision is painted and never while something is typed, as it asks the whole procedure
//! once for each day.

use std::{cell::RefCell, rc::Rc};

use aftertone::{plan, situation::Situation};
use gloo::timers::callback::Timeout;
use sycamore::prelude::*;

use super::{App, Phase};

/// Keys that follow each other faster than this plan nothing.
const PAUSE_MS: u32 = 500;
const HOUR_SECONDS: i64 = 3600;

/// Keeps the plan up to date, well behind the decision.
pub(super) fn follow(app: App) {
    let waiting: RefCell<Option<Timeout>> = RefCell::new(None);
    let planned: Rc<RefCell<Option<(i64, Situation)>>> = Rc::default();
    create_effect(move || {
        app.judged.track();
        if app.phase.with(|phase| *phase == Phase::Reading) {
            return;
        }
        let planned = planned.clone();
        waiting.replace(Some(Timeout::new(PAUSE_MS, move || {
            let (now, basis) = app.judged.with_untracked(|judged| (judged.now, basis(&judged.situation, &judged.script)));
            let basis = (now.timestamp.as_second() / HOUR_SECONDS, basis);
            // The clock ticks on the screen; the days ahead are the same all hour.
            if planned.borrow().as_ref() == Some(&basis) {
                return;
            }
            app.plan.set(Some(plan::plan(&basis.1, now, plan::DAYS)));
            planned.replace(Some(basis));
        })));
    });
}

/// Each day is planned with the message as it stands, so that none is drafted sixty times over.
fn basis(situation: &Situation, script: &str) -> Situation {
    let script = Some(script.to_owned()).filter(|script| !script.trim().is_empty());
    Situation { now: None, script, ..situation.clone() }
}
