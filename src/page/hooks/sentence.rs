//! Sentences of a line, and the questions that hook kinds ask of one.

use super::date::{self, Day};

#[derive(Debug, Clone)]
pub(super) struct Sentence<'a> {
    /// Verbatim.
    pub text: &'a str,
    /// Lower case without accents, words separated by one space, punctuation gone (apostrophes stay).
    pub folded: String,
    /// How its words begin: nearly every phrase that is asked for can be ruled out by this alone.
    starts: Starts,
    pub words: usize,
    /// The first date in it.
    pub day: Option<Day>,
    /// Whether three words are left beside dates, numbers and signs.
    telling: bool,
    pub heading: bool,
    pub aside: bool,
}

/// Longer ones are no sentence, shorter ones say nothing.
const LONGEST: usize = 400;
const SHORTEST: usize = 12;

/// Splits a line at full stops, exclamation and question marks that end a sentence. `days` are the line's dates and where they begin.
pub(super) fn sentences<'a>(line: &'a str, heading: bool, days: &[(usize, Day)]) -> impl Iterator<Item = Sentence<'a>> {
    cuts(line).into_iter().filter(|(_, text)| (SHORTEST..=LONGEST).contains(&text.len())).map(move |(start, whole)| {
        let first = days.iter().find(|(at, _)| (start..start + whole.len()).contains(at));
        let text = first.map_or(whole, |(at, _)| without_date(whole, at - start));
        let folded = flat(text);
        let starts = Starts::of(&folded);
        let words = starts.at.len() + 1;
        let tells = |word: &&str| word.chars().any(char::is_alphabetic) && !date::is_part(word);
        let telling = folded.split_whitespace().filter(tells).nth(2).is_some();
        Sentence { words, day: first.map(|(_, day)| *day), telling, folded, starts, text, heading, aside: false }
    })
}

/// "Sept 14, 2026 – New line goes live" without what a list puts before its items. `date` is where its date begins.
fn without_date(text: &str, date: usize) -> &str {
    let mut rest = text;
    while let Some((word, tail)) = rest.split_once(' ') {
        let bare = crate::page::phone::fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
        // A measure begins a sentence of its own: "25 years of good boxes"; a date has more than a number.
        let measure = bare.bytes().all(|b| b.is_ascii_digit()) && rest.len() == text.len() && date > 0;
        if !bare.is_empty() && (!date::is_part(&bare) || measure) {
            break;
        }
        rest = tail.trim_start();
    }
    if rest.len() < SHORTEST { text } else { rest }
}

/// Each sentence and where it begins.
fn cuts(line: &str) -> Vec<(usize, &str)> {
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
        out.push((start, next));
        start = next;
    }
    out.push((start, line.len()));
    let trimmed = out.into_iter().filter_map(|(start, end)| {
        let text = line.get(start..end)?;
        Some((start + text.len() - text.trim_start().len(), text.trim()))
    });
    trimmed.filter(|(_, text)| !text.is_empty()).collect()
}

const ABBREVIATED: &[&str] = &[
    "inc", "ltd", "corp", "co", "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "jr", "sr", "dept", "approx", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "e.g", "i.e", "z.b", "nr", "bzw", "ca", "vol", "gen", "gov",
    "sen", "rep", "rev", "hon", "ph.d", "m.d", "d.c",
];

/// Where the words begin, and a bit for the first three bytes of each; behind a shorter one stands a space.
#[derive(Debug, Clone, Default)]
struct Starts {
    /// Behind each space.
    at: Vec<usize>,
    bits: [u64; 8],
}

impl Starts {
    fn of(folded: &str) -> Self {
        let mut starts = Self::default();
        let bytes = folded.as_bytes();
        for at in (0..bytes.len()).filter(|at| bytes[*at] == b' ').map(|space| space + 1) {
            let (word, bit) = Self::bit(bytes.get(at..).unwrap_or_default());
            starts.bits[word] |= bit;
            starts.at.push(at);
        }
        starts
    }

    /// Whether [`flat`] text holds a phrase, as [`holds`] tells.
    fn hold(&self, flat: &str, phrase: &str) -> bool {
        let (word, bit) = Self::bit(phrase.as_bytes());
        (self.bits[word] & bit != 0 || phrase.len() <= 3 && phrase.ends_with('*'))
            && self.at.iter().any(|at| opens(flat.as_bytes().get(*at..).unwrap_or_default(), phrase))
    }

    fn bit(word: &[u8]) -> (usize, u64) {
        let byte = |at: usize| usize::from(*word.get(at).unwrap_or(&b' '));
        // A word of one letter counts by it alone.
        let third = if byte(1) == usize::from(b' ') { usize::from(b' ') } else { byte(2) };
        let hash = (byte(0) * 37 + byte(1)) * 37 + third;
        (hash / 64 % 8, 1 << (hash % 64))
    }
}

/// Lower case, no accents, no punctuation but apostrophes, one space between words, one before and behind.
pub(super) fn flat(text: &str) -> String {
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

/// Whether [`flat`] text holds a phrase as whole words; `*` at the end takes any ending of the last word.
pub(super) fn holds(flat: &str, phrase: &str) -> bool {
    let text = flat.as_bytes();
    (0..text.len()).any(|at| text[at] == b' ' && opens(&text[at + 1..], phrase))
}

/// Whether a text begins with a phrase as whole words.
fn opens(text: &[u8], phrase: &str) -> bool {
    let phrase = phrase.as_bytes();
    if text.first() != phrase.first() {
        return false;
    }
    match phrase.strip_suffix(b"*") {
        Some(stem) => text.starts_with(stem),
        None => text.strip_prefix(phrase).is_some_and(|after| after.first() == Some(&b' ')),
    }
}

impl Sentence<'_> {
    pub(super) fn has(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.starts.hold(&self.folded, phrase))
    }

    /// A name stands in it besides its first word.
    pub(super) fn names_something(&self) -> bool {
        self.text
            .split_whitespace()
            .skip(1)
            .any(|word| word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()) && word.chars().count() > 1)
    }

    pub(super) fn dated(&self) -> bool {
        self.day.is_some()
    }

    /// Who wrote it and when, or a date alone: no news of itself.
    pub(super) fn is_byline(&self) -> bool {
        let first = self.folded.split_whitespace().next().unwrap_or_default();
        !self.telling
            || matches!(first, "by" | "published" | "posted" | "updated" | "originally" | "filed" | "von" | "par" | "por")
            || self.has(&[
                "published by",
                "published on",
                "posted by",
                "posted on",
                "originally appeared",
                "originally published",
                "last updated",
            ])
    }

    /// What always holds, or under which condition: a rule, an instruction, a notice.
    pub(super) fn is_rule(&self) -> bool {
        let first = self.folded.split_whitespace().next().unwrap_or_default();
        matches!(
            first,
            "if" | "unless"
                | "pursuant"
                | "please"
                | "no"
                | "all"
                | "any"
                | "every"
                | "each"
                | "under"
                | "according"
                | "email"
                | "call"
                | "yes"
                | "you"
                | "your"
                | "how"
                | "why"
                | "what"
                | "when"
                | "where"
        ) || self.has(&[
            "must",
            "shall",
            "may be",
            "should be",
            "subject to",
            "pursuant to",
            "otherwise",
            "for more information",
            "required to",
            "is selected",
            "are selected",
            "is appointed",
            "are appointed",
            "is awarded",
            "are awarded",
            "is held",
            "are held",
            "terms and conditions",
        ])
    }

    /// Many words, hardly one in lower case: a menu run together. Headings are written so, and are short.
    pub(super) fn is_list_of_links(&self) -> bool {
        let words = || self.text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
        let (all, lower) = (words().count(), words().filter(|word| word.chars().all(|c| !c.is_uppercase())).count());
        all >= if self.heading { 16 } else { 8 } && lower * 6 < all
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
                "new window",
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
            cuts(text).into_iter().map(|(_, text)| text).collect::<Vec<_>>(),
            ["Loom Works Inc. was founded by J. Jacquard.", "It opened on 3. März 2026 in Ulm!", "Call 1.800.555.0100 now"]
        );
    }

    #[test]
    fn a_date_before_an_item_is_not_its_words() {
        for (line, words) in [
            ("Sept 14, 2026 – New line goes live", "New line goes live"),
            ("12.10.2026 Neuer Standort in Ulm", "Neuer Standort in Ulm"),
            ("August 2026: Ada Byron named Engineer of the Year", "Ada Byron named Engineer of the Year"),
            ("25 years of good boxes on 3 May 2026", "25 years of good boxes on 3 May 2026"),
            ("We moved on 3 May 2026", "We moved on 3 May 2026"),
        ] {
            assert_eq!(sentences(line, false, &date::in_text(line)).next().map(|sentence| sentence.text), Some(words));
        }
    }

    #[test]
    fn phrases_are_whole_words() {
        let found: Vec<_> = sentences("We’re hiring: two engineers", false, &[]).collect();
        assert!(found[0].has(&["we're hiring"]) && found[0].has(&["engineer*"]) && !found[0].has(&["engineer"]));
        let found: Vec<_> = sentences("Raised $5 m in a round", false, &[]).collect();
        assert!(
            found[0].has(&["$*"]) && found[0].has(&["m"]) && found[0].has(&["r*"]) && !found[0].has(&["n"]) && !found[0].has(&["roun"])
        );
    }
}
