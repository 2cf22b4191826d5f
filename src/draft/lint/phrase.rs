//! Phrases as word patterns: what a lint looks for, one line a phrase.
//!
//! A pattern is words with single spaces between them. `a|b` is a choice, `?` at the end makes an element optional, `_` is any word,
//! `#` is a number in digits or words, `^` and `$` are a sentence's start and end, `@name` is one of the sets below. Words are in
//! lower case with their contractions spelled out: "haven't" is `have not`, "I've" is `i have`, "voice mail" is `voicemail`.
//! A pattern never reaches over a sentence's end.

use std::collections::HashMap;

use super::super::timing::sentence_ends;

/// A word of the script; a contraction is two words with one place.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub text: String,
    pub start: usize,
    pub end: usize,
    pub sentence: usize,
    /// Written with a capital first.
    pub capital: bool,
    pub opens: bool,
    pub closes: bool,
}

const SETS: [(&str, &str); 12] = [
    ("adv", "even ever yet still once really actually just already so far personally simply also then bothered to"),
    ("i", "i we i've nobody anyone"),
    (
        "my",
        "my our mine these those the all any of either previous earlier last prior many several various voice phone \
         repeated multiple other first second two three four five this that single one",
    ),
    (
        "message",
        "message messages voicemail voicemails call calls email emails note notes attempt attempts inquiry inquiries \
         text texts outreach",
    ),
    ("messages", "messages voicemails calls emails notes attempts texts times tries followups"),
    (
        "several",
        "several many multiple numerous countless various two three four five six seven eight nine ten some couple few \
         lots dozens plenty number bunch repeated half dozen series string",
    ),
    ("nth", "second third fourth fifth sixth seventh eighth ninth tenth final umpteenth nth 2nd 3rd 4th 5th 6th 7th 8th"),
    (
        "day",
        "monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight noon mondays tuesdays \
         wednesdays thursdays fridays",
    ),
    (
        "month",
        "january february march april may june july august september october november december jan feb mar apr jun jul \
         aug sep sept oct nov dec",
    ),
    ("be", "be am is are was were been being"),
    ("me", "me us"),
    ("reach", "reach contact call phone ring get speak talk connect catch touch locate hold"),
];

const NUMBER_WORDS: &str =
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred";

/// The script's words in order.
pub(super) fn words(script: &str) -> Vec<Word> {
    let ends = sentence_ends(script);
    let mut found: Vec<Word> = Vec::new();
    let mut sentence = 0;
    let mut at = 0;
    let mut chars = script.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        while ends.get(at).is_some_and(|end| *end < start) {
            at += 1;
            sentence += 1;
        }
        if !c.is_alphanumeric() {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some(&(next, d)) = chars.peek() {
            let apostrophe = is_apostrophe(d) && script[next + d.len_utf8()..].starts_with(char::is_alphabetic);
            if !d.is_alphanumeric() && !apostrophe {
                break;
            }
            end = next + d.len_utf8();
            chars.next();
        }
        let capital = c.is_uppercase();
        let glued = found.last().is_some_and(|last| last.sentence == sentence && joins(&script[last.end..start]));
        let lower: String =
            script[start..end].chars().map(|c| if is_apostrophe(c) { '\'' } else { c }).flat_map(char::to_lowercase).collect();
        if let Some(last) = found.last_mut().filter(|last| compound(&last.text, &lower, glued)) {
            last.text.push_str(&lower);
            last.end = end;
            continue;
        }
        let (first, second) = spelled_out(&lower);
        found.push(Word { text: first.to_owned(), start, end, sentence, capital, opens: false, closes: false });
        if let Some(second) = second {
            found.push(Word { text: second.to_owned(), start, end, sentence, capital: false, opens: false, closes: false });
        }
    }
    for n in 0..found.len() {
        found[n].opens = n == 0 || found[n - 1].sentence != found[n].sentence;
        found[n].closes = n + 1 == found.len() || found[n + 1].sentence != found[n].sentence;
    }
    found
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

fn joins(between: &str) -> bool {
    matches!(between, "-" | "‑" | "–" | " " | "\u{a0}")
}

/// "voice mail" and "e-mail" are one word each.
fn compound(last: &str, next: &str, glued: bool) -> bool {
    glued && (matches!(last, "voice" | "e") && matches!(next, "mail" | "mails" | "mailed" | "mailing"))
}

/// "haven't" is "have not"; also without its apostrophe where that is no other word.
fn spelled_out(word: &str) -> (&str, Option<&str>) {
    match word {
        "can't" | "cannot" | "cant" => return ("can", Some("not")),
        "won't" => return ("will", Some("not")),
        "shan't" => return ("shall", Some("not")),
        "ain't" => return ("am", Some("not")),
        "dont" => return ("do", Some("not")),
        "didnt" => return ("did", Some("not")),
        "doesnt" => return ("does", Some("not")),
        "havent" => return ("have", Some("not")),
        "hasnt" => return ("has", Some("not")),
        "hadnt" => return ("had", Some("not")),
        "wasnt" => return ("was", Some("not")),
        "werent" => return ("were", Some("not")),
        "arent" => return ("are", Some("not")),
        "ive" => return ("i", Some("have")),
        "youve" => return ("you", Some("have")),
        "youre" => return ("you", Some("are")),
        "weve" => return ("we", Some("have")),
        "i'm" | "im" => return ("i", Some("am")),
        "let's" => return ("let", Some("us")),
        _ => {}
    }
    if let Some(verb) = word.strip_suffix("n't") {
        return (verb, Some("not"));
    }
    let Some((subject, rest)) = word.rsplit_once('\'') else { return (word, None) };
    match rest {
        "ve" => (subject, Some("have")),
        "re" => (subject, Some("are")),
        "ll" => (subject, Some("will")),
        "d" => (subject, Some("would")),
        "m" => (subject, Some("am")),
        "s" if matches!(subject, "it" | "that" | "what" | "here" | "there" | "he" | "she" | "who" | "where" | "how" | "name") => {
            (subject, Some("is"))
        }
        _ => (word, None),
    }
}

/// Phrases made ready for matching.
#[derive(Debug)]
pub(super) struct Phrases {
    patterns: Vec<Vec<Element>>,
    /// Patterns by the words they must begin with.
    by_first: HashMap<&'static str, Vec<usize>>,
    /// Patterns that may begin where a sentence does.
    opening: Vec<usize>,
    /// Patterns that may begin with anything.
    anywhere: Vec<usize>,
}

#[derive(Debug)]
struct Element {
    wanted: Vec<Wanted>,
    optional: bool,
}

#[derive(Debug)]
enum Wanted {
    Word(&'static str),
    Any,
    Number,
    Start,
    End,
}

impl Phrases {
    pub(super) fn of(lines: &[&'static str]) -> Self {
        let patterns: Vec<Vec<Element>> =
            lines.iter().map(|line| line.split(' ').filter(|e| !e.is_empty()).map(element).collect()).collect();
        let mut by_first: HashMap<&'static str, Vec<usize>> = HashMap::new();
        let (mut opening, mut anywhere) = (Vec::new(), Vec::new());
        for (n, pattern) in patterns.iter().enumerate() {
            let first = pattern
                .first()
                .filter(|first| !first.optional && first.wanted.iter().all(|w| matches!(w, Wanted::Word(_) | Wanted::Start)));
            let Some(first) = first else {
                anywhere.push(n);
                continue;
            };
            for wanted in &first.wanted {
                match wanted {
                    Wanted::Word(word) => by_first.entry(word).or_default().push(n),
                    _ => opening.push(n),
                }
            }
        }
        Self { patterns, by_first, opening, anywhere }
    }

    /// Where the phrases stand, as ranges of words: the earliest and longest first, none over another.
    pub(super) fn all(&self, words: &[Word]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.at(words, at) {
                Some(end) if end > at => {
                    found.push((at, end));
                    at = end;
                }
                _ => at += 1,
            }
        }
        found
    }

    pub(super) fn any(&self, words: &[Word]) -> bool {
        (0..words.len()).any(|at| self.at(words, at).is_some())
    }

    /// The end of the longest phrase that begins here.
    pub(super) fn at(&self, words: &[Word], at: usize) -> Option<usize> {
        let word = words.get(at)?;
        let named = self.by_first.get(word.text.as_str()).map_or(&[][..], Vec::as_slice);
        let opening = if word.opens { self.opening.as_slice() } else { &[] };
        named.iter().chain(opening).chain(&self.anywhere).filter_map(|n| end_of(self.patterns.get(*n)?, words, at, word.sentence)).max()
    }
}

fn element(text: &'static str) -> Element {
    let (text, optional) = match text.strip_suffix('?') {
        Some(text) => (text, true),
        None => (text, false),
    };
    let mut wanted = Vec::new();
    for choice in text.split('|') {
        match choice {
            "_" => wanted.push(Wanted::Any),
            "#" => wanted.push(Wanted::Number),
            "^" => wanted.push(Wanted::Start),
            "$" => wanted.push(Wanted::End),
            _ => match choice.strip_prefix('@') {
                Some(name) => {
                    let set = SETS.iter().find(|(id, _)| *id == name).map_or("", |(_, set)| *set);
                    wanted.extend(set.split_whitespace().map(Wanted::Word));
                }
                None => wanted.push(Wanted::Word(choice)),
            },
        }
    }
    Element { wanted, optional }
}

/// Patterns are at most a dozen elements long, so this depth is bounded.
fn end_of(pattern: &[Element], words: &[Word], at: usize, sentence: usize) -> Option<usize> {
    let Some((element, rest)) = pattern.split_first() else { return Some(at) };
    let taken = element.wanted.iter().any(|wanted| match wanted {
        Wanted::Start => words.get(at).is_some_and(|w| w.opens && w.sentence == sentence),
        Wanted::End => at > 0 && words[at - 1].closes,
        _ => false,
    });
    if taken && let Some(end) = end_of(rest, words, at, sentence) {
        return Some(end);
    }
    let word = words.get(at).filter(|word| word.sentence == sentence);
    let matched = word.is_some_and(|word| {
        element.wanted.iter().any(|wanted| match wanted {
            Wanted::Word(text) => word.text == *text,
            Wanted::Any => true,
            Wanted::Number => word.text.starts_with(|c: char| c.is_ascii_digit()) || NUMBER_WORDS.split(' ').any(|n| n == word.text),
            Wanted::Start | Wanted::End => false,
        })
    });
    if matched && let Some(end) = end_of(rest, words, at + 1, sentence) {
        return Some(end);
    }
    if element.optional { end_of(rest, words, at, sentence) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(script: &str) -> Vec<String> {
        words(script).into_iter().map(|w| w.text).collect()
    }

    #[test]
    fn contractions_and_compounds_are_spelled_out() {
        assert_eq!(texts("I’ve haven't voice-mail E-mail"), ["i", "have", "have", "not", "voicemail", "email"]);
        assert_eq!(texts("Won't you've voice mails"), ["will", "not", "you", "have", "voicemails"]);
    }

    #[test]
    fn patterns_have_choices_gaps_and_ends() {
        let phrases = Phrases::of(&["^ call|ring me? $", "never _? called", "# times"]);
        for (script, found) in [
            ("Call me.", true),
            ("Ring!", true),
            ("Do call me.", false),
            ("you never once called", true),
            ("never. called", false),
            ("three times", true),
            ("17 times", true),
        ] {
            assert_eq!(phrases.any(&words(script)), found, "{script}");
        }
    }

    #[test]
    fn a_phrase_stays_in_its_sentence() {
        assert!(!Phrases::of(&["left you messages"]).any(&words("I left you. Messages follow.")));
    }
}
