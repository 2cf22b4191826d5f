//! How long ago it was what a hook tells: congratulations come late after a year and a half.

use jiff::civil::Date;

use crate::{
    moment::calendar::{MONTHS, day, days_between},
    prospect::{Hook, STALE_DAYS},
};

/// Whether it is older than 18 months by its date, or else by the year in its own words ("In 1999 she was appointed").
pub(super) fn is_stale(hook: &Hook, today: Date) -> bool {
    match hook.date.as_deref().and_then(day) {
        Some(date) => days_between(date, today).is_some_and(|age| age > STALE_DAYS),
        None => years(&hook.text).max().is_some_and(|year| year < i32::from(today.year()) - 1),
    }
}

/// The years in which something happened: not those since which something is so.
fn years(text: &str) -> impl Iterator<Item = i32> {
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // "2010 saw us celebrate": what opens with a year is about it.
    let pairs = ["in"].into_iter().chain(words()).zip(words());
    // "in 2005", "during 2005", "of 2005", "May 2005".
    let happened = |before: &str| ["in", "during", "of"].iter().chain(&MONTHS).any(|word| word.eq_ignore_ascii_case(before));
    pairs.filter(move |(before, _)| happened(before)).filter_map(|(_, year)| {
        let year: i32 = year.parse().ok().filter(|_| year.len() == 4)?;
        (1900..=2100).contains(&year).then_some(year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prospect::HookKind;

    fn stale(text: &str, date: Option<&str>) -> bool {
        let hook = Hook { id: String::new(), kind: HookKind::News, text: text.into(), date: date.map(Into::into), source: String::new() };
        is_stale(&hook, Date::constant(2026, 11, 23))
    }

    #[test]
    fn eighteen_months_are_the_measure() {
        assert!(stale("Named Supplier of the Year", Some("2025-05-23")));
        assert!(!stale("Named Supplier of the Year", Some("2025-05-24")));
        assert!(!stale("Named Supplier of the Year", None));
        // What the page dates counts before what its words name.
        assert!(!stale("Back to where we stood in 2019", Some("2026-10-01")));
    }

    #[test]
    fn a_year_in_the_words_tells_where_no_date_does() {
        assert!(stale("In 2005 Ada Byron was appointed General Manager", None));
        assert!(stale("In 2005 we opened, in 2010 we moved", None));
        assert!(stale("2010 saw us celebrate 25 years in business", None));
        assert!(!stale("Opened in 2005, enlarged in 2026", None));
        assert!(!stale("Members of the guild since 2005", None));
        assert!(!stale("Opened in 2025", None));
        assert!(!stale("We hired in 20055 places", None));
    }
}
