use crate::{
    playbook::{Playbook, Stranger},
    situation::School,
};

/// All five: a stranger gets a message where there is a specific reason to leave it.
pub(in crate::playbook) const PLAYBOOK: Playbook = Playbook {
    school: School::Balanced,
    seed: "all",
    name: "Balanced",
    says: "Try live first, then leave a short message that is about this person.",
    spacing_days: 7,
    warm_tries_live_first: false,
    stranger_tries_live_first: true,
    minds_exclusions: true,
    stranger: Stranger::WithOneOf(&["page_hook", "connection", "valuable_information"]),
};
