//! British addresses: a post town, perhaps a county, and Royal Mail's postcode.

use super::{
    Hints, Hit, place,
    town::{segment_before, slice, town_before},
};
use crate::page::place::{
    country,
    words::{Word, words},
};

/// "London SW1A 1AA". The post town is the last part before that is no county; London's districts are London.
pub(super) fn british(line: &str, words: &[Word<'_>], at: usize, hints: Hints<'_>) -> Hit {
    let (outward, taken) = postcode_of_britain(words, at)?;
    let area: String = outward.chars().take_while(char::is_ascii_alphabetic).collect();
    let london = matches!(area.as_str(), "E" | "EC" | "N" | "NW" | "SE" | "SW" | "W" | "WC");
    let mut town = None;
    let mut end = at;
    for _ in 0..3 {
        let Some(candidate) = segment_before(words, end) else { break };
        let text = slice(line, words, &candidate);
        if is_county(text) || is_home_nation(text) || is_near(text) {
            end = candidate.start;
            continue;
        }
        town = town_before(words, candidate.end, true);
        break;
    }
    let mut found = place(line, words, town.clone().map_or(at, |town| town.start)..at + taken, town, None, Some("GB"), 5.0);
    if london {
        if found.locality.as_deref() != Some("London") {
            found.locality = Some("London".into());
        }
    } else if found.locality.as_deref().is_none_or(|town| town.len() < 3) {
        found.locality = last_town(hints.above).or_else(|| post_town(outward, &area).map(str::to_owned));
    }
    Some((found, at + taken))
}

/// The last part of a line where it is written like a town.
fn last_town(line: &str) -> Option<String> {
    let words = words(line);
    let mut end = words.len();
    for _ in 0..3 {
        let candidate = segment_before(&words, end)?;
        let text = slice(line, &words, &candidate);
        if is_county(text) || is_home_nation(text) || is_near(text) {
            end = candidate.start;
            continue;
        }
        let town = town_before(&words, candidate.end, true)?;
        return (town.start == candidate.start).then(|| slice(line, &words, &town).to_owned());
    }
    None
}

fn postcode_of_britain<'a>(words: &[Word<'a>], at: usize) -> Option<(&'a str, usize)> {
    let word = words.get(at)?;
    let text = word.text;
    let inward = |text: &str| {
        let bytes = text.as_bytes();
        text.len() == 3
            && bytes.first().is_some_and(u8::is_ascii_digit)
            && bytes.iter().skip(1).all(|b| b.is_ascii_uppercase() && !b"CIKMOV".contains(b))
    };
    if let Some(next) = words.get(at + 1)
        && !word.ends
        && is_outward(text)
        && inward(next.text)
    {
        return Some((text, 2));
    }
    let cut = text.len().checked_sub(3)?;
    let (out, tail) = text.split_at_checked(cut)?;
    (is_outward(out) && inward(tail)).then_some((out, 1))
}

/// "Nr Reading": the village before it is the town.
fn is_near(text: &str) -> bool {
    ["Nr ", "nr ", "Near "].iter().any(|near| text.starts_with(near))
}

/// Royal Mail's postcode areas.
const AREAS: &str = "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU HA HD HG HP HR HS HU HX IG IP IV KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE";

/// A1, A11, AA1, AA11, A1A, AA1A.
fn is_outward(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = text.get(letters..).unwrap_or_default().as_bytes();
    // Nearly every word fails here; the list of areas is asked last.
    let shaped = match rest {
        [a] => a.is_ascii_digit(),
        [a, b] => a.is_ascii_digit() && (b.is_ascii_digit() || b.is_ascii_uppercase()),
        _ => false,
    };
    shaped && letters > 0 && text.get(..letters).is_some_and(|area| AREAS.split(' ').any(|known| known == area))
}

pub(super) fn is_county(text: &str) -> bool {
    let folded = crate::page::phone::fold(text);
    folded.ends_with("shire") && !folded.contains(' ')
        || matches!(
            folded.as_str(),
            "kent"
                | "essex"
                | "surrey"
                | "sussex"
                | "west sussex"
                | "east sussex"
                | "middlesex"
                | "greater london"
                | "west midlands"
                | "merseyside"
                | "tyne and wear"
                | "tyne & wear"
                | "greater manchester"
                | "norfolk"
                | "suffolk"
                | "devon"
                | "cornwall"
                | "dorset"
                | "somerset"
                | "cumbria"
                | "north yorkshire"
                | "south yorkshire"
                | "west yorkshire"
                | "east yorkshire"
                | "county durham"
                | "co durham"
                | "hants"
                | "herts"
                | "berks"
                | "bucks"
                | "oxon"
                | "northants"
                | "wilts"
                | "worcs"
                | "lancs"
                | "middx"
                | "cambs"
                | "beds"
                | "leics"
                | "notts"
                | "staffs"
                | "lincs"
                | "glos"
                | "avon"
                | "fife"
                | "county antrim"
                | "co antrim"
                | "co. antrim"
                | "gwent"
                | "mid glamorgan"
                | "south glamorgan"
                | "gwynedd"
                | "clwyd"
                | "powys"
                | "dyfed"
                | "isle of wight"
                | "rutland"
        )
}

pub(super) fn is_home_nation(text: &str) -> bool {
    country::by_name(text).is_some_and(|country| country.code == "GB")
}

/// The city of the low districts of an area; the high ones are other towns.
fn post_town(outward: &str, area: &str) -> Option<&'static str> {
    let district: u32 = outward.get(area.len()..)?.parse().ok()?;
    if district > 20 {
        return None;
    }
    Some(match area {
        "B" => "Birmingham",
        "M" => "Manchester",
        "L" => "Liverpool",
        "LS" => "Leeds",
        "G" => "Glasgow",
        "EH" => "Edinburgh",
        "BS" => "Bristol",
        "CF" => "Cardiff",
        "BT" => "Belfast",
        "S" => "Sheffield",
        "NG" => "Nottingham",
        "LE" => "Leicester",
        _ => return None,
    })
}
