//! The smallest change that turns the decision, as one sentence.

use aftertone::decide::{Flip, FlipTo, Verdict};

use super::say::{say, say_with};

/// "Leave, if you were referred."
pub(crate) fn flip(flip: &Flip) -> String {
    let condition = match (flip.change.as_str(), &flip.to) {
        ("touches[+]", _) => "once_tried_zero",
        ("goal", _) => "once_a_goal",
        ("answers.valuable_information", _) => "if_news",
        ("answers.connection", _) => "if_in_common",
        ("answers.referred_by", _) => "if_referred",
        ("answers.already_has_it", _) => "if_they_have_it",
        ("answers.existing_supplier", _) => "if_supplier",
        ("answers.relationship", FlipTo::Text(to)) => match to.as_str() {
            "interested_lead" => "if_interested",
            "spoken_positive" => "if_spoke_well",
            "mid_sale" => "if_mid_sale",
            "customer" => "if_customer",
            _ => "if_you_know",
        },
        (other, _) => return told(flip, &say_with("if_changes", &[&other.trim_start_matches("answers.").replace('_', " ")])),
    };
    told(flip, &say(condition))
}

fn told(flip: &Flip, condition: &str) -> String {
    say_with(if flip.decision == Verdict::Leave { "leave_if" } else { "skip_if" }, &[condition])
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
