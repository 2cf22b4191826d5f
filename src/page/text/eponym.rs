//! Whom running text names without a post, and who is of the house all the same: the house is called after them ("Byron Engines … Ada
//! Byron worked her way through college"), or they are its doctor, whom it names over and over ("Dr. Byron").

use std::{collections::HashMap, ops::Range};

use super::{
    line::Line,
    name::{self, Name, Strength},
    setting::{is_merely_named, is_navigation},
};
use crate::page::{
    dom::Dom,
    place::{city, region},
};

/// A full name in running text.
pub(in crate::page) struct Eponym<'d> {
    pub(in crate::page) name: Name,
    /// Where it stands in the page's text.
    pub(in crate::page) span: Range<usize>,
    pub(in crate::page) quote: &'d str,
}

/// Everyone of this kind, each surname once; `house` is the organization's name, or empty.
pub(in crate::page) fn eponyms<'d>(dom: &Dom, lines: &[Line<'d>], house: &str) -> Vec<Eponym<'d>> {
    let mut surnames = of_house(house);
    surnames.extend(of_doctors(dom.text()));
    let mut found: Vec<Eponym<'d>> = Vec::new();
    if surnames.is_empty() {
        return found;
    }
    for line in lines {
        let words: Vec<(usize, &'d str)> = words(line.text).collect();
        for (nth, (at, word)) in words.iter().enumerate() {
            let plain = word.trim_end_matches(|c: char| !c.is_alphabetic());
            let plain = plain.strip_suffix("'s").or_else(|| plain.strip_suffix("’s")).unwrap_or(plain);
            let Some(surname) = surnames.iter().find(|surname| surname.as_str() == plain) else { continue };
            // "the Ada Byron Foundation" is called after her as well, and is not she.
            let goes_on = plain.len() == word.len() && words.get(nth + 1).is_some_and(|(_, next)| next.starts_with(char::is_uppercase));
            if goes_on || found.len() >= MOST || found.iter().any(|there| there.name.value.ends_with(surname.as_str())) {
                continue;
            }
            let Some(from) = (1..=3).rev().find_map(|back| {
                let (from, first) = words.get(nth.checked_sub(back)?)?;
                let name = name::name(line.text.get(*from..at + plain.len())?)?;
                (name.strength == Strength::Known && !first.ends_with(',')).then_some(*from)
            }) else {
                continue;
            };
            let (from, to) = (line.start + from, line.start + at + plain.len());
            let el = line.runs.iter().rev().find(|run| run.start <= from).map(|run| run.el);
            let stands = el.is_some_and(|el| !is_merely_named(el) && !is_navigation(el));
            let quote = line.text.get(from - line.start..to - line.start).unwrap_or_default();
            // Whoever the page is called after in full is its subject or what it sells.
            if let Some(name) =
                name::name(quote).filter(|name| stands && !dom.title().contains(&name.value) && !house.contains(&name.value))
            {
                found.push(Eponym { name, span: from..to, quote });
            }
        }
    }
    found
}

/// A family, not a register.
const MOST: usize = 4;

/// The words of a house's name that may be a surname: "Byron Engines".
fn of_house(house: &str) -> Vec<String> {
    let fits = |word: &&str| {
        let lower = word.to_lowercase();
        word.chars().count() >= 4
            && word.starts_with(char::is_uppercase)
            && word.chars().skip(1).all(|c| c.is_lowercase())
            && name::could_be_a_surname(&lower)
            && city::known(word).is_none()
            && region::by_name(word, None).is_none()
    };
    words(house).map(|(_, word)| word.trim_matches(|c: char| !c.is_alphabetic())).take(20).filter(fits).map(str::to_owned).collect()
}

/// The surnames of those whom the page calls doctor three times and more.
fn of_doctors(text: &str) -> Vec<String> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for (at, _) in text.match_indices("Dr").filter(|(at, _)| !text.get(..*at).is_some_and(|before| before.ends_with(char::is_alphanumeric)))
    {
        let rest = text.get(at + 2..).unwrap_or_default();
        let Some(rest) = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(' ')) else { continue };
        let surname = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if surname.len() > 2 && surname.starts_with(char::is_uppercase) {
            *times.entry(surname).or_default() += 1;
        }
    }
    let mut often: Vec<String> = times.into_iter().filter(|(_, times)| *times >= 3).map(|(surname, _)| surname.to_owned()).collect();
    crate::order::by(&mut often, Ord::cmp);
    often.truncate(MOST);
    often
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ').scan(0, |at, word| {
        let start = *at;
        *at += word.len() + 1;
        Some((start, word))
    })
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::page::{html::snapshot, text::line::lines};

    fn read(house: &str, body: &str) -> Vec<String> {
        let page = snapshot(format!("<title>{house} | About</title>{body}").as_bytes(), None);
        let dom = Dom::new(&page);
        eponyms(&dom, &lines(&dom), house).into_iter().map(|one| one.name.value).collect()
    }

    #[test]
    fn the_house_is_called_after_them() {
        assert_eq!(read("Byron Engines", "<p>Years ago Ada M. Byron worked her way through college."), ["Ada M. Byron"]);
        assert_eq!(read("Byron Engines", "<p>It was Ada Byron's idea."), ["Ada Byron"]);
        assert!(read("Byron Engines", "<p>The Ada Byron Foundation gives. <blockquote>Ada Byron was great!</blockquote>").is_empty());
        assert!(read("Ada Byron shirts", "<p>A shirt by Ada Byron.").is_empty());
        assert!(read("Roofing Houston", "<p>Like Whitney Houston, we sing.").is_empty());
    }

    #[test]
    fn the_doctor_whom_the_page_names_over_and_over() {
        let told = "<p>Dr. Byron listens. <p>See Dr. Byron. <p>Ask Dr Byron. ";
        assert_eq!(read("Smiles", &format!("{told}<p>Dr. Ada Byron offers implants.")), ["Ada Byron"]);
        assert!(read("Smiles", "<p>See Dr. Byron. <p>Dr. Ada Byron trained her.").is_empty());
    }
}
