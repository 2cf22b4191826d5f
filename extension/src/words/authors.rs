//! The five authors, each with a sentence on why they would leave or skip; by their seeds' numbers.

use aftertone::decide::Verdict;

pub(crate) struct Author {
    pub(crate) seed: &'static str,
    /// The school, in two words: the seat's name plate.
    pub(crate) name: &'static str,
    leaves: &'static str,
    skips: &'static str,
}

pub(crate) const AUTHORS: [Author; 5] = [
    Author {
        seed: "000",
        name: "Referral",
        leaves: "They know you or were told of you: a message is welcome.",
        skips: "Never to somebody who does not know you; a stranger calls back once or twice in a hundred.",
    },
    Author {
        seed: "001",
        name: "Depends",
        leaves: "You have history, or news they need: a prepared message gets an answer.",
        skips: "A cold or exploratory call gains nothing by a message; find a way round the machine.",
    },
    Author {
        seed: "002",
        name: "Prepare",
        leaves: "Goal, name, number and reason are ready: it is a sales presentation, not improvised.",
        skips: "Something is not prepared yet; never wing it.",
    },
    Author { seed: "003", name: "Always", leaves: "It costs nothing, and somebody might listen.", skips: "Every machine is a chance." },
    Author {
        seed: "004",
        name: "Patience",
        leaves: "Do both, leave and keep calling, up to three messages in ten days.",
        skips: "Three messages in ten days are enough; lay off for a month.",
    },
];

pub(crate) fn says(author: &Author, vote: Verdict) -> &'static str {
    if vote == Verdict::Leave { author.leaves } else { author.skips }
}
