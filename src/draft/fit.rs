//! A fact in the words of its page, fitted into a sentence to the person it is about.
//!
//! "We are hiring 50 people" becomes "you are hiring 50 people"; "Named Supplier of the Year", "you were named Supplier of the Year";
//! a headline with its own subject stays as it is. Nothing is added; long ones are shortened where a clause ends. What cannot be
//! fitted so is not bent: the caller says the fact's kind instead.

use super::{
    material::inside,
    verbs::{Form, finite, form},
};

/// Words a fitted clause may have: with "I was glad to read that" a sentence stays under 20.
pub(super) const LONGEST_CLAUSE: usize = 13;

/// Clauses that can follow "I read that", the longest first; none where the text cannot be fitted. `text` is clean; `names` are what
/// the text may call the person spoken to.
/// `cut`: the page broke it off, so that its last words are none.
pub(super) fn about_them(text: &str, names: &[String], cut: bool) -> Vec<String> {
    let Some(sentence) = first_sentence(text) else { return vec![] };
    // The sign between two words is said.
    let words: Vec<&str> =
        sentence.split(' ').map(|word| if word == "&" { "and" } else { word }).filter(|w| w.chars().any(char::is_alphanumeric)).collect();
    if words.len() < 2
        || words.iter().any(|word| {
            matches!(bare(word).as_str(), "not" | "never" | "no" | "don't" | "cannot" | "longer") || bare(word).ends_with("n't")
        })
    {
        return vec![];
    }
    let Some((clause, verb)) = clause(&words, names) else { return vec![] };
    if clause.iter().enumerate().any(|(n, word)| n > verb && matches!(bare(word).as_str(), "me" | "myself" | "ourselves" | "i")) {
        return vec![];
    }
    let mut said = shortened(&clause, verb, LONGEST_CLAUSE);
    said.retain(|said| !cut || said.split(' ').count() < clause.len());
    said
}

/// A text of the seller's as a sentence of its own, the longest first, each with its full stop; at most `longest` words.
pub(super) fn sentence(text: &str, longest: usize) -> Vec<String> {
    let Some(first) = first_sentence(text) else { return vec![] };
    let words: Vec<String> = first.split(' ').map(str::to_owned).collect();
    let verb = verb_at(&words).unwrap_or(0);
    shortened(&words, verb, longest).into_iter().map(|text| format!("{}.", capitalized(&text))).collect()
}

/// The first sentence without its end; of a text in several, the first of three words and more.
pub(super) fn first_sentence(text: &str) -> Option<&str> {
    statements(text).next()
}

/// The sentences that tell something, without their ends: two words and more, and no question.
pub(super) fn statements(text: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    let ends = super::timing::sentence_ends(text).into_iter().chain([text.len()]);
    ends.filter_map(move |end| {
        let sentence = text.get(from..end)?;
        from = end;
        let asks = text.get(end..).is_some_and(|rest| rest.starts_with('?'));
        let trimmed = sentence.trim_matches(|c: char| c.is_whitespace() || ".!?;:,-–—\"“”".contains(c));
        (trimmed.split(' ').count() >= 2 && !asks).then_some(trimmed)
    })
}

/// The clause in the second person, and where its verb stands.
fn clause(words: &[&str], names: &[String]) -> Option<(Vec<String>, usize)> {
    let first = bare(words.first()?);
    let rest = |from: usize| words.get(from..).unwrap_or_default().iter().map(|w| second_person(w)).collect::<Vec<String>>();
    let you = |verb: &str, tail: Vec<String>| (["you".to_owned(), verb.to_owned()].into_iter().chain(tail).collect::<Vec<_>>(), 1);
    if let Some((verb, tail)) = after_pronoun(&first, words) {
        return Some(you(&verb, rest(tail)));
    }
    if matches!(first.as_str(), "our" | "my") {
        let clause: Vec<String> = rest(0);
        let verb = verb_at(&clause)?;
        return Some((clause, verb));
    }
    // "She joined us": only where there is one whom it can mean.
    let pronoun = matches!(first.as_str(), "she" | "he" | "they");
    if pronoun && names.is_empty() || !pronoun && opens_otherwise(&first) {
        return None;
    }
    if let Some(tail) = if pronoun { Some(1) } else { after_name(words, names) } {
        let verb = bare(words.get(tail)?);
        let spoken = match (verb.as_str(), form(&verb)) {
            ("is" | "are", _) => "are",
            ("was" | "were", _) => "were",
            ("has" | "have", _) => "have",
            ("does" | "do", _) => "do",
            ("will" | "had" | "can" | "may", _) => verb.as_str(),
            (_, Some(Form::Third(base))) => base,
            (_, Some(Form::Past)) => verb.as_str(),
            (_, Some(Form::Passive)) => {
                return Some((["you", "were", verb.as_str()].map(str::to_owned).into_iter().chain(rest(tail + 1)).collect(), 2));
            }
            _ => return None,
        };
        return Some(you(spoken, rest(tail + 1)));
    }
    let next = words.get(1).map(|w| bare(w)).unwrap_or_default();
    if matches!(first.as_str(), "member" | "members") && next == "of" {
        return Some((["you", "are", "a", "member"].map(str::to_owned).into_iter().chain(rest(1)).collect(), 1));
    }
    match form(&first) {
        Some(Form::Gerund) if words.len() >= 2 && !finite(&next) && verb_at(&rest(1)).is_none() => {
            let long = words.contains(&"since");
            Some(if long {
                you("have", [vec!["been".into()], lowered(words[0], rest(1))].concat())
            } else {
                you("are", lowered(words[0], rest(1)))
            })
        }
        Some(Form::Passive) => Some((["you", "were", first.as_str()].map(str::to_owned).into_iter().chain(rest(1)).collect(), 2)),
        // "Founded in 1974" tells a year, and no doing.
        Some(Form::Past) if matches!(first.as_str(), "founded" | "established") && (next == "in" || next.starts_with(['1', '2'])) => None,
        Some(Form::Past) if !finite(&next) && next != "by" => Some((["you".to_owned(), first].into_iter().chain(rest(1)).collect(), 1)),
        Some(_) => None,
        None => {
            let clause: Vec<String> = rest(0);
            let verb = verb_at(&clause).filter(|n| *n > 0)?;
            let mut clause = clause;
            // "New line goes live" is a headline; said, it is their new line. "New York" is a name.
            let named = words.get(1).is_some_and(|word| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase));
            let headline = matches!(first.as_str(), "new" | "second" | "third" | "latest" | "biggest");
            if headline && named {
                return Some((clause, verb));
            }
            // "Merger with Elm completed in June": what headlines leave out.
            let happened = form(&bare(&clause[verb])) == Some(Form::Past)
                && clause.get(verb + 1).is_none_or(|word| matches!(word.as_str(), "in" | "on" | "by" | "last" | "this"));
            if happened && matches!(clause.get(1).map(String::as_str), Some("of" | "with")) {
                clause[0] = format!("the {}", clause[0].to_lowercase());
                clause.insert(verb, "was".to_owned());
                return Some((clause, verb));
            }
            clause[0] = inside(&clause[0]);
            clause[verb] = clause[verb].to_lowercase();
            if headline {
                clause.insert(0, "your".to_owned());
                return Some((clause, verb + 1));
            }
            Some((clause, verb))
        }
    }
}

/// A first word that no clause after "I read that" begins with.
fn opens_otherwise(first: &str) -> bool {
    matches!(
        first,
        "pursuant"
            | "according"
            | "unless"
            | "meanwhile"
            | "yes"
            | "no"
            | "please"
            | "however"
            | "but"
            | "and"
            | "or"
            | "so"
            | "also"
            | "it"
            | "him"
            | "her"
            | "them"
            | "how"
            | "why"
            | "what"
            | "when"
            | "where"
            | "who"
            | "which"
            | "if"
            | "meet"
            | "watch"
            | "click"
            | "learn"
            | "discover"
            | "see"
            | "happy"
    )
}

/// "We're hiring" is "are" and the words from the second on.
fn after_pronoun(first: &str, words: &[&str]) -> Option<(String, usize)> {
    match first {
        "we're" | "we’re" | "i'm" | "i’m" => return Some(("are".into(), 1)),
        "we've" | "we’ve" | "i've" | "i’ve" => return Some(("have".into(), 1)),
        "we'll" | "we’ll" | "i'll" | "i’ll" => return Some(("will".into(), 1)),
        "we" | "i" | "you" => {}
        _ => return None,
    }
    let verb = bare(words.get(1)?);
    let verb = match verb.as_str() {
        "am" | "are" => "are",
        "was" | "were" => "were",
        other if finite(other) || form(other) == Some(Form::Base) => other,
        // "We proudly announce", "we currently seek": an adverb before the verb stays.
        other if other.ends_with("ly") || matches!(other, "now" | "just" | "also" | "recently") => {
            let next = bare(words.get(2)?);
            if !(finite(&next) || form(&next) == Some(Form::Base)) || next == "am" {
                return None;
            }
            other
        }
        _ => return None,
    };
    Some((verb.to_owned(), 2))
}

/// The place after the name the text begins with, past an aside between commas.
fn after_name(words: &[&str], names: &[String]) -> Option<usize> {
    let length = names.iter().find_map(|name| {
        let parts: Vec<&str> = name.split(' ').collect();
        let same = parts.len() < words.len() && parts.iter().zip(words).all(|(part, word)| bare(part) == bare(word));
        same.then_some(parts.len())
    })?;
    if !words[length - 1].ends_with(',') {
        return Some(length);
    }
    let close = (length..words.len()).find(|n| words[*n].ends_with(','))?;
    Some(close + 1)
}

fn second_person(word: &str) -> String {
    let said = match bare(word).as_str() {
        "we" | "us" => "you",
        "our" | "my" => "your",
        "ours" | "mine" => "yours",
        "we're" | "we’re" => "you're",
        "we've" | "we’ve" => "you've",
        "we'll" | "we’ll" => "you'll",
        _ => return word.to_owned(),
    };
    if word == "US" {
        return word.to_owned();
    }
    let tail = &word[word.trim_end_matches(|c: char| !c.is_alphanumeric()).len()..];
    format!("{said}{tail}")
}

fn lowered(first: &str, rest: Vec<String>) -> Vec<String> {
    std::iter::once(first.to_lowercase()).chain(rest).collect()
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The place of the clause's verb.
pub(super) fn verb_at(words: &[String]) -> Option<usize> {
    (0..words.len().min(14)).find(|n| {
        let word = bare(&words[*n]);
        // "your supplier, who serves 40 plants, …": that verb is the relative's.
        let relative = *n > 0 && matches!(bare(&words[n - 1]).as_str(), "who" | "which" | "whose");
        !relative && finite(&word) || matches!(word.as_str(), "you're" | "you've" | "you'll")
    })
}

/// Whether the text has a verb after its first word, also one in the plural ("Forty plants run …").
pub(super) fn tells(words: &[String]) -> bool {
    let plural = |n: usize| {
        form(&bare(&words[n])) == Some(Form::Base)
            && !matches!(bare(&words[n - 1]).as_str(), "to" | "a" | "an" | "the" | "of" | "for" | "your")
    };
    verb_at(words).is_some_and(|n| n > 0) || (1..words.len().min(14)).any(plural)
}

/// Whether the text has a verb after its first word that does something to something: not "price increase", nor "tax increase in May".
pub(super) fn tells_more(words: &[String]) -> bool {
    let of_a_doing =
        |next: &String| !matches!(bare(next).as_str(), "in" | "on" | "of" | "for" | "from" | "by" | "at" | "to" | "with" | "is");
    let plural = |n: usize| words.get(n + 1).is_some_and(of_a_doing) && tells(words);
    verb_at(words).is_some_and(|n| n > 0) || (1..words.len().min(14)).any(|n| form(&bare(&words[n])) == Some(Form::Base) && plural(n))
}

/// Without punctuation around it, in lower case.
pub(super) fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The clause whole, then cut where a part of it ends, down to the shortest that still says something.
pub(super) fn shortened(words: &[String], verb: usize, longest: usize) -> Vec<String> {
    let mut cuts: Vec<usize> = (verb + 2..words.len()).filter(|at| ends_part(words, *at, verb)).collect();
    cuts.push(words.len());
    let mut said: Vec<String> = Vec::new();
    for cut in cuts.into_iter().rev() {
        let text = words[..cut].join(" ");
        let text = text.trim_end_matches(|c: char| ",;:-–—".contains(c) || c.is_whitespace()).to_owned();
        let balanced = text.matches('(').count() == text.matches(')').count() && text.matches(['"', '“', '”']).count() % 2 == 0;
        if words_said(&text) <= longest && cut >= 3.min(words.len()) && balanced && !said.contains(&text) {
            said.push(text);
        }
    }
    said
}

/// Words as a person says them: "$144,000" is five.
pub(super) fn words_said(text: &str) -> usize {
    super::timing::measure(text, crate::situation::Pace::default(), None).words
}

/// Whether the clause can end before `at`.
fn ends_part(words: &[String], at: usize, verb: usize) -> bool {
    const PARTS: [&str; 22] = [
        "with",
        "by",
        "in",
        "at",
        "across",
        "after",
        "which",
        "who",
        "and",
        "from",
        "on",
        "through",
        "where",
        "while",
        "during",
        "thanks",
        "because",
        "for",
        "including",
        "over",
        "since",
        "before",
    ];
    const LIMITS: [&str; 9] = ["if", "unless", "but", "except", "only", "without", "until", "instead", "rather"];
    const DANGLING: [&str; 46] = [
        "to",
        "of",
        "the",
        "a",
        "an",
        "and",
        "or",
        "for",
        "in",
        "with",
        "is",
        "are",
        "was",
        "were",
        "will",
        "be",
        "by",
        "at",
        "from",
        "on",
        "that",
        "who",
        "as",
        "its",
        "our",
        "your",
        "their",
        "his",
        "her",
        "this",
        "new",
        "more",
        "over",
        "between",
        "than",
        "very",
        "about",
        "looking",
        "searching",
        "working",
        "named",
        "how",
        "when",
        "what",
        "up",
        "both",
    ];
    let (before, next) = (&words[at - 1], bare(&words[at]));
    // A subordinate clause at the start is no sentence alone, and a measure belongs to what it measures: "by 80%".
    let subordinate = matches!(
        bare(&words[0]).as_str(),
        "if" | "when"
            | "while"
            | "since"
            | "because"
            | "although"
            | "as"
            | "after"
            | "before"
            | "once"
            | "with"
            | "for"
            | "in"
            | "at"
            | "by"
    );
    let measure = next == "by" && words.get(at + 1).is_some_and(|word| word.contains(|c: char| c.is_ascii_digit()));
    if subordinate || measure {
        return false;
    }
    // Whose doing it is belongs to it: "Forty plants run their nights with our people".
    if words[at..].iter().any(|word| matches!(bare(word).as_str(), "our" | "us" | "we" | "my" | "me")) {
        return false;
    }
    // What is cut away must not turn the meaning.
    if words[at..].iter().take(3).any(|word| LIMITS.contains(&bare(word).as_str())) {
        return false;
    }
    // "Supplier of the Year 2026": the year at the end can go.
    let year = next.len() == 4 && (next.starts_with("19") || next.starts_with("20")) && next.bytes().all(|b| b.is_ascii_digit());
    let closes = words.get(at + 1).is_none_or(|word| PARTS.contains(&bare(word).as_str()));
    if year && closes && at >= verb + 3 && before.starts_with(char::is_uppercase) && !words[at].contains(',') {
        return true;
    }
    if before.ends_with([',', ';']) || matches!(words[at].as_str(), "-" | "–" | "—") {
        // A list is not cut at its commas.
        return !words[at..].iter().take(3).any(|word| matches!(bare(word).as_str(), "and" | "or"))
            && !DANGLING.contains(&bare(before).as_str());
    }
    let paired = words[verb..at].iter().rev().take(5).any(|word| matches!(bare(word).as_str(), "between" | "from" | "both"));
    PARTS.contains(&next.as_str())
        && (at >= verb + 3 || form(&bare(before)).is_none() && !next.eq("and"))
        && !paired
        && !DANGLING.contains(&bare(before).as_str())
        && !before.ends_with("ing")
        && form(&bare(before)).is_none_or(|f| f == Form::Base)
        && !(next == "and" && before.starts_with(char::is_uppercase))
        && !(next == "for" && before.ends_with("ed"))
        && next != "of"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        vec!["Dana Whitfield".into(), "Dana".into(), "Whitfield".into()]
    }

    #[test]
    fn facts_are_fitted_grammatically() {
        for (text, clause) in [
            ("We are hiring 50 people", "you are hiring 50 people"),
            ("We're hiring 50 people!", "you are hiring 50 people"),
            ("Hiring 50 welders", "you are hiring 50 welders"),
            ("Member of the Midwest Grocers Association", "you are a member of the Midwest Grocers Association"),
            ("Named Supplier of the Year 2026", "you were named Supplier of the Year 2026"),
            ("Acme opens a second plant in Joliet.", "Acme opens a second plant in Joliet"),
            ("Dana Whitfield speaks on quiet factories at FabCon", "you speak on quiet factories at FabCon"),
            ("Dana Whitfield, COO of Acme, will speak at FabCon", "you will speak at FabCon"),
            ("Dana was named Woman of the Year", "you were named Woman of the Year"),
            ("Our second plant has opened in Joliet", "your second plant has opened in Joliet"),
            ("The company raised $12 million in May", "the company raised $12 million in May"),
            ("Launched a new pump line", "you launched a new pump line"),
            ("We recently opened our second plant", "you recently opened your second plant"),
            ("She joined Elm Mills as Vice President", "you joined Elm Mills as Vice President"),
            ("He is chair of the council", "you are chair of the council"),
            ("New CNC line goes live in Toledo", "your new CNC line goes live in Toledo"),
            ("New York office opens in May", "New York office opens in May"),
            ("Merger with Elm Mills completed in June", "the merger with Elm Mills was completed in June"),
            ("In October we opened a third studio", "in October you opened a third studio"),
            ("Serving Toledo since 1987", "you have been serving Toledo since 1987"),
            ("We joined the Pallet & Container Association", "you joined the Pallet and Container Association"),
        ] {
            assert_eq!(about_them(text, &names(), false).first().map(String::as_str), Some(clause), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_fitted_is_left() {
        for text in [
            "Join our team!",
            "Careers",
            "Keynote: the quiet factory",
            "We are not hiring",
            "Looking for a job?",
            "Supplier of the Year",
            "Pursuant to the plan announced by the governor",
            "Published by the council",
            "Founded in 1974",
            "Why we moved to a week of four days",
            "",
            "50",
        ] {
            assert_eq!(about_them(text, &names(), false), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn long_ones_are_cut_where_a_clause_ends() {
        let text = "Acme opens a second plant in Joliet with 200 new jobs for welders and fitters from all over the county";
        let said = about_them(text, &[], false);
        assert!(said.contains(&"Acme opens a second plant in Joliet".to_owned()), "{said:?}");
        assert!(said.iter().all(|s| words_said(s) <= LONGEST_CLAUSE));
        assert_eq!(about_them("She joined Elm Mills in March", &[], false), Vec::<String>::new());
        let broken_off = about_them("Acme opens a second plant in Joliet with 200 new jo", &[], true);
        assert_eq!(broken_off, ["Acme opens a second plant in Joliet", "Acme opens a second plant"]);
        let conditional = about_them("We will hire 50 people if the permit comes", &[], false);
        assert_eq!(conditional, ["you will hire 50 people if the permit comes"]);
    }
}
