//! Where the running words are.

/// The class of a word at a time: said, now, or to come.
pub(crate) fn state(from: f64, to: f64, past: f64) -> &'static str {
    if past >= to {
        "said"
    } else if past >= from {
        "now"
    } else {
        "to-come"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_to_come_then_now_then_said() {
        assert_eq!((state(0.0, 1.0, 2.0), state(1.0, 3.0, 2.0), state(3.0, 4.0, 2.0)), ("said", "now", "to-come"));
    }
}
