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
        let Some((kind, card)) = data.split_once(',') else { continue };
        if ["vcard", "x-vcard", "directory"].iter().any(|there| strip_prefix_ignore_case(kind, there).is_some()) {
            let card = percent_decoded(card);
            let packed = kind.trim_end().get(kind.trim_end().len().saturating_sub(BASE64.len())..);
            let card = if packed.is_some_and(|end| end.eq_ignore_ascii_case(BASE64)) { unpacked(&card) } else { card };
            let lines = card.replace("\r\n", "\n").replace("\n ", "");
            // No card is without a full name; this one is cut off, or packed in another way.
            if !lines.contains("FN") {
                continue;
            }
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
const BASE64: &str = ";base64";

/// Base64 (RFC 4648) up to what is none of it.
fn unpacked(text: &str) -> String {
    let six = |c: u8| {
        Some(match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        })
    };
    let (mut held, mut bits, mut bytes) = (0u32, 0, vec![]);
    for value in text.bytes().filter(|b| !b.is_ascii_whitespace()).map_while(six) {
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

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
        assert_eq!(unpacked("RU5EOlZDQVJE\nQQ=="), "END:VCARDA");
        let packed = "<a href='data:text/x-vcard;base64,QkVHSU46VkNBUkQKRk46QWRhIEJ5cm9uCkVORDpWQ0FSRAo='>Save</a>";
        let page = snapshot(packed.as_bytes(), None);
        let mut items = Items::default();
        read(&Dom::new(&page), &mut items);
        assert_eq!(entities(&items)[0].name.as_ref().unwrap().value, "Ada Byron");
        let value = |facts: &[crate::fact::Fact]| facts[0].value.clone();
        assert_eq!(found[0].name.as_ref().unwrap().value, "Ada Byron");
        assert_eq!((value(&found[0].job_title), value(&found[0].works_for)), ("Sales Director".into(), "Engines Ltd".into()));
        assert_eq!((found[0].telephone[0].fact.value.as_str(), value(&found[0].email)), ("+1 312 555 0147", "ada@engines.example".into()));
    }
}
