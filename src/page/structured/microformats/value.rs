//! What a property's element says: the value-class pattern, then the attribute that fits its form, then its words.

use super::Form;
use crate::page::dom::El;

/// The value and the words it was read from.
pub(super) fn of(el: El, form: Form) -> (String, String) {
    let shown = el.words();
    let value = by_value_class(el, form).or_else(|| by_attribute(el, form)).unwrap_or_else(|| words_or_picture(el, &shown));
    (value, shown)
}

/// `<i class="type">home</i> <i class="value">555</i>`: what is classed `value` is the value.
fn by_value_class(el: El, form: Form) -> Option<String> {
    let is_part = |inner: &El| inner.classes().any(|class| class == "value" || class == "value-title");
    let parts = el.inside_until(|inner| is_part(&inner)).take(200).filter(is_part).take(10);
    let value: String = parts
        .map(|part| match part.tag() {
            "a" | "area" if form == Form::Address => part.attr("href").unwrap_or_default().to_owned(),
            _ if part.has_class("value-title") => part.attr("title").unwrap_or_default().to_owned(),
            "img" | "area" => part.attr("alt").unwrap_or_default().to_owned(),
            "data" => part.attr("value").map_or_else(|| part.words(), str::to_owned),
            "abbr" => part.attr("title").map_or_else(|| part.words(), str::to_owned),
            _ => part.words(),
        })
        .collect();
    crate::fact::present(&value).map(str::to_owned)
}

fn by_attribute(el: El, form: Form) -> Option<String> {
    let name = match (el.tag(), form) {
        ("a" | "area" | "link", Form::Address) => "href",
        ("img" | "audio" | "video" | "source" | "iframe", Form::Address) => "src",
        ("time" | "ins" | "del", Form::Time) => "datetime",
        ("abbr" | "link", _) => "title",
        ("data" | "input", _) => "value",
        ("img" | "area", _) => "alt",
        _ => return None,
    };
    el.says(name).map(str::to_owned)
}

fn words_or_picture(el: El, shown: &str) -> String {
    if !shown.is_empty() {
        return shown.to_owned();
    }
    let said = el.inside().take(50).find_map(|inner| match inner.tag() {
        "img" | "area" => inner.says("alt"),
        "abbr" => inner.says("title"),
        _ => None,
    });
    said.unwrap_or_default().to_owned()
}
