//! The microphone, asked for when Record is pressed and let go when it ends. What it hears becomes samples in memory.

use js_sys::{Array, ArrayBuffer, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AudioBuffer, Blob, BlobEvent, MediaRecorder, MediaStream, MediaStreamConstraints, MediaStreamTrack};

use super::play;
use crate::words::say::say;

pub(super) struct Recording {
    stream: MediaStream,
    recorder: MediaRecorder,
    pieces: Array,
    _hears: Closure<dyn FnMut(BlobEvent)>,
}

impl Recording {
    /// The browser's light goes out.
    pub(super) fn let_go(&self) {
        for track in self.stream.get_tracks() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
    }
}

/// Settles once the microphone is heard.
///
/// # Errors
/// A sentence: refused, not there, or in other hands.
pub(super) async fn begin() -> Result<Recording, String> {
    begun().await.map_err(|error| say(why(&error)))
}

async fn begun() -> Result<Recording, JsValue> {
    let devices = web_sys::window().ok_or(JsValue::NULL)?.navigator().media_devices()?;
    let wanted = MediaStreamConstraints::new();
    wanted.set_audio(&JsValue::TRUE);
    let stream: MediaStream = JsFuture::from(devices.get_user_media_with_constraints(&wanted)?).await?.unchecked_into();
    let recorder = MediaRecorder::new_with_media_stream(&stream)?;
    let pieces = Array::new();
    let into = pieces.clone();
    let hears = Closure::<dyn FnMut(BlobEvent)>::new(move |event: BlobEvent| {
        if let Some(piece) = event.data() {
            into.push(&piece);
        }
    });
    recorder.set_ondataavailable(Some(hears.as_ref().unchecked_ref()));
    let started = Promise::new(&mut |resolve, _| recorder.set_onstart(Some(&resolve)));
    recorder.start()?;
    JsFuture::from(started).await?;
    Ok(Recording { stream, recorder, pieces, _hears: hears })
}

/// What was heard, as samples.
///
/// # Errors
/// A sentence, where the browser recorded nothing that it understands itself.
pub(super) async fn end(recording: Recording) -> Result<AudioBuffer, String> {
    let sound = ended(&recording).await;
    recording.let_go();
    sound.map_err(|_| say("recorded_nothing"))
}

async fn ended(recording: &Recording) -> Result<AudioBuffer, JsValue> {
    let stopped = Promise::new(&mut |resolve, _| recording.recorder.set_onstop(Some(&resolve)));
    recording.recorder.stop()?;
    JsFuture::from(stopped).await?;
    let blob = Blob::new_with_blob_sequence(&recording.pieces)?;
    let bytes: ArrayBuffer = JsFuture::from(blob.array_buffer()).await?.unchecked_into();
    let sound = JsFuture::from(play::context()?.decode_audio_data(&bytes)?).await?;
    Ok(sound.unchecked_into())
}

fn why(error: &JsValue) -> &'static str {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
    said(&name)
}

fn said(name: &str) -> &'static str {
    match name {
        "NotAllowedError" | "SecurityError" => "microphone_refused",
        "NotFoundError" | "OverconstrainedError" => "no_microphone",
        "NotReadableError" | "AbortError" => "microphone_held",
        _ => "cannot_record",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_to_have_no_microphone_has_its_sentence() {
        assert!(say(said("NotAllowedError")).contains("refused"));
        assert!(say(said("NotFoundError")).contains("No microphone"));
        assert!(say(said("NotReadableError")).contains("Another program"));
        assert!(say(said("")).contains("can't record"));
    }
}
