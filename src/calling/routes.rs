//! The ways round voicemail, in the order of the seeds (A26 to A42), each with an honest line to read aloud for this person.
//!
//! Never a pretext that is false (A32), never badgering (A43).

use serde::{Deserialize, Serialize};

use super::windows::CallWindow;
use crate::{
    fact::{Fact, spoken},
    situation::Situation,
};

/// A way round voicemail with the line to say for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// `zero`, `zero_pound`, `operator`, `assistant`, `sales_desk`, `press_desk`, `champion`, `owner`, `other_hour` or `email`.
    pub id: String,
    pub say: String,
}

/// In order. Where every known number is a mobile there is no operator, no desk and no zero to press. `next` is the prospect's next
/// good window.
pub fn round_voicemail(situation: &Situation, next: Option<&CallWindow>) -> Vec<Route> {
    let words = Words::of(situation);
    let mut routes = Vec::with_capacity(10);
    let mut add = |id: &str, say: String| routes.push(Route { id: id.to_owned(), say });
    let Words { caller, them, at_company, role, topic } = &words;
    if !situation.only_mobiles() {
        add("zero", format!("Hello, {caller}. Could you put me through to {them}, please?"));
        add("zero_pound", format!("Hello, {caller}. The menu lost me. Could you help me reach {them}?"));
        add("operator", format!("I would rather not leave a voicemail. Could you page {them}? And {role}"));
        add("assistant", format!("Could you pencil in ten minutes with {them}{}? I will confirm by e-mail.", slot(next)));
        add("sales_desk", format!("Hello, {caller}. You know how things run{at_company}. How do I best reach {them}?"));
        add("press_desk", format!("Hello, {caller}. Who{at_company} can tell me about this, and how do I reach {them}?{topic}"));
    }
    add("champion", format!("Hello, {caller}. You work with {them}. Who{at_company} should hear about this first?{topic}"));
    add("owner", format!("Hello, {caller}. May I speak with the owner, please?{topic}"));
    add("other_hour", format!("When is {them} usually at the desk? I will call back then{}.", window(next)));
    let email = situation.prospect.email.iter().find_map(|email| spoken(&email.value, 80));
    add(
        "email",
        match email {
            Some(address) => format!("I am sending {them} a short e-mail at {address}. Could you ask them to look out for it?"),
            None => format!("What is the best e-mail address for {them}?"),
        },
    );
    routes
}

/// What the lines are filled with; every part reads well where a fact is missing.
struct Words {
    /// "this is Sam Reyes from Brightline"
    caller: String,
    /// "Dana Whitfield", "the Operations Director", "the person in charge"
    them: String,
    /// " at Harbor Mills"
    at_company: String,
    /// A question to the receptionist (A29, A30).
    role: String,
    /// " It is about lower freight bills."
    topic: String,
}

impl Words {
    fn of(situation: &Situation) -> Self {
        let prospect = &situation.prospect;
        let fact = |fact: &Option<Fact>| fact.as_ref().and_then(|fact| spoken(&fact.value, 80));
        let (name, title, company) = (fact(&prospect.name), fact(&prospect.job_title), fact(&prospect.works_for));
        let caller = match (spoken(&situation.seller.name, 80), spoken(&situation.seller.organization, 80)) {
            (Some(name), Some(organization)) => format!("this is {name} from {organization}"),
            (Some(name), None) => format!("this is {name}"),
            (None, Some(organization)) => format!("I am calling from {organization}"),
            (None, None) => "good day".to_owned(),
        };
        let role = match (&name, &title) {
            (Some(_), Some(title)) => format!("are they still {title}?"),
            _ => "when are they usually in?".to_owned(),
        };
        let them = name.or_else(|| title.map(|title| format!("your {title}"))).unwrap_or_else(|| "the person in charge".to_owned());
        Self {
            caller,
            them,
            at_company: company.map(|company| format!(" at {company}")).unwrap_or_default(),
            role,
            topic: spoken(&situation.seller.offer, 120)
                .map(|offer| format!(" It is about this: {}.", offer.trim_end_matches(['.', '!', '?'])))
                .unwrap_or_default(),
        }
    }
}

/// " on Tuesday at 12:00"
fn slot(next: Option<&CallWindow>) -> String {
    next.map(|window| format!(" on {}", window.start.strftime("%A at %H:%M"))).unwrap_or_default()
}

/// ", Tuesday between 12:00 and 13:00"
fn window(next: Option<&CallWindow>) -> String {
    next.map(|window| format!(", {} and {}", window.start.strftime("%A between %H:%M"), window.end.strftime("%H:%M"))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn lines(situation: &str) -> Vec<(String, String)> {
        let situation = serde_json::from_str(situation).unwrap();
        round_voicemail(&situation, None).into_iter().map(|route| (route.id, route.say)).collect()
    }

    #[test]
    fn the_order_is_the_seeds() {
        let ids: Vec<String> = lines("{}").into_iter().map(|(id, _)| id).collect();
        assert_eq!(
            ids,
            ["zero", "zero_pound", "operator", "assistant", "sales_desk", "press_desk", "champion", "owner", "other_hour", "email"]
        );
    }

    #[test]
    fn a_mobile_has_no_operator() {
        let ids: Vec<String> =
            lines(r#"{"prospect": {"telephone": [{"value": "x", "line": "mobile"}]}}"#).into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, ["champion", "owner", "other_hour", "email"]);
    }

    #[test]
    fn the_lines_are_about_this_person() {
        let lines = lines(
            r#"{"seller": {"name": "Sam Reyes", "organization": "Brightline"},
                "prospect": {"name": "Dana Whitfield", "jobTitle": "Operations Director", "email": ["dana@harbor.example"]}}"#,
        );
        assert_eq!(lines[0].1, "Hello, this is Sam Reyes from Brightline. Could you put me through to Dana Whitfield, please?");
        assert_eq!(
            lines[2].1,
            "I would rather not leave a voicemail. Could you page Dana Whitfield? And are they still Operations Director?"
        );
        assert!(lines[9].1.contains("dana@harbor.example"));
    }
}
