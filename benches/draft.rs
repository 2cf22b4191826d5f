//! What a keystroke, a draft and a first reading of a script cost natively: a draft under a millisecond.
#![allow(clippy::expect_used)]

use std::hint::black_box;

use aftertone::{
    draft::{draft, lint},
    moment::Moment,
    situation::Situation,
};
use criterion::{Criterion, criterion_group, criterion_main};

const SITUATION: &str = r#"{
    "seller": {"name": "Ann Lee", "organization": "Northwind", "telephone": "+442079460123", "timeZone": "Europe/London",
               "offer": "help plants fill night shifts", "incentive": "a free shift audit", "network": ["FabCon 2026"],
               "facts": [{"id": "f1", "text": "Forty plants run their nights with us"}, {"id": "f2", "text": "Our welders stay four years on average"}]},
    "prospect": {"name": "Dana Whitfield", "jobTitle": "COO", "worksFor": "Acme", "timeZone": {"value": "America/Chicago"}},
    "hooks": [{"id": "h1", "kind": "hiring", "text": "We are hiring 50 people for the night shift in Joliet, Illinois, from January on"},
              {"id": "h2", "kind": "news", "text": "Acme opens a second plant in Joliet"},
              {"id": "h3", "kind": "award", "text": "Named Supplier of the Year 2026"}],
    "answers": {"valuable_information": "the permit fee doubles on January 1"}, "goal": "meeting"
}"#;

fn drafting(bench: &mut Criterion) {
    let now: Moment = "2026-11-23T14:05:00-06:00".parse().expect("a valid time");
    let situation: Situation = serde_json::from_str(SITUATION).expect("a valid situation");
    bench.bench_function("draft", |b| b.iter(|| draft(black_box(&situation), now, None)));
    let mut heard = situation.clone();
    let script = draft(&situation, now, None).map(|draft| draft.script).unwrap_or_default();
    let touch = format!(r#"{{"at": "2026-11-01T10:00:00Z", "kind": "voicemail", "script": {script:?}}}"#);
    let touch = serde_json::from_str(&touch).expect("a valid touch");
    heard.touches = std::iter::repeat_n(touch, 1000).collect();
    bench.bench_function("draft after 1,000 touches", |b| b.iter(|| draft(black_box(&heard), now, None)));
    let context = lint::Context::of(&situation);
    bench.bench_function("lint", |b| b.iter(|| lint::lint(black_box(&script), &context)));
    let long = script.repeat(100_000 / script.len().max(1));
    bench.bench_function("lint 100 KB", |b| b.iter(|| lint::lint(black_box(&long), &context)));
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(std::time::Duration::from_secs(2)).warm_up_time(std::time::Duration::from_millis(500));
    targets = drafting
}
criterion_main!(benches);
