//! What the browser tests share: the command line beside the popup.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod access;
pub mod fit;
pub mod manual;
pub mod notebook;
pub mod races;
pub mod stores;
pub mod story;
pub mod window;

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
};

use serde_json::{Value, json};
use xtask::{
    paths, shell,
    stage::{SELLER, ZONE},
};

/// `aftertone ARGS -` with this on its standard input.
pub fn aftertone(args: &[&str], input: &[u8]) -> Value {
    let mut child = Command::new(binary()).args(args).arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success(), "aftertone {args:?} failed");
    serde_json::from_slice(&done.stdout).unwrap()
}

/// The situation that the popup has on its desk on a page, with the stage's seller and the goal of a call back.
///
/// `who` is picked from the page's people by name.
pub fn situation(html: &[u8], url: &str, who: &str, now: &str, touches: Value) -> Value {
    let read = aftertone(&["read", "--url", url], html);
    let everyone = std::iter::once(&read["prospect"]).chain(read["people"].as_array().into_iter().flatten());
    let mut prospect = everyone.into_iter().find(|person| person["name"]["value"] == who).expect("the page names them").clone();
    // Nobody leaves a voicemail on a fax.
    prospect["telephone"].as_array_mut().unwrap().retain(|number| number["line"] != "fax");
    let words = aftertone::page::visible_text(&aftertone::page::html::snapshot(html, Some(url)));
    let mut seller = json!({"timeZone": ZONE});
    for (field, words) in SELLER {
        seller[field] = words.into();
    }
    json!({"now": now, "seller": seller, "prospect": prospect, "hooks": read["hooks"], "pageText": words, "goal": "callback", "touches": touches})
}

/// The built extension, copied, with other words in its manifest.
pub fn built_with(to: &Path, words: &str, others: &str) {
    copied_with(&paths::dist("chromium"), to, words, others);
}

/// Any extension, copied, with other words in its manifest.
pub fn copied_with(from: &Path, to: &Path, words: &str, others: &str) {
    copy(from, to);
    let manifest = to.join("manifest.json");
    let text = std::fs::read_to_string(&manifest).unwrap();
    assert!(text.contains(words), "{text}");
    std::fs::write(manifest, text.replace(words, others)).unwrap();
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let file = entry.unwrap().path();
        let target = to.join(file.file_name().unwrap());
        if file.is_dir() {
            copy(&file, &target);
        } else {
            std::fs::copy(&file, &target).unwrap();
        }
    }
}

pub fn sample(name: &str) -> Vec<u8> {
    std::fs::read(paths::root().join(format!("www/samples/{name}.html"))).unwrap()
}

fn binary() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let built = shell::cargo().args(["build", "--quiet", "--package", "aftertone", "--bin", "aftertone"]).status().unwrap();
        assert!(built.success());
        paths::target().join("debug/aftertone")
    })
}

/// The least that a browser shows in its viewer of documents.
pub const PDF: &str = "%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 48>>stream
BT /F 18 Tf 20 100 Td (Ada Example, 312 555 0177) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF";
