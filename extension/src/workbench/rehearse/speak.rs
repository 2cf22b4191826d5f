//! The machine reads the message aloud, the number slowly. Only with a voice that lives on this machine: the others send what they read away.

use aftertone::{draft::prompter::Said, situation::Pace};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::Piece;

const NO_VOICE: &str = "no_voice";

/// Somebody speaks until this is dropped.
pub(super) struct Speaking {
    synthesis: SpeechSynthesis,
    /// A browser forgets what nobody holds, and never says that it has ended.
    _said: Vec<SpeechSynthesisUtterance>,
    _done: Closure<dyn FnMut()>,
}

impl Drop for Speaking {
    fn drop(&mut self) {
        for said in &self._said {
            said.set_onend(None);
            said.set_onerror(None);
        }
        self.synthesis.cancel();
    }
}

pub(super) async fn speak(piece: &Piece, pace: Pace, done: impl FnMut() + 'static) -> Result<Speaking, &'static str> {
    let synthesis = web_sys::window().and_then(|window| window.speech_synthesis().ok()).ok_or("no_reading_aloud")?;
    let voice = voice(&synthesis).await.ok_or(NO_VOICE)?;
    synthesis.cancel();
    let done = Closure::<dyn FnMut()>::new(done);
    let mut said = vec![];
    for (text, slowly) in parts(&piece.script, &piece.words) {
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(&text) else { continue };
        utterance.set_voice(Some(&voice));
        utterance.set_rate(rate(pace, slowly));
        utterance.set_onerror(Some(done.as_ref().unchecked_ref()));
        said.push(utterance);
    }
    if let Some(last) = said.last() {
        last.set_onend(Some(done.as_ref().unchecked_ref()));
    }
    said.iter().for_each(|utterance| synthesis.speak(utterance));
    Ok(Speaking { synthesis, _said: said, _done: done })
}

/// Browsers load their voices when they are first asked for them.
async fn voice(synthesis: &SpeechSynthesis) -> Option<SpeechSynthesisVoice> {
    const TRIES: u32 = 10;
    for _ in 0..TRIES {
        let voices: Vec<SpeechSynthesisVoice> = synthesis.get_voices().iter().map(JsCast::unchecked_into).collect();
        let mut own = voices.iter().filter(|voice| voice.local_service());
        let english = own.clone().find(|voice| voice.lang().starts_with("en"));
        if let Some(voice) = english.or_else(|| own.next()) {
            return Some(voice.clone());
        }
        if !voices.is_empty() {
            return None;
        }
        a_moment().await;
    }
    None
}

async fn a_moment() {
    let passed = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 100);
        }
    });
    let _ = JsFuture::from(passed).await;
}

/// What a voice calls 1 is about 175 words a minute.
fn rate(pace: Pace, slowly: bool) -> f32 {
    let rate = pace.words_a_minute() / 175.0;
    (if slowly { rate * 0.8 } else { rate }) as f32
}

/// The script cut where a number begins and ends; a number's digits apart, "4 1 5, 5 5 5, 0 1 2 3", as nobody says thousands there.
fn parts(script: &str, words: &[Said]) -> Vec<(String, bool)> {
    let mut parts: Vec<(String, bool)> = vec![];
    for word in words {
        let Some(text) = script.get(word.start..word.end) else { continue };
        let text = if word.number { digits(text) } else { text.to_owned() };
        match parts.last_mut().filter(|(_, slowly)| *slowly == word.number) {
            Some((part, _)) => *part = format!("{part} {text}"),
            None => parts.push((text, word.number)),
        }
    }
    parts
}

fn digits(group: &str) -> String {
    let digits: Vec<String> = group.chars().filter(char::is_ascii_digit).map(String::from).collect();
    format!("{},", digits.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use aftertone::draft::prompter::prompter;

    #[test]
    fn a_number_is_read_digit_by_digit() {
        let script = "Hi Dana, it's Sam, 312-555-0188. Call me.";
        let words = prompter(script, Pace::default(), None);
        assert_eq!(
            parts(script, &words),
            [("Hi Dana, it's Sam,".into(), false), ("3 1 2, 5 5 5, 0 1 8 8,".into(), true), ("Call me.".into(), false)]
        );
        assert!(rate(Pace::default(), true) < rate(Pace::default(), false));
    }
}
