use crate::{
    playbook::{Playbook, Stranger},
    situation::School,
};

/// Seed 004: keep calling and leave messages, three in ten days, then a month off (A17, A18, A46, A47).
pub(in crate::playbook) const PLAYBOOK: Playbook = Playbook {
    school: School::Persistent,
    seed: "004",
    name: "Persistent",
    says: "Keep calling and leave messages too: three in ten days, then rest a month.",
    spacing_days: 3,
    warm_tries_live_first: false,
    stranger_tries_live_first: false,
    minds_exclusions: false,
    stranger: Stranger::Always,
};
