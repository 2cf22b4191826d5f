//! Digits to E.164 through libphonenumber's metadata, under the countries that the page speaks for.

use std::collections::HashMap;

use rlibphonenumber::{NumberLengthType, PhoneNumber, PhoneNumberFormat, PhoneNumberType, PhoneNumberUtil, Region};

use super::country::{APART, TOLD};
use crate::numbering::numbering;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dialled {
    pub e164: String,
    pub region: Option<Region>,
    pub kind: PhoneNumberType,
    /// In use by the country's plan; otherwise only of a possible length.
    pub valid: bool,
}

/// What came of trying.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Told {
    Number(Dialled),
    /// A number in more than one country, none of which is told apart.
    Unclear,
    None,
}

/// Asks the metadata; a number is asked for once, and a page has only so many questions.
pub(super) struct Dialler {
    asked: HashMap<(String, Option<Region>), Option<Dialled>>,
    left: u32,
}

/// About 20 microseconds each.
const QUESTIONS: u32 = 6_000;

impl Dialler {
    pub(super) fn new() -> Self {
        Self { asked: HashMap::new(), left: QUESTIONS }
    }

    /// Digits with their country code.
    pub(super) fn international(&mut self, digits: &str) -> Option<Dialled> {
        if digits.starts_with('0') {
            return None;
        }
        self.ask(format!("+{digits}"), None)
    }

    /// Digits as they are dialled inside a country. `shape` adds to a country's weight for how the number is written.
    pub(super) fn national(&mut self, digits: &str, countries: &[(Region, f32)], labelled: bool) -> Told {
        if digits.len() > 17 {
            return Told::None;
        }
        // The international prefixes of most of the world and of North America.
        if let Some(rest) = digits.strip_prefix("00").filter(|rest| rest.len() >= 8)
            && let Some(number) = self.international(rest).filter(|number| number.valid)
        {
            return Told::Number(number);
        }
        if let Some(rest) = digits.strip_prefix("011").filter(|rest| rest.len() >= 10)
            && countries.iter().any(|(region, weight)| *weight >= TOLD && is_nanp(*region))
            && let Some(number) = self.international(rest).filter(|number| number.valid)
        {
            return Told::Number(number);
        }
        let mut best: Option<(f32, Dialled)> = None;
        let mut second = 0.0f32;
        for (region, weight) in countries {
            // The likeliest come first: none behind here could be chosen instead, nor make the choice doubtful.
            if best.as_ref().is_some_and(|(highest, _)| *highest >= TOLD && highest - second.max(*weight) >= APART) {
                break;
            }
            let Some(number) = self.ask(digits.to_owned(), Some(*region)).filter(|number| number.valid) else { continue };
            let missing = missing_zero(digits, *region, &number);
            if missing > 0.0 && !labelled {
                continue;
            }
            let weight = weight - missing;
            match &best {
                Some((_, known)) if known.e164 == number.e164 => {
                    if let Some((sum, _)) = &mut best {
                        *sum = (*sum + weight.max(0.0) * 0.5).max(weight);
                    }
                }
                Some((highest, _)) if *highest >= weight => second = second.max(weight),
                _ => {
                    second = best.as_ref().map_or(second, |(highest, _)| second.max(*highest));
                    best = Some((weight, number));
                }
            }
        }
        // A number that only an unlikely country has in use does not make the likely one doubtful.
        let is_somewhere = best.is_some();
        let unlikely = best.as_ref().is_none_or(|(weight, _)| *weight < TOLD);
        if let Some((weight, number)) = best.filter(|_| !unlikely) {
            return if weight - second >= APART { Told::Number(number) } else { Told::Unclear };
        }
        // Numbers out of use (or in films) still have a country where the page is sure of it.
        if labelled
            && let Some((region, weight)) = countries.first()
            && *weight >= TOLD
            && weight - countries.get(1).map_or(0.0, |(_, next)| *next) >= APART
            && let Some(number) = self.ask(digits.to_owned(), Some(*region))
            && missing_zero(digits, *region, &number) == 0.0
        {
            return Told::Number(number);
        }
        if is_somewhere { Told::Unclear } else { Told::None }
    }

    fn ask(&mut self, text: String, region: Option<Region>) -> Option<Dialled> {
        let key = (text, region);
        if let Some(known) = self.asked.get(&key) {
            return known.clone();
        }
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        let answer = numbering().and_then(|plans| dialled(plans, &plans.parse(&key.0, region).ok()?));
        self.asked.insert(key, answer.clone());
        answer
    }
}

fn dialled(plans: &PhoneNumberUtil, number: &PhoneNumber) -> Option<Dialled> {
    let region = plans.get_region_for_number(number);
    let valid = region.is_some() && plans.is_valid_number(number);
    if !valid && !matches!(plans.is_possible_number_with_reason(number), Ok(NumberLengthType::IsPossible)) {
        return None;
    }
    let kind = if valid { plans.get_number_type(number) } else { PhoneNumberType::Unknown };
    let e164 = plans.format(number, PhoneNumberFormat::E164).into_owned();
    // The German plan takes fifteen digits behind its 49; nobody can be reached by more than fifteen in all.
    (e164.len() <= LONGEST).then_some(Dialled { e164, region, kind, valid })
}

/// The plus and the fifteen digits that a number has at most (ITU-T E.164, 6.1).
const LONGEST: usize = 16;

/// Countries that write a zero before the area code.
const TRUNK_ZERO: &[Region] = &[
    Region::AT,
    Region::AU,
    Region::BE,
    Region::CH,
    Region::CN,
    Region::DE,
    Region::FI,
    Region::FR,
    Region::GB,
    Region::GG,
    Region::HR,
    Region::IE,
    Region::IM,
    Region::JE,
    Region::JP,
    Region::KR,
    Region::NL,
    Region::NZ,
    Region::RS,
    Region::SE,
    Region::SI,
    Region::SK,
    Region::TR,
    Region::TW,
    Region::ZA,
    Region::IL,
    Region::MY,
    Region::TH,
    Region::BG,
    Region::BA,
];

/// Countries that write it before every number, free ones and those of companies too.
const ALL_ZERO: &[Region] =
    &[Region::AT, Region::BE, Region::CH, Region::DE, Region::FR, Region::GB, Region::GG, Region::IM, Region::JE, Region::NL];

/// Where numbers are written with a trunk zero, one without it is likely another country's.
fn missing_zero(digits: &str, region: Region, number: &Dialled) -> f32 {
    let geographic = matches!(
        number.kind,
        PhoneNumberType::FixedLine | PhoneNumberType::Mobile | PhoneNumberType::FixedLineOrMobile | PhoneNumberType::Unknown
    );
    let code = numbering().and_then(|plans| plans.get_country_code_for_region(region)).map(|code| code.to_string()).unwrap_or_default();
    let with_code = digits.starts_with(&code) && number.e164.get(1..) == Some(digits);
    let zero = TRUNK_ZERO.contains(&region) && geographic || ALL_ZERO.contains(&region);
    if zero && !digits.starts_with('0') && !with_code { 2.0 } else { 0.0 }
}

pub(super) fn is_nanp(region: Region) -> bool {
    numbering().is_some_and(|plans| plans.is_nanpa_country(region))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(digits: &str, countries: &[(Region, f32)]) -> Option<String> {
        match Dialler::new().national(digits, countries, true) {
            Told::Number(number) => Some(number.e164),
            _ => None,
        }
    }

    #[test]
    fn the_country_decides() {
        assert_eq!(told("02079460018", &[(Region::GB, 3.0)]).as_deref(), Some("+442079460018"));
        assert_eq!(told("02079460018", &[(Region::GB, 0.5)]), None);
        assert_eq!(told("00442079460018", &[]).as_deref(), Some("+442079460018"));
        assert_eq!(told("3125550100", &[(Region::US, 3.0), (Region::CA, 1.0)]).as_deref(), Some("+13125550100"));
    }

    #[test]
    fn countries_that_are_not_told_apart_give_none() {
        assert_eq!(told("912345678", &[(Region::ES, 2.0), (Region::PT, 1.9)]), None);
    }

    #[test]
    fn a_number_out_of_use_keeps_its_country() {
        assert_eq!(told("01632960123", &[(Region::GB, 3.0)]).as_deref(), Some("+441632960123"));
        assert_eq!(told("07700900456", &[(Region::GB, 5.0), (Region::CN, 0.5)]).as_deref(), Some("+447700900456"));
        assert_eq!(told("5550100", &[(Region::US, 5.0)]), None);
    }
}
