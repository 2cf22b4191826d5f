//! How many words a person says for what is written: `$144,000` is "one hundred forty-four thousand dollars".
//!
//! Readings, where the rules leave a choice: American cardinals without "and"; 1900 to 2099 standing bare is a year said in pairs;
//! an amount with two decimals is dollars and cents; `a/b` is a date where it can be one; a range says "to"; letters glued to digits
//! are a word of their own (`Q3` is two words, `50K` is two); `dot`, `at`, `slash` and `dash` are said in addresses; `www` is three
//! letters and `https://` is not said. A hyphenated word is one word ("forty-four"), as is any run without a digit.

/// The words said for token `at` of a script that was split at white space.
pub(super) fn words(tokens: &[&str], at: usize) -> usize {
    let Some(token) = tokens.get(at) else { return 0 };
    let clean = trimmed(token);
    if !clean.chars().any(char::is_alphanumeric) {
        return 0;
    }
    if let Some(said) = web_address(clean) {
        return said;
    }
    if !clean.bytes().any(|b| b.is_ascii_digit()) {
        return 1;
    }
    let before = at.checked_sub(1).and_then(|n| tokens.get(n)).map_or("", |t| *t);
    let after = tokens.get(at + 1).map_or("", |t| *t);
    postal_code(clean, before)
        .or_else(|| house_number(clean, token, &tokens[at + 1..]))
        .unwrap_or_else(|| number(clean, before, after))
        .max(1)
}

/// Without the punctuation around it; signs that are said stay.
fn trimmed(token: &str) -> &str {
    let token = token.trim_start_matches(|c: char| !c.is_alphanumeric() && !"$€£¥₹+-−#~.".contains(c));
    let token = token.trim_end_matches(|c: char| !c.is_alphanumeric() && !"%$€£¥₹+°".contains(c));
    if token.strip_prefix('.').is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())) {
        token.trim_start_matches('.')
    } else {
        token
    }
}

fn number(token: &str, before: &str, after: &str) -> usize {
    time(token, after)
        .or_else(|| date(token))
        .or_else(|| range(token, before, after))
        .or_else(|| halves(token, before, after))
        .unwrap_or_else(|| glued(token, before, after))
}

/// `5:30`, `17:15`, `5:00pm`.
fn time(token: &str, after: &str) -> Option<usize> {
    let (hour, rest) = token.split_once(':')?;
    let minute = rest.get(..2)?;
    let suffix = &rest[2..];
    let day_half = is_day_half(suffix) || suffix.is_empty() && is_day_half(after);
    let valid = hour.len() <= 2 && digits(hour) && digits(minute) && (suffix.is_empty() || is_day_half(suffix));
    if !valid {
        return None;
    }
    let hours = cardinal(hour);
    let minutes = match minute.parse::<u8>().ok()? {
        0 => usize::from(!day_half),
        1..=9 => 2,
        _ => 1,
    };
    Some(hours + minutes + usize::from(!suffix.is_empty()))
}

fn is_day_half(text: &str) -> bool {
    let letters: String = text.chars().filter(|c| !".,;!?".contains(*c)).map(|c| c.to_ascii_lowercase()).collect();
    matches!(letters.as_str(), "am" | "pm")
}

/// "November twenty-third, twenty twenty-six": two words and the year's.
fn date(token: &str) -> Option<usize> {
    let mark = token.chars().find(|c| "-/.".contains(*c))?;
    let parts: Vec<&str> = token.split(mark).collect();
    let small = |text: &str, most: u32| text.len() <= 2 && digits(text) && text.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
    let pair = |a: &str, b: &str| small(a, 12) && small(b, 31) || small(a, 31) && small(b, 12);
    match parts.as_slice() {
        [a, b] if mark == '/' && pair(a, b) => Some(2),
        [y, m, d] if y.len() == 4 && digits(y) && pair(m, d) => Some(2 + year(y)),
        [a, b, y] if y.len() == 4 && digits(y) && pair(a, b) => Some(2 + year(y)),
        [a, b, y] if y.len() == 2 && digits(y) && mark != '-' && pair(a, b) => Some(3),
        _ => None,
    }
}

/// "ten to fifteen percent": the unit is said once.
fn range(token: &str, before: &str, after: &str) -> Option<usize> {
    let dash = token.char_indices().skip(1).find(|(_, c)| "-–—−".contains(*c))?;
    let (left, right) = (&token[..dash.0], &token[dash.0 + dash.1.len_utf8()..]);
    let starts = |side: &str| side.trim_start_matches(['$', '€', '£', '¥']).starts_with(|c: char| c.is_ascii_digit());
    if !starts(left) || !starts(right) {
        return None;
    }
    let twice = |set: &[char]| left.contains(set) && right.contains(set);
    let said_once = usize::from(twice(&['$', '€', '£', '¥'])) + usize::from(twice(&['%']));
    Some((number(left, before, "") + 1 + number(right, "", after)).saturating_sub(said_once))
}

/// `24/7`, `50/50`, `3/4`.
fn halves(token: &str, before: &str, after: &str) -> Option<usize> {
    let (left, right) = token.split_once('/')?;
    (digits(left) && right.starts_with(|c: char| c.is_ascii_digit())).then(|| glued(left, before, "") + glued(right, "", after))
}

/// Digits, letters and signs in one token: each part is said.
fn glued(token: &str, before: &str, after: &str) -> usize {
    let mut said = 0;
    let mut currency = false;
    let mut rest = token;
    let mut first = true;
    while let Some(c) = rest.chars().next() {
        let length = if c.is_ascii_digit() || c == '.' && first && rest[1..].starts_with(|d: char| d.is_ascii_digit()) {
            let written = number_at(rest);
            let tail = &rest[written.len()..];
            let money = currency || tail.starts_with(['$', '€', '£', '¥', '₹']);
            let scaled = tail.starts_with(|c: char| c.is_alphabetic()) || tail.is_empty() && is_scale(after);
            let bare = first && tail.trim_start_matches(['\'', '’']).trim_start_matches('s').is_empty();
            said += if money { amount(written, scaled) } else { plain(written, if bare { Some(before) } else { None }) };
            if currency {
                said += 1;
            }
            currency = false;
            written.len()
        } else if c.is_alphabetic() {
            let run = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            let ordinal = !first && matches!(&rest[..run], "st" | "nd" | "rd" | "th" | "s");
            said += usize::from(!ordinal);
            run
        } else {
            match c {
                '$' | '€' | '£' | '¥' | '₹' if rest[c.len_utf8()..].starts_with(|d: char| d.is_ascii_digit() || d == '.') => {
                    currency = true
                }
                '$' | '€' | '£' | '¥' | '₹' | '%' | '+' | '#' | '&' | '=' | '×' | '°' | '~' | '/' | '@' => said += 1,
                '-' | '−' if first => said += 1,
                '½' | '¼' | '¾' | '⅓' | '⅔' => said += 3,
                '.' if rest[1..].starts_with(|d: char| d.is_ascii_digit()) => said += 1,
                _ => {}
            }
            c.len_utf8()
        };
        rest = &rest[length..];
        first = false;
    }
    said
}

/// The leading number: digits, commas between threes, one decimal point.
fn number_at(text: &str) -> &str {
    let bytes = text.as_bytes();
    let digit = |n: usize| bytes.get(n).is_some_and(u8::is_ascii_digit);
    if let Some(thousands) = dotted_thousands(text) {
        return thousands;
    }
    let mut end = 0;
    let mut point = false;
    while end < bytes.len() {
        let part = match bytes[end] {
            b'0'..=b'9' => true,
            b',' if !point && digit(end + 1) && !digit(end + 3) => {
                point = true;
                true
            }
            b',' => !point && digit(end + 1) && digit(end + 2) && digit(end + 3) && !digit(end + 4),
            b'.' if !point && digit(end + 1) => {
                point = true;
                true
            }
            _ => false,
        };
        if !part {
            break;
        }
        end += 1;
    }
    &text[..end]
}

/// `1.000.000` as the continent writes it: two dots and more between threes.
fn dotted_thousands(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let run = text[..end].trim_end_matches('.');
    let mut parts = run.split('.');
    let first = parts.next().is_some_and(|part| (1..=3).contains(&part.len()));
    let rest: Vec<&str> = parts.collect();
    (first && rest.len() >= 2 && rest.iter().all(|part| part.len() == 3)).then_some(run)
}

/// Without what stands between thousands; a decimal comma is a point.
fn digits_of(written: &str) -> String {
    if dotted_thousands(written).is_some() {
        return written.replace('.', "");
    }
    match written.rsplit_once(',') {
        Some((units, decimals)) if decimals.len() < 3 => format!("{units}.{decimals}"),
        _ => written.replace(',', ""),
    }
}

fn plain(written: &str, bare_after: Option<&str>) -> usize {
    let whole = digits_of(written);
    if let Some((units, decimals)) = whole.split_once('.') {
        return (if units.is_empty() { 0 } else { cardinal(units) }) + 1 + decimals.len();
    }
    let is_year = bare_after.is_some_and(|before| {
        whole.len() == 4
            && !written.contains(',')
            && (("1900".."2100").contains(&whole.as_str()) || names_a_year(before) && whole.as_str() >= "1100" && whole.as_str() < "1900")
    });
    if is_year { year(&whole) } else { cardinal(&whole) }
}

fn names_a_year(before: &str) -> bool {
    let word: String = before.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    matches!(word.as_str(), "in" | "since" | "from" | "until" | "by" | "year" | "founded" | "established" | "est")
}

/// Without the currency's own word, but with the cents.
fn amount(written: &str, scaled: bool) -> usize {
    let whole = digits_of(written);
    match whole.split_once('.') {
        Some((units, cents)) if cents.len() == 2 && !scaled => {
            let zero = units.is_empty() || units.bytes().all(|b| b == b'0');
            match (zero, cents) {
                (_, "00") => cardinal(units),
                // "ninety-nine cents": the caller adds the currency's word.
                (true, _) => cardinal(cents.trim_start_matches('0')),
                (false, _) => cardinal(units) + 1 + cardinal(cents.trim_start_matches('0')) + 1,
            }
        }
        Some((units, decimals)) => (if units.is_empty() { 0 } else { cardinal(units) }) + 1 + decimals.len(),
        None => cardinal(&whole),
    }
}

fn is_scale(text: &str) -> bool {
    let word: String = text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    matches!(word.as_str(), "thousand" | "million" | "billion" | "trillion" | "mn" | "bn" | "m" | "k")
}

/// "one hundred forty-four thousand": a leading zero or more than 15 digits are said digit by digit.
fn cardinal(number: &str) -> usize {
    if number.len() > 15 || number.len() > 1 && number.starts_with('0') {
        return number.len();
    }
    let Ok(mut rest) = number.parse::<u64>() else { return number.len().max(1) };
    if rest == 0 {
        return 1;
    }
    let mut said = 0;
    let mut scale = 0;
    while rest > 0 {
        let three = rest % 1000;
        if three > 0 {
            said += if three >= 100 { 2 } else { 0 } + usize::from(three % 100 > 0) + usize::from(scale > 0);
        }
        rest /= 1000;
        scale += 1;
    }
    said
}

/// "twenty twenty-six", "two thousand five", "nineteen hundred".
fn year(text: &str) -> usize {
    match text.as_bytes() {
        [_, _, b'0', b'1'..=b'9'] => 3,
        [_, _, b'0', b'0'] | [_, _, _, _] => 2,
        _ => cardinal(text),
    }
}

/// A ZIP code after a state's two letters is said digit by digit.
fn postal_code(token: &str, before: &str) -> Option<usize> {
    let state = before.trim_matches(|c: char| !c.is_alphabetic());
    let zip = token.len() == 5 && digits(token);
    let plus_four = token.len() == 10 && token.as_bytes()[5] == b'-' && token.split('-').all(digits);
    match (zip && state.len() == 2 && state.bytes().all(|b| b.is_ascii_uppercase()), plus_four) {
        (true, _) => Some(5),
        (_, true) => Some(10),
        _ => None,
    }
}

/// "one twenty-three Main Street": three and four digits before a street's name are said in pairs.
fn house_number(token: &str, raw: &str, after: &[&str]) -> Option<usize> {
    const STREETS: [&str; 22] = [
        "street",
        "st",
        "avenue",
        "ave",
        "road",
        "rd",
        "boulevard",
        "blvd",
        "lane",
        "ln",
        "drive",
        "dr",
        "court",
        "ct",
        "way",
        "place",
        "pl",
        "parkway",
        "pkwy",
        "highway",
        "square",
        "terrace",
    ];
    if !(3..=4).contains(&token.len()) || !digits(token) || token.starts_with('0') || token.len() != raw.trim_start_matches('(').len() {
        return None;
    }
    let mut named = false;
    for word in after.iter().take(4) {
        let plain = trimmed(word);
        if named && STREETS.contains(&plain.to_lowercase().as_str()) {
            let (hundreds, rest) = token.split_at(token.len() - 2);
            return Some(match rest.as_bytes() {
                [b'0', b'0'] if hundreds.len() == 2 && hundreds.ends_with('0') => cardinal(token),
                [b'0', b'0'] => 2,
                [b'0', _] => 3,
                _ => cardinal(hundreds) + 1,
            });
        }
        if !plain.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            return None;
        }
        named = true;
    }
    None
}

/// Whether a token is an e-mail address or a URL.
pub(super) fn is_web_address(token: &str) -> bool {
    web_address(trimmed(token)).is_some()
}

/// E-mail addresses and URLs, each sign said.
fn web_address(token: &str) -> Option<usize> {
    let token = token.trim_end_matches('/');
    let (scheme, rest) = match token.split_once("://") {
        Some((scheme, rest)) if !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric()) => (true, rest),
        _ => (false, token.strip_prefix("mailto:").unwrap_or(token)),
    };
    let is_mail = rest.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'));
    if !scheme && !is_mail && !is_host(rest) {
        return None;
    }
    let mut said = 0;
    let mut run = String::new();
    let mut close = |run: &mut String| {
        said += match run.as_str() {
            "" => 0,
            "www" => 3,
            _ if digits(run) => cardinal(run),
            _ => glued(run, "", ""),
        };
        run.clear();
    };
    let mut marks = 0;
    for c in rest.chars() {
        if c.is_alphanumeric() {
            run.push(c.to_ascii_lowercase());
        } else {
            close(&mut run);
            marks += 1;
        }
    }
    close(&mut run);
    Some(said + marks)
}

/// `acme.com`, `www.acme.co.uk/offer`; not `Node.js`, `e.g` or `3.5`.
fn is_host(text: &str) -> bool {
    const ENDS: [&str; 48] = [
        "com", "org", "net", "io", "co", "uk", "de", "fr", "es", "it", "nl", "eu", "us", "ca", "au", "nz", "ie", "ch", "at", "be", "se",
        "no", "dk", "fi", "pl", "jp", "cn", "in", "br", "mx", "za", "sg", "hk", "kr", "edu", "gov", "mil", "info", "biz", "app", "dev",
        "ai", "tv", "me", "shop", "store", "tech", "online",
    ];
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or("");
    let Some((labels, end)) = host.rsplit_once('.') else { return false };
    let label = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let lower = end.to_ascii_lowercase();
    ENDS.contains(&lower.as_str()) && labels.split('.').all(label) && labels.chars().any(char::is_alphabetic) && labels.chars().count() > 1
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_said_in_the_words_of_a_person() {
        for (written, said) in [
            ("$144,000", "one hundred forty-four thousand dollars"),
            ("$2.5M", "two point five million dollars"),
            ("$2.5 million", "two point five million dollars"),
            ("$1.25 million", "one point two five million dollars"),
            ("$19.99", "nineteen dollars and ninety-nine cents"),
            ("$0.99", "ninety-nine cents"),
            ("$5.00", "five dollars"),
            ("€50", "fifty euros"),
            ("50€", "fifty euros"),
            ("$10-20", "ten to twenty dollars"),
            ("$10-$20", "ten to twenty dollars"),
            ("$5/month", "five dollars a month"),
            ("50", "fifty"),
            ("0", "zero"),
            ("100", "one hundred"),
            ("1,250", "one thousand two hundred fifty"),
            ("1,000,000", "one million"),
            ("50+", "fifty plus"),
            ("3.5%", "three point five percent"),
            ("15%", "fifteen percent"),
            ("10-15%", "ten to fifteen percent"),
            ("10%–15%", "ten to fifteen percent"),
            ("3.14", "three point one four"),
            ("1st", "first"),
            ("23rd,", "twenty-third"),
            ("101st", "one hundred first"),
            ("5:30", "five thirty"),
            ("5:00", "five o'clock"),
            ("5:00 PM", "five PM"),
            ("5:05", "five oh five"),
            ("17:15", "seventeen fifteen"),
            ("5:30pm", "five thirty PM"),
            ("5pm.", "five PM"),
            ("5:15-6:30", "five fifteen to six thirty"),
            ("2026", "twenty twenty-six"),
            ("2005", "two thousand five"),
            ("1900", "nineteen hundred"),
            ("1990s", "nineteen nineties"),
            ("since 1848", "since eighteen forty-eight"),
            ("1848", "one thousand eight hundred forty-eight"),
            ("2019-2024", "twenty nineteen to twenty twenty-four"),
            ("2026-11-23", "November twenty-third, twenty twenty-six"),
            ("11/23/2026", "November twenty-third, twenty twenty-six"),
            ("23.11.2026", "November twenty-third, twenty twenty-six"),
            ("11/23", "November twenty-third"),
            ("24/7", "twenty-four seven"),
            ("#1", "number one"),
            ("Q3", "Q three"),
            ("B2B", "B two B"),
            ("50K", "fifty thousand"),
            ("10x", "ten times"),
            ("30-day", "thirty day"),
            ("007", "oh oh seven"),
            ("v2.0", "v two point oh"),
            ("bob@acme.com", "bob at acme dot com"),
            ("bob.smith@acme-co.com", "bob dot smith at acme dash co dot com"),
            ("acme.com.", "acme dot com"),
            ("https://acme.com/pricing", "acme dot com slash pricing"),
            ("www.acme.co.uk", "w w w dot acme dot co dot uk"),
            ("123 Main Street", "one twenty-three Main Street"),
            ("405 Oak Ave.", "four oh five Oak Avenue"),
            ("1200 West Market Street", "twelve hundred West Market Street"),
            ("IL 60601", "Illinois six oh six oh one"),
            ("forty-four", "forty-four"),
            ("Node.js", "Nodejs"),
            ("p.m.", "pm"),
            ("R&D", "R&D"),
            ("—", ""),
            ("&", ""),
            ("$1", "one dollar"),
            ("$1.2B", "one point two billion dollars"),
            ("$144,000.00", "one hundred forty-four thousand dollars"),
            ("$144K", "one hundred forty-four thousand dollars"),
            ("1.000.000", "one million"),
            ("€1.250.000", "one million two hundred fifty thousand euros"),
            ("3,5%", "three point five percent"),
            ("1½", "one and a half"),
            ("½", "half"),
            ("9:30", "nine thirty"),
            ("9:30–10:00", "nine thirty to ten o'clock"),
            ("12th", "twelfth"),
            ("2nd,", "second"),
            ("1,000th", "one thousandth"),
            ("100%", "one hundred percent"),
            ("0.5%", "zero point five percent"),
            ("-5", "minus five"),
            ("~50", "about fifty"),
            ("+15%", "plus fifteen percent"),
            ("5-10", "five to ten"),
            ("2026.", "twenty twenty-six"),
            ("'26", "twenty-six"),
            ("2000", "two thousand"),
            ("2010", "twenty ten"),
            ("May 31, 2026", "May thirty-first twenty twenty-six"),
            ("31 May 2026", "thirty-first May twenty twenty-six"),
            ("5/31", "May thirty-first"),
            ("COVID-19", "COVID nineteen"),
            ("1,234,567", "one million two hundred thirty-four thousand five hundred sixty-seven"),
            ("Dr.", "Doctor"),
            ("J.", "J"),
            ("...", ""),
            ("Well...", "Well"),
            ("Inc.", "Incorporated"),
            ("info@acme.co.uk", "info at acme dot co dot uk"),
            ("acme.com/offer?id=5", "acme dot com slash offer question id equals five"),
        ] {
            let tokens: Vec<&str> = written.split_whitespace().collect();
            let count: usize = (0..tokens.len()).map(|n| words(&tokens, n)).sum();
            assert_eq!(count, said.split_whitespace().count(), "{written}: {said}");
        }
    }
}
