//! The last sixty days as a strip: a mark for each touch, voicemails tall, what came in above the line.

use aftertone::touch::Kind;
use sycamore::prelude::*;

use crate::{
    app::App,
    words::{
        labels,
        say::{say, say_many},
        when,
    },
};

const DAYS: i64 = 60;

/// One touch on the strip.
#[derive(Debug, Clone, PartialEq)]
struct Mark {
    /// 0 is sixty days ago, 60 is today.
    day: i64,
    kind: &'static str,
    inbound: bool,
}

pub(super) fn timeline(app: App) -> View {
    let marks = app.select(|judged| {
        let now = judged.now.timestamp.to_zoned(judged.here.clone());
        let mut marks: Vec<Mark> = judged
            .situation
            .touches
            .iter()
            .filter(|touch| touch.kind != Kind::Note)
            .filter_map(|touch| {
                let day = DAYS - when::days_between(&touch.at.timestamp.to_zoned(judged.here.clone()), &now);
                (0..=DAYS).contains(&day).then(|| Mark { day, kind: labels::kind_id(touch.kind), inbound: touch.inbound() })
            })
            .collect();
        marks.dedup();
        marks
    });
    let told = move || {
        marks.with(|marks| match marks.len() {
            0 => say("no_touch_60"),
            many => say_many("touches_60", many),
        })
    };
    view! {
        figure(class="timeline", hidden=move || marks.with(Vec::is_empty)) {
            svg("viewBox"="0 0 246 32", "role"="img", "aria-label"=told) {
                line("class"="axis", "x1"="2", "x2"="244", "y1"="18", "y2"="18")
                (marks.get_clone().into_iter().map(mark).collect::<Vec<View>>())
            }
            figcaption(aria-hidden="true") { span { "days_ago_60" } span { "today" } }
        }
    }
}

fn mark(mark: Mark) -> View {
    let x = format!("{}", 2 + mark.day * 4);
    let tall = mark.kind == "voicemail";
    let (y, height) = match (mark.inbound, tall) {
        (true, _) => ("2", "14"),
        (false, true) => ("8", "20"),
        (false, false) => ("13", "10"),
    };
    let class = if mark.inbound { "touch inbound".to_owned() } else { format!("touch {}", mark.kind) };
    view! { rect("class"=class, "x"=x, "y"=y, "width"="3", "height"=height, "rx"="1") }
}
