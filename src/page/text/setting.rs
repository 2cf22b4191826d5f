//! Where in the page words stand: what the page itself says, or what is only quoted, sold or linked there.

use std::collections::HashMap;

use crate::page::dom::El;

/// Names here are merely named: they wrote, reviewed, commented, bought, or built the site.
pub(super) fn is_merely_named(el: El) -> bool {
    std::iter::once(el).chain(el.ancestors()).take(40).any(|el| {
        matches!(el.tag(), "q" | "cite")
            || el.tag() == "a"
                && el.attr("rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("author")))
            || el.tag() == "blockquote" && !is_an_indent(el)
            || !matches!(el.tag(), "body" | "html" | "main") && el.classes().chain(el.attr("id")).any(|name| has_word(name, &QUOTED))
    })
}

/// Old pages set lists and tables in with a blockquote: nobody said these.
fn is_an_indent(quote: El) -> bool {
    let near = (1..=120).filter_map(|step| quote.dom().at(quote.place() + step)).take_while(|el| quote.holds(*el));
    near.take(40).any(|el| matches!(el.tag(), "li" | "table" | "dl" | "h1" | "h2" | "h3" | "hr"))
}

/// Whether a heading says that whoever is named below it is merely named: "What our clients say", "People also viewed".
pub(super) fn leads_to_others(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    lower.len() <= 80 && OTHERS.iter().any(|words| lower.contains(words))
}

const OTHERS: [&str; 28] = [
    "testimonial",
    "clients say",
    "customers say",
    "clients are saying",
    "customers are saying",
    "people are saying",
    "what others say",
    "customer reviews",
    "client reviews",
    "kundenstimmen",
    "das sagen unsere",
    "témoignages",
    "avis clients",
    "testimonios",
    "opiniones de clientes",
    "also viewed",
    "you may know",
    "similar profiles",
    "people similar to",
    "more profiles",
    "others named",
    "related profiles",
    "bekeken ook",
    "auch angesehen",
    "également consulté",
    "también han visto",
    "anche visto",
    "também viram",
];

/// A menu, a breadcrumb, a cookie banner, a form's labels: words there name other pages, or what the reader is to fill in.
pub(super) fn is_navigation(el: El) -> bool {
    std::iter::once(el).chain(el.ancestors()).take(40).any(navigates)
}

fn navigates(el: El) -> bool {
    matches!(el.tag(), "nav" | "label" | "legend" | "option" | "button")
        || el.attr("role").is_some_and(|role| matches!(role, "navigation" | "menu" | "menubar" | "search"))
        || !matches!(el.tag(), "body" | "html" | "main") && el.classes().chain(el.attr("id")).any(|name| has_word(name, &MENUS))
}

/// [`is_navigation`] of element after element, each looked at once: lines share nearly all that they stand in.
#[derive(Default)]
pub(super) struct Menus(HashMap<usize, bool>);

impl Menus {
    pub(super) fn hold(&mut self, el: El) -> bool {
        let around = || std::iter::once(el).chain(el.ancestors()).take(40);
        let known = around().find_map(|el| Some((el, *self.0.get(&el.place())?)));
        let mut inside = known.is_some_and(|(_, inside)| inside);
        let fresh: Vec<El> = around().take_while(|el| known.is_none_or(|(known, _)| known != *el)).collect();
        for el in fresh.into_iter().rev() {
            inside = inside || navigates(el);
            self.0.insert(el.place(), inside);
        }
        inside
    }
}

/// Whether a class name holds one of these as a word: `client-quote`, `clientQuote`, `client_quote2`.
fn has_word(name: &str, words: &[&str]) -> bool {
    let mut start = 0;
    let mut hit = false;
    let mut was_lower = false;
    for (at, c) in name.char_indices().chain([(name.len(), '-')]) {
        let breaks = !c.is_ascii_alphabetic() || c.is_ascii_uppercase() && was_lower;
        if breaks {
            hit |= name.get(start..at).is_some_and(|word| words.iter().any(|there| there.eq_ignore_ascii_case(word)));
            start = if c.is_ascii_alphabetic() { at } else { at + 1 };
        }
        was_lower = c.is_ascii_lowercase();
    }
    hit
}

const QUOTED: [&str; 20] = [
    "testimonial",
    "testimonials",
    "quote",
    "quotes",
    "review",
    "reviews",
    "reviewer",
    "comment",
    "comments",
    "commentlist",
    "respond",
    "byline",
    "author",
    "authors",
    "bylines",
    "credit",
    "credits",
    "tweet",
    "tweets",
    "twitter",
];

const MENUS: [&str; 20] = [
    "submenu",
    "topmenu",
    "mainmenu",
    "megamenu",
    "dropdown",
    "sidenav",
    "subnav",
    "rsswidget",
    "nav",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "cookie",
    "cookies",
    "consent",
    "pagination",
    "tagcloud",
    "topnav",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_names_are_read_by_their_words() {
        assert!(has_word("clientQuote", &["quote"]) && has_word("client_quote2", &["quote"]) && has_word("quote", &["quote"]));
        assert!(!has_word("quoted-price", &["quote"]) && !has_word("", &["quote"]));
    }
}
