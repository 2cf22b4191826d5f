//! Of whom a sentence speaks. Pages tell of many: only what is about the prospect or the house they belong to is a reason to call them.

use super::sentence::{Sentence, flat, holds};

/// Whom a page is about, as sentences may call them.
#[derive(Debug, Clone, Default)]
pub struct Them {
    /// [`flat`] without the spaces around.
    names: Vec<String>,
    /// A person is among them: "she" may be that person.
    person: bool,
    /// The page speaks of somebody who belongs elsewhere: its "we" is another house.
    guest: bool,
    /// An article: a line that names nobody may be of anybody.
    article: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    Them,
    /// It does not say; where it stands may.
    Unsaid,
    Others,
}

const MOST_NAMES: usize = 60;

impl Them {
    /// The house and the persons, as the page writes them.
    pub fn new<'a>(organizations: impl IntoIterator<Item = &'a str>, persons: impl IntoIterator<Item = &'a str>) -> Self {
        let mut them = Self::default();
        for name in organizations {
            them.call_house(name);
        }
        for name in persons.into_iter().take(MOST_NAMES) {
            let name = flat(name);
            let words: Vec<&str> = name.split_whitespace().collect();
            // By the whole name, by the given name, by the family name.
            them.names.push(words.join(" "));
            them.names
                .extend([words.first(), words.last()].into_iter().flatten().filter(|word| word.len() > 2).map(|word| (*word).to_owned()));
            them.person = true;
        }
        them
    }

    /// The page belongs to another house than theirs.
    pub fn at_anothers(mut self) -> Self {
        self.guest = true;
        self
    }

    /// The page is an article.
    pub fn in_an_article(mut self) -> Self {
        self.article = true;
        self
    }

    fn call_house(&mut self, name: &str) {
        let name = flat(name);
        let words: Vec<&str> = name.split_whitespace().filter(|word| *word != "the" && !LEGAL.contains(word)).collect();
        let Some(first) = words.first() else { return };
        self.names.push(words.join(" "));
        // "Larkspur" for Larkspur Packaging, "Loom Works" for Loom Works Ohio; but "Illinois" is not the Illinois Gaming Board.
        match words.len() {
            2 if first.len() > 4 && !WIDE.contains(first) => self.names.push((*first).to_owned()),
            3.. => self.names.extend(words.get(..2).map(|two| two.join(" "))),
            _ => {}
        }
    }

    pub(super) fn of(&self, sentence: &Sentence<'_>) -> Subject {
        let words = &sentence.folded;
        let first = words.split_whitespace().next().unwrap_or_default();
        let named = self.names.iter().any(|name| holds(words, name))
            || self.person && words.split_whitespace().take(6).any(|word| PRONOUNS.contains(&word));
        if named || !self.guest && (sentence.has(FIRST_PERSON) || TOLD_OF_ITSELF.contains(&first)) {
            return Subject::Them;
        }
        if !self.guest && !self.article && OPENERS.contains(&first) { Subject::Unsaid } else { Subject::Others }
    }
}

const LEGAL: [&str; 14] = ["inc", "llc", "ltd", "limited", "corp", "corporation", "co", "company", "gmbh", "ag", "sa", "srl", "plc", "llp"];

/// First words that many houses share.
const WIDE: [&str; 24] = [
    "american",
    "america",
    "national",
    "international",
    "united",
    "global",
    "general",
    "first",
    "royal",
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "midwest",
    "pacific",
    "atlantic",
    "european",
    "public",
    "community",
];

const PRONOUNS: [&str; 8] = ["she", "he", "they", "her", "his", "their", "sie", "er"];

const FIRST_PERSON: &[&str] = &[
    "we",
    "we're",
    "we've",
    "we'll",
    "our",
    "i",
    "i'm",
    "i've",
    "my",
    "the company",
    "the firm",
    "the team",
    "the group",
    "the agency",
    "the startup",
    "wir",
    "unser*",
    "unsere*",
    "uns",
    "ich",
    "mein*",
    "die firma",
    "das unternehmen",
    "nous",
    "notre",
    "nos",
    "l'entreprise",
    "la societe",
    "nosotros",
    "nuestro*",
    "nuestra*",
    "estamos",
    "hemos",
    "contratamos",
    "buscamos",
    "incorporamos",
    "la empresa",
];

/// First words of what a house says of itself without naming itself: "Named one of the best", "Now hiring", "Proud members of".
const TOLD_OF_ITSELF: [&str; 40] = [
    "named",
    "winner",
    "winners",
    "won",
    "recognized",
    "recognised",
    "honored",
    "honoured",
    "ranked",
    "awarded",
    "featured",
    "recipient",
    "recipients",
    "finalist",
    "finalists",
    "shortlisted",
    "selected",
    "member",
    "members",
    "proud",
    "celebrating",
    "appointed",
    "promoted",
    "hiring",
    "now",
    "introducing",
    "announcing",
    "launching",
    "opening",
    "expanding",
    "speaking",
    "exhibiting",
    "visit",
    "ausgezeichnet",
    "mitglied",
    "gesucht",
    "verstarkung",
    "besuchen",
    "recrutement",
    "membre",
];

/// First words of a headline that names nobody: "New depot in Joliet opens", "25 years of good boxes".
const OPENERS: [&str; 40] = [
    "the",
    "a",
    "an",
    "new",
    "second",
    "third",
    "first",
    "two",
    "three",
    "four",
    "five",
    "ten",
    "another",
    "more",
    "grand",
    "record",
    "talk",
    "keynote",
    "webinar",
    "podcast",
    "interview",
    "award",
    "prize",
    "best",
    "top",
    "join",
    "meet",
    "job",
    "jobs",
    "open",
    "neue",
    "neuer",
    "neues",
    "zweiter",
    "nouveau",
    "nouvelle",
    "nuevo",
    "nueva",
    "jubilaum",
    "anniversary",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::hooks::sentence::sentences;

    fn of(them: &Them, text: &str) -> Subject {
        them.of(&sentences(text, false, &[]).next().unwrap_or_else(|| unreachable!("{text} is no sentence")))
    }

    #[test]
    fn they_are_called_by_their_names_and_by_we() {
        let them = Them::new(["Larkspur Packaging, Inc."], ["Dana Whitfield"]);
        for text in [
            "Larkspur opens a second line",
            "LARKSPUR PACKAGING acquires Elm Mills",
            "Last week Dana Whitfield spoke at Pack Expo",
            "Whitfield joins the board",
            "She was named a rising star",
            "On September 3 she gave the opening talk",
            "We are hiring two drivers",
            "The company raised two million",
            "Named one of the best places to work",
        ] {
            assert_eq!(of(&them, text), Subject::Them, "{text}");
        }
        for text in ["Apple opens a store in Joliet", "Permit for business signs", "Unilever was named a leader by Gartner"] {
            assert_eq!(of(&them, text), Subject::Others, "{text}");
        }
        assert_eq!(of(&them, "New depot opens in Joliet"), Subject::Unsaid);
    }

    #[test]
    fn a_shared_first_word_is_no_name() {
        let board = Them::new(["Illinois Gaming Board"], []);
        assert_eq!(of(&board, "Licensed Illinois casinos closed"), Subject::Others);
        let bank = Them::new(["National Boxes"], []);
        assert_eq!(of(&bank, "Most national chains merged"), Subject::Others);
    }

    #[test]
    fn a_hosts_we_is_not_a_guests() {
        let speaker = Them::new(["Larkspur Packaging"], ["Dana Whitfield"]).at_anothers();
        assert_eq!(of(&speaker, "We are hiring two stage hands"), Subject::Others);
        assert_eq!(of(&speaker, "Dana will speak at noon"), Subject::Them);
    }
}
