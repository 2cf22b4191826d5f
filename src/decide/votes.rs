//! What each of the five authors would do, apart from the decision.

use super::{
    Verdict, Votes, missing,
    procedure::{EXCLUSIONS, WARM_BY_THEMSELVES},
};
use crate::checklist::{Case, Findings};

pub(super) fn of(case: &Case, findings: &Findings) -> Votes {
    let any = |rules: &[&str]| rules.iter().any(|rule| findings.yes(rule));
    let warm = any(&WARM_BY_THEMSELVES);
    let vote = |leave: bool| if leave { Verdict::Leave } else { Verdict::Skip };
    Votes {
        seed_000: vote(warm || findings.yes("referred")),
        seed_001: vote((warm || findings.yes("valuable_information")) && !any(&EXCLUSIONS)),
        seed_002: vote(missing::of(case, findings).is_empty()),
        seed_003: Verdict::Leave,
        seed_004: vote(!findings.yes("three_in_ten_days")),
    }
}
