//! Results in words: counts, shares and how sure they are.

use aftertone::{
    draft::frame,
    results::{Line, Odds, Says, Tally},
    store::profile::Pin,
};

use super::{labels, pins, sentence};

/// "3.6 % (0.8 to 8.1 %)".
pub(crate) fn odds(odds: Odds) -> String {
    let [low, mean, high] = [odds.low, odds.mean, odds.high].map(|share| share * 100.0);
    format!("{mean:.1} % ({low:.1} to {high:.1} %)")
}

/// "14 left, 1 called back, 1 replied".
pub(crate) fn tally(tally: Tally) -> String {
    format!("{} left, {} called back, {} replied", tally.left, tally.called_back, tally.replied)
}

/// One sentence over a list: who stands out, or that nobody does.
pub(crate) fn verdict(lines: &[Line], name: impl Fn(&str) -> String) -> String {
    let said = |says: Says| lines.iter().find(|line| line.says == says).map(|line| name(&line.id));
    match (said(Says::Most), said(Says::Least)) {
        (Some(most), _) => format!("{most} is answered most: its whole interval lies above every other."),
        (None, Some(least)) => format!("{least} is answered least: its whole interval lies below every other."),
        (None, None) if lines.len() < 2 => "Nothing to compare it with yet.".into(),
        (None, None) => "Too few to tell: the intervals overlap.".into(),
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

/// "09:00 to 10:00".
pub(crate) fn hour(id: &str) -> String {
    let hour: u8 = id.parse().unwrap_or_default();
    format!("{hour:02}:00 to {:02}:00", hour + 1)
}

/// A pin by its id, one that is gone, or a starter.
pub(crate) fn pin(id: &str, all: &[Pin]) -> String {
    match (all.iter().find(|pin| pin.id == id), frame::of_starter(id)) {
        (Some(pin), _) => pins::title(pin),
        (None, Some(frame)) => format!("Starter: {frame}"),
        (None, None) => "A script that is not pinned any more".into(),
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
        assert_eq!(odds(lines[0].odds), "3.6 % (0.1 to 8.1 %)");
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
