//! What a message still needs, and where it is put right.

use super::say::say;

/// "a goal", "your name", "your number twice".
pub(crate) fn short(id: &str) -> String {
    let key = match id {
        "goal" => "missing_goal",
        "seller_name" => "missing_name",
        "callback_number" => "missing_number",
        "reason" => "missing_offer",
        "script:number_twice" => "missing_number_twice",
        "script:too_long" => "missing_short",
        "script:placeholder" => "missing_words",
        "script:blame" => "missing_blame",
        other => return other.strip_prefix("script:").unwrap_or(other).to_owned(),
    };
    say(key)
}

/// The key of the words on the button that leads there.
pub(crate) fn mend(id: &str) -> &'static str {
    match id {
        "goal" => "choose_a_goal",
        "seller_name" => "type_your_name",
        "callback_number" => "type_a_number",
        "reason" => "say_what_you_do",
        _ => "mend_the_message",
    }
}

/// The control that mends it.
pub(crate) fn target(id: &str) -> &'static str {
    match id {
        "goal" => "[data-input=goal]",
        "seller_name" => "[data-seller=name]",
        "callback_number" => "[data-seller=telephone]",
        "reason" => "[data-seller=offer]",
        _ => "[data-script]",
    }
}

/// Whether the seller's own profile lacks it: asked in place on the first run.
pub(crate) fn of_the_seller(id: &str) -> bool {
    matches!(id, "seller_name" | "callback_number" | "reason")
}
