//! Microdata (WHATWG HTML, section 5): `itemscope`, `itemprop`, `itemref`.

use std::collections::HashMap;

use super::item::{Items, local};
use crate::{
    fact::Source,
    page::dom::{Dom, El},
};

pub(super) fn read(dom: &Dom, items: &mut Items) {
    // Every element with `itemscope` is an item; it belongs to the nearest one around it.
    let mut scopes: HashMap<usize, usize> = HashMap::new();
    for el in dom.elements().filter(|el| el.attr("itemscope").is_some()) {
        let types = el.attr("itemtype").unwrap_or_default().split_ascii_whitespace().map(|kind| local(kind).to_owned());
        if let Some(at) = items.add(Source::Microdata, types, Some(el.place())) {
            scopes.insert(el.place(), at);
        }
    }
    if scopes.is_empty() {
        return;
    }
    let mut owners: Vec<Option<usize>> = Vec::new();
    for el in dom.elements() {
        let owner = el.parent().and_then(|parent| scopes.get(&parent.place()).copied().or_else(|| owners.get(parent.place()).copied()?));
        owners.resize(el.place() + 1, None);
        owners[el.place()] = owner;
        if let Some(owner) = owner {
            set(el, owner, &scopes, items);
        }
    }
    refer(dom, &scopes, items);
}

/// Gives the element's value to its owner, under each of its names.
fn set(el: El, owner: usize, scopes: &HashMap<usize, usize>, items: &mut Items) {
    for name in el.attr("itemprop").unwrap_or_default().split_ascii_whitespace().take(10) {
        match scopes.get(&el.place()) {
            Some(item) => items.set_item(owner, local(name), *item),
            None => {
                let (value, quote) = value(el);
                items.set_text(owner, local(name), &value, &quote);
            }
        }
    }
}

/// `itemref` names elements elsewhere whose properties belong to the item too.
fn refer(dom: &Dom, scopes: &HashMap<usize, usize>, items: &mut Items) {
    let refs: Vec<_> = dom.elements().filter(|el| el.attr("itemref").is_some() && scopes.contains_key(&el.place())).take(100).collect();
    if refs.is_empty() {
        return;
    }
    let mut ids: HashMap<&str, El> = HashMap::new();
    for el in dom.elements() {
        if let Some(id) = el.attr("id") {
            ids.entry(id).or_insert(el);
        }
    }
    let mut steps = 0;
    for el in refs {
        let Some(owner) = scopes.get(&el.place()) else { continue };
        for there in el.attr("itemref").unwrap_or_default().split_ascii_whitespace().filter_map(|id| ids.get(id)) {
            if there.holds(el) {
                continue;
            }
            set(*there, *owner, scopes, items);
            if there.attr("itemscope").is_some() {
                continue;
            }
            for inner in there.inside_until(|inner| inner.attr("itemscope").is_some()) {
                steps += 1;
                if steps > STEPS_MOST {
                    return;
                }
                set(inner, *owner, scopes, items);
            }
        }
    }
}

/// Many references to one large part of the page must not multiply.
const STEPS_MOST: usize = 50_000;

/// The value and the words it was read from.
fn value(el: El) -> (String, String) {
    let shown = el.words();
    let hidden = match el.tag() {
        _ if el.attr("content").is_some() => el.attr("content"),
        "a" | "area" | "link" => el.attr("href"),
        "img" | "audio" | "embed" | "iframe" | "source" | "track" | "video" => el.attr("src"),
        "data" | "meter" => el.attr("value"),
        "time" => el.attr("datetime"),
        _ => None,
    };
    let is_address = el.attr("content").is_none() && !matches!(el.tag(), "data" | "meter" | "time");
    match hidden {
        Some(hidden) if is_address => (el.dom().resolved(hidden), if shown.is_empty() { hidden.to_owned() } else { shown }),
        Some(hidden) => (hidden.trim().to_owned(), shown),
        None => (shown.clone(), shown),
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::page::html::snapshot;
    use crate::page::structured::item::Value;

    #[test]
    fn scopes_nest_and_refer() {
        let page = snapshot(
            b"<div itemscope itemtype='http://schema.org/Person' itemref='more none'><b itemprop='name'>Ada <i>Byron</i></b>\
              <p itemprop=worksFor itemscope itemtype=https://schema.org/Organization><b itemprop=name>Engines</b></p>\
              <a itemprop=url href='/ada'>me</a></div><p id=more><i itemprop=jobTitle>Director</i>",
            None,
        );
        let mut items = Items::default();
        read(&Dom::new(&page), &mut items);
        let person = &items.all()[0];
        let text = |name: &str| match person.values(name).next() {
            Some(Value::Text(value, quote)) => (value.clone(), quote.clone()),
            _ => Default::default(),
        };
        assert_eq!(text("name").0, "Ada Byron");
        assert_eq!(text("url"), ("/ada".into(), "me".into()));
        assert_eq!(text("jobTitle").0, "Director");
        assert_eq!(person.values("name").count(), 1);
        assert_eq!(items.all()[1].of, Some((0, "worksFor".into())));
    }
}
