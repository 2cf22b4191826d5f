//! The interface's words in the browser's language: looked up by their key in `_locales/LANGUAGE/messages.json`.
//!
//! Scripts, lints and what the core says of a decision stay English. In a view a literal is a key, and a `String` is words (`elements.rs`).

/// The words of a key; blank where there is no such key, which a test forbids.
pub(crate) fn say(key: &str) -> String {
    said::message(key, &[])
}

/// The same with `$1`, `$2` and so on filled in.
pub(crate) fn say_with(key: &str, parts: &[&str]) -> String {
    said::message(key, parts)
}

/// How many: the words of `KEY_one` or `KEY_other`, as the language counts, with the number as `$1`.
pub(crate) fn say_many(key: &str, count: usize) -> String {
    say_with(&form(key, count), &[&count.to_string()])
}

/// The key of the words for so many.
pub(crate) fn form(key: &str, count: usize) -> String {
    let form = if said::is_one(count) { "one" } else { "other" };
    format!("{key}_{form}")
}

/// The words of a key that is made at run time, or else what stands there without them.
pub(crate) fn say_or(key: &str, or: &str) -> String {
    let words = say(key);
    if words.is_empty() { or.to_owned() } else { words }
}

#[cfg(target_arch = "wasm32")]
mod said {
    use js_sys::Array;
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        /// `chrome.i18n.getMessage`; on the try page `boot.js` stands in for it.
        #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getMessage)]
        fn get_message(key: &str, parts: &Array) -> String;

        type PluralRules;
        #[wasm_bindgen(constructor, js_namespace = Intl)]
        fn new(language: &str) -> PluralRules;
        #[wasm_bindgen(method)]
        fn select(this: &PluralRules, count: f64) -> String;
    }

    pub(super) fn message(key: &str, parts: &[&str]) -> String {
        get_message(key, &parts.iter().map(|part| JsValue::from_str(part)).collect())
    }

    pub(super) fn is_one(count: usize) -> bool {
        PluralRules::new(&super::say("language")).select(count as f64) == "one"
    }
}

/// Without a browser the words are the English ones: what the tests of this package read.
#[cfg(not(target_arch = "wasm32"))]
mod said {
    use std::{collections::HashMap, sync::OnceLock};

    use serde_json::Value;

    pub(super) fn message(key: &str, parts: &[&str]) -> String {
        static ENGLISH: OnceLock<HashMap<String, Value>> = OnceLock::new();
        let read = || serde_json::from_str(include_str!("../../_locales/en/messages.json")).unwrap_or_default();
        let words = ENGLISH.get_or_init(read).get(key).and_then(|said| said["message"].as_str()).unwrap_or_default();
        (1..).zip(parts).fold(words.to_owned(), |words, (at, part)| words.replace(&format!("${at}"), part))
    }

    pub(super) fn is_one(count: usize) -> bool {
        count == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_filled_and_counted() {
        assert_eq!(say("so_far"), "So far");
        assert_eq!(say_with("calls_of_worth", &["3", "17"]), "3 of 17 calls this deal is worth.");
        assert_eq!(say_many("touches_60", 1), "One touch in the last 60 days");
        assert_eq!(say_many("touches_60", 20), "20 touches in the last 60 days");
        assert_eq!((say("nobody has this key"), say_or("nor this", "else")), (String::new(), "else".into()));
    }
}
