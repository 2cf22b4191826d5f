#![allow(clippy::unwrap_used)]
//! Pages that went wrong: the cases, cut, copied into each other and sprinkled with what trips readers up. Whatever comes out is read without a
//! panic, and every reason to call stays verbatim. `MINUTES=15 cargo test --release --test mutants -- --ignored` looks for longer.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use aftertone::page::{html, read, visible_text};

#[test]
fn a_hundred_mutants_are_read() {
    let mut mutants = Mutants::new(1);
    (0..100).for_each(|_| mutants.next());
}

#[test]
#[ignore = "as long as MINUTES says, 15 unless told"]
fn mutants_are_read_for_minutes() {
    let minutes = std::env::var("MINUTES").ok().and_then(|minutes| minutes.parse().ok()).unwrap_or(15);
    let seed = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos() as u64 | 1;
    let (end, mut mutants, mut count) = (Instant::now() + Duration::from_secs(60 * minutes), Mutants::new(seed), 0u64);
    while Instant::now() < end {
        (0..100).for_each(|_| mutants.next());
        count += 100;
    }
    eprintln!("{count} mutants of seed {seed}");
}

struct Mutants {
    pages: Vec<Vec<u8>>,
    state: u64,
}

impl Mutants {
    fn new(seed: u64) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
        let files = ["cases", "whole"].iter().flat_map(|inner| fs::read_dir(folder.join(inner)).unwrap());
        let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        paths.sort();
        Self { pages: paths.iter().map(|path| fs::read(path).unwrap()).collect(), state: seed }
    }

    /// Makes one and reads it; where that panics, the page is printed.
    fn next(&mut self) {
        let page = self.page();
        let url = [None, Some("https://www.engines.example/team"), Some("https://www.linkedin.com/in/ada")][self.below(3)];
        let shown = Shown(&page);
        let snapshot = html::snapshot(&page, url);
        let reading = read(&snapshot);
        let text = visible_text(&snapshot);
        for hook in &reading.hooks {
            assert!(text.contains(&hook.text), "not verbatim: {}", hook.text);
        }
        let json = serde_json::to_string(&reading).unwrap();
        assert_eq!(serde_json::from_str::<aftertone::page::Reading>(&json).unwrap(), reading);
        drop(shown);
    }

    fn page(&mut self) -> Vec<u8> {
        let nth = self.below(self.pages.len());
        let mut page = self.pages[nth].clone();
        for _ in 0..1 << self.below(6) {
            let at = self.below(page.len() + 1);
            match self.below(6) {
                0 | 1 => drop(page.splice(at..at, TRAPS[self.below(TRAPS.len())].bytes())),
                2 => drop(page.drain(at..page.len().min(at + 1 + self.below(40)))),
                3 => {
                    let other = &self.pages[self.below_of(self.pages.len())];
                    let from = self.below_of(other.len());
                    let piece = other[from..other.len().min(from + 200)].to_vec();
                    page.splice(at..at, piece);
                    self.turn();
                }
                4 if at < page.len() => page[at] ^= 1 << self.below(8),
                _ => drop(page.splice(at..at, TRAPS[self.below(TRAPS.len())].repeat(2 + self.below(60)).into_bytes())),
            }
        }
        page
    }

    fn below(&mut self, most: usize) -> usize {
        self.turn();
        self.below_of(most)
    }

    fn below_of(&self, most: usize) -> usize {
        (self.state >> 20) as usize % most.max(1)
    }

    /// Marsaglia's xorshift.
    fn turn(&mut self) {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
    }
}

/// Prints the page where reading it panics.
struct Shown<'a>(&'a [u8]);

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the page: {:?}", String::from_utf8_lossy(self.0));
        }
    }
}

const TRAPS: [&str; 44] = [
    "\u{130}",
    "ß",
    "ﬁ",
    "\u{200b}",
    "\u{a0}",
    "é",
    "ẞ",
    "😀",
    "<b>",
    "</b>",
    "<table><tr><td>",
    "</div>",
    "<h1>",
    "(ext. 12)",
    "x216",
    "+",
    "@",
    "(at)",
    ".com",
    "©",
    "Dr. ",
    "&",
    "&#x0;",
    "\0",
    "\t",
    "\n",
    "Ada Byron",
    "CEO",
    "owned by ",
    "Fax: ",
    "555-0142",
    "<a href='data:text/vcard;base64,QkVH",
    "<base href='http://a.example/'>",
    "<a href='http://a.example/x'>",
    "<script type='application/ld+json'>{\"@type\":\"Person\",\"name\":",
    "\"",
    "{",
    "[",
    "M.D.",
    "Inc.",
    "2026-01-02",
    "lève 3 millions",
    "<h2>What our clients say</h2>",
    "١٢٣",
];
