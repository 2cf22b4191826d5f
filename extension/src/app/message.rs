//! The message: angles, copying, the line for the CRM.

use aftertone::{
    draft::{
        frame,
        lint::{self, Finding},
        mend, template,
    },
    moment::Moment,
    store::profile::{MOST_PINS, Pin},
    touch::{
        Kind,
        log::{Event, What},
    },
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use web_sys::HtmlTextAreaElement;

use super::App;
use crate::{
    judged::Judged,
    pending,
    words::{crm_line, labels, pins, say::say},
};

/// The next angle that they have not heard, round and round. Words of the user's own are put aside, not lost.
pub(super) fn next_angle(app: App) {
    let next = app.judged.with(|judged| {
        let angles = &judged.draft.angles;
        let at = angles.iter().position(|angle| angle.id == judged.draft.angle).map_or(0, |at| at + 1);
        let round = || angles.iter().cycle().skip(at).take(angles.len());
        round().find(|angle| !angle.heard && angle.id != judged.draft.angle).or_else(|| round().next()).map(|angle| angle.id.clone())
    });
    let Some(next) = next else {
        app.say(say("no_other_angle"));
        return;
    };
    app.keep(|kept| {
        if let Some(own) = kept.script.take() {
            kept.set_aside = Some(own);
        }
        kept.pin = None;
        kept.angle = Some(next);
    });
}

pub(super) fn copy_script(app: App) {
    let script = app.judged.with(|judged| judged.script.clone());
    copy(app, script, say("message_copied"));
}

/// "Left VM 14:05, hiring hook, next Fri 17:15", of what was done last.
pub(super) fn crm_line(events: &[Event], judged: &Judged) -> String {
    let until = judged.decision.until.as_deref().and_then(|until| until.parse::<Moment>().ok());
    let next = crm_line::next_try(until, &judged.decision.windows, judged.now);
    let newest = judged.situation.touches.iter().rev().find(|touch| touch.kind != Kind::Note);
    let spoken = newest.filter(|touch| touch.kind == Kind::Voicemail && !touch.inbound());
    // What was said then: the message on the screen is the next one already.
    let ground = spoken.and_then(|touch| {
        let hooks = &judged.situation.hooks;
        let hook = touch.hook.as_deref().filter(|id| hooks.iter().any(|hook| hook.id == *id));
        let said = hook.or_else(|| angle_of(events, touch.id.as_deref()?))?;
        Some(labels::angle(said, hooks)).filter(|ground| !ground.is_empty())
    });
    crm_line::crm_line(newest, ground.as_deref(), next, judged.now, &judged.here)
}

fn angle_of<'a>(events: &'a [Event], touch: &str) -> Option<&'a str> {
    let touch = touch.parse().ok()?;
    events.iter().rev().find(|event| event.id == touch).and_then(|event| match &event.what {
        What::Touch { angle, .. } => angle.as_deref(),
        _ => None,
    })
}

/// Puts the cursor over the words from `start` to `end`, bytes of the script.
fn mark(app: App, start: usize, end: usize) {
    let area =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.query_selector("[data-script]").ok().flatten());
    let Some(area) = area.and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
    let _ = area.focus();
    if let Some((start, end)) = app.judged.with_untracked(|judged| Some((units(&judged.script, start)?, units(&judged.script, end)?))) {
        let _ = area.set_selection_range(start, end);
    }
}

/// A textarea counts in UTF-16 units.
fn units(script: &str, bytes: usize) -> Option<u32> {
    u32::try_from(script.get(..bytes)?.encode_utf16().count()).ok()
}

/// Shows the message without this prospect's words, to be kept for others.
pub(super) fn pin(app: App) {
    let template = app.judged.with(|judged| template::pin(&judged.script, &judged.situation));
    if template.trim().is_empty() {
        return app.say(say("no_message_to_pin"));
    }
    app.pinning.set(Some(template));
}

/// Keeps the template as it was looked over.
pub(super) fn save_pin(app: App, template: String) {
    app.pinning.set(None);
    if template.trim().is_empty() {
        return;
    }
    let (known, full) = app.desk.with_untracked(|desk| {
        let pins = &desk.profile.pins;
        (pins.iter().any(|pin| pin.template == template), pins.len() >= MOST_PINS)
    });
    if known || full {
        return app.say(say(if known { "pinned_already" } else { "fifty_pinned" }));
    }
    let frame = app.judged.with_untracked(|judged| {
        let drafted = judged.script == judged.draft.script;
        frame::of(drafted.then_some(judged.draft.angle.as_str()), &judged.script).to_owned()
    });
    let pin = Pin { id: format!("{:032x}", crate::clock::random()), template, frame, ..Pin::default() };
    app.profile(|profile| profile.pins.insert(0, pin));
    app.say(say("pinned_with_slots"));
}

/// Takes a pinned script for this prospect, as an edit of the user's own.
pub(super) fn use_pin(app: App, n: usize) {
    let now = crate::clock::now();
    let Some((template, id)) = app.desk.with_untracked(|desk| desk.profile.pins.get(n).map(|pin| (pin.template.clone(), pin.id.clone())))
    else {
        return;
    };
    use_template(app, &template, id);
    app.profile(|profile| {
        if let Some(pin) = profile.pins.get_mut(n) {
            (pin.used, pin.last_used) = (pin.used.saturating_add(1), Some(now));
        }
    });
}

/// The template under the id that the log knows it by.
pub(super) fn use_template(app: App, template: &str, id: String) {
    let filled = app.judged.with(|judged| pins::fill(template, &judged.situation, judged.now));
    app.keep(|kept| (kept.script, kept.pin) = (Some(filled), Some(id)));
}

/// Lays the message down for the workbench's stage, where it can be recorded.
pub(super) fn to_the_stage(app: App) {
    let pin = app.desk.with_untracked(|desk| desk.kept.pin.clone().filter(|_| desk.kept.script.is_some()));
    app.judged.with_untracked(|judged| {
        let template = template::pin(&judged.script, &judged.situation);
        pending::write_rehearsal(&pending::Rehearsal { script: judged.script.clone(), template, pin });
    });
}

/// The script without what the finding found, where one honest step mends it; else its words are marked, to be typed over.
pub(super) fn mend(app: App, finding: &Finding) {
    let mended = app.judged.with_untracked(|judged| mend::mend(&judged.script, finding, &lint::Context::of(&judged.situation)));
    match mended {
        Some(script) => app.keep(|kept| kept.script = Some(script)),
        None => mark(app, finding.start, finding.end),
    }
}

/// Puts the text on the clipboard and says so, or says why not.
pub(crate) fn copy(app: App, text: String, done: impl Into<String>) {
    let Some(clipboard) = web_sys::window().map(|window| window.navigator().clipboard()) else { return };
    let promise = clipboard.write_text(&text);
    let done = done.into();
    spawn_local(async move {
        match JsFuture::from(promise).await {
            Ok(_) => app.say(done),
            Err(_) => app.wrong(say("not_copied")),
        }
    });
}
