//! The playbooks: five schools named after the seeds' positions, as data. The disagreement between the seeds lives only here.

use crate::situation::School;

mod schools;

/// What one school would have a seller do. The procedure that weighs it is in `decide`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Playbook {
    pub school: School,
    /// The seed it follows; the default weighs all five.
    pub seed: &'static str,
    /// In a seller's words.
    pub name: &'static str,
    /// Its position in one sentence.
    pub says: &'static str,
    /// Days between two voicemails (A48).
    pub spacing_days: u16,
    /// Even somebody who knows you is tried live first: voicemail is the last resort (A04).
    pub warm_tries_live_first: bool,
    /// A stranger is tried live first (A26 to A28, A40).
    pub stranger_tries_live_first: bool,
    /// No message where an exclusion holds (A12 to A15).
    pub minds_exclusions: bool,
    /// When a stranger gets a message.
    pub stranger: Stranger,
}

/// When a stranger gets a message, after a live route was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stranger {
    Never,
    Always,
    /// Where at least one of these rules says yes.
    WithOneOf(&'static [&'static str]),
}

/// All playbooks, from never to always.
pub const PLAYBOOKS: [&Playbook; 5] = [
    &schools::referral_only::PLAYBOOK,
    &schools::it_depends::PLAYBOOK,
    &schools::balanced::PLAYBOOK,
    &schools::persistent::PLAYBOOK,
    &schools::always_leave::PLAYBOOK,
];

impl School {
    pub fn playbook(self) -> &'static Playbook {
        match self {
            Self::ReferralOnly => &schools::referral_only::PLAYBOOK,
            Self::ItDepends => &schools::it_depends::PLAYBOOK,
            Self::Balanced => &schools::balanced::PLAYBOOK,
            Self::Persistent => &schools::persistent::PLAYBOOK,
            Self::AlwaysLeave => &schools::always_leave::PLAYBOOK,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_school_has_its_own_playbook() {
        for playbook in PLAYBOOKS {
            assert_eq!(playbook.school.playbook(), playbook);
        }
    }
}
