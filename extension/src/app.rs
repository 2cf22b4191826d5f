//! The app's state as signals, and everything a button can do to it. Views read and call; they hold no logic.

use std::rc::Rc;

use aftertone::{
    decide::{Decision, Flip},
    moment::Moment,
    plan::Plan,
    store::{notebook::Kept, profile::Profile},
    touch::{Kind, Outcome, identity::Identity, log::Event},
};
use sycamore::prelude::*;

use crate::{
    clock,
    desk::Desk,
    judged::{Judged, judge},
    shelf,
};

mod ahead;
mod flip;
mod follow;
mod landed;
mod log;
mod message;
mod next;
mod open;
mod panel;
mod persist;
mod samples;
mod whole;

pub(crate) use message::copy;
pub(crate) use next::badge;
pub(crate) use open::{open, reread, settings_alone, welcome_alone};
pub(crate) use panel::{button_may_open_panel, open_panel, panel_behavior};
pub(crate) use samples::{read_pasted, sample};

/// Which page this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    Popup,
    Panel,
    Try,
    /// The settings by themselves, in a place of the workbench.
    Bench,
}

/// How far the reading has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Phase {
    Reading,
    Read,
    /// Nothing could be read; the sentence says why.
    Manual(String),
}

/// What is shown at the foot after something was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Notice {
    Said(String),
    Wrong(String),
}

#[derive(Clone, Copy)]
pub(crate) struct App {
    pub(crate) door: Door,
    /// Where everything lives: what runs after an await stands outside of it.
    scope: NodeHandle,
    pub(crate) phase: Signal<Phase>,
    pub(crate) desk: Signal<Desk>,
    pub(crate) now: Signal<Moment>,
    pub(crate) judged: ReadSignal<Rc<Judged>>,
    pub(crate) flip: Signal<Option<Flip>>,
    /// The days ahead, once they are planned.
    pub(crate) plan: Signal<Option<Plan>>,
    pub(crate) notice: Signal<Option<Notice>>,
    /// The form for the seller's own facts stands open.
    pub(crate) asks_seller: Signal<bool>,
    /// The tab that was read.
    pub(crate) tab: Signal<Option<i32>>,
    pub(crate) asks_settings: Signal<bool>,
    /// The reader at the user's pace is open.
    pub(crate) rehearses: Signal<bool>,
    /// The template to be looked over before it is pinned.
    pub(crate) pinning: Signal<Option<String>>,
    /// Events that the notebook has not acknowledged, with the ids they were given first.
    pub(crate) waiting: Signal<Vec<Event>>,
    /// The last try to write them went wrong.
    pub(crate) failed: Signal<bool>,
    /// What the notebook says is missing or damaged.
    pub(crate) troubles: Signal<Vec<String>>,
    /// Who may be the same person: id and words.
    pub(crate) same_person: Signal<Vec<(String, String)>>,
    /// The notebook's id of the prospect, where it knows them.
    pub(crate) known_as: Signal<Option<String>>,
    /// What the whole notebook is short of.
    pub(crate) lost: Signal<Option<String>>,
    /// Whom the page is about, as the notebook was opened.
    opened: Signal<Identity>,
    /// What the notebook is known to hold: what differs from it is still to be written.
    base: Signal<Kept>,
    base_profile: Signal<Profile>,
    book: Signal<persist::Book>,
}

impl App {
    pub(crate) fn new(door: Door) -> Self {
        let desk = create_signal(Desk { zone: clock::zone(), lang: clock::lang(), ..Desk::default() });
        let now = create_signal(clock::now());
        let judged = create_memo(move || Rc::new(desk.with(|desk| judge(desk, now.get()))));
        Self {
            door,
            scope: use_current_scope(),
            phase: create_signal(Phase::Reading),
            desk,
            now,
            judged,
            flip: create_signal(None),
            plan: create_signal(None),
            notice: create_signal(None),
            asks_seller: create_signal(false),
            tab: create_signal(None),
            asks_settings: create_signal(false),
            rehearses: create_signal(false),
            pinning: create_signal(None),
            waiting: create_signal(Vec::new()),
            failed: create_signal(false),
            troubles: create_signal(Vec::new()),
            same_person: create_signal(Vec::new()),
            known_as: create_signal(None),
            lost: create_signal(None),
            opened: create_signal(Identity::default()),
            base: create_signal(Kept::default()),
            base_profile: create_signal(Profile::default()),
            book: create_signal(Rc::new(shelf::notebook(door == Door::Try))),
        }
    }

    fn book(self) -> persist::Book {
        self.book.get_clone_untracked()
    }

    /// Several changes, told as one, from anywhere.
    pub(crate) fn at_once(self, change: impl FnOnce()) {
        self.scope.run_in(|| batch(change));
    }

    /// One value of the judged state, told only when it changes.
    pub(crate) fn select<T: PartialEq + 'static>(self, get: impl Fn(&Judged) -> T + 'static) -> ReadSignal<T> {
        let get: Box<dyn Fn(&Judged) -> T> = Box::new(get);
        create_selector(move || self.judged.with(|judged| get(judged)))
    }

    /// One value of the desk, told only when it changes.
    pub(crate) fn on_desk<T: PartialEq + 'static>(self, get: impl Fn(&Desk) -> T + 'static) -> ReadSignal<T> {
        let get: Box<dyn Fn(&Desk) -> T> = Box::new(get);
        create_selector(move || self.desk.with(&get))
    }

    pub(crate) fn decision<T: PartialEq + 'static>(self, get: impl Fn(&Decision) -> T + 'static) -> ReadSignal<T> {
        self.select(move |judged| get(&judged.decision))
    }

    /// Changes what is kept of this prospect: decided on at once, written shortly after.
    pub(crate) fn keep(self, change: impl FnOnce(&mut Kept)) {
        self.change(|desk| change(&mut desk.kept));
        persist::kept(self);
    }

    /// Changes what is kept of the seller.
    pub(crate) fn profile(self, change: impl FnOnce(&mut Profile)) {
        self.change_profile(|desk| change(&mut desk.profile));
    }

    /// The same, where the change wants the whole desk.
    pub(crate) fn change_profile(self, change: impl FnOnce(&mut Desk)) {
        self.change(change);
        persist::profile(self);
    }

    /// Compiled once: telling everybody who looks at the desk is the larger part of a change.
    fn change(self, change: impl FnOnce(&mut Desk)) {
        let mut change = Some(change);
        let mut once = |desk: &mut Desk| {
            if let Some(change) = change.take() {
                change(desk);
            }
        };
        let once: &mut dyn FnMut(&mut Desk) = &mut once;
        self.desk.update(once);
    }

    /// Whether whom to call is typed: the page could not be read, or names nobody.
    pub(crate) fn by_hand(self) -> ReadSignal<bool> {
        create_selector(move || match self.phase.get_clone() {
            Phase::Reading => false,
            Phase::Read => self.desk.with(|desk| desk.people().next().is_none()),
            Phase::Manual(_) => true,
        })
    }

    /// Mends what a finding is about in one step, or marks its words, ready to be typed over.
    pub(crate) fn mend(self, finding: &aftertone::draft::lint::Finding) {
        message::mend(self, finding);
    }

    pub(crate) fn pin(self) {
        message::pin(self);
    }

    pub(crate) fn save_pin(self, template: String) {
        message::save_pin(self, template);
    }

    pub(crate) fn use_pin(self, n: usize) {
        message::use_pin(self, n);
    }

    pub(crate) fn use_starter(self, starter: &aftertone::draft::template::Starter) {
        message::use_template(self, starter.template, starter.id());
    }

    pub(crate) fn to_the_stage(self) {
        message::to_the_stage(self);
    }

    pub(crate) fn log(self, kind: Kind) {
        self.begin_again(|| log::touch(self, kind, false));
    }

    /// Where the message comes or goes by it, what was in view is elsewhere: the screen begins again with what comes next.
    fn begin_again(self, change: impl FnOnce()) {
        let first = || self.judged.with_untracked(|judged| judged.message_first());
        let before = first();
        change();
        if first() != before
            && let Some(document) = web_sys::window().and_then(|window| window.document())
            && let Ok(Some(scrolled)) = document.query_selector(".scroll")
        {
            scrolled.set_scroll_top(0);
        }
    }

    /// The call landed where this is the touch.
    pub(crate) fn landed(self, kind: Kind, outcome: Option<Outcome>) {
        landed::landed(self, kind, outcome);
    }

    pub(crate) fn log_inbound(self, kind: Kind) {
        log::touch(self, kind, true);
    }

    pub(crate) fn outcome(self, outcome: Outcome) {
        log::outcome(self, outcome);
    }

    pub(crate) fn undo(self) {
        self.begin_again(|| log::undo(self));
    }

    /// Another of the page's people.
    pub(crate) fn choose(self, name: String) {
        open::choose(self, name);
    }

    pub(crate) fn retry(self) {
        persist::retry(self);
    }

    pub(crate) fn next_angle(self) {
        message::next_angle(self);
    }

    pub(crate) fn copy_script(self) {
        message::copy_script(self);
    }

    /// Done with this one: logs it where it is not, copies a line for the CRM, and turns to the next person due.
    pub(crate) fn next(self) {
        next::next(self);
    }

    /// Makes another prospect and this one.
    pub(crate) fn merge(self, other: String) {
        persist::merge(self, other);
    }

    pub(crate) fn say(self, words: impl Into<String>) {
        self.notice.set(Some(Notice::Said(words.into())));
    }

    pub(crate) fn wrong(self, words: impl Into<String>) {
        self.notice.set(Some(Notice::Wrong(words.into())));
    }
}
