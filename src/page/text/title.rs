//! Is this a job title? Told by the noun it turns on ("manager", "Leiterin") and by what no title holds.

use std::sync::LazyLock;

use super::name;
use crate::page::list::WordList;

/// The title without marks around it, where the words are one and nothing else.
pub(in crate::page) fn job_title(words: &str) -> Option<&str> {
    let words = words.trim().trim_matches(EDGES).trim();
    let words = words.strip_prefix("(").and_then(|rest| rest.strip_suffix(")")).unwrap_or(words);
    // "Engines Ltd | Sales Director": the house and the post.
    if words.contains('|') {
        return words.split('|').take(4).find_map(job_title);
    }
    let words = cut_sentence(words);
    let words = REPRESENTED.iter().find_map(|lead| words.strip_prefix(lead)).unwrap_or(words);
    if words.eq_ignore_ascii_case("of counsel") {
        return Some(words);
    }
    if words.len() < 2 || words.len() > 110 || words.contains(['@', '!', '?', '“', '"']) {
        return None;
    }
    let tokens: Vec<String> = words
        .split(|c: char| c.is_whitespace() || [',', '/', '&', '(', ')', '|'].contains(&c))
        .map(plain)
        .filter(|token| !token.is_empty())
        .collect();
    if tokens.is_empty()
        || tokens.len() > 14
        || tokens.iter().any(|token| is_foreign(token))
        || words.contains(". ") && !words.contains("r. ") && !words.contains("t. ")
    {
        return None;
    }
    // "Ada qualified as a counsellor": a sentence about her.
    let tells = tokens.len() > 2 && words.split(' ').nth(1).is_some_and(|second| second.starts_with(char::is_lowercase));
    if tells && tokens[1].ends_with("ed") && name::is_given(&tokens[0]) {
        return None;
    }
    let starts_well =
        words.starts_with(char::is_alphabetic) && !LINKS.contains(&tokens[0].as_str()) && !["as", "a", "an"].contains(&tokens[0].as_str());
    (starts_well && turns_on_a_head(&tokens)).then_some(words)
}

/// Whether anything in these words could be a title by what it turns on. No for nearly every sentence, which is then not asked in parts.
pub(super) fn may_hold_one(words: &str) -> bool {
    let lower = words.to_lowercase();
    // "co-ordinator" is one word, and so is "co-owner".
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.flat_map(|word| word.split('-').chain(word.contains('-').then_some(word))).filter(|word| word.len() > 1).any(|word| {
        // A phrase is not told by whole words.
        is_head(word) || PHRASES_OPEN.iter().any(|open| word.starts_with(open)) || PHRASES_CLOSE.iter().any(|close| word.ends_with(close))
    })
}

/// Whether a lower-case word is a noun that a title turns on.
pub(in crate::page) fn is_head(token: &str) -> bool {
    let last = token.bytes().next_back();
    HEADS.holds(token) || COMPOUND_ENDS.iter().any(|end| end.bytes().next_back() == last && token.len() > end.len() && token.ends_with(end))
}

/// The head stands first ("VP Sales"), last ("Sales Manager"), or before what it is of ("Head of Sales").
fn turns_on_a_head(tokens: &[String]) -> bool {
    let joined = tokens.join(" ");
    if joined.match_indices(' ').any(|(at, _)| phrase_at(&joined, at)) {
        return true;
    }
    let heads: Vec<usize> = (0..tokens.len()).filter(|at| is_head(&tokens[*at])).collect();
    let Some(first) = heads.first() else { return false };
    let of = tokens.iter().position(|token| LINKS.contains(&token.as_str())).unwrap_or(tokens.len());
    // A lone word that means much else beside a post.
    if tokens.len() == 1 && AMBIGUOUS.contains(&tokens[0].as_str()) {
        return false;
    }
    // "Representative Office", "Pharmacy Technician Career": what a post belongs to, not who holds it.
    let rank_leads =
        *first == 0 && ["vp", "director", "manager", "president", "head", "leiter", "leiterin", "svp", "evp"].contains(&tokens[0].as_str());
    if of > 0 && tokens.get(of - 1).is_some_and(|last| THINGS.contains(&last.as_str())) && !rank_leads {
        return false;
    }
    let sure = |at: usize| !AMBIGUOUS.contains(&tokens[at].as_str());
    heads.iter().any(|at| at + 1 == of || at + 1 == tokens.len() || sure(*at) && *at + 2 >= of)
        || *first == 0 && sure(0)
        || *first == 1 && RANKS.contains(&tokens[0].as_str())
}

/// Whether a phrase stands around a space, its first word before it: a search through the words for each phrase would take most of the time.
fn phrase_at(joined: &str, space: usize) -> bool {
    let (before, behind) = (joined.get(..space).unwrap_or_default(), joined.get(space + 1..).unwrap_or_default());
    // "Sales agents", "Board members" are no one's post.
    let follows = |rest: &str| behind.strip_prefix(rest).is_some_and(|end| !end.starts_with('s'));
    PHRASES.iter().any(|(first, rest)| before.ends_with(first) && follows(rest))
}

/// Whether it says a post and hardly anything else: what stands beside it is a name though the name is not a known one.
pub(in crate::page) fn is_strong(title: &str) -> bool {
    let tokens: Vec<String> =
        title.split(|c: char| c.is_whitespace() || [',', '/', '&'].contains(&c)).map(plain).filter(|token| !token.is_empty()).collect();
    let sure = tokens.iter().any(|token| is_head(token) && !AMBIGUOUS.contains(&token.as_str()));
    sure && tokens.len() <= 6 && title.starts_with(char::is_uppercase) && !title.bytes().any(|b| b.is_ascii_digit())
}

/// Posts of those who keep the site or its data, whom nobody means to call: "Webmaster", "Datenschutzbeauftragte".
pub(in crate::page) fn keeps_the_site(title: &str) -> bool {
    let lower = title.to_lowercase();
    ["webmaster", "web ", "website", "data protection", "datenschutz", "privacy", "photo", "editor", "author", "redakt"]
        .iter()
        .any(|word| lower.contains(word))
}

/// Whether it could be a title where its place says so: few words, and none of a sentence, a link or a way to reach somebody.
pub(super) fn could_be(words: &str) -> bool {
    let tokens: Vec<String> = words.split(|c: char| c.is_whitespace() || ['/', ','].contains(&c)).map(plain).collect();
    (2..=80).contains(&words.len())
        && tokens.len() <= 9
        && words.starts_with(char::is_alphabetic)
        && !words.contains(['@', '!', '?', '"', '“'])
        && !words.ends_with('.')
        // "F.A.C.S.": letters behind a name, no post.
        && (tokens.iter().any(|token| is_head(token)) || words.split_whitespace().next().is_none_or(|first| first.matches('.').count() < 2))
        && !words.bytes().any(|b| b.is_ascii_digit())
        && !tokens.iter().any(|token| is_foreign(token))
        && !tokens.first().is_some_and(|first| NO_POST.contains(&first.as_str()))
}

/// "Sales", "Parts & Service", "Partner": behind a name it is what they do; anywhere else it is a department.
pub(in crate::page) fn is_department(words: &str) -> bool {
    let mut tokens = words.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()).peekable();
    words.len() <= 60
        && words.starts_with(char::is_uppercase)
        && tokens.peek().is_some()
        && tokens.all(|token| {
            let token = token.to_lowercase();
            ["and", "und", "et", "y"].contains(&token.as_str()) || DEPARTMENTS.holds(&token)
        })
}

static DEPARTMENTS: LazyLock<WordList> = LazyLock::new(|| WordList::of(include_str!("words/departments.txt")));

/// What leads a line that stands under a name but is no post.
const NO_POST: [&str; 24] = [
    "bio",
    "biography",
    "profile",
    "contact",
    "learn",
    "linkedin",
    "twitter",
    "facebook",
    "download",
    "vcard",
    "website",
    "cell",
    "direct",
    "office",
    "ext",
    "location",
    "address",
    "about",
    "show",
    "send",
    "details",
    "photo",
    "share",
    "and",
];

/// Titles end where a sentence or a telephone number begins.
fn cut_sentence(words: &str) -> &str {
    let figures = |at: &usize| {
        let rest = words.get(at + 1..).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        rest.starts_with(['+', '0']) || rest.starts_with('(') && rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit) || digits >= 3
    };
    let end = words.match_indices(' ').map(|(at, _)| at).find(figures).unwrap_or(words.len());
    let words = if end < words.len() { without_label(words.get(..end).unwrap_or(words)) } else { words };
    words.find(" is ").or_else(|| words.find("; ")).map_or(words, |end| words.get(..end).unwrap_or(words)).trim_end_matches(EDGES)
}

/// "Parts Manager (ext." before its number, "Sales Director since" before its year.
fn without_label(words: &str) -> &str {
    let mut rest = words.trim_end();
    if let Some(open) = rest.rfind('(').filter(|open| rest.get(*open..).is_some_and(|behind| !behind.contains(')'))) {
        rest = rest.get(..open).unwrap_or(rest).trim_end();
    }
    while let Some((before, _)) = rest.rsplit_once(' ').filter(|(_, last)| LABELS.contains(&plain(last).as_str())) {
        rest = before.trim_end_matches([' ', ',', '-', '–', '|', '•', ':']);
    }
    rest
}

const LABELS: [&str; 23] = [
    "ext",
    "extension",
    "x",
    "tel",
    "tél",
    "telefon",
    "telephone",
    "phone",
    "ph",
    "fax",
    "mobile",
    "mobil",
    "cell",
    "direct",
    "durchwahl",
    "t",
    "in",
    "since",
    "from",
    "until",
    "seit",
    "depuis",
    "desde",
];

/// The law's words before the post of whoever speaks for a German house.
const REPRESENTED: [&str; 3] = ["Vertreten durch den ", "Vertreten durch die ", "Vertreten durch "];

fn plain(token: &str) -> String {
    token.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn is_foreign(token: &str) -> bool {
    NEVER.contains(&token) || token.starts_with("http") || token.starts_with("www")
}

const EDGES: [char; 14] = ['-', '–', '—', ':', '•', '·', '|', ',', ';', '*', '»', '>', '.', '~'];

/// Nouns that a job title turns on: English, German, French, Spanish, Italian, Dutch, Portuguese.
static HEADS: LazyLock<WordList> = LazyLock::new(|| WordList::of(include_str!("words/titles.txt")));

const COMPOUND_ENDS: [&str; 31] = [
    "leiter",
    "leiterin",
    "leitung",
    "führer",
    "führerin",
    "berater",
    "beraterin",
    "ingenieur",
    "ingenieurin",
    "beauftragter",
    "beauftragte",
    "assistent",
    "assistentin",
    "meister",
    "meisterin",
    "kaufmann",
    "kauffrau",
    "anwalt",
    "chef",
    "direktör",
    "direktør",
    "sjef",
    "leder",
    "ansvarig",
    "ansvarlig",
    "johtaja",
    "päällikkö",
    "adviseur",
    "konsulent",
    "vezető",
    "igazgató",
];

/// What a title is of follows these.
const LINKS: [&str; 22] = [
    "of", "for", "at", "in", "to", "with", "and", "de", "des", "du", "del", "der", "für", "im", "vertrieb", "von", "di", "la", "et", "und",
    "y", "–",
];

const RANKS: [&str; 16] = [
    "senior",
    "sr",
    "junior",
    "jr",
    "vice",
    "assistant",
    "associate",
    "deputy",
    "executive",
    "managing",
    "chief",
    "general",
    "regional",
    "lead",
    "head",
    "interim",
];

/// A post only with something before or behind it.
const AMBIGUOUS: [&str; 33] = [
    "general",
    "guide",
    "fellow",
    "doctor",
    "lead",
    "head",
    "guard",
    "operator",
    "expert",
    "worker",
    "writer",
    "chief",
    "executive",
    "judge",
    "host",
    "chair",
    "keeper",
    "minister",
    "captain",
    "partner",
    "justice",
    "rep",
    "associate",
    "assistant",
    "barber",
    "builder",
    "dealer",
    "painter",
    "artist",
    "author",
    "volunteer",
    "contractor",
    "broker",
];

const THINGS: [&str; 28] = [
    "office",
    "offices",
    "career",
    "careers",
    "school",
    "services",
    "service",
    "group",
    "department",
    "dept",
    "program",
    "programs",
    "training",
    "conference",
    "award",
    "awards",
    "guide",
    "meeting",
    "report",
    "salary",
    "page",
    "portal",
    "reference",
    "resources",
    "news",
    "association",
    "agreement",
    "tools",
];

/// Titles whose head is a phrase.
const PHRASES: [(&str, &str); 18] = [
    ("board", "member"),
    ("member", "of the board"),
    ("council", "member"),
    ("team", "member"),
    ("head", "of"),
    ("chief", "of"),
    ("vice", "president"),
    ("vice", "chair"),
    ("public", "relations"),
    ("human", "resources contact"),
    ("estate", "agent"),
    ("letting", "agent"),
    ("travel", "agent"),
    ("sales", "agent"),
    ("insurance", "agent"),
    ("listing", "agent"),
    ("press", "contact"),
    ("account", "exec"),
];

/// How a word of a phrase begins or ends that no other is told without.
const PHRASES_OPEN: [&str; 9] = ["member", "president", "chair", "relations", "resources", "estate", "agent", "contact", "exec"];
const PHRASES_CLOSE: [&str; 3] = ["head", "chief", "member"];

/// Words of sentences, menus and forms.
const NEVER: [&str; 75] = [
    "by",
    "go",
    "served",
    "unfilled",
    "glossary",
    "recipe",
    "message",
    "only",
    "our",
    "your",
    "we",
    "us",
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "will",
    "can",
    "click",
    "find",
    "read",
    "view",
    "more",
    "login",
    "log",
    "portal",
    "you",
    "my",
    "their",
    "they",
    "he",
    "she",
    "his",
    "her",
    "it",
    "this",
    "that",
    "these",
    "who",
    "what",
    "when",
    "where",
    "how",
    "why",
    "if",
    "not",
    "please",
    "call",
    "email",
    "phone",
    "fax",
    "tel",
    "telephone",
    "mobile",
    "search",
    "home",
    "help",
    "job",
    "jobs",
    "careers",
    "apply",
    "hire",
    "hiring",
    "become",
    "directory",
    "list",
    "guidelines",
    "form",
    "forms",
    "copyright",
    "posted",
    "written",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_in_their_forms() {
        for words in [
            "CEO",
            "Sales Manager",
            "VP Sales",
            "Head of Marketing",
            "Director, Business Development",
            "Owner/Operator",
            "Vice President - Operations",
            "- Project Manager",
            "Chief Financial Officer",
            "Geschäftsführerin",
            "Leiter Vertrieb",
            "Directrice commerciale",
            "Member of the Board",
            "Vertriebsleiter",
            "Founder & CEO",
            "Assistant to the President",
            "Owner and founder:",
            "Lead Carpenter",
            "Recruitment & External Relations Officer",
            "Sales Mgr.",
            "Försäljningschef",
            "Kierownik sprzedaży",
            "Superintendent of Schools",
        ] {
            assert!(job_title(words).is_some(), "{words}");
        }
    }

    #[test]
    fn no_title_is_ruled_out_before_it_is_asked() {
        for head in HEADS.words() {
            assert!(may_hold_one(head) && may_hold_one(&format!("The {head}, Engines")), "{head}");
        }
        for (first, rest) in PHRASES {
            assert!(may_hold_one(&format!("{first} {rest}")), "{first} {rest}");
        }
        assert!(!may_hold_one("Our crate carries every order of the line, packed and checked twice before it leaves."));
    }

    #[test]
    fn a_title_ends_before_a_number() {
        assert_eq!(job_title("Directeur 020 123 4567"), Some("Directeur"));
        assert_eq!(job_title("Sales Manager (312) 555-0100"), Some("Sales Manager"));
        assert_eq!(job_title("Director, Region 5"), Some("Director, Region 5"));
        assert_eq!(job_title("Engines United | Chairman"), Some("Chairman"));
        assert_eq!(job_title("Parts Manager (ext. 204)"), Some("Parts Manager"));
        assert_eq!(job_title("Sales Manager, Phone: 312-555-0100"), Some("Sales Manager"));
        assert_eq!(job_title("Director (North) 312-555-0100"), Some("Director (North)"));
    }

    #[test]
    fn what_only_mentions_a_post() {
        for words in [
            "Find a manager",
            "Our directors",
            "Contact the owner if you can",
            "General",
            "Read more",
            "Privacy Policy",
            "Ada Byron",
            "Property Management",
            "Account Managers",
            "info@manager.com",
        ] {
            assert_eq!(job_title(words), None, "{words}");
        }
    }
}
