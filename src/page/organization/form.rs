//! The forms a name takes: with and without its legal form, like the host, or no name at all.

use std::sync::LazyLock;

use crate::page::list::WordList;

/// Lower-case letters and digits, without "the" and the legal form.
pub(super) fn bare(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && !['&', '.', '\'', '’'].contains(&c)).filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && words.last().is_some_and(|last| is_legal(last)) {
        words.pop();
    }
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words.concat().chars().filter(|c| c.is_alphanumeric()).collect()
}

pub(in crate::page) fn has_legal_form(name: &str) -> bool {
    name.split_whitespace().skip(1).any(is_legal)
        || name.chars().count() > 4 && ["株式会社", "有限会社", "合同会社", "有限公司"].iter().any(|form| name.contains(form))
}

fn is_legal(word: &str) -> bool {
    let plain: String = word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    LEGAL.contains(&plain.as_str())
}

/// How much one bare name speaks for another: wholly where they are equal, in part where one holds the other.
pub(super) fn same(one: &str, other: &str) -> Option<f32> {
    if one == other {
        return Some(1.0);
    }
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    (short.len() >= 4 && long.contains(short)).then(|| 0.35 + 0.5 * short.len() as f32 / long.len() as f32)
}

/// How like a host's name (`example.co.uk` → `example`) it is.
pub(in crate::page) fn like_host(name: &str, host: &str) -> f32 {
    let bare = bare(name);
    let host: String = host.chars().filter(|c| c.is_alphanumeric()).collect();
    if host.len() < 3 || bare.len() < 3 {
        return 0.0;
    }
    let initials: String =
        name.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next()).collect::<String>().to_lowercase();
    if bare == host {
        3.5
    } else if bare.len() >= 4 && host.len() >= 4 && (bare.starts_with(&host) || host.starts_with(&bare)) {
        // A name far longer than the host is a sentence about it.
        if bare.len() <= 2 * host.len() + 6 { 2.5 } else { 0.5 }
    } else if initials.len() >= 3 && initials == host {
        3.0
    } else if initials.len() >= 3 && host.starts_with(&initials)
        || host.len() >= 5 && bare.contains(&host)
        || bare.len() >= 5 && host.contains(&bare)
    {
        1.8
    } else if first_word(name).is_some_and(|word| host.starts_with(&word)) {
        1.0
    } else {
        0.0
    }
}

/// The word that tells the name from others: "Mansion" of "The Mansion Nightclub".
fn first_word(name: &str) -> Option<String> {
    let plain = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    name.split_whitespace().map(plain).find(|word| word != "the").filter(|word| word.len() >= 5)
}

/// "shop.engines.example": where the house is to be found, and what it is called only where nothing else says so.
pub(super) fn is_host(name: &str) -> bool {
    name.matches('.').count() >= 2 && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || [b'.', b'-'].contains(&b))
}

/// Names of pages, not of anyone.
pub(super) fn is_generic(name: &str) -> bool {
    let words: Vec<String> =
        name.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    letters < 2
        || words.len() > 10
        // "All original content on this page is": a sentence.
        || words.iter().any(|word| ["is", "are", "this", "that"].contains(&word.as_str()))
        || name.len() > 90
        // An account's handle, an address.
        || name.starts_with('@')
        || words.first().is_some_and(|first| ["www", "http", "https"].contains(&first.as_str()))
        // "Let's Talk About It": said to the reader.
        || words.len() > 2 && (words[0] == "let" || words[0] == "let’s")
        || words.iter().all(|word| GENERIC.holds(word) || word.chars().all(|c| c.is_ascii_digit()))
}

const LEGAL: [&str; 64] = [
    "inc",
    "incorporated",
    "llc",
    "llp",
    "lp",
    "ltd",
    "limited",
    "corp",
    "corporation",
    "co",
    "company",
    "plc",
    "pllc",
    "pc",
    "pa",
    "gmbh",
    "ag",
    "kg",
    "ohg",
    "ug",
    "ev",
    "eg",
    "sa",
    "sarl",
    "sas",
    "sl",
    "srl",
    "spa",
    "bv",
    "nv",
    "oy",
    "ab",
    "as",
    "aps",
    "pty",
    "kk",
    "cokg",
    "mbh",
    "gesmbh",
    "eirl",
    "sprl",
    "bvba",
    "vof",
    "eurl",
    "ltda",
    "pte",
    "pvt",
    "sdn",
    "bhd",
    "oü",
    "sia",
    "uab",
    "kft",
    "zrt",
    "doo",
    "eood",
    "ead",
    "spzoo",
    "zoo",
    "sro",
    "ооо",
    "оао",
    "зао",
    "ао",
];

/// Words that pages are called by, in the order of their bytes.
static GENERIC: LazyLock<WordList> = LazyLock::new(|| WordList::of(include_str!("generic.txt")));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_name_are_the_same() {
        assert_eq!(bare("The Analytical Engines, Inc."), "analyticalengines");
        assert_eq!(same(&bare("Engines GmbH"), &bare("Engines")), Some(1.0));
        assert!(same("analyticalengines", "engines").is_some_and(|share| share < 1.0));
        assert_eq!(same("mills", "engines"), None);
    }

    #[test]
    fn the_list_is_in_order() {
        assert!(GENERIC.words().is_sorted_by(|one, next| one < next), "generic.txt wants `LC_ALL=C sort -u`");
    }

    #[test]
    fn hosts_and_pages() {
        assert!(is_host("shop.engines.example") && !is_host("Engines.example") && !is_host("engines.example"));
        assert!(like_host("Analytical Engines Ltd", "analyticalengines") > like_host("Analytical Engines Ltd", "analytical-ltd"));
        assert!(like_host("Bavarian Motor Works", "bmw") > 1.0);
        assert!(like_host("The Mansion Nightclub", "mansionmiami") > like_host("Night Mansions", "mansionmiami"));
        assert!(is_generic("Contact Us") && is_generic("Home") && is_generic("© 2014") && !is_generic("Home Depot"));
        assert!(is_generic("@engines") && is_generic("www.engines.example") && is_generic("Let's Build Your Engine"));
    }
}
