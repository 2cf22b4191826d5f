//! What the core needs to read a page, and natively to parse it before.
#![allow(missing_docs)]

use std::hint::black_box;

use aftertone::page::{self, html};
use criterion::{Criterion, criterion_group, criterion_main};

fn read(criterion: &mut Criterion) {
    for kilobytes in [20, 200, 1000] {
        let html = directory(kilobytes * 1000);
        let snapshot = html::snapshot(html.as_bytes(), Some("https://harborcrate.example/ines"));
        criterion.bench_function(&format!("read {kilobytes} KB"), |bencher| bencher.iter(|| page::read(black_box(&snapshot))));
        criterion
            .bench_function(&format!("parse {kilobytes} KB"), |bencher| bencher.iter(|| html::snapshot(black_box(html.as_bytes()), None)));
    }
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

criterion_group!(benches, read);
criterion_main!(benches);
