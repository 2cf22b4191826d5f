//! Files, text and JSON, each refused with a sentence that says where.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
};

use serde::de::DeserializeOwned;

/// Larger input is a mistake, not a page.
pub(super) const MOST_BYTES: u64 = 256 * 1024 * 1024;

pub(super) fn open(file: &str) -> Result<(Box<dyn BufRead>, Option<u64>), String> {
    if file == "-" {
        return Ok((Box::new(BufReader::new(std::io::stdin())), None));
    }
    let opened = File::open(file).map_err(|error| format!("{file}: {error}"))?;
    let length = opened.metadata().ok().filter(std::fs::Metadata::is_file).map(|data| data.len());
    Ok((Box::new(BufReader::with_capacity(1 << 16, opened)), length))
}

pub(super) fn bytes(file: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let (source, _) = open(file)?;
    source.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| format!("{file}: {error}"))?;
    if bytes.len() as u64 > MOST_BYTES { Err(format!("{file}: larger than {} MB", MOST_BYTES >> 20)) } else { Ok(bytes) }
}

/// UTF-8, with or without a byte-order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to()))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// One JSON object; the sentence names the key and the place of what is wrong.
pub(super) fn json<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    if !text.trim_start().starts_with('{') {
        return Err("a JSON object is wanted".to_owned());
    }
    let mut source = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut source).map_err(|error| {
        let (path, inner) = (error.path().to_string(), error.inner());
        if inner.is_data() && path != "." { format!("{path}: {inner}") } else { format!("broken JSON: {inner}") }
    })?;
    source.end().map_err(|error| format!("broken JSON: {error}"))?;
    Ok(read)
}
