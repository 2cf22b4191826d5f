//! The stage: the words as they run, what to do with them, what was recorded, and the user's own pace.

use super::{act, due::link, empty, head};
use crate::{
    tree::{Node, el, text},
    words::{pace, reading},
    workbench::{Bench, Doing, Route, Take},
};

pub(super) fn rehearse(bench: &Bench) -> Vec<Node> {
    let mut page = vec![head("Rehearse")];
    let stage = &bench.rehearsal;
    match &stage.piece {
        Some(piece) => {
            page.push(running(bench));
            page.push(el("p").a("class", "soft").a("data-plan", format!("{:.1}", piece.seconds)).t(format!(
                "Planned: {:.1} s at your {:.0} words a minute, the number at two digits a second.",
                piece.seconds,
                bench.profile.seller.wpm.words_a_minute()
            )));
            page.push(ways(bench));
            page.extend(stage.wrong.as_ref().map(|why| el("p").a("class", "wrong").a("role", "alert").a("data-error", "rehearse").t(why)));
            page.extend(takes(bench));
            page.extend(question(bench));
        }
        None if bench.read => page.push(empty(
            "There is nothing to rehearse here. Press Rehearse under a message in the popup, or choose one of your scripts.",
            Some(link("Scripts", Route::Pins)),
        )),
        None => {}
    }
    page.push(own_pace(bench));
    page
}

fn running(bench: &Bench) -> Node {
    let stage = &bench.rehearsal;
    let Some(piece) = &stage.piece else { return el("p") };
    // Recording is spoken along with; what plays back has a pace of its own.
    let runs = matches!(stage.doing, Doing::Running | Doing::Recording);
    let words = piece.words.iter().enumerate().flat_map(|(n, word)| {
        let state = if runs { pace::state(word.from, word.to, stage.past) } else { "to-come" };
        let class = if word.number { format!("{state} digits") } else { state.to_owned() };
        // The groups of a number stand together where they are written together.
        let apart = piece.words.get(n + 1).is_none_or(|next| next.start > word.end);
        [Some(el("span").a("class", class).t(piece.script.get(word.start..word.end).unwrap_or_default())), apart.then(|| text(" "))]
    });
    let words = words.flatten();
    el("p").a("class", "running").a("dir", "auto").a("data-part", "prompter").all(words)
}

fn ways(bench: &Bench) -> Node {
    let stage = &bench.rehearsal;
    let doing = match stage.doing {
        Doing::Nothing | Doing::Pace => "",
        Doing::Running => "Running",
        Doing::Speaking => "Reading aloud",
        Doing::Asking => "Asking for the microphone",
        Doing::Recording => "Recording",
        Doing::Listening => "Listening to it",
        Doing::Playing(_) => "Playing",
    };
    let line = el("p").a("class", "ways").a("data-doing", doing).key(doing);
    match stage.doing {
        Doing::Nothing | Doing::Pace => line
            .c(act("rehearse-run", "", "Run the words").a("class", "primary"))
            .c(act("rehearse-record", "", "Record"))
            .c(act("rehearse-speak", "", "Read it to me")),
        Doing::Asking | Doing::Listening => line.c(el("span").a("role", "status").t(format!("{doing} …"))),
        _ => line
            .c(act("rehearse-stop", "", "Stop").a("class", if stage.doing == Doing::Recording { "stop-button" } else { "primary" }))
            .c(el("span").a("role", "status").t(doing))
            .c(el("span").a("class", "clock").t(format!("{:.1} s", stage.past))),
    }
}

fn takes(bench: &Bench) -> Option<Node> {
    let takes = &bench.rehearsal.takes;
    let rows = takes.iter().enumerate().map(|(n, take)| one(bench, n, take));
    (!takes.is_empty()).then(|| {
        el("section")
            .c(el("h2").t("What you recorded"))
            .c(el("ol").a("class", "takes").all(rows))
            .c(el("p").a("class", "soft").t("Played through the band of a telephone line, 300 to 3400 hertz. The recordings lie in this tab's memory only: they are gone when it closes."))
    })
}

fn one(bench: &Bench, n: usize, take: &Take) -> Node {
    let planned = bench.rehearsal.piece.as_ref().map_or(0.0, |piece| piece.seconds);
    let words = match take.spoken {
        Some(spoken) => reading::beside(spoken, planned, take.pace, bench.profile.seller.wpm),
        None => "Nothing was heard. Is it the right microphone?".into(),
    };
    let pace = take.pace.filter(|pace| reading::kept(Some(*pace)).is_ok());
    let keep = pace.map(|pace| act("rehearse-use", &format!("{pace:.0}"), &format!("Count with {pace:.0} from now on")));
    el("li")
        .a("data-take", n.to_string())
        .a("data-held", format!("{:.3}", take.held))
        .c(el("p").c(el("strong").t(format!("{:.1} s recorded. ", take.held))).t(words))
        .c(el("p").a("class", "ways").c(act("rehearse-play", &n.to_string(), "Hear it as they will")).all(keep))
}

/// Castain's question (seed 003), once there was something to hear.
fn question(bench: &Bench) -> Option<Node> {
    let stage = &bench.rehearsal;
    let piece = stage.piece.as_ref().filter(|_| stage.tried)?;
    let ask = el("section").a("data-part", "question").c(el("h2").t("Would you return that call?"));
    let pin = piece.pin.as_ref().and_then(|id| bench.profile.pins.iter().find(|pin| pin.id == *id));
    let Some(pin) = pin else {
        return Some(
            ask.c(el("p").t("This script is not pinned, so there is nowhere to keep your answer.")).c(el("p").a("class", "ways").c(act(
                "rehearse-pin",
                "",
                "Pin it",
            ))),
        );
    };
    let pressed = |yes: bool| if pin.returned == Some(yes) { "true" } else { "false" };
    let button = |yes: bool, on: &str, words: &str| act("rehearse-returned", on, words).a("aria-pressed", pressed(yes));
    Some(ask.c(el("p").a("class", "ways").c(button(true, "yes", "Yes")).c(button(false, "no", "No"))))
}

fn own_pace(bench: &Bench) -> Node {
    let stage = &bench.rehearsal;
    let own = bench.profile.seller.wpm.words_a_minute();
    let section = el("section").a("data-part", "own-pace").c(el("h2").t("Your own pace"));
    if stage.doing == Doing::Pace {
        let left = (reading::LONGEST - stage.past).max(0.0).ceil();
        return section.c(el("p").a("class", "running").t(reading::PARAGRAPH)).c(el("p")
            .a("class", "ways")
            .c(act("rehearse-read", "", "Done").a("class", "primary"))
            .c(el("span").a("class", "clock").t(format!("{left:.0} s left"))));
    }
    let usual = (own != 130.0).then(|| act("rehearse-usual", "", "Back to 130"));
    section
        .c(el("p")
            .a("data-pace", format!("{own:.0}"))
            .t(format!("Seconds are counted with {own:.0} words a minute. Read a few lines aloud once, and they are counted with yours.")))
        .all(stage.measured.as_ref().map(|words| el("p").a("class", "stands").a("role", "status").t(words)))
        .c(el("p").a("class", "ways").c(act("rehearse-pace", "", "Measure my pace")).all(usual))
}
