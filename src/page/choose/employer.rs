//! A post and an employer in one: "VP of Logistics, Tall Pine Foods", "Sales Manager at Mill & Sons".

use crate::{
    fact::{Fact, Source},
    page::{organization, place, text::title},
};

/// The post alone, and the employer that stands behind it. `hosts` are those of the person's own addresses: they vouch for a name behind a
/// comma, which may as well be a department.
/// So does `elsewhere`, where the page's own house employs nobody: what else the page says of the name.
pub(in crate::page) fn employed(title: &Fact, hosts: &[String], elsewhere: Option<&str>) -> Option<(Fact, Fact)> {
    let words = title.value.as_str();
    let behind_at = [" at ", " @ ", " bei ", " chez "].iter().find_map(|at| words.split_once(at));
    let (post, employer) = behind_at.or_else(|| words.rsplit_once(", "))?;
    let (post, employer) = (post.trim(), employer.trim());
    let is_named = employer.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && (3..=80).contains(&employer.len())
        && title::job_title(employer).is_none()
        && !title::is_department(employer);
    let is_vouched = behind_at.is_some()
        || organization::has_legal_form(employer)
        || hosts.iter().any(|host| organization::like_host(employer, host) > 0.0)
        || place::city::known(employer).is_none() && elsewhere.is_some_and(|text| text.matches(employer).take(2).count() == 2);
    (is_named && is_vouched && title::job_title(post).is_some())
        .then(|| (Fact { value: post.to_owned(), ..title.clone() }, Fact { value: employer.to_owned(), ..title.clone() }))
}

/// "Harvest & Haul 2026", "Cold Storage Summit": who speaks there works elsewhere.
pub(in crate::page) fn is_event(name: &Fact) -> bool {
    let last = name.value.split_whitespace().last().unwrap_or_default();
    let year = last.len() == 4 && last.starts_with("20") && last.bytes().all(|b| b.is_ascii_digit());
    let lower = name.value.to_lowercase();
    let written = matches!(name.source, Source::Meta | Source::OpenGraph | Source::Heading | Source::Text);
    written
        && (year
            || ["summit", "conference", "expo", "congress", "symposium"].iter().any(|word| lower.split(' ').any(|there| there == *word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(words: &str) -> Option<(String, String)> {
        let title = Fact::new(words, Source::Text, words);
        employed(&title, &["tallpinefoods".to_owned()], Some("VP, Oak Foods. She joined Oak Foods. Paris, Paris"))
            .map(|(post, employer)| (post.value, employer.value))
    }

    #[test]
    fn a_post_and_an_employer() {
        for (words, post, employer) in [
            ("VP of Logistics, Tall Pine Foods", "VP of Logistics", "Tall Pine Foods"),
            ("Sales Manager at Mill & Sons", "Sales Manager", "Mill & Sons"),
            ("Director, Mill GmbH", "Director", "Mill GmbH"),
            ("Director, Oak Foods", "Director", "Oak Foods"),
            ("Director, Paris", "Director, Paris", ""),
            ("Director, North America", "Director, North America", ""),
            ("Vice President, Business Development", "Vice President, Business Development", ""),
        ] {
            let expected = (!employer.is_empty()).then(|| (post.to_owned(), employer.to_owned()));
            assert_eq!(split(words), expected, "{words}");
        }
    }

    #[test]
    fn events_employ_nobody() {
        let is = |name: &str| is_event(&Fact::new(name, Source::Meta, name));
        assert!(is("Harvest & Haul 2026") && is("Cold Storage Summit") && !is("Tall Pine Foods"));
    }
}
