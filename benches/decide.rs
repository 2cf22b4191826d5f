//! A decision over logs of growing length: without its flip and with the script given, and with flip and drafted script.

#![allow(clippy::unwrap_used)]

use std::hint::black_box;

use aftertone::{
    decide::{decide, decide_without_flip},
    plan,
    situation::Situation,
};
use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::{Value, json};

fn situation(touches: usize, script: Option<&str>) -> Situation {
    let kinds = ["call", "voicemail", "email", "live_route", "talk", "note"];
    let touches: Vec<Value> = (0..touches)
        .map(|n| {
            let (day, hour) = (n / 10 % 28 + 1, 8 + n % 10);
            json!({"id": format!("01J{n:023}"), "at": format!("20{:02}-{:02}-{day:02}T{hour:02}:00:00Z", n / 3360 % 26, n / 280 % 12 + 1),
                   "kind": kinds[n % kinds.len()], "direction": if n % 7 == 0 { "inbound" } else { "outbound" }})
        })
        .collect();
    serde_json::from_value(json!({
        "now": "2026-11-23T14:05:00-06:00",
        "seller": {"name": "Sam Reyes", "organization": "Brightline", "telephone": "+13125550142", "timeZone": "America/Chicago",
                   "offer": "We cut freight bills for food makers"},
        "prospect": {"name": "Dana Whitfield", "jobTitle": "Operations Director", "worksFor": "Harbor Mills",
                     "timeZone": {"value": "America/Chicago"}},
        "hooks": [{"id": "hiring-1", "kind": "hiring", "text": "We are hiring 50 people by the end of May.", "date": null, "source": "text"}],
        "goal": "callback", "script": script, "touches": touches,
    }))
    .unwrap()
}

const SCRIPT: &str = "Hello Dana, this is Sam Reyes at 312-555-0142. I read that you are hiring. Please call me back at 312-555-0142.";

fn benches(c: &mut Criterion) {
    for touches in [0, 10, 100, 1_000, 10_000, 100_000] {
        let given = situation(touches, Some(SCRIPT));
        let now = given.now.unwrap();
        c.bench_function(&format!("decide without flip, script given, {touches} touches"), |b| {
            b.iter(|| decide_without_flip(black_box(&given), now))
        });
        let drafted = situation(touches, None);
        c.bench_function(&format!("decide with flip and drafted script, {touches} touches"), |b| {
            b.iter(|| decide(black_box(&drafted), now))
        });
    }
    let drafted = situation(10, None);
    c.bench_function("plan 60 days, 10 touches", |b| b.iter(|| plan::plan(black_box(&drafted), drafted.now.unwrap(), plan::DAYS)));
}

criterion_group! { name = decide_benches; config = Criterion::default().sample_size(20); targets = benches }
criterion_main!(decide_benches);
