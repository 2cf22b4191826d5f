//! What a script must not do: hard findings block `leave`, soft ones advise. One lint a file, its id the file's name.

use serde::{Deserialize, Serialize};

use super::timing::{self, Timing};
use crate::{
    history,
    situation::{Pace, Situation},
    touch::Kind,
};

mod apology;
mod blame;
mod cliche;
mod fact_without_quote;
mod false_pretext;
mod hedges;
mod introduce_myself;
mod jargon;
mod name_never_said;
mod no_next_step;
mod no_reason;
mod number_too_fast;
mod number_twice;
mod over_target;
mod phrase;
mod placeholder;
mod too_long;
mod two_asks;

/// As `aftertone lint` prints it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub seconds: f64,
    pub words: usize,
    pub findings: Vec<Finding>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub rule: String,
    pub level: Level,
    /// Bytes into the script.
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub why: String,
    pub instead: Option<String>,
    pub seeds: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Hard,
    Soft,
}

/// What a script is held against.
#[derive(Debug, Clone, Default)]
pub struct Context<'a> {
    pub pace: Pace,
    /// E.164; the number that must be said twice. None: any phone number.
    pub seller_telephone: Option<&'a str>,
    /// A warm message may use 45 seconds.
    pub warm: bool,
    /// They called before, so that "returning your call" is true.
    pub they_called: bool,
    /// What names and figures are held against; none for a script alone.
    pub ground: Option<&'a Situation>,
}

impl<'a> Context<'a> {
    /// What a situation's script is held against.
    pub fn of(situation: &'a Situation) -> Self {
        Self {
            pace: situation.seller.wpm,
            seller_telephone: situation.callback_number(),
            warm: history::warm(situation),
            they_called: situation.touches.iter().any(|touch| touch.inbound() && matches!(touch.kind, Kind::Call | Kind::Voicemail)),
            ground: Some(situation),
        }
    }
}

/// One question to a script.
struct Lint {
    id: &'static str,
    level: Level,
    seeds: &'static [&'static str],
    look: fn(&Script<'_>) -> Vec<Hit>,
}

/// Where a lint found something, and what to say about it.
struct Hit {
    start: usize,
    end: usize,
    why: String,
    instead: Option<String>,
}

impl Hit {
    fn new((start, end): (usize, usize), why: impl Into<String>, instead: impl Into<String>) -> Self {
        Self { start, end, why: why.into(), instead: Some(instead.into()) }
    }
}

/// A script, read once for all lints.
struct Script<'a> {
    text: &'a str,
    words: Vec<phrase::Word>,
    timing: Timing,
    context: &'a Context<'a>,
}

/// In the order they are shown.
const LINTS: [Lint; 17] = [
    number_twice::LINT,
    too_long::LINT,
    placeholder::LINT,
    blame::LINT,
    over_target::LINT,
    introduce_myself::LINT,
    no_reason::LINT,
    no_next_step::LINT,
    cliche::LINT,
    false_pretext::LINT,
    jargon::LINT,
    hedges::LINT,
    apology::LINT,
    two_asks::LINT,
    name_never_said::LINT,
    number_too_fast::LINT,
    fact_without_quote::LINT,
];

/// Every finding, hard ones first.
pub fn lint(script: &str, context: &Context<'_>) -> Report {
    let sellers = context.seller_telephone.and_then(crate::fact::present);
    let timing = timing::measure(script, context.pace, sellers);
    let (seconds, words) = (timing.seconds, timing.words);
    let script = Script { text: script, words: phrase::words(script), timing, context };
    let findings = LINTS.iter().flat_map(|lint| (lint.look)(&script).into_iter().map(|hit| finding(lint, hit, script.text))).collect();
    Report { seconds, words, findings }
}

impl Report {
    /// Whether a hard lint is broken: the message is not ready.
    pub fn blocked(&self) -> bool {
        self.findings.iter().any(|finding| finding.level == Level::Hard)
    }
}

/// Whether words of their own break a hard lint, wherever they stand.
pub(super) fn hard_words(text: &str) -> bool {
    placeholder::any(text) || blame::any(&phrase::words(text))
}

/// Whether words of their own are worn or only introduce, wherever they stand.
pub(super) fn worn_words(text: &str) -> bool {
    let words = phrase::words(text);
    cliche::any(&words) || introduce_myself::any(&words)
}

/// Whether text holds a telephone number said in words: "two one two, five five five, …".
pub(super) fn number_in_words(text: &str) -> bool {
    number_twice::any_in_words(&phrase::words(text))
}

/// Whether the seller's number, among those of a script, stands early and again late, with a little to spare on both sides: a
/// message of ours must not hang on how its characters are counted.
pub(super) fn said_twice(script: &str, numbers: &[super::telephone::Written]) -> bool {
    let said: Vec<(usize, usize)> = numbers.iter().filter(|n| n.sellers).map(|n| (n.start, n.end)).collect();
    number_twice::placed(script, &said, 395, 755) == (true, true)
}

fn finding(lint: &Lint, hit: Hit, script: &str) -> Finding {
    Finding {
        rule: lint.id.to_owned(),
        level: lint.level,
        text: script.get(hit.start..hit.end).unwrap_or_default().to_owned(),
        start: hit.start,
        end: hit.end,
        why: hit.why,
        instead: hit.instead,
        seeds: lint.seeds.iter().map(|seed| (*seed).to_owned()).collect(),
    }
}

impl Script<'_> {
    /// The bytes from one word to another, the second excluded.
    fn span(&self, (first, end): (usize, usize)) -> (usize, usize) {
        let last = end.saturating_sub(1).max(first);
        let at = |n: usize| self.words.get(n);
        (at(first).map_or(0, |w| w.start), at(last).map_or(self.text.len(), |w| w.end))
    }

    /// One hit for each place where a phrase stands.
    fn hits(&self, phrases: &phrase::Phrases, why: &str, instead: &str) -> Vec<Hit> {
        phrases.all(&self.words).into_iter().map(|found| Hit::new(self.span(found), why, instead)).collect()
    }

    /// The script without the white space around it.
    fn whole(&self) -> (usize, usize) {
        let start = self.text.len() - self.text.trim_start().len();
        (start.min(self.text.trim_end().len()), self.text.trim_end().len())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn folder_and_list_agree() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/draft/lint");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .filter_map(|file| file.unwrap().file_name().to_str().unwrap().strip_suffix(".rs").map(str::to_owned))
            .filter(|name| !matches!(name.as_str(), "mod" | "phrase"))
            .collect();
        let mut ids: Vec<String> = LINTS.iter().map(|lint| lint.id.to_owned()).collect();
        files.sort();
        ids.sort();
        assert_eq!(files, ids);
    }

    #[test]
    fn winging_it_fails() {
        let report = lint("This is Bob Smith. I was hoping to talk with you. I’ll call back another time.", &Context::default());
        let rules: Vec<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
        assert_eq!(rules, ["number_twice", "no_reason", "no_next_step", "hedges"]);
    }

    #[test]
    fn good_messages_raise_no_alarm() {
        let messages: Vec<&str> = include_str!("good_messages.txt").lines().collect();
        assert_eq!(messages.len(), 40);
        let mut alarms = vec![];
        for message in messages {
            let report = lint(message, &Context::default());
            alarms.extend(report.findings.into_iter().map(|f| format!("{} ({:.1} s): {:?} in {message}", f.rule, report.seconds, f.text)));
        }
        assert!(alarms.is_empty(), "{alarms:#?}");
    }
}
