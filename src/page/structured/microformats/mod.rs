//! Microformats 2 (h-card, h-adr, h-event, … at microformats.org/wiki/microformats2) and the classic ones before it (hCard, adr, hCalendar).

mod classic;
mod value;

use super::item::Items;
use crate::{
    fact::Source,
    page::dom::{Dom, El},
};

pub(super) fn read(dom: &Dom, items: &mut Items) {
    // For each element: the item around it, and whether that is a classic one.
    let mut around: Vec<Option<Around>> = Vec::new();
    let mut roots: Vec<(usize, usize, bool)> = Vec::new();
    for el in dom.elements() {
        let outer = el.parent().and_then(|parent| around.get(parent.place()).copied().flatten());
        let root = root(el);
        let mut names = outer.map_or(Vec::new(), |outer| properties(el, outer));
        let mut inner = outer;
        if let Some((kind, is_classic)) = root
            && let Some(item) = items.add(Source::Microformats, [kind.to_owned()], Some(el.place()))
        {
            inner = Some(Around { item, kind, is_classic });
            roots.push((el.place(), item, is_classic));
            for (name, _) in std::mem::take(&mut names) {
                outer.into_iter().for_each(|outer| items.set_item(outer.item, name, item));
            }
        }
        for (name, form) in names {
            let (value, quote) = value::of(el, form);
            outer.into_iter().for_each(|outer| items.set_text(outer.item, name, &value, &quote));
        }
        around.resize(el.place() + 1, None);
        around[el.place()] = inner;
    }
    for (place, item, is_classic) in roots {
        imply(dom, place, item, is_classic, items);
    }
}

#[derive(Debug, Clone, Copy)]
struct Around {
    item: usize,
    kind: &'static str,
    is_classic: bool,
}

/// How a property's value stands in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Words,
    Address,
    Time,
}

/// The kind of thing an element is the root of. A class such as `h-full` is a style's, so only known ones count.
fn root(el: El) -> Option<(&'static str, bool)> {
    let new = el.classes().find_map(|class| ROOTS.iter().find(|(root, _)| *root == class));
    new.map(|(_, kind)| (*kind, false)).or_else(|| classic::root(el).map(|kind| (kind, true)))
}

fn properties(el: El, around: Around) -> Vec<(&'static str, Form)> {
    if around.is_classic {
        return el.classes().filter_map(|class| classic::property(around.kind, class)).collect();
    }
    let known = |class: &str| {
        let (form, name) = class.split_once('-')?;
        let form = match form {
            "p" | "e" => Form::Words,
            "u" => Form::Address,
            "dt" => Form::Time,
            _ => return None,
        };
        Some((NAMES.iter().find(|(there, _)| *there == name)?.1, form))
    };
    el.classes().filter_map(known).collect()
}

/// A card without a name of its own is named by its only picture or its words; its only link is its address.
fn imply(dom: &Dom, place: usize, item: usize, is_classic: bool, items: &mut Items) {
    let Some((el, there)) = dom.at(place).zip(items.get(item)) else { return };
    if is_classic || !there.is("h-card") {
        return;
    }
    let has = |name: &str| there.values(name).next().is_some();
    // Items stand in the order of the page: if any is inside, the next one is.
    let holds_items = items.get(item + 1).and_then(|next| dom.at(next.place?)).is_some_and(|inner| el.holds(inner));
    let is_plain = there.properties.iter().all(|(name, _)| ["url", "image", "sameAs"].contains(&name.as_str()));
    let link = || el.says("href").or_else(|| el.children().find(|child| child.tag() == "a").and_then(|link| link.says("href")));
    let url = (!has("url") && !holds_items).then(link).flatten().map(str::to_owned);
    let name = (!has("name") && is_plain && !holds_items).then(|| value::of(el, Form::Words));
    if let Some(url) = url {
        items.set_text(item, "url", &url, "");
    }
    if let Some((value, quote)) = name {
        items.set_text(item, "name", &value, &quote);
    }
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
const NAMES: [(&str, &str); 34] = [
    ("name", "name"),
    ("given-name", "givenName"),
    ("family-name", "familyName"),
    ("additional-name", "additionalName"),
    ("honorific-prefix", "honorificPrefix"),
    ("honorific-suffix", "honorificSuffix"),
    ("nickname", "alternateName"),
    ("job-title", "jobTitle"),
    ("role", "role"),
    ("org", "worksFor"),
    ("organization-name", "organizationName"),
    ("tel", "telephone"),
    ("email", "email"),
    ("url", "url"),
    ("uid", "identifier"),
    ("photo", "image"),
    ("logo", "logo"),
    ("adr", "address"),
    ("street-address", "streetAddress"),
    ("extended-address", "extendedAddress"),
    ("locality", "addressLocality"),
    ("region", "addressRegion"),
    ("postal-code", "postalCode"),
    ("country-name", "addressCountry"),
    ("note", "description"),
    ("author", "author"),
    ("reviewer", "author"),
    ("item", "itemReviewed"),
    ("organizer", "organizer"),
    ("attendee", "attendee"),
    ("location", "location"),
    ("contact", "contactPoint"),
    ("affiliation", "affiliation"),
    ("start", "startDate"),
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
    }
}
