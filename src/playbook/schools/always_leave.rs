use crate::{
    playbook::{Playbook, Stranger},
    situation::School,
};

/// Seed 003: every machine is a chance to make an impression (A16, A48).
pub(in crate::playbook) const PLAYBOOK: Playbook = Playbook {
    school: School::AlwaysLeave,
    seed: "003",
    name: "Always leave",
    says: "Every machine is a chance: leave one every seven to ten days, with an e-mail in between.",
    spacing_days: 7,
    warm_tries_live_first: false,
    stranger_tries_live_first: false,
    minds_exclusions: false,
    stranger: Stranger::Always,
};
