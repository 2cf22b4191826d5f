//! The same number said several times becomes one, with everything that was said of it.

use std::collections::HashMap;

use rlibphonenumber::PhoneNumberType;

use super::{Found, MOST, Reading, dial::Told, label::Label};
use crate::{
    fact::{Fact, Source},
    prospect::{Line, Telephone},
};

/// Readings in the order of the page to numbers.
pub(super) fn merged(mut readings: Vec<Reading>) -> Vec<Found> {
    // Where a link's words are a number, and what it dials is none, the template's target was left standing.
    let written: Vec<usize> =
        readings.iter().filter(|reading| !reading.link && is_told(reading)).filter_map(|reading| reading.inside).collect();
    readings.retain(|reading| !reading.link || is_told(reading) || reading.inside.is_none_or(|inside| !written.contains(&inside)));
    let mut kept: Vec<(Reading, Vec<Label>)> = Vec::new();
    let mut places: HashMap<(String, Option<String>), usize> = HashMap::new();
    let mut links: HashMap<usize, usize> = HashMap::new();
    // Numbers whose country is known, by their last digits, for those that are written without it.
    let tails: HashMap<String, String> = readings
        .iter()
        .filter_map(|reading| match &reading.told {
            Told::Number(number) => Some((tail(&number.e164)?, number.e164.clone())),
            _ => None,
        })
        .collect();
    for reading in readings {
        let number = match &reading.told {
            Told::Number(number) => number.e164.clone(),
            _ => tail(&reading.digits).and_then(|tail| tails.get(&tail).cloned()).unwrap_or_else(|| reading.digits.clone()),
        };
        let key = (number, reading.extension.clone());
        let twin = reading.inside.and_then(|inside| links.get(&inside).copied()).filter(|place| same_number(&kept, *place, &reading));
        let bare = (key.0.clone(), None);
        let place = places.get(&key).copied().or(twin).or_else(|| reading.link.then(|| places.get(&bare).copied()).flatten());
        match place.and_then(|place| kept.get_mut(place)) {
            Some((known, labels)) => {
                labels.extend(reading.label);
                if known.link && !reading.link {
                    // Words of the page are a better value and quote than a link's target.
                    known.value = reading.value;
                    known.quote = reading.quote;
                }
                known.extension = known.extension.take().or(reading.extension);
                if let (Told::None | Told::Unclear, Told::Number(_)) = (&known.told, &reading.told) {
                    known.told = reading.told;
                }
                if let Some(place) = place {
                    places.entry(key).or_insert(place);
                }
            }
            None => {
                let place = kept.len();
                if let Some(inside) = reading.inside {
                    links.entry(inside).or_insert(place);
                }
                places.insert(key, place);
                let labels = reading.label.into_iter().collect();
                kept.push((reading, labels));
            }
        }
    }
    kept.truncate(MOST);
    kept.into_iter().map(|(reading, labels)| found(reading, &labels)).collect()
}

fn is_told(reading: &Reading) -> bool {
    matches!(reading.told, Told::Number(_))
}

/// A link's words and its target are one number, also where only one of them has the extension.
fn same_number(kept: &[(Reading, Vec<Label>)], place: usize, reading: &Reading) -> bool {
    let Some((known, _)) = kept.get(place) else { return false };
    (known.extension.is_none() || reading.extension.is_none())
        && match (&known.told, &reading.told) {
            (Told::Number(a), Told::Number(b)) => a.e164 == b.e164,
            _ => tail(&known.digits).is_some() && tail(&known.digits) == tail(&reading.digits),
        }
}

fn tail(digits: &str) -> Option<String> {
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    digits.len().checked_sub(8).and_then(|from| digits.get(from..)).map(str::to_owned)
}

fn found(reading: Reading, labels: &[Label]) -> Found {
    let number = match reading.told {
        Told::Number(number) => Some(number),
        _ => None,
    };
    let kind = number.as_ref().map(|number| number.kind);
    let country = number.as_ref().and_then(|number| number.region).map(super::country::code);
    Found {
        telephone: Telephone {
            fact: Fact::new(reading.value, if reading.link { Source::Link } else { Source::Text }, reading.quote),
            e164: number.map(|number| number.e164),
            extension: reading.extension,
            line: line(labels, kind),
        },
        at: reading.at,
        country,
    }
}

/// What all labels together say; the number's own kind where they say nothing.
pub(super) fn line(labels: &[Label], kind: Option<PhoneNumberType>) -> Line {
    let has = |label| labels.contains(&label);
    let both = has(Label::PhoneAndFax);
    let speaks = [Label::Phone, Label::Direct, Label::Switchboard, Label::Mobile, Label::TollFree].into_iter().any(has);
    let faxes = labels.iter().filter(|label| **label == Label::Fax).count();
    if has(Label::Fax) && !both && (!speaks || faxes * 2 > labels.len()) {
        return Line::Fax;
    }
    if kind == Some(PhoneNumberType::TollFree) {
        return Line::TollFree;
    }
    if has(Label::Mobile) {
        return Line::Mobile;
    }
    if has(Label::TollFree) && !matches!(kind, Some(PhoneNumberType::FixedLine | PhoneNumberType::Mobile)) {
        return Line::TollFree;
    }
    if has(Label::Direct) {
        return Line::Direct;
    }
    if kind == Some(PhoneNumberType::Mobile) {
        return Line::Mobile;
    }
    if has(Label::Switchboard) { Line::Switchboard } else { Line::Unknown }
}
