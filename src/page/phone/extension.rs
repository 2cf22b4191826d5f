//! The extension behind a number: `x123`, `ext. 123`, `Durchwahl 12`, `#5`.

/// Words for "extension", folded, longest first where one begins another.
const WORDS: &[&str] = &[
    "durchwahl",
    "nebenstelle",
    "extension",
    "extensión",
    "extensao",
    "extensão",
    "anknytning",
    "doorkiesnr",
    "toestel",
    "apparat",
    "interno",
    "interne",
    "klappe",
    "and press",
    "then press",
    "then dial",
    "dahili",
    "option",
    "press",
    "anexo",
    "ramal",
    "poste",
    "extn.",
    "extn",
    "xtn",
    "ext",
    "lokal",
    "local",
    "loc",
    "wewn",
    "wew",
    "nst",
    "ankn",
    "tst",
    "доб",
    "внутр",
    "вн",
    "內線",
    "内線",
    "分机",
    "分機",
    "转",
    "轉",
    "내선",
    "int",
    "dw",
    "kl",
    "x",
    "×",
    "#",
];

/// Whether an extension that was read is written with a dash ("Durchwahl -215"): behind a number that ends in "-0" it takes the zero's place.
pub(super) fn takes_a_place(text: &str, (digits, end): &(String, usize)) -> bool {
    let before = text.get(..*end).map(|read| read.trim_end_matches([')', ']'])).and_then(|read| read.strip_suffix(digits.as_str()));
    before.is_some_and(|before| before.ends_with(['-', '–']))
}

/// Reads the extension that `text`, which begins where a number ends, starts with: its digits, and the length of what was read.
pub(super) fn read(text: &str) -> Option<(String, usize)> {
    let mut at = 0;
    let mut open = 0;
    // At most a comma or a semicolon, spaces and a bracket stand between.
    for (i, c) in text.char_indices().take(5) {
        match c {
            ' ' | ',' | ';' | '\u{a0}' | '-' | '–' | '/' => {}
            '(' | '[' => open += 1,
            _ => {
                at = i;
                break;
            }
        }
        at = i + c.len_utf8();
    }
    let spaced = at > 0;
    let rest = text.get(at..)?;
    let head: String = rest.chars().take(14).flat_map(char::to_lowercase).collect();
    let word = WORDS.iter().find(|word| head.starts_with(**word) && rest.is_char_boundary(word.len()))?;
    // "#" and "x" need no word boundary before; "int" and "local" do.
    if !spaced
        && !matches!(
            *word,
            "x" | "×" | "#" | "ext" | "extension" | "extn" | "extn." | "转" | "轉" | "分机" | "分機" | "內線" | "内線" | "내선"
        )
    {
        return None;
    }
    let mut after = at + word.len();
    let mut digits = String::new();
    for (i, c) in text.get(after..)?.char_indices().take(24) {
        match c {
            '0'..='9' if digits.len() < 7 => digits.push(c),
            '0'..='9' => return None,
            '.' | ':' | ' ' | '#' | '-' | '–' | '\u{a0}' | '=' | '：' if digits.is_empty() && i < 7 => {}
            'N' | 'n' if digits.is_empty() && text.get(after + i..).is_some_and(starts_with_number_word) => {}
            'o' | 'r' | 'º' | '°' if digits.is_empty() && i > 0 && i < 7 => {}
            _ if digits.is_empty() => return None,
            c if c.is_alphabetic() && c.is_ascii() => return None,
            _ => break,
        }
        if c.is_ascii_digit() {
            at = after + i + 1;
        }
    }
    if digits.is_empty() || *word == "#" && digits.len() > 6 {
        return None;
    }
    after = at;
    if open > 0 && text.get(after..).is_some_and(|rest| rest.starts_with([')', ']'])) {
        after += 1;
    }
    Some((digits, after))
}

fn starts_with_number_word(rest: &str) -> bool {
    ["No", "no", "Nr", "nr", "N°", "n°", "Nº", "nº"].iter().any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_written_form() {
        for (text, digits) in [
            ("x123", "123"),
            (" x 123 or", "123"),
            (" X  456", "456"),
            (" ext. 42", "42"),
            (", ext 7246433", "7246433"),
            (" Ext: #9", "9"),
            (" (ext. 12)", "12"),
            (" (x5) ", "5"),
            (" extension 2211.", "2211"),
            (" Durchwahl 17", "17"),
            (" Durchwahl: -17", "17"),
            (" DW 3", "3"),
            (" #3456", "3456"),
            (" poste 204", "204"),
            (" доб. 12", "12"),
            (" 内線12", "12"),
            (" ext no. 8", "8"),
            (", press 2 for sales", "2"),
            (", option 3", "3"),
            (" poste 12", "12"),
            (" int. 7", "7"),
            (" anexo 33", "33"),
            (" Nst. 4", "4"),
        ] {
            assert_eq!(read(text).map(|(digits, _)| digits).as_deref(), Some(digits), "{text}");
        }
        assert_eq!(read(" (x5) y").map(|(_, end)| end), Some(5));
    }

    #[test]
    fn words_are_not_extensions() {
        for text in [" international 5", "x", " x12345678", " local bakery", " or 555", " ext", "", " #", " x2y"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
