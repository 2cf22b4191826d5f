//! Days and times as the user's language writes them.

use jiff::civil::{Date, DateTime};

/// "14:05"
pub(crate) fn time(at: DateTime) -> String {
    shown::shown(at, Shape::Time)
}

/// "Fri"
pub(crate) fn weekday(at: DateTime) -> String {
    shown::shown(at, Shape::Weekday)
}

/// "Fri 27 Nov"
pub(crate) fn near(at: DateTime) -> String {
    shown::shown(at, Shape::Near)
}

/// "24 Dec"
pub(crate) fn far(at: DateTime) -> String {
    shown::shown(at, Shape::Far)
}

/// "3 Jan 2027"
pub(crate) fn farther(at: DateTime) -> String {
    shown::shown(at, Shape::Farther)
}

/// "November 2026"
pub(crate) fn month(day: Date) -> String {
    shown::shown(day.at(0, 0, 0, 0), Shape::Month)
}

/// How many days of a week lie before this one: weeks begin on the day that they begin on where the user lives.
pub(crate) fn days_into_week(day: Date) -> usize {
    usize::try_from(day.weekday().since(shown::first_of_week())).unwrap_or(0)
}

/// The locale that days and numbers are written in.
#[cfg(target_arch = "wasm32")]
pub(crate) use shown::locale;

#[derive(Debug, Clone, Copy)]
enum Shape {
    Time,
    Weekday,
    Near,
    Far,
    Farther,
    Month,
}

#[cfg(target_arch = "wasm32")]
mod shown {
    use std::cell::{OnceCell, RefCell};

    use jiff::{
        civil::{DateTime, Weekday},
        tz::Offset,
    };
    use wasm_bindgen::prelude::*;

    use super::Shape;
    use crate::words::say::say;

    #[wasm_bindgen]
    extern "C" {
        /// `chrome.i18n.getUILanguage`: "en-US".
        #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getUILanguage)]
        fn ui_language() -> String;

        type DateTimeFormat;
        #[wasm_bindgen(constructor, js_namespace = Intl)]
        fn new(locale: &str, options: &JsValue) -> DateTimeFormat;
        #[wasm_bindgen(method)]
        fn format(this: &DateTimeFormat, at: f64) -> String;

        type Locale;
        #[wasm_bindgen(constructor, js_namespace = Intl)]
        fn new(locale: &str) -> Locale;
        /// Not in every browser.
        #[wasm_bindgen(method, catch, js_name = getWeekInfo)]
        fn week_info(this: &Locale) -> Result<WeekInfo, JsValue>;

        type WeekInfo;
        /// 1 is Monday, 7 is Sunday.
        #[wasm_bindgen(method, getter, js_name = firstDay)]
        fn first_day(this: &WeekInfo) -> i8;
    }

    thread_local! {
        static LOCALE: OnceCell<String> = const { OnceCell::new() };
        /// To make one takes as long as to use it a hundred times.
        static MADE: RefCell<[Option<DateTimeFormat>; 6]> = const { RefCell::new([const { None }; 6]) };
    }

    pub(super) fn shown(at: DateTime, shape: Shape) -> String {
        // The hands of the clock there, shown as if they were Greenwich's.
        let at = Offset::UTC.to_timestamp(at).map_or(0, |at| at.as_millisecond()) as f64;
        MADE.with_borrow_mut(|made| made[shape as usize].get_or_insert_with(|| make(shape)).format(at))
    }

    fn make(shape: Shape) -> DateTimeFormat {
        let options = match shape {
            Shape::Time => r#"{"timeZone":"UTC","hour":"numeric","minute":"2-digit"}"#,
            Shape::Weekday => r#"{"timeZone":"UTC","weekday":"short"}"#,
            Shape::Near => r#"{"timeZone":"UTC","weekday":"short","day":"numeric","month":"short"}"#,
            Shape::Far => r#"{"timeZone":"UTC","day":"numeric","month":"short"}"#,
            Shape::Farther => r#"{"timeZone":"UTC","day":"numeric","month":"short","year":"numeric"}"#,
            Shape::Month => r#"{"timeZone":"UTC","month":"long","year":"numeric"}"#,
        };
        DateTimeFormat::new(&locale(), &js_sys::JSON::parse(options).unwrap_or_default())
    }

    pub(super) fn first_of_week() -> Weekday {
        let locale = locale();
        // Where the browser can't tell: Sunday in the Americas' north, Monday elsewhere.
        let guess = || if ["-US", "-CA", "-MX"].iter().any(|land| locale.ends_with(land)) { 7 } else { 1 };
        let first = Locale::new(&locale).week_info().map_or_else(|_| guess(), |info| info.first_day());
        Weekday::from_monday_one_offset(first).unwrap_or(Weekday::Monday)
    }

    pub(crate) fn locale() -> String {
        LOCALE.with(|locale| locale.get_or_init(find).clone())
    }

    /// The user's own, where it is of the language that the words are in: no Italian days among English words.
    fn find() -> String {
        let (own, words) = (ui_language(), say("language"));
        if own.starts_with(&words) { own } else { words }
    }
}

/// Without a browser as the core writes them.
#[cfg(not(target_arch = "wasm32"))]
mod shown {
    use aftertone::moment::calendar;
    use jiff::civil::{DateTime, Weekday};

    use super::Shape;

    pub(super) fn first_of_week() -> Weekday {
        Weekday::Monday
    }

    pub(super) fn shown(at: DateTime, shape: Shape) -> String {
        calendar::shown(
            at,
            match shape {
                Shape::Time => "%H:%M",
                Shape::Weekday => "%a",
                Shape::Near => "%a %-d %b",
                Shape::Far => "%-d %b",
                Shape::Farther => "%-d %b %Y",
                Shape::Month => "%B %Y",
            },
        )
    }
}
