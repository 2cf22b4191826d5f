//! Names for the enumerations, as buttons and options show them: each a key of the languages (`say.rs`).

use aftertone::{
    decide::{Action, Answer, Counts, From},
    prospect::{HookKind, Line},
    situation::{Category, Goal, Relationship, School},
    touch::{Direction, Kind, Outcome, Touch},
};

use super::say::{say, say_or, say_with};

pub(crate) const LOGS: [Kind; 5] = [Kind::Call, Kind::LiveRoute, Kind::Voicemail, Kind::Email, Kind::Talk];
pub(crate) const INBOUND: [Kind; 4] = [Kind::Call, Kind::Voicemail, Kind::Email, Kind::Talk];

/// With what stands on the small button, and the same in full.
pub(crate) const OUTCOMES: [(Outcome, &str, &str, &str); 6] = [
    (Outcome::Positive, "positive", "short_well", "went_well"),
    (Outcome::Neutral, "neutral", "short_neutral", "neutral"),
    (Outcome::Negative, "negative", "short_no", "said_no"),
    (Outcome::CallbackPromised, "callback_promised", "short_calls_back", "will_call_back"),
    (Outcome::WrongNumber, "wrong_number", "short_wrong_number", "wrong_number"),
    (Outcome::LeftCompany, "left_company", "short_left", "left_the_company"),
];

pub(crate) const GOALS: [(Goal, &str, &str); 4] = [
    (Goal::Callback, "callback", "goal_callback"),
    (Goal::Meeting, "meeting", "goal_meeting"),
    (Goal::PickUpNextTime, "pick_up_next_time", "goal_picked_up"),
    (Goal::ReadEmail, "read_email", "goal_email_read"),
];

pub(crate) const RELATIONSHIPS: [(Relationship, &str, &str); 5] = [
    (Relationship::Stranger, "stranger", "stranger"),
    (Relationship::SpokenPositive, "spoken_positive", "spoke_well"),
    (Relationship::InterestedLead, "interested_lead", "interested_lead"),
    (Relationship::MidSale, "mid_sale", "mid_sale"),
    (Relationship::Customer, "customer", "customer"),
];

/// Each school in its author's own position.
pub(crate) const SCHOOLS: [(School, &str, &str); 5] = [
    (School::Balanced, "balanced", "school_balanced"),
    (School::ReferralOnly, "referral_only", "school_referral_only"),
    (School::ItDepends, "it_depends", "school_it_depends"),
    (School::Persistent, "persistent", "school_persistent"),
    (School::AlwaysLeave, "always_leave", "school_always_leave"),
];

/// A school's position in a sentence: the playbook's own, in the user's language.
pub(crate) fn position(school: School) -> String {
    say(match school {
        School::Balanced => "position_balanced",
        School::ReferralOnly => "position_referral_only",
        School::ItDepends => "position_it_depends",
        School::Persistent => "position_persistent",
        School::AlwaysLeave => "position_always_leave",
    })
}

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
        Kind::Call => "called",
        Kind::LiveRoute => "hit_zero",
        Kind::Voicemail => "left_vm",
        Kind::Email => "emailed",
        Kind::Talk => "talked",
        Kind::Note => "noted",
    }
}

/// The same button to a screen reader, and in its tooltip.
pub(crate) fn button_in_full(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "called_nobody",
        Kind::LiveRoute => "hit_zero_asked",
        Kind::Voicemail => "left_voicemail",
        Kind::Email => "emailed",
        Kind::Talk => "talked_with_them",
        Kind::Note => "noted",
    }
}

/// As a toast and the timeline say it.
pub(crate) fn touch(touch: &Touch) -> &'static str {
    match (touch.direction.unwrap_or_default(), touch.kind) {
        (_, Kind::Note) => "note",
        (Direction::Inbound, Kind::Call) => "they_called",
        (Direction::Inbound, Kind::Voicemail) => "they_left_voicemail",
        (Direction::Inbound, Kind::Email) => "they_wrote",
        (Direction::Inbound, Kind::Talk) => "they_called_talked",
        (Direction::Inbound, Kind::LiveRoute) => "their_office",
        (Direction::Outbound, kind) => match kind {
            Kind::Voicemail => "left_voicemail",
            kind => button(kind),
        },
    }
}

pub(crate) fn counted(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "count_calls",
        Kind::LiveRoute => "count_zeros",
        Kind::Voicemail => "count_voicemails",
        Kind::Email => "count_emails",
        Kind::Talk => "count_talks",
        Kind::Note => "count_notes",
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
        Line::Direct => "line_direct",
        Line::Switchboard => "line_switchboard",
        Line::Mobile => "line_mobile",
        Line::TollFree => "line_toll_free",
        Line::Fax => "line_fax",
        Line::Unknown => return None,
    })
}

pub(crate) fn hook(kind: HookKind) -> &'static str {
    match kind {
        HookKind::News => "hook_news",
        HookKind::Talk => "hook_talk",
        HookKind::Award => "hook_award",
        HookKind::Hiring => "hook_hiring",
        HookKind::Funding => "hook_funding",
        HookKind::Launch => "hook_launch",
        HookKind::NewRole => "hook_new_role",
        HookKind::Association => "hook_association",
        HookKind::Anniversary => "hook_anniversary",
    }
}

pub(crate) fn answer(answer: Answer) -> (&'static str, &'static str) {
    match answer {
        Answer::Yes => ("yes", "yes"),
        Answer::No => ("no", "no"),
        Answer::Unknown => ("unknown", "not_known"),
    }
}

pub(crate) fn from(from: From) -> &'static str {
    match from {
        From::Page => "from_page",
        From::Log => "from_log",
        From::You => "from_you",
        From::Clock => "from_clock",
        From::Settings => "from_settings",
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
        return say_with("hook_of", &[&say(hook(found.kind))]);
    }
    let kind = id.split(':').next().unwrap_or(id);
    say_or(&format!("angle_{kind}"), &kind.replace('_', " "))
}

/// What a message is built on, by its English name: "goal and next step".
pub(crate) fn frame(id: &str) -> String {
    say_or(&format!("frame_{}", id.replace(' ', "_")), id)
}

/// Where a call can land, for the picker of lines.
pub(crate) fn route(id: &str) -> String {
    say_or(&format!("door_{id}"), &super::sentence(&id.replace('_', " ")))
}

/// After the word "They", in the row of what came in.
pub(crate) fn inbound_short(kind: Kind) -> &'static str {
    match kind {
        Kind::Call => "in_called",
        Kind::Voicemail => "in_left_vm",
        Kind::Email => "in_wrote",
        Kind::Talk => "in_talked",
        Kind::LiveRoute | Kind::Note => "in_reached_out",
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
    table.iter().map(|(_, id, words)| ((*id).to_owned(), say(words))).collect()
}

pub(crate) const CATEGORIES: [(Category, &str, &str); 5] = [
    (Category::General, "general", "sells_general"),
    (Category::Charity, "charity", "sells_charity"),
    (Category::Insurance, "insurance", "sells_insurance"),
    (Category::Stocks, "stocks", "sells_stocks"),
    (Category::FinancialPlanning, "financial_planning", "sells_financial_planning"),
];

/// As the contract names it.
pub(crate) fn action_id(action: Action) -> &'static str {
    match action {
        Action::Stop => "stop",
        Action::NotNow => "not_now",
        Action::CallBack => "call_back",
        Action::Rest => "rest",
        Action::Leave => "leave",
        Action::HangUp => "hang_up",
        Action::TryLive => "try_live",
        Action::Prepare => "prepare",
    }
}

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
        for (school, ..) in SCHOOLS {
            assert_eq!(position(school), school.playbook().says);
        }
        same(&GOALS);
        same(&RELATIONSHIPS);
        same(&SCHOOLS);
        same(&CATEGORIES);
        for (outcome, id, ..) in OUTCOMES {
            assert_eq!(serde_json::to_value(outcome).unwrap(), id);
        }
        use Action::{CallBack, HangUp, Leave, NotNow, Prepare, Rest, Stop, TryLive};
        for action in [Stop, NotNow, CallBack, Rest, Leave, HangUp, TryLive, Prepare] {
            assert_eq!(serde_json::to_value(action).unwrap(), action_id(action));
        }
        for kind in LOGS {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind_id(kind));
        }
    }
}
