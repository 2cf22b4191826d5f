//! The reader's program: a snapshot comes in, and what the page tells goes out. It has a memory of its own, without a notebook or a view, because the
//! page may be hostile (`reading.js`).

use aftertone::{page, snapshot::Snapshot};

/// The reading as JSON and the page's visible words, from a snapshot as JSON; or the key of the sentence why not.
///
/// # Errors
/// Where it is no snapshot, or the snapshot of what is no page.
pub fn read(snapshot: &[u8]) -> Result<Vec<String>, &'static str> {
    let snapshot: Snapshot = serde_json::from_slice(snapshot).map_err(|_| "not_understood")?;
    if !readable(&snapshot) {
        return Err("a_document");
    }
    let reading = serde_json::to_string(&page::read(&snapshot)).map_err(|_| "not_understood")?;
    Ok(vec![reading, page::visible_text(&snapshot)])
}

/// Pictures, PDF and the like are shown in a page of the browser's own that says nothing.
fn readable(snapshot: &Snapshot) -> bool {
    snapshot.content_type.as_deref().is_none_or(|kind| kind.contains("html") || kind.contains("xml") || kind == "text/plain")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use aftertone::page::Reading;

    #[test]
    fn what_goes_out_is_what_was_read() {
        let json = r#"{"url": "https://example.com/", "title": "Dana Smith", "nodes": [[-1, "h1", []], [0, "Dana Smith"], [-1, "p", []], [2, "Call (312) 555-0142"]]}"#;
        let [reading, words] = read(json.as_bytes()).unwrap().try_into().unwrap();
        let snapshot: Snapshot = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::from_str::<Reading>(&reading).unwrap(), page::read(&snapshot));
        assert!(words.contains("Dana Smith") && words.contains("555-0142"), "{words}");
    }

    #[test]
    fn what_is_no_page_is_said() {
        for (json, why) in [
            ("", "not_understood"),
            ("7", "not_understood"),
            ("{\"nodes\": 5}", "not_understood"),
            ("\u{0}", "not_understood"),
            (r#"{"contentType": "application/pdf"}"#, "a_document"),
            (r#"{"contentType": "image/png"}"#, "a_document"),
        ] {
            assert_eq!(read(json.as_bytes()), Err(why), "{json}");
        }
        for kind in ["text/html", "application/xhtml+xml", "text/plain"] {
            assert!(read(format!(r#"{{"contentType": "{kind}"}}"#).as_bytes()).is_ok());
        }
    }
}
