//! The smallest change that turns the decision, as one sentence.

use aftertone::decide::{Flip, FlipTo, Verdict};

/// "Leave, if you were referred."
pub(crate) fn flip(flip: &Flip) -> String {
    let verdict = match flip.decision {
        Verdict::Leave => "Leave",
        Verdict::Skip => "Skip",
    };
    let condition = match (flip.change.as_str(), &flip.to) {
        ("touches[+]", _) => "once you tried zero, the operator or an assistant",
        ("goal", _) => "once this contact has a goal",
        ("answers.valuable_information", _) => "if you have something they need to know",
        ("answers.connection", _) => "if you know somebody or something in common",
        ("answers.referred_by", _) => "if somebody referred you",
        ("answers.already_has_it", _) => "if they have it already",
        ("answers.existing_supplier", _) => "if they have a supplier already",
        ("answers.relationship", FlipTo::Text(to)) => match to.as_str() {
            "interested_lead" => "if they asked or showed interest",
            "spoken_positive" => "if you spoke before and it went well",
            "mid_sale" => "if you are in the middle of a sale",
            "customer" => "if they are a customer",
            _ => "if you know each other",
        },
        (other, _) => return format!("{verdict}, if {} changes.", other.trim_start_matches("answers.").replace('_', " ")),
    };
    format!("{verdict}, {condition}.")
}

/// Where the eye goes to make the change: the row to answer, the goal, or the button to press.
pub(crate) fn target(flip: &Flip) -> String {
    match flip.change.as_str() {
        "touches[+]" => "[data-log=live_route]".into(),
        "goal" => "[data-input=goal]".into(),
        "answers.relationship" => "[data-input=relationship]".into(),
        change => {
            let key = change.trim_start_matches("answers.");
            let rule = if key == "referred_by" { "referred" } else { key };
            format!("[data-rule={rule}] :is(input, button)")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aftertone::decide::Action;

    fn to_leave(change: &str, to: FlipTo) -> Flip {
        Flip { change: change.into(), to, decision: Verdict::Leave, action: Action::Leave }
    }

    #[test]
    fn every_change_has_a_sentence_and_a_place() {
        let referred = to_leave("answers.referred_by", FlipTo::Text("their name".into()));
        assert_eq!(flip(&referred), "Leave, if somebody referred you.");
        assert_eq!(target(&referred), "[data-rule=referred] :is(input, button)");
        let customer = to_leave("answers.relationship", FlipTo::Text("customer".into()));
        assert_eq!(flip(&customer), "Leave, if they are a customer.");
        assert_eq!(target(&customer), "[data-input=relationship]");
    }
}
