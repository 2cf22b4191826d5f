//! Numbers as the user's language writes them: "10,000", "24,1".

use super::say::{form, say_with};

/// A count.
pub(crate) fn numeral(count: usize) -> String {
    written::written(count as f64, 0)
}

/// How many of what: "10,000 people", by the key of the words without its `_one` and `_other`.
pub(crate) fn counted(key: &str, count: usize) -> String {
    say_with(&form(key, count), &[&numeral(count)])
}

/// With one digit behind the point.
pub(crate) fn decimal(value: f64) -> String {
    written::written(value, 1)
}

#[cfg(target_arch = "wasm32")]
mod written {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        type NumberFormat;
        #[wasm_bindgen(constructor, js_namespace = Intl)]
        fn new(locale: &str, options: &JsValue) -> NumberFormat;
        #[wasm_bindgen(method)]
        fn format(this: &NumberFormat, value: f64) -> String;
    }

    thread_local! {
        static MADE: [NumberFormat; 2] = [make(r#"{"maximumFractionDigits":0}"#), make(r#"{"minimumFractionDigits":1,"maximumFractionDigits":1}"#)];
    }

    fn make(options: &str) -> NumberFormat {
        NumberFormat::new(&crate::words::date::locale(), &js_sys::JSON::parse(options).unwrap_or_default())
    }

    pub(super) fn written(value: f64, behind: usize) -> String {
        MADE.with(|made| made[behind].format(value))
    }
}

/// Without a browser as Rust writes them.
#[cfg(not(target_arch = "wasm32"))]
mod written {
    pub(super) fn written(value: f64, behind: usize) -> String {
        format!("{value:.behind$}")
    }
}
