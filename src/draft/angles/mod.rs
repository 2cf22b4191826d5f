//! Ways to open a message, one a file, ranked: what they know you by first, then what is new about them, then what is new about you.

use super::material::{Line, Material};

mod commercial;
mod compliment;
mod connection;
mod customer;
mod email_too;
mod follow_up;
mod funding;
mod hiring;
mod incentive;
mod launch;
mod mid_sale;
mod new_role;
mod offer;
mod question;
mod referral;
mod rest_of_offer;
mod return_call;
mod valuable_information;

/// One way to open a message.
pub(super) struct Angle {
    pub id: &'static str,
    /// When it fits, in the seller's words.
    pub when: &'static str,
    pub seeds: &'static [&'static str],
    /// What it would say; none where it has nothing to rest on.
    pub pitch: fn(&Material<'_>) -> Option<Pitch>,
}

/// What an angle says, beside greeting, name, number and ask.
#[derive(Debug, Clone)]
pub(super) struct Pitch {
    /// Said before the seller's own name.
    pub lead: Option<Line>,
    pub body: Vec<Line>,
}

impl Pitch {
    fn lead(line: Line) -> Self {
        Self { lead: Some(line), body: vec![] }
    }

    fn body(line: Line) -> Self {
        Self { lead: None, body: vec![line] }
    }

    /// Whether what makes this angle found room in the message.
    pub(super) fn said_in(&self, segments: &[super::Segment]) -> bool {
        self.makes().is_none_or(|line| segments.iter().any(|said| said.kind == line.kind && said.rests_on.starts_with(&line.rests_on)))
    }

    /// Whether what makes this angle was said before.
    pub(super) fn heard(&self) -> bool {
        self.makes().is_some_and(|line| line.heard)
    }

    /// Whether what makes this angle happened long ago.
    pub(super) fn stale(&self) -> bool {
        self.makes().is_some_and(|line| line.stale)
    }

    /// The line that makes this angle.
    fn makes(&self) -> Option<&Line> {
        self.lead.as_ref().or(self.body.first())
    }
}

/// By rank.
pub(super) const ANGLES: [Angle; 18] = [
    return_call::ANGLE,
    referral::ANGLE,
    connection::ANGLE,
    mid_sale::ANGLE,
    customer::ANGLE,
    valuable_information::ANGLE,
    hiring::ANGLE,
    new_role::ANGLE,
    compliment::ANGLE,
    funding::ANGLE,
    launch::ANGLE,
    commercial::ANGLE,
    offer::ANGLE,
    incentive::ANGLE,
    question::ANGLE,
    rest_of_offer::ANGLE,
    email_too::ANGLE,
    follow_up::ANGLE,
];

/// An angle's id, when it fits and the seeds it follows: for a menu of angles.
pub fn about(id: &str) -> Option<(&'static str, &'static [&'static str])> {
    ANGLES.iter().find(|angle| angle.id == id).map(|angle| (angle.when, angle.seeds))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn folder_and_list_agree() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/draft/angles");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .filter_map(|file| file.unwrap().file_name().to_str().unwrap().strip_suffix(".rs").map(str::to_owned))
            .filter(|name| name != "mod")
            .collect();
        let mut ids: Vec<String> = ANGLES.iter().map(|angle| angle.id.to_owned()).collect();
        files.sort();
        ids.sort();
        assert_eq!(files, ids);
        assert!(ANGLES.iter().all(|angle| about(angle.id).is_some_and(|(when, seeds)| when.ends_with('.') && !seeds.is_empty())));
    }
}
