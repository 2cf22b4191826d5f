//! How long something is waited for: by the time that this program runs, so that a machine that is stopped and goes on fails no test.

use std::time::{Duration, Instant};

/// A wait that comes to its end. Ask it at least every few seconds.
#[derive(Debug, Clone)]
pub struct Patience {
    left: Duration,
    last: Instant,
}

/// More than this between two questions is a machine, or a program, that stood still.
const STEP: Duration = Duration::from_secs(10);

impl Patience {
    pub fn of(whole: Duration) -> Self {
        Self { left: whole, last: Instant::now() }
    }

    /// Whether it has run out by now.
    pub fn is_over(&mut self) -> bool {
        let now = Instant::now();
        self.pass(now.duration_since(self.last));
        self.last = now;
        self.left.is_zero()
    }

    fn pass(&mut self, time: Duration) {
        self.left = self.left.saturating_sub(time.min(STEP));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_in_which_everything_stood_still_is_one_step() {
        let mut patience = Patience::of(Duration::from_secs(30));
        patience.pass(Duration::from_secs(3600));
        assert!(!patience.is_over());
        for _ in 0..10 {
            patience.pass(Duration::from_secs(2));
        }
        assert!(patience.is_over());
    }
}
