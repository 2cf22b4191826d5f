//! Where the prospect is: locality, region and country from the addresses of the page, and the time zone from these or from a number.

pub mod city;
pub mod country;
mod data;
mod forms;
mod number_zones;
pub mod region;
mod words;
mod zone;

pub use data::of_data;
pub use zone::zone;

use std::ops::Range;

use super::{phone::Clues, prose::Prose};
use crate::{
    fact::{Fact, Source},
    prospect::Address,
};

/// A place that the page names.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub locality: Option<String>,
    /// As written: "IL", "Illinois".
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'static str>,
    /// Bytes of the prose.
    pub span: Range<usize>,
    /// How much it looks like an address: 5 with a postcode and a region, below 2 a mere name.
    pub weight: f32,
}

const MOST: usize = 1_000;
/// A bare name is no address: it may be anybody's.
const LIGHTEST: f32 = 1.5;
/// More lines than this that are only a country's name are a list to choose from.
const MOST_COUNTRIES_ALONE: usize = 6;

/// Every place of the page, in order. `clues` so far (language, domain) help where a form alone tells no country.
pub fn find(prose: &Prose<'_>, clues: &Clues) -> Vec<Place> {
    let mut countries = clues.countries();
    let mut alone = 0;
    for line in &prose.lines {
        if let Some(country) = country::by_name(prose.words(line)).filter(|country| country.name.len() > 2) {
            alone += 1;
            if !countries.contains(&country.code) && alone <= MOST_COUNTRIES_ALONE {
                countries.push(country.code);
            }
        }
    }
    let mut out: Vec<Place> = Vec::new();
    let mut above = String::new();
    for line in &prose.lines {
        let text = prose.words(line);
        let words = words::words(text);
        for mut place in forms::places(text, &words, forms::Hints { countries: &countries, above: &above }) {
            place.span = line.span.start + place.span.start..line.span.start + place.span.end;
            // "- Ada Byron - Dallas, Texas" under what she said of the house: where its customers are.
            if place.weight < 4.0 && text.starts_with(['-', '–', '—', '~']) {
                continue;
            }
            if place.locality.as_deref().is_some_and(is_goods) || place.weight < 4.0 && place.locality.as_deref().is_some_and(is_signed) {
                continue;
            }
            if place.locality.as_deref().is_some_and(is_no_town) {
                place.locality = None;
                place.weight = place.weight.min(LIGHTEST);
            }
            let bare = place.locality.is_none();
            if bare && alone > MOST_COUNTRIES_ALONE {
                continue;
            }
            // "10115 Berlin" on one line, "Germany" on the next.
            if bare
                && let Some(last) =
                    out.last_mut().filter(|last| last.country == place.country && place.span.start.saturating_sub(last.span.end) < 80)
            {
                last.weight += 0.5;
                continue;
            }
            if let Some(known) = place.country.filter(|_| place.weight >= 4.0)
                && !countries.contains(&known)
            {
                countries.push(known);
            }
            out.push(place);
        }
        if out.len() >= MOST {
            break;
        }
        // The last three short lines.
        if text.len() >= 60 {
            above.clear();
        } else {
            let keep = above.rmatch_indices(", ").nth(1).map_or(0, |(at, _)| at + 2);
            above = format!("{}{}{text}", above.get(keep..).unwrap_or_default(), if above.is_empty() { "" } else { ", " });
        }
    }
    out
}

/// "Red Cedar, Oregon, Spruce", "Make: Monaco": woods and makes are called like places.
fn is_goods(name: &str) -> bool {
    name.split(' ').any(|word| ["cedar", "make", "model", "camera"].iter().any(|goods| word.eq_ignore_ascii_case(goods)))
}

/// "A. Byron Atlanta, GA": who said it, and from where.
fn is_signed(name: &str) -> bool {
    let initial = |word: &str| word.len() == 2 && word.ends_with('.') && word.starts_with(char::is_uppercase);
    name.contains(' ') && name.split(' ').any(initial)
}

/// "Whitehills Business Park", "Barenz Builders": what stands before a state or a postcode, but is no town.
fn is_no_town(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| NO_TOWN.contains(&word))
        || ["business park", "industrial estate"].iter().any(|end| lower.ends_with(end))
}

const NO_TOWN: [&str; 30] = [
    "theater",
    "admin",
    "meeting",
    "english",
    "deutsch",
    "français",
    "español",
    "language",
    "shipping",
    "theatre",
    "academy",
    "builders",
    "club",
    "network",
    "services",
    "solutions",
    "company",
    "inc",
    "llc",
    "ltd",
    "group",
    "department",
    "office",
    "university",
    "hospital",
    "suite",
    "unit",
    "building",
    "floor",
    "association",
];

/// Adds what places say of countries to the clues for numbers.
pub fn tell(places: &[Place], clues: &mut Clues) {
    for place in places {
        if let Some(country) = place.country {
            clues.add_place(place.span.start, country, place.weight);
        }
    }
    clues.settle();
}

/// The place that most speaks for the page: the head office, the heaviest, said most often, first. `text` is the page's.
pub fn best<'p>(places: &'p [Place], text: &str) -> Option<&'p Place> {
    let mut scores: std::collections::HashMap<(Option<String>, Option<&str>), f32> = std::collections::HashMap::new();
    let key = |place: &Place| (place.locality.as_deref().map(crate::page::phone::fold), place.country);
    for place in places {
        let sum = scores.entry(key(place)).or_insert(0.0);
        *sum = if *sum == 0.0 { place.weight } else { (*sum).max(place.weight) + 0.2 };
    }
    let score = |place: &Place| {
        scores.get(&key(place)).copied().unwrap_or(0.0).min(place.weight + 1.0) + if place.locality.is_some() { 0.5 } else { 0.0 }
    };
    if is_scattered(places) {
        return None;
    }
    if let Some((head_office, _)) = head_office(places, text) {
        return Some(head_office);
    }
    let mut found: Option<&Place> = None;
    for place in places.iter().filter(|place| place.weight >= LIGHTEST) {
        if found.is_none_or(|known| score(place) > score(known)) {
            found = Some(place);
        }
    }
    found
}

/// Of several addresses the one that the page calls the house's first, and the stretch of the text that is its own: up to the next.
pub fn head_office<'p>(places: &'p [Place], text: &str) -> Option<(&'p Place, Range<usize>)> {
    let full = || places.iter().filter(|place| place.weight >= 4.0 && place.locality.is_some());
    let office = full().find(|place| is_head_office(place, places, text)).filter(|_| full().count() > 1)?;
    let end = full().map(|place| place.span.start).find(|start| *start > office.span.end).unwrap_or(text.len());
    Some((office, office.span.start..end))
}

/// Whether the words over an address, no other place between, say that it is the house's first.
fn is_head_office(place: &Place, places: &[Place], text: &str) -> bool {
    let above = places.iter().map(|other| other.span.end).filter(|end| *end <= place.span.start).max().unwrap_or_default();
    let from = text.ceil_char_boundary(above.max(place.span.start.saturating_sub(OVER_AN_ADDRESS)));
    let words = text.get(from..place.span.start).unwrap_or_default().to_lowercase();
    HEAD_OFFICES.iter().any(|office| words.contains(office))
}

/// A heading, the house's name and a street.
const OVER_AN_ADDRESS: usize = 160;

const HEAD_OFFICES: [&str; 22] = [
    "headquarter",
    "head office",
    "main office",
    "home office",
    "corporate office",
    "principal office",
    "hauptsitz",
    "firmensitz",
    "unternehmenszentrale",
    "hauptverwaltung",
    "siège social",
    "siège principal",
    "sede central",
    "sede principal",
    "oficina central",
    "oficinas centrales",
    "casa matriz",
    "sede legale",
    "hoofdkantoor",
    "huvudkontor",
    "hovedkontor",
    "siedziba",
];

/// "New York, NY", "Newark, CA", "Boston, MA": where the jobs, the courses, the customers are. Without a postcode on the page, and without a
/// town that is said as often as all others, none is the house's.
fn is_scattered(places: &[Place]) -> bool {
    let towns = places.iter().filter(|place| place.weight >= LIGHTEST).filter_map(|place| Some((place.locality.as_deref()?, place.weight)));
    let mut times: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for (town, weight) in towns {
        if weight >= 4.0 {
            return false;
        }
        *times.entry(crate::page::phone::fold(town)).or_default() += 1;
    }
    let (most, all) = times.values().fold((0, 0), |(most, all), times| (most.max(*times), all + times));
    times.len() >= 4 && most * 2 < all
}

impl Place {
    /// Whether a postcode, a house or a telephone number stands near by: three digits within a hundred bytes or so.
    pub fn stands_by_figures(&self, prose: &Prose<'_>) -> bool {
        let from = prose.text.floor_char_boundary(self.span.start.saturating_sub(100));
        let near = prose.text.get(from..).unwrap_or_default().chars().take(200);
        let (_, longest) = near.fold((0, 0), |(run, most), c| if c.is_ascii_digit() { (run + 1, most.max(run + 1)) } else { (0, most) });
        longest >= 3
    }

    /// As the prospect's address; every fact quotes the place as the page writes it.
    pub fn address(&self, prose: &Prose<'_>) -> Address {
        let quote = prose.text.get(self.span.clone()).unwrap_or_default();
        let fact = |value: &str| Fact::new(value, Source::Text, quote);
        Address {
            address_locality: self.locality.as_deref().map(fact),
            address_region: self.region.as_deref().map(fact),
            address_country: self.country.map(fact),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(text: &str) -> (Option<String>, Option<String>, Option<&'static str>) {
        let prose = Prose::plain(text);
        let places = find(&prose, &Clues::new(None, None));
        best(&places, text).map(|place| (place.locality.clone(), place.region.clone(), place.country)).unwrap_or_default()
    }

    #[test]
    fn the_page_decides_between_countries() {
        let read = |text: &str, url: &str| {
            let prose = Prose::plain(text);
            let places = find(&prose, &Clues::new(Some(url), None));
            best(&places, text).map(|place| (place.locality.clone().unwrap_or_default(), place.country)).unwrap_or_default()
        };
        assert_eq!(read("Rua das Flores, 50 - Curitiba - PR - CEP 80010-000", "https://a.com.br"), ("Curitiba".into(), Some("BR")));
        assert_eq!(read("14 Queen Street, Hamilton 3204", "https://a.co.nz"), ("Hamilton".into(), Some("NZ")));
        assert_eq!(read("4500 W Broad St Richmond VA 23230", "https://a.com"), ("Richmond".into(), Some("US")));
        assert_eq!(read("12 Main Ave, East St Louis, IL 62201", "https://a.com"), ("East St Louis".into(), Some("US")));
    }

    #[test]
    fn a_state_is_not_the_country_of_its_name() {
        for text in ["Atlanta, Georgia", "Events - Marketing - Atlanta - Georgia", "Call us in Atlanta Georgia."] {
            assert_eq!(read(text), (present("Atlanta"), present("Georgia"), Some("US")), "{text}");
        }
        assert_eq!(read("Tbilisi, Georgia"), (present("Tbilisi"), None, Some("GE")));
        assert_eq!(read("4706 RA Roosendaal Nederland"), (present("Roosendaal"), None, Some("NL")));
    }

    #[test]
    fn what_is_no_address() {
        for text in [
            "- Ada Byron - Dallas, Texas",
            "A. Byron Atlanta, GA",
            "Newark, CA\nBoston, MA\nHilo, HI\nAustin, TX",
            "Western Red Cedar, Oregon, Spruce",
            "Cape Coral FL 33904 - 33915",
            "2014 Brochure Is Here",
        ] {
            assert_eq!(read(text), (None, None, None), "{text}");
        }
    }

    fn is(text: &str, locality: &str, region: &str, country: &str) {
        let wanted = (present(locality), present(region), Some(country));
        let (locality, region, country) = read(text);
        assert_eq!((locality, region, country), wanted, "{text}");
    }

    fn present(text: &str) -> Option<String> {
        Some(text.to_owned()).filter(|text| !text.is_empty())
    }

    #[test]
    fn american_and_canadian_addresses() {
        is("233 S Wacker Dr, Chicago, IL 60606", "Chicago", "IL", "US");
        is("100 Main St Suite 200 Chicago IL 60606-1234", "Chicago", "IL", "US");
        is("St. Louis, MO 63101", "St. Louis", "MO", "US");
        is("Our office is in Portland, Oregon.", "Portland", "Oregon", "US");
        is("1 Elm Street\nWinston-Salem, North Carolina 27101", "Winston-Salem", "North Carolina", "US");
        is("200 King St W, Toronto, ON M5H 3T4", "Toronto", "ON", "CA");
        is("Brewster Ma 02631", "Brewster", "Ma", "US");
        is("Washington, D.C. 20001", "Washington", "D.C", "US");
    }

    #[test]
    fn british_and_irish_addresses() {
        is("10 Endell Street, London WC2H 9HQ", "London", "", "GB");
        is("Unit 4, Mill Lane, Wilmslow, Cheshire, SK9 1AB", "Wilmslow", "", "GB");
        is("5 Bank Street\nBristol\nBS1 1AA", "Bristol", "", "GB");
        is("1 High Street\nSevenoaks\nKent\nTN14 7QU", "Sevenoaks", "", "GB");
        is("12 Quay, Dublin 2, Ireland", "Dublin", "", "IE");
        is("12 Harbour Road, Howth, Co. Dublin, D13 X2P4, Ireland", "Howth", "", "IE");
        is("Main Street\nOakley\nNr Reading\nRG8 0SR", "Oakley", "", "GB");
        is("16, MILL STREET, VICTORIA ISLAND, LAGOS.", "LAGOS", "", "NG");
    }

    #[test]
    fn addresses_with_the_code_before_the_town() {
        is("Musterstraße 1, 10115 Berlin", "Berlin", "", "DE");
        is("D-72070 Tübingen", "Tübingen", "", "DE");
        is("12 rue de la Paix, 75002 Paris", "Paris", "", "FR");
        is("20148 Milano Via Monreale 14", "Milano", "", "IT");
        is("Str. Lunga 4, ALBA IULIA, jud. ALBA", "ALBA IULIA", "ALBA", "RO");
        is("Steenovenstraat 1 4706 RA Roosendaal", "Roosendaal", "", "NL");
        is("ul. Prosta 1, 00-950 Warszawa", "Warszawa", "", "PL");
        is("Sveavägen 1, 111 22 Stockholm", "Stockholm", "", "SE");
        is("Hauptstr. 5\n86150 Augsburg\nDeutschland", "Augsburg", "", "DE");
    }

    #[test]
    fn the_rest_of_the_world() {
        is("Level 2, 105 Macquarie Street, Hobart, Tasmania 7000", "Hobart", "Tasmania", "AU");
        is("1 George St, Sydney NSW 2000", "Sydney", "NSW", "AU");
        is("Nariman Point, Mumbai 400 021", "Mumbai", "", "IN");
        is("Av. Paulista, 1000 - São Paulo - SP, 01310-100", "São Paulo", "SP", "BR");
        is("Nairobi, Kenya", "Nairobi", "", "KE");
        is("Ljubljana, Slovenija", "Ljubljana", "", "SI");
    }

    #[test]
    fn prose_names_no_place() {
        for text in [
            "12345 Main Street",
            "We are OK",
            "Page 2 of 10",
            "IN THE NEWS",
            "Fax ME now",
            "Model A4 2XL",
            "Ada Byron, MS",
            "China, Vietnam",
            "Regina",
        ] {
            assert_eq!(read(text), (None, None, None), "{text}");
        }
    }
}
