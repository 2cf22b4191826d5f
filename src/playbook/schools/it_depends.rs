use crate::{
    playbook::{Playbook, Stranger},
    situation::School,
};

/// Seed 001: a list of when to leave and when not (A06 to A15).
pub(in crate::playbook) const PLAYBOOK: Playbook = Playbook {
    school: School::ItDepends,
    seed: "001",
    name: "It depends",
    says: "Leave one where they know you, or where they need to know something; not on a cold call.",
    spacing_days: 7,
    warm_tries_live_first: false,
    stranger_tries_live_first: true,
    minds_exclusions: true,
    stranger: Stranger::WithOneOf(&["valuable_information"]),
};
