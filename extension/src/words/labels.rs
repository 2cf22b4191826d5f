//! Names for the enumerations, as buttons and options show them.

use aftertone::{
    decide::{Action, Answer, Counts, From},
    prospect::{HookKind, Line},
    situation::{Category, Goal, Relationship, School},
    touch::{Direction, Kind, Outcome, Touch},
};

pub(crate) const LOGS: [Kind; 5] = [Kind::Call, Kind::LiveRoute, Kind::Voicemail, Kind::Email, Kind::Talk];
pub(crate) const INBOUND: [Kind; 4] = [Kind::Call, Kind::Voicemail, Kind::Email, Kind::Talk];

/// With what stands on the small button, and the same in full.
pub(crate) const OUTCOMES: [(Outcome, &str, &str, &str); 6] = [
    (Outcome::Positive, "positive", "Went well", "Went well"),
    (Outcome::Neutral, "neutral", "Neutral", "Neutral"),
    (Outcome::Negative, "negative", "Said no", "Said no"),
    (Outcome::CallbackPromised, "callback_promised", "Calls back", "Will call back"),
    (Outcome::WrongNumber, "wrong_number", "Wrong no.", "Wrong number"),
    (Outcome::LeftCompany, "left_company", "Has left", "Left the company"),
];

pub(crate) const GOALS: [(Goal, &str, &str); 4] = [
    (Goal::Callback, "callback", "Get a call back"),
    (Goal::Meeting, "meeting", "Book a meeting"),
    (Goal::PickUpNextTime, "pick_up_next_time", "Be picked up next time"),
    (Goal::ReadEmail, "read_email", "Get my e-mail read"),
];

pub(crate) const RELATIONSHIPS: [(Relationship, &str, &str); 5] = [
    (Relationship::Stranger, "stranger", "Stranger"),
    (Relationship::SpokenPositive, "spoken_positive", "Spoke before, went well"),
    (Relationship::InterestedLead, "interested_lead", "Interested lead"),
    (Relationship::MidSale, "mid_sale", "In the middle of a sale"),
    (Relationship::Customer, "customer", "Customer"),
];

/// Each school in its author's own position.
pub(crate) const SCHOOLS: [(School, &str, &str); 5] = [
    (School::Balanced, "balanced", "Balanced: all five authors"),
    (School::ReferralOnly, "referral_only", "Referral only: never to strangers"),
    (School::ItDepends, "it_depends", "It depends: only with news they need"),
    (School::Persistent, "persistent", "Persistent: three, then a month off"),
    (School::AlwaysLeave, "always_leave", "Always leave: every machine is a chance"),
];

/// As the contract names it.
pub(crate) fn kind_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "call",
        Kind::LiveRoute => "live_route",
        Kind::Voicemail => "voicemail",
        Kind::Email => "email",
        Kind::Talk => "talk",
        Kind::Note => "note",
    }
}

/// On the button that logs it.
pub(crate) fn button(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "Called",
        Kind::LiveRoute => "Hit zero",
        Kind::Voicemail => "Left VM",
        Kind::Email => "E-mailed",
        Kind::Talk => "Talked",
        Kind::Note => "Noted",
    }
}

/// The same button to a screen reader, and in its tooltip.
pub(crate) fn button_in_full(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "Called, nobody there",
        Kind::LiveRoute => "Hit zero, asked an operator or an assistant",
        Kind::Voicemail => "Left voicemail",
        Kind::Email => "E-mailed",
        Kind::Talk => "Talked with them",
        Kind::Note => "Noted",
    }
}

/// As a toast and the timeline say it.
pub(crate) fn touch(touch: &Touch) -> &'static str {
    match (touch.direction.unwrap_or_default(), touch.kind) {
        (_, Kind::Note) => "Note",
        (Direction::Inbound, Kind::Call) => "They called",
        (Direction::Inbound, Kind::Voicemail) => "They left a voicemail",
        (Direction::Inbound, Kind::Email) => "They wrote",
        (Direction::Inbound, Kind::Talk) => "They called and you talked",
        (Direction::Inbound, Kind::LiveRoute) => "Their office called",
        (Direction::Outbound, kind) => match kind {
            Kind::Voicemail => "Left voicemail",
            Kind::Talk => "Talked",
            kind => button(kind),
        },
    }
}

pub(crate) fn inbound_button(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "Called",
        Kind::Voicemail => "Left VM",
        Kind::Email => "Wrote",
        Kind::Talk => "Called, we talked",
        Kind::LiveRoute | Kind::Note => "Reached out",
    }
}

pub(crate) fn counted(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "calls",
        Kind::LiveRoute => "zeros",
        Kind::Voicemail => "voicemails",
        Kind::Email => "e-mails",
        Kind::Talk => "talks",
        Kind::Note => "notes",
    }
}

pub(crate) fn count(counts: &Counts, kind: Kind) -> usize {
    match kind {
        Kind::Call => counts.call,
        Kind::LiveRoute => counts.live_route,
        Kind::Voicemail => counts.voicemail,
        Kind::Email => counts.email,
        Kind::Talk => counts.talk,
        Kind::Note => 0,
    }
}

pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    OUTCOMES.iter().find(|(o, ..)| *o == outcome).map_or("", |(.., words)| words)
}

pub(crate) fn line(line: Line) -> Option<&'static str> {
    Some(match line {
        Line::Direct => "direct",
        Line::Switchboard => "switchboard",
        Line::Mobile => "mobile",
        Line::TollFree => "toll-free",
        Line::Fax => "fax",
        Line::Unknown => return None,
    })
}

pub(crate) fn hook(kind: HookKind) -> &'static str {
    match kind {
        HookKind::News => "news",
        HookKind::Talk => "talk",
        HookKind::Award => "award",
        HookKind::Hiring => "hiring",
        HookKind::Funding => "funding",
        HookKind::Launch => "launch",
        HookKind::NewRole => "new role",
        HookKind::Association => "association",
        HookKind::Anniversary => "anniversary",
    }
}

pub(crate) fn answer(answer: Answer) -> (&'static str, &'static str) {
    match answer {
        Answer::Yes => ("yes", "Yes"),
        Answer::No => ("no", "No"),
        Answer::Unknown => ("unknown", "Not known"),
    }
}

pub(crate) fn from(from: From) -> &'static str {
    match from {
        From::Page => "from the page",
        From::Log => "from the log",
        From::You => "you said so",
        From::Clock => "from the clock",
        From::Settings => "from your settings",
    }
}

/// Whether an outcome says something of this touch; a live route and a note have none.
pub(crate) fn takes_outcome(touch: &Touch) -> bool {
    !matches!(touch.kind, Kind::LiveRoute | Kind::Note)
}

/// An angle's id in words: `hook:ab12` is told by its hook's kind, the rest read as they are.
pub(crate) fn angle(id: &str, hooks: &[aftertone::prospect::Hook]) -> String {
    let bare = id.split_once(':').map_or(id, |(_, rest)| rest);
    if let Some(found) = hooks.iter().find(|h| h.id == bare || h.id == id) {
        return format!("{} hook", hook(found.kind));
    }
    id.split(':').next().unwrap_or(id).replace('_', " ")
}

/// Where a call can land, for the picker of lines.
pub(crate) fn route(id: &str) -> String {
    match id {
        "zero" => "Pressed 0".into(),
        "zero_pound" => "Pressed 0#".into(),
        "operator" => "Operator".into(),
        "assistant" => "Assistant".into(),
        "sales_desk" => "Sales desk".into(),
        "press_desk" => "Press desk".into(),
        "champion" => "A colleague".into(),
        "owner" => "Owner".into(),
        "other_hour" => "Another hour".into(),
        "email" => "By e-mail".into(),
        other => super::sentence(&other.replace('_', " ")),
    }
}

/// After the word "They", in the row of what came in.
pub(crate) fn inbound_short(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "called",
        Kind::Voicemail => "left VM",
        Kind::Email => "wrote",
        Kind::Talk => "talked",
        Kind::LiveRoute | Kind::Note => "reached out",
    }
}

/// The id under which a value stands in one of the tables above.
pub(crate) fn id_of<T: PartialEq>(table: &[(T, &'static str, &'static str)], value: T) -> &'static str {
    table.iter().find(|(known, ..)| *known == value).map_or("", |(_, id, _)| id)
}

/// The other way round; blank and unknown ids are none.
pub(crate) fn by_id<T: Copy>(table: &[(T, &'static str, &'static str)], id: &str) -> Option<T> {
    table.iter().find(|(_, known, _)| *known == id).map(|(value, ..)| *value)
}

/// A table as the options of a select.
pub(crate) fn options<T>(table: &[(T, &'static str, &'static str)]) -> Vec<(String, String)> {
    table.iter().map(|(_, id, words)| ((*id).to_owned(), (*words).to_owned())).collect()
}

pub(crate) const CATEGORIES: [(Category, &str, &str); 5] = [
    (Category::General, "general", "Anything else"),
    (Category::Charity, "charity", "Raising funds for a charity"),
    (Category::Insurance, "insurance", "Insurance"),
    (Category::Stocks, "stocks", "Stocks"),
    (Category::FinancialPlanning, "financial_planning", "Financial planning"),
];

pub(crate) const ACTIONS: [(Action, &str, &str); 8] = [
    (Action::Stop, "stop", "Do not contact"),
    (Action::NotNow, "not_now", "Not now"),
    (Action::CallBack, "call_back", "Call back"),
    (Action::Rest, "rest", "Rest"),
    (Action::Leave, "leave", "Leave a message"),
    (Action::HangUp, "hang_up", "Hang up"),
    (Action::TryLive, "try_live", "Hit zero"),
    (Action::Prepare, "prepare", "Prepare"),
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The ids are the contract's, not ours.
    #[test]
    fn the_ids_are_the_names_the_core_writes() {
        fn same<T: serde::Serialize>(table: &[(T, &str, &str)]) {
            for (value, id, _) in table {
                assert_eq!(serde_json::to_value(value).unwrap(), *id);
            }
        }
        same(&GOALS);
        same(&RELATIONSHIPS);
        same(&SCHOOLS);
        same(&CATEGORIES);
        same(&ACTIONS);
        for (outcome, id, ..) in OUTCOMES {
            assert_eq!(serde_json::to_value(outcome).unwrap(), id);
        }
        for kind in LOGS {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind_id(kind));
        }
    }
}
