//! A number as it is typed: digits, and a point among them at most.
//!
//! The standard library reads every number that a float can hold, exactly, and brings the tables for it: 15 KB that hardly compress.

/// More digits than these are no price and no count. All of them fit into an integer.
const DIGITS_MOST: usize = 18;

/// The number, where it is one.
pub(crate) fn number(typed: &str) -> Option<f64> {
    let (whole, part) = typed.split_once('.').unwrap_or((typed, ""));
    let part = part.get(..DIGITS_MOST.checked_sub(whole.len())?).unwrap_or(part);
    let digits = format!("{whole}{part}");
    if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let scale = part.bytes().fold(1.0, |scale, _| scale * 10.0);
    Some(digits.parse::<u64>().ok()? as f64 / scale)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn what_is_typed_is_the_number_that_rust_reads() {
        for typed in ["0", "7", "007", "144000", "1.5", "0.1", "12.75", ".5", "5.", "999999999999999", "12345.678901", "0.000001"] {
            assert_eq!(number(typed), typed.parse().ok(), "{typed}");
        }
        assert_eq!(number("3.14159265358979323846264338"), Some(std::f64::consts::PI));
        for wrong in ["", ".", "-1", "+1", "1e5", "NaN", "inf", "1.2.3", "1,5", "\u{663}", "1\u{663}", "1234567890123456789"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }
}
