//! Why, in one sentence: the rule that settled it, with its evidence in the seller's words.

use aftertone::decide::{Action, Answer, Decision, From};

use super::{missing, say::say_with, within};

/// One sentence under the headline.
pub(crate) fn why(decision: &Decision) -> String {
    if decision.action == Action::Prepare {
        let things: Vec<String> = decision.missing.iter().map(|id| missing::short(id)).collect();
        return say_with("still_missing", &[&things.join(", ")]);
    }
    let Some(first) = decision.because.first() else { return fallback(decision.action).into() };
    let reason = reason(first, decision.action).unwrap_or_else(|| fallback(decision.action));
    match evidence(decision, first) {
        Some(evidence) => format!("{reason}: {}.", evidence.trim_end_matches('.')),
        None => format!("{reason}."),
    }
}

/// What the rule means, where it settled the decision.
fn reason(rule: &str, action: Action) -> Option<&'static str> {
    Some(match (rule, action) {
        ("do_not_contact", _) => "You marked them as do not contact",
        ("calling_hours", _) => "It is outside calling hours where they are",
        ("owed_an_answer", _) => "They reached out last, you owe them an answer",
        ("wrong_number", _) => "The last call did not reach the right person",
        ("three_in_ten_days", _) => "Enough voicemails for now",
        ("they_said_no", _) => "They said no lately",
        ("spacing", _) => "It is too soon for another",
        ("customer", _) => "A customer listens",
        ("mid_sale", _) => "You are in the middle of a sale",
        ("spoken_positive", _) => "You spoke before and it went well",
        ("interested_lead", _) => "They showed interest",
        ("referred", _) => "You were referred",
        ("live_route_tried", Action::TryLive) => "No live way was tried today",
        ("live_route_tried", _) => "Live ways were tried today",
        ("seller_category", _) => "What you sell is rarely called back from a machine",
        ("already_has_it", _) => "They likely have this already",
        ("existing_supplier", _) => "They likely have a supplier",
        ("valuable_information", Action::HangUp) => "You have nothing yet that they need to know",
        ("valuable_information", _) => "You have something they need to know",
        ("connection", Action::HangUp) | ("page_hook", Action::HangUp) => "There is no specific reason for this person yet",
        ("connection", _) => "You have something in common",
        ("page_hook", _) => "Their page gives you a reason",
        _ => return None,
    })
}

fn fallback(action: Action) -> &'static str {
    match action {
        Action::Stop => "They are not to be contacted",
        Action::NotNow => "It is outside calling hours where they are",
        Action::CallBack => "They reached out last",
        Action::Rest => "Give it a rest",
        Action::Leave => "Every machine is a chance",
        Action::HangUp => "A stranger's message is not called back",
        Action::TryLive => "A live voice beats a machine",
        Action::Prepare => "Something is missing",
    }
}

/// The row's own evidence, where it answers yes: "3 voicemails since 14 Nov".
fn evidence(decision: &Decision, rule: &str) -> Option<String> {
    let row = decision.checklist.iter().find(|row| row.rule == rule && row.answer == Answer::Yes)?;
    // "You said so" repeats what the reason says already.
    let told = |words: &&str| !words.trim().is_empty() && row.from != Some(From::You);
    row.evidence.first().map(String::as_str).filter(told).map(|said| within::evidence(row, said))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use aftertone::{decide::Row, decide::Weighs, situation::Situation};

    #[test]
    fn the_evidence_follows_the_reason() {
        let mut decision = aftertone::decide::decide(&Situation::default(), "2026-11-23T14:05:00-06:00".parse().unwrap());
        decision.action = Action::Rest;
        decision.because = vec!["three_in_ten_days".into()];
        decision.checklist = vec![Row {
            rule: "three_in_ten_days".into(),
            asks: String::new(),
            answer: Answer::Yes,
            evidence: vec!["3 voicemails since 14 Nov".into()],
            from: None,
            seeds: vec![],
            weighs: Weighs::Skip,
        }];
        assert_eq!(why(&decision), "Enough voicemails for now: 3 voicemails since 14 Nov.");
        decision.checklist.clear();
        assert_eq!(why(&decision), "Enough voicemails for now.");
        decision.action = Action::Prepare;
        decision.missing = vec!["goal".into(), "script:number_twice".into()];
        assert_eq!(why(&decision), "Still missing: a goal, your number twice.");
    }
}
