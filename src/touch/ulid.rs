//! Ids that sort by time: a ULID (github.com/ulid/spec), made before the first try so that a retry never doubles.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// What each letter stands for; 255: nothing.
const DIGITS: [u8; 128] = {
    let mut digits = [255; 128];
    let mut digit = 0;
    while digit < ALPHABET.len() {
        digits[ALPHABET[digit] as usize] = digit as u8;
        digits[ALPHABET[digit].to_ascii_lowercase() as usize] = digit as u8;
        digit += 1;
    }
    digits
};
const LENGTH: usize = 26;
const RANDOM_BITS: u32 = 80;
const RANDOM_MASK: u128 = (1 << RANDOM_BITS) - 1;
const LAST_MILLI: u64 = (1 << 48) - 1;

/// 48 bits of milliseconds since 1970, then 80 random bits. Sorts by time, then at random.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ulid(u128);

impl Ulid {
    /// `random` gives its lowest 80 bits; the caller takes them from the browser's or the system's source.
    pub fn new(millis: u64, random: u128) -> Self {
        Self(u128::from(millis.min(LAST_MILLI)) << RANDOM_BITS | random & RANDOM_MASK)
    }

    /// As [`Ulid::new`], but always after `previous`, also when the clock went back. It never counts up the random part: two pages that
    /// both follow the same previous id must still make different ones.
    pub fn after(previous: Option<Self>, millis: u64, random: u128) -> Self {
        let Some(previous) = previous else { return Self::new(millis, random) };
        let same_milli = Self::new(millis.max(previous.millis()), random);
        if same_milli > previous { same_milli } else { Self::new(previous.millis() + 1, random) }
    }

    /// Milliseconds since 1970.
    pub fn millis(self) -> u64 {
        (self.0 >> RANDOM_BITS) as u64
    }
}

impl fmt::Display for Ulid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = [0; LENGTH];
        for (place, letter) in letters.iter_mut().rev().enumerate() {
            *letter = ALPHABET[(self.0 >> (place * 5)) as usize & 31];
        }
        f.write_str(str::from_utf8(&letters).unwrap_or_default())
    }
}

impl FromStr for Ulid {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("\"{}\" is not an id of 26 letters and digits", text.chars().take(40).collect::<String>());
        // 26 times 5 bits are 130: the first letter holds only 3.
        if text.len() != LENGTH || !text.starts_with(|first: char| ('0'..='7').contains(&first)) {
            return Err(wrong());
        }
        text.bytes()
            .try_fold(0, |sum: u128, byte| {
                let digit = DIGITS.get(usize::from(byte)).filter(|digit| **digit < 32).ok_or_else(wrong)?;
                Ok(sum << 5 | u128::from(*digit))
            })
            .map(Self)
    }
}

impl Serialize for Ulid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Ulid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text)
    }
}

/// Read where it stands, without a copy: a log holds a hundred thousand of them.
struct Text;

impl de::Visitor<'_> for Text {
    type Value = Ulid;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id of 26 letters and digits")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Ulid, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_specification_s_example_is_written_and_read() {
        // The seed time of the specification's readme.
        assert!(Ulid::new(1_469_918_176_385, 0).to_string().starts_with("01ARYZ6S41"));
        let example: Ulid = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        assert_eq!(example.to_string(), "01ARZ3NDEKTSV4RRFFQ69G5FAV");
        assert_eq!("01arz3ndektsv4rrffq69g5fav".parse::<Ulid>().unwrap(), example);
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for wrong in
            ["", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "01ARZ3NDEKTSV4RRFFQ69G5FA", "01ARZ3NDEKTSV4RRFFQ69G5FAU", "01ARZ3NDEKTSV4RRFFQ69G5Fé"]
        {
            assert!(wrong.parse::<Ulid>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn two_pages_behind_a_clock_that_went_back_make_different_ids() {
        let previous = Ulid::new(1_000, 500);
        let (one, other) = (Ulid::after(Some(previous), 900, 3), Ulid::after(Some(previous), 900, 4));
        assert!(one > previous && other > previous && one != other);
        assert_eq!(one.millis(), 1_001);
    }

    proptest! {
        #[test]
        fn text_and_order_hold(a: u128, b: u128) {
            let (a, b) = (Ulid(a), Ulid(b));
            prop_assert_eq!(a.to_string().parse::<Ulid>().unwrap(), a);
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }

        #[test]
        fn the_next_is_always_later(previous in 0..1u128 << 127, millis in 0..LAST_MILLI, random: u128) {
            prop_assert!(Ulid::after(Some(Ulid(previous)), millis, random) > Ulid(previous));
        }
    }
}
