//! Whose page is it? Every witness names an organization; names that mean the same support each other, and the best supported wins.

mod form;
mod logo;
mod spelled;
mod witness;

use self::form::{bare, same};
pub(super) use self::form::{has_legal_form, like_host};
use super::{
    dom::Dom,
    head::Head,
    place,
    structured::Entity,
    text::{line::Line, name},
};
use crate::fact::{Fact, Source};

/// One name an organization is given on the page.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) fact: Fact,
    weight: f32,
    /// Where it was read, for the note: "the copyright line".
    witness: &'static str,
}

/// What was chosen, and how sure that is.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) fact: Fact,
    pub(super) weight: f32,
    /// In words, where witnesses disagree.
    pub(super) note: Option<String>,
}

/// Hosts of the page's address and of the e-mail addresses on it speak for the name that is like them.
pub(super) fn choose(written: Vec<Candidate>, entities: &[Entity], persons: &[&str], hosts: &[String]) -> Option<Choice> {
    let mut candidates = witness::marked_up(entities);
    candidates.extend(written);
    candidates.retain(|candidate| !form::is_generic(&candidate.fact.value));
    // A page about one person is signed with that person's name: no organization.
    let is_written = |fact: &Fact| matches!(fact.source, Source::Text | Source::Heading | Source::Meta | Source::OpenGraph);
    // "Dr. Ada Byron, DDS" is Ada Byron.
    let is_persons = |fact: &Fact| {
        let plain = || name::name(&fact.value).is_some_and(|name| persons.contains(&name.value.as_str()));
        is_written(fact) && (persons.contains(&fact.value.as_str()) || plain())
    };
    candidates.retain(|candidate| !is_persons(&candidate.fact));
    // "© Ada Byron MSc" is whoever keeps the page, and no house: a degree is a person's.
    let has_degree = |fact: &Fact| name::name(&fact.value).is_some_and(|name| name.degree);
    candidates.retain(|candidate| !(is_written(&candidate.fact) && !has_legal_form(&candidate.fact.value) && has_degree(&candidate.fact)));
    // "Ada Byron, MSc - Clinical Psychology" over the page introduces her.
    let introduces = |fact: &Fact| {
        let leading = name::leading(&fact.value);
        leading.is_some_and(|(name, end)| {
            let behind = fact.value.get(end..).unwrap_or_default();
            persons.contains(&name.value.as_str()) && behind.starts_with([',', ' ']) && (behind.contains(" - ") || behind.contains(" – "))
        })
    };
    candidates.retain(|candidate| !(is_written(&candidate.fact) && introduces(&candidate.fact)));
    // "Wood Floors – New York City": where, not who.
    candidates.retain(|candidate| !is_written(&candidate.fact) || place::city::known(&candidate.fact.value).is_none());
    // "6740 Mill Road, 2nd Floor" too.
    let is_street = |name: &str| name.starts_with(|c: char| c.is_ascii_digit()) && witness::is_street(name);
    candidates.retain(|candidate| !is_written(&candidate.fact) || !is_street(&candidate.fact.value));
    let weight = |candidate: &Candidate| if form::is_host(&candidate.fact.value) { 0.0 } else { candidate.weight };
    if candidates.iter().any(|candidate| weight(candidate) >= HEARD) {
        candidates.retain(|candidate| !form::is_host(&candidate.fact.value));
    }
    candidates.truncate(MOST);
    let mut best: Option<(f32, usize)> = None;
    let bares: Vec<String> = candidates.iter().map(|candidate| bare(&candidate.fact.value)).collect();
    for (nth, candidate) in candidates.iter().enumerate() {
        let mut seen: Vec<&str> = vec![candidate.witness];
        let mut weight = candidate.weight;
        for (other, there) in candidates.iter().enumerate().filter(|(other, _)| *other != nth) {
            // One witness is heard once, and for the longer form a shorter one speaks a little.
            if !seen.contains(&there.witness)
                && let Some(share) = same(&bares[nth], &bares[other])
            {
                seen.push(there.witness);
                weight += there.weight * share;
            }
        }
        // A logo of letters stands for the words that they begin: "EC CS" for "Earl's College of Computer Science".
        weight -= if bares.iter().any(|other| other.len() > bares[nth].len()) && stands_for(&candidates, nth) { LETTERS } else { 0.0 };
        weight += hosts.iter().map(|host| form::like_host(&candidate.fact.value, host)).fold(0.0, f32::max);
        if best.is_none_or(|(top, _)| weight > top) {
            best = Some((weight, nth));
        }
    }
    let (weight, nth) = best?;
    let chosen = &candidates[nth];
    let rival = candidates
        .iter()
        .enumerate()
        .find(|(other, there)| there.weight >= STRONG && same(&bares[nth], &bares[*other]).is_none() && there.fact.source != Source::Text);
    let note = rival.map(|(_, there)| {
        format!(
            "The organization is read as “{}” ({}); the page also says “{}” ({}).",
            chosen.fact.value, chosen.witness, there.fact.value, there.witness
        )
    });
    Some(Choice { fact: chosen.fact.clone(), weight, note })
}

/// The names that the page's words give: asked once, for what signs the page and for the choice.
pub(super) fn written(dom: &Dom, lines: &[Line], head: &Head, addresses: &[&str], hosts: &[String]) -> Vec<Candidate> {
    let mut found = witness::written(dom, lines, head, addresses);
    spelled::spelled(dom.text(), hosts, &mut found);
    found
}

/// Names that two or more places of the page sign it with: its title, its logo, the copyright line, the address block.
pub(super) fn signatures(written: &[Candidate]) -> Vec<String> {
    let mut names: Vec<(&str, &str)> = Vec::new();
    let mut signed = Vec::new();
    for candidate in written.iter().take(MOST) {
        let name = candidate.fact.value.as_str();
        if names.iter().any(|(known, witness)| *known == name && *witness != candidate.witness) {
            signed.push(name.to_owned());
        }
        names.push((name, candidate.witness));
    }
    signed
}

/// Whether it is capitals only, and the first letters of another's words.
fn stands_for(candidates: &[Candidate], nth: usize) -> bool {
    let letters = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let own = letters(&candidates[nth].fact.value);
    let is_letters = (2..=8).contains(&own.len()) && own.chars().all(char::is_uppercase);
    let small = |word: &&str| word.starts_with(char::is_uppercase) && *word != "The";
    let initials = |name: &str| name.split_whitespace().filter(small).filter_map(|word| word.chars().next()).collect::<String>();
    is_letters && candidates.iter().any(|there| initials(&there.fact.value) == own)
}

/// What the letters weigh less than the words.
const LETTERS: f32 = 3.0;

/// A witness good enough to call the house by another name than its host's.
const HEARD: f32 = 2.6;

/// All are held against all.
const MOST: usize = 120;

/// A witness whose dissent is worth a note.
const STRONG: f32 = 4.0;
