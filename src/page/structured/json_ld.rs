//! JSON-LD scripts: one object, an array, or a `@graph`; references by `@id`; broken and oversized blocks are skipped.

use std::collections::HashMap;

use serde_json::{Map, Value as Json};

use super::item::{Items, Value, local};
use crate::{
    fact::Source,
    page::dom::Dom,
    snapshot::{JSON_LD, JSON_LD_LONGEST, JSON_LD_MOST},
};

pub(super) fn read(dom: &Dom, items: &mut Items) {
    let first = items.all().len();
    for script in dom.all("script").filter(|script| script.attr("type").is_some_and(is_json_ld)).take(JSON_LD_MOST) {
        let text = script.raw();
        if text.len() <= JSON_LD_LONGEST
            && let Some(block) = parse(&text)
        {
            walk(block, items);
        }
    }
    refer(items, first);
}

fn is_json_ld(kind: &str) -> bool {
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(JSON_LD)
}

/// As it stands, or else mended: line breaks inside strings, comment marks around the block, a semicolon behind it.
fn parse(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok().or_else(|| serde_json::from_str(&mended(text)).ok())
}

fn mended(text: &str) -> String {
    let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
    let text = text.trim_start_matches("//").trim_start_matches("<![CDATA[");
    let text = text.trim_end_matches("]]>").trim_end_matches("//").trim_end().trim_end_matches(';');
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut mended = String::with_capacity(text.len());
    for line in lines {
        mended.extend(line.chars().map(|c| if c.is_control() { ' ' } else { c }));
        mended.push(' ');
    }
    without_comments(&mended)
}

/// Without `/* … */` between values; what stands inside a string stays.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if !in_string && rest.starts_with("/*") {
            rest = rest.find("*/").and_then(|end| rest.get(end + 2..)).unwrap_or_default();
            continue;
        }
        if c == '"' && !escaped {
            in_string = !in_string;
        }
        escaped = in_string && c == '\\' && !escaped;
        kept.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    kept
}

/// Objects become items; what is listed side by side stays side by side. A stack, so that nesting costs no calls.
fn walk(block: Json, items: &mut Items) {
    let mut waiting: Vec<(Option<(usize, String)>, Json)> = vec![(None, block)];
    while let Some((of, json)) = waiting.pop() {
        match json {
            Json::Array(list) => waiting.extend(list.into_iter().rev().map(|inner| (of.clone(), inner))),
            Json::Object(object) => enter(object, of, items, &mut waiting),
            Json::String(text) => {
                if let Some((of, property)) = of {
                    items.set_text(of, &property, &text, &text);
                }
            }
            Json::Number(number) => {
                if let Some((of, property)) = of {
                    items.set_text(of, &property, &number.to_string(), "");
                }
            }
            Json::Null | Json::Bool(_) => {}
        }
    }
}

fn enter(
    mut object: Map<String, Json>,
    of: Option<(usize, String)>,
    items: &mut Items,
    waiting: &mut Vec<(Option<(usize, String)>, Json)>,
) {
    for container in ["@value", "@list", "@set"] {
        if let Some(inner) = object.remove(container) {
            waiting.push((of, inner));
            return;
        }
    }
    let graph = object.remove("@graph");
    if let Some(graph) = graph {
        waiting.push((None, graph));
        if !object.contains_key("@type") {
            return;
        }
    }
    let types = object.get("@type").or_else(|| object.get("type")).map(strings).unwrap_or_default();
    let Some(at) = items.add(Source::JsonLd, types.iter().map(|kind| local(kind).to_owned()), None) else { return };
    if let Some(item) = items.get_mut(at) {
        item.id = object.get("@id").and_then(Json::as_str).map(str::to_owned);
    }
    if let Some((of, property)) = &of {
        items.set_item(*of, property, at);
    }
    let keys = object.into_iter().filter(|(key, _)| !key.starts_with('@'));
    let inner: Vec<_> = keys.map(|(key, json)| (Some((at, local(&key).to_owned())), json)).collect();
    waiting.extend(inner.into_iter().rev());
}

fn strings(json: &Json) -> Vec<String> {
    match json {
        Json::String(text) => vec![text.clone()],
        Json::Array(list) => list.iter().filter_map(Json::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// `{"@id": "#ada"}` stands for the item that has this id.
fn refer(items: &mut Items, first: usize) {
    let mut named: HashMap<String, usize> = HashMap::new();
    for (at, item) in items.all().iter().enumerate().skip(first) {
        if let (Some(id), false) = (&item.id, item.properties.is_empty()) {
            named.entry(id.clone()).or_insert(at);
        }
    }
    for at in first..items.all().len() {
        let stands_for = items.all()[at].properties.iter().map(|(_, value)| match value {
            Value::Item(inner) => {
                let bare = items.get(*inner).filter(|item| item.properties.is_empty());
                bare.and_then(|item| item.id.as_ref()).and_then(|id| named.get(id)).copied()
            }
            Value::Text(..) => None,
        });
        let stands_for: Vec<_> = stands_for.collect();
        for (nth, meant) in stands_for.into_iter().enumerate() {
            let Some(meant) = meant else { continue };
            let Some(property) = items.get_mut(at).and_then(|item| item.properties.get_mut(nth)) else { continue };
            property.1 = Value::Item(meant);
            let name = property.0.clone();
            if let Some(item) = items.get_mut(meant)
                && item.of.is_none()
            {
                item.of = Some((at, name));
            }
        }
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::page::html::snapshot;

    fn items(json: &str) -> Items {
        let page = snapshot(format!("<script type=application/ld+json>{json}</script>").as_bytes(), None);
        let mut items = Items::default();
        read(&Dom::new(&page), &mut items);
        items
    }

    #[test]
    fn graphs_arrays_and_references_are_joined() {
        let items = items(
            r##"{"@context": "https://schema.org", "@graph": [{"@type": "schema:Person", "schema:name": {"@value": "Ada"},
                "worksFor": {"@id": "#org"}}, [{"@id": "#org", "@type": ["Organization", "Thing"], "name": "Engines"}]]}"##,
        );
        assert_eq!(items.all()[0].types, ["Person"]);
        assert_eq!(items.all()[0].values("name").next(), Some(&Value::Text("Ada".into(), "Ada".into())));
        let org = items.all().iter().position(|item| item.is("Organization")).unwrap();
        assert_eq!(items.all()[0].values("worksFor").next(), Some(&Value::Item(org)));
        assert_eq!(items.get(org).unwrap().of, Some((0, "worksFor".into())));
    }

    #[test]
    fn broken_blocks_are_mended_or_skipped() {
        assert_eq!(items("<!-- {\"@type\": \"Person\", \"name\": \"Ada\n Byron\"}; -->").all().len(), 1);
        assert_eq!(items("//<![CDATA[\n{\"@type\": /* who */ \"Person\", \"url\": \"http://a/*b\"}\n//]]>").all().len(), 1);
        for broken in ["{", "", "nonsense", "{\"a\": 1e999}", "[[[", "\"text\"", "null"] {
            assert_eq!(items(broken).all().len(), 0, "{broken}");
        }
        assert_eq!(items(&format!("{}{}", "[".repeat(100_000), "]".repeat(100_000))).all().len(), 0);
    }
}
