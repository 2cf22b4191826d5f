//! The five authors, each with a sentence on why they would leave or skip; by their seeds' numbers. Words are keys (`say.rs`).

use aftertone::decide::Verdict;

use super::say::say;

pub(crate) struct Author {
    pub(crate) seed: &'static str,
    /// The school, in two words: the seat's name plate.
    pub(crate) name: &'static str,
    leaves: &'static str,
    skips: &'static str,
}

pub(crate) const AUTHORS: [Author; 5] = [
    Author { seed: "000", name: "author_referral", leaves: "referral_leaves", skips: "referral_skips" },
    Author { seed: "001", name: "author_depends", leaves: "depends_leaves", skips: "depends_skips" },
    Author { seed: "002", name: "author_prepare", leaves: "prepare_leaves", skips: "prepare_skips" },
    Author { seed: "003", name: "author_always", leaves: "always_leaves", skips: "always_skips" },
    Author { seed: "004", name: "author_patience", leaves: "patience_leaves", skips: "patience_skips" },
];

pub(crate) fn says(author: &Author, vote: Verdict) -> String {
    say(if vote == Verdict::Leave { author.leaves } else { author.skips })
}
