//! The ways round voicemail, in the order of the seeds (A26 to A42), each with an honest line to read aloud for this person.
//!
//! Never a pretext that is false (A32), never badgering (A43).

use serde::{Deserialize, Serialize};

use super::{
    contacts::{Contact, Contacts},
    windows::CallWindow,
};
use crate::{
    fact::{Fact, spoken},
    moment::calendar::shown,
    situation::Situation,
};

/// A way round voicemail with the line to say for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// `zero`, `zero_pound`, `operator`, `assistant`, `sales_desk`, `press_desk`, `champion`, `owner`, `other_hour` or `email`.
    pub id: String,
    pub say: String,
    /// The number to dial for it, where the page has one.
    #[serde(default)]
    pub dial: Option<String>,
}

/// In order. Where every known number is a mobile there is no operator, no desk and no zero to press. `next` are the prospect's next
/// good windows.
pub fn round_voicemail(situation: &Situation, next: &[CallWindow]) -> Vec<Route> {
    let words = Words::of(situation);
    let contacts = Contacts::of(situation);
    let mut routes = Vec::with_capacity(10);
    let mut add = |id: &str, contact: &Contact, say: String| routes.push(Route { id: id.to_owned(), say, dial: contact.dial.clone() });
    let Words { caller, them, at_company, role, topic } = &words;
    if !situation.only_mobiles() {
        let Contacts { switchboard, assistant, sales, press, .. } = &contacts;
        add("zero", switchboard, format!("Hello, {caller}. Could you put me through to {them}, please?"));
        add("zero_pound", switchboard, format!("Hello, {caller}. The menu lost me. Could you help me reach {them}?"));
        add("operator", switchboard, format!("I would rather not leave a voicemail. Could you page {them}? And {role}"));
        add("assistant", assistant, format!("{}, {caller}. Could you pencil in ten minutes with {them}{}?", hello(assistant), slots(next)));
        add("sales_desk", sales, format!("{}, {caller}.{topic} How do I best reach {them}?", hello(sales)));
        add(
            "press_desk",
            press,
            format!("{}, {caller}.{topic} Who{at_company} looks after that, and how do I reach {them}?", hello(press)),
        );
    }
    let Contacts { colleague, owner, themselves, .. } = &contacts;
    add("champion", colleague, format!("{}, {caller}.{topic} Who{at_company} should hear of it first, {them} or you?", hello(colleague)));
    add("owner", owner, format!("Hello, {caller}.{topic} May I speak with {}, please?", owner.name.as_deref().unwrap_or("the owner")));
    add("other_hour", themselves, format!("When is {them} usually at the desk? I will call back then{}.", window(next.first())));
    let email = situation.prospect.email.iter().find_map(|email| spoken(&email.value, 80));
    add(
        "email",
        &Contact::default(),
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
    /// "Dana Whitfield", "your Operations Director", "the person in charge"
    them: String,
    /// " at Harbor Mills"
    at_company: String,
    /// A question to the receptionist (A29, A30).
    role: String,
    /// " It is about this: we cut freight bills."
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
        let topic = match spoken(&situation.seller.offer, 120) {
            Some(offer) => format!(" It is about this: {}.", offer.trim_end_matches(['.', '!', '?', ' '])),
            None => " It is a business matter.".to_owned(),
        };
        Self { caller, them, at_company: company.map(|company| format!(" at {company}")).unwrap_or_default(), role, topic }
    }
}

/// "Hello", or "Hello Priya Raman" where the page names who answers there.
fn hello(contact: &Contact) -> String {
    contact.name.as_ref().map_or_else(|| "Hello".to_owned(), |name| format!("Hello {name}"))
}

/// ", Tuesday at 12:00 or Tuesday at 17:15"
fn slots(next: &[CallWindow]) -> String {
    let said: Vec<String> = next.iter().take(2).map(|window| shown(window.start.datetime(), "%A at %H:%M")).collect();
    if said.is_empty() { String::new() } else { format!(", {}", said.join(" or ")) }
}

/// ", Tuesday between 12:00 and 13:00"
fn window(next: Option<&CallWindow>) -> String {
    next.map(|window| format!(", {} and {}", shown(window.start.datetime(), "%A between %H:%M"), shown(window.end.datetime(), "%H:%M")))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{
        calling::{limits::Limits, windows},
        moment::Zone,
    };

    fn routes(situation: &str) -> Vec<Route> {
        let situation: Situation = serde_json::from_str(situation).unwrap();
        let zone = Zone::named("America/Chicago").unwrap();
        let next = windows::next("2026-11-23T15:00:00Z".parse().unwrap(), &zone, &Limits::of(&situation.settings, 7), 2);
        round_voicemail(&situation, &next)
    }

    fn ids(situation: &str) -> Vec<String> {
        routes(situation).into_iter().map(|route| route.id).collect()
    }

    #[test]
    fn the_order_is_the_seeds() {
        assert_eq!(
            ids("{}"),
            ["zero", "zero_pound", "operator", "assistant", "sales_desk", "press_desk", "champion", "owner", "other_hour", "email"]
        );
    }

    #[test]
    fn a_mobile_has_no_operator() {
        let mobile = r#"{"prospect": {"telephone": [{"value": "x", "line": "mobile"}]}}"#;
        assert_eq!(ids(mobile), ["champion", "owner", "other_hour", "email"]);
    }

    #[test]
    fn the_lines_are_about_this_person_and_ask_for_those_the_page_names() {
        let routes = routes(
            r#"{"seller": {"name": "Sam Reyes", "organization": "Brightline", "offer": "We cut freight bills."},
                "prospect": {"name": "Dana Whitfield", "jobTitle": "Operations Director", "worksFor": "Harbor Mills",
                             "email": ["dana@harbor.example"], "telephone": [{"value": "1", "line": "switchboard", "e164": "+13125550100"}]},
                "people": [{"name": "Priya Raman", "jobTitle": "Executive Assistant"}, {"name": "Ann Ro", "jobTitle": "Founder & CEO"}]}"#,
        );
        let lines: Vec<&str> = routes.iter().map(|route| route.say.as_str()).collect();
        assert_eq!(
            lines,
            [
                "Hello, this is Sam Reyes from Brightline. Could you put me through to Dana Whitfield, please?",
                "Hello, this is Sam Reyes from Brightline. The menu lost me. Could you help me reach Dana Whitfield?",
                "I would rather not leave a voicemail. Could you page Dana Whitfield? And are they still Operations Director?",
                "Hello Priya Raman, this is Sam Reyes from Brightline. Could you pencil in ten minutes with Dana Whitfield, \
                 Monday at 12:00 or Monday at 17:15?",
                "Hello, this is Sam Reyes from Brightline. It is about this: We cut freight bills. How do I best reach Dana Whitfield?",
                "Hello, this is Sam Reyes from Brightline. It is about this: We cut freight bills. Who at Harbor Mills looks after that, \
                 and how do I reach Dana Whitfield?",
                "Hello, this is Sam Reyes from Brightline. It is about this: We cut freight bills. Who at Harbor Mills should hear of it \
                 first, Dana Whitfield or you?",
                "Hello, this is Sam Reyes from Brightline. It is about this: We cut freight bills. May I speak with Ann Ro, please?",
                "When is Dana Whitfield usually at the desk? I will call back then, Monday between 12:00 and 13:00.",
                "I am sending Dana Whitfield a short e-mail at dana@harbor.example. Could you ask them to look out for it?",
            ]
        );
        assert_eq!(routes[0].dial.as_deref(), Some("+13125550100"));
        assert_eq!(routes[4].dial, None);
    }
}
