//! A number that somebody typed by itself: no words stand around it that would have to be weighed.

use super::{
    country::Clues,
    dial::{Dialler, Told},
    extension, merge, scan, split,
};
use crate::{fact::Fact, prospect::Telephone};

/// The first number of what was typed that can be dialled, with its extension. The clues tell its country where it names none.
pub fn typed(text: &str, clues: &Clues) -> Option<Telephone> {
    let text: String = text.chars().take(200).collect();
    let (mut dialler, countries) = (Dialler::new(), clues.at(0));
    scan::runs(&text).iter().find_map(|run| {
        let rest = run.groups.last().and_then(|last| text.get(last.span.end..)).unwrap_or_default();
        let pieces = split::pieces(run, rest, &mut dialler, &countries, true);
        let (groups, number) = pieces.into_iter().find_map(|piece| match piece.told {
            Told::Number(number) => Some((piece.groups, number)),
            _ => None,
        })?;
        let last = groups.end == run.groups.len();
        let groups = run.groups.get(groups).unwrap_or_default();
        let extension = if last { extension::read(rest) } else { None };
        let extension = extension.filter(|found| split::after_dash(groups).is_none() || !extension::takes_a_place(rest, found));
        Some(Telephone {
            fact: Fact::typed(text.trim()),
            line: merge::line(&[], Some(number.kind)),
            e164: Some(number.e164),
            extension: extension.map(|(digits, _)| digits),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prospect::Line;

    fn told(text: &str, lang: &str) -> Option<(String, Option<String>, Line)> {
        let found = typed(text, &Clues::new(None, Some(lang)))?;
        Some((found.e164?, found.extension, found.line))
    }

    #[test]
    fn what_people_type_is_dialled() {
        for (text, lang, e164, extension) in [
            ("(312) 555-0142", "en-US", "+13125550142", None),
            ("tel:+1-312-555-0142", "de", "+13125550142", None),
            ("312.555.0142 ext. 12", "en-US", "+13125550142", Some("12")),
            ("cell 312 555 0142 x7", "en-US", "+13125550142", Some("7")),
            ("1-800-FLOWERS", "en-US", "+18003569377", None),
            ("+44 (0)20 7946 0958", "en-US", "+442079460958", None),
            ("0711 123450", "de-DE", "+49711123450", None),
            ("312-555-0142 or 312-555-0199", "en-US", "+13125550142", None),
            ("２１２-555-0142", "en-US", "+12125550142", None),
        ] {
            let found = told(text, lang).map(|(e164, extension, _)| (e164, extension));
            assert_eq!(found, Some((e164.to_owned(), extension.map(str::to_owned))), "{text}");
        }
    }

    #[test]
    fn the_numbers_own_plan_tells_its_kind() {
        assert_eq!(told("1-800-356-9377", "en-US").map(|found| found.2), Some(Line::TollFree));
        assert_eq!(told("07400 123456", "en-GB").map(|found| found.2), Some(Line::Mobile));
        assert_eq!(told("312-555-0142", "en-US").map(|found| found.2), Some(Line::Unknown));
    }

    #[test]
    fn what_cannot_be_dialled_is_nothing() {
        for text in ["", "call me", "31", "555-0142", "2026-11-23", &"9".repeat(5_000)] {
            assert_eq!(told(text, "en-US"), None, "{text}");
        }
    }
}
