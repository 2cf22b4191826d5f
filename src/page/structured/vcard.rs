//! Contact cards (vCard, RFC 6350) that a link holds itself: `<a href="data:text/vcard,BEGIN:VCARD…">Save contact</a>`.

use super::item::Items;
use crate::{
    fact::Source,
    page::{
        dom::Dom,
        email::{percent_decoded, strip_prefix_ignore_case},
    },
};

pub(super) fn read(dom: &Dom, items: &mut Items) {
    for link in dom.all("a").take(MOST_LINKS) {
        let Some(data) = link.says("href").and_then(|href| strip_prefix_ignore_case(href, "data:text/")) else { continue };
        let Some((kind, card)) = data.split_once(',').filter(|(kind, _)| !kind.ends_with("base64")) else { continue };
        if ["vcard", "x-vcard", "directory"].iter().any(|there| strip_prefix_ignore_case(kind, there).is_some()) {
            let lines = percent_decoded(card).replace("\r\n", "\n").replace("\n ", "");
            if let Some(at) = items.add(Source::Link, ["Person".to_owned()], Some(link.place())) {
                lines.lines().take(60).for_each(|line| set(line, at, items));
            }
        }
    }
}

/// `item1.TEL;TYPE=WORK:+1 312 555 0100`
fn set(line: &str, at: usize, items: &mut Items) {
    let Some((name, value)) = line.split_once(':') else { return };
    let name = name.split(';').next().unwrap_or_default();
    let name = name.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
    let value = value.replace("\\,", ",").replace("\\;", ";").replace("\\n", " ");
    let value = strip_prefix_ignore_case(&value, "tel:").unwrap_or(&value);
    match name.as_str() {
        // Its parts from the widest to the narrowest.
        "ORG" => {
            let house = value.split(';').next().unwrap_or_default();
            items.set_text(at, "worksFor", house, house);
        }
        _ => {
            if let Some((_, property)) = PROPERTIES.iter().find(|(there, _)| *there == name) {
                items.set_text(at, property, value, value);
            }
        }
    }
}

const PROPERTIES: [(&str, &str); 5] = [("FN", "name"), ("TITLE", "jobTitle"), ("TEL", "telephone"), ("EMAIL", "email"), ("URL", "url")];

const MOST_LINKS: usize = 5_000;

#[cfg(all(test, feature = "native"))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::page::{html::snapshot, structured::entities};

    #[test]
    fn a_link_may_hold_the_card() {
        let html = "<a href='data:text/vcard;charset=utf-8,BEGIN%3AVCARD%0D%0AFN%3AAda%20Byron%0D%0ATITLE%3ASales%20Director%0D%0A\
                    ORG%3AEngines%20Ltd%3BSales%0D%0Aitem1.TEL%3BTYPE%3DWORK%3A%2B1%20312%20555%200147%0D%0AEMAIL%3Aada%40engines.example%0D%0AEND%3AVCARD'>Save</a>\
                    <a href='data:text/plain,FN%3ACarl'>x</a><a href='data:text/vcard;base64,QkVHSU4='>y</a>";
        let page = snapshot(html.as_bytes(), None);
        let dom = Dom::new(&page);
        let mut items = Items::default();
        read(&dom, &mut items);
        let found = entities(&items);
        assert_eq!(found.len(), 1);
        let value = |facts: &[crate::fact::Fact]| facts[0].value.clone();
        assert_eq!(found[0].name.as_ref().unwrap().value, "Ada Byron");
        assert_eq!((value(&found[0].job_title), value(&found[0].works_for)), ("Sales Director".into(), "Engines Ltd".into()));
        assert_eq!((found[0].telephone[0].fact.value.as_str(), value(&found[0].email)), ("+1 312 555 0147", "ada@engines.example".into()));
    }
}
