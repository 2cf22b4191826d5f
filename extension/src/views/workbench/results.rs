//! What came of the messages, in counts, bars and words. The words say everything that the bars show.

use aftertone::results::{Line, Says};

use super::{due::link, empty, head};
use crate::{
    tree::{Node, el, text},
    words::{say::say_with, shares},
    workbench::{Bench, Route},
};

pub(super) fn results(bench: &Bench) -> Vec<Node> {
    let mut page = vec![head("nav_results")];
    let Some(results) = &bench.results else { return page };
    let all = &results.all;
    if all.tally.left == 0 {
        page.push(empty("no_message_left", Some(link("whom_to_call_now", Route::Due))));
        return page;
    }
    page.push(
        el("p")
            .a("class", "stands")
            .a("data-results", all.tally.left.to_string())
            .t(say_with("answered", &[&shares::tally(all.tally), &shares::odds(all.odds)])),
    );
    page.push(el("p").a("class", "soft").say("brackets"));
    page.extend(list("by_angle", "angle", &results.angles, shares::angle));
    page.extend(list("by_frame", "frame", &results.frames, shares::frame));
    page.extend(list("by_pinned", "pin", &results.pins, |id| shares::pin(id, &bench.profile.pins)));
    page.extend(list("by_hour", "hour", &results.hours, shares::hour));
    page.push(el("p").a("class", "soft").say("answered_how"));
    page
}

fn list(title: &str, by: &'static str, lines: &[Line], name: impl Fn(&str) -> String) -> Option<Node> {
    let scale = shares::scale(lines);
    let rows = lines.iter().map(|line| row(line, &name(&line.id), scale));
    let ends = [0.0, scale * 100.0].map(|end| el("span").t(say_with("percent", &[&format!("{end:.0}")])));
    let axis = el("p").a("class", "axis").a("aria-hidden", "true").all(ends);
    (!lines.is_empty()).then(|| {
        el("section")
            .a("class", "shares")
            .a("data-by", by)
            .key(by)
            .c(el("h2").say(title))
            .c(el("p").a("data-verdict", "").t(shares::verdict(lines, &name)))
            .c(axis)
            .c(el("ol").all(rows))
    })
}

fn row(line: &Line, name: &str, scale: f64) -> Node {
    let says = match line.says {
        Says::Most => "most",
        Says::Least => "least",
        Says::TooFew => "too-few",
    };
    el("li")
        .key(&line.id)
        .a("data-line", &line.id)
        .a("data-says", says)
        .c(el("span").a("class", "name").c(el("bdi").t(name)))
        .c(bar(line, scale))
        .c(el("span")
            .a("class", "told")
            .c(el("span").t(shares::tally(line.tally)))
            .c(text(" "))
            .c(el("span").a("class", "soft").t(shares::odds(line.odds))))
}

/// The interval from end to end, and a mark where the likeliest share lies.
fn bar(line: &Line, scale: f64) -> Node {
    let place = |share: f64| share / scale * 100.0;
    let (low, mean, high) = (place(line.odds.low), place(line.odds.mean), place(line.odds.high));
    let rect = |class: &str, x: f64, y: u8, width: f64, height: u8| {
        el("rect")
            .a("class", class)
            .a("x", format!("{x:.2}"))
            .a("y", y.to_string())
            .a("width", format!("{width:.2}"))
            .a("height", height.to_string())
    };
    el("svg")
        .a("viewBox", "0 0 100 12")
        .a("preserveAspectRatio", "none")
        .a("aria-hidden", "true")
        .a("focusable", "false")
        .c(rect("track", 0.0, 5, 100.0, 2))
        .c(rect("reach", low, 2, (high - low).max(0.5), 8))
        .c(rect("mean", (mean - 0.4).max(0.0), 0, 0.8, 12))
}
