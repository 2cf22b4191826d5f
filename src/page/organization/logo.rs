//! The logo, and the link home: what a site signs each of its pages with.

use super::{
    Candidate, form,
    witness::{title_parts, without_lead},
};
use crate::{
    fact::{Fact, Source, present},
    page::{
        contacts,
        dom::{Dom, El},
    },
};

/// `addresses`: those of the page, as far as they are known.
pub(super) fn logo(dom: &Dom, addresses: &[&str], found: &mut Vec<Candidate>) {
    let mut pictures = 0;
    // What the pictures that lead home say: a site has one logo, a shop's page a dozen offers.
    let mut home: Vec<(usize, bool)> = Vec::new();
    for el in dom.elements().filter(|el| matches!(el.tag(), "img" | "a")) {
        let is_home = el.closest("a").and_then(|link| link.attr("href")).is_some_and(|href| is_root(href, addresses));
        if el.tag() == "img" {
            pictures += 1;
            let near = el.ancestors().take(3).any(|above| {
                ["class", "id"].iter().any(|name| above.attr(name).is_some_and(|value| value.to_ascii_lowercase().contains("logo")))
            });
            let says = says_logo(el);
            if (says || near || is_home)
                && pictures <= 12
                && let Some(alt) = el.says("alt").map(without_lead).and_then(present)
            {
                let weight = if is_home {
                    home.push((found.len(), says || near));
                    3.2
                } else if pictures <= 3 {
                    2.6
                } else {
                    1.2
                };
                // "Engines Ltd - Steam for All": the name, then what the house says of itself.
                let name = title_parts(alt).first().map_or(alt, |first| without_lead(first));
                let name = if form::is_generic(name) { alt } else { name };
                found.push(Candidate { fact: Fact::new(name, Source::Text, el.says("alt").unwrap_or(alt)), weight, witness: "the logo" });
            }
        } else if is_home && !el.text().is_empty() && el.text().len() < 60 && !is_makers(el) {
            let words = el.words();
            let weight =
                if says_logo(el) || el.ancestors().take(3).any(|above| matches!(above.tag(), "h1" | "header")) { 3.0 } else { 1.2 };
            found.push(Candidate { fact: Fact::new(without_lead(&words), Source::Text, &words), weight, witness: "the link home" });
        }
    }
    // Where several different pictures lead home, those that say that they are the logo are, or else none more than another.
    let differ = home.iter().any(|(at, _)| found[*at].fact.value != found[home[0].0].fact.value);
    for (at, _) in home.iter().filter(|(_, says)| differ && !says) {
        found[*at].weight = SEVERAL;
    }
}

/// What one of several pictures that lead home weighs.
const SEVERAL: f32 = 1.2;

fn says_logo(el: El) -> bool {
    ["class", "id", "src", "alt", "title"].iter().any(|name| el.attr(name).is_some_and(|value| value.to_ascii_lowercase().contains("logo")))
}

/// "Powered by Engines Cart", "Website by Engines": whoever made the site is at home elsewhere.
fn is_makers(link: El) -> bool {
    let before = link.dom().text().get(..link.span().start).unwrap_or_default().trim_end();
    before.get(before.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case(" by"))
}

/// Whether it leads to the first page of this site: of another's, where the page's own host is known, it does not.
fn is_root(href: &str, addresses: &[&str]) -> bool {
    if let Some(host) = contacts::host(href)
        && !addresses.is_empty()
        && !addresses.iter().any(|own| contacts::is_of_one_house(own, host))
    {
        return false;
    }
    let path = href.split_once("://").map_or(href, |(_, rest)| rest.find('/').and_then(|slash| rest.get(slash..)).unwrap_or("/"));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    // "../index.html", "/en/": nothing but the way up, a language, and the first page's own name.
    let mut steps = path.split('/').filter(|step| !matches!(*step, "" | "." | ".."));
    let is_first = |step: &str| {
        let (name, end) = step.split_once('.').unwrap_or((step, ""));
        matches!(name, "index" | "default" | "home") && matches!(end, "" | "htm" | "html" | "php" | "asp" | "aspx" | "shtml")
    };
    match (steps.next(), steps.next()) {
        (None, _) => path.starts_with(['/', '.']),
        (Some(step), None) => is_first(step) || path.starts_with('/') && step == "en",
        (Some("en"), Some(step)) => is_first(step) && steps.next().is_none(),
        _ => false,
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::page::html::snapshot;

    fn read(html: &str) -> Vec<(String, f32)> {
        let page = snapshot(html.as_bytes(), None);
        let mut found = vec![];
        logo(&Dom::new(&page), &["https://www.engines.example/contact"], &mut found);
        found.into_iter().map(|candidate| (candidate.fact.value, candidate.weight)).collect()
    }

    #[test]
    fn of_several_pictures_that_lead_home_the_logo_weighs_most() {
        let html = "<a href='/'><img src=logo.png alt='Engines Ltd'></a><a href='/'><img alt='Free Looms'></a>";
        assert_eq!(read(html), [("Engines Ltd".into(), 3.2), ("Free Looms".into(), SEVERAL)]);
        assert_eq!(read("<a href='/'><img alt='Engines Ltd'></a>"), [("Engines Ltd".into(), 3.2)]);
    }

    #[test]
    fn the_first_page_from_anywhere_on_the_site() {
        for href in ["/", "./", "../", "../index.html", "index.htm#top", "/en", "/en/", "/en/index.php", "../default.asp", "/home"] {
            assert!(is_root(href, &[]), "{href}");
        }
        for href in ["", "#", "about.html", "/about/", "/de/about", "index.pdf", "contact/index.html", "mailto:a@b.example"] {
            assert!(!is_root(href, &[]), "{href}");
        }
    }

    #[test]
    fn another_sites_first_page_is_not_home() {
        assert_eq!(
            read("<a href='https://looms.example/'>Looms</a><a href='https://shop.engines.example/'>Engines</a>"),
            [("Engines".into(), 1.2)]
        );
    }
}
