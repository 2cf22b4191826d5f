//! A county or a province behind the town, which one country alone writes so: "Howth, Co. Dublin", "Cuneo (CN)", "Alba Iulia, jud. Alba".

use super::{
    Hints, Hit, place,
    town::{clean_town, segment_before},
};
use crate::page::place::words::Word;

pub(super) fn provincial(line: &str, words: &[Word<'_>], at: usize, hints: Hints<'_>) -> Hit {
    irish(line, words, at).or_else(|| romanian(line, words, at)).or_else(|| italian(line, words, at, hints))
}

/// "Howth, Co. Dublin, D13 X2P4": the county, and Eircode's routing key where one stands behind it.
fn irish(line: &str, words: &[Word<'_>], at: usize) -> Hit {
    let is_county = matches!(words.get(at)?.text, "Co" | "County") && words.get(at)?.begins;
    let county = words.get(at + 1).filter(|_| is_county)?;
    if !IRISH.split(' ').any(|known| county.text.eq_ignore_ascii_case(known)) {
        return None;
    }
    let code = words.get(at + 2).zip(words.get(at + 3)).filter(|(key, rest)| is_eircode(key.text, rest.text));
    let end = at + 2 + if code.is_some() { 2 } else { 0 };
    let town = segment_before(words, at).and_then(|segment| clean_town(words, &segment));
    let weight = if code.is_some() { 5.0 } else { 4.0 };
    let from = town.as_ref().map_or(at, |town| town.start);
    Some((place(line, words, from..end, Some(town.unwrap_or(at + 1..at + 2)), None, Some("IE"), weight), end))
}

fn is_eircode(key: &str, rest: &str) -> bool {
    let capital = |b: &u8| b.is_ascii_uppercase() || b.is_ascii_digit();
    let digits = key.bytes().skip(1).filter(u8::is_ascii_digit).count();
    key.len() == 3
        && key.starts_with(|c: char| c.is_ascii_uppercase())
        && (digits == 2 || key == "D6W")
        && rest.len() == 4
        && rest.as_bytes().iter().all(capital)
}

/// "Alba Iulia, jud. Alba", "Com. Floresti, Judetul Cluj"
fn romanian(line: &str, words: &[Word<'_>], at: usize) -> Hit {
    let word = words.get(at).filter(|word| word.begins && at > 0)?;
    let is_county = matches!(word.text, "jud" | "Jud" | "JUD" | "judetul" | "Judetul" | "județul" | "Județul" | "județ" | "judet");
    words.get(at + 1).filter(|county| is_county && county.is_capital())?;
    let town = clean_town(words, &segment_before(words, at)?)?;
    let end = at + 2;
    Some((place(line, words, town.start..end, Some(town), Some(at + 1..end), Some("RO"), 4.5), end))
}

/// "Cuneo (CN)": two capitals in brackets, on a page that Italy is spoken for.
fn italian(line: &str, words: &[Word<'_>], at: usize, hints: Hints<'_>) -> Hit {
    let word = words.get(at).filter(|word| word.text.len() == 2 && at > 0)?;
    let bracketed = line.get(..word.span.start)?.ends_with('(') && line.get(word.span.end..)?.starts_with(')');
    if !bracketed || hints.countries.first() != Some(&"IT") || !ITALIAN.split(' ').any(|known| known == word.text) {
        return None;
    }
    let mut segment = segment_before(words, at)?;
    // "Via Roma 3 Cuneo": the town begins behind the house's number.
    if let Some(number) = words.get(segment.clone())?.iter().rposition(Word::has_digit) {
        segment.start += number + 1;
    }
    let town = clean_town(words, &segment)?;
    Some((place(line, words, town.start..at + 1, Some(town), None, Some("IT"), 4.0), at + 1))
}

const IRISH: &str = "carlow cavan clare cork donegal dublin galway kerry kildare kilkenny laois leitrim limerick longford louth mayo meath \
    monaghan offaly roscommon sligo tipperary waterford westmeath wexford wicklow";

const ITALIAN: &str = "AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR \
    IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP \
    SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV";
