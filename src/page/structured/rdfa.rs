//! RDFa Lite 1.1 (W3C): `vocab`, `typeof`, `property`, `resource`, `prefix`; beside it `rel` where it names a property.
//!
//! Vocabularies are told by their prefix or vocabulary only so far as to leave Open Graph and its like to their own readers.

use super::item::{Items, local};
use crate::{
    fact::Source,
    page::dom::{Dom, El},
};

pub(super) fn read(dom: &Dom, items: &mut Items) {
    // For each element: the item its properties belong to, and a property that waits for an item below.
    let mut around: Vec<Around> = Vec::new();
    for el in dom.elements() {
        let (owner, waiting) = el.parent().and_then(|parent| around.get(parent.place()).copied()).unwrap_or_default();
        around.resize(el.place() + 1, (None, None));
        around[el.place()] = visit(el, owner, waiting, items);
    }
}

type Around<'a> = (Option<usize>, Option<(usize, &'a str)>);

fn visit<'a>(el: El<'a>, owner: Option<usize>, waiting: Option<(usize, &'a str)>, items: &mut Items) -> Around<'a> {
    let names = || el.attr("property").unwrap_or_default().split_ascii_whitespace().filter(|name| !is_elsewhere(name)).take(10);
    let rel = el.attr("rel").and_then(|rel| rel.split_ascii_whitespace().find(|rel| rel.contains(':') && !is_elsewhere(rel)));
    // A bare `typeof` on the page itself is a blog theme's habit; without a type it says nothing.
    if let Some(types) = el.says("typeof") {
        let types = types.split_ascii_whitespace().map(|kind| local(kind).to_owned());
        let Some(at) = items.add(Source::Rdfa, types, Some(el.place())) else { return (owner, waiting) };
        if let Some(owner) = owner {
            names().chain(rel).for_each(|name| items.set_item(owner, local(name), at));
        }
        if let Some((of, name)) = waiting {
            items.set_item(of, local(name), at);
        }
        if let Some(url) = el.says("href").filter(|_| el.tag() == "a" && names().next().is_none()) {
            items.set_text(at, "url", &el.dom().resolved(url), el.text());
        }
        return (Some(at), None);
    }
    let Some(of) = owner else { return (None, waiting) };
    for name in names() {
        let shown = el.words();
        let address = || el.attr("resource").or_else(|| el.attr("href")).or_else(|| el.attr("src"));
        let hidden = el.attr("content").or_else(|| el.attr("datetime").filter(|_| el.tag() == "time"));
        match (hidden, address()) {
            (None, Some(address)) => {
                items.set_text(of, local(name), &el.dom().resolved(address), if shown.is_empty() { address } else { &shown })
            }
            (hidden, _) => items.set_text(of, local(name), hidden.unwrap_or(&shown), &shown),
        }
    }
    if let Some(rel) = rel {
        match el.attr("resource").or_else(|| el.attr("href")) {
            Some(target) => {
                items.set_text(of, local(rel), &el.dom().resolved(target), if el.text().is_empty() { target } else { el.text() })
            }
            None => return (owner, Some((of, rel))),
        }
    }
    (owner, waiting)
}

fn is_elsewhere(name: &str) -> bool {
    let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
    ["og", "fb", "article", "book", "profile", "music", "video", "product", "twitter", "al", "dc", "dcterms", "sioc", "content"]
        .contains(&prefix)
}

#[cfg(all(test, feature = "native"))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::page::html::snapshot;
    use crate::page::structured::item::Value;

    #[test]
    fn lite_and_a_rel_that_waits() {
        let page = snapshot(
            b"<body vocab='http://schema.org/'><p typeof=Person><b property=name>Ada</b><a property=url href=/ada>me</a>\
              <i property=jobTitle content=Director>boss</i><span rel='schema:worksFor'><u typeof=Organization><b property=name>E</b></u></span>\
              <meta property='og:title' content=x>",
            None,
        );
        let mut items = Items::default();
        read(&Dom::new(&page), &mut items);
        let person = &items.all()[0];
        assert_eq!(person.values("name").next(), Some(&Value::Text("Ada".into(), "Ada".into())));
        assert_eq!(person.values("jobTitle").next(), Some(&Value::Text("Director".into(), "boss".into())));
        assert_eq!(person.values("url").next(), Some(&Value::Text("/ada".into(), "me".into())));
        assert_eq!(person.values("worksFor").next(), Some(&Value::Item(1)));
        assert_eq!(person.values("title").count(), 0);
    }
}
