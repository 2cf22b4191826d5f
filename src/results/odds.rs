//! How often a message is answered, as far as the messages tell: the seed's word to begin with, then what was counted.

use serde::Serialize;

use super::beta;

/// Answers and silences that count beforehand. Seed 000 gives a stranger's call back "at best, about one or two percent": one and a half in a
/// hundred. It weighs as the hundred messages it speaks of, so that a lucky first week does not look like a method, and a hundred messages of
/// one's own count as much as its word.
pub const PRIOR: (f64, f64) = (1.5, 98.5);

/// Nothing known beforehand: every rate as likely as any other.
const NOTHING: (f64, f64) = (1.0, 1.0);

/// How much of what is believed lies below and above the interval together.
const OUTSIDE: f64 = 0.05;

/// The rate that is likeliest to be right, and the interval that holds it with 95 in 100. Shares from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Odds {
    pub low: f64,
    pub mean: f64,
    pub high: f64,
}

/// After `won` of `left` messages were answered, beginning with the seed's word.
pub(super) fn after(won: u32, left: u32) -> Odds {
    odds(won, left, PRIOR)
}

/// The same, from the messages alone.
pub(super) fn alone(won: u32, left: u32) -> Odds {
    odds(won, left, NOTHING)
}

fn odds(won: u32, left: u32, (answers, silences): (f64, f64)) -> Odds {
    let a = answers + f64::from(won.min(left));
    let b = silences + f64::from(left - won.min(left));
    Odds { low: beta::quantile(OUTSIDE / 2.0, a, b), mean: a / (a + b), high: beta::quantile(1.0 - OUTSIDE / 2.0, a, b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_begins_with_the_seeds_word() {
        let odds = after(0, 0);
        assert!((odds.mean - 0.015).abs() < 1e-12);
        // One and two per cent both lie well inside.
        assert!(odds.low < 0.002 && odds.high > 0.04 && odds.high < 0.05, "{odds:?}");
    }

    #[test]
    fn what_was_counted_comes_to_outweigh_it() {
        assert!(after(3, 10).high < 0.1, "three lucky ones are no method");
        let many = after(200, 1000);
        assert!((many.mean - 201.5 / 1100.0).abs() < 1e-12);
        assert!(many.low > 0.15 && many.high < 0.22, "{many:?}");
        let width = |odds: Odds| odds.high - odds.low;
        assert!(width(after(20, 1000)) < width(after(2, 100)));
    }

    #[test]
    fn every_count_gives_an_interval_around_its_mean() {
        for (won, left) in [(0, 1), (1, 1), (7, 3), (0, 100_000), (50_000, 100_000), (100_000, 100_000), (u32::MAX, u32::MAX)] {
            for odds in [after(won, left), alone(won, left)] {
                assert!(0.0 <= odds.low && odds.low < odds.high && odds.high <= 1.0, "{won} of {left}: {odds:?}");
                assert!(odds.low <= odds.mean && odds.mean <= odds.high, "{won} of {left}: {odds:?}");
            }
        }
    }
}
