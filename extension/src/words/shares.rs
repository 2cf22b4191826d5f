//! Results in words: counts, shares and how sure they are.

use aftertone::{
    draft::frame,
    results::{Line, Odds, Says, Tally},
    store::profile::Pin,
};
use jiff::civil;

use super::{
    date as dates, decimal, labels, pins,
    say::{say, say_with},
    sentence,
};

/// "3.6% (0.8 to 8.1%)".
pub(crate) fn odds(odds: Odds) -> String {
    let [low, mean, high] = [odds.low, odds.mean, odds.high].map(|share| share * 100.0);
    say_with("share_between", &[&decimal(mean), &decimal(low), &decimal(high)])
}

/// "14 left, 1 called back, 1 replied".
pub(crate) fn tally(tally: Tally) -> String {
    say_with("left_called_replied", &[&tally.left.to_string(), &tally.called_back.to_string(), &tally.replied.to_string()])
}

/// One sentence over a list: who stands out, or that nobody does.
pub(crate) fn verdict(lines: &[Line], name: impl Fn(&str) -> String) -> String {
    let said = |says: Says| lines.iter().find(|line| line.says == says).map(|line| name(&line.id));
    match (said(Says::Most), said(Says::Least)) {
        (Some(most), _) => say_with("answered_most", &[&most]),
        (None, Some(least)) => say_with("answered_least", &[&least]),
        (None, None) if lines.len() < 2 => say("nothing_to_compare"),
        (None, None) => say("too_few_to_tell"),
    }
}

/// The right end of a scale that holds every interval, as a share: 5, 10, 20, 50 or 100 per cent.
pub(crate) fn scale(lines: &[Line]) -> f64 {
    let high = lines.iter().map(|line| line.odds.high).fold(0.0, f64::max);
    [0.05, 0.1, 0.2, 0.5].into_iter().find(|end| high <= *end).unwrap_or(1.0)
}

pub(crate) fn angle(id: &str) -> String {
    sentence(&labels::angle(id, &[]))
}

pub(crate) fn frame(id: &str) -> String {
    sentence(&labels::frame(id))
}

/// "09:00 to 10:00", "9:00 AM to 10:00 AM".
pub(crate) fn hour(id: &str) -> String {
    let hour: i8 = id.parse().unwrap_or_default();
    let at = |hour: i8| dates::time(civil::date(2024, 1, 1).at(hour.rem_euclid(24), 0, 0, 0));
    say_with("hour_to", &[&at(hour), &at(hour + 1)])
}

/// A pin by its id, one that is gone, or a starter.
pub(crate) fn pin(id: &str, all: &[Pin]) -> String {
    match (all.iter().find(|pin| pin.id == id), frame::of_starter(id)) {
        (Some(pin), _) => pins::title(pin),
        (None, Some(frame)) => say_with("starter_named", &[&labels::frame(frame)]),
        (None, None) => say("script_gone"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: &str, high: f64, says: Says) -> Line {
        Line { id: id.into(), tally: Tally { left: 14, called_back: 1, replied: 0 }, odds: Odds { low: 0.001, mean: 0.0364, high }, says }
    }

    #[test]
    fn shares_in_words() {
        let lines = [line("hiring", 0.0812, Says::Most), line("new_role", 0.04, Says::TooFew)];
        assert_eq!(odds(lines[0].odds), "3.6% (0.1 to 8.1%)");
        assert_eq!(tally(lines[0].tally), "14 left, 1 called back, 0 replied");
        assert_eq!(verdict(&lines, angle), "Hiring is answered most: its whole interval lies above every other.");
        assert_eq!(verdict(&lines[1..], angle), "Nothing to compare it with yet.");
        assert_eq!(verdict(&[lines[1].clone(), lines[1].clone()], angle), "Too few to tell: the intervals overlap.");
        assert_eq!((scale(&lines), scale(&lines[1..]), scale(&[line("", 0.9, Says::TooFew)])), (0.1, 0.05, 1.0));
        assert_eq!((hour("09"), angle("new_role")), ("09:00 to 10:00".into(), "New role".into()));
    }

    #[test]
    fn a_pin_that_is_gone_still_counts() {
        let known = Pin { id: "a".into(), name: "short".into(), ..Pin::default() };
        let name = |id| pin(id, std::slice::from_ref(&known));
        assert_eq!((name("a").as_str(), name("five-steps").as_str()), ("short", "Starter: five steps"));
        assert!(name("b").contains("not pinned any more"));
    }
}
