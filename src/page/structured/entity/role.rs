//! How somebody stands to the page: what it is about, who works there, or who is merely named.

use super::super::item::Items;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The page says that it is about them.
    About,
    /// Stands by itself, or belongs to what the page is about.
    Listed,
    /// Where somebody works: said of that person, not of the page.
    Employer,
    /// Publishes the site.
    Publisher,
    /// Wrote it, reviewed it, plays in it, lent a quotation.
    Named,
}

/// Told by the property that leads to the item, and by what that is a property of.
pub(super) fn role(items: &Items, at: usize) -> Role {
    let Some((owner, property)) = items.get(at).and_then(|item| item.of.as_ref()) else { return Role::Listed };
    let of_review =
        items.get(*owner).is_some_and(|owner| owner.types.iter().any(|kind| kind.ends_with("Review") || kind.ends_with("Rating")));
    match property.as_str() {
        _ if of_review && property == "itemReviewed" => Role::Listed,
        _ if of_review => Role::Named,
        "mainEntity" | "mainEntityOfPage" | "about" | "primaryTopic" => Role::About,
        "publisher" | "provider" | "sourceOrganization" | "copyrightHolder" | "isPartOf" | "sponsor" => Role::Publisher,
        "employee" | "employees" | "member" | "members" | "founder" | "founders" | "contactPoint" | "contactPoints" | "organizer"
        | "department" | "subOrganization" | "itemListElement" | "item" | "owns" | "location" | "hasMember" | "hasPart" | "branchOf"
        | "parentOrganization" | "broker" | "seller" | "agent" | "knows" => Role::Listed,
        "worksFor" | "affiliation" | "memberOf" => Role::Employer,
        _ => Role::Named,
    }
}
