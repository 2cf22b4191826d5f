//! Where the page is at home: its address, and where nobody says that, the host that most of its links lead to.

use std::collections::HashMap;

use super::{contacts, dom::Dom};

/// The addresses that the page goes by: where it was opened, what it says of itself, or else one that its own links speak for.
pub(super) fn addresses<'d>(dom: &'d Dom<'d>, canonical: Option<&'d str>) -> Vec<&'d str> {
    let mut known: Vec<&str> = dom.url().into_iter().chain(canonical).filter(|address| contacts::host(address).is_some()).collect();
    if known.is_empty() {
        known.extend(
            dom.all("base").find_map(|base| base.says("href")).filter(|base| contacts::host(base).is_some()).or_else(|| linked(dom)),
        );
    }
    known
}

/// A saved page's links are whole, and those of its menu lead home: one of the links to the host that more than half of them lead to.
fn linked<'d>(dom: &'d Dom<'d>) -> Option<&'d str> {
    let mut hosts: HashMap<&str, (usize, &str)> = HashMap::new();
    let mut all = 0;
    for href in dom.all("a").filter_map(|link| link.attr("href")) {
        if let Some(host) = contacts::host(href) {
            all += 1;
            hosts.entry(host).or_insert((0, href)).0 += 1;
        }
    }
    hosts.into_values().find(|(count, _)| *count >= FEWEST && *count * 2 > all).map(|(_, href)| href)
}

/// Fewer links lead anywhere by chance.
const FEWEST: usize = 5;

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::page::html::snapshot;

    fn home(html: &str, url: Option<&str>) -> Option<String> {
        let page = snapshot(html.as_bytes(), url);
        let dom = Dom::new(&page);
        addresses(&dom, None).first().and_then(|address| contacts::host(address)).map(str::to_owned)
    }

    #[test]
    fn a_page_is_at_home_where_most_of_its_links_lead() {
        let menu = "<a href='http://www.engines.example/a'>a</a>".repeat(5);
        let away = "<a href='https://mills.example/'>b</a><a href='/c'>c</a>".repeat(3);
        assert_eq!(home(&format!("{menu}{away}"), None).as_deref(), Some("www.engines.example"));
        let looms = "<a href='https://looms.example/'>l</a>".repeat(3);
        assert_eq!(home(&format!("{menu}{away}{looms}"), None), None);
        assert_eq!(home(&menu, Some("https://looms.example/x")).as_deref(), Some("looms.example"));
        assert_eq!(home(&format!("<base href='http://oak.example/'>{menu}"), None).as_deref(), Some("oak.example"));
        assert_eq!(home("<a href='http://engines.example/'>a</a>", None), None);
    }
}
