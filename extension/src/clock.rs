//! The only place that asks the time, the machine's zone and language, and for random bits.

use aftertone::moment::{Moment, Zone};
use jiff::{Timestamp, tz::Offset};
use wasm_bindgen::JsValue;

/// Now, with the machine's offset.
pub(crate) fn now() -> Moment {
    let date = js_sys::Date::new_0();
    let timestamp = Timestamp::from_millisecond(date.get_time() as i64).unwrap_or(Timestamp::UNIX_EPOCH);
    let offset = Offset::from_seconds(-(date.get_timezone_offset() * 60.0) as i32).unwrap_or(Offset::UTC);
    Moment { timestamp, offset }
}

/// The machine's zone, where the browser names one that the database knows.
pub(crate) fn zone() -> Option<Zone> {
    let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    let name = js_sys::Reflect::get(&format.resolved_options(), &JsValue::from_str("timeZone")).ok()?.as_string()?;
    Zone::named(&name).ok()
}

/// The browser's language (BCP 47).
pub(crate) fn lang() -> Option<String> {
    web_sys::window()?.navigator().language()
}

/// Milliseconds since 1970, for an id.
pub(crate) fn millis() -> u64 {
    u64::try_from(now().timestamp.as_millisecond()).unwrap_or_default()
}

/// At least 80 random bits, for an id.
pub(crate) fn random() -> u128 {
    let mut bytes = [0_u8; 16];
    let filled = web_sys::window().and_then(|window| window.crypto().ok()).map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if matches!(filled, Some(Ok(_))) {
        return u128::from_be_bytes(bytes);
    }
    // Without a crypto source two windows still differ by this much.
    u128::from(js_sys::Math::random().to_bits())
}
