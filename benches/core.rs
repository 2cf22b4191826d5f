//! What the core needs for one click: reading a page, deciding, drafting.
#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;

use aftertone::{
    decide::decide,
    draft::draft,
    page::{self, html},
    situation::Situation,
};
use criterion::{Criterion, criterion_group, criterion_main};

fn core(criterion: &mut Criterion) {
    for kilobytes in [20, 200, 1000] {
        let html = directory(kilobytes * 1000);
        let snapshot = html::snapshot(html.as_bytes(), Some("https://harborcrate.example/ines"));
        criterion.bench_function(&format!("read {kilobytes} KB"), |bencher| bencher.iter(|| page::read(black_box(&snapshot))));
        criterion
            .bench_function(&format!("parse {kilobytes} KB"), |bencher| bencher.iter(|| html::snapshot(black_box(html.as_bytes()), None)));
    }
    let situation: Situation = serde_json::from_str(SITUATION).unwrap();
    let now = situation.now.unwrap();
    criterion.bench_function("decide", |bencher| bencher.iter(|| decide(black_box(&situation), now)));
    criterion.bench_function("draft", |bencher| bencher.iter(|| draft(black_box(&situation), now, None)));
}

/// One person to call, and a dense list around her.
fn directory(bytes: usize) -> String {
    let mut html = String::from(
        "<!doctype html><title>Ines Kowalski</title><h1>Ines Kowalski</h1><p>Plant Manager, Harbor Crate Works, Chicago, IL. Call (312) 555-0155.</p><ul>",
    );
    let mut at = 0;
    while html.len() < bytes {
        html += &format!(
            "<li class=\"item\"><h3><a href=\"/catalog/{at}\">Crate no. {at}</a></h3><p>Packed and <b>checked</b> twice before it leaves.</p></li>"
        );
        at += 1;
    }
    html
}

const SITUATION: &str = r#"{
    "now": "2026-11-23T14:05:00-06:00",
    "seller": {"name": "Sam Reyes", "organization": "Brightline Freight", "telephone": "+13125550188", "offer": "cut freight bills by a tenth"},
    "prospect": {"name": "Ines Kowalski", "worksFor": "Harbor Crate Works", "telephone": [{"value": "(312) 555-0155", "e164": "+13125550155", "line": "direct"}],
                 "timeZone": {"value": "America/Chicago"}},
    "hooks": [{"id": "hiring-1", "kind": "hiring", "text": "Harbor Crate Works is hiring two night-shift supervisors.", "source": "text"}],
    "goal": "callback",
    "touches": [{"at": "2026-11-10T10:00:00-06:00", "kind": "voicemail"}, {"at": "2026-11-23T14:00:00-06:00", "kind": "live_route"}]
}"#;

criterion_group!(benches, core);
criterion_main!(benches);
