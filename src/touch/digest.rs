//! SHA-256 over separate parts: for keys that show nothing of a page, and for noticing damage.

use sha2::{Digest, Sha256};

/// The first 128 bits as 32 hexadecimal digits. Parts are told apart: ("ab", "c") is not ("a", "bc").
pub fn hex(parts: &[&str]) -> String {
    format!("{:032x}", first::<16>(parts).into_iter().fold(0u128, |sum, byte| sum << 8 | u128::from(byte)))
}

/// The first 64 bits.
pub fn short(parts: &[&str]) -> u64 {
    first::<8>(parts).into_iter().fold(0u64, |sum, byte| sum << 8 | u64::from(byte))
}

fn first<const N: usize>(parts: &[&str]) -> [u8; N] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    let mut first = [0; N];
    first.iter_mut().zip(hash.finalize()).for_each(|(to, from)| *to = from);
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_apart_and_the_digest_never_changes() {
        assert_ne!(hex(&["ab", "c"]), hex(&["a", "bc"]));
        assert_eq!(hex(&["email", "ada@acme.com"]), "583fd7226d9bc0ef0c8331953c9a69a1");
        assert_eq!(hex(&["email", "ada@acme.com"]).len(), 32);
        assert_eq!(hex(&["x"])[..16], format!("{:016x}", short(&["x"])));
    }
}
