//! Numbers in the groups they are read in.

use aftertone::draft::number::read_aloud;

/// "+1 312-555-0100" for an E.164 number; anything else as it was written.
pub(crate) fn written(number: &str) -> String {
    let e164 = number.strip_prefix('+').is_some_and(|rest| (7..=15).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_digit()));
    if e164 { read_aloud(number, true) } else { number.to_owned() }
}

/// "415 – 555 – 0123", as the script writes the seller's number; blank where the script does not say it.
pub(crate) fn groups(script: &str, telephone: &str) -> String {
    let wanted: String = telephone.chars().filter(char::is_ascii_digit).collect();
    if wanted.len() < 7 {
        return String::new();
    }
    let written = numbers(script).find(|number| {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        digits.len() >= 7 && wanted.ends_with(&digits)
    });
    let Some(written) = written else { return String::new() };
    let groups: Vec<&str> = written.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    groups.join(" – ")
}

/// Runs of digits with what stands between them in a written number.
fn numbers(script: &str) -> impl Iterator<Item = &str> {
    let inside = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+' | '.' | '/' | '\u{2011}' | '\u{2013}' | '\u{a0}');
    script.split(move |c: char| !inside(c)).map(|run| run.trim_matches(|c: char| !c.is_ascii_digit())).filter(|run| !run.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_read_in_the_groups_it_is_written_in() {
        let script = "Hi Dana, it's Sam, 415-555-0123. We moved 12 mills. Again, 415-555-0123.";
        assert_eq!(groups(script, "+14155550123"), "415 – 555 – 0123");
        assert_eq!(groups("Call +44 20 7946 0000.", "+442079460000"), "44 – 20 – 7946 – 0000");
        assert_eq!(groups("No number here, only 12 mills.", "+14155550123"), "");
    }

    #[test]
    fn a_number_to_dial_is_written_in_groups_and_words_are_left_alone() {
        assert_eq!(written("+13125550100"), "+1 312-555-0100");
        assert_eq!(written("+493012345678"), "+49 30 12345678");
        for as_written in ["(312) 555-0142", "312.555.0142 ext. 7", "+", "+1 312 555 0100", ""] {
            assert_eq!(written(as_written), as_written);
        }
    }
}
