//! Whether the page names a competitor of the seller: what they likely have already (A12).

use crate::fact::present;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named<'a> {
    pub(super) competitor: &'a str,
    /// The words of the page around the name.
    pub(super) passage: String,
}

/// The first competitor that stands in the text as a whole word: no letter, digit or underscore beside it, any run of white space
/// inside, any case.
pub(super) fn named<'a>(text: &str, competitors: &'a [String]) -> Option<Named<'a>> {
    let wanted: Vec<(&str, String)> = competitors.iter().filter_map(|name| Some((present(name)?, plain(name).0))).collect();
    if wanted.is_empty() || present(text).is_none() {
        return None;
    }
    let (page, origin) = plain(text);
    wanted.into_iter().find_map(|(competitor, name)| {
        let (start, end) = whole_word(&page, &name)?;
        Some(Named { competitor, passage: passage(text, *origin.get(start)?, *origin.get(end.checked_sub(1)?)?) })
    })
}

fn whole_word(page: &str, name: &str) -> Option<(usize, usize)> {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    page.match_indices(name)
        .map(|(start, found)| (start, start + found.len()))
        .find(|(start, end)| !page[..*start].chars().next_back().is_some_and(word) && !page[*end..].chars().next().is_some_and(word))
}

/// Lower case, one space for each run of white space, none around; with the byte of the original for each byte.
fn plain(text: &str) -> (String, Vec<usize>) {
    let (mut out, mut origin) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    let mut space = false;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            space = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
            origin.push(at);
        }
        let before = out.len();
        // By way of upper case, so that Straße meets STRASSE.
        out.extend(c.to_uppercase().flat_map(char::to_lowercase));
        origin.resize(origin.len() + out.len() - before, at);
    }
    (out, origin)
}

/// Up to 40 characters either side of what was found, in one line.
fn passage(text: &str, start: usize, last: usize) -> String {
    let from = text[..start].char_indices().rev().nth(39).map_or(0, |(at, _)| at);
    let to = text[last..].char_indices().nth(41).map_or(text.len(), |(at, _)| last + at);
    text[from..to].split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(text: &str, competitor: &str) -> bool {
        named(text, &[competitor.to_owned()]).is_some()
    }

    #[test]
    fn whole_words_only() {
        assert!(finds("We use Acme.", "acme"));
        assert!(finds("We use ACME\n  Phones daily", "Acme Phones"));
        assert!(finds("(Acme+)", "Acme+"));
        assert!(finds("HAUPTSTRASSE Telefon", "Hauptstraße Telefon"));
        for text in ["Acmeish tools", "MyAcme", "Acme_2", "Acme2", "ac me", ""] {
            assert!(!finds(text, "Acme"), "{text}");
        }
        assert!(!finds("anything", "  "));
        assert!(finds("Acmeish, but also Acme", "Acme"));
    }

    #[test]
    fn the_passage_is_the_pages_own_words() {
        let competitors = ["istanbul telecom".to_owned(), "telecom".to_owned()];
        let found = named("Our phones run on  İstanbul Telecom since 2019.", &competitors);
        assert_eq!(found.map(|f| f.passage).as_deref(), Some("Our phones run on İstanbul Telecom since 2019."));
    }
}
