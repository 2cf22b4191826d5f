//! An address from the fields of marked-up data.

use super::{city, country, region};
use crate::{fact::Fact, prospect::Address};

/// The country as its code, and what stands in the wrong field where it belongs.
pub fn of_data(locality: Option<&Fact>, region: Option<&Fact>, country: Option<&Fact>) -> Address {
    let code = country.and_then(|fact| {
        let country = country::by_code(&fact.value).or_else(|| country::by_name(&fact.value))?;
        Some(Fact::new(country.code, fact.source.clone(), &fact.quote))
    });
    // "Location: Canada": a profile may give no more than the country.
    let nation = locality.filter(|fact| code.is_none() && city::known(&fact.value).is_none());
    let nation = nation.and_then(|fact| Some(Fact::new(country::by_name(&fact.value)?.code, fact.source.clone(), &fact.quote)));
    let locality = locality.filter(|_| nation.is_none());
    // "Austin,TX" in the town's own field.
    let both =
        locality.and_then(|fact| Some((fact, fact.value.split_once(',')?))).map(|(fact, (town, state))| (fact, town.trim(), state.trim()));
    let told = |state: &str| region.map_or_else(|| region::named(state, None).is_some(), |region| region.value == state);
    if let Some((fact, town, state)) = both.filter(|(_, town, state)| !town.is_empty() && told(state)) {
        let part = |value: &str| Some(Fact { value: value.to_owned(), ..fact.clone() });
        return Address {
            address_locality: part(town),
            address_region: region.cloned().or_else(|| part(state)),
            address_country: code.or(nation),
        };
    }
    Address { address_locality: locality.cloned(), address_region: region.cloned(), address_country: code.or(nation) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Source;

    #[test]
    fn fields_that_hold_more_than_their_own() {
        let told = |locality: &str, region: &str| {
            let fact = |words: &str| (!words.is_empty()).then(|| Fact::new(words, Source::Microdata, words));
            let address = of_data(fact(locality).as_ref(), fact(region).as_ref(), None);
            let value = |fact: Option<Fact>| fact.map(|fact| fact.value).unwrap_or_default();
            [value(address.address_locality), value(address.address_region), value(address.address_country)]
        };
        assert_eq!(told("Austin,TX", ""), ["Austin", "TX", ""]);
        assert_eq!(told("Tacoma, Georgia", "Georgia"), ["Tacoma", "Georgia", ""]);
        assert_eq!(told("Mill, Upper", ""), ["Mill, Upper", "", ""]);
        assert_eq!(told("Canada", ""), ["", "", "CA"]);
    }
}
