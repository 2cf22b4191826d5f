//! Which country a number without a country code belongs to, told from the page: nobody says it.

use rlibphonenumber::Region;

use super::office;
use crate::{numbering::numbering, page::prose::Prose};

/// Evidence for countries: of the whole page, and of places on it.
#[derive(Debug, Clone, Default)]
pub struct Clues {
    page: Vec<(Region, f32)>,
    /// Byte offset into the prose, country, weight; in order of the offset.
    local: Vec<(usize, Region, f32)>,
    /// Those of them that are places, not other numbers.
    places: Vec<(usize, Region, f32)>,
    /// Offices have their numbers over their addresses.
    numbers_first: bool,
}

/// A country that is told no better than this is a guess.
pub(super) const TOLD: f32 = 1.4;
/// Two countries closer than this are not told apart.
pub(super) const APART: f32 = 0.6;

/// A place that weighs as much is an address.
const AN_ADDRESS: f32 = 4.0;

/// Bytes from the name of a country or a town, alone in its line, to the number under it.
const A_HEADING: usize = 60;
/// What an office's own address adds, and what its name alone: more than nearly all that the rest of the page says.
const ITS_ADDRESS: f32 = 6.0;
const ITS_NAME: f32 = 4.0;

impl Clues {
    /// From the address of the page and its language (BCP 47).
    pub fn new(url: Option<&str>, lang: Option<&str>) -> Self {
        let mut clues = Self::default();
        for (country, weight) in url.map(of_host).unwrap_or_default() {
            clues.add(country, weight);
        }
        clues.add_language(lang.unwrap_or_default());
        clues
    }

    /// A language that is written or spoken (BCP 47).
    pub fn add_language(&mut self, tag: &str) {
        for (region, weight) in of_language(tag) {
            self.add_region(region, weight);
        }
    }

    /// Another number of theirs, in E.164.
    pub fn add_number(&mut self, e164: &str) {
        let region = numbering().and_then(|plans| plans.get_region_for_number(&plans.parse(e164, None).ok()?));
        if let Some(region) = region {
            self.add_region(region, 1.6);
        }
    }

    /// A host that is likely the page's own (of an e-mail address).
    pub fn add_host(&mut self, host: &str) {
        for (country, weight) in of_host(host) {
            self.add(country, weight * 0.5);
        }
    }

    /// A country the whole page speaks for (structured data, an address): ISO 3166-1 alpha-2.
    pub fn add(&mut self, country: &str, weight: f32) {
        if let Ok(region) = country.parse::<Region>() {
            self.add_region(region, weight);
        }
    }

    fn add_region(&mut self, region: Region, weight: f32) {
        match self.page.iter_mut().find(|(known, _)| *known == region) {
            Some((_, sum)) => *sum = (*sum + weight).min(8.0),
            None => self.page.push((region, weight)),
        }
    }

    /// A country named at a place of the text, for the numbers near it; it speaks for the page too, a little.
    pub fn add_at(&mut self, offset: usize, country: &str, weight: f32) {
        let Ok(region) = country.parse::<Region>() else { return };
        let already = self.local.iter().filter(|(_, known, _)| *known == region).count();
        self.local.push((offset, region, weight));
        if already < 4 {
            self.add(country, weight * 0.5);
        }
    }

    /// A place that the text names, in its country.
    pub fn add_place(&mut self, offset: usize, country: &str, weight: f32) {
        self.places.extend(country.parse::<Region>().ok().map(|region| (offset, region, weight)));
        self.add_at(offset, country, weight);
    }

    /// Looks at how offices and their numbers stand, where they are in several countries; call once all places are in.
    pub(super) fn look_at_offices(&mut self, prose: &Prose<'_>) {
        let full = || self.places.iter().filter(|(_, _, weight)| *weight >= AN_ADDRESS);
        if full().any(|(_, region, _)| full().next().is_some_and(|(_, first, _)| first != region)) {
            self.numbers_first = office::numbers_first(prose, &full().map(|(at, ..)| *at).collect::<Vec<_>>());
        }
    }

    /// The countries of the page so far, the likeliest first.
    pub(crate) fn countries(&self) -> Vec<&'static str> {
        let mut told: Vec<(&Region, f32)> =
            self.page.iter().filter(|(_, weight)| *weight >= 1.0).map(|(region, weight)| (region, *weight)).collect();
        crate::order::by(&mut told, |a, b| b.1.total_cmp(&a.1));
        told.iter().filter_map(|(region, _)| known(&code(**region))).collect()
    }

    /// Puts the places in order; call once all are added.
    pub fn settle(&mut self) {
        crate::order::by_key(&mut self.local, |(offset, ..)| *offset);
        crate::order::by_key(&mut self.places, |(offset, ..)| *offset);
        self.local.truncate(2_000);
    }

    /// Countries for a number at `offset`, the likeliest first.
    pub(super) fn at(&self, offset: usize) -> Vec<(Region, f32)> {
        let mut sums = self.page.clone();
        let near = self.local.partition_point(|(at, ..)| *at < offset);
        let before = self.local.get(near.saturating_sub(3)..near).unwrap_or_default();
        let after = self.local.get(near..(near + 2).min(self.local.len())).unwrap_or_default();
        let office = self.office(offset);
        for (at, region, weight) in before.iter().chain(after) {
            // An address stands above its number more often than below, and within a few lines; another office's hardly counts.
            let is_others = office.is_some_and(|(office, _)| office != *region);
            let (reach, share) = if *at < offset { (400.0, if is_others { 0.2 } else { 1.0 }) } else { (200.0, 0.7) };
            let distance = at.abs_diff(offset) as f32;
            let bonus = weight * share * (1.0 - distance / reach).max(0.0) * 1.5;
            match sums.iter_mut().find(|(known, _)| known == region) {
                Some((_, sum)) => *sum += bonus,
                None => sums.push((*region, bonus)),
            }
        }
        if let Some((office, own)) = office
            && let Some((_, sum)) = sums.iter_mut().find(|(known, _)| *known == office)
        {
            *sum += own;
        }
        crate::order::by(&mut sums, |a, b| b.1.total_cmp(&a.1));
        sums.truncate(6);
        sums
    }

    /// The country of the office that a number is likely of, and what it adds that its address or its name stands right beside the number.
    fn office(&self, offset: usize) -> Option<(Region, f32)> {
        let near = self.places.partition_point(|(at, ..)| *at < offset);
        if self.numbers_first {
            let (at, region, weight) = self.places.get(near)?;
            return (*weight >= AN_ADDRESS && at - offset <= office::NEAR).then_some((*region, ITS_ADDRESS));
        }
        let mut above = self.places.get(..near)?.iter().rev().take(3);
        let (at, region, weight) = above.clone().next()?;
        let distance = offset - at;
        if *weight >= AN_ADDRESS && distance <= office::NEAR {
            return Some((*region, ITS_ADDRESS));
        }
        if distance <= A_HEADING {
            return Some((*region, ITS_NAME));
        }
        above.find(|(_, _, weight)| *weight >= AN_ADDRESS).map(|(_, region, _)| (*region, 0.0))
    }
}

/// Top-level domains that are sold to everyone tell no country.
const SOLD: &[&str] = &[
    "co", "io", "ai", "tv", "me", "ly", "fm", "gg", "to", "cc", "ws", "la", "ac", "sh", "im", "gl", "st", "vc", "sc", "tk", "ml", "ga",
    "cf", "gq", "nu", "eu", "su", "am", "so", "is", "cx", "pw", "ag", "bz", "mn", "ms", "gs", "as", "ad", "dj", "pn",
];

fn of_host(url: &str) -> Vec<(&'static str, f32)> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host
        .rsplit_once('@')
        .map_or(host, |(_, host)| host)
        .split(':')
        .next()
        .unwrap_or_default()
        .trim_end_matches('.')
        .to_ascii_lowercase();
    let Some((name, last)) = host.rsplit_once('.') else { return Vec::new() };
    match last {
        "gov" | "mil" => return vec![("US", 4.0)],
        "edu" => return vec![("US", 2.0)],
        "cat" => return vec![("ES", 3.0)],
        "berlin" | "hamburg" | "koeln" | "cologne" | "bayern" | "nrw" | "saarland" | "ruhr" => return vec![("DE", 3.0)],
        "london" | "scot" | "wales" | "cymru" => return vec![("GB", 3.0)],
        "paris" | "bzh" | "alsace" | "corsica" => return vec![("FR", 3.0)],
        "wien" | "tirol" => return vec![("AT", 3.0)],
        "swiss" | "zuerich" => return vec![("CH", 3.0)],
        "amsterdam" | "frl" => return vec![("NL", 3.0)],
        "brussels" | "vlaanderen" | "gent" => return vec![("BE", 3.0)],
        "sydney" | "melbourne" => return vec![("AU", 3.0)],
        "nyc" | "vegas" | "miami" | "boston" => return vec![("US", 3.0)],
        "quebec" => return vec![("CA", 3.0)],
        "tokyo" | "osaka" | "nagoya" | "yokohama" | "kyoto" => return vec![("JP", 3.0)],
        "moscow" | "xn--p1ai" | "рф" => return vec![("RU", 3.0)],
        "istanbul" | "ist" => return vec![("TR", 3.0)],
        "capetown" | "joburg" | "durban" => return vec![("ZA", 3.0)],
        _ => {}
    }
    // "firm.co.me" and the like: a second-level registry makes the country sure.
    let second = name.rsplit('.').next().unwrap_or_default();
    let registry = name.contains('.') && matches!(second, "co" | "com" | "org" | "net" | "gov" | "edu" | "ac" | "or" | "ne" | "go");
    // "firm.uk.com" is sold under a country's name.
    if last == "com" && name.contains('.') && ["uk", "gb", "de", "br", "za", "se", "hu", "no", "cn", "ru", "sa"].contains(&second) {
        let code = if second == "uk" { "GB".to_owned() } else { second.to_ascii_uppercase() };
        return known(&code).map(|code| vec![(code, 3.0)]).unwrap_or_default();
    }
    if last.len() != 2 || SOLD.contains(&last) && !registry {
        return Vec::new();
    }
    let code = if last == "uk" { "GB".to_owned() } else { last.to_ascii_uppercase() };
    code.parse::<Region>().ok().and_then(|_| known(&code)).map(|code| vec![(code, 4.0)]).unwrap_or_default()
}

/// The code as it stands in the table of countries.
/// ISO 3166-1 alpha-2. What is of the whole world (`+800`) has none, and no country is known by this name.
pub(super) fn code(region: Region) -> String {
    if region == Region::World { "World".to_owned() } else { region.to_string() }
}

fn known(code: &str) -> Option<&'static str> {
    crate::page::place::country::by_code(code).map(|country| country.code)
}

fn of_language(tag: &str) -> Vec<(Region, f32)> {
    let mut parts = tag.split(['-', '_']);
    let language = parts.next().unwrap_or_default().to_ascii_lowercase();
    let region = parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase);
    let told: &[(Region, f32)] = match language.as_str() {
        "en" => &[
            (Region::US, 0.5),
            (Region::GB, 0.4),
            (Region::CA, 0.3),
            (Region::AU, 0.3),
            (Region::IN, 0.2),
            (Region::IE, 0.2),
            (Region::NZ, 0.2),
            (Region::ZA, 0.2),
        ],
        "de" => &[(Region::DE, 1.6), (Region::AT, 0.8), (Region::CH, 0.7)],
        "fr" => &[(Region::FR, 1.6), (Region::BE, 0.7), (Region::CH, 0.7), (Region::CA, 0.7)],
        "es" => &[(Region::ES, 1.6), (Region::MX, 0.9), (Region::AR, 0.8), (Region::CO, 0.8), (Region::CL, 0.8), (Region::PE, 0.7)],
        "pt" => &[(Region::BR, 1.6), (Region::PT, 1.5)],
        "it" => &[(Region::IT, 1.8), (Region::CH, 0.5)],
        "nl" => &[(Region::NL, 1.7), (Region::BE, 0.9)],
        "zh" => &[(Region::CN, 1.6), (Region::TW, 0.9), (Region::HK, 0.7)],
        "ar" => &[(Region::SA, 0.5), (Region::AE, 0.5), (Region::EG, 0.5)],
        "ja" => &[(Region::JP, 2.5)],
        "ko" => &[(Region::KR, 2.5)],
        "pl" => &[(Region::PL, 2.5)],
        "cs" => &[(Region::CZ, 2.5)],
        "sk" => &[(Region::SK, 2.5)],
        "sv" => &[(Region::SE, 2.2), (Region::FI, 0.4)],
        "da" => &[(Region::DK, 2.5)],
        "no" | "nb" | "nn" => &[(Region::NO, 2.5)],
        "fi" => &[(Region::FI, 2.5)],
        "hu" => &[(Region::HU, 2.5)],
        "ro" => &[(Region::RO, 2.2)],
        "bg" => &[(Region::BG, 2.5)],
        "el" => &[(Region::GR, 2.2)],
        "tr" => &[(Region::TR, 2.4)],
        "ru" => &[(Region::RU, 1.8), (Region::KZ, 0.6), (Region::BY, 0.6), (Region::UA, 0.5)],
        "uk" => &[(Region::UA, 2.5)],
        "he" | "iw" => &[(Region::IL, 2.5)],
        "th" => &[(Region::TH, 2.5)],
        "vi" => &[(Region::VN, 2.5)],
        "id" => &[(Region::ID, 2.5)],
        "ms" => &[(Region::MY, 2.0)],
        "hr" => &[(Region::HR, 2.4)],
        "sr" => &[(Region::RS, 2.4)],
        "sl" => &[(Region::SI, 2.4)],
        "et" => &[(Region::EE, 2.5)],
        "lv" => &[(Region::LV, 2.5)],
        "lt" => &[(Region::LT, 2.5)],
        "is" => &[(Region::IS, 2.5)],
        "ca" => &[(Region::ES, 2.0)],
        "eu" | "gl" => &[(Region::ES, 2.0)],
        "hi" | "ta" | "te" | "bn" | "mr" => &[(Region::IN, 1.8)],
        _ => &[],
    };
    let mut told = told.to_vec();
    if let Some(region) = region.and_then(|code| code.parse::<Region>().ok()) {
        // Templates come as en-US, whoever fills them in.
        let weight = if language == "en" && region == Region::US { 0.6 } else { 2.2 };
        match told.iter_mut().find(|(known, _)| *known == region) {
            Some((_, sum)) => *sum += weight,
            None => told.push((region, weight)),
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_domain_tells_unless_it_is_sold_to_everyone() {
        assert_eq!(of_host("https://www.firma.de/kontakt"), [("DE", 4.0)]);
        assert_eq!(of_host("http://user@shop.firm.co.uk:8080/x"), [("GB", 4.0)]);
        assert_eq!(of_host("https://firm.uk.com/contact"), [("GB", 3.0)]);
        assert!(of_host("https://start.up.io/").is_empty());
        assert!(of_host("https://example.com").is_empty());
        assert!(of_host("localhost").is_empty());
    }

    #[test]
    fn the_nearest_address_counts_most() {
        let mut clues = Clues::new(None, Some("en"));
        clues.add_at(0, "US", 3.0);
        clues.add_at(1_000, "GB", 3.0);
        clues.settle();
        assert_eq!(clues.at(50).first().map(|(region, _)| *region), Some(Region::US));
        assert_eq!(clues.at(1_050).first().map(|(region, _)| *region), Some(Region::GB));
    }
}
