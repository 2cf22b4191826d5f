//! What a message still needs, and where it is put right.

/// "a goal", "your name", "your number twice".
pub(crate) fn short(id: &str) -> &str {
    match id {
        "goal" => "a goal",
        "seller_name" => "your name",
        "callback_number" => "a number to call back",
        "reason" => "what you do for people like them",
        "script:number_twice" => "your number twice",
        "script:too_long" => "under 45 seconds",
        "script:placeholder" => "words for an unfilled slot",
        "script:blame" => "no blame",
        other => other.strip_prefix("script:").unwrap_or(other),
    }
}

/// On the button that leads there.
pub(crate) fn mend(id: &str) -> &'static str {
    match id {
        "goal" => "Choose a goal",
        "seller_name" => "Type your name",
        "callback_number" => "Type a number to call back",
        "reason" => "Say what you do for people like them",
        _ => "Mend the message",
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
