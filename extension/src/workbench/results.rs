//! What came of the messages: every log is read once when the screen is opened.

use aftertone::results;

use super::{book, draw, progress, with, wrong};

pub(super) async fn read() {
    let pins = with(|bench| bench.profile.pins.clone());
    let mut messages = vec![];
    let done = book().each(|person| messages.extend(results::messages(person, &pins)), progress("progress_counting")).await;
    if let Err(error) = done {
        return wrong(&error);
    }
    with(|bench| {
        bench.progress = None;
        bench.results = Some(results::results(&messages));
    });
    draw();
}
