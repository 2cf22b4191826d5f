//! What the programs may weigh.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

// The popup's numbers are its goal and stay. What a click loads in all is the popup and the reader, 2.4 MB, and the numbering plans and time zones, 68 KB,
// which once lay in each program. The other two are held at what they weigh, a little rounded up. Where the popup's rest lies, in KB before wasm-opt:
// the drafts 148, the screens 258, the standard library 350 (half of it iterators and formatting made for our types), the log and its stores 112, JSON
// 130, Sycamore 88, telephone numbers with their regular expressions 60, the glue 60.

/// In bytes: as the file lies on the disk, and as a server would send it, with brotli. Less raw is not less packed: what was cut of the data was
/// what compresses best.
pub const MOST: [(&str, Size); 3] = [
    ("reader", Size { raw: 1_060_000, brotli: 376_000 }),
    ("popup", Size { raw: 1_500_000, brotli: 500_000 }),
    ("workbench", Size { raw: 1_650_000, brotli: 572_000 }),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub raw: usize,
    pub brotli: usize,
}

/// Weighs the wasm of a build and says what it weighs.
///
/// # Errors
/// Where one is over its budget.
pub fn check(folder: &Path) -> Result<()> {
    for (name, most) in MOST {
        let size = weigh(&fs::read(file(folder, name))?)?;
        eprintln!("  {name}: {} bytes of {}, {} of {} with brotli", size.raw, most.raw, size.brotli, most.brotli);
        if size.raw > most.raw || size.brotli > most.brotli {
            bail!("the {name}'s wasm is over its budget of {} bytes, {} with brotli: {size:?}", most.raw, most.brotli);
        }
    }
    Ok(())
}

fn file(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}_bg.wasm"))
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
    use crate::wasm::PROGRAMS;

    #[test]
    fn every_program_has_a_budget() {
        assert_eq!(MOST.map(|(name, _)| name), PROGRAMS);
    }

    #[test]
    fn what_is_too_heavy_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: Vec<u8>| fs::write(file(folder.path(), name), bytes).unwrap();
        for (name, most) in MOST {
            write(name, vec![0; most.raw]);
        }
        check(folder.path()).unwrap();
        for (name, most) in MOST {
            write(name, vec![0; most.raw + 1]);
            assert!(check(folder.path()).is_err());
            // What does not compress: a simple generator's noise.
            let noise = (0..most.brotli as u32 + 100_000).scan(1_u32, |state, _| {
                *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                Some((*state >> 24) as u8)
            });
            write(name, noise.collect());
            assert!(check(folder.path()).is_err());
            write(name, vec![0; most.raw]);
        }
    }
}
