//! A second memory of how much the notebook holds, kept in another store: a truncated store loses the newest touches together with its own
//! count of them, and nothing in it would show that.

use serde::{Deserialize, Serialize};

use super::{line, notebook::Total};

/// What the second store remembers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mirror {
    total: Total,
    /// Events that went missing before later ones were added.
    lost: u64,
}

impl Mirror {
    /// Of the text that [`Mirror::text`] gave. What can't be read remembers nothing.
    pub fn read(text: Option<&str>) -> Self {
        text.and_then(|text| line::read(text).ok()).unwrap_or_default()
    }

    pub fn text(&self) -> String {
        line::write(self)
    }

    /// After a change from `before` to `after`. What was missing before it stays missing, however much is added.
    #[must_use]
    pub fn changed(self, before: Total, after: Total) -> Self {
        Self { total: after, lost: self.missing(before) }
    }

    /// How many events the notebook should hold and does not.
    pub fn missing(&self, stored: Total) -> u64 {
        let newest_gone = u64::from(self.total.last > stored.last);
        self.lost + self.total.events.saturating_sub(stored.events).max(newest_gone)
    }

    /// So many of the missing events were brought back from a backup, and `stored` is what there is now.
    #[must_use]
    pub fn came_back(self, count: u64, stored: Total) -> Self {
        Self { total: stored, lost: self.missing(stored).saturating_sub(count) }
    }

    /// Once the user restored a backup or chose to go on without what is missing.
    #[must_use]
    pub fn settled(stored: Total) -> Self {
        Self { total: stored, lost: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::touch::ulid::Ulid;

    fn total(events: u64, last: u64) -> Total {
        Total { prospects: 1, events, last: Some(Ulid::new(last, 0)) }
    }

    #[test]
    fn a_loss_is_told_until_it_is_settled() {
        let mirror = Mirror::default().changed(total(0, 0), total(10, 10));
        assert_eq!(mirror.missing(total(10, 10)), 0);
        assert_eq!(mirror.missing(total(7, 7)), 3);
        assert_eq!(mirror.missing(Total::default()), 10, "a store that looks new is not");
        let later = mirror.changed(total(7, 7), total(12, 12));
        assert_eq!(later.missing(total(12, 12)), 3, "what is added does not hide it");
        assert_eq!(Mirror::settled(total(12, 12)).missing(total(12, 12)), 0);
        assert_eq!(mirror.missing(total(10, 9)), 1, "as many, but the newest is gone");
        assert_eq!(Mirror::read(Some(&later.text())), later);
        assert_eq!(Mirror::read(Some("garbage")).missing(total(1, 1)), 0);
    }

    #[test]
    fn what_a_backup_brings_back_is_not_missing_any_more() {
        let mirror = Mirror::default().changed(total(0, 0), total(10, 10));
        // Four are gone; an import brings three of them back, and its own writing was told.
        let told = mirror.changed(total(6, 6), total(9, 9));
        assert_eq!(told.missing(total(9, 9)), 4);
        let back = told.came_back(3, total(9, 9));
        assert_eq!(back.missing(total(9, 9)), 1);
        assert_eq!(back.came_back(5, total(14, 14)).missing(total(14, 14)), 0);
    }

    #[test]
    fn a_deletion_by_the_user_is_no_loss() {
        let mirror = Mirror::default().changed(total(0, 0), total(10, 10));
        let deleted = mirror.changed(total(10, 10), total(4, 10));
        assert_eq!(deleted.missing(total(4, 10)), 0);
    }
}
