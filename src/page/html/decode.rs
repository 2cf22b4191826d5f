//! Bytes to text.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// By byte-order mark, then the meta declaration, then UTF-8 if the bytes are that, then windows-1252.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    let encoding = declared(bytes).unwrap_or_else(|| if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 });
    encoding.decode_without_bom_handling(bytes).0
}

/// The encoding a `<meta>` among the first bytes names. A page whose meta could be read is not UTF-16, whatever it says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(LOOKED_AT)].to_ascii_lowercase();
    let mut rest = &start[..];
    while let Some(at) = find(rest, b"<meta") {
        rest = &rest[at + 5..];
        let end = rest.iter().position(|b| *b == b'>').unwrap_or(rest.len());
        if let Some(encoding) = charset(&rest[..end]).and_then(Encoding::for_label) {
            return Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding });
        }
    }
    None
}

/// What stands behind `charset=`, with or without quotes and spaces.
fn charset(tag: &[u8]) -> Option<&[u8]> {
    let mut rest = tag;
    loop {
        rest = &rest[find(rest, b"charset")? + 7..];
        if let Some(value) = rest.trim_ascii_start().strip_prefix(b"=") {
            let value = value.trim_ascii_start();
            let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
            let end = value.iter().position(|b| b" \t\r\n\"';/".contains(b)).unwrap_or(value.len());
            return Some(&value[..end]);
        }
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// Browsers look at 1,024 bytes; saved pages often carry a comment before their head.
const LOOKED_AT: usize = 4096;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_witnesses() {
        assert_eq!(decode(b"\xef\xbb\xbfZ\xc3\xbcrich<meta charset=latin1>"), "Zürich<meta charset=latin1>");
        assert_eq!(decode(b"\xff\xfeZ\x00\xfc\x00"), "Zü");
        assert!(decode(b"<META content='text/html; charset = ISO-8859-2' http-equiv=x>\xb9").ends_with('š'));
        assert!(decode(b"<meta charset=\"windows-1251\">\xcf").ends_with('П'));
        assert!(decode(b"<meta charset=utf-16>Z\xc3\xbcrich").ends_with("Zürich"));
        assert!(decode(b"<meta charset=nonsense>Z\xc3\xbcrich").ends_with("Zürich"));
        assert_eq!(decode(b"Z\xfcrich \x80"), "Zürich €");
    }
}
