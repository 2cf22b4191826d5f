//! How long reading takes: HTML to snapshot, and snapshot to reading, on pages of three sizes.

use std::{fmt::Write, hint::black_box};

use aftertone::page::{html, read};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn reading(c: &mut Criterion) {
    for kilobytes in [20, 200, 1000] {
        let page = page(kilobytes * 1000);
        let snapshot = html::snapshot(page.as_bytes(), None);
        let mut group = c.benchmark_group(format!("{kilobytes} KB"));
        group.throughput(Throughput::Bytes(page.len() as u64)).sample_size(20);
        group.bench_function("snapshot", |b| b.iter(|| html::snapshot(black_box(page.as_bytes()), None)));
        group.bench_function("read", |b| b.iter(|| read(black_box(&snapshot))));
        group.finish();
    }
}

/// A company's page as they come: a menu, a team of eight, then prose.
fn page(bytes: usize) -> String {
    let mut page = String::from(
        "<!doctype html><html lang=en><title>Team | Engines Ltd</title><body><nav><ul><li><a href=/>Home</a><li><a href=/team>Team</a></ul></nav>",
    );
    for (nth, (name, title)) in
        [("Ada Byron", "Director"), ("Carl Gauss", "Accountant"), ("Emmy Noether", "Head of Research")].iter().cycle().take(8).enumerate()
    {
        let _ = write!(page, "<div class=card><h3>{name}</h3><p>{title}</p><p>Phone: (312) 555-01{nth:02}</p></div>");
    }
    while page.len() < bytes {
        page.push_str(
            "<div class=\"row text\"><h2 class=\"title\">What we do</h2><p>We count what others guess, in <b>every</b> town and at <a href=\"/every/hour\">every hour</a>, \
             and we tell you what came out of it before the week is over. Since 1998 more than 400 mills have asked us.</p></div>\n",
        );
    }
    page + "<footer>© 2026 Engines Ltd, 12 Lake Street, Chicago, IL 60601</footer>"
}

criterion_group!(benches, reading);
criterion_main!(benches);
