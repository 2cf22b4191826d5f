//! What the popup may weigh.

use std::{fs, io::Write, path::Path};

use anyhow::{Result, bail};

use crate::wasm::NAME;

// The goal is 1,500,000 bytes, and 500,000 with brotli. These hold what it weighs today, a little rounded up. Where the rest lies, in KB before
// wasm-opt: 2,050 of code, of which the core 602, the screens 403, the standard library 367 and what is of two crates 244 (iterators and formatting
// made for our types), jiff 121, telephone numbers 67 with their regular expressions, Sycamore 72, JSON 57; and 476 of data, mostly lists of words.

/// In bytes, as the file lies on the disk.
pub const MOST_RAW: usize = 2_200_000;
/// In bytes, as a server would send it. Less raw is not less here: what was cut of the data was what compresses best.
pub const MOST_BROTLI: usize = 785_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub raw: usize,
    pub brotli: usize,
}

/// Weighs the wasm of a build and says what it weighs.
///
/// # Errors
/// Where it is over the budget.
pub fn check(folder: &Path) -> Result<Size> {
    let size = weigh(&fs::read(folder.join(format!("{NAME}_bg.wasm")))?)?;
    eprintln!("  wasm: {} bytes of {MOST_RAW}, {} of {MOST_BROTLI} with brotli", size.raw, size.brotli);
    if size.raw > MOST_RAW || size.brotli > MOST_BROTLI {
        bail!("the wasm is over its budget of {MOST_RAW} bytes, {MOST_BROTLI} with brotli: {size:?}");
    }
    Ok(size)
}

fn weigh(wasm: &[u8]) -> Result<Size> {
    let mut packed = vec![];
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
    writer.write_all(wasm)?;
    drop(writer);
    Ok(Size { raw: wasm.len(), brotli: packed.len() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_too_heavy_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(format!("{NAME}_bg.wasm"));
        fs::write(&file, vec![0; MOST_RAW]).unwrap();
        assert_eq!(check(folder.path()).unwrap().raw, MOST_RAW);
        fs::write(&file, vec![0; MOST_RAW + 1]).unwrap();
        assert!(check(folder.path()).is_err());
        // What does not compress: a simple generator's noise.
        let noise = (0..MOST_BROTLI as u32 + 100_000).scan(1_u32, |state, _| {
            *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            Some((*state >> 24) as u8)
        });
        fs::write(&file, noise.collect::<Vec<_>>()).unwrap();
        assert!(check(folder.path()).is_err());
    }
}
