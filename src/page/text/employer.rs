//! The house that stands behind somebody's post by its full name: "Ada Byron, Director, Engines Ltd", in a line or in the next.

use super::{line::Line, mark::Mark};

/// Told by its legal form alone: without one, what stands there may be a department or a town.
pub(super) fn employer<'d>(title: &Mark<'d>, lines: &[Line<'d>]) -> Option<&'d str> {
    let line = lines.get(title.line)?;
    let end = (title.start + title.text.len()).checked_sub(line.start)?;
    let behind = line.text.get(end..)?;
    if let Some(rest) = behind.strip_prefix(", ") {
        return opening(rest);
    }
    let next = lines.get(title.line + 1).filter(|_| title.whole && behind.is_empty())?.text;
    opening(next).filter(|house| next.get(house.len()..).is_some_and(|rest| rest.trim_matches(['.', ',', ' ']).is_empty()))
}

/// The words up to the first legal form, where each of them could be one of a name.
fn opening(words: &str) -> Option<&str> {
    let mut end = 0;
    for (nth, word) in words.split(' ').take(7).enumerate() {
        let bare = word.trim_end_matches(['.', ',', ';']);
        if nth > 0 && FORMS.iter().any(|form| form.eq_ignore_ascii_case(bare)) && bare.starts_with(char::is_uppercase) {
            return words.get(..end + bare.len());
        }
        let fits =
            bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || ["&", "and", "of", "und", "et", "y"].contains(&bare);
        // A comma goes before the form ("Engines, Inc.") and nowhere else.
        let parts = bare.len() < word.len() && !words.get(end + word.len()..).is_some_and(|rest| opens_with_a_form(rest.trim_start()));
        if !fits || parts && nth > 0 {
            return None;
        }
        end += word.len() + 1;
    }
    None
}

fn opens_with_a_form(words: &str) -> bool {
    let word = words.split([' ', '.', ',', ';']).next().unwrap_or_default();
    FORMS.iter().any(|form| form.eq_ignore_ascii_case(word))
}

/// Those that are no state, degree or word of a language besides.
const FORMS: [&str; 28] = [
    "inc",
    "incorporated",
    "llc",
    "llp",
    "ltd",
    "limited",
    "corp",
    "corporation",
    "plc",
    "pllc",
    "gmbh",
    "mbh",
    "kg",
    "ag",
    "se",
    "sarl",
    "sas",
    "srl",
    "bv",
    "nv",
    "oy",
    "aps",
    "pty",
    "kft",
    "ltda",
    "pvt",
    "pte",
    "sro",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_ends_with_its_form() {
        for (words, house) in [
            ("Engines Ltd", "Engines Ltd"),
            ("Analytical Engines, Inc. Tel. 12", "Analytical Engines, Inc"),
            ("Mill & Sons GmbH & Co. KG", "Mill & Sons GmbH"),
            ("3D Looms LLC, Boise", "3D Looms LLC"),
        ] {
            assert_eq!(opening(words), Some(house), "{words}");
        }
        for words in ["Engines", "Ltd", "Erie, PA", "North America", "of the engines Ltd", "Boise, Idaho, Looms LLC", "the Ltd"] {
            assert_eq!(opening(words), None, "{words}");
        }
    }
}
