//! The checklist: one question a rule, answered from the page, the log, the clock, the settings or by the user. No opinion.

use jiff::{Timestamp, Zoned, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{
    calling::limits::Limits,
    history::History,
    moment::{Moment, Zone},
    playbook::Playbook,
    situation::{Answers, Goal, Situation},
    touch::Counts,
};

mod competitors;
pub mod rules;
mod words;

/// One question.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its file's name; for ever.
    pub id: &'static str,
    pub asks: &'static str,
    /// Why it is asked, in one sentence.
    pub why: &'static str,
    /// The seeds it comes from; empty where it comes from the law or our own inference, as its file says.
    pub seeds: &'static [&'static str],
    /// What a yes speaks for.
    pub yes: Weighs,
    /// What a no speaks for. Unknown never speaks.
    pub no: Weighs,
    judge: fn(&Case) -> Finding,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Yes,
    No,
    Unknown,
}

/// Where an answer comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    Page,
    Log,
    You,
    Clock,
    Settings,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weighs {
    Leave,
    Skip,
    Neutral,
}

/// A rule's answer with its evidence, in the seller's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub answer: Answer,
    pub evidence: Vec<String>,
    pub from: Option<From>,
    /// Until when a yes holds, for the rules that rest.
    pub until: Option<Zoned>,
}

impl Finding {
    pub(crate) fn unknown() -> Self {
        Self { answer: Answer::Unknown, evidence: Vec::new(), from: None, until: None }
    }

    pub(crate) fn yes(from: From, evidence: impl Into<String>) -> Self {
        Self { answer: Answer::Yes, evidence: vec![evidence.into()], from: Some(from), until: None }
    }

    pub(crate) fn no(from: From, evidence: impl Into<String>) -> Self {
        Self { answer: Answer::No, ..Self::yes(from, evidence) }
    }

    /// Not an answer, but worth knowing while there is none.
    pub(crate) fn unknown_but(from: From, evidence: impl Into<String>) -> Self {
        Self { answer: Answer::Unknown, ..Self::yes(from, evidence) }
    }

    pub(crate) fn said(answer: bool) -> Self {
        if answer { Self::yes(From::You, "you said so") } else { Self::no(From::You, "you said no") }
    }

    pub(crate) fn until(self, until: Zoned) -> Self {
        Self { until: Some(until), ..self }
    }
}

/// What no answer can change: the page, the log, the clock and the settings.
#[derive(Debug)]
pub struct Ground<'a> {
    pub situation: &'a Situation,
    pub now: Timestamp,
    /// The seller's, or the offset of `now`.
    pub zone: TimeZone,
    /// Every zone the prospect may be in.
    pub their_zones: Vec<&'a Zone>,
    pub playbook: &'static Playbook,
    pub limits: Limits,
    pub history: History<'a>,
    pub counts: Counts,
    /// The competitor that the page names, with the words around it.
    competitor: Option<competitors::Named<'a>>,
}

impl<'a> Ground<'a> {
    pub fn of(situation: &'a Situation, now: Moment) -> Self {
        let playbook = situation.playbook.playbook();
        Self {
            situation,
            now: now.timestamp,
            zone: situation.seller.time_zone.as_ref().map_or_else(|| now.zone(), |zone| zone.tz.clone()),
            their_zones: situation.prospect.time_zone.possible(),
            playbook,
            limits: Limits::of(&situation.settings, playbook.spacing_days),
            history: History::of(&situation.touches),
            counts: Counts::of(&situation.touches),
            competitor: competitors::named(&situation.page_text, &situation.seller.competitors),
        }
    }

    pub fn page_names_a_competitor(&self) -> bool {
        self.competitor.is_some()
    }
}

/// The ground with what may still be answered: the flip asks the same questions over other answers.
#[derive(Debug)]
pub struct Case<'a> {
    pub ground: &'a Ground<'a>,
    pub answers: Answers,
    pub goal: Option<Goal>,
    /// When a live route was tried on the current day.
    pub live_route: Option<Timestamp>,
    /// Ids of the hard lints that the script breaks, the user's own or else the drafted one.
    pub script_faults: Vec<String>,
}

impl<'a> Case<'a> {
    pub fn of(ground: &'a Ground<'a>, script_faults: Vec<String>) -> Self {
        let situation = ground.situation;
        Self {
            ground,
            answers: situation.answers.clone(),
            goal: situation.goal,
            live_route: ground.history.live_route_on(ground.now, &ground.zone),
            script_faults,
        }
    }

    pub fn find(&self) -> Findings {
        Findings(rules::RULES.iter().map(|rule| (*rule, (rule.judge)(self))).collect())
    }
}

/// Every rule's finding, in the checklist's order.
#[derive(Debug)]
pub struct Findings(Vec<(&'static Rule, Finding)>);

impl Findings {
    pub fn into_rows(self) -> impl Iterator<Item = (&'static Rule, Finding)> {
        self.0.into_iter()
    }

    pub fn yes(&self, id: &str) -> bool {
        self.get(id).is_some_and(|finding| finding.answer == Answer::Yes)
    }

    pub fn no(&self, id: &str) -> bool {
        self.get(id).is_some_and(|finding| finding.answer == Answer::No)
    }

    /// Until when a yes of that rule holds.
    pub fn until(&self, id: &str) -> Option<&Zoned> {
        self.get(id).filter(|finding| finding.answer == Answer::Yes)?.until.as_ref()
    }

    fn get(&self, id: &str) -> Option<&Finding> {
        debug_assert!(rules::RULES.iter().any(|rule| rule.id == id), "no rule is called {id}");
        self.0.iter().find(|(rule, _)| rule.id == id).map(|(_, finding)| finding)
    }
}

impl Rule {
    /// What that answer of this rule speaks for.
    pub fn weighs(&self, answer: Answer) -> Weighs {
        match answer {
            Answer::Yes => self.yes,
            Answer::No => self.no,
            Answer::Unknown => Weighs::Neutral,
        }
    }
}
