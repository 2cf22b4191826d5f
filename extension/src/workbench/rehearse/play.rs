//! Heard as they will: through the band that a telephone line carries.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{AudioBuffer, AudioBufferSourceNode, AudioContext, AudioNode, AudioScheduledSourceNode, BiquadFilterType};

/// A telephone line's band in hertz (ITU-T G.712), each end cut twice: 24 decibels an octave.
const BAND: [(BiquadFilterType, f32); 4] = [
    (BiquadFilterType::Highpass, 300.0),
    (BiquadFilterType::Highpass, 300.0),
    (BiquadFilterType::Lowpass, 3400.0),
    (BiquadFilterType::Lowpass, 3400.0),
];

thread_local! {
    static CONTEXT: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
}

/// Something sounds until this is dropped.
pub(super) struct Playing {
    source: AudioBufferSourceNode,
    _ended: Closure<dyn FnMut()>,
}

impl Drop for Playing {
    fn drop(&mut self) {
        let source: &AudioScheduledSourceNode = &self.source;
        source.set_onended(None);
        // One that has ended by itself is stopped again in vain.
        let _ = source.stop();
    }
}

/// The page's one way to the loudspeaker; a browser has few.
pub(super) fn context() -> Result<AudioContext, JsValue> {
    if let Some(context) = CONTEXT.with_borrow(Clone::clone) {
        return Ok(context);
    }
    let context = AudioContext::new()?;
    CONTEXT.replace(Some(context.clone()));
    Ok(context)
}

/// Plays it; `done` is told when it has ended by itself.
pub(super) fn as_a_telephone_does(sound: &AudioBuffer, done: impl FnMut() + 'static) -> Result<Playing, JsValue> {
    let context = context()?;
    let _ = context.resume()?;
    let source = context.create_buffer_source()?;
    source.set_buffer(Some(sound));
    let mut last: AudioNode = source.clone().unchecked_into();
    for (kind, hertz) in BAND {
        let filter = context.create_biquad_filter()?;
        filter.set_type(kind);
        filter.frequency().set_value(hertz);
        last = last.connect_with_audio_node(&filter)?;
    }
    last.connect_with_audio_node(&context.destination())?;
    let ended = Closure::<dyn FnMut()>::new(done);
    let scheduled: &AudioScheduledSourceNode = &source;
    scheduled.set_onended(Some(ended.as_ref().unchecked_ref()));
    source.start()?;
    Ok(Playing { source, _ended: ended })
}
