//! The frame a message is built on, by the names of the shelf: told from its angle and its ask, so that messages of a month ago can be compared.

use super::template::{self, SHELF};

/// One of the shelf's frames, "returning a call", or "own words" where no angle is known.
pub fn of(angle: Option<&str>, script: &str) -> &'static str {
    match angle {
        None => "own words",
        Some("referral") => "referral",
        Some("connection") => "connection",
        Some("compliment") => "compliment",
        Some("follow_up" | "email_too") => "try again",
        Some("customer" | "mid_sale") => "customer",
        Some("return_call") => "returning a call",
        // Hopkins: a goal, and the next step named with its time.
        Some(_) if template::names_a_time(script) => "goal and next step",
        Some(_) => "short commercial",
    }
}

/// The frame of a starter of the shelf, by its id.
pub fn of_starter(id: &str) -> Option<&'static str> {
    SHELF.iter().find(|starter| starter.id() == id).map(|starter| starter.frame)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_angle_tells_and_else_the_ask() {
        assert_eq!(of(Some("referral"), ""), "referral");
        assert_eq!(of(Some("hiring"), "I saw that. Does Tuesday at 12:15 PM suit you?"), "goal and next step");
        assert_eq!(of(Some("hiring"), "I saw that. Please call me."), "short commercial");
        assert_eq!(of(None, "Hello."), "own words");
        assert_eq!((of_starter("five-steps"), of_starter("gone")), (Some("five steps"), None));
    }

    #[test]
    fn every_frame_of_an_angle_stands_on_the_shelf() {
        let cold = crate::draft::angles::ANGLES.iter().map(|angle| angle.id).filter(|id| *id != "return_call");
        for angle in cold {
            assert!(SHELF.iter().any(|starter| starter.frame == of(Some(angle), "")), "{angle}");
        }
    }
}
