//! How long each page takes, from bytes to reading, in one process.

use std::{fs, hint::black_box, io::BufRead, time::Instant};

use aftertone::page::{html, read};
use anyhow::{Context, Result};

/// A file name a line in; `milliseconds<TAB>file` a line out. A first pass over all pages warms what is made once; of three more the best
/// counts, because other programs only ever make a page slower.
pub(crate) fn time() -> Result<()> {
    let files: Vec<String> = std::io::stdin().lock().lines().collect::<std::io::Result<_>>()?;
    let pages: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file).with_context(|| file.clone())).collect::<Result<_>>()?;
    let mut best = vec![f64::MAX; pages.len()];
    for pass in 0..4 {
        for (page, best) in pages.iter().zip(&mut best) {
            let start = Instant::now();
            black_box(read(&html::snapshot(page, None)));
            if pass > 0 {
                *best = best.min(start.elapsed().as_secs_f64() * 1e3);
            }
        }
    }
    for (file, best) in files.iter().zip(best) {
        println!("{best:.4}\t{file}");
    }
    Ok(())
}
