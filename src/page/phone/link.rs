//! Numbers in the targets of links: `tel:` (RFC 3966), `callto:`, `sms:`, `fax:`, WhatsApp.

use super::{
    Reading,
    country::Clues,
    dial::{Dialler, Told},
    label::{self, Label},
    scan, split,
};
use crate::page::{
    email::{percent_decoded, strip_prefix_ignore_case},
    prose::{Link, Prose},
};

/// The scheme, what it says of the number, and whether the number is written with its country code.
const SCHEMES: [(&str, Option<Label>, bool); 10] = [
    ("tel:", None, false),
    ("callto:", None, false),
    ("fax:", Some(Label::Fax), false),
    ("sms:", Some(Label::Mobile), false),
    ("smsto:", Some(Label::Mobile), false),
    ("https://wa.me/", Some(Label::Mobile), true),
    ("http://wa.me/", Some(Label::Mobile), true),
    ("viber://chat?number=", Some(Label::Mobile), true),
    ("skype:+", None, true),
    ("skype:%2B", None, true),
];

/// More links than this are read no further.
const MOST: usize = 1_000;

pub(super) fn is_telephone(href: &str) -> bool {
    target(href).is_some()
}

pub(super) fn readings(prose: &Prose<'_>, clues: &Clues, dialler: &mut Dialler) -> Vec<Reading> {
    let links = prose.links.iter().enumerate().filter(|(_, link)| is_telephone(link.href));
    links.take(MOST).filter_map(|(place, link)| reading(prose, place, link, clues, dialler)).collect()
}

/// What a link dials, what its scheme says of it, and whether the country code is written.
fn target(href: &str) -> Option<(&str, Option<Label>, bool)> {
    let href = href.trim();
    // api.whatsapp.com/send?phone=, web.whatsapp.com/send/?text=…&phone=, whatsapp://send?phone=
    if let Some((place, query)) = href.split_once('?').filter(|(place, _)| place.trim_end_matches('/').ends_with("send"))
        && place.contains("whatsapp")
    {
        let number = query.split('&').find_map(|pair| strip_prefix_ignore_case(pair, "phone="))?;
        return Some((number, Some(Label::Mobile), true));
    }
    SCHEMES.iter().find_map(|(scheme, label, coded)| strip_prefix_ignore_case(href, scheme).map(|rest| (rest, *label, *coded)))
}

fn reading(prose: &Prose<'_>, place: usize, link: &Link<'_>, clues: &Clues, dialler: &mut Dialler) -> Option<Reading> {
    let (rest, scheme, coded) = target(link.href)?;
    let decoded = percent_decoded(rest.get(..rest.floor_char_boundary(200))?);
    let decoded = decoded.trim_start_matches('/').trim();
    let lower = decoded.to_ascii_lowercase();
    // ";ext=12", ",12" and "p12" (pauses) are dialled after the number.
    let cut = lower.find([';', ',', '?', '&', 'p', 'w', 'x']).or_else(|| lower.find("ext")).unwrap_or(lower.len());
    let (number, tail) = decoded.split_at_checked(cut)?;
    let mut run = scan::runs(number).into_iter().max_by_key(|run| run.groups.iter().map(|group| group.digits.len()).sum::<usize>())?;
    run.plus |= coded;
    let countries = clues.at(link.span.start);
    let pieces = split::pieces(&run, "", dialler, &countries, true);
    let piece = pieces.into_iter().next()?;
    let given: usize = run.groups.iter().map(|group| group.digits.len()).sum();
    if given > 17 || is_placeholder(&piece.digits) {
        return None;
    }
    // Digits of a link often carry their country code without the plus.
    let told = match piece.told {
        Told::None | Told::Unclear if piece.digits.len() >= 10 => {
            dialler.international(&piece.digits).filter(|number| number.valid).map_or(piece.told, Told::Number)
        }
        told => told,
    };
    let words = prose.text.get(link.span.clone()).unwrap_or_default();
    let line = prose.line_at(link.span.start).and_then(|at| prose.lines.get(at));
    let before = line.and_then(|line| prose.text.get(line.span.start.min(link.span.start)..link.span.start)).unwrap_or_default();
    let said = label::whole(words).or_else(|| label::before(before));
    let icon =
        prose.icons.iter().rev().find(|(at, _)| link.span.start <= *at && *at <= link.span.end).and_then(|(_, says)| label::before(says));
    Some(Reading {
        value: number.trim().to_owned(),
        quote: if words.is_empty() { link.href.chars().take(200).collect() } else { words.chars().take(200).collect() },
        digits: piece.digits,
        told,
        extension: extension(tail),
        label: scheme.or(said).or(icon).filter(|label| *label != Label::NotAPhone),
        at: link.span.start,
        end: link.span.end,
        link: true,
        inside: Some(place),
    })
}

fn extension(tail: &str) -> Option<String> {
    let tail = tail.trim_start_matches([';', ',', 'p', 'P', 'w', 'W', 'x', 'X', ' ']);
    let tail = strip_prefix_ignore_case(tail, "ext").unwrap_or(tail).trim_start_matches(['=', '.', ':', ' ', '#']);
    let digits: String = tail.chars().take_while(char::is_ascii_digit).take(8).collect();
    (1..=7).contains(&digits.len()).then_some(digits)
}

/// "123-456-7890", "000-000-0000", "555-555-5555": a template nobody filled in.
pub(super) fn is_placeholder(digits: &str) -> bool {
    let bare = digits.trim_start_matches('1');
    let same = bare.bytes().all(|b| Some(b) == bare.bytes().next());
    same || matches!(digits, "1234567890" | "11234567890" | "0123456789" | "123456789" | "12345678")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_links_dial() {
        for (href, number) in [
            ("tel:%28312%29%20555-0100", "%28312%29%20555-0100"),
            ("https://wa.me/13125550104?text=hi", "13125550104?text=hi"),
            ("https://api.whatsapp.com/send/?text=hi&phone=13125550105", "13125550105"),
            ("https://web.whatsapp.com/send?phone=+13125550106", "+13125550106"),
            ("whatsapp://send?phone=13125550107", "13125550107"),
            ("viber://chat?number=%2B13125550108", "%2B13125550108"),
            ("skype:+13125550109?call", "13125550109?call"),
        ] {
            assert_eq!(target(href).map(|(number, ..)| number), Some(number), "{href}");
        }
        for href in
            ["skype:ada.byron12345678?chat", "https://www.whatsapp.com/download", "https://example.com/send?phone=1", "mailto:a@b.c"]
        {
            assert_eq!(target(href), None, "{href}");
        }
    }
}
