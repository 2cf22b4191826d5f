//! LinkedIn: a member's or a company's page, public or signed in. The name is the first heading; the headline follows it.

use super::{Site, heading};
use crate::{
    fact::Fact,
    page::{
        dom::Dom,
        structured::{Entity, Kind},
        text::title::job_title,
    },
};

pub(super) const SITE: Site = Site {
    id: "linkedin",
    hosts: &["linkedin.com"],
    paths: &[("/in/", Kind::Person), ("/company/", Kind::Organization), ("/school/", Kind::Organization)],
    read,
};

fn read(dom: &Dom, mut entity: Entity) -> Option<Entity> {
    let name = heading(dom, &entity.source)?;
    if entity.kind == Kind::Person {
        let after = dom.all("h1").find(|h1| h1.words() == name.value).map_or(0, |h1| h1.span().end);
        let lines = dom.text().get(after..).unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty());
        let headline = lines.take(6).find(|line| !is_badge(line));
        if let Some(headline) = headline {
            headlined(headline, &mut entity);
        }
    }
    entity.name = Some(name);
    Some(entity)
}

/// "Sales Director at Engines Ltd | Speaker"
pub(super) fn headlined(headline: &str, entity: &mut Entity) {
    let first = headline.split(['|', '•', '·']).next().unwrap_or(headline).trim();
    let (title, organization) = [" at ", " @ ", " bei ", " chez ", " en "]
        .iter()
        .find_map(|at| first.split_once(at))
        .map_or((first, None), |(title, at)| (title, Some(at)));
    if let Some(title) = job_title(title) {
        entity.job_title.push(Fact::new(title, entity.source.clone(), headline));
        entity.works_for.extend(organization.map(|name| Fact::new(name.trim(), entity.source.clone(), headline)));
    }
}

/// Pronouns, the degree of connection, a verification mark.
fn is_badge(line: &str) -> bool {
    let lower = line.to_lowercase();
    line.len() < 4
        || lower.starts_with('·')
        || lower.contains("degree connection")
        || ["she/her", "he/him", "they/them", "1st", "2nd", "3rd", "verified"]
            .iter()
            .any(|badge| lower.starts_with(badge) || lower.starts_with(&format!("({badge}")))
}
