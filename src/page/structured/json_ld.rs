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
            walk(block, dom, items);
        }
    }
    refer(dom, items, first);
}

fn is_json_ld(kind: &str) -> bool {
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(JSON_LD)
}

/// As it stands, or else mended: line breaks inside strings, comments, a comma or a semicolon too many.
fn parse(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok().or_else(|| serde_json::from_str(&mended(text)).ok())
}

fn mended(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_prefix("<!--").and_then(|text| text.strip_suffix("-->")).unwrap_or(text).trim();
    let text = text.strip_prefix("//<![CDATA[").or_else(|| text.strip_prefix("<![CDATA[")).unwrap_or(text);
    let text = text.trim_end_matches("]]>").trim_end_matches("//").trim_end().trim_end_matches(';');
    let mut mended = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let comment = [("/*", "*/"), ("//", "\n"), ("<!--", "-->")].into_iter().find(|(start, _)| !in_string && rest.starts_with(start));
        if let Some((_, end)) = comment {
            rest = rest.find(end).and_then(|at| rest.get(at + end.len()..)).unwrap_or_default();
            continue;
        }
        match c {
            '"' if !escaped => in_string = !in_string,
            '}' | ']' if !in_string => {
                let kept = mended.trim_end();
                mended.truncate(kept.strip_suffix(',').unwrap_or(kept).len());
            }
            _ => {}
        }
        escaped = in_string && c == '\\' && !escaped;
        mended.push(if c.is_control() { ' ' } else { c });
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    mended
}

/// Objects become items; what is listed side by side stays side by side. A stack, so that nesting costs no calls.
fn walk(block: Json, dom: &Dom, items: &mut Items) {
    let mut waiting: Vec<(Option<(usize, String)>, Json)> = vec![(None, block)];
    while let Some((of, json)) = waiting.pop() {
        match json {
            Json::Array(list) => waiting.extend(list.into_iter().rev().map(|inner| (of.clone(), inner))),
            Json::Object(object) => enter(object, of, items, &mut waiting),
            Json::String(text) => {
                if let Some((of, property)) = of {
                    let is_path = ADDRESSES.contains(&property.as_str()) && is_path(&text);
                    items.set_text(of, &property, &if is_path { dom.resolved(&text) } else { text.clone() }, &text);
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

/// A path is meant from the page; a bare `example.org/ada` names its host.
fn is_path(text: &str) -> bool {
    let first = text.split(['/', '?', '#']).next().unwrap_or_default();
    first.chars().all(|c| c == '.') || !first.contains('.') || [".html", ".htm", ".php", ".aspx"].iter().any(|end| first.ends_with(end))
}

/// Properties whose value is an address.
const ADDRESSES: [&str; 2] = ["url", "sameAs"];

/// `{"@id": "#ada"}` stands for the item that has this id, or, where nothing has it, for an address.
fn refer(dom: &Dom, items: &mut Items, first: usize) {
    let mut named: HashMap<String, usize> = HashMap::new();
    for (at, item) in items.all().iter().enumerate().skip(first) {
        if let (Some(id), false) = (&item.id, item.properties.is_empty()) {
            named.entry(id.clone()).or_insert(at);
        }
    }
    for at in first..items.all().len() {
        for nth in 0..items.all()[at].properties.len() {
            let (name, value) = &items.all()[at].properties[nth];
            let Value::Item(inner) = value else { continue };
            let bare = items.get(*inner).filter(|item| item.properties.is_empty());
            let Some(id) = bare.and_then(|item| item.id.as_ref()) else { continue };
            let name = name.clone();
            let meant = match named.get(id) {
                Some(meant) => Value::Item(*meant),
                None if ADDRESSES.contains(&name.as_str()) => Value::Text(dom.resolved(id), id.clone()),
                None => continue,
            };
            if let Value::Item(meant) = meant
                && let Some(item) = items.get_mut(meant)
                && item.of.is_none()
            {
                item.of = Some((at, name));
            }
            if let Some(property) = items.get_mut(at).and_then(|item| item.properties.get_mut(nth)) {
                property.1 = meant;
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
    fn addresses_may_be_references() {
        let page = snapshot(
            b"<script type=application/ld+json>[{\"@type\": \"Person\", \"url\": {\"@id\": \"/ada\"}, \"sameAs\": [\"./x\", \"example.com/ada\", \"b.html\"]}]</script>",
            Some("https://example.org/a/b"),
        );
        let mut items = Items::default();
        read(&Dom::new(&page), &mut items);
        let texts = |name: &str| -> Vec<String> {
            items.all()[0]
                .values(name)
                .filter_map(|value| if let Value::Text(text, _) = value { Some(text.clone()) } else { None })
                .collect()
        };
        assert_eq!(texts("url"), ["https://example.org/ada"]);
        assert_eq!(texts("sameAs"), ["https://example.org/a/x", "example.com/ada", "https://example.org/a/b.html"]);
    }

    #[test]
    fn broken_blocks_are_mended_or_skipped() {
        assert_eq!(items("<!-- {\"@type\": \"Person\", \"name\": \"Ada\n Byron\"}; -->").all().len(), 1);
        assert_eq!(items("//<![CDATA[\n{\"@type\": /* who */ \"Person\", \"url\": \"http://a/*b\"}\n//]]>").all().len(), 1);
        assert_eq!(items("// who\n{\"@type\": \"Person\", // name\n \"name\": \"Ada, }\", }").all().len(), 1);
        for broken in ["{", "", "nonsense", "{\"a\": 1e999}", "[[[", "\"text\"", "null"] {
            assert_eq!(items(broken).all().len(), 0, "{broken}");
        }
        assert_eq!(items(&format!("{}{}", "[".repeat(100_000), "]".repeat(100_000))).all().len(), 0);
    }
}
