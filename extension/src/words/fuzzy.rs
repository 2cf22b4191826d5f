//! Finding somebody by what one remembers of them: parts of words, in any order, with a letter wrong.

/// What is searched of one person, made once.
pub(crate) fn hay(parts: [&str; 4]) -> String {
    parts.join(" ").to_lowercase()
}

/// Whether two telephone numbers are the same line: in E.164 both, or the shorter one as it is dialled within its country.
pub(crate) fn same_number(a: &str, b: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (a, b) = (digits(a), digits(b));
    let (long, short) = if a.len() < b.len() { (&b, &a) } else { (&a, &b) };
    // A national prefix is not dialled from abroad.
    let short = short.trim_start_matches('0');
    short.len() >= 7 && long.ends_with(short)
}

/// Whether it reads like a telephone number and like nothing else.
pub(crate) fn is_number(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-./()\u{a0}\u{2010}\u{2011}\u{2013}".contains(c);
    text.chars().all(plain) && text.chars().filter(char::is_ascii_digit).count() >= 7
}

/// How well the words fit, 0 for not at all: every one of them must be found. `query` in lower case.
pub(crate) fn fits(hay: &str, query: &str) -> u32 {
    let mut sum = 1;
    for wanted in query.split_whitespace() {
        let found = if hay.starts_with(wanted) {
            8
        } else if let Some(at) = hay.find(wanted) {
            // At the beginning of a word, or within one.
            if hay.get(..at).is_some_and(|before| before.ends_with(|c: char| !c.is_alphanumeric())) { 6 } else { 3 }
        } else if wanted.len() > 3 && hay.split_whitespace().any(|word| nearly(word, wanted)) {
            1
        } else {
            return 0;
        };
        sum += found;
    }
    sum
}

/// The word begins with what is wanted but for one letter: another one, one too many, one too few, or two changed round.
fn nearly(word: &str, wanted: &str) -> bool {
    let mut word = word.chars();
    let mut wanted = wanted.chars();
    loop {
        let (before, asked) = (word.clone(), wanted.clone());
        match (word.next(), wanted.next()) {
            (_, None) => return true,
            (Some(a), Some(b)) if a == b => {}
            (None, Some(_)) => return asked.count() <= 1,
            (Some(a), Some(b)) => {
                let rest: String = wanted.clone().collect();
                let begins = |there: std::str::Chars<'_>, rest: &str| there.as_str().starts_with(rest);
                let swapped = || {
                    let (mut there, mut asked) = (word.clone(), wanted.clone());
                    there.next() == Some(b) && asked.next() == Some(a) && begins(there, asked.as_str())
                };
                return begins(word.clone(), &rest) || begins(before, &rest) || begins(word.clone(), asked.as_str()) || swapped();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_however_it_is_written() {
        for written in ["+1 312 555 0142", "(312) 555-0142", "312.555.0142", "555-0142", "+13125550142"] {
            assert!(is_number(written) && same_number(written, "+13125550142"), "{written}");
        }
        assert!(same_number("030 5550100", "+49305550100") && same_number("+49 30 5550100", "030 5550100"));
        assert!(!same_number("+1 312 555 0143", "+13125550142") && !same_number("0142", "+13125550142") && !same_number("", ""));
        assert!(!is_number("Suite 5550142") && !is_number("2026") && is_number("312–555–0142"));
    }

    #[test]
    fn parts_of_words_in_any_order_with_a_letter_wrong() {
        let hay = hay(["Dana Whitfield", "Larkspur Packaging", "dana@larkspur.example", "+13125550142"]);
        for found in ["dana", "whit lark", "packaging dana", "5550142", "whitfeld", "whitfieldd", "whjtfield", "hwitfield", "larkspru", ""]
        {
            assert!(fits(&hay, found) > 0, "{found}");
        }
        for other in ["ravi", "dana smith", "wxyzfield", "dna"] {
            assert_eq!(fits(&hay, other), 0, "{other}");
        }
        assert!(fits(&hay, "dana") > fits(&hay, "lark"));
        assert!(fits(&hay, "lark") > fits(&hay, "spur"));
    }
}
