//! The list of questions, in the order in which they can settle the decision; one question a file.

use super::{Case, Finding, From, Rule};
use crate::situation::Relationship;

mod already_has_it;
mod callback_number;
mod calling_hours;
mod connection;
mod customer;
mod do_not_contact;
mod email_between;
mod existing_supplier;
mod goal_set;
mod interested_lead;
mod live_route_tried;
mod message_ready;
mod mid_sale;
mod owed_an_answer;
mod page_hook;
mod reason_for_call;
mod referred;
mod right_person;
mod seller_category;
mod seller_name;
mod spacing;
mod spoken_positive;
mod they_said_no;
mod three_in_ten_days;
mod valuable_information;
mod worth_it;
mod wrong_number;

pub const RULES: [&Rule; 27] = [
    &do_not_contact::RULE,
    &calling_hours::RULE,
    &owed_an_answer::RULE,
    &wrong_number::RULE,
    &three_in_ten_days::RULE,
    &they_said_no::RULE,
    &spacing::RULE,
    &customer::RULE,
    &mid_sale::RULE,
    &spoken_positive::RULE,
    &interested_lead::RULE,
    &referred::RULE,
    &live_route_tried::RULE,
    &seller_category::RULE,
    &already_has_it::RULE,
    &existing_supplier::RULE,
    &valuable_information::RULE,
    &connection::RULE,
    &page_hook::RULE,
    &goal_set::RULE,
    &seller_name::RULE,
    &callback_number::RULE,
    &reason_for_call::RULE,
    &message_ready::RULE,
    &email_between::RULE,
    &right_person::RULE,
    &worth_it::RULE,
];

/// The relationship is one choice: said to be this one, said to be another, or not said.
fn relationship(case: &Case, wanted: Relationship) -> Finding {
    match case.answers.relationship {
        Some(said) if said == wanted => Finding::yes(From::You, "you said so"),
        Some(_) => Finding::no(From::You, "you said something else"),
        None => Finding::unknown(),
    }
}
