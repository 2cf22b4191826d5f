//! What a property's element says: the value-class pattern, then the attribute that fits its form, then its words.

use super::Form;
use crate::page::dom::El;

/// The value and the words it was read from.
pub(super) fn of(el: El, form: Form) -> (String, String) {
    let shown = el.words();
    let value =
        by_value_class(el, form).or_else(|| by_attribute(el, form).map(str::to_owned)).unwrap_or_else(|| words_or_picture(el, &shown));
    // `<p class="u-email">ada@example.org</p>` is no path.
    let value = if form == Form::Address && !value.contains('@') { el.dom().resolved(&value) } else { value };
    (value, shown)
}

/// `<i class="type">home</i> <i class="value">555</i>`: what is classed `value` is the value.
fn by_value_class(el: El, form: Form) -> Option<String> {
    let is_part = |inner: &El| inner.classes().any(|class| class == "value" || class == "value-title");
    let parts = el.inside_until(|inner| is_part(&inner)).take(200).filter(is_part).take(10);
    let value: String = parts
        .map(|part| match part.tag() {
            // By the wiki its words count, but an address is more than "write to us".
            "a" | "area" if form == Form::Address && !part.text().contains(['@', ':']) => part.attr("href").unwrap_or_default().to_owned(),
            _ if part.has_class("value-title") => part.attr("title").unwrap_or_default().to_owned(),
            "img" | "area" => part.attr("alt").unwrap_or_default().to_owned(),
            "data" => part.attr("value").map_or_else(|| part.words(), str::to_owned),
            "abbr" => part.attr("title").map_or_else(|| part.words(), str::to_owned),
            _ => part.words(),
        })
        .collect();
    crate::fact::present(&value).map(str::to_owned)
}

/// A picture's words, an abbreviation's long form.
pub(super) fn said_of<'d>(el: El<'d>) -> Option<&'d str> {
    match el.tag() {
        "img" | "area" => el.says("alt"),
        "abbr" => el.says("title"),
        _ => None,
    }
}

fn by_attribute<'d>(el: El<'d>, form: Form) -> Option<&'d str> {
    let name = match (el.tag(), form) {
        ("a" | "area" | "link", Form::Address) => "href",
        ("img" | "source", Form::Address) => "src",
        ("abbr" | "link", _) => "title",
        ("data" | "input", _) => "value",
        ("img" | "area", _) => "alt",
        _ => return None,
    };
    // An empty link leads to the page itself.
    if name == "href" { el.attr(name) } else { el.says(name) }
}

pub(super) fn words_or_picture(el: El, shown: &str) -> String {
    if !shown.is_empty() {
        return shown.to_owned();
    }
    el.inside().take(50).find_map(said_of).unwrap_or_default().to_owned()
}
