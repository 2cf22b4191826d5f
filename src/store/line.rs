//! One value, one line: a checksum of 16 hexadecimal digits, a blank, JSON. A damaged line is noticed and costs no other line.

use serde::{Serialize, de::DeserializeOwned};

use crate::touch::digest;

/// What can be wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// The words are not those that were written.
    Damaged,
    /// As it was written, but this version does not understand it: a newer one wrote it.
    Unknown,
}

pub(super) fn write<T: Serialize>(value: &T) -> String {
    // Nothing that is stored here can fail to be JSON; if it did, the line would read as damaged rather than as something else.
    let json = serde_json::to_string(value).unwrap_or_default();
    format!("{:016x} {json}", digest::short(&[&json]))
}

/// Whether the line is as it was written, understood or not.
pub(super) fn is_sound(line: &str) -> bool {
    !matches!(read::<serde::de::IgnoredAny>(line), Err(Wrong::Damaged))
}

pub(super) fn read<T: DeserializeOwned>(line: &str) -> Result<T, Wrong> {
    let (written, json) = line.split_once(' ').ok_or(Wrong::Damaged)?;
    if written != format!("{:016x}", digest::short(&[json])) {
        return Err(Wrong::Damaged);
    }
    serde_json::from_str(json).map_err(|_| Wrong::Unknown)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn any_flipped_bit_is_noticed() {
        let line = write(&"Ada\nLovelace");
        assert!(!line.contains('\n'));
        assert_eq!(read::<String>(&line).unwrap(), "Ada\nLovelace");
        for place in 0..line.len() {
            for bit in 0..7 {
                let mut bytes = line.clone().into_bytes();
                bytes[place] ^= 1 << bit;
                let flipped = String::from_utf8(bytes).unwrap();
                assert_eq!(read::<String>(&flipped), Err(Wrong::Damaged), "{flipped}");
            }
            assert!(read::<String>(&line[..place]).is_err());
        }
        assert_eq!(read::<u32>(&line), Err(Wrong::Unknown));
    }
}
