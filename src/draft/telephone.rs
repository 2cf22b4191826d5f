//! Telephone numbers inside a script: where they stand, how many digits and groups a person reads.
//!
//! Readings, where the rules leave a choice:
//! - The seller's own number counts in any written grouping, with or without country code, trunk zero or `00`.
//! - Any other run counts where it is written like a telephone number: `+…`, 3-3-4, 3-4, a leading zero, or two and more groups of
//!   8 to 15 digits. Dates, years, ZIP+4, times, amounts, thousands and dotted addresses are none.
//! - A bare run of 10 to 15 digits is one; of 7 to 9 only where it is not round and nothing says "order", "invoice" or the like.

/// A telephone number as written in a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Bytes into the script.
    pub start: usize,
    pub end: usize,
    pub digits: usize,
    /// Runs of digits as written: `415-555-0123` has three.
    pub groups: usize,
    /// Whether it is the seller's own.
    pub sellers: bool,
}

impl Written {
    /// Two digits a second and a breath of 0.4 s between the groups.
    pub fn seconds(&self) -> f64 {
        self.digits as f64 / 2.0 + 0.4 * self.groups.saturating_sub(1) as f64
    }
}

/// Every telephone number of a script, in order. `sellers` is E.164.
pub fn find(script: &str, sellers: Option<&str>) -> Vec<Written> {
    let groups = digit_groups(script);
    let own = sellers.map(Own::new);
    let mut found = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let taken = own.as_ref().and_then(|own| own.matches(script, &groups[at..])).map(|n| (n, true));
        let taken = taken.or_else(|| written_like_one(script, &groups, at).map(|n| (n, false)));
        let Some((count, sellers)) = taken else {
            at += 1;
            continue;
        };
        let run = &groups[at..at + count];
        let digits = run.iter().map(|g| g.digits.len()).sum();
        let end = run.last().map_or(0, |g| g.end);
        found.push(Written { start: opening(script, run[0].start), end, digits, groups: count, sellers });
        at += count;
    }
    found
}

/// A run of ASCII digits.
struct Group<'a> {
    start: usize,
    end: usize,
    digits: &'a str,
}

fn digit_groups(script: &str) -> Vec<Group<'_>> {
    let bytes = script.as_bytes();
    let mut groups = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        groups.push(Group { start, end: at, digits: &script[start..at] });
    }
    groups
}

/// Where the number starts with its `+` and its bracket.
fn opening(script: &str, start: usize) -> usize {
    let before = &script[..start];
    let trimmed = before.strip_suffix('(').unwrap_or(before);
    trimmed.strip_suffix('+').unwrap_or(trimmed).len()
}

fn has_plus(script: &str, start: usize) -> bool {
    script[opening(script, start)..start].contains('+')
}

/// The seller's number in the digit strings a person may write it as.
struct Own {
    forms: Vec<String>,
}

impl Own {
    fn new(e164: &str) -> Self {
        let all: String = e164.chars().filter(char::is_ascii_digit).collect();
        let code = country_code_length(&all);
        let (country, national) = all.split_at(code.min(all.len()));
        let mut forms = vec![format!("00{all}"), format!("011{all}"), format!("{country}0{national}"), all.clone(), format!("0{national}")];
        match country {
            "7" => forms.push(format!("8{national}")),
            "36" => forms.push(format!("06{national}")),
            _ => {}
        }
        forms.push(national.to_owned());
        forms.retain(|form| form.len() >= 5);
        crate::order::by_key(&mut forms, |form| std::cmp::Reverse(form.len()));
        Self { forms }
    }

    /// How many of the groups are this number.
    fn matches(&self, script: &str, groups: &[Group<'_>]) -> Option<usize> {
        let first = groups.first()?;
        if script[..first.start].chars().next_back().is_some_and(char::is_alphanumeric) {
            return None;
        }
        self.forms.iter().find_map(|form| {
            let mut rest = form.as_str();
            for (n, group) in groups.iter().enumerate() {
                if n > 0 && !any_separator(&script[groups[n - 1].end..group.start]) {
                    return None;
                }
                rest = rest.strip_prefix(group.digits)?;
                if rest.is_empty() {
                    return (!followed_by_letter(script, group.end)).then_some(n + 1);
                }
            }
            None
        })
    }
}

fn followed_by_letter(script: &str, end: usize) -> bool {
    script[end..].chars().next().is_some_and(char::is_alphanumeric)
}

/// ITU-T E.164 assignments: `1` and `7` alone, two digits for the listed ones, else three.
pub fn country_code_length(digits: &str) -> usize {
    const TWO: [&str; 44] = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54",
        "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];
    match digits.as_bytes() {
        [b'1' | b'7', ..] => 1,
        [_, _, ..] if TWO.contains(&&digits[..2]) => 2,
        _ => 3,
    }
}

fn any_separator(between: &str) -> bool {
    between.chars().count() <= 6 && between.chars().all(|c| c.is_whitespace() || "-.,()/…·–—‑−".contains(c))
}

fn strict_separator(between: &str) -> bool {
    matches!(
        between,
        "-" | " " | "." | "/" | "\u{a0}" | "\u{2009}" | "\u{202f}" | "‑" | "–" | ") " | ")" | ")-" | " (" | "-(" | " - " | ".(" | ")\u{a0}"
    )
}

/// How many groups from `at` on are written like a telephone number.
fn written_like_one(script: &str, groups: &[Group<'_>], at: usize) -> Option<usize> {
    let first = &groups[at];
    let plus = has_plus(script, first.start);
    let mut before = script[..opening(script, first.start)].chars().rev();
    // "Tel:415-555-0123" is one; "10:415", "3.415" and "a/415" are parts of something else.
    let glued = match before.next() {
        Some(':' | ',') => before.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric() || "$€£¥#@_=.-/–".contains(c),
        None => false,
    };
    if glued {
        return None;
    }
    let mut chain = 1;
    while let Some(next) = groups.get(at + chain) {
        if chain >= 8 || !strict_separator(&script[groups[at + chain - 1].end..next.start]) {
            break;
        }
        chain += 1;
    }
    let chain = &groups[at..at + chain];
    let lengths: Vec<usize> = chain.iter().map(|g| g.digits.len()).collect();
    let separators: Vec<&str> = chain.windows(2).map(|w| &script[w[0].end..w[1].start]).collect();
    let count = length_of_number(chain, &lengths, &separators, plus, script)?;
    let end = chain[count - 1].end;
    let after = &script[end..];
    let mut next = after.chars();
    let glued = match next.next() {
        Some(c) if c.is_alphanumeric() => !matches!(c, 'x' | 'X'),
        Some('%' | '€' | '$' | '£' | '@' | ':' | '_') => true,
        Some(',' | '.' | '/' | '-') => next.next().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    };
    (!glued).then_some(count)
}

fn length_of_number(chain: &[Group<'_>], lengths: &[usize], separators: &[&str], plus: bool, script: &str) -> Option<usize> {
    match lengths {
        [3, 3, 4, ..] if !plus => return Some(3),
        [1, 3, 3, 4, ..] if chain[0].digits == "1" => return Some(4),
        [1, 3, 3, 2, 2, ..] if chain[0].digits == "8" => return Some(5),
        [3, 4] if !plus && chain[0].digits.as_bytes()[0] > b'1' => return Some(2),
        _ => {}
    }
    // A change from hyphens or dots to spaces ends a number that is long enough: "555-012-345 10 people".
    let mut count = 1;
    let mut total = lengths[0];
    for n in 1..lengths.len() {
        let turned = n > 1 && separators[n - 1] == " " && separators[n - 2] != " " && !separators[n - 2].contains([')', '(']);
        if total + lengths[n] > 15 || turned && total >= 7 {
            break;
        }
        total += lengths[n];
        count += 1;
    }
    let (chain, lengths, separators) = (&chain[..count], &lengths[..count], &separators[..count - 1]);
    if plus {
        return (7..=15).contains(&total).then_some(count);
    }
    if count == 1 {
        return bare_run(&chain[0], script).then_some(1);
    }
    if is_date(chain) || is_years(chain) || is_zip(lengths, separators) || is_address(chain, separators) || is_thousands(chain, separators)
    {
        return None;
    }
    let zero = chain[0].digits.starts_with('0') || separators.first().is_some_and(|s| s.contains(')'));
    let grouped = (8..=15).contains(&total) && lengths.iter().all(|&n| n >= 2);
    (zero && (7..=15).contains(&total) || grouped).then_some(count)
}

/// Ten digits and more are a number; fewer only where they are not round and no word before says otherwise.
fn bare_run(group: &Group<'_>, script: &str) -> bool {
    match group.digits.len() {
        10..=15 => !group.digits.ends_with("00000"),
        7..=9 => {
            let before = script[..group.start].trim_end_matches(|c: char| c.is_whitespace() || "#:.".contains(c));
            let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase();
            !group.digits.ends_with("000")
                && !["order", "invoice", "account", "reference", "ref", "case", "ticket", "id", "po", "part", "sku", "policy", "claim"]
                    .contains(&word.as_str())
        }
        _ => false,
    }
}

fn is_date(chain: &[Group<'_>]) -> bool {
    let [a, b, c] = chain else { return false };
    let value = |g: &Group<'_>| g.digits.parse::<u32>().unwrap_or(u32::MAX);
    let (x, y, z) = (value(a), value(b), value(c));
    let day_and_month = |p: u32, q: u32| (1..=12).contains(&p) && (1..=31).contains(&q) || (1..=31).contains(&p) && (1..=12).contains(&q);
    let year = |g: &Group<'_>, v: u32| g.digits.len() == 4 && (1900..2100).contains(&v);
    year(a, x) && b.digits.len() <= 2 && c.digits.len() <= 2 && day_and_month(y, z)
        || year(c, z) && a.digits.len() <= 2 && b.digits.len() <= 2 && day_and_month(x, y)
}

fn is_years(chain: &[Group<'_>]) -> bool {
    chain.iter().all(|g| g.digits.len() == 4 && (g.digits.starts_with("19") || g.digits.starts_with("20")))
}

fn is_zip(lengths: &[usize], separators: &[&str]) -> bool {
    lengths == [5, 4] && separators == ["-"]
}

fn is_address(chain: &[Group<'_>], separators: &[&str]) -> bool {
    chain.len() == 4
        && separators.iter().all(|s| *s == ".")
        && chain.iter().all(|g| g.digits.len() <= 3 && g.digits.parse::<u16>().is_ok_and(|n| n < 256))
}

/// `1.000.000` and `10 000 000`.
fn is_thousands(chain: &[Group<'_>], separators: &[&str]) -> bool {
    separators.iter().all(|s| matches!(*s, "." | " " | "\u{a0}" | "\u{202f}" | "\u{2009}"))
        && chain[0].digits.len() <= 3
        && chain[1..].iter().all(|g| g.digits.len() == 3)
        && chain.last().is_some_and(|g| g.digits == "000")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'a>(script: &'a str, sellers: Option<&str>) -> Vec<&'a str> {
        find(script, sellers).iter().map(|n| &script[n.start..n.end]).collect()
    }

    #[test]
    fn numbers_written_to_be_read_are_found() {
        for (script, number, digits, groups) in [
            ("Call 415-555-0123.", "415-555-0123", 10, 3),
            ("Call (415) 555-0123, please.", "(415) 555-0123", 10, 3),
            ("Call +1 415 555 0123!", "+1 415 555 0123", 11, 4),
            ("Call 1-800-555-0199", "1-800-555-0199", 11, 4),
            ("Call 415.555.0123.", "415.555.0123", 10, 3),
            ("Call 4155550123 now", "4155550123", 10, 1),
            ("Call 555-0123 now", "555-0123", 7, 2),
            ("Call 020 7946 0123.", "020 7946 0123", 11, 3),
            ("Call +44 20 7946 0123.", "+44 20 7946 0123", 12, 4),
            ("Call 0491 570 006.", "0491 570 006", 10, 3),
            ("Call 01 23 45 67 89.", "01 23 45 67 89", 10, 5),
            ("Call 030 901820.", "030 901820", 9, 2),
            ("Call 6123 4567.", "6123 4567", 8, 2),
            ("Call 1300 975 707.", "1300 975 707", 10, 3),
            ("Call 415-555-0123 10 times", "415-555-0123", 10, 3),
            ("Tel:415-555-0123", "415-555-0123", 10, 3),
            ("I'm Ann,415-555-0123", "415-555-0123", 10, 3),
            ("Call 0 800 123 4567.", "0 800 123 4567", 11, 4),
        ] {
            let found = find(script, None);
            assert_eq!(texts(script, None), [number], "{script}");
            assert_eq!((found[0].digits, found[0].groups), (digits, groups), "{script}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for script in [
            "on 2026-11-23",
            "on 11/23/2026",
            "on 23.11.2026",
            "from 2019-2024",
            "worth $1,250,000 a year",
            "worth 1.000.000 euros",
            "some 10 000 000 units",
            "in Chicago, IL 60601-1234",
            "from 17:15-18:30",
            "server 192.168.100.200",
            "order 12345678",
            "about 1500000 people",
            "the 3.1415926 of it",
            "call at 5:15 or 8:00",
            "50 people by 31 May 2026",
            "1234567890123456",
        ] {
            assert_eq!(texts(script, None), Vec::<&str>::new(), "{script}");
        }
    }

    #[test]
    fn the_sellers_number_counts_in_any_grouping() {
        for (script, e164) in [
            ("41 55 55 01 23", "+14155550123"),
            ("415, 555, 0123", "+14155550123"),
            ("415... 555... 0123", "+14155550123"),
            ("+1 (415) 555 01 23", "+14155550123"),
            ("4-1-5-5-5-5-0-1-2-3", "+14155550123"),
            ("020 7946 0123", "+442079460123"),
            ("+44 (0)20 7946 0123", "+442079460123"),
            ("0044 20 7946 0123", "+442079460123"),
            ("8 495 123 45 67", "+74951234567"),
        ] {
            let found = find(script, Some(e164));
            assert_eq!(found.len(), 1, "{script}");
            assert!(found[0].sellers && found[0].start == 0 && found[0].end == script.len(), "{script} {found:?}");
        }
        assert!(find("415-555-0124", Some("+14155550123")).iter().all(|n| !n.sellers));
        assert!(find("4155550123456", Some("+14155550123")).iter().all(|n| !n.sellers));
    }

    #[test]
    fn seconds_price_digits_and_breaths() {
        let found = find("415-555-0123", None);
        assert!((found[0].seconds() - 5.8).abs() < 1e-9);
    }
}
