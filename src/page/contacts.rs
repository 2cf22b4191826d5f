//! How the page can be answered: telephone numbers and e-mail addresses, and whose they are.

use super::{choose::Somebody, dom::El, email, phone, text::people::Person};
use crate::{
    fact::{Fact, Source},
    prospect::{Line, Telephone},
};

/// Contacts found in the text, and the person each belongs to, where it is one's own.
pub(super) struct Found {
    emails: Vec<(Option<usize>, Fact)>,
    numbers: Vec<(Option<usize>, Telephone)>,
}

impl Found {
    /// An address named after a person is theirs wherever it stands; else a contact is theirs in whose card it stands.
    pub(super) fn new(emails: Vec<email::Found>, numbers: Vec<phone::Found>, people: &[Somebody]) -> Self {
        let at_card = |at: usize| people.iter().position(|person| person.card.contains(&at));
        let names: Vec<Option<Named>> = people.iter().map(|person| Named::of(&person.name.value)).collect();
        let named = |fact: &Fact| {
            let local = local_part(&fact.value);
            names.iter().position(|name| name.as_ref().is_some_and(|name| name.is_in(&local)))
        };
        Self {
            emails: emails.into_iter().map(|found| (named(&found.fact).or_else(|| at_card(found.at)), found.fact)).collect(),
            numbers: numbers.into_iter().map(|found| (at_card(found.at), found.telephone)).collect(),
        }
    }

    pub(super) fn emails_of(&self, owner: Option<usize>) -> Vec<Fact> {
        self.emails.iter().filter(|(of, _)| *of == owner).map(|(_, fact)| fact.clone()).collect()
    }

    pub(super) fn numbers_of(&self, owner: Option<usize>) -> Vec<Telephone> {
        self.numbers.iter().filter(|(of, _)| *of == owner).map(|(_, number)| number.clone()).collect()
    }

    pub(super) fn count(&self) -> usize {
        self.emails.len() + self.numbers.len()
    }

    /// How many each of so many people has.
    pub(super) fn counts(&self, people: usize) -> Vec<usize> {
        let mut counts = vec![0; people];
        for of in self.emails.iter().map(|(of, _)| of).chain(self.numbers.iter().map(|(of, _)| of)).flatten() {
            counts.get_mut(*of).into_iter().for_each(|count| *count += 1);
        }
        counts
    }
}

/// The hosts that name whoever runs the page, without `www` and the suffix: of its address, and of its e-mail addresses.
pub(super) fn hosts(addresses: &[&str], emails: &[email::Found]) -> Vec<String> {
    let mut hosts: Vec<String> = Vec::new();
    let of_pages = addresses.iter().filter_map(|address| host(address));
    let of_mail =
        emails.iter().filter_map(|found| found.fact.value.rsplit_once('@')).map(|(_, host)| host).filter(|host| !is_mail_provider(host));
    for label in of_pages.chain(of_mail).filter_map(label) {
        if !hosts.contains(&label) {
            hosts.push(label);
        }
    }
    hosts.truncate(8);
    hosts
}

/// The label of the host of one's own address, where it is not a provider's.
pub(super) fn mail_label(address: &str) -> Option<String> {
    label(address.rsplit_once('@').map(|(_, host)| host).filter(|host| !is_mail_provider(host))?)
}

pub(super) fn host(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next()?;
    (scheme.starts_with("http") && host.contains('.')).then_some(host)
}

/// Whether the host of an address and another are called the same: `www.engines.com` and `shop.engines.co.uk`.
pub(super) fn is_of_one_house(address: &str, other: &str) -> bool {
    host(address).and_then(label).is_some_and(|own| label(other).is_some_and(|there| there == own))
}

/// `example` of `www.shop.example.co.uk`.
fn label(host: &str) -> Option<String> {
    let mut labels: Vec<&str> = host.trim_matches('.').split('.').collect();
    labels.pop()?;
    while labels.len() > 1
        && labels.last().is_some_and(|last| ["co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "gob", "gouv"].contains(last))
    {
        labels.pop();
    }
    labels.pop().map(str::to_lowercase)
}

fn is_mail_provider(host: &str) -> bool {
    let label = label(host).unwrap_or_default();
    [
        "gmail",
        "googlemail",
        "yahoo",
        "hotmail",
        "outlook",
        "live",
        "msn",
        "aol",
        "icloud",
        "gmx",
        "web",
        "comcast",
        "verizon",
        "att",
        "sbcglobal",
        "example",
        "domain",
        "btinternet",
        "t-online",
        "orange",
        "wanadoo",
    ]
    .contains(&label.as_str())
}

/// The stretch of the page's text that tells of one person: the largest element around the name that names nobody else, or, where the
/// page is one flat list, the name's own line, with the lines up to the next name where it holds no contact itself.
pub(super) fn card(person: &Person, others: &[Person], text: &str, contacts: &[usize]) -> std::ops::Range<usize> {
    let same = |other: &Person| other.name.value == person.name.value;
    let fits = |el: &El| {
        let span = el.span();
        span.len() <= LONGEST_CARD
            && !others.iter().any(|other| span.contains(&other.start) && !same(other))
            && !matches!(el.tag(), "body" | "html" | "main")
    };
    let own = std::iter::once(person.el).chain(person.el.ancestors()).take_while(fits).last().map(|el| el.span());
    let next =
        others.iter().filter(|other| other.start > person.start && !same(other)).map(|other| other.start).min().unwrap_or(text.len());
    // Below a list of people its last entry goes no further than the list.
    let holds_others = |el: &El| others.iter().any(|other| !same(other) && el.span().contains(&other.start));
    let list = person.el.ancestors().take(12).find(holds_others).map_or(text.len(), |el| el.span().end);
    let next = next.min(list.max(person.start + 1));
    let lines_end = text
        .get(person.start..next)
        .map_or(next, |rest| rest.match_indices('\n').nth(LINES_OF_A_CARD).map_or(next, |(at, _)| person.start + at));
    let own = own.unwrap_or(person.start..person.start + person.quote.len());
    // A card of more than the name's own line is the page's own grouping; else what follows the name is taken for the rest.
    let first_line = text.get(person.start..).map_or(0, |rest| rest.find('\n').unwrap_or(rest.len()));
    let line = person.start..person.start + first_line;
    if own.end <= line.end + 1 && contacts.iter().any(|at| line.contains(at)) {
        return own.start..line.end.max(own.end);
    }
    // In the middle of a sentence that goes on without a number, what follows the sentence is the house's.
    let line_start = text.get(..person.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    if person.start - line_start > 12 && first_line > person.quote.len() + 15 && own.end <= line.end + 1 {
        return own.start..line.end.max(own.end);
    }
    if own.end > person.start + first_line + 1 { own } else { own.start..lines_end.max(own.end) }
}

const LONGEST_CARD: usize = 1_500;
const LINES_OF_A_CARD: usize = 5;

/// Whether an address is made of a person's name: `ada.byron@`, `abyron@`, `byron@`, `ada@`.
pub(super) fn is_named_after(address: &str, name: &str) -> bool {
    Named::of(name).is_some_and(|named| named.is_in(&local_part(address)))
}

/// Whether an address is the initial and the surname, `abyron@`: a house is hardly ever written so.
pub(super) fn is_initialled_after(address: &str, name: &str) -> bool {
    Named::of(name).is_some_and(|named| named.joined[0].len() > 3 && named.joined[0] == local_part(address))
}

/// The letters and digits before the `@`, in lower case.
fn local_part(address: &str) -> String {
    address.split('@').next().unwrap_or_default().to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The parts of a name that addresses are made of, folded once: a page of many people asks each of them about each address.
struct Named {
    first: String,
    last: String,
    joined: [String; 3],
}

impl Named {
    fn of(name: &str) -> Option<Self> {
        let folded = name.to_lowercase();
        let mut words = folded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let first = words.next()?;
        let last = words.next_back().unwrap_or(first);
        let initial = |word: &str| word.chars().take(1).collect::<String>();
        let joined = [initial(first) + last, last.to_owned() + &initial(first), first.to_owned() + &initial(last)];
        Some(Self { first: first.to_owned(), last: last.to_owned(), joined })
    }

    fn is_in(&self, local: &str) -> bool {
        let (first, last) = (self.first.as_str(), self.last.as_str());
        local.len() > 1
            && (local == first && first.len() > 2
                || local == last && last.len() > 2
                || local.starts_with(first) && local.ends_with(last)
                || local.starts_with(last) && local.ends_with(first)
                || self.joined.iter().any(|joined| joined == local))
    }
}

/// `mailto:` and the like are gone; what the page marks up as an address but is none is dropped.
pub(super) fn emails(facts: &[Fact]) -> Vec<Fact> {
    let found = facts.iter().filter_map(|fact| {
        let (_, address) = email::in_text(&fact.value).into_iter().next()?;
        Some(Fact::new(address, fact.source.clone(), &fact.quote))
    });
    found.collect()
}

/// Each address once; what is marked up beats what was found in the text.
pub(super) fn merged(mut facts: Vec<Fact>) -> Vec<Fact> {
    let mut seen: Vec<String> = Vec::new();
    facts.retain(|fact| {
        let key = fact.value.to_lowercase();
        let new = !seen.contains(&key);
        seen.push(key);
        new && fact.source != Source::You
    });
    facts
}

/// Each number once: what was read first leads, and learns from the others what it does not know itself.
pub(super) fn merged_numbers(numbers: Vec<Telephone>) -> Vec<Telephone> {
    let key = |number: &Telephone| number.e164.clone().unwrap_or_else(|| number.fact.value.chars().filter(char::is_ascii_digit).collect());
    let mut merged: Vec<Telephone> = Vec::new();
    for number in numbers {
        let same = |there: &&mut Telephone| {
            key(there) == key(&number) && (there.extension == number.extension || there.extension.is_none() || number.extension.is_none())
        };
        match merged.iter_mut().find(same) {
            Some(there) => {
                if there.line == Line::Unknown {
                    there.line = number.line;
                }
                there.extension = there.extension.take().or(number.extension);
            }
            None => merged.push(number),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_by_their_label() {
        assert_eq!(label("www.engines.co.uk").as_deref(), Some("engines"));
        assert_eq!(label("mail.engines.com").as_deref(), Some("engines"));
        assert_eq!(host("https://u@www.engines.com:80/a"), Some("www.engines.com"));
        assert_eq!(host("/a"), None);
    }

    #[test]
    fn addresses_are_named_after_people() {
        for address in ["ada.byron@x.com", "abyron@x.com", "ada@x.com", "Byron.Ada@x.com", "adab@x.com"] {
            assert!(is_named_after(address, "Ada Byron"), "{address}");
        }
        assert!(!is_named_after("info@x.com", "Ada Byron") && !is_named_after("a@x.com", "Ada Byron"));
    }
}
