//! Names as they are compared: one case, no accents, no titles, no legal forms.

/// Longer names are cut.
const LONGEST: usize = 200;

const TITLES: &[&str] =
    &["dr", "herr", "frau", "jr", "mag", "md", "miss", "mr", "mrs", "ms", "mx", "phd", "mba", "prof", "sir", "sr", "cpa", "esq"];

const LEGAL_FORMS: &[&str] = &[
    "ab",
    "ag",
    "as",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "kg",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "nv",
    "oy",
    "plc",
    "pty",
    "sa",
    "sarl",
    "spa",
    "srl",
    "the",
];

/// A person's name: its words in lower case without accents, titles and single initials. Empty where nothing is left.
pub(super) fn person(name: &str) -> String {
    // "Lovelace, Ada" is the same person; "Ada Lovelace, PhD" has only a title behind the comma.
    let turned = match name.split_once(',') {
        Some((last, first)) if !kept(first, TITLES).is_empty() => format!("{first} {last}"),
        _ => name.to_owned(),
    };
    let words = kept(&turned, TITLES);
    let full: Vec<&str> = words.iter().map(String::as_str).filter(|word| word.chars().nth(1).is_some()).collect();
    if full.len() > 1 { full.join(" ") } else { words.join(" ") }
}

/// An organization's name: as a person's, without legal forms.
pub(super) fn organization(name: &str) -> String {
    let words = kept(name, LEGAL_FORMS);
    if words.is_empty() { kept(name, &[]).join(" ") } else { words.join(" ") }
}

/// Whether two names may belong to one person: a word of one begins a word of the other (Rob, Robert). A name that says nothing contradicts
/// nobody.
pub fn may_be_one(one: &str, other: &str) -> bool {
    let (one, other) = (person(one), person(other));
    one.is_empty()
        || other.is_empty()
        || one.split(' ').any(|word| other.split(' ').any(|same| same.starts_with(word) || word.starts_with(same)))
}

/// Whether two names are one person's where one thing more says so, an address or a number that both have: each word of the shorter name
/// begins one of the longer, or is short for it. John and Mary Smith share a mailbox; Bob Smith is Robert J. Smith.
pub fn is_one(one: &str, other: &str) -> bool {
    let (one, other) = (person(one), person(other));
    let words = |name: &str| name.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (mut long, mut short) = (words(&one), words(&other));
    if long.len() < short.len() {
        std::mem::swap(&mut long, &mut short);
    }
    short.iter().all(|word| {
        let same =
            long.iter().position(|same| same.starts_with(word.as_str()) || word.starts_with(same.as_str()) || is_short_for(word, same));
        same.map(|at| long.remove(at)).is_some()
    })
}

fn is_short_for(one: &str, other: &str) -> bool {
    SHORT.split('|').any(|names| names.split(' ').any(|name| name == one) && names.split(' ').any(|name| name == other))
}

/// First names in short that do not begin the long ones.
const SHORT: &str = "bill will william|bob rob robert|dick rick richard|jim james|jack john|liz beth betty elizabeth|meg maggie peggy margaret|\
ed ted ned edward|tony anthony|kate katie kathy katherine kathleen catherine|chuck charlie charles|hank harry henry|mike michael|\
steve stephen steven|dave david|joe joseph|sue susan suzanne|andy andrew|larry lawrence|jenny jennifer|sasha alexander alexandra|\
jeff geoff jeffrey geoffrey|cindy cynthia|debbie deborah|becky rebecca|hans johannes|pepe jose|paco francisco|nacho ignacio|gigi georges";

fn kept(name: &str, without: &[&str]) -> Vec<String> {
    let plain: String = name.chars().take(LONGEST).filter(|c| !matches!(c, '.' | '\'' | '’')).flat_map(fold).collect();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !without.contains(word)).map(str::to_owned).collect()
}

/// Lower case without accents, whether they are written in one sign or with combining marks.
fn fold(c: char) -> impl Iterator<Item = char> {
    let combining = matches!(c, '\u{300}'..='\u{36f}');
    let invisible = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let text: Vec<char> = if combining || invisible { vec![] } else { c.to_lowercase().flat_map(base).collect() };
    text.into_iter()
}

/// The letter under the accent, for the letters of Latin-1, Latin Extended-A and the commonest beyond.
fn base(c: char) -> Vec<char> {
    let plain = match c {
        '\u{300}'..='\u{36f}' => "",
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ'..='ị' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'й' => "и",
        'ё' => "е",
        'ї' => "і",
        other => return vec![other],
    };
    plain.chars().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_one_name() {
        for name in
            ["Ada Lovelace", " ada  LOVELACE ", "Dr. Ada Lovelace, PhD", "Lovelace, Ada", "Ada M. Lovelace", "Ada\u{200b} Love\u{ad}lace"]
        {
            assert_eq!(person(name), "ada lovelace", "{name}");
        }
        assert_eq!(person("José Ñuñez"), person("Jose\u{301} Nun\u{303}ez"));
        assert_eq!(person("O’Brien, Pat"), person("Pat O'Brien"));
        assert_eq!(person("Андрей"), person("Андреи\u{306}"));
        assert_eq!(person("J. P."), "j p", "initials are all there is");
        assert_eq!(person("李小龍"), "李小龍");
        assert_eq!(person("..."), "");
    }

    #[test]
    fn an_organization_is_the_same_with_or_without_its_legal_form() {
        for name in ["Acme", "Acme, Inc.", "The ACME Company", "Acme Corp", "Acmé LLC"] {
            assert_eq!(organization(name), "acme", "{name}");
        }
        assert_eq!(organization("The Limited"), "the limited", "a name of such words alone stays");
    }

    #[test]
    fn names_that_share_a_word_may_be_one_person() {
        assert!(may_be_one("Bob Smith", "Robert Smith"));
        assert!(may_be_one("Rob Stone", "Robert Miller"));
        assert!(may_be_one("", "Ada"));
        assert!(!may_be_one("Ada Lovelace", "Grace Hopper"));
    }

    #[test]
    fn a_family_name_is_not_enough_to_be_one_person() {
        for (one, other) in [
            ("Bob Smith", "Robert J. Smith"),
            ("Rob Stone", "Stone, Robert"),
            ("A. Lovelace", "Ada Lovelace"),
            ("Lovelace", "Ada Lovelace"),
            ("Ada", "Ada Lovelace"),
            ("Ada Lovelace", "Ada King Lovelace"),
            ("Kovács Béla", "Béla Kovács"),
            ("", "Ada"),
        ] {
            assert!(is_one(one, other) && is_one(other, one), "{one} and {other}");
        }
        for (one, other) in
            [("John Smith", "Mary Smith"), ("Jo Johnson", "John Adams"), ("Ada Lovelace", "Grace Hopper"), ("John Smith", "John Smythe")]
        {
            assert!(!is_one(one, other) && !is_one(other, one), "{one} and {other}");
        }
    }
}
