//! Where in a recording somebody speaks: from the first sound to the last.

/// So long is a look at the sound, in seconds.
const LOOK: f64 = 0.02;
/// Quieter than this is the room, whatever else is heard; of the loudest look, quieter than this share is a breath.
const ROOM: f32 = 0.004;
const SHARE: f32 = 0.08;

/// Begin and end in seconds; none where nothing is heard. `rate` is samples a second.
pub(crate) fn voiced(samples: &[f32], rate: f64) -> Option<(f64, f64)> {
    let length = (rate * LOOK) as usize;
    if length == 0 {
        return None;
    }
    let loud: Vec<f32> = samples.chunks(length).map(|look| (look.iter().map(|s| s * s).sum::<f32>() / look.len() as f32).sqrt()).collect();
    let least = loud.iter().copied().fold(0.0, f32::max).max(ROOM / SHARE) * SHARE;
    let first = loud.iter().position(|look| *look >= least)?;
    let last = loud.iter().rposition(|look| *look >= least)?;
    Some((first as f64 * LOOK, ((last + 1) as f64 * LOOK).min(samples.len() as f64 / rate)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tone from one second to another, in a room that hums.
    fn tone(from: f64, to: f64, whole: f64) -> Vec<f32> {
        let rate = 8000.0;
        let sample = |n: usize| {
            let at = n as f64 / rate;
            let wave = (at * 440.0 * std::f64::consts::TAU).sin() as f32;
            wave * if (from..to).contains(&at) { 0.3 } else { 0.002 }
        };
        (0..(whole * rate) as usize).map(sample).collect()
    }

    #[test]
    fn the_silence_before_and_after_is_left_out() {
        let heard = voiced(&tone(0.8, 2.3, 4.0), 8000.0);
        assert!(heard.is_some_and(|(from, to)| (from - 0.8).abs() < 0.03 && (to - 2.3).abs() < 0.03), "{heard:?}");
    }

    #[test]
    fn a_silent_room_is_no_voice() {
        assert_eq!(voiced(&tone(0.0, 0.0, 2.0), 8000.0), None);
        assert_eq!(voiced(&[], 48_000.0), None);
        assert_eq!(voiced(&[1.0], 0.0), None);
    }
}
