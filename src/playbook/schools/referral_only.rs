use crate::{
    playbook::{Playbook, Stranger},
    situation::School,
};

/// Seed 000: strangers never, and voicemail is the last resort (A01, A02, A04).
pub(in crate::playbook) const PLAYBOOK: Playbook = Playbook {
    school: School::ReferralOnly,
    seed: "000",
    name: "Referral only",
    says: "Never leave one for a stranger; hit zero, and keep voicemail as the last resort.",
    spacing_days: 7,
    warm_tries_live_first: true,
    stranger_tries_live_first: true,
    minds_exclusions: true,
    stranger: Stranger::Never,
};
