//! How long each page takes, from bytes to reading, in one process.

use std::{fs, io::BufRead, time::Instant};

use aftertone::page::{html, read};
use anyhow::{Context, Result};

/// A file name a line in; `milliseconds<TAB>file` a line out. A first pass over all pages warms what is made once.
pub(crate) fn time() -> Result<()> {
    let files: Vec<String> = std::io::stdin().lock().lines().collect::<std::io::Result<_>>()?;
    let pages: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file).with_context(|| file.clone())).collect::<Result<_>>()?;
    for timed in [false, true] {
        for (file, page) in files.iter().zip(&pages) {
            let start = Instant::now();
            let reading = read(&html::snapshot(page, None));
            let took = start.elapsed();
            if timed {
                println!("{:.4}\t{file}\t{}", took.as_secs_f64() * 1e3, reading.people.len());
            }
        }
    }
    Ok(())
}
