//! How long reading takes, from bytes to reading: pages dense with prose, links, table rows or people, from 20 KB to 50 MB.
//!
//! `cargo bench --bench read -- people` runs one kind. The caps (400 KB of text, 40,000 nodes) bound the cost of the largest.

use std::{fmt::Write, hint::black_box, time::Duration};

use aftertone::page::{html, read};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn reading(c: &mut Criterion) {
    for (name, block) in KINDS {
        let mut group = c.benchmark_group(name);
        for kilobytes in [20, 200, 1_000, 10_000, 50_000] {
            let page = page(kilobytes * 1_000, block);
            group.throughput(Throughput::Bytes(page.len() as u64)).sample_size(10).measurement_time(Duration::from_secs(2));
            group.bench_function(format!("{kilobytes} KB"), |b| b.iter(|| read(&html::snapshot(black_box(page.as_bytes()), None))));
        }
        group.finish();
    }
}

/// The two halves of a usual page: HTML to snapshot, and snapshot to reading (which is all that a browser has to do).
fn halves(c: &mut Criterion) {
    for kilobytes in [20, 200, 1_000] {
        let page = page(kilobytes * 1_000, prose);
        let snapshot = html::snapshot(page.as_bytes(), None);
        let mut group = c.benchmark_group(format!("halves {kilobytes} KB"));
        group.throughput(Throughput::Bytes(page.len() as u64)).sample_size(20);
        group.bench_function("snapshot", |b| b.iter(|| html::snapshot(black_box(page.as_bytes()), None)));
        group.bench_function("read", |b| b.iter(|| read(black_box(&snapshot))));
        group.finish();
    }
}

/// 100,000 elements inside each other.
fn depth(c: &mut Criterion) {
    let page = format!("<!doctype html>{}Ada Byron, Director{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
    c.benchmark_group("deep")
        .sample_size(10)
        .bench_function("100,000", |b| b.iter(|| read(&html::snapshot(black_box(page.as_bytes()), None))));
}

/// The nth block of a page.
type Block = fn(&mut String, usize);

const KINDS: [(&str, Block); 4] = [("prose", prose), ("links", links), ("tables", tables), ("people", people)];

fn prose(page: &mut String, _: usize) {
    page.push_str(
        "<div class=\"row text\"><h2 class=\"title\">What we do</h2><p>We count what others guess, in <b>every</b> town and at <a href=\"/every/hour\">every hour</a>, \
         and we tell you what came out of it before the week is over. Since 1998 more than 400 mills have asked us.</p></div>\n",
    );
}

fn links(page: &mut String, nth: usize) {
    let _ = writeln!(
        page,
        "<li class=item><a href=\"/mill/{nth}?from=list\" title=\"Mill {nth}\">Mill {nth} of Larkspur</a> <a href=/map/{nth}>Map</a>"
    );
}

fn tables(page: &mut String, nth: usize) {
    let _ = writeln!(
        page,
        "<table><tr><td>{} Lake Street</td><td>Springfield, IL 627{:02}</td><td>(217) 555-{:04}</td><td>$ {nth}.00</td></tr></table>",
        nth % 900 + 1,
        nth % 90,
        nth % 10_000
    );
}

fn people(page: &mut String, nth: usize) {
    let (first, last, title) = (FIRST[nth % 8], LAST[nth / 8 % 8], TITLES[nth % 5]);
    let _ = writeln!(
        page,
        "<div class=\"team-member card\"><h3 class=name>{first} {last}{}</h3><p class=role>{title}</p><p>Phone: (312) 555-{:04}</p><p><a href=\"mailto:{first}.{last}{nth}@engines.example\">\
         {first}.{last}{nth}@engines.example</a></p><p>{first} came to us from the mills of the north and counts what others guess.</p></div>",
        ENDS[nth / 64 % 9],
        nth % 10_000
    );
}

const FIRST: [&str; 8] = ["Ada", "Carl", "Emmy", "Grace", "Alan", "Mary", "John", "Sofia"];
const LAST: [&str; 8] = ["Byron", "Gauss", "Noether", "Hopper", "Turing", "Shelley", "Keats", "Kovalevsky"];
const ENDS: [&str; 9] = ["", "son", "sen", "man", "ham", "ton", "ley", "well", "ford"];
const TITLES: [&str; 5] = ["Director", "Accountant", "Head of Research", "Sales Manager", "Chief Executive Officer"];

fn page(bytes: usize, block: Block) -> String {
    let mut page = String::from(
        "<!doctype html><html lang=en><title>Team | Engines Ltd</title><body><nav><ul><li><a href=/>Home</a><li><a href=/team>Team</a></ul></nav>\
         <h1>Our team</h1><p>Engines Ltd, phone (312) 555-0199</p>",
    );
    let mut nth = 0;
    while page.len() < bytes {
        block(&mut page, nth);
        nth += 1;
    }
    page + "<footer>© 2026 Engines Ltd, 12 Lake Street, Chicago, IL 60601</footer>"
}

criterion_group!(benches, reading, halves, depth);
criterion_main!(benches);
