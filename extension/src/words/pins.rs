//! A pinned script: the names, the organization and the numbers become slots, so that no old name leaks to the next prospect.

use aftertone::{fact::present, prospect::Prospect, situation::Seller};

/// Slots in the order they are looked for: the longest values first, so that a full name is not cut by the first name in it.
const SLOTS: [&str; 5] = ["{full name}", "{title}", "{organization}", "{last name}", "{first name}"];

/// The script with this prospect's words taken out.
pub(crate) fn pin(script: &str, prospect: &Prospect, seller: &Seller) -> String {
    let mut pairs: Vec<(&str, String)> = SLOTS.iter().filter_map(|slot| Some((*slot, value(slot, prospect)?))).collect();
    aftertone::order::by_key(&mut pairs, |(_, value)| std::cmp::Reverse(value.len()));
    // The seller's own words stay as they are: they are right for everybody.
    let own = [seller.name.as_str(), seller.organization.as_str()];
    let mut text = script.to_owned();
    for (slot, value) in pairs.iter().filter(|(_, value)| !own.iter().any(|own| own == value)) {
        text = replaced(&text, value, slot);
    }
    text
}

/// The pinned script for another prospect. A slot that nothing is known for stays, and the lints hold the message back until it is filled.
pub(crate) fn fill(pin: &str, prospect: &Prospect) -> String {
    SLOTS.iter().fold(pin.to_owned(), |text, slot| match value(slot, prospect) {
        Some(value) => text.replace(slot, &value),
        None => text,
    })
}

/// The first words, for the list.
pub(crate) fn title(pin: &str) -> String {
    let title: String = pin.chars().take(60).collect();
    if title.len() < pin.len() { format!("{}…", title.trim_end()) } else { title }
}

fn value(slot: &str, prospect: &Prospect) -> Option<String> {
    let name = || prospect.name.as_ref().and_then(|fact| fact.text());
    let value = match slot {
        "{full name}" => name(),
        "{title}" => prospect.job_title.as_ref().and_then(|fact| fact.text()),
        "{organization}" => prospect.works_for.as_ref().and_then(|fact| fact.text()),
        "{first name}" => name().and_then(|name| name.split_whitespace().next()),
        _ => name().filter(|name| name.contains(' ')).and_then(|name| name.split_whitespace().next_back()),
    };
    value.and_then(present).map(str::to_owned)
}

/// Whole words only: "Dan" leaves "Dana" alone.
fn replaced(text: &str, value: &str, slot: &str) -> String {
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(value) {
        let (before, after) = (&rest[..at], &rest[at + value.len()..]);
        let inside = before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        done.push_str(before);
        done.push_str(if inside { value } else { slot });
        rest = after;
    }
    done + rest
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn person(json: &str) -> Prospect {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn no_old_name_leaks() {
        let dana = person(r#"{"name": "Dana Whitfield", "worksFor": "Harbor Mills", "jobTitle": "Operations Director"}"#);
        let seller = Seller { name: "Sam Reyes".into(), organization: "Brightline".into(), ..Seller::default() };
        let script = "Hi Dana, this is Sam Reyes. Harbor Mills hires, Dana Whitfield. Danas are many. Ms. Whitfield, call me.";
        let pinned = pin(script, &dana, &seller);
        assert_eq!(
            pinned,
            "Hi {first name}, this is Sam Reyes. {organization} hires, {full name}. Danas are many. Ms. {last name}, call me."
        );
        let ravi = person(r#"{"name": "Ravi Patel", "worksFor": "Copperline"}"#);
        assert_eq!(fill(&pinned, &ravi), "Hi Ravi, this is Sam Reyes. Copperline hires, Ravi Patel. Danas are many. Ms. Patel, call me.");
        assert_eq!(fill(&pinned, &Prospect::default()), pinned);
    }

    #[test]
    fn a_name_of_the_sellers_stays() {
        let namesake = person(r#"{"name": "Sam"}"#);
        let seller = Seller { name: "Sam".into(), ..Seller::default() };
        assert_eq!(pin("This is Sam.", &namesake, &seller), "This is Sam.");
    }
}
