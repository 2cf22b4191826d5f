//! Is this a person's name? Told by shape, by well-known given names, and by words that no name holds.

use std::sync::LazyLock;

use crate::page::{list::WordList, phone::fold, place::region};

/// A name as found in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::page) struct Name {
    /// Without honorifics and degrees.
    pub(in crate::page) value: String,
    pub(in crate::page) strength: Strength,
    /// Stood with letters behind it: "CPA", "Ph.D.".
    pub(in crate::page) degree: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::page) enum Strength {
    /// Has the shape of much else too ("LARKSPUR LANE", "Denver, Colorado"): a name only where its place says so.
    Faint,
    /// Has a name's shape.
    Shape,
    /// Opens with a known given name, an honorific, or ends in a degree.
    Known,
}

/// The name, where the words are one and hold nothing else.
pub(in crate::page) fn name(words: &str) -> Option<Name> {
    let words = words.trim().trim_matches(EDGES).trim();
    if words.len() > 80 || words.len() < 4 {
        return None;
    }
    // Most of what is asked stands in the middle of a sentence: told by its first letter, before anything is folded or split.
    let first = words.split_whitespace().next().unwrap_or_default();
    if !words.starts_with(char::is_uppercase) && !first.ends_with(',') && !is_title_of_honor(first) || !may_open(words) {
        return None;
    }
    let (words, degree) = without_degrees(words);
    let mut tokens: Vec<&str> = words.split_whitespace().collect();
    let mut honorific = false;
    // "Don Quill" has no other given name.
    let is_all_there_is = |tokens: &[&str]| tokens.len() == 2 && !tokens[0].ends_with('.') && is_given(tokens[0]);
    while tokens.first().is_some_and(|first| is_title_of_honor(first)) && tokens.len() > 1 && !is_all_there_is(&tokens) {
        tokens.remove(0);
        honorific = true;
    }
    let swapped;
    let mut faint = false;
    // "Byron, Ada"
    if let [surname, rest @ ..] = &tokens[..]
        && surname.ends_with(',')
        && !rest.is_empty()
    {
        let known = rest.first().is_some_and(|given| is_given(given));
        if rest.len() > 3 {
            return None;
        }
        faint = !known || rest.first().is_some_and(|given| WEAK_GIVEN.contains(&given.to_lowercase().as_str()));
        swapped = rest.iter().copied().chain([surname.trim_end_matches(',')]).collect::<Vec<_>>();
        tokens = swapped;
    }
    if !(2..=6).contains(&tokens.len()) || tokens.iter().any(|token| token.ends_with(',')) {
        return None;
    }
    let name = Name { degree, ..shaped(&tokens, honorific || degree)? };
    Some(if faint { Name { strength: Strength::Faint, ..name } } else { name })
}

fn shaped(tokens: &[&str], vouched: bool) -> Option<Name> {
    let all_capitals = tokens.iter().all(|token| !token.chars().any(char::is_lowercase));
    let last = tokens.len() - 1;
    let mut full = 0;
    for (nth, token) in tokens.iter().enumerate() {
        let is_edge = nth == 0 || nth == last;
        if is_initial(token)
            || !is_edge && (PARTICLES.contains(&token.to_lowercase().as_str()) || is_nickname(token))
            || nth == last && is_generation(token)
        {
            continue;
        }
        if !is_capitalized(token, all_capitals) {
            return None;
        }
        let lower = token.to_lowercase();
        if lower.ends_with("'s") || lower.ends_with("’s") || lower.len() > 6 && NOUN_ENDS.iter().any(|end| lower.ends_with(end)) {
            return None;
        }
        let is_surname_too = nth > 0 && ALSO_SURNAMES.contains(&lower.as_str()) && is_given(tokens[0]);
        let is_given_too = nth == 0 && is_given(token);
        if NEVER.holds(&lower) && !is_surname_too && !is_given_too
            || super::title::is_head(&lower) && !(nth == last && nth > 0 && is_given(tokens[0]))
        {
            return None;
        }
        full += 1;
    }
    // Two whole words at least, or one and a known given name's initials: "J. Byron" alone could be anything.
    let given = is_given(tokens[0]) || is_initial(tokens[0]) && is_given(tokens[1]);
    let initials_lead = full == 1 && is_initial(tokens[0]) && !is_initial(tokens[last]);
    if full < 2 && !initials_lead || full > 4 || is_initial(tokens[last]) && !given {
        return None;
    }
    // "D. Rudloff Atlanta": who said it and from where.
    if is_initial(tokens[0]) && full > 1 && crate::page::place::city::known(tokens[last]).is_some() {
        return None;
    }
    let weak = WEAK_GIVEN.contains(&tokens[0].to_lowercase().as_str());
    // Capitals shout headings as often as names.
    let strength = if all_capitals && !given {
        Strength::Faint
    } else if given && !weak || vouched && !initials_lead {
        Strength::Known
    } else {
        Strength::Shape
    };
    let value = tokens.iter().map(|token| if all_capitals { recased(token) } else { (*token).to_owned() }).collect::<Vec<_>>().join(" ");
    Some(Name { value, strength, degree: false })
}

/// The known name at the start of these words, and where it ends: "Ada Byron is our director".
pub(in crate::page) fn leading(words: &str) -> Option<(Name, usize)> {
    // Asked of every sentence, and few open with a name: told once, not anew for each end.
    let opening = words.trim().trim_matches(EDGES).trim_start();
    let first = opening.split_whitespace().next().unwrap_or_default();
    if !opening.starts_with(char::is_uppercase) && !first.contains([',', '(', ':']) && !is_title_of_honor(first) || !may_open(opening) {
        return None;
    }
    let parts = |c: &char| c.is_whitespace() || [',', '(', ':'].contains(c);
    let stops = words.char_indices().filter(|(_, c)| parts(c)).map(|(at, _)| at).take(5);
    let mut ends: Vec<usize> = Vec::new();
    for end in stops.chain([words.len()]) {
        // No name goes on behind a word that no name holds.
        let piece = ends.last().and_then(|from| words.get(*from..end)).unwrap_or_default();
        if !may_go_on(piece.trim_start_matches(|c| parts(&c))) {
            break;
        }
        ends.push(end);
    }
    ends.iter().rev().find_map(|end| {
        let name = name(words.get(..*end)?)?;
        (name.strength == Strength::Known).then_some((name, *end))
    })
}

/// Whether the second word is none that rules a name out: in running text nearly every one does, and asking that costs least.
pub(super) fn may_open(words: &str) -> bool {
    let second = words.split_whitespace().nth(1).unwrap_or_default();
    !second.starts_with(char::is_lowercase) || PARTICLES.contains(&second) || is_title_of_honor(second)
}

/// Whether a name may go on with this: with no small letter, but for particles, a rank ("dr.") and "jr.".
fn may_go_on(words: &str) -> bool {
    let word = words.split_whitespace().next().unwrap_or_default();
    !word.starts_with(char::is_lowercase) || PARTICLES.contains(&word) || is_title_of_honor(word) || is_generation(word.trim_matches(EDGES))
}

/// Whether a lower-case word is none that rules a name out.
pub(super) fn could_be_a_surname(lower: &str) -> bool {
    !NEVER.holds(lower) && !super::title::is_head(lower)
}

/// Whether it opens with no given name and holds a word that no name holds: "Harvard Business School".
pub(in crate::page) fn is_a_house(words: &str) -> bool {
    let mut tokens = words.split_whitespace();
    let first = tokens.clone().next().unwrap_or_default();
    let no_name = |token: &str| NEVER.holds(token) && !PARTICLES.contains(&token);
    !is_given(first) && !is_title_of_honor(first) && tokens.any(|token| no_name(&token.to_lowercase()))
}

pub(in crate::page) fn is_given(token: &str) -> bool {
    let lower = fold(token.trim_matches(EDGES));
    GIVEN.holds(&lower) || lower.split_once('-').is_some_and(|(first, _)| GIVEN.holds(first))
}

fn is_capitalized(token: &str, all_capitals: bool) -> bool {
    let mut chars = token.chars();
    let opens = chars.next().is_some_and(char::is_uppercase);
    let rest_fits = token.chars().all(|c| c.is_alphabetic() || ['-', '\'', '’', '‘', '.'].contains(&c));
    // "Hohenstein-Oberwaldbacher" is two words of a length.
    let whole = token.chars().count() >= 2 && token.split('-').all(|part| part.chars().count() <= 20) && token.chars().count() <= 40;
    // "McDonald", "O'Brien", "DeWitt", but not "iPhone", "FAQs", "USA".
    let capitals = token.chars().filter(|c| c.is_uppercase()).count();
    let lower = token.chars().filter(|c| c.is_lowercase()).count();
    opens
        && rest_fits
        && whole
        && (all_capitals || lower > 0 && capitals <= 3 && lower >= capitals)
        && !token.trim_end_matches('.').contains('.')
        && (!token.ends_with('.') || token.len() <= 5)
        && (all_capitals || !is_a_brand(token))
}

/// "BreakThrough", "PhotoWorks": a capital inside stands behind a short front ("DeWitt", "McDonald") or another name's ("MaryAnn").
fn is_a_brand(token: &str) -> bool {
    let inner = token.split(['-', '\'', '’', '‘']).find_map(|part| {
        let at = part.char_indices().skip(1).find(|(_, c)| c.is_uppercase())?.0;
        part.get(..at)
    });
    inner.is_some_and(|front| front.chars().count() > 3 && front != "Fitz" && !is_given(front))
}

fn is_initial(token: &str) -> bool {
    let letters = token.chars().filter(|c| c.is_alphabetic()).count();
    (1..=2).contains(&letters) && token.chars().all(|c| c.is_uppercase() || c == '.') && (letters == 1 || token.contains('.'))
}

/// `"Bill"`, `(Bill)`
fn is_nickname(token: &str) -> bool {
    let inner = token.trim_matches(['"', '“', '”', '(', ')', '\'', '‘', '’']);
    inner.len() < token.len() && inner.chars().all(char::is_alphabetic) && inner.chars().next().is_some_and(char::is_uppercase)
}

fn is_generation(token: &str) -> bool {
    ["jr", "sr", "ii", "iii", "iv", "jnr", "snr"].contains(&token.trim_matches(['.', ',']).to_lowercase().as_str())
}

pub(in crate::page) fn is_title_of_honor(token: &str) -> bool {
    if token.len() > 14 {
        return false;
    }
    // Asked of nearly every word: nothing is copied for the plain ones.
    if token.is_ascii() {
        let plain = || token.trim_end_matches(['.', ',']).bytes().filter(|b| *b != b'.').map(|b| b.to_ascii_lowercase());
        let (first, length) = (plain().next(), plain().count());
        return HONORIFICS.iter().any(|known| known.len() == length && known.bytes().next() == first && plain().eq(known.bytes()));
    }
    let lower = token.to_lowercase();
    HONORIFICS.contains(&lower.trim_end_matches(['.', ',']).replace('.', "").as_str())
}

/// `CPA`, `M.D.`, `Ph.D.`: letters behind a name.
pub(super) fn is_degree(token: &str) -> bool {
    let plain: String = token.chars().filter(|c| c.is_alphanumeric()).collect();
    let capitals = plain.chars().filter(|c| c.is_uppercase()).count();
    // "Ada Byron Arlington, VA" says from where she is.
    let is_state = || token.len() == 2 && ["US", "CA"].iter().any(|country| region::by_code(token, Some(country)).is_some());
    DEGREES.contains(&plain.to_lowercase().as_str()) && capitals > 0
        || (2..=6).contains(&plain.len()) && capitals == plain.chars().count() && !is_generation(token) && !is_state()
}

/// Cut before the first comma behind which only degrees stand, and before degrees without one.
fn without_degrees(words: &str) -> (&str, bool) {
    let dotted = before_dotted(words);
    if dotted.len() < words.len() {
        return (without_degrees(dotted).0, true);
    }
    if let Some((name, rest)) = words.split_once(',') {
        let mut parts = rest.split([',', ' ', '/', '&']).filter(|part| !part.is_empty()).peekable();
        if parts.peek().is_some() && parts.all(|part| is_degree(part) || is_generation(part)) && name.contains(' ') {
            return (without_degrees_behind(name).0, true);
        }
    }
    without_degrees_behind(words)
}

/// "Ada Byron (SAN) LL.B., B.L.": before the letters with dots and the capitals in brackets that a list of degrees ends in.
fn before_dotted(words: &str) -> &str {
    let mut rest = words;
    while let Some((name, last)) = rest.trim_end_matches([' ', ',']).rsplit_once(' ') {
        let inner = last.trim_end_matches(',');
        let bracketed = inner.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
        let capitals = |text: &str| text.chars().filter(|c| c.is_uppercase()).count();
        let is_bracketed = bracketed.is_some_and(|inner| (2..=5).contains(&inner.len()) && capitals(inner) == inner.len());
        // "C. R." are initials: a degree has two letters with a dot between them at least.
        let is_dotted = inner.trim_end_matches('.').contains('.') && capitals(inner) >= 2 && is_degree(inner);
        let plain: String = inner.chars().filter(|c| c.is_alphanumeric()).collect();
        let is_known = DEGREES.contains(&plain.to_lowercase().as_str()) && plain.starts_with(char::is_uppercase);
        if !(is_bracketed || is_dotted || is_known) || !name.trim().contains(' ') {
            break;
        }
        rest = name.trim_end_matches([' ', ',']);
    }
    rest
}

fn without_degrees_behind(words: &str) -> (&str, bool) {
    let mut rest = words.trim_end_matches([',', ' ']);
    let mut cut = false;
    while let Some((name, last)) = rest.rsplit_once(' ') {
        // Asked of nearly every line: most of what stands last is longer than any degree, or begins small.
        if last.len() > 12 || !last.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase) {
            break;
        }
        let plain: String = last.chars().filter(|c| c.is_alphanumeric()).collect();
        if !DEGREES.contains(&plain.to_lowercase().as_str()) || !name.contains(' ') {
            break;
        }
        (rest, cut) = (name.trim_end_matches([',', ' ']), true);
    }
    (rest, cut)
}

/// `BYRON` as `Byron`, `O'NEIL-SMITH` as `O'Neil-Smith`.
fn recased(token: &str) -> String {
    if is_initial(token) || is_generation(token) {
        return token.to_owned();
    }
    let mut starts = true;
    token
        .chars()
        .flat_map(|c| {
            let lower = !starts;
            starts = !c.is_alphabetic();
            if lower { c.to_lowercase().collect::<Vec<_>>() } else { vec![c] }
        })
        .collect()
}

const EDGES: [char; 15] = ['-', '–', '—', ':', '•', '·', '|', ',', ';', '*', '.', '»', '>', '~', '…'];

static GIVEN: LazyLock<WordList> = LazyLock::new(|| WordList::of(include_str!("words/given_names.txt")));
static NEVER: LazyLock<WordList> = LazyLock::new(|| WordList::of(include_str!("words/never_names.txt")));

const PARTICLES: [&str; 27] = [
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "bin", "ibn", "al", "el", "ter", "ten",
    "zu", "zur", "vom", "y", "e", "und", "st.",
];

const HONORIFICS: [&str; 60] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mister",
    "dr",
    "prof",
    "professor",
    "rev",
    "reverend",
    "hon",
    "sir",
    "dame",
    "lord",
    "lady",
    "fr",
    "herr",
    "frau",
    "ing",
    "mag",
    "m",
    "mme",
    "mlle",
    "sra",
    "señor",
    "señora",
    "don",
    "doña",
    "rabbi",
    "dipling",
    "diplkfm",
    "dring",
    "lic",
    "dott",
    "dottssa",
    "avv",
    "arq",
    "sr",
    "mevr",
    "dhr",
    "mw",
    "mgr",
    "bc",
    "inż",
    "pan",
    "pani",
    "hr",
    "fru",
    "shri",
    "smt",
    "capt",
    "datuk",
    "dato",
    "drs",
    "ir",
    "univ-prof",
    "dipl-ing",
    "dipl-kfm",
    "dra",
    "profa",
];

const DEGREES: [&str; 78] = [
    "phd", "md", "dds", "dmd", "do", "dvm", "jd", "esq", "esquire", "mba", "ms", "ma", "ba", "bs", "bsc", "msc", "rn", "np", "pa", "pac",
    "lcsw", "lpc", "lmft", "cpa", "cfp", "cfa", "pe", "aia", "leed", "ap", "rd", "cd", "ckd", "llb", "llm", "edd", "psyd", "pharmd", "od",
    "dc", "fcca", "frcs", "mph", "mphil", "riba", "frics", "mrics", "ceng", "frsa", "aicp", "sphr", "phr", "cmfo", "ccim", "gri", "abr",
    "rdh", "efda", "lac", "fnp", "aprn", "crna", "dpt", "cissp", "pmp", "cpcu", "clu", "chfc", "ncarb", "asla", "faia", "shrm", "cmp",
    "cae", "arb", "mbe", "obe", "dr-ing",
];

/// Endings of nouns and adjectives, which hardly a name has.
const NOUN_ENDS: [&str; 23] = [
    "werkstatt",
    "werkstätte",
    "erei",
    "kammer",
    "stelle",
    "schaft",
    "verband",
    "verein",
    "zentrum",
    "tion",
    "tions",
    "ment",
    "ments",
    "ness",
    "ity",
    "ism",
    "ics",
    "ology",
    "ware",
    "ship",
    "tional",
    "ular",
    "ising",
];

/// Words that are surnames too, behind a known given name.
const ALSO_SURNAMES: [&str; 63] = [
    "white", "young", "long", "lane", "hall", "price", "wood", "west", "page", "park", "day", "rose", "winter", "love", "case", "church",
    "forest", "green", "gold", "best", "little", "major", "read", "bank", "banks", "power", "blue", "small", "street", "wall", "north",
    "rivers", "fields", "field", "may", "march", "royal", "stone", "black", "parks", "booth", "house", "land", "snow", "spring", "summer",
    "frost", "fox", "crew", "bishop", "english", "french", "german", "holland", "london", "paris", "york", "sharp", "key", "ball", "mills",
    "bridges", "gates",
];

/// Given names that name a place, a month or a thing more often.
const WEAK_GIVEN: [&str; 23] = [
    "alberta",
    "austin",
    "charlotte",
    "dallas",
    "florence",
    "virginia",
    "georgia",
    "jordan",
    "madison",
    "jackson",
    "carolina",
    "victoria",
    "german",
    "roman",
    "august",
    "june",
    "april",
    "faith",
    "grace",
    "art",
    "will",
    "grant",
    "chase",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn value(words: &str) -> Option<String> {
        name(words).map(|name| name.value)
    }

    #[test]
    fn every_list_is_in_order() {
        for (list, fewest) in [("given_names", 500), ("never_names", 500), ("titles", 500), ("departments", 50)] {
            let text = std::fs::read_to_string(format!("src/page/text/words/{list}.txt")).unwrap_or_default();
            let words: Vec<&str> = text.lines().collect();
            assert!(words.len() > fewest && words.is_sorted_by(|one, next| one < next), "{list}.txt wants `LC_ALL=C sort -u`");
        }
    }

    #[test]
    fn names_in_their_forms() {
        for (words, expected) in [
            ("Ada Byron", "Ada Byron"),
            ("Dr. Ada M. Byron, Ph.D., CPA", "Ada M. Byron"),
            ("Prof. Ada Byron (SAN) PhD.", "Ada Byron"),
            ("Ada Byron Esq. LL.B., B.L.", "Ada Byron"),
            ("Ada Byron (MRS) M.Phil., LL.B.", "Ada Byron"),
            ("Mr Juan de la Cruz", "Juan de la Cruz"),
            ("ADA O'NEIL", "Ada O'Neil"),
            ("Byron, Ada", "Ada Byron"),
            ("Walter (Bill) Babb Jr.", "Walter (Bill) Babb Jr"),
            ("Marie-Luise Müller-Lüdenscheidt", "Marie-Luise Müller-Lüdenscheidt"),
            ("Mark White", "Mark White"),
            ("Don Quill", "Don Quill"),
            ("Don Carlos Quill", "Carlos Quill"),
            ("Zbigniew Okonkwo", "Zbigniew Okonkwo"),
            ("MaryAnn DeWitt", "MaryAnn DeWitt"),
            ("Ada Byron, MD", "Ada Byron"),
        ] {
            assert_eq!(value(words).as_deref(), Some(expected), "{words}");
        }
    }

    #[test]
    fn what_only_looks_like_a_name() {
        for words in [
            "Contact Us",
            "San Francisco",
            "Privacy Policy",
            "New York",
            "Sales Manager",
            "Ada",
            "READ MORE",
            "the Ada Byron",
            "North Carolina",
            "Ada is here",
            "A. B.",
            "iPhone Case",
            "Green Energy",
            "Mens Jeans",
            "BreakThrough FamilyPlex",
            "Adobe Reader",
            "P. Byron Arlington, VA",
        ] {
            assert_eq!(value(words), None, "{words}");
        }
    }

    #[test]
    fn a_name_opens_a_sentence() {
        let found = leading("Ada Byron is our director").map(|(name, end)| (name.value, end));
        assert_eq!(found, Some(("Ada Byron".into(), 9)));
        assert_eq!(leading("Our director is Ada Byron"), None);
    }
}
