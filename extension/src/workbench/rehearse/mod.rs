//! The stage: a message runs at the user's pace, is read aloud by the machine, is recorded and heard as a telephone carries it. What is
//! recorded lies in this tab's memory and nowhere else.

use aftertone::{
    draft::{
        prompter::{self, Said},
        template::SHELF,
        timing,
    },
    situation::{Pace, Situation},
    store::profile::Pin,
};
use gloo::timers::callback::Interval;
use web_sys::AudioBuffer;

use super::{Route, draw, pins, tell, with};
use crate::{
    clock, pending,
    words::{
        pins::{example, fill},
        reading,
        say::say,
        trouble, voiced,
    },
};

mod play;
mod record;
mod speak;

const TICK_MS: u32 = 100;
/// Older recordings go: a minute is several megabytes.
const MOST_TAKES: usize = 5;
/// Nobody hears a message to this end, in seconds.
const LONGEST: f64 = 180.0;

#[derive(Default)]
pub(crate) struct Rehearsal {
    pub(crate) piece: Option<Piece>,
    pub(crate) doing: Doing,
    /// Seconds since it began.
    pub(crate) past: f64,
    pub(crate) takes: Vec<Take>,
    /// It was run, heard or spoken: now the question can be asked.
    pub(crate) tried: bool,
    pub(crate) wrong: Option<String>,
    /// What was found of the user's own pace.
    pub(crate) measured: Option<String>,
    /// Where the piece came from, so that another one begins anew.
    from: Option<Route>,
    began: f64,
    ticks: Option<Interval>,
    recording: Option<record::Recording>,
    playing: Option<play::Playing>,
    speaking: Option<speak::Speaking>,
}

/// A message to rehearse.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Piece {
    pub(crate) script: String,
    /// The pinned script it is or came from, where there is one.
    pub(crate) pin: Option<String>,
    /// What it would be pinned as.
    template: String,
    pub(crate) words: Vec<Said>,
    pub(crate) seconds: f64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Doing {
    #[default]
    Nothing,
    /// The words run.
    Running,
    /// The machine reads.
    Speaking,
    /// The browser asks for the microphone.
    Asking,
    Recording,
    /// What was recorded is being understood.
    Listening,
    Playing(usize),
    /// The user's own pace is measured.
    Pace,
}

/// One recording.
pub(crate) struct Take {
    /// Seconds from the first to the last moment.
    pub(crate) held: f64,
    /// Seconds between the first sound and the last; none where nothing was heard.
    pub(crate) spoken: Option<f64>,
    /// Words a minute.
    pub(crate) pace: Option<f64>,
    sound: AudioBuffer,
}

pub(super) async fn act(name: &str, on: &str) {
    match name {
        "rehearse-run" => begin(Doing::Running),
        "rehearse-speak" => read_aloud().await,
        "rehearse-record" => record().await,
        "rehearse-stop" => stop().await,
        "rehearse-play" => play(on.parse().unwrap_or_default()),
        "rehearse-returned" => answer(on == "yes").await,
        "rehearse-pin" => pin().await,
        "rehearse-pace" => begin(Doing::Pace),
        "rehearse-read" => own_pace().await,
        "rehearse-use" => keep_pace(reading::kept(on.parse().ok())).await,
        "rehearse-usual" => keep_pace(Ok(reading::Measured { pace: Pace::default(), words: say("back_to_130_done") })).await,
        _ => {}
    }
}

/// The stage is opened: with a pinned script, a starter, or what the popup laid down.
pub(super) fn enter(route: &Route) {
    let piece = with(|bench| {
        let same = bench.rehearsal.from.as_ref() == Some(route);
        let seller = &bench.profile.seller;
        let piece = match route {
            Route::Rehearse(Some(id)) => pinned(id, &bench.profile.pins, &example(seller.clone())),
            _ => pending::rehearsal().map(|laid| Piece { script: laid.script, template: laid.template, pin: laid.pin, ..Piece::default() }),
        };
        let number = Situation { seller: seller.clone(), ..Situation::default() };
        let piece = piece.filter(|piece| !piece.script.trim().is_empty()).map(|piece| Piece {
            words: prompter::prompter(&piece.script, seller.wpm, number.callback_number()),
            seconds: timing::measure(&piece.script, seller.wpm, number.callback_number()).seconds,
            ..piece
        });
        let known = bench.rehearsal.piece.as_ref().map(|known| known.script.as_str());
        (same && known == piece.as_ref().map(|piece| piece.script.as_str()), piece)
    });
    let (same, piece) = piece;
    if !same {
        quiet();
        with(|bench| bench.rehearsal = Rehearsal { from: Some(route.clone()), ..Rehearsal::default() });
    }
    with(|bench| bench.rehearsal.piece = piece);
}

/// Everything that sounds or listens ends: another screen was opened.
pub(super) fn leave() {
    let nothing = with(|bench| bench.rehearsal.doing == Doing::Nothing);
    if !nothing {
        quiet();
    }
}

fn pinned(id: &str, pins: &[Pin], example: &Situation) -> Option<Piece> {
    let pin = pins.iter().find(|pin| pin.id == id).map(|pin| pin.template.as_str());
    let template = pin.or_else(|| SHELF.iter().find(|starter| starter.id() == id).map(|starter| starter.template))?;
    Some(Piece {
        script: fill(template, example, clock::now()),
        pin: pin.map(|_| id.to_owned()),
        template: template.to_owned(),
        ..Piece::default()
    })
}

fn begin(doing: Doing) {
    quiet();
    with(|bench| {
        let stage = &mut bench.rehearsal;
        stage.doing = doing;
        stage.began = moment();
        stage.past = 0.0;
        stage.wrong = None;
        stage.ticks = Some(Interval::new(TICK_MS, tick));
    });
}

fn tick() {
    let over = with(|bench| {
        let stage = &mut bench.rehearsal;
        stage.past = moment() - stage.began;
        let planned = stage.piece.as_ref().map_or(0.0, |piece| piece.seconds);
        match stage.doing {
            Doing::Running => stage.past >= planned,
            Doing::Pace => stage.past >= reading::LONGEST,
            Doing::Recording => stage.past >= LONGEST,
            _ => false,
        }
    });
    if over {
        wasm_bindgen_futures::spawn_local(async {
            if with(|bench| bench.rehearsal.doing == Doing::Pace) {
                own_pace().await
            } else {
                stop().await
            }
            draw();
        });
    }
    draw();
}

/// Ends what is going on, whatever it is; what was being recorded is a take.
async fn stop() {
    let (doing, recording) = with(|bench| (bench.rehearsal.doing, bench.rehearsal.recording.take()));
    if let Some(recording) = recording {
        with(|bench| bench.rehearsal.doing = Doing::Listening);
        let sound = record::end(recording).await;
        quiet();
        match sound {
            Ok(sound) => take(sound),
            Err(why) => with(|bench| bench.rehearsal.wrong = Some(why)),
        }
        return;
    }
    quiet();
    with(|bench| bench.rehearsal.tried |= matches!(doing, Doing::Running | Doing::Speaking));
}

/// Nothing sounds, nothing listens, nothing ticks.
fn quiet() {
    let (recording, playing, speaking) = with(|bench| {
        let stage = &mut bench.rehearsal;
        stage.doing = Doing::Nothing;
        stage.ticks = None;
        (stage.recording.take(), stage.playing.take(), stage.speaking.take())
    });
    if let Some(recording) = recording {
        recording.let_go();
    }
    drop((playing, speaking));
}

async fn record() {
    quiet();
    with(|bench| (bench.rehearsal.doing, bench.rehearsal.wrong) = (Doing::Asking, None));
    draw();
    let recording = record::begin().await;
    // The user may have gone elsewhere while the browser asked.
    if with(|bench| bench.rehearsal.doing != Doing::Asking) {
        if let Ok(recording) = recording {
            recording.let_go();
        }
        return;
    }
    match recording {
        Ok(recording) => {
            begin(Doing::Recording);
            with(|bench| bench.rehearsal.recording = Some(recording));
        }
        Err(why) => {
            quiet();
            with(|bench| bench.rehearsal.wrong = Some(why));
        }
    }
}

fn take(sound: AudioBuffer) {
    let samples = sound.get_channel_data(0).unwrap_or_default();
    let spoken = voiced::voiced(&samples, f64::from(sound.sample_rate())).map(|(from, to)| to - from);
    with(|bench| {
        let number = Situation { seller: bench.profile.seller.clone(), ..Situation::default() };
        let stage = &mut bench.rehearsal;
        let pace = stage
            .piece
            .as_ref()
            .zip(spoken)
            .and_then(|(piece, spoken)| reading::words_a_minute(&piece.script, spoken, number.callback_number()));
        if stage.takes.len() >= MOST_TAKES {
            stage.takes.remove(0);
        }
        stage.takes.push(Take { held: sound.duration(), spoken, pace, sound });
        stage.tried = true;
    });
}

fn play(n: usize) {
    quiet();
    let Some(sound) = with(|bench| bench.rehearsal.takes.get(n).map(|take| take.sound.clone())) else { return };
    match play::as_a_telephone_does(&sound, || {
        quiet();
        draw();
    }) {
        Ok(playing) => {
            begin(Doing::Playing(n));
            with(|bench| bench.rehearsal.playing = Some(playing));
        }
        Err(_) => with(|bench| bench.rehearsal.wrong = Some(say("not_played"))),
    }
}

async fn read_aloud() {
    quiet();
    let Some((piece, pace)) = with(|bench| Some((bench.rehearsal.piece.clone()?, bench.profile.seller.wpm))) else { return };
    with(|bench| (bench.rehearsal.doing, bench.rehearsal.wrong) = (Doing::Speaking, None));
    draw();
    let done = || {
        quiet();
        with(|bench| bench.rehearsal.tried = true);
        draw();
    };
    let speaking = speak::speak(&piece, pace, done).await;
    if with(|bench| bench.rehearsal.doing != Doing::Speaking) {
        return;
    }
    match speaking {
        Ok(speaking) => {
            begin(Doing::Speaking);
            with(|bench| bench.rehearsal.speaking = Some(speaking));
        }
        Err(why) => {
            quiet();
            with(|bench| bench.rehearsal.wrong = Some(say(why)));
        }
    }
}

/// "Would you return that call?" is kept with the pin.
async fn answer(yes: bool) {
    let Some(id) = with(|bench| bench.rehearsal.piece.as_ref()?.pin.clone()) else { return };
    let kept = pins::keep(|pins| {
        if let Some(pin) = pins.iter_mut().find(|pin| pin.id == id) {
            pin.returned = Some(yes);
        }
    });
    match kept.await {
        Ok(()) => tell(say(if yes { "kept_would" } else { "kept_would_not" })),
        Err(error) => super::wrong(&error),
    }
}

/// Pins what is on the stage, without its prospect's words.
async fn pin() {
    let Some(template) = with(|bench| bench.rehearsal.piece.as_ref().map(|piece| piece.template.clone())).filter(|text| !text.is_empty())
    else {
        return;
    };
    // Word for word the same is the same script.
    let known = with(|bench| bench.profile.pins.iter().find(|pin| pin.template == template).map(|pin| pin.id.clone()));
    let id = known.clone().unwrap_or_else(pins::new_id);
    if known.is_some() || pins::pin_new(Pin { id: id.clone(), template, ..Pin::default() }).await {
        with(|bench| {
            if let Some(piece) = &mut bench.rehearsal.piece {
                piece.pin = Some(id);
            }
        });
    }
}

async fn own_pace() {
    let seconds = with(|bench| moment() - bench.rehearsal.began);
    quiet();
    keep_pace(reading::of_paragraph(seconds)).await;
}

async fn keep_pace(measured: Result<reading::Measured, String>) {
    let said = match measured {
        Ok(measured) => match pins::keep_profile(|profile| profile.seller.wpm = measured.pace).await {
            Ok(()) => measured.words,
            Err(error) => trouble::not_saved(&error),
        },
        Err(why) => why,
    };
    with(|bench| bench.rehearsal.measured = Some(said));
    // The words run at the new pace.
    if let Some(route) = with(|bench| bench.rehearsal.from.clone()) {
        enter(&route);
    }
}

/// Seconds of a clock that nobody sets.
fn moment() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now() / 1000.0)
}
