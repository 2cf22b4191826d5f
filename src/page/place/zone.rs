//! The prospect's time zone: from the address first, then from a number's first digits. Toll-free numbers ring anywhere and tell nothing.

use super::{city, country, number_zones::NUMBER_ZONES, region};
use crate::{
    moment::Zone,
    prospect::{Address, Line, Telephone, TimeZone},
};

/// The zone of an address, narrowed or replaced by the numbers beside it.
pub fn zone(address: &Address, telephones: &[Telephone]) -> TimeZone {
    let numbers: Vec<(&str, &'static [&'static str])> =
        telephones.iter().filter(|t| t.line != Line::TollFree).filter_map(of_number).collect();
    of_address(address, &numbers).or_else(|| of_numbers(&numbers)).or_else(|| of_country(address)).unwrap_or_default()
}

fn of_address(address: &Address, numbers: &[(&str, &'static [&'static str])]) -> Option<TimeZone> {
    let text = |fact: &Option<crate::fact::Fact>| fact.as_ref().and_then(|fact| fact.text()).map(str::to_owned);
    let (town, state, nation) = (text(&address.address_locality), text(&address.address_region), text(&address.address_country));
    let country = nation.as_deref().and_then(|name| country::by_code(name).or_else(|| country::by_name(name)));
    let source = |what: &[&Option<String>]| {
        let parts: Vec<&str> = what.iter().filter_map(|part| part.as_deref()).collect();
        format!("the address: {}", parts.join(", "))
    };
    let state_row = state.as_deref().and_then(|state| region::named(state, country.map(|country| country.code)));
    if let Some(row) = state_row {
        let town_folded = town.as_deref().map(crate::page::phone::fold).unwrap_or_default().replace('.', "");
        let listed = row.elsewhere.iter().find(|(_, towns)| towns.contains(&town_folded.as_str())).and_then(|(at, _)| row.zones.get(*at));
        let only = if row.zones.len() == 1 { row.zones.first() } else { None };
        if let Some(zone) = listed.or(only) {
            return one(zone, source(&[&town, &state]));
        }
        // A number of the same state narrows a state of two zones.
        let narrowed = numbers.iter().find_map(|(number, zones)| match zones {
            [zone] => row.zones.iter().find(|there| same_clock(there, zone)).map(|there| (number, there)),
            _ => None,
        });
        if let Some((number, zone)) = narrowed {
            return one(zone, format!("{} and the number {number}", source(&[&town, &state])));
        }
        return several(row.zones, source(&[&town, &state]), true);
    }
    let town_zone = town.as_deref().and_then(|town| match country {
        Some(country) => city::zone_in(town, country.code),
        None => city::known(town)
            .and_then(|(code, zone)| if zone.is_empty() { country::by_code(code).map(|country| country.zone) } else { Some(zone) }),
    });
    if let Some(zone) = town_zone {
        return one(zone, source(&[&town, &nation]));
    }
    // Towns of countries with one zone, and islands of theirs with another.
    let country = country?;
    let island = town.as_deref().and_then(|town| region::by_name(town, Some(country.code)));
    if let Some(row) = island {
        return several(row.zones, source(&[&town, &nation]), false);
    }
    if !country.several && !country.zone.is_empty() {
        return one(country.zone, source(&[&town, &Some(country.name.to_owned())]));
    }
    None
}

/// Detroit and New York keep the same time: an area code says the one where the state says the other.
fn same_clock(a: &str, b: &str) -> bool {
    let family = |zone: &str| match zone {
        "America/Detroit" | "America/Indiana/Indianapolis" | "America/Kentucky/Louisville" | "America/Toronto" => {
            "America/New_York".to_owned()
        }
        "America/Menominee" | "America/Winnipeg" => "America/Chicago".to_owned(),
        "America/Boise" | "America/Edmonton" => "America/Denver".to_owned(),
        "America/Vancouver" => "America/Los_Angeles".to_owned(),
        other => other.to_owned(),
    };
    a == b || family(a) == family(b)
}

fn of_numbers(numbers: &[(&str, &'static [&'static str])]) -> Option<TimeZone> {
    let (number, zones) = numbers.first()?;
    several(zones, format!("the number {number}"), false)
}

/// A country of several zones, with nothing to tell which: its main ones.
fn of_country(address: &Address) -> Option<TimeZone> {
    let nation = address.address_country.as_ref()?;
    let country = country::by_code(nation.text()?).or_else(|| country::by_name(&nation.value))?;
    let zones: &[&str] = match country.code {
        "US" => &["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"],
        "CA" => &["America/Toronto", "America/Halifax", "America/Winnipeg", "America/Edmonton", "America/Vancouver"],
        "AU" => &["Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Perth"],
        "BR" => &["America/Sao_Paulo", "America/Manaus"],
        "MX" => &["America/Mexico_City", "America/Tijuana", "America/Cancun"],
        "ID" => &["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"],
        "CD" => &["Africa/Kinshasa", "Africa/Lubumbashi"],
        "RU" => &["Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Asia/Vladivostok"],
        _ => return None,
    };
    let mut told = several(zones, format!("the country: {}", country.name), false)?;
    told.value = None;
    Some(told)
}

/// The zones of a number, the likeliest first; several where it may be in any of them.
fn of_number(telephone: &Telephone) -> Option<(&str, &'static [&'static str])> {
    let digits = telephone.e164.as_deref()?.strip_prefix('+')?;
    let zones = (1..=digits.len().min(6)).rev().find_map(|length| PREFIXES.get(digits.get(..length)?))?;
    (!zones.is_empty()).then_some((telephone.fact.value.as_str(), zones.as_slice()))
}

/// Zones by prefix: the derived table, and the calling codes of countries with one zone.
static PREFIXES: std::sync::LazyLock<std::collections::HashMap<String, Vec<&'static str>>> = std::sync::LazyLock::new(|| {
    let mut prefixes = std::collections::HashMap::new();
    for (codes, zone) in country::calling_codes() {
        prefixes.insert(codes, vec![zone]);
    }
    // Shared or split among zones: no zone from the code alone.
    for code in ["1", "7", "61", "55", "52", "62"] {
        prefixes.insert(code.to_owned(), Vec::new());
    }
    for (zones, codes) in NUMBER_ZONES {
        let zones: Vec<&'static str> = zones.split(' ').collect();
        for code in codes.split(' ') {
            prefixes.insert(code.to_owned(), zones.clone());
        }
    }
    prefixes
});

fn one(zone: &str, source: String) -> Option<TimeZone> {
    Some(TimeZone { value: Some(Zone::named(zone).ok()?), candidates: Vec::new(), source })
}

/// The first is the likeliest; all are candidates where there are several and one is `likely` nonetheless the value.
fn several(zones: &[&str], source: String, likely: bool) -> Option<TimeZone> {
    if let [zone] = zones {
        return one(zone, source);
    }
    let candidates: Vec<Zone> = zones.iter().filter_map(|zone| Zone::named(zone).ok()).collect();
    let value = if likely || zones.len() == 2 { candidates.first().cloned() } else { None };
    Some(TimeZone { value, candidates, source })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::fact::Fact;

    fn told(town: &str, state: &str, nation: &str, numbers: &[&str]) -> (Option<String>, usize, String) {
        let fact = |text: &str| Some(Fact::typed(text)).filter(|_| !text.is_empty());
        let address = Address { address_locality: fact(town), address_region: fact(state), address_country: fact(nation) };
        let telephones: Vec<Telephone> = numbers
            .iter()
            .map(|number| Telephone { fact: Fact::typed(*number), e164: Some((*number).to_owned()), extension: None, line: Line::Unknown })
            .collect();
        let zone = zone(&address, &telephones);
        (zone.value.map(|zone| zone.name().to_owned()), zone.candidates.len(), zone.source)
    }

    fn is(town: &str, state: &str, nation: &str, numbers: &[&str], zone: &str, candidates: usize) {
        let (value, count, source) = told(town, state, nation, numbers);
        assert_eq!(
            (value.as_deref(), count),
            (Some(zone).filter(|zone| !zone.is_empty()), candidates),
            "{town}, {state}, {nation}: {source}"
        );
    }

    #[test]
    fn the_address_comes_first() {
        is("Chicago", "IL", "US", &["+12125550100"], "America/Chicago", 0);
        assert_eq!(told("Chicago", "IL", "US", &[]).2, "the address: Chicago, IL");
        is("Detroit", "MI", "US", &[], "America/Detroit", 0);
        is("Knoxville", "Tennessee", "US", &[], "America/New_York", 0);
        is("El Paso", "TX", "US", &[], "America/Denver", 0);
        is("Toronto", "ON", "CA", &[], "America/Toronto", 0);
        is("Perth", "WA", "AU", &[], "Australia/Perth", 0);
        is("Seattle", "WA", "", &[], "America/Los_Angeles", 0);
        is("Mumbai", "", "IN", &[], "Asia/Kolkata", 0);
        is("Dublin", "", "IE", &[], "Europe/Dublin", 0);
        is("Berlin", "", "", &[], "Europe/Berlin", 0);
        is("Москва", "", "RU", &[], "Europe/Moscow", 0);
    }

    #[test]
    fn a_split_state_is_narrowed_by_a_number_or_stays_open() {
        is("Smalltown", "FL", "US", &[], "America/New_York", 2);
        is("Smalltown", "TX", "US", &["+19155550100"], "America/Denver", 0);
        is("Smalltown", "IN", "US", &["+13175550100"], "America/Indiana/Indianapolis", 0);
    }

    #[test]
    fn a_number_tells_where_no_address_does() {
        is("", "", "", &["+13125550100"], "America/Chicago", 0);
        is("", "", "", &["+4930123456"], "Europe/Berlin", 0);
        is("", "", "", &["+35312345678"], "Europe/Dublin", 0);
        is("", "", "", &["+912212345678"], "Asia/Kolkata", 0);
        is("", "", "", &["+61398765432"], "Australia/Melbourne", 0);
        is("", "", "", &["+551131234567"], "America/Sao_Paulo", 0);
        is("", "", "US", &["+12065550100"], "America/Los_Angeles", 0);
    }

    #[test]
    fn what_rings_anywhere_tells_nothing() {
        is("", "", "", &["+18005550100"], "", 0);
        is("", "", "", &[], "", 0);
        is("", "", "US", &["+18005550100"], "", 4);
    }

    #[test]
    fn every_zone_of_the_table_is_in_the_database() {
        for zone in NUMBER_ZONES.iter().flat_map(|(zones, _)| zones.split(' ')) {
            assert_eq!(Zone::named(zone).unwrap().name(), zone);
        }
    }
}
