//! The host's own name, as the page's words write it: "Oak & Sons Joinery" at `oaksonsjoinery.com`.

use super::{Candidate, form};
use crate::fact::{Fact, Source};

/// Where nothing that signs the page is like a host of its own, the words that spell one.
pub(super) fn spelled(text: &str, hosts: &[String], found: &mut Vec<Candidate>) {
    if found.iter().any(|there| hosts.iter().any(|host| form::like_host(&there.fact.value, host) > LIKE)) {
        return;
    }
    let mut own = hosts.iter().filter(|host| host.len() >= SHORTEST);
    let Some((host, words)) = own.find_map(|host| {
        let letters: Vec<u8> = host.bytes().filter(u8::is_ascii_alphanumeric).collect();
        Some((host, first(text, &letters)?))
    }) else {
        return;
    };
    // "Oak & Sons Joinery Ltd" in the copyright line says the same in full, and so does "Fratelli Oak"; a sentence about it does not.
    let short = form::bare(words);
    let is_name = |name: &str| form::has_legal_form(name) || !name.contains([',', ':', '™', '®', '|']) && !name.contains(" - ");
    let length = |name: &str| name.split(' ').count();
    let is_full = |name: &str| {
        let bare = form::bare(name);
        let most = if bare.starts_with(&short) { LONGEST } else { length(words) + 2 };
        length(name) <= most && is_name(name) && bare.contains(&short)
    };
    let full = found.iter().find(|there| is_full(&there.fact.value));
    let fact = full.map_or_else(|| Fact::new(words, Source::Text, words), |there| there.fact.clone());
    // The full form is no less the host's for being longer.
    let weight = AS_LIKE - form::like_host(&fact.value, host);
    found.push(Candidate { fact, weight, witness: "the words of its address" });
}

/// The first words that open with a capital and whose letters are these.
fn first<'t>(text: &'t str, letters: &[u8]) -> Option<&'t str> {
    let mut from = 0;
    text.split_inclusive([' ', '\n', '\t']).find_map(|word| {
        let start = from;
        from += word.len();
        let opens = word.bytes().next().is_some_and(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let same = word.bytes().next().map(|b| b.to_ascii_lowercase()) == letters.first().copied();
        let end = (opens && same).then(|| ends(text.get(start..)?, letters)).flatten()?;
        text.get(start..start + end)
    })
}

/// How far the words at the start spell the letters; none where they spell something else.
fn ends(text: &str, letters: &[u8]) -> Option<usize> {
    let mut rest = letters;
    for (at, c) in text.char_indices().take(2 * letters.len() + 12) {
        match c {
            '\n' | '\t' | '@' | '/' => return None,
            c if c.is_ascii_alphanumeric() => {
                let (first, behind) = rest.split_first()?;
                if !first.eq_ignore_ascii_case(&(c as u8)) {
                    return None;
                }
                rest = behind;
            }
            c if c.is_alphanumeric() => return None,
            _ => {}
        }
        if rest.is_empty() {
            let end = at + c.len_utf8();
            let goes_on = |c: char| c.is_alphanumeric() || c == '@' || c == '.';
            let behind = text.get(end..)?;
            let is_whole = !behind.starts_with(goes_on) || behind.starts_with(". ") || behind.trim_end() == ".";
            return is_whole.then_some(end);
        }
    }
    None
}

/// Shorter hosts are spelled by chance.
const SHORTEST: usize = 5;
/// In words: what is longer is a sentence.
const LONGEST: usize = 6;
/// What the name and its likeness to the host weigh together.
const AS_LIKE: f32 = 5.5;
/// What is as like a host as this is its name.
const LIKE: f32 = 2.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_spell_the_host() {
        let read = |text: &str, host: &str| first(text, host.as_bytes()).map(str::to_owned);
        assert_eq!(read("We at Oak & Sons, joiners", "oaksons").as_deref(), Some("Oak & Sons"));
        assert_eq!(read("x\nOak-Sons.", "oaksons").as_deref(), Some("Oak-Sons"));
        assert_eq!(read("At OAK SONS. We", "oaksons").as_deref(), Some("OAK SONS"));
        for text in ["oak sons", "Oak Sonss", "Oaksons.com", "Oak\nsons", "Oak@sons", "", "Oak", "Öak Sons"] {
            assert_eq!(read(text, "oaksons"), None, "{text}");
        }
    }

    #[test]
    fn only_where_nothing_else_is_like_the_host() {
        let candidate = |name: &str| Candidate { fact: Fact::new(name, Source::Meta, name), weight: 2.2, witness: "the title" };
        let hosts = ["oaksons".to_owned()];
        let mut found = vec![candidate("Fine Furniture")];
        spelled("Oak Sons", &hosts, &mut found);
        assert_eq!(found.last().map(|there| there.fact.value.as_str()), Some("Oak Sons"));
        let mut found = vec![candidate("Oak Sons Joinery and Carpentry")];
        spelled("Oak Sons", &hosts, &mut found);
        assert_eq!(found.last().map(|there| there.fact.value.as_str()), Some("Oak Sons Joinery and Carpentry"));
        let mut found = vec![candidate("Oak & Sons Ltd")];
        spelled("Oak Sons", &hosts, &mut found);
        assert_eq!(found.len(), 1);
    }
}
