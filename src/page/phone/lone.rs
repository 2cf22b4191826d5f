//! An extension that stands beside a name without a number: "Kathy Oak (ext. 207)" is reached over the house's own.

use super::extension;

/// The one extension in these words that follows no number; none where there are several. In digits.
pub(in crate::page) fn extension(text: &str) -> Option<String> {
    let mut found: Option<String> = None;
    let mut before = ' ';
    // Digits, then only what parts a number from its extension: whatever comes next belongs to that number.
    let mut after_digits = false;
    for (at, c) in text.char_indices() {
        let starts = !before.is_alphanumeric() && matches!(c, 'x' | 'X' | 'e' | 'E' | 'd' | 'D' | 'p' | 'P' | 'n' | 'N');
        if starts
            && !after_digits
            && let Some(rest) = text.get(at..).filter(|rest| is_word(rest))
            && let Some((digits, _)) = extension::read(&format!(" {}", rest.get(..rest.floor_char_boundary(40)).unwrap_or(rest)))
            && (2..=5).contains(&digits.len())
        {
            if found.as_ref().is_some_and(|known| *known != digits) {
                return None;
            }
            found = Some(digits);
        }
        after_digits = c.is_ascii_digit() || after_digits && matches!(c, ' ' | ',' | '(' | ')' | '-' | '.' | '/' | '\u{a0}' | '"' | '\'');
        before = c;
    }
    found
}

/// "x12", "ext. 12", "Durchwahl 12": a word for an extension, which no other word begins with.
fn is_word(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    text.get(..letters).is_some_and(|word| WORDS.iter().any(|there| there.eq_ignore_ascii_case(word)))
        && (letters > 1 || text.as_bytes().get(1).is_some_and(u8::is_ascii_digit))
}

const WORDS: [&str; 7] = ["x", "ext", "extn", "extension", "durchwahl", "dw", "poste"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_extension_beside_a_name() {
        for (words, digits) in [
            ("Kathy Oak (ext. 207) clerk@mills.example", "207"),
            ("Kathy Oak (x216)", "216"),
            ("Kathy Oak, Clerk\tExt: 12", "12"),
            ("Kathy Oak, Durchwahl 17", "17"),
            ("Kathy Oak, Poste 204", "204"),
        ] {
            assert_eq!(extension(words).as_deref(), Some(digits), "{words}");
        }
        for words in [
            "312 555 0147 ext. 207",
            "(312) 555-0147 (x207)",
            "a room of 12 x 14",
            "33 x32",
            "Next 20",
            "x 14",
            "Kathy (x12), Carl (x13)",
            "Expo 2027",
            "",
            "é x",
        ] {
            assert_eq!(extension(words), None, "{words}");
        }
    }
}
