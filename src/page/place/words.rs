//! The words of a line with what an address is read by: place, commas, case.

use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// Without punctuation around it.
    pub text: &'a str,
    /// Bytes of the line.
    pub span: Range<usize>,
    /// A comma or a stronger sign stands before it (or it is the first).
    pub begins: bool,
    /// The same behind it.
    pub ends: bool,
    /// A full stop right behind it ("St.").
    pub stop: bool,
}

/// At most this many; addresses don't stand at the end of endless lines.
const MOST: usize = 4_000;

pub(super) fn words(line: &str) -> Vec<Word<'_>> {
    let mut out: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    let mut begins = true;
    for (at, c) in line.char_indices().chain(std::iter::once((line.len(), ' '))) {
        let inside =
            c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '‑' | '&' | '〒' | '#' | '/') || ('\u{300}'..='\u{36f}').contains(&c);
        match (inside, start) {
            (true, None) => start = Some(at),
            (true, Some(_)) => {}
            (false, from) => {
                if let Some(from) = from
                    && let Some(text) = line.get(from..at)
                {
                    let trimmed = text.trim_matches(|c: char| matches!(c, '-' | '\'' | '’' | '&' | '/' | '‑'));
                    if trimmed.is_empty() {
                        begins = true;
                        if let Some(last) = out.last_mut() {
                            last.ends = true;
                        }
                    } else {
                        out.push(Word { text: trimmed, span: from..at, begins, ends: false, stop: c == '.' });
                        begins = false;
                    }
                    start = None;
                    if out.len() >= MOST {
                        break;
                    }
                }
                if matches!(
                    c,
                    ',' | ';'
                        | '|'
                        | '•'
                        | '·'
                        | ':'
                        | '('
                        | ')'
                        | '['
                        | ']'
                        | '/'
                        | '–'
                        | '—'
                        | '，'
                        | '、'
                        | '\u{ad}'
                        | '!'
                        | '?'
                        | '~'
                        | '»'
                        | '<'
                        | '>'
                        | '*'
                ) {
                    begins = true;
                    if let Some(last) = out.last_mut() {
                        last.ends = true;
                    }
                }
            }
        }
    }
    if let Some(last) = out.last_mut() {
        last.ends = true;
    }
    out
}

impl Word<'_> {
    pub(super) fn is_digits(&self, length: usize) -> bool {
        self.text.len() == length && self.text.bytes().all(|b| b.is_ascii_digit())
    }

    pub(super) fn has_digit(&self) -> bool {
        self.text.bytes().any(|b| b.is_ascii_digit())
    }

    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(|c| c.is_uppercase() || c == '\'')
    }

    /// Small words that stand inside the names of towns.
    pub(super) fn links(&self) -> bool {
        matches!(
            self.text,
            "of" | "de"
                | "la"
                | "le"
                | "les"
                | "du"
                | "des"
                | "sur"
                | "en"
                | "am"
                | "an"
                | "der"
                | "im"
                | "in"
                | "bei"
                | "ob"
                | "do"
                | "da"
                | "dos"
                | "del"
                | "den"
                | "aan"
                | "upon"
                | "on"
                | "the"
                | "el"
                | "und"
                | "v"
                | "i"
                | "di"
                | "a"
                | "d"
                | "St"
                | "Saint"
        )
    }

    /// Street, suite, floor: no town's name.
    pub(super) fn is_street(&self) -> bool {
        let folded = crate::page::phone::fold(self.text);
        STREETS.contains(&folded.as_str())
            || ["strasse", "straße", "gasse", "platz", "allee", "straat", "laan", "vagen", "gatan", "veien", "gata", "katu", "tie", "ring"]
                .iter()
                .any(|end| folded.len() > end.len() + 2 && folded.ends_with(end))
    }
}

const STREETS: &[&str] = &[
    "street",
    "str",
    "avenue",
    "ave",
    "av",
    "road",
    "rd",
    "drive",
    "dr",
    "boulevard",
    "blvd",
    "lane",
    "ln",
    "way",
    "court",
    "ct",
    "suite",
    "ste",
    "floor",
    "fl",
    "unit",
    "highway",
    "hwy",
    "parkway",
    "pkwy",
    "pky",
    "place",
    "pl",
    "square",
    "sq",
    "terrace",
    "circle",
    "cir",
    "building",
    "bldg",
    "box",
    "room",
    "rm",
    "plaza",
    "turnpike",
    "tpke",
    "trail",
    "pike",
    "alley",
    "loop",
    "expressway",
    "freeway",
    "route",
    "rte",
    "apt",
    "level",
    "house",
    "close",
    "crescent",
    "quay",
    "esplanade",
    "rue",
    "calle",
    "via",
    "viale",
    "piazza",
    "corso",
    "rua",
    "avenida",
    "avda",
    "paseo",
    "plaza",
    "weg",
    "strasse",
    "straße",
    "platz",
    "quai",
    "cours",
    "chemin",
    "impasse",
    "ulica",
    "ul",
    "carrer",
    "n",
    "s",
    "e",
    "w",
    "ne",
    "nw",
    "sw",
    "se",
    "po",
    "pobox",
    "mail",
    "stop",
    "department",
    "dept",
    "center",
    "centre",
    "office",
    "offices",
    "tel",
    "phone",
    "fax",
    "email",
    "address",
    "located",
    "location",
    "locations",
    "visit",
    "headquarters",
    "copyright",
    "inc",
    "llc",
    "ltd",
    "corp",
    "gmbh",
    "company",
    "university",
    "college",
    "hotel",
    "mailing",
    "in",
    "at",
    "from",
    "to",
    "for",
    "and",
    "our",
    "we",
    "is",
    "are",
    "contact",
    "serving",
    "near",
    "call",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_commas() {
        let found = words("233 S. Wacker Dr., Chicago, IL 60606");
        let texts: Vec<&str> = found.iter().map(|word| word.text).collect();
        assert_eq!(texts, ["233", "S", "Wacker", "Dr", "Chicago", "IL", "60606"]);
        assert!(found[4].begins && found[4].ends && found[5].begins && !found[5].ends);
    }
}
