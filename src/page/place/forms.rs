//! The forms of addresses, country by country, in one line of text (and, for some, the line before it).

mod british;
mod province;
mod town;

use std::ops::Range;

use super::{
    Place, city,
    country::{self, Country},
    region::{self, Region},
    words::Word,
};
use british::{british, is_county, is_home_nation};
use province::provincial;
use town::{clean_town, segment_before, slice, town_after, town_before};

/// What is known of the page when a form alone does not tell the country.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Hints<'a> {
    /// Countries that language, domain and the lines around speak for.
    pub countries: &'a [&'static str],
    /// The lines before, joined by commas, for a post town on a line of its own.
    pub above: &'a str,
}

/// Every place of a line, in order.
pub(super) fn places(line: &str, words: &[Word<'_>], hints: Hints<'_>) -> Vec<Place> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        // "Curitiba, PR" is no Puerto Rico on a Brazilian page.
        let found = Some(()).filter(|()| hints.countries.first() == Some(&"BR")).and_then(|()| brazilian(line, words, at, hints));
        let found = found
            .or_else(|| american(line, words, at))
            .or_else(|| british(line, words, at, hints))
            .or_else(|| australian(line, words, at))
            .or_else(|| brazilian(line, words, at, hints))
            .or_else(|| provincial(line, words, at, hints))
            .or_else(|| coded(line, words, at, hints))
            .or_else(|| trailing_code(line, words, at, hints))
            .or_else(|| named_country(line, words, at));
        match found {
            // "China, Vietnam", "Alaska, Puerto Rico": a list, no address.
            Some((place, next)) if place.locality.as_deref().is_some_and(is_larger) => at = next.max(at + 1),
            Some((place, next)) => {
                out.push(place);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    out
}

type Hit = Option<(Place, usize)>;

/// A country or a state, not a town that is called like one.
fn is_larger(name: &str) -> bool {
    if city::known(name).is_some() {
        return false;
    }
    let part = |part: &str| {
        country::by_name(part).is_some() || region::by_name(part, Some("US")).is_some_and(|_| !matches!(part, "Washington" | "New York"))
    };
    name.split('&').map(str::trim).any(part)
}

/// "Chicago, IL 60606", "Chicago, Illinois", "Toronto ON M5V 2T6".
fn american(line: &str, words: &[Word<'_>], at: usize) -> Hit {
    let (region, taken) = north_american(words, at)?;
    let next = words.get(at + taken);
    let last = words.get(at + taken - 1)?;
    let zip = next.is_some_and(|word| region.country == "US" && is_zip(word.text) && !last.ends);
    let zip = zip || next.is_some_and(|word| region.country == "US" && is_zip(word.text) && last.ends && word.begins);
    let canadian = region.country == "CA" && postcode_of_canada(words, at + taken).is_some();
    let coded = zip || canadian;
    let comma = words.get(at).is_some_and(|word| word.begins) && at > 0;
    let town = town_before(words, at, coded)?;
    let abbreviated = words.get(at)?.text.len() <= 3 || last.text.len() <= 3;
    let closed = last.ends
        || last.stop
        || next.is_none_or(|word| !word.is_capital() && !word.has_digit())
        || next.is_some_and(|word| matches!(word.text, "USA" | "US" | "Canada" | "United"));
    let known = city::known(slice(line, words, &town)).is_some_and(|(country, _)| country == region.country);
    // "in Atlanta Georgia."
    let spelled = known && !abbreviated;
    if !(coded || comma && (closed || spelled) || spelled && closed) {
        return None;
    }
    // "Cape Coral FL 33904 - 33915": a stretch of codes is where somebody delivers.
    if zip && last_zip_opens_a_stretch(words, at + taken) {
        return None;
    }
    // "Ada Byron, MS" is a degree.
    let degree = words.get(at).is_some_and(|word| matches!(word.text, "MS" | "MA" | "MD" | "PA" | "VA" | "MBA"));
    if degree && !coded && !known {
        return None;
    }
    let weight = match (coded, known) {
        (true, _) => 5.0,
        (false, true) => 3.5,
        (false, false) => {
            if abbreviated {
                2.5
            } else {
                2.0
            }
        }
    };
    let end = at + taken + usize::from(zip) + if canadian { postcode_of_canada(words, at + taken).unwrap_or(0) } else { 0 };
    Some((place(line, words, town.start..end, Some(town), Some(at..at + taken), Some(region.country), weight), end))
}

fn last_zip_opens_a_stretch(words: &[Word<'_>], zip: usize) -> bool {
    words.get(zip).is_some_and(|word| word.text.len() == 5 && word.ends) && words.get(zip + 1).is_some_and(|word| is_zip(word.text))
}

/// A US or Canadian state at a word: its table row and how many words it takes.
fn north_american(words: &[Word<'_>], at: usize) -> Option<(&'static Region, usize)> {
    let word = words.get(at)?;
    let home = |region: &&Region| matches!(region.country, "US" | "CA");
    // "Brewster Ma 02631"
    let capitals = word.text.bytes().all(|b| b.is_ascii_uppercase());
    if word.text.len() == 2 && !capitals && word.is_capital() && words.get(at + 1).is_some_and(|next| is_zip(next.text)) {
        return region::by_code(&word.text.to_ascii_uppercase(), Some("US")).map(|region| (region, 1));
    }
    if word.text.len() == 2 && capitals {
        let american = region::by_code(word.text, Some("US"));
        return american.or_else(|| region::by_code(word.text, Some("CA"))).map(|region| (region, 1));
    }
    // "D.C." is two words.
    if word.text == "D" && word.stop && words.get(at + 1).is_some_and(|next| next.text == "C") {
        return region::by_code("DC", Some("US")).map(|region| (region, 2));
    }
    if !word.is_capital() || word.text.len() < 3 || !region::may_begin(word.text) {
        return None;
    }
    for taken in [3, 2, 1] {
        let Some(part) = words.get(at..at + taken) else { continue };
        if part.iter().take(taken - 1).any(|word| word.ends) {
            continue;
        }
        let name = part.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
        if let Some(region) = region::by_name(&name, Some("US")).or_else(|| region::by_name(&name, Some("CA"))).filter(home) {
            return Some((region, taken));
        }
    }
    None
}

fn is_zip(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = |range: Range<usize>| bytes.get(range).is_some_and(|part| part.iter().all(u8::is_ascii_digit));
    text.len() == 5 && digits(0..5) || text.len() == 10 && digits(0..5) && bytes.get(5) == Some(&b'-') && digits(6..10)
}

/// "M5V 2T6": how many words it takes.
fn postcode_of_canada(words: &[Word<'_>], at: usize) -> Option<usize> {
    let shape = |text: &str| {
        text.chars()
            .map(|c| {
                if c.is_ascii_digit() {
                    '9'
                } else if c.is_ascii_uppercase() {
                    'A'
                } else {
                    '-'
                }
            })
            .collect::<String>()
    };
    let first = shape(words.get(at)?.text);
    match first.as_str() {
        "A9A9A9" | "A9A-9A9" => Some(1),
        "A9A" if words.get(at + 1).is_some_and(|next| shape(next.text) == "9A9") => Some(2),
        _ => None,
    }
}

/// "Sydney NSW 2000", "Adelaide, South Australia 5000".
fn australian(line: &str, words: &[Word<'_>], at: usize) -> Hit {
    // A code of four digits stands within three words.
    if !words.get(at)?.is_capital() || !words.iter().skip(at + 1).take(3).any(|word| word.is_digits(4)) {
        return None;
    }
    let mut found = None;
    for taken in [3, 2, 1] {
        let Some(part) = words.get(at..at + taken) else { continue };
        let name = part.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
        let region = if taken == 1 && name.len() <= 3 {
            region::by_code(&name.to_ascii_uppercase(), Some("AU")).filter(|_| name.bytes().all(|b| b.is_ascii_uppercase()))
        } else {
            region::by_name(&name, Some("AU"))
        };
        if region.is_some() {
            found = Some(taken);
            break;
        }
    }
    let taken = found?;
    words.get(at + taken).filter(|word| word.is_digits(4))?;
    let town = town_before(words, at, true)?;
    let end = at + taken + 1;
    Some((place(line, words, town.start..end, Some(town), Some(at..at + taken), Some("AU"), 5.0), end))
}

/// "São Paulo - SP", "Curitiba/PR, 80010-000".
fn brazilian(line: &str, words: &[Word<'_>], at: usize, hints: Hints<'_>) -> Hit {
    let word = words.get(at)?;
    // Two capitals; nearly every word fails here.
    let code = word.text.get(word.text.len().checked_sub(2)?..).filter(|code| code.bytes().all(|b| b.is_ascii_uppercase()))?;
    if !matches!(word.text.as_bytes(), [_, _] | [.., b'/', _, _]) {
        return None;
    }
    let region = region::by_code(code, Some("BR"))?;
    let cep = |word: &Word<'_>| {
        word.text.len() == 9 && word.text.as_bytes().get(5) == Some(&b'-') && word.text.bytes().filter(u8::is_ascii_digit).count() == 8
    };
    let near = words.get(at.saturating_sub(6)..(at + 4).min(words.len())).is_some_and(|near| near.iter().any(cep));
    if !near && !hints.countries.contains(&"BR") {
        return None;
    }
    let slashed = word.text.len() > code.len();
    if !slashed && !word.begins {
        return None;
    }
    let town = if slashed { at..at + 1 } else { town_before(words, at, true)? };
    let mut found = place(line, words, town.start..at + 1, Some(town), None, Some("BR"), if near { 5.0 } else { 3.0 });
    if slashed {
        found.locality = word.text.split('/').next().map(str::to_owned);
    }
    found.region = Some(region.code.to_owned());
    Some((found, at + 1))
}

/// Codes that stand before the town: "10115 Berlin", "D-10115 Berlin", "1012 AB Amsterdam", "00-950 Warszawa", "111 22 Stockholm".
fn coded(line: &str, words: &[Word<'_>], at: usize, hints: Hints<'_>) -> Hit {
    let word = words.get(at)?;
    if !word.has_digit() {
        return None;
    }
    let (prefix, code) = match word.text.split_once('-') {
        Some((prefix, code)) if !prefix.is_empty() && prefix.len() <= 3 && prefix.bytes().all(|b| b.is_ascii_alphabetic()) => {
            (Some(prefix), code)
        }
        _ => (None, word.text),
    };
    let told = prefix.and_then(prefix_country);
    if prefix.is_some() && told.is_none() {
        return None;
    }
    let digits = code.bytes().all(|b| b.is_ascii_digit());
    let next = words.get(at + 1);
    let two = |first: usize, second: usize| digits && code.len() == first && next.is_some_and(|next| next.is_digits(second)) && !word.ends;
    let (candidates, taken): (&[&'static str], usize) = if digits
        && code.len() == 4
        && next.is_some_and(|next| next.text.len() == 2 && next.text.bytes().all(|b| b.is_ascii_uppercase()) && !next.ends)
    {
        (&["NL"], 2)
    } else if two(3, 2) {
        (&["SE", "CZ", "SK", "GR"], 2)
    } else if digits && code.len() == 5 {
        (&["DE", "FR", "ES", "IT", "FI", "MX", "TR", "EE", "HR", "UA", "TH", "MY", "SE", "CZ", "SK", "RS", "ID"], 1)
    } else if digits && code.len() == 4 {
        (&["CH", "AT", "BE", "DK", "NO", "HU", "LU", "SI", "BG", "NL", "LI", "CY"], 1)
    } else if digits && code.len() == 6 {
        (&["RU", "RO", "KZ", "BY", "CN"], 1)
    } else if shaped(code, "99-999") {
        (&["PL"], 1)
    } else if shaped(code, "9999-999") {
        (&["PT"], 1)
    } else if shaped(code, "99999-999") {
        (&["BR"], 1)
    } else {
        return None;
    };
    if word.ends {
        return None;
    }
    let town = town_after(words, at + taken)?;
    let name = slice(line, words, &town);
    let known = city::known(name).map(|(country, _)| country).filter(|country| candidates.contains(country));
    let hinted = hints.countries.iter().copied().find(|country| candidates.contains(country));
    let sure = candidates.len() == 1 && (taken == 2 || code.contains('-'));
    // "2014 Brochure Is Here" begins with a year, unless the page speaks for the country before all others.
    let year = digits && taken == 1 && code.len() == 4 && ("1990".."2040").contains(&code);
    if year && told.is_none() && known.is_none() && (hinted != hints.countries.first().copied() || town.len() > 2) {
        return None;
    }
    let (country, weight) = match (told, known, hinted) {
        (Some(told), ..) => (told, 5.0),
        (None, Some(known), _) => (known, 4.5),
        (None, None, Some(hinted)) => (hinted, 4.0),
        (None, None, None) if sure => (*candidates.first()?, 3.5),
        _ => return None,
    };
    // "12345 Main Street" is a house on a street.
    let behind = words.get(town.end..).unwrap_or_default();
    if !matches!(country, "FR" | "IT")
        && behind.first().is_some_and(Word::is_street)
        && !words.get(town.end - 1).is_some_and(|word| word.ends)
    {
        return None;
    }
    let mut end = town.end;
    if words.get(end).is_some_and(|word| word.text.eq_ignore_ascii_case("cedex")) {
        end += 1;
    }
    Some((place(line, words, at..end, Some(town), None, Some(country), weight), end))
}

fn shaped(text: &str, shape: &str) -> bool {
    text.len() == shape.len() && text.bytes().zip(shape.bytes()).all(|(b, s)| if s == b'9' { b.is_ascii_digit() } else { b == s })
}

fn prefix_country(prefix: &str) -> Option<&'static str> {
    Some(match prefix.to_ascii_uppercase().as_str() {
        "D" | "DE" => "DE",
        "A" | "AT" => "AT",
        "CH" => "CH",
        "F" | "FR" => "FR",
        "B" | "BE" => "BE",
        "L" | "LU" => "LU",
        "I" | "IT" => "IT",
        "E" | "ES" => "ES",
        "NL" => "NL",
        "DK" => "DK",
        "S" | "SE" => "SE",
        "N" | "NO" => "NO",
        "FI" | "FIN" => "FI",
        "PL" => "PL",
        "CZ" => "CZ",
        "SK" => "SK",
        "H" | "HU" => "HU",
        "SI" => "SI",
        "HR" => "HR",
        "FL" | "LI" => "LI",
        "LV" => "LV",
        "LT" => "LT",
        "EE" => "EE",
        "RO" => "RO",
        "BG" => "BG",
        "GR" => "GR",
        "CY" => "CY",
        "MC" => "MC",
        _ => return None,
    })
}

/// Codes behind the town: "Mumbai 400 001", "Singapore 048583", "Auckland 1010", "Dublin 2", "Cape Town 8001".
fn trailing_code(line: &str, words: &[Word<'_>], at: usize, hints: Hints<'_>) -> Hit {
    let word = words.get(at)?;
    if !word.is_capital() && word.text.chars().next().is_none_or(|c| c as u32 <= 0x2e80) {
        return None;
    }
    let own = hints.countries.first().copied().filter(|own| matches!(*own, "NZ" | "ZA"));
    if own.is_none() && !city::may_begin(word.text) {
        return None;
    }
    for taken in [3, 2, 1] {
        let Some(part) = words.get(at..at + taken) else { continue };
        if part.iter().take(taken - 1).any(|word| word.ends) {
            continue;
        }
        let span = at..at + taken;
        let next = words.get(at + taken);
        // "…, Hamilton 3204" on a New Zealand page.
        let own = own.filter(|_| {
            word.begins && at > 0 && next.is_some_and(|word| word.is_digits(4) && word.ends) && part.iter().all(Word::is_capital)
        });
        let Some(country) = own.or_else(|| city::known(slice(line, words, &span)).map(|(country, _)| country)) else { continue };
        let digits = |length| next.is_some_and(|word| word.is_digits(length));
        let (fits, more) = match country {
            "IN" if digits(3) && words.get(at + taken + 1).is_some_and(|word| word.is_digits(3)) => (true, 2),
            "IN" | "SG" | "CN" | "RU" | "KZ" | "VN" => (digits(6), 1),
            "NZ" | "ZA" | "PH" | "AU" | "BD" | "AR" => (digits(4), 1),
            "IE" => (digits(1) || digits(2), 1),
            "TH" | "KR" | "MY" | "TW" | "PK" | "TR" | "ID" | "MA" | "SA" | "EG" => (digits(5), 1),
            "JP" => (next.is_some_and(|word| shaped(word.text.trim_start_matches('〒'), "999-9999")), 1),
            _ => (false, 0),
        };
        let alone = words.len() <= taken + 1 && at == 0
            || words.get(at).is_some_and(|word| word.begins) && words.get(at + taken - 1).is_some_and(|word| word.ends);
        if fits {
            return Some((place(line, words, at..at + taken + more, Some(span), None, Some(country), 4.5), at + taken + more));
        }
        // "Atlanta, Georgia": the state behind it is read with its town.
        if alone && words.len() <= 14 && !(country == "US" && north_american(words, at + taken).is_some()) {
            let latin = word.text.is_ascii();
            // "16 Mill Street, Boston": a house on a street stands before it.
            let front = words.get(..at).unwrap_or_default();
            let is_addressed = front.iter().any(Word::has_digit) && front.iter().any(Word::is_street) && words.get(at + taken).is_none();
            let weight = if is_addressed {
                2.8
            } else if hints.countries.contains(&country) || !latin {
                2.2
            } else {
                1.4
            };
            return named_country_behind(line, words, at, &span)
                .or_else(|| Some((place(line, words, span.clone(), Some(span.clone()), None, Some(country), weight), at + taken)));
        }
        return None;
    }
    None
}

/// "Springfield, Country" where the town is known: the country as written decides.
fn named_country_behind(line: &str, words: &[Word<'_>], at: usize, town: &Range<usize>) -> Hit {
    let (country, taken) = country_at(words, town.end)?;
    if is_ambiguous(country) && city::known(slice(line, words, town)).is_none_or(|(known, _)| known != country.code) {
        return None;
    }
    let end = town.end + taken;
    Some((place(line, words, at..end, Some(town.clone()), None, Some(country.code), 4.5), end))
}

/// A country's name, with the town in the part before it.
fn named_country(line: &str, words: &[Word<'_>], at: usize) -> Hit {
    let word = words.get(at)?;
    if !word.begins {
        return None;
    }
    let (country, taken) = country_at(words, at)?;
    let ambiguous = is_ambiguous(country);
    if ambiguous && at == 0 {
        return None;
    }
    let alone = at == 0 && taken == words.len();
    if at == 0 && !alone {
        return None;
    }
    let mut town = None;
    let mut end = at;
    for _ in 0..3 {
        let Some(segment) = segment_before(words, end) else { break };
        let text = slice(line, words, &segment);
        if region::named(text, Some(country.code)).is_some() && city::known(text).is_none()
            || country.code == "GB" && (is_county(text) || is_home_nation(text))
        {
            end = segment.start;
            continue;
        }
        town = clean_town(words, &segment);
        break;
    }
    if ambiguous && town.as_ref().is_none_or(|town| city::known(slice(line, words, town)).is_none_or(|(known, _)| known != country.code)) {
        return None;
    }
    let region = (end < at).then_some(end..at);
    let weight = match (&town, alone) {
        (Some(town), _) if city::known(slice(line, words, town)).is_some_and(|(known, _)| known == country.code) => 4.5,
        (Some(_), _) => 3.0,
        (None, true) => 2.0,
        (None, false) => 1.5,
    };
    let start = town.as_ref().map_or(at, |town| town.start);
    Some((place(line, words, start..at + taken, town, region, Some(country.code), weight), at + taken))
}

/// "Georgia", "Jersey": too many other things.
fn is_ambiguous(country: &Country) -> bool {
    matches!(country.code, "GE" | "JE" | "TD" | "JO" | "GN" | "TG" | "NU" | "PN")
}

/// A country's name at a word, up to its comma.
fn country_at(words: &[Word<'_>], at: usize) -> Option<(&'static Country, usize)> {
    let rest = words.get(at..)?;
    let first = rest.first()?.text;
    if first.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()) || !country::may_begin(first) {
        return None;
    }
    for taken in [4, 3, 2, 1] {
        let Some(part) = rest.get(..taken) else { continue };
        if part.iter().take(taken - 1).any(|word| word.ends) || !part.last().is_some_and(|word| word.ends || word.stop) {
            continue;
        }
        let name = part.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
        let short = name.len() <= 3
            && name.is_ascii()
            && !matches!(name.as_str(), "USA" | "UK" | "UAE" | "KSA" | "PRC" | "U S" | "U K" | "RSA" | "US");
        let letters = name.replace(' ', "");
        let found = if short {
            None
        } else {
            country::by_name(&name)
                .or_else(|| matches!(letters.as_str(), "USA" | "UK" | "UAE").then(|| country::by_name(&letters)).flatten())
        };
        if let Some(country) = found {
            return Some((country, taken));
        }
    }
    None
}

fn place(
    line: &str,
    words: &[Word<'_>],
    whole: Range<usize>,
    town: Option<Range<usize>>,
    region: Option<Range<usize>>,
    country: Option<&'static str>,
    weight: f32,
) -> Place {
    let start = words.get(whole.start).map_or(0, |word| word.span.start);
    let end = whole.end.checked_sub(1).and_then(|last| words.get(last)).map_or(start, |word| word.span.end);
    let text = |range: Range<usize>| Some(slice(line, words, &range).to_owned()).filter(|text| !text.is_empty());
    // "4706 RA Roosendaal Nederland"
    let town = town.map(|town| match words.get(town.end.saturating_sub(1)) {
        Some(last) if town.len() > 1 && country::by_name(last.text).is_some_and(|named| Some(named.code) == country) => {
            town.start..town.end - 1
        }
        _ => town,
    });
    Place { locality: town.and_then(text), region: region.and_then(text), country, span: start..end.max(start), weight }
}
