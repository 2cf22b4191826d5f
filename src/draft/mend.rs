//! One click for each finding: the script without what it found, or with what it missed. What only the seller can know is left alone.

use super::{
    lint::{Context, Finding},
    number::read_aloud,
    telephone,
    timing::{self, sentence_ends},
};

/// The script mended in one step; none where no honest step is known.
pub fn mend(script: &str, finding: &Finding, context: &Context<'_>) -> Option<String> {
    let number = context.seller_telephone.map(|number| read_aloud(number, false));
    let mended = match finding.rule.as_str() {
        "hedges" => match hedge(&finding.text) {
            Some((start, end)) => without_words(script, finding.start + start, finding.start + end),
            None => without_sentence(script, finding.start, context)?,
        },
        "too_long" | "over_target" => without_longest(script, context)?,
        "number_twice" => number_added(script, &number?, context),
        "number_too_fast" => {
            let own = telephone::find(script, context.seller_telephone).into_iter().find(|n| n.start == finding.start && n.sellers)?;
            format!("{}{}{}", script.get(..own.start)?, number?, script.get(own.end..)?)
        }
        "no_next_step" => format!("{} Please call me back at {}.", ended(script), number?),
        "no_reason" | "name_never_said" => return None,
        _ => without_sentence(script, finding.start, context)?,
    };
    (mended != script && !mended.trim().is_empty()).then_some(mended)
}

/// The sentences as byte ranges, each with its end and the white space before it.
fn sentences(script: &str) -> Vec<(usize, usize)> {
    let mut from = 0;
    let mut found: Vec<(usize, usize)> = sentence_ends(script)
        .into_iter()
        .map(|end| {
            let end = end + script[end..].bytes().take_while(|b| matches!(b, b'.' | b'!' | b'?')).count();
            (std::mem::replace(&mut from, end), end)
        })
        .collect();
    if script.get(from..).is_some_and(|rest| !rest.trim().is_empty()) {
        found.push((from, script.len()));
    }
    found
}

fn cut(script: &str, (start, end): (usize, usize)) -> String {
    format!("{}{}", script.get(..start).unwrap_or_default(), script.get(end..).unwrap_or_default()).trim().to_owned()
}

/// Sentences that say a number stay: without it nobody calls back.
fn holds_number(script: &str, (start, end): (usize, usize), context: &Context<'_>) -> bool {
    telephone::find(script, context.seller_telephone).iter().any(|n| n.start < end && start < n.end)
}

fn without_sentence(script: &str, at: usize, context: &Context<'_>) -> Option<String> {
    let sentence = sentences(script).into_iter().find(|(start, end)| (*start..*end).contains(&at))?;
    (!holds_number(script, sentence, context)).then(|| cut(script, sentence))
}

/// The longest sentence between the first and the last goes first; both numbers stay.
fn without_longest(script: &str, context: &Context<'_>) -> Option<String> {
    let all = sentences(script);
    let middle = all.get(1..all.len().checked_sub(1)?)?;
    let spare = middle.iter().filter(|sentence| !holds_number(script, **sentence, context));
    let longest =
        spare.max_by_key(|(start, end)| timing::measure(script.get(*start..*end).unwrap_or_default(), context.pace, None).words)?;
    Some(cut(script, *longest))
}

/// Where in the words found the one stands that only hedges.
fn hedge(text: &str) -> Option<(usize, usize)> {
    const WORDS: [&str; 8] = ["just", "maybe", "perhaps", "possibly", "hopefully", "only", "simply", "quickly"];
    let mut from = 0;
    text.split(' ').find_map(|word| {
        let start = from;
        from += word.len() + 1;
        WORDS.contains(&word.to_lowercase().trim_matches(|c: char| !c.is_alphabetic())).then_some((start, start + word.len()))
    })
}

/// "I was just calling" is "I was calling".
fn without_words(script: &str, start: usize, end: usize) -> String {
    let (before, after) = (script.get(..start).unwrap_or_default(), script.get(end..).unwrap_or_default());
    let after = after.strip_prefix(',').unwrap_or(after).trim_start_matches(' ');
    let opens = before.trim_end().is_empty() || before.trim_end().ends_with(['.', '!', '?']);
    let closes = after.starts_with(['.', '!', '?']);
    let before = if closes { before.trim_end() } else { before };
    if opens { format!("{before}{}", super::material::capital(after)) } else { format!("{before}{after}") }
}

/// Early, after the first sentence; late, at the end; each only where it is missing.
fn number_added(script: &str, number: &str, context: &Context<'_>) -> String {
    let all = telephone::find(script, context.seller_telephone);
    let characters = script.chars().count().max(1);
    let early = all.iter().any(|n| n.sellers && script.get(..n.start).unwrap_or_default().chars().count() * 10 < characters * 4);
    let first = sentences(script).first().map_or(script.len(), |(_, end)| *end);
    let (opening, rest) = script.split_at(first);
    let opening = if early { opening.to_owned() } else { format!("{} My number is {number}.", ended(opening)) };
    let rest = rest.trim_end();
    let whole = format!("{opening}{rest}");
    let late = whole.ends_with(&format!("{number}."));
    if late && all.iter().filter(|n| n.sellers).count() > 1 { whole } else { format!("{} Again, my number is {number}.", ended(&whole)) }
}

fn ended(text: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() || text.ends_with(['.', '!', '?']) {
        text.to_owned()
    } else {
        format!("{}.", text.trim_end_matches([',', ';', ':']))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{super::lint::lint, *};

    fn mended(script: &str, rule: &str) -> Option<String> {
        let context = Context { seller_telephone: Some("+14155550123"), ..Context::default() };
        let finding = lint(script, &context).findings.into_iter().find(|f| f.rule == rule).unwrap();
        mend(script, &finding, &context)
    }

    #[test]
    fn each_is_mended_in_one_step() {
        for (rule, script, whole) in [
            ("hedges", "I was just calling about the dock doors.", "I was calling about the dock doors."),
            ("blame", "Hi Dana. You never called me back. We mend dock doors.", "Hi Dana. We mend dock doors."),
            ("placeholder", "Hi Dana. I saw [Company] in the news. We mend dock doors.", "Hi Dana. We mend dock doors."),
            ("number_too_fast", "Ann Lee here, 4155550123. We mend doors.", "Ann Lee here, 415-555-0123. We mend doors."),
            (
                "number_twice",
                "Ann Lee here. We mend doors.",
                "Ann Lee here. My number is 415-555-0123. We mend doors. Again, my number is 415-555-0123.",
            ),
            ("no_next_step", "We mend dock doors", "We mend dock doors. Please call me back at 415-555-0123."),
        ] {
            assert_eq!(mended(script, rule).as_deref(), Some(whole), "{rule}");
        }
    }

    #[test]
    fn a_sentence_with_the_number_is_never_cut() {
        assert_eq!(mended("You never called me back at 415-555-0123. We mend dock doors.", "blame"), None);
        assert_eq!(mended("This is Ann Lee.", "no_reason"), None);
    }

    #[test]
    fn shortening_ends_and_keeps_both_numbers() {
        let mut script = format!(
            "Ann Lee here, 415-555-0123. {}Please call me at 415-555-0123.",
            "We mend dock doors in one night for whole plants. ".repeat(12)
        );
        let context = Context { seller_telephone: Some("+14155550123"), ..Context::default() };
        while let Some(finding) =
            lint(&script, &context).findings.into_iter().find(|f| matches!(f.rule.as_str(), "too_long" | "over_target"))
        {
            let shorter = mend(&script, &finding, &context).unwrap();
            assert!(shorter.len() < script.len());
            script = shorter;
        }
        assert_eq!(script.matches("415-555-0123").count(), 2);
        assert!(!lint(&script, &context).findings.iter().any(|f| f.rule == "number_twice"), "{script}");
    }
}
