//! Runs of digits that may be telephone numbers, in one line of text, as they are written. Knows no country.

use std::ops::Range;

/// Digits in groups, with what separates them. Several numbers may stand in one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub plus: bool,
    pub groups: Vec<Group>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// Bytes of the line.
    pub span: Range<usize>,
    /// ASCII digits; letters of a vanity number as keys.
    pub digits: String,
    /// What stands before it, as ASCII: "", ") ", " - ", ….
    pub gap: String,
    /// It had letters.
    pub vanity: bool,
}

/// No number has more digits in one piece.
const LONGEST_GROUP: usize = 16;
/// Beyond this a run is a table of figures.
const MOST_GROUPS: usize = 40;

/// A character as the ASCII sign it stands for in a number; invisible marks are `None`.
pub(super) fn folded(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' | '+' | '-' | '.' | '/' | '(' | ')' | ' ' => c,
        '[' | '（' | '［' => '(',
        ']' | '）' | '］' => ')',
        '\u{ff10}'..='\u{ff19}' => digit(c, '\u{ff10}'),
        '\u{660}'..='\u{669}' => digit(c, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit(c, '\u{6f0}'),
        '\u{966}'..='\u{96f}' => digit(c, '\u{966}'),
        '\u{ff0b}' => '+',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' | '\u{30fc}' | '\u{fe63}' => '-',
        '\u{ff0e}' | '·' | '•' | '∙' | '\u{22c5}' => '.',
        '\u{ff0f}' | '\u{2044}' | '\u{2215}' => '/',
        '~' | '\u{ff5e}' => '-',
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{ad}' | '\u{feff}' => return None,
        c if c.is_whitespace() => ' ',
        _ => '\0',
    })
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or('\0')
}

/// Every run of a line, in order. Linear in the line.
pub(super) fn runs(line: &str) -> Vec<Run> {
    let mut out = Vec::new();
    let mut run: Option<Run> = None;
    let mut gap = String::new();
    let mut at = 0;
    while let Some(c) = line.get(at..).and_then(|rest| rest.chars().next()) {
        let Some(sign) = folded(c) else {
            at += c.len_utf8();
            continue;
        };
        match sign {
            '0'..='9' => {
                let group = group(line, at, std::mem::take(&mut gap), run.as_ref());
                at = group.span.end.max(at + c.len_utf8());
                let full = run.as_ref().is_some_and(|run| run.groups.len() >= MOST_GROUPS);
                if group.digits.len() > LONGEST_GROUP || full {
                    finish(&mut out, &mut run);
                } else {
                    let last = group.vanity;
                    run.get_or_insert_with(|| Run { plus: false, groups: Vec::new() }).groups.push(group);
                    if last {
                        finish(&mut out, &mut run);
                    }
                }
                continue;
            }
            '+' => {
                finish(&mut out, &mut run);
                gap.clear();
                run = Some(Run { plus: true, groups: Vec::new() });
            }
            '-' | '.' | '/' | '(' | ')' | ' ' => {
                gap.push(sign);
                // A number's own separators are short; "(0)" and ") - (" are the longest.
                if gap.len() > 5 || gap.matches('(').count() > 1 {
                    finish(&mut out, &mut run);
                    gap = gap.chars().last().map(String::from).unwrap_or_default();
                }
            }
            _ => {
                let vanity = run.as_ref().filter(|_| c.is_ascii_alphabetic()).and_then(|run| vanity(line, at, &gap, run));
                if let (Some(group), Some(open)) = (vanity, run.as_mut()) {
                    at = group.span.end.max(at + 1);
                    gap.clear();
                    open.groups.push(group);
                    finish(&mut out, &mut run);
                    continue;
                }
                finish(&mut out, &mut run);
                gap.clear();
            }
        }
        at += c.len_utf8();
    }
    finish(&mut out, &mut run);
    out
}

fn finish(out: &mut Vec<Run>, run: &mut Option<Run>) {
    if let Some(run) = run.take()
        && !run.groups.is_empty()
    {
        out.push(run);
    }
}

/// Digits in one piece, or digits and capitals of a vanity number ("7FANNIE").
fn group(line: &str, start: usize, gap: String, run: Option<&Run>) -> Group {
    if let Some(vanity) = run.and_then(|run| vanity(line, start, &gap, run)) {
        return vanity;
    }
    let mut digits = String::new();
    let mut end = start;
    for c in line.get(start..).unwrap_or_default().chars() {
        match folded(c) {
            Some(d @ '0'..='9') => digits.push(d),
            None => {}
            _ => break,
        }
        end += c.len_utf8();
    }
    Group { span: start..end, digits, gap, vanity: false }
}

/// "FLOWERS" after "1-800-", "GET-HELP" after "(312)", "CATS" after "800-555-".
fn vanity(line: &str, start: usize, gap: &str, run: &Run) -> Option<Group> {
    let lengths: Vec<usize> = run.groups.iter().map(|group| group.digits.len()).collect();
    let one = run.groups.first().is_some_and(|group| group.digits == "1");
    let (area, wanted) = match lengths.as_slice() {
        [3] => (0, 7),
        [1, 3] if one => (1, 7),
        [3, 3] => (0, 4),
        [1, 3, 3] if one => (1, 4),
        _ => return None,
    };
    if gap.is_empty() || gap.len() > 2 || run.groups.iter().any(|group| group.vanity) {
        return None;
    }
    let area = run.groups.get(area)?;
    let free = matches!(area.digits.as_str(), "800" | "833" | "844" | "855" | "866" | "877" | "888" | "900" | "300" | "180");
    let mut keys = String::new();
    let (mut letters, mut small, mut end) = (0, 0, start);
    for (at, c) in line.get(start..)?.char_indices() {
        match c {
            'A'..='Z' | 'a'..='z' => {
                letters += 1;
                small += usize::from(c.is_ascii_lowercase());
                keys.push(key(c));
                end = start + at + 1;
            }
            '0'..='9' => {
                keys.push(c);
                end = start + at + 1;
            }
            '-' | ' ' | '.' if keys.len() < wanted && !keys.is_empty() => {}
            _ => break,
        }
        if keys.len() > 12 {
            return None;
        }
        // A space ends it once it is long enough.
        if keys.len() >= wanted && line.get(end..).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric())) {
            break;
        }
    }
    let exact = keys.len() == wanted;
    let spelled = letters >= 2 && (small == 0 || exact && gap == "-" && free);
    let bracketed = area.gap.ends_with('(');
    let fits = spelled && (exact || free && small == 0 && keys.len() > wanted && keys.len() <= 10) && (free || bracketed || gap == "-");
    fits.then(|| {
        keys.truncate(wanted);
        Group { span: start..end, digits: keys, gap: gap.to_owned(), vanity: true }
    })
}

fn key(letter: char) -> char {
    match letter.to_ascii_uppercase() {
        'A'..='C' => '2',
        'D'..='F' => '3',
        'G'..='I' => '4',
        'J'..='L' => '5',
        'M'..='O' => '6',
        'P'..='S' => '7',
        'T'..='V' => '8',
        _ => '9',
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn digits(line: &str) -> Vec<String> {
        runs(line)
            .iter()
            .map(|run| {
                let groups: Vec<&str> = run.groups.iter().map(|group| group.digits.as_str()).collect();
                format!("{}{}", if run.plus { "+" } else { "" }, groups.join(" "))
            })
            .collect()
    }

    #[test]
    fn runs_are_groups_of_digits() {
        assert_eq!(digits("Tel. (312) 555-0100, or +44 (0) 20 7946 0018"), ["312 555 0100", "+44 0 20 7946 0018"]);
        assert_eq!(digits("０３－１２３４－５６７８"), ["03 1234 5678"]);
        assert_eq!(digits("id 12345678901234567890"), Vec::<String>::new());
    }

    #[test]
    fn letters_are_keys_in_vanity_numbers() {
        assert_eq!(digits("1-800-FLOWERS"), ["1 800 3569377"]);
        assert_eq!(digits("1-800-7FANNIE (1-800-732-6643)"), ["1 800 7326643", "1 800 732 6643"]);
        assert_eq!(digits("Call 1-800-GO-FEDEX today"), ["1 800 4633339"]);
        assert_eq!(digits("(312) GET-HELP"), ["312 4384357"]);
        assert_eq!(digits("800-555-CATS"), ["800 5552287"]);
        assert_eq!(digits("312 Main Street"), ["312"]);
        assert_eq!(digits("800 FREE PARKING SPACES"), ["800"]);
    }

    #[test]
    fn a_long_line_is_read_once() {
        let line = "1 ".repeat(200_000);
        assert!(runs(&line).len() > 1_000);
        let line = "+".repeat(200_000);
        assert!(runs(&line).is_empty());
    }
}
