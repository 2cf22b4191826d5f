//! The user's own pace: words a minute, from a text and the seconds it took, by the formula that prices a script.

use aftertone::{
    draft::{telephone::Written, timing},
    situation::Pace,
};

use super::{
    decimal,
    say::{say, say_with},
};

/// Read aloud once, it takes a calm voice three quarters of a minute.
pub(crate) const PARAGRAPH: &str = "Every Tuesday the baker on our street puts one loaf aside for the woman who drives the early bus. She stops for half a minute, takes the warm bread, and leaves the exact coins on the counter. Nobody says much at that hour. One winter morning the bus did not come, and the loaf waited until noon. The baker walked it to the depot himself, two miles through the snow. She was well; only her engine had frozen. They shared the bread with the mechanics, and since then he puts two aside.";

/// Longer is not waited for, in seconds.
pub(crate) const LONGEST: f64 = 60.0;

/// The slowest and the fastest pace that seconds are counted with.
const SLOWEST: f64 = 100.0;
const FASTEST: f64 = 165.0;

/// What was measured: the pace to keep, and the sentence that says so.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measured {
    pub(crate) pace: Pace,
    pub(crate) words: String,
}

/// Words a minute of a script that was spoken in so many seconds; none where no time is left for the words.
pub(crate) fn words_a_minute(script: &str, seconds: f64, sellers: Option<&str>) -> Option<f64> {
    let timing = timing::measure(script, Pace::default(), sellers);
    let numbers: f64 = timing.numbers.iter().map(Written::seconds).sum();
    // Nobody pauses for the recording behind the last sentence.
    let pauses = timing::PAUSE_SECONDS * timing.sentence_ends.saturating_sub(1) as f64;
    let speaking = seconds - numbers - pauses;
    (speaking > 1.0 && timing.words > 0).then(|| 60.0 * timing.words as f64 / speaking)
}

/// The pace of a reading of [`PARAGRAPH`], or why it is none.
pub(crate) fn of_paragraph(seconds: f64) -> Result<Measured, String> {
    kept(words_a_minute(PARAGRAPH, seconds, None))
}

/// The pace that seconds are counted with, nearest to what was measured.
pub(crate) fn kept(measured: Option<f64>) -> Result<Measured, String> {
    const HURRIED: f64 = 260.0;
    let Some(measured) = measured.filter(|measured| *measured < HURRIED) else {
        return Err(say("too_quick"));
    };
    let whole = measured.round().clamp(SLOWEST, FASTEST);
    let words = match measured.round() {
        spoken if spoken < SLOWEST => say_with("pace_slow", &[&spoken.to_string()]),
        spoken if spoken > FASTEST => say_with("pace_fast", &[&spoken.to_string()]),
        spoken => say_with("pace_good", &[&spoken.to_string()]),
    };
    Ok(Measured { pace: Pace::try_from(whole).unwrap_or_default(), words })
}

/// A take beside the plan: "24.1 s, 3.2 s longer than planned. 118 words a minute beside your 130."
pub(crate) fn beside(spoken: f64, planned: f64, measured: Option<f64>, own: Pace) -> String {
    let apart = spoken - planned;
    let how = match apart {
        _ if apart.abs() < 0.5 => say("as_planned"),
        _ if apart > 0.0 => say_with("longer_than", &[&decimal(apart)]),
        _ => say_with("shorter_than", &[&decimal(-apart)]),
    };
    let pace = measured
        .map(|measured| say_with("pace_beside", &[&format!("{measured:.0}"), &format!("{:.0}", own.words_a_minute())]))
        .unwrap_or_default();
    say_with("you_spoke", &[&decimal(spoken), &how]) + &pace
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_formula_is_turned_round() {
        let script = "Hi Dana, this is Sam Reyes, 312-555-0188. I have an idea for your plant. Call me at 312-555-0188.";
        let pace = Pace::try_from(142.0).unwrap();
        let seconds = timing::measure(script, pace, None).seconds - timing::PAUSE_SECONDS;
        assert!((words_a_minute(script, seconds, None).unwrap() - 142.0).abs() < 1e-9);
        assert_eq!(words_a_minute(script, 3.0, None), None, "the numbers alone take longer");
        assert_eq!(words_a_minute("", 10.0, None), None);
    }

    #[test]
    fn the_paragraph_ends_within_a_minute_at_every_pace_that_counts() {
        let slowest = timing::measure(PARAGRAPH, Pace::try_from(100.0).unwrap(), None);
        assert!((50.0..62.0).contains(&slowest.seconds), "{slowest:?}");
        assert!(slowest.numbers.is_empty());
    }

    #[test]
    fn a_pace_outside_of_what_counts_is_kept_at_its_edge_and_told() {
        let of = |seconds| of_paragraph(seconds).map(|measured| measured.pace.words_a_minute());
        assert_eq!(of(LONGEST + 10.0), Ok(100.0));
        assert_eq!(of(30.0), Ok(165.0));
        assert!((of(45.0).unwrap() - 130.0).abs() < 10.0, "{:?}", of(45.0));
        assert!(of(3.0).is_err() && of_paragraph(30.0).unwrap().words.contains("slow down"));
    }

    #[test]
    fn a_take_is_told_beside_its_plan() {
        let own = Pace::default();
        assert_eq!(
            beside(24.14, 27.3, Some(151.2), own),
            "You spoke for 24.1 s, 3.2 s shorter than planned. 151 words a minute beside your 130."
        );
        assert_eq!(beside(27.4, 27.3, None, own), "You spoke for 27.4 s, as planned.");
    }
}
