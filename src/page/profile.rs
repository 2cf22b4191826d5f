//! What links say of whom a page is about: `rel=me` profiles, and cards to download that are called after somebody.

use super::dom::{Dom, El};
use crate::fact::{Fact, Source};

/// The profiles that the page says are the same person's (HTML's `rel=me`), as whole addresses.
pub(super) fn own(dom: &Dom) -> Vec<Fact> {
    let says_me = |el: &El| el.says("rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("me")));
    let links = dom.elements().filter(|el| matches!(el.tag(), "a" | "link")).filter(says_me);
    let addresses = links.filter_map(|el| Some((dom.resolved(el.says("href")?), el.words())));
    let addresses = addresses.filter(|(address, _)| address.starts_with("http"));
    addresses
        .take(MOST)
        .map(|(address, words)| Fact::new(&address, Source::Link, if words.is_empty() { &address } else { &words }))
        .collect()
}

/// The names of the cards to download: `ada-byron` of `/cards/ada-byron.vcf?v=2`.
pub(super) fn cards<'d>(dom: &'d Dom<'d>) -> Vec<&'d str> {
    let names = dom.all("a").filter_map(|el| {
        let path = el.says("href")?.split(['?', '#']).next()?;
        path.strip_suffix(".vcf").or_else(|| path.strip_suffix(".VCF"))?.rsplit(['/', '=']).next()
    });
    names.filter(|name| !name.is_empty()).take(MOST).collect()
}

const MOST: usize = 20;

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::page::html::snapshot;

    #[test]
    fn links_speak_for_a_person() {
        let html = "<link rel=me href=https://a.social/@ada><a rel='noopener ME' href=/ada>Ada</a><a rel=me href=mailto:a@b.c>x</a>\
                    <a href=/cards/ada-byron.vcf?v=2>vCard</a><a href=/menu.pdf>x</a>";
        let page = snapshot(html.as_bytes(), Some("https://engines.example/team/"));
        let dom = Dom::new(&page);
        let own: Vec<String> = own(&dom).into_iter().map(|fact| fact.value).collect();
        assert_eq!(own, ["https://a.social/@ada", "https://engines.example/ada"]);
        assert_eq!(cards(&dom), ["ada-byron"]);
    }
}
