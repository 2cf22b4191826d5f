//! The seller's number as it is written to be read aloud: the national grouping, or with the country code for a prospect abroad.

use rlibphonenumber::PhoneNumberFormat;

use super::telephone::{self, country_code_length};
use crate::numbering::numbering;

/// `e164` is `+` and 7 to 15 digits. `abroad`: the prospect calls from another country.
pub fn read_aloud(e164: &str, abroad: bool) -> String {
    let national = if abroad { None } else { north_american(e164).or_else(|| formatted(e164, PhoneNumberFormat::National)) };
    national.or_else(|| formatted(e164, PhoneNumberFormat::International)).unwrap_or_else(|| in_threes(e164))
}

/// Whether two numbers in E.164 are of different countries.
pub(super) fn differ_in_country(a: &str, b: &str) -> bool {
    let code = |number: &str| {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        digits.get(..country_code_length(&digits)).map(str::to_owned)
    };
    matches!((code(a), code(b)), (Some(a), Some(b)) if a != b)
}

/// 415-555-0123: hyphens, as nobody says brackets.
fn north_american(e164: &str) -> Option<String> {
    let digits = e164.strip_prefix("+1").filter(|digits| digits.len() == 10)?;
    Some(format!("{}-{}-{}", digits.get(..3)?, digits.get(3..6)?, digits.get(6..)?))
}

fn formatted(e164: &str, format: PhoneNumberFormat) -> Option<String> {
    let plans = numbering()?;
    let number = plans.parse(e164, None).ok()?;
    let written: String =
        plans.format(&number, format).chars().filter(|c| !"()".contains(*c)).map(|c| if c == '/' { ' ' } else { c }).collect();
    let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    // Some national forms change digits (Argentina's mobiles): only one that is known again as the seller's number will do.
    let found = telephone::find(&written, Some(e164));
    let known =
        matches!(found.as_slice(), [one] if one.sellers && one.start == 0 && one.end == written.len() && (2..=6).contains(&one.groups));
    known.then_some(written)
}

/// A number that no plan knows: the country code, then threes, the last up to four digits.
fn in_threes(e164: &str) -> String {
    let digits: String = e164.chars().filter(char::is_ascii_digit).collect();
    let (country, mut rest) = digits.split_at(country_code_length(&digits).min(digits.len()));
    let mut written = format!("+{country}");
    let width = if rest.len() > 8 { 4 } else { 3 };
    while !rest.is_empty() {
        let take = if rest.len() <= width + 1 { rest.len() } else { width };
        let (group, tail) = rest.split_at(take);
        written.push(' ');
        written.push_str(group);
        rest = tail;
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_their_country_reads_them() {
        for (e164, said) in [
            ("+14155550123", "415-555-0123"),
            ("+442079460123", "020 7946 0123"),
            ("+61255501234", "02 5550 1234"),
            ("+61491570006", "0491 570 006"),
            ("+33123456789", "01 23 45 67 89"),
            ("+4930901820", "030 901820"),
        ] {
            assert_eq!(read_aloud(e164, false), said);
        }
        assert_eq!(read_aloud("+442079460123", true), "+44 20 7946 0123");
        assert_eq!(read_aloud("+14155550123", true), "+1 415-555-0123");
    }

    #[test]
    fn every_number_is_known_again() {
        let mut state = 7_u64;
        for n in 0..3000 {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let length = 7 + n % 9;
            let digits = format!("{:020}", state)[20 - length..].replacen('0', "4", 1);
            let digits = if digits.starts_with('0') { digits.replacen('0', "5", 1) } else { digits };
            let e164 = format!("+{digits}");
            for abroad in [false, true] {
                let said = format!("Call {}.", read_aloud(&e164, abroad));
                let found = telephone::find(&said, Some(&e164));
                assert!(found.len() == 1 && found[0].sellers, "{e164}: {said} {found:?}");
            }
        }
    }

    #[test]
    fn countries_are_told_apart() {
        assert!(differ_in_country("+14155550123", "+442079460123"));
        assert!(!differ_in_country("+442079460123", "+441614960000"));
        assert!(!differ_in_country("+14155550123", ""));
    }
}
