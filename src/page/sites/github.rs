//! GitHub: a person's or an organization's own page. The heading holds the name and, below it, the account.

use super::{Site, linkedin::headlined};
use crate::{
    fact::Fact,
    page::{
        dom::Dom,
        structured::{Entity, Kind},
        text::name,
    },
};

pub(super) const SITE: Site = Site { id: "github", hosts: &["github.com"], paths: &[("/", Kind::Person)], read };

fn read(dom: &Dom, mut entity: Entity) -> Option<Entity> {
    let path = dom.url()?.split_once("://")?.1.split_once('/')?.1.split(['?', '#']).next()?.trim_end_matches('/');
    if path.is_empty() || path.contains('/') {
        return None;
    }
    let account = path.to_lowercase();
    let heading = dom.all("h1").find(|h1| !h1.text().is_empty())?;
    // "Ada Byron adabyron", in lines or in one.
    let words = heading.words();
    let lower = words.to_lowercase();
    let plain = if lower.len() == words.len() { lower.strip_suffix(&account).and_then(|rest| words.get(..rest.len())) } else { None };
    let plain = plain.unwrap_or(&words).trim();
    let name = name::name(plain).filter(|_| plain != words)?;
    entity.name = Some(Fact::new(name.value, entity.source.clone(), &words));
    let marked = |property: &str| {
        dom.elements().find(|el| el.attr("itemprop") == Some(property)).map(|el| el.words()).filter(|words| !words.is_empty())
    };
    if let Some(employer) = marked("worksFor") {
        entity.works_for.push(Fact::new(employer.trim_start_matches('@'), entity.source.clone(), &employer));
    }
    // What they say of themselves follows the heading: "Engineer at Engines Ltd".
    let below = dom.text().get(heading.span().end..).unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty());
    for line in below.take(6).filter(|_| entity.works_for.is_empty()).collect::<Vec<_>>() {
        headlined(line, &mut entity);
        if !entity.job_title.is_empty() {
            break;
        }
    }
    Some(entity)
}
