//! The files that are handed to the stores: the same sources give the same bytes.

use std::{
    fs,
    io::{Cursor, Write},
    path::{Path, PathBuf},
};

use anyhow::Result;
use sha2::{Digest, Sha256};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{manifest::Browser, paths};

/// Zips what stands in `dist/` for each browser.
pub fn package() -> Result<()> {
    let folder = paths::target().join("package");
    fs::create_dir_all(&folder)?;
    for browser in Browser::ALL {
        let file = folder.join(format!("after-the-tone-{}-{}.zip", env!("CARGO_PKG_VERSION"), browser.name()));
        let bytes = zip(&paths::dist(browser.name()))?;
        let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        fs::write(&file, bytes)?;
        println!("{hash}  {}", file.display());
    }
    Ok(())
}

/// A folder as a zip: sorted, and with the earliest date a zip can tell, so that nothing of this machine or day is in it.
fn zip(folder: &Path) -> Result<Vec<u8>> {
    let mut names = vec![];
    list(folder, &mut names)?;
    names.sort();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for file in names {
        let name = file.strip_prefix(folder)?.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        zip.start_file(name, options)?;
        zip.write_all(&fs::read(&file)?)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn list(folder: &Path, names: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, names)?;
        } else {
            names.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let [one, two] = [["b.js", "a.html", "icons/x.png"], ["icons/x.png", "b.js", "a.html"]].map(|order| {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir(folder.path().join("icons")).unwrap();
            for name in order {
                fs::write(folder.path().join(name), name).unwrap();
                let past = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(order[0].len() as u64 * 1_000_000);
                fs::File::options().write(true).open(folder.path().join(name)).unwrap().set_modified(past).unwrap();
            }
            zip(folder.path()).unwrap()
        });
        assert_eq!(one, two);
        assert_eq!(&one[..2], b"PK");
    }
}
