//! Sentences of a line, and the questions that hook kinds ask of one.

use super::date;

#[derive(Debug, Clone)]
pub(super) struct Sentence<'a> {
    /// Verbatim.
    pub text: &'a str,
    pub folded: Folded,
    pub words: usize,
    pub dated: bool,
    pub heading: bool,
    pub aside: bool,
}

/// Longer ones are no sentence, shorter ones say nothing.
const LONGEST: usize = 400;
const SHORTEST: usize = 12;

/// Splits a line at full stops, exclamation and question marks that end a sentence.
pub(super) fn sentences(line: &str, heading: bool) -> impl Iterator<Item = Sentence<'_>> {
    cuts(line).into_iter().filter(|text| (SHORTEST..=LONGEST).contains(&text.len())).map(move |text| {
        let folded = Folded::of(text);
        Sentence { words: folded.text.split(' ').count(), dated: !date::in_text(text).is_empty(), folded, text, heading, aside: false }
    })
}

fn cuts(line: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let bytes = line.as_bytes();
    for (at, c) in line.char_indices() {
        let next = at + c.len_utf8();
        if !matches!(c, '.' | '!' | '?' | '。') || bytes.get(next).is_some_and(|b| *b != b' ') && c != '。' {
            continue;
        }
        let word_start = line
            .get(start..at)
            .unwrap_or_default()
            .char_indices()
            .rev()
            .take(24)
            .take_while(|(_, c)| !c.is_whitespace())
            .last()
            .map_or(at, |(i, _)| start + i);
        let word = line.get(word_start..at).unwrap_or_default();
        let after = line.get(next..).unwrap_or_default().trim_start();
        // "Inc.", "J.", "3. März" end no sentence.
        let short = c == '.'
            && (word.chars().count() <= 1
                || ABBREVIATED.contains(&word.to_lowercase().as_str())
                || word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 2);
        if short || after.chars().next().is_some_and(char::is_lowercase) {
            continue;
        }
        out.push(line.get(start..next).unwrap_or_default().trim());
        start = next;
    }
    out.push(line.get(start..).unwrap_or_default().trim());
    out.retain(|text| !text.is_empty());
    out
}

const ABBREVIATED: &[&str] = &[
    "inc", "ltd", "corp", "co", "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "jr", "sr", "dept", "approx", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "e.g", "i.e", "z.b", "nr", "bzw", "ca", "vol", "gen", "gov",
    "sen", "rep", "rev", "hon", "ph.d", "m.d", "d.c",
];

/// Lower case, no accents, no punctuation but apostrophes, one space between words, one before and behind.
fn flat(text: &str) -> String {
    let folded = crate::page::phone::fold(text);
    let mut flat = String::with_capacity(folded.len() + 2);
    flat.push(' ');
    for c in folded.chars() {
        let c = if c == '’' { '\'' } else { c };
        if c.is_alphanumeric() || matches!(c, '\'' | '$' | '€' | '£') {
            flat.push(c);
        } else if !flat.ends_with(' ') {
            flat.push(' ');
        }
    }
    if !flat.ends_with(' ') {
        flat.push(' ');
    }
    flat
}

/// Words that many phrases are looked for in.
#[derive(Debug, Clone)]
pub(super) struct Folded {
    /// Lower case without accents, words separated by one space, punctuation gone (apostrophes stay).
    pub text: String,
    /// A bit for the first two letters of each word: nearly every phrase is out by its first two.
    starts: [u64; 16],
}

impl Folded {
    pub(super) fn of(text: &str) -> Self {
        let text = flat(text);
        let starts = text.split(' ').map(start).fold([0; 16], |mut starts, at| {
            starts[at / 64] |= 1 << (at % 64);
            starts
        });
        Self { text, starts }
    }

    /// Whether one of the phrases stands in it as whole words; `*` at a phrase's end takes any ending of its last word.
    pub(super) fn has(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| {
            let (stem, open) = phrase.strip_suffix('*').map_or((*phrase, false), |stem| (stem, true));
            let at = start(stem);
            (self.starts[at / 64] >> (at % 64) & 1 == 1 || stem.len() < 2) && holds(&self.text, stem, open)
        })
    }
}

/// Which of 1024 bits stands for a word's first two letters.
fn start(word: &str) -> usize {
    let mut bytes = word.bytes().chain([b' ', b' ']);
    let mut next = || bytes.next().map_or(0, usize::from);
    (next() * 33 + next()) % 1024
}

fn holds(text: &str, stem: &str, open: bool) -> bool {
    text.match_indices(stem).any(|(at, _)| {
        let before = text.get(..at).is_some_and(|before| before.ends_with(' '));
        let after = text.get(at + stem.len()..).is_some_and(|after| open || after.starts_with(' '));
        before && after
    })
}

impl Sentence<'_> {
    pub(super) fn has(&self, phrases: &[&str]) -> bool {
        self.folded.has(phrases)
    }

    /// A name stands in it besides its first word.
    pub(super) fn names_something(&self) -> bool {
        self.text
            .split_whitespace()
            .skip(1)
            .any(|word| word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()) && word.chars().count() > 1)
    }

    /// What pages say to everybody: consent, sign-ups, offers, legal lines.
    pub(super) fn is_boilerplate(&self) -> bool {
        self.words < 3
            || self.has(&[
                "cookie*",
                "newsletter",
                "subscribe*",
                "unsubscribe",
                "sign up",
                "log in",
                "login",
                "privacy policy",
                "terms of use",
                "terms of service",
                "all rights reserved",
                "click here",
                "read more",
                "learn more about our",
                "add to cart",
                "free shipping",
                "your email",
                "follow us",
                "like us",
                "join us on",
                "download the app",
                "javascript",
                "browser",
                "datenschutz*",
                "allgemeine geschaftsbedingungen",
                "impressum",
                "politique de confidentialite",
                "mentions legales",
                "aviso legal",
                "abonnieren",
                "abonnez",
                "suscribete",
                "copyright",
                "advertisement",
                "sponsored",
                "anzeige",
                "% off",
                "promo code",
                "limited time",
                "win a prize",
                "password",
                "captcha",
                "powered by",
                "share this",
            ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_they_end() {
        let text = "Loom Works Inc. was founded by J. Jacquard. It opened on 3. März 2026 in Ulm! Call 1.800.555.0100 now";
        assert_eq!(
            cuts(text),
            ["Loom Works Inc. was founded by J. Jacquard.", "It opened on 3. März 2026 in Ulm!", "Call 1.800.555.0100 now"]
        );
    }

    #[test]
    fn phrases_are_whole_words() {
        let found: Vec<_> = sentences("We’re hiring: two engineers", false).collect();
        assert!(found[0].has(&["we're hiring"]) && found[0].has(&["engineer*"]) && !found[0].has(&["engineer"]));
    }
}
