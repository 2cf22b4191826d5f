//! The stage: the words as they run, what to do with them, what was recorded, and the user's own pace.

use super::{act, act_on, due::link, empty, head};
use crate::{
    tree::{Node, el, text},
    words::{
        decimal, pace, reading,
        say::{say, say_with},
    },
    workbench::{Bench, Doing, Route, Take},
};

pub(super) fn rehearse(bench: &Bench) -> Vec<Node> {
    let mut page = vec![head("rehearse")];
    let stage = &bench.rehearsal;
    match &stage.piece {
        Some(piece) => {
            page.push(running(bench));
            page.push(
                el("p")
                    .a("class", "soft")
                    .a("data-plan", format!("{:.1}", piece.seconds))
                    .t(say_with("planned", &[&decimal(piece.seconds), &format!("{:.0}", bench.profile.seller.wpm.words_a_minute())])),
            );
            page.push(ways(bench));
            page.extend(stage.wrong.as_ref().map(|why| el("p").a("class", "wrong").a("role", "alert").a("data-error", "rehearse").t(why)));
            page.extend(takes(bench));
            page.extend(question(bench));
        }
        None if bench.read => page.push(empty("nothing_to_rehearse", Some(link("scripts", Route::Pins)))),
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
        // And in one line (U+2060, word joiner).
        let between = if apart { " " } else { "\u{2060}" };
        [el("span").a("class", class).t(piece.script.get(word.start..word.end).unwrap_or_default()), text(between)]
    });
    el("p").a("class", "running").a("dir", "auto").a("data-part", "prompter").all(words)
}

fn ways(bench: &Bench) -> Node {
    let stage = &bench.rehearsal;
    let (doing, words) = match stage.doing {
        Doing::Nothing | Doing::Pace => ("", ""),
        Doing::Running => ("Running", "doing_running"),
        Doing::Speaking => ("Reading aloud", "doing_speaking"),
        Doing::Asking => ("Asking for the microphone", "doing_asking"),
        Doing::Recording => ("Recording", "doing_recording"),
        Doing::Listening => ("Listening to it", "doing_listening"),
        Doing::Playing(_) => ("Playing", "doing_playing"),
    };
    let line = el("p").a("class", "ways").a("data-doing", doing).key(doing);
    match stage.doing {
        Doing::Nothing | Doing::Pace => line
            .c(act("rehearse-run", "", "run_the_words").a("class", "primary"))
            .c(act("rehearse-record", "", "record"))
            .c(act("rehearse-speak", "", "read_to_me")),
        Doing::Asking | Doing::Listening => line.c(el("span").a("role", "status").t(format!("{} …", say(words)))),
        _ => line
            .c(act("rehearse-stop", "", "stop").a("class", if stage.doing == Doing::Recording { "stop-button" } else { "primary" }))
            .c(el("span").a("role", "status").say(words))
            .c(el("span").a("class", "clock").t(say_with("seconds_of", &[&decimal(stage.past)]))),
    }
}

fn takes(bench: &Bench) -> Option<Node> {
    let takes = &bench.rehearsal.takes;
    let rows = takes.iter().enumerate().map(|(n, take)| one(bench, n, take));
    (!takes.is_empty()).then(|| {
        el("section")
            .c(el("h2").say("what_you_recorded"))
            .c(el("ol").a("class", "takes").all(rows))
            .c(el("p").a("class", "soft").say("recorded_how"))
    })
}

fn one(bench: &Bench, n: usize, take: &Take) -> Node {
    let planned = bench.rehearsal.piece.as_ref().map_or(0.0, |piece| piece.seconds);
    let words = match take.spoken {
        Some(spoken) => reading::beside(spoken, planned, take.pace, bench.profile.seller.wpm),
        None => say("nothing_heard"),
    };
    let pace = take.pace.filter(|pace| reading::kept(Some(*pace)).is_ok());
    let keep = pace.map(|pace| act_on("rehearse-use", &format!("{pace:.0}"), &say_with("count_with", &[&format!("{pace:.0}")])));
    el("li")
        .a("data-take", n.to_string())
        .a("data-held", format!("{:.3}", take.held))
        .c(el("p").c(el("strong").t(say_with("seconds_recorded", &[&decimal(take.held)]))).t(words))
        .c(el("p").a("class", "ways").c(act("rehearse-play", &n.to_string(), "hear_as_they_will")).all(keep))
}

/// Castain's question (seed 003), once there was something to hear.
fn question(bench: &Bench) -> Option<Node> {
    let stage = &bench.rehearsal;
    let piece = stage.piece.as_ref().filter(|_| stage.tried)?;
    let ask = el("section").a("data-part", "question").c(el("h2").say("would_you_return"));
    let pin = piece.pin.as_ref().and_then(|id| bench.profile.pins.iter().find(|pin| pin.id == *id));
    let Some(pin) = pin else {
        return Some(ask.c(el("p").say("script_not_pinned")).c(el("p").a("class", "ways").c(act("rehearse-pin", "", "pin_it"))));
    };
    let pressed = |yes: bool| if pin.returned == Some(yes) { "true" } else { "false" };
    let button = |yes: bool, on: &str, words: &str| act("rehearse-returned", on, words).a("aria-pressed", pressed(yes));
    Some(ask.c(el("p").a("class", "ways").c(button(true, "yes", "yes")).c(button(false, "no", "no"))))
}

fn own_pace(bench: &Bench) -> Node {
    let stage = &bench.rehearsal;
    let own = bench.profile.seller.wpm.words_a_minute();
    let section = el("section").a("data-part", "own-pace").c(el("h2").say("your_own_pace"));
    if stage.doing == Doing::Pace {
        let left = (reading::LONGEST - stage.past).max(0.0).ceil();
        return section.c(el("p").a("class", "running").t(reading::PARAGRAPH)).c(el("p")
            .a("class", "ways")
            .c(act("rehearse-read", "", "done").a("class", "primary"))
            .c(el("span").a("class", "clock").t(say_with("seconds_left", &[&format!("{left:.0}")]))));
    }
    let usual = (own != 130.0).then(|| act("rehearse-usual", "", "back_to_130"));
    section
        .c(el("p").a("data-pace", format!("{own:.0}")).t(say_with("pace_counted", &[&format!("{own:.0}")])))
        .all(stage.measured.as_ref().map(|words| el("p").a("class", "stands").a("role", "status").t(words)))
        .c(el("p").a("class", "ways").c(act("rehearse-pace", "", "measure_my_pace")).all(usual))
}
