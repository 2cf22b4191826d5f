//! Microformats 2 (h-card, h-adr, h-event, … at microformats.org/wiki/microformats2) and the classic ones before it (hCard, adr, hCalendar).

mod classic;
mod value;

use super::item::Items;
use crate::{
    fact::Source,
    page::dom::{Dom, El},
};

pub(super) fn read(dom: &Dom, items: &mut Items) {
    let first = items.all().len();
    // For each element: the item around it.
    let mut around: Vec<Option<Around>> = Vec::new();
    let mut roots: Vec<Root> = Vec::new();
    for el in dom.elements() {
        let outer = el.parent().and_then(|parent| around.get(parent.place()).copied().flatten());
        let mut inner = outer;
        if let Some(class) = el.attr("class") {
            let of = outer.and_then(|outer| roots.get_mut(outer.item - first));
            let names = outer.map_or(Vec::new(), |outer| properties(class, outer, of));
            let (kinds, is_classic) = kinds(class);
            let item = kinds[0]
                .and_then(|_| items.add(Source::Microformats, kinds.iter().flatten().map(|kind| (*kind).to_owned()), Some(el.place())));
            if let Some(item) = item {
                inner = Some(Around { item, kinds, is_classic });
                roots.push(Root { is_classic, ..Root::default() });
            }
            for (of, (name, form)) in outer.into_iter().flat_map(|outer| names.iter().map(move |name| (outer.item, *name))) {
                match item {
                    Some(item) => items.set_item(of, name, item),
                    None => {
                        let (value, quote) = value::of(el, form);
                        items.set_text(of, name, &value, &quote);
                    }
                }
            }
            if let (Some(_), Some(root)) = (item, outer.and_then(|outer| roots.get_mut(outer.item - first))) {
                root.holds_items = true;
            }
        }
        around.resize(el.place() + 1, None);
        around[el.place()] = inner;
    }
    for (at, root) in roots.iter().enumerate().filter(|(_, root)| !root.is_classic && !root.holds_items) {
        imply(dom, first + at, root, items);
    }
}

#[derive(Debug, Clone, Copy)]
struct Around {
    item: usize,
    kinds: Kinds,
    is_classic: bool,
}

/// An element may be the root of two things at once: a school in a life is a card and an event.
type Kinds = [Option<&'static str>; 2];

/// What is said outright inside an item, whether we read it or not, bars that the same is implied.
#[derive(Debug, Default)]
struct Root {
    is_classic: bool,
    holds_items: bool,
    says_words: bool,
    says_address: bool,
}

/// How a property's value stands in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Words,
    Address,
}

/// The kinds of thing an element is the root of. A class such as `h-full` is a style's, so only known ones count.
fn kinds(class: &str) -> (Kinds, bool) {
    let named = |roots: &'static [(&'static str, &'static str)]| -> Kinds {
        let mut kinds =
            class.split_ascii_whitespace().filter_map(|class| roots.iter().find(|(root, _)| *root == class)).map(|(_, kind)| *kind);
        [kinds.next(), kinds.next()]
    };
    match named(&ROOTS) {
        [None, _] => (named(&classic::ROOTS), true),
        kinds => (kinds, false),
    }
}

fn properties(class: &str, around: Around, root: Option<&mut Root>) -> Vec<(&'static str, Form)> {
    let classes = class.split_ascii_whitespace();
    if around.is_classic {
        let mut names: Vec<_> =
            classes.filter_map(|class| around.kinds.iter().flatten().find_map(|kind| classic::property(kind, class))).collect();
        // "fn summary" names both things that one element is, once.
        names.dedup();
        return names;
    }
    let (mut words, mut address) = (false, false);
    let known = |class: &str| -> Option<(&'static str, Form)> {
        let (form, name) = class.split_once('-').filter(|(_, name)| name.starts_with(|c: char| c.is_ascii_lowercase()))?;
        let form = match form {
            "p" | "e" => {
                words = true;
                Form::Words
            }
            "u" => {
                address = true;
                Form::Address
            }
            _ => return None,
        };
        Some((NAMES.iter().find(|(there, _)| *there == name)?.1, form))
    };
    let names = classes.filter_map(known).collect();
    if let Some(root) = root {
        root.says_words |= words;
        root.says_address |= address;
    }
    names
}

/// A thing without a name of its own is named by its only picture or its words; its only link is its address.
fn imply(dom: &Dom, item: usize, root: &Root, items: &mut Items) {
    let Some(el) = items.get(item).and_then(|item| dom.at(item.place?)) else { return };
    let lone = el.lone_child();
    if !root.says_words {
        let said = [Some(el), lone, lone.and_then(El::lone_child)].into_iter().flatten().find_map(value::said_of);
        let shown = el.words();
        let name = said.map_or_else(|| value::words_or_picture(el, &shown), str::to_owned);
        items.set_text(item, "name", &name, &shown);
    }
    if !root.says_address {
        let own = el.attr("href").filter(|_| matches!(el.tag(), "a" | "area"));
        if let Some(href) = own.or_else(|| only_link(el)).or_else(|| lone.and_then(only_link)) {
            items.set_text(item, "url", &dom.resolved(href), href);
        }
    }
}

fn only_link<'d>(el: El<'d>) -> Option<&'d str> {
    let mut links = el.children().filter(|child| matches!(child.tag(), "a" | "area"));
    links.next().filter(|_| links.next().is_none()).and_then(|link| link.attr("href"))
}

const ROOTS: [(&str, &str); 11] = [
    ("h-card", "h-card"),
    ("h-adr", "PostalAddress"),
    ("h-geo", "GeoCoordinates"),
    ("h-event", "Event"),
    ("h-entry", "h-entry"),
    ("h-feed", "Blog"),
    ("h-resume", "h-resume"),
    ("h-review", "Review"),
    ("h-review-aggregate", "AggregateRating"),
    ("h-product", "Product"),
    ("h-recipe", "Recipe"),
];

/// The properties that are read, and their names in schema.org's words.
const NAMES: [(&str, &str); 23] = [
    ("name", "name"),
    ("given-name", "givenName"),
    ("family-name", "familyName"),
    ("additional-name", "additionalName"),
    ("job-title", "jobTitle"),
    ("role", "role"),
    ("org", "worksFor"),
    ("organization-name", "organizationName"),
    ("tel", "telephone"),
    ("email", "email"),
    ("url", "url"),
    ("adr", "address"),
    ("locality", "addressLocality"),
    ("region", "addressRegion"),
    ("country-name", "addressCountry"),
    ("author", "author"),
    ("reviewer", "author"),
    ("item", "itemReviewed"),
    ("organizer", "organizer"),
    ("attendee", "attendee"),
    ("location", "location"),
    ("contact", "contactPoint"),
    ("affiliation", "affiliation"),
];

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::page::html::snapshot;
    use crate::page::structured::item::Value;

    fn read_all(html: &str) -> Items {
        let page = snapshot(html.as_bytes(), None);
        let mut items = Items::default();
        read(&Dom::new(&page), &mut items);
        items
    }

    fn text(items: &Items, at: usize, name: &str) -> Option<String> {
        match items.get(at)?.values(name).next()? {
            Value::Text(value, _) => Some(value.clone()),
            Value::Item(_) => None,
        }
    }

    #[test]
    fn a_card_of_each_age() {
        let new = read_all(
            "<div class='h-card h-full'><a class='p-name u-url' href='/ada'>Ada Byron</a> <i class='p-job-title'>Director</i>\
             <b class='p-org h-card'>Engines</b><p class='p-adr h-adr'><i class='p-locality'>London</i></p></div>",
        );
        assert_eq!(text(&new, 0, "name").as_deref(), Some("Ada Byron"));
        assert_eq!(text(&new, 0, "url").as_deref(), Some("/ada"));
        assert_eq!(text(&new, 1, "name").as_deref(), Some("Engines"));
        assert_eq!(text(&new, 2, "addressLocality").as_deref(), Some("London"));
        let old = read_all(
            "<div class='vcard'><span class='fn'>Ada Byron</span><span class='title'>Director</span><b class='org'><i class='organization-name'>\
             Engines</i><i class='organization-unit'>Mill</i></b><p class='tel'><i class='type'>Fax</i> <i class='value'>555</i>-<i class='value'>0100</i></p>\
             <p class='adr'><abbr class='region' title='Illinois'>IL</abbr></p><a class='email' href='mailto:a@b.c'>mail</a></div>",
        );
        assert_eq!(text(&old, 0, "jobTitle").as_deref(), Some("Director"));
        assert_eq!(text(&old, 0, "organizationName").as_deref(), Some("Engines"));
        assert_eq!(text(&old, 0, "telephone").as_deref(), Some("5550100"));
        assert_eq!(text(&old, 0, "email").as_deref(), Some("mailto:a@b.c"));
        assert_eq!(text(&old, 1, "addressRegion").as_deref(), Some("Illinois"));
    }

    #[test]
    fn names_are_implied_by_words_or_pictures() {
        assert_eq!(text(&read_all("<a class=h-card href=/x>Ada Byron</a>"), 0, "name").as_deref(), Some("Ada Byron"));
        assert_eq!(text(&read_all("<a class=h-card href=/x>Ada Byron</a>"), 0, "url").as_deref(), Some("/x"));
        assert_eq!(text(&read_all("<p class=h-card><img alt='Ada Byron'></p>"), 0, "name").as_deref(), Some("Ada Byron"));
        assert_eq!(text(&read_all("<p class=h-card>Ada, <b class=p-tel>555</b></p>"), 0, "name"), None);
        assert_eq!(text(&read_all("<p class=h-card>Ada <b class=p-category>Byron</b></p>"), 0, "name"), None);
        assert_eq!(text(&read_all("<p class=h-card>Ada <b class=p-2>Byron</b></p>"), 0, "name").as_deref(), Some("Ada Byron"));
        let inside = read_all("<div class=h-card><p><abbr title='Ada Byron'>AB</abbr></p></div>");
        assert_eq!(text(&inside, 0, "name").as_deref(), Some("Ada Byron"));
        let around = read_all("<div class=h-card>Team <b class=h-card>Ada</b></div>");
        assert_eq!((text(&around, 0, "name"), text(&around, 1, "name").as_deref()), (None, Some("Ada")));
        let link = read_all("<div class=h-event><p><a href='../x'>Fair</a> 2026</p></div>");
        assert_eq!((text(&link, 0, "url").as_deref(), text(&link, 0, "name").as_deref()), (Some("../x"), Some("Fair 2026")));
    }

    #[test]
    fn addresses_are_followed_from_the_base() {
        let page =
            snapshot(b"<base href='/team/'><p class=h-card><a class='p-name u-url' href='ada'>Ada</a>", Some("http://example.org/x"));
        let mut items = Items::default();
        read(&Dom::new(&page), &mut items);
        assert_eq!(text(&items, 0, "url").as_deref(), Some("http://example.org/team/ada"));
    }

    #[test]
    fn one_element_may_be_two_things() {
        let job = read_all("<p class='vevent vcard'><b class='fn summary org'>Engines</b></p>");
        assert!(job.all()[0].is("h-card") && job.all()[0].is("Event"));
        assert_eq!(text(&job, 0, "worksFor").as_deref(), Some("Engines"));
    }
}
