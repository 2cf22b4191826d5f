//! Where a call can land, each with one honest line to read aloud: nothing in it that the situation does not hold, no pretext (A32).

use super::{Draft, SegmentKind, material::Material, times};
use crate::{
    moment::Moment,
    prospect::HookKind,
    situation::Situation,
    touch::{Kind, Outcome},
};

/// A screening robot shows what is said as text and cuts it short: name, whom for, and why, in so many words.
pub const ROBOT_WORDS: usize = 12;

/// A place where a call can land.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    pub id: &'static str,
    /// On its button.
    pub name: &'static str,
    /// What landing there is in the log, if anything.
    pub logs: Option<(Kind, Option<Outcome>)>,
    /// What to do there, in one sentence.
    pub advice: &'static str,
}

/// In the order in which a call meets them.
pub const DOORS: [Door; 8] = [
    Door { id: "screening_robot", name: "Robot", logs: None, advice: "They read your words as you speak: wait, they may pick up." },
    Door { id: "operator", name: "Operator", logs: LIVE, advice: "Ask when they are in and whether the job is still theirs." },
    Door { id: "assistant", name: "Assistant", logs: LIVE, advice: "An ally: two times to choose from are easier than one." },
    Door { id: "sales_desk", name: "Sales desk", logs: LIVE, advice: "Salespeople tell you how things run, if you ask." },
    Door { id: "press_desk", name: "Press desk", logs: LIVE, advice: "It is their job to give out information." },
    Door { id: "mailbox", name: "Mailbox", logs: None, advice: "What the decision says holds." },
    Door {
        id: "in_a_meeting",
        name: "\u{201c}In a meeting\u{201d}",
        logs: Some((Kind::Talk, Some(Outcome::CallbackPromised))),
        advice: "They may not call back: you keep the next call. It is no yes.",
    },
    Door { id: "picked_up", name: "Picked up", logs: Some((Kind::Talk, None)), advice: "Leave the message where it is, and talk." },
];

const LIVE: Option<(Kind, Option<Outcome>)> = Some((Kind::LiveRoute, None));

/// The line for one door. At the mailbox that is the message itself, which is not this module's: nothing there.
pub fn line(door: &str, situation: &Situation, draft: &Draft, now: Moment) -> String {
    let material = Material::of(situation, Some(now));
    let (caller, them) = (caller(&material), them(&material));
    let hello = if caller.is_empty() { "Hello.".to_owned() } else { format!("Hello, {caller}.") };
    let times = times::offered(situation, now);
    let whose = times.whose.map(|whose| format!(", {whose},")).unwrap_or_default();
    match door {
        "screening_robot" => robot(&material),
        "operator" => format!("{hello} I would rather not leave a voicemail. Could you page {them}, please?"),
        "assistant" => match times.said.as_slice() {
            [] => format!("{hello} Could you help me find ten minutes with {them}?"),
            said => format!("{hello} Could you help me find ten minutes with {them}? Would {}{whose} suit?", said.join(" or ")),
        },
        "sales_desk" => format!("{hello} I am trying to reach {them}. How do I best do that?"),
        "press_desk" => {
            format!("{hello} {}Whom do I ask about that, and how do I reach {them}?", reason(draft, "I have a business question. "))
        }
        "in_a_meeting" => match times.said.first() {
            Some(time) => format!("Of course. I will call you again: would {time}{whose} suit you?"),
            None => "Of course. When may I call you again?".to_owned(),
        },
        "picked_up" => {
            let name = material.called.as_deref().map(|name| format!("{name}, ")).unwrap_or_default();
            let caller = if caller.is_empty() { String::new() } else { format!("{}. ", capital(&caller)) };
            format!("{}good that you pick up. {caller}{}Do you have a minute?", name, reason(draft, "")).trim().to_owned()
        }
        _ => String::new(),
    }
}

/// "this is Sam Reyes from Brightline"; blank where neither is known.
fn caller(material: &Material) -> String {
    match (&material.name, &material.organization) {
        (Some(name), Some(organization)) => format!("this is {name} from {organization}"),
        (Some(name), None) => format!("this is {name}"),
        (None, Some(organization)) => format!("I am calling from {organization}"),
        (None, None) => String::new(),
    }
}

fn them(material: &Material) -> String {
    let title = || material.their_title.as_ref().map(|title| format!("your {title}"));
    material.their_name.clone().or_else(title).unwrap_or_else(|| "the person in charge".to_owned())
}

/// The sentence of the message that says why, with a space after it.
fn reason(draft: &Draft, otherwise: &str) -> String {
    use SegmentKind::{Compliment, Connection, Reason, Referral};
    let found = draft.segments.iter().find(|segment| matches!(segment.kind, Referral | Connection | Compliment | Reason));
    found.map_or_else(|| otherwise.to_owned(), |segment| format!("{} ", segment.text))
}

/// The fullest of these that fits: who, from where, for whom, and why.
fn robot(material: &Material) -> String {
    let who = |with_organization: bool| match (&material.name, &material.organization) {
        (Some(name), Some(organization)) if with_organization => format!("{name} from {organization}"),
        (Some(one), _) | (None, Some(one)) => one.clone(),
        (None, None) => "A caller".to_owned(),
    };
    let whom = [material.their_name.as_deref(), material.called.as_deref(), None];
    let why = short_reasons(material);
    // The reason matters most to whoever reads it, then the seller's house, then their own name.
    let lines = why.iter().flat_map(|why| {
        [true, false].into_iter().flat_map(move |house| {
            whom.into_iter().map(move |whom| {
                let whom = whom.map(|whom| format!(" for {whom}")).unwrap_or_default();
                format!("{}{whom}{why}", who(house))
            })
        })
    });
    let fits = |line: &String| words(line) <= ROBOT_WORDS;
    lines.into_iter().find(fits).unwrap_or_else(|| {
        let name: Vec<&str> = material.name.as_deref().unwrap_or("A caller").split_whitespace().take(ROBOT_WORDS - 2).collect();
        format!("{}, on business.", name.join(" "))
    })
}

/// Why, in a few words each, the strongest first; the last one is true of every call that is made here.
fn short_reasons(material: &Material) -> Vec<String> {
    let owed = material.owed().map(|(_, kind)| match kind {
        Kind::Email => ", about your e-mail.",
        Kind::Voicemail => ", returning your message.",
        _ => ", returning your call.",
    });
    let referred = material.situation.referred_by().and_then(super::clean::person).map(|name| format!(", referred by {name}."));
    let hook = material.situation.page_hooks().next().map(|hook| match hook.kind {
        HookKind::News => ", about your news.",
        HookKind::Talk => ", about your talk.",
        HookKind::Award => ", about your award.",
        HookKind::Hiring => ", about your hiring.",
        HookKind::Funding => ", about your funding.",
        HookKind::Launch => ", about your launch.",
        HookKind::NewRole => ", about your new role.",
        HookKind::Association => ", about your association.",
        HookKind::Anniversary => ", about your anniversary.",
    });
    let information = material.situation.valuable_information().map(|_| ", with news you need.");
    let offer = material.offer().map(|offer| offer.says.into_iter().map(|said| format!(". {said}"))).into_iter().flatten();
    let told = owed.map(str::to_owned).into_iter().chain(referred).chain(information.map(str::to_owned)).chain(hook.map(str::to_owned));
    told.chain(offer).chain([", on business.".to_owned()]).collect()
}

fn words(line: &str) -> usize {
    line.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

fn capital(text: &str) -> String {
    super::material::capital(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::draft::{
        draft,
        lint::{Context, lint},
    };

    const FULL: &str = r#"{"seller": {"name": "Sam Reyes", "organization": "Brightline", "telephone": "+13125550142", "timeZone": "America/Chicago",
            "offer": "We cut freight bills for food makers"},
        "prospect": {"name": "Dana Whitfield", "jobTitle": "Operations Director", "worksFor": "Harbor Mills", "timeZone": {"value": "America/Chicago"}},
        "goal": "callback"}"#;

    fn said(door: &str, change: impl Fn(&mut Situation)) -> String {
        let mut situation: Situation = serde_json::from_str(FULL).unwrap();
        change(&mut situation);
        let now = "2026-11-23T10:00:00-06:00".parse().unwrap();
        line(door, &situation, &draft(&situation, now, None).unwrap(), now)
    }

    #[test]
    fn each_door_has_its_line_for_this_person() {
        let lines: Vec<String> = DOORS.iter().map(|door| said(door.id, |_| {})).collect();
        assert_eq!(
            lines,
            [
                "Sam Reyes from Brightline. We cut freight bills for food makers.",
                "Hello, this is Sam Reyes from Brightline. I would rather not leave a voicemail. Could you page Dana Whitfield, please?",
                "Hello, this is Sam Reyes from Brightline. Could you help me find ten minutes with Dana Whitfield? \
                 Would Tuesday at 12:15 PM or Wednesday at 8 AM suit?",
                "Hello, this is Sam Reyes from Brightline. I am trying to reach Dana Whitfield. How do I best do that?",
                "Hello, this is Sam Reyes from Brightline. We cut freight bills for food makers. Whom do I ask about that, \
                 and how do I reach Dana Whitfield?",
                "",
                "Of course. I will call you again: would Tuesday at 12:15 PM suit you?",
                "Dana, good that you pick up. This is Sam Reyes from Brightline. We cut freight bills for food makers. Do you have a minute?",
            ]
        );
    }

    #[test]
    fn the_robot_is_told_the_strongest_true_reason() {
        let hooks = |situation: &mut Situation| {
            situation.hooks = serde_json::from_str(r#"[{"kind": "hiring", "text": "We are hiring fifty people."}]"#).unwrap();
        };
        assert_eq!(said("screening_robot", hooks), "Sam Reyes from Brightline for Dana Whitfield, about your hiring.");
        let referred = |situation: &mut Situation| {
            hooks(situation);
            situation.answers.referred_by = Some("Maria Lopez".into());
        };
        assert_eq!(said("screening_robot", referred), "Sam Reyes from Brightline for Dana Whitfield, referred by Maria Lopez.");
        let called = |situation: &mut Situation| {
            situation.touches =
                serde_json::from_str(r#"[{"at": "2026-11-23T09:00:00Z", "kind": "call", "direction": "inbound"}]"#).unwrap();
        };
        assert_eq!(said("screening_robot", called), "Sam Reyes from Brightline for Dana Whitfield, returning your call.");
        assert!(!said("screening_robot", |_| {}).contains("returning"));
    }

    /// Whatever is missing, long or hostile: a line a person can say, no slot, no pretext, and never more than the robot takes.
    #[test]
    fn no_line_has_a_slot_a_pretext_or_too_many_words() {
        let long = "Wolfeschlegelsteinhausen ".repeat(40);
        for text in ["", " ", "X", "[First Name]", "{name}", "Anna-Maria de la Cruz y Vega Santos Oliveira", "\u{202e}Ada\0", long.as_str()]
        {
            for with in [0, 1, 2, 3, 4] {
                for door in DOORS {
                    let line = said(door.id, |situation| {
                        let fact = Some(crate::fact::Fact::typed(text));
                        match with {
                            0 => situation.seller.name = text.into(),
                            1 => situation.prospect.name = fact,
                            2 => situation.seller.organization = text.into(),
                            3 => situation.answers.referred_by = Some(text.into()),
                            _ => {
                                *situation = Situation {
                                    prospect: crate::prospect::Prospect { name: fact, ..Default::default() },
                                    ..Default::default()
                                }
                            }
                        }
                    });
                    assert_eq!(line.is_empty(), door.id == "mailbox", "{} {text:?}", door.id);
                    let report = lint(&line, &Context::default());
                    let wrong = report.findings.iter().find(|f| matches!(f.rule.as_str(), "placeholder" | "false_pretext" | "blame"));
                    assert!(wrong.is_none(), "{}: {line} {wrong:?}", door.id);
                    assert!(!line.contains("  ") && !line.contains(['\0', '\u{202e}', '[', '{']), "{line:?}");
                    assert!(door.id != "screening_robot" || words(&line) <= ROBOT_WORDS, "{line}");
                }
            }
        }
    }

    #[test]
    fn a_time_on_another_clock_says_whose() {
        let east = |situation: &mut Situation| {
            situation.seller.time_zone = crate::moment::Zone::named("America/New_York").ok();
        };
        assert_eq!(said("in_a_meeting", east), "Of course. I will call you again: would Tuesday at 12:15 PM, your time, suit you?");
    }

    #[test]
    fn in_a_meeting_is_logged_as_a_promise_and_no_yes() {
        let door = DOORS.iter().find(|door| door.id == "in_a_meeting").unwrap();
        assert_eq!(door.logs, Some((Kind::Talk, Some(Outcome::CallbackPromised))));
    }
}
