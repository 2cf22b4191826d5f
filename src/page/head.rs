//! What a page's head says of it: Open Graph, meta, canonical address.

use super::dom::{Dom, El};
use crate::{
    fact::{Fact, Source},
    page::text::name,
};

#[derive(Debug, Default)]
pub(super) struct Head<'d> {
    /// Open Graph's `og:site_name`, or `application-name`.
    pub(super) site_name: Option<Fact>,
    /// `article`, `profile`, `website`, ….
    pub(super) kind: Option<&'d str>,
    pub(super) title: Option<&'d str>,
    /// The person of a page whose `og:type` is `profile`.
    pub(super) profile: Option<Fact>,
    /// `article:published_time` or its like: only what is news has one.
    pub(super) is_dated: bool,
    /// The page's own address: canonical, `og:url`.
    pub(super) address: Option<&'d str>,
    pub(super) locality: Option<Fact>,
    pub(super) region: Option<Fact>,
    pub(super) country: Option<Fact>,
    pub(super) telephone: Option<Fact>,
    pub(super) email: Option<Fact>,
}

pub(super) fn read<'d>(dom: &'d Dom<'d>) -> Head<'d> {
    let mut head = Head::default();
    let (mut given, mut family) = (None, None);
    for el in dom.elements().filter(|el| matches!(el.tag(), "meta" | "link")) {
        if el.tag() == "link" {
            if el.attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) {
                head.address = head.address.or(el.says("href"));
            }
            continue;
        }
        let (Some(name), Some(content)) = (el.says("property").or_else(|| el.says("name")), el.says("content")) else { continue };
        let open_graph = || Some(Fact::new(content, Source::OpenGraph, content));
        match name.to_ascii_lowercase().as_str() {
            "og:site_name" => head.site_name = open_graph(),
            "application-name" => head.site_name = head.site_name.take().or_else(|| meta(el)),
            "og:type" => head.kind = Some(content),
            "og:title" => head.title = Some(content),
            "og:url" => head.address = Some(content),
            "article:published_time" | "article:published" | "date" | "pubdate" | "publishdate" | "dc.date.issued" | "parsely-pub-date" => {
                head.is_dated = true
            }
            "profile:first_name" | "og:profile:first_name" => given = Some(content),
            "profile:last_name" | "og:profile:last_name" => family = Some(content),
            "business:contact_data:locality" | "og:locality" => head.locality = open_graph(),
            "business:contact_data:region" | "og:region" => head.region = open_graph(),
            "business:contact_data:country_name" | "og:country-name" => head.country = open_graph(),
            "business:contact_data:phone_number" | "og:phone_number" => head.telephone = open_graph(),
            "business:contact_data:email" | "og:email" => head.email = open_graph(),
            _ => {}
        }
    }
    if let Some((given, family)) = given.zip(family) {
        let name = format!("{given} {family}");
        head.profile = Some(Fact::new(&name, Source::OpenGraph, &name));
    } else if head.kind == Some("profile") {
        let first = head.title.and_then(|title| name::leading(title).map(|(name, _)| Fact::new(name.value, Source::OpenGraph, title)));
        head.profile = first;
    }
    head
}

fn meta(el: El) -> Option<Fact> {
    el.says("content").map(|content| Fact::new(content, Source::Meta, content))
}
