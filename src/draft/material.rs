//! Everything of a situation that may be said, cleaned and fitted once; the angles choose from it.

use jiff::civil::Date;

use super::{
    SegmentKind, age, clean,
    fit::{self, about_them},
    headline,
    heard::Heard,
    number::{differ_in_country, read_aloud},
    offer,
};
use crate::{
    history,
    moment::Moment,
    prospect::{Hook, HookKind},
    situation::{Relationship, Situation},
    touch::Kind,
};

/// Hooks and facts beyond so many are not looked at.
const LOOKED_AT: usize = 40;

/// One sentence to choose from, the longest form first, each a whole sentence with its end.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub kind: SegmentKind,
    pub says: Vec<String>,
    pub rests_on: Vec<String>,
    pub heard: bool,
    /// Happened so long ago that it is said only where nothing newer is left.
    pub stale: bool,
}

impl Line {
    pub(super) fn new(kind: SegmentKind, says: Vec<String>, rests_on: impl Into<String>, heard: bool) -> Option<Self> {
        (!says.is_empty()).then(|| Self { kind, says, rests_on: vec![rests_on.into()], heard, stale: false })
    }
}

pub(super) struct Material<'a> {
    pub situation: &'a Situation,
    pub heard: Heard,
    pub warm: bool,
    /// The seller.
    pub name: Option<String>,
    pub organization: Option<String>,
    /// As read aloud; none where it is not valid.
    pub number: Option<String>,
    /// The prospect.
    pub their_name: Option<String>,
    /// What to call them: the first name where it can be told from the page's form, else the whole name.
    pub called: Option<String>,
    pub their_title: Option<String>,
    pub their_organization: Option<String>,
    /// Cleaned and fitted once, as every angle asks for them.
    hooks: Vec<(HookKind, Line)>,
    facts: Vec<Line>,
    /// The offer, a line a sentence.
    offers: Vec<Line>,
    incentive: Option<Line>,
    information: Option<Line>,
}

impl<'a> Material<'a> {
    /// `now` tells what is long past; without it nothing is.
    pub(super) fn of(situation: &'a Situation, now: Option<Moment>) -> Self {
        let prospect = &situation.prospect;
        let their_name = prospect.name.as_ref().and_then(|fact| clean::person(&fact.value));
        let country = prospect.address.address_country.as_ref().map(|fact| fact.value.trim().to_uppercase());
        let abroad = |number: &str| {
            prospect.telephone.iter().find_map(|t| t.e164.as_deref()).is_some_and(|theirs| differ_in_country(number, theirs))
        };
        let mut material = Self {
            situation,
            heard: Heard::of(situation),
            warm: history::warm(situation),
            name: clean::person(&situation.seller.name),
            organization: clean::organization(&situation.seller.organization),
            number: situation.callback_number().map(|number| read_aloud(number, abroad(number))),
            called: their_name.as_deref().map(|name| called(name, country.as_deref())),
            their_title: prospect
                .job_title
                .as_ref()
                .and_then(|fact| clean::organization(&fact.value))
                .filter(|title| title.split(' ').count() <= 6),
            their_organization: prospect.works_for.as_ref().and_then(|fact| clean::organization(&fact.value)),
            their_name,
            hooks: vec![],
            facts: vec![],
            offers: vec![],
            incentive: None,
            information: None,
        };
        material.hooks = material.read_hooks(now.map(|now| now.offset.to_datetime(now.timestamp).date()));
        material.facts = material.read_facts();
        material.offers = material.read_offers();
        material.incentive = material.read_incentive();
        material.information = material.read_information();
        material
    }

    pub(super) fn relationship(&self) -> Option<Relationship> {
        self.situation.answers.relationship
    }

    /// Messages were left before.
    pub(super) fn again(&self) -> bool {
        self.heard.voicemails > 0
    }

    /// "Sam Ortiz suggested that I call you."
    pub(super) fn referral(&self) -> Option<Line> {
        let raw = clean::text(self.situation.referred_by()?)?;
        let says = if fit::verb_at(&split(&raw)).is_some() {
            fit::sentence(&raw, 14)
        } else {
            let name = clean::organization(&raw)?;
            vec![format!("{} suggested that I call you.", capital(&name)), format!("{} suggested I call.", capital(&name))]
        };
        let heard = self.heard.text(&raw) || self.shortest_heard(&says);
        Line::new(SegmentKind::Referral, says, "answers.referred_by", heard)
    }

    /// What both have in common: as the user says it, else one of the seller's network that the page names.
    pub(super) fn connection(&self) -> Option<Line> {
        if let Some(raw) = self.situation.connection().and_then(clean::text) {
            let says = in_common(&raw);
            let heard = self.heard.text(&raw) || self.shortest_heard(&says);
            return Line::new(SegmentKind::Connection, says, "answers.connection", heard);
        }
        if self.situation.seller.network.is_empty() {
            return None;
        }
        let page = self.situation.page_text.chars().take(400_000).collect::<String>().to_lowercase();
        let (n, name) = self.situation.seller.network.iter().enumerate().take(LOOKED_AT).find_map(|(n, raw)| {
            let name = clean::organization(raw)?;
            let known = contains_words(&page, &name)
                || self.situation.hooks.iter().take(LOOKED_AT).any(|hook| contains_words(&hook.text.to_lowercase(), &name));
            known.then_some((n, name))
        })?;
        let mut line = Line::new(SegmentKind::Connection, in_common(&name), format!("seller.network[{n}]"), self.heard.text(&name))?;
        let hook = self.situation.hooks.iter().take(LOOKED_AT).position(|hook| contains_words(&hook.text.to_lowercase(), &name));
        line.rests_on.push(hook.map_or_else(|| "pageText".to_owned(), |n| format!("hooks[{n}].text")));
        Some(line)
    }

    /// The first hook of these kinds that was not said yet, what is long past behind the others; else the first that was.
    pub(super) fn hook(&self, kinds: &[HookKind]) -> Option<Line> {
        let lines = self.hooks.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(_, line)| line);
        lines.min_by_key(|line| (line.heard, line.stale)).cloned()
    }

    fn read_hooks(&self, today: Option<Date>) -> Vec<(HookKind, Line)> {
        let names = self.names();
        let hooks = self.situation.hooks.iter().enumerate().take(LOOKED_AT);
        let line = |(n, hook): (usize, &Hook)| {
            let stale = today.is_some_and(|today| age::is_stale(hook, today));
            Some((hook.kind, Line { stale, ..self.hook_line(n, hook, &names)? }))
        };
        hooks.filter_map(line).collect()
    }

    fn hook_line(&self, n: usize, hook: &Hook, names: &[String]) -> Option<Line> {
        let (raw, cut) = headline::unmarked(&hook.text);
        let text = clean::text(&raw).filter(|text| !headline::unfortunate(text))?;
        let theirs = self.their_organization.as_deref();
        let mut clauses = headline::told(&text, hook.kind, names, theirs).map_or_else(Vec::new, |told| about_them(&told, names, cut));
        clauses.retain(|clause| !headline::names_them(clause, names, theirs));
        let told = clauses.last().map_or(spoken_of(hook.kind).2, String::as_str);
        // Two hooks may tell the same: by whichever it was said, and in whichever form, it was said.
        let in_either_form = self.heard.text(told) || congratulated(told).is_some_and(|doing| self.heard.text(&doing));
        let heard = self.heard.hook(&hook.id) || in_either_form;
        let (opening, kind, plain) = spoken_of(hook.kind);
        let congratulates = opening.starts_with("Congratulations");
        let mut says: Vec<String> = clauses
            .iter()
            .map(|clause| match congratulated(clause).filter(|_| congratulates) {
                Some(doing) => format!("Congratulations on {doing}."),
                None => format!("{opening} {clause}."),
            })
            .collect();
        if opening != "I read that" {
            let short = clauses.last().map(|clause| format!("I read that {clause}."));
            says.extend(short.filter(|short| says.last().is_none_or(|last| fit::words_said(short) < fit::words_said(last))));
        }
        if !self.heard.text(plain) || says.is_empty() {
            // "Your new role" to nobody in particular is wrong for everyone but one.
            let theirs = || headline::is_theirs(&text, names, self.their_title.as_deref());
            let to_whom = hook.kind != HookKind::NewRole || self.their_name.is_some() && theirs();
            says.extend(to_whom.then(|| plain.to_owned()));
        }
        Line::new(kind, says, format!("hooks[{n}].text"), heard)
    }

    /// "I'm calling because …"
    pub(super) fn valuable_information(&self) -> Option<Line> {
        self.information.clone()
    }

    fn read_information(&self) -> Option<Line> {
        let raw = clean::pitch(self.situation.valuable_information()?)?;
        let first = fit::first_sentence(&raw).unwrap_or(&raw);
        // The seller wrote about them; the message speaks to them.
        let (opening, rest) = first.split_once(' ').unwrap_or((first, ""));
        let to_them = match opening.to_lowercase().as_str() {
            "they" => format!("you {rest}"),
            "their" => format!("your {rest}"),
            _ => first.to_owned(),
        };
        let first = to_them.as_str();
        let spoken = matches!(opening.to_lowercase().as_str(), "they" | "you" | "we" | "i");
        let clause = spoken || fit::tells_more(&split(first));
        let start = if clause { "I'm calling because" } else { "I'm calling about" };
        let words = split(&inside(first));
        let shortened = fit::shortened(&words, fit::verb_at(&words).unwrap_or(0), 16).into_iter();
        let mut says: Vec<String> = shortened.map(|text| format!("{start} {text}.")).collect();
        // The date or the sum is what they need to know: it is not cut away.
        let figures = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let all = says.first().map_or(0, |whole| figures(whole));
        says.retain(|text| figures(text) == all);
        if says.is_empty() {
            says.push("I have information that you need.".to_owned());
        }
        let heard = self.heard.text(first) || self.shortest_heard(&says);
        Line::new(SegmentKind::Reason, says, "answers.valuable_information", heard)
    }

    pub(super) fn incentive(&self) -> Option<Line> {
        self.incentive.clone()
    }

    fn read_incentive(&self) -> Option<Line> {
        let raw = clean::pitch(&self.situation.seller.incentive)?;
        let says = offer::incentive(&raw);
        let heard = self.shortest_heard(&says);
        Line::new(SegmentKind::Incentive, says, "seller.incentive", heard)
    }

    /// What the seller does: the first sentence of it that they have not heard.
    pub(super) fn offer(&self) -> Option<Line> {
        self.offers.iter().find(|line| !line.heard).or(self.offers.first()).cloned()
    }

    /// What of the offer was cut short the first time.
    pub(super) fn rest_of_offer(&self) -> Option<Line> {
        let mut line =
            self.offers.iter().find(|line| line.heard && line.says.first().is_some_and(|whole| !self.heard.text(whole)))?.clone();
        line.says.retain(|said| !self.heard.text(said));
        line.heard = false;
        Some(line)
    }

    fn read_offers(&self) -> Vec<Line> {
        let Some(raw) = clean::pitch(&self.situation.seller.offer) else { return vec![] };
        let line = |says: Vec<String>| {
            let heard = self.shortest_heard(&says);
            Line::new(SegmentKind::Reason, says, "seller.offer", heard)
        };
        let more = fit::statements(&raw).skip(1).take(LOOKED_AT).filter_map(|text| line(offer::more(text)));
        line(offer::offer(&raw)).into_iter().chain(more).collect()
    }

    /// A line was heard where its shortest form was.
    fn shortest_heard(&self, says: &[String]) -> bool {
        says.last().is_some_and(|said| self.heard.text(said))
    }

    /// How many things are still new to them: hooks, facts, what they need to know, the incentive.
    pub(super) fn new_things(&self) -> usize {
        let one_each = [&self.information, &self.incentive].into_iter().flatten();
        let more = self.offers.get(1..).unwrap_or_default();
        self.hooks.iter().map(|(_, line)| line).chain(&self.facts).chain(more).chain(one_each).filter(|line| !line.heard).count()
    }

    /// The next of the seller's facts in the order of the bank.
    pub(super) fn fact(&self) -> Option<Line> {
        self.facts.iter().find(|fact| !fact.heard).or(self.facts.first()).cloned()
    }

    fn read_facts(&self) -> Vec<Line> {
        let facts = self.situation.seller.facts.iter().enumerate().take(LOOKED_AT);
        let line = |(n, fact): (usize, &crate::situation::SellerFact)| {
            let says = offer::fact(&clean::pitch(&fact.text)?);
            let heard = self.heard.hook(&fact.id) || self.shortest_heard(&says);
            Line::new(SegmentKind::Reason, says, format!("seller.facts[{n}].text"), heard)
        };
        facts.filter_map(line).collect()
    }

    /// A question of the user's that was not asked yet.
    pub(super) fn question(&self) -> Option<Line> {
        self.situation.questions.iter().enumerate().take(LOOKED_AT).find_map(|(n, raw)| {
            let text = clean::text(raw)?;
            let question = text.trim_end_matches(['?', '.', '!', ' ']).to_owned();
            if fit::words_said(&question) > 14
                || fit::words_said(&question) < 3
                || !super::timing::sentence_ends(&question).is_empty()
                || self.heard.text(&question)
            {
                return None;
            }
            Line::new(SegmentKind::Reason, vec![format!("My question for you: {}?", inside(&question))], format!("questions[{n}]"), false)
        })
    }

    /// Their call, message or e-mail that waits for an answer, with its place in the log.
    pub(super) fn owed(&self) -> Option<(usize, Kind)> {
        history::owed(&self.situation.touches).map(|(place, touch)| (place, touch.kind))
    }

    /// What a text may call the person.
    fn names(&self) -> Vec<String> {
        let Some(name) = &self.their_name else { return vec![] };
        let words: Vec<&str> = name.split(' ').collect();
        let untitled: Vec<&str> = words.iter().copied().filter(|word| !is_title(word)).collect();
        let mut names = vec![name.clone(), untitled.join(" ")];
        if untitled.len() > 1 {
            names.extend(untitled.first().map(|w| (*w).to_owned()));
            names.extend(untitled.last().map(|w| (*w).to_owned()));
        }
        names.retain(|name| !name.is_empty());
        names
    }
}

/// How a hook of a kind is opened, where it stands, and what is said where its words do not fit.
fn spoken_of(kind: HookKind) -> (&'static str, SegmentKind, &'static str) {
    match kind {
        HookKind::Hiring => ("I read that", SegmentKind::Reason, "I saw that you are hiring."),
        HookKind::NewRole => ("Congratulations, I read that", SegmentKind::Compliment, "Congratulations on your new role."),
        HookKind::Funding => ("Congratulations, I read that", SegmentKind::Compliment, "Congratulations on your funding."),
        HookKind::Launch => ("Congratulations, I read that", SegmentKind::Compliment, "Congratulations on your launch."),
        HookKind::Award => ("Congratulations, I read that", SegmentKind::Compliment, "Congratulations on your award."),
        HookKind::Anniversary => ("Congratulations, I read that", SegmentKind::Compliment, "Congratulations on your anniversary."),
        HookKind::Talk => ("I was glad to read that", SegmentKind::Compliment, "I was glad to read about your talk."),
        HookKind::News => ("I was glad to read that", SegmentKind::Compliment, "I was glad to see you in the news."),
        HookKind::Association => ("I was glad to read that", SegmentKind::Compliment, "I noticed your membership."),
    }
}

/// "being named Supplier of the Year" of "you were named Supplier of the Year", "joining Acme" of "you joined Acme".
fn congratulated(clause: &str) -> Option<String> {
    let passive =
        clause.strip_prefix("you were ").or_else(|| clause.strip_prefix("you have been ")).filter(|_| !clause.contains(" since "));
    if let Some(passive) = passive {
        return Some(format!("being {passive}"));
    }
    let told = clause.strip_prefix("you ")?;
    let told = told.strip_prefix("have ").or_else(|| told.strip_prefix("are ")).unwrap_or(told);
    let (verb, rest) = told.split_once(' ')?;
    let doing = if super::verbs::form(verb) == Some(super::verbs::Form::Gerund) { verb } else { super::verbs::gerund(verb)? };
    Some(format!("{doing} {rest}"))
}

fn in_common(text: &str) -> Vec<String> {
    let first = fit::first_sentence(text).unwrap_or(text);
    let opening = first.split([' ', '\'', '’']).next().unwrap_or("").to_lowercase();
    let both = opening == "both";
    let spoken = matches!(opening.as_str(), "we" | "you" | "our" | "i" | "my") || fit::verb_at(&split(first)).is_some_and(|n| n > 0);
    if spoken && !both {
        return fit::sentence(first, 14);
    }
    if opening == "mutual" {
        return fit::sentence(&format!("we have a {}", inside(first)), 14);
    }
    if both || fit::verb_at(&split(first)) == Some(0) {
        return fit::sentence(&format!("we {}", inside(first)), 14);
    }
    let words = fit::words_said(first);
    if words > 10 { vec![] } else { vec![format!("We have {first} in common.")] }
}

/// The first name where the form of the name tells it: two or three plain words, and no custom of putting the family first.
fn called(name: &str, country: Option<&str>) -> String {
    const FAMILY_FIRST: [&str; 10] = ["CN", "JP", "KR", "VN", "HU", "TW", "HK", "SG", "MO", "KP"];
    const PARTICLES: [&str; 14] = ["van", "von", "der", "den", "de", "del", "della", "da", "dos", "di", "la", "le", "ter", "zu"];
    let mut words: Vec<&str> = name.split(' ').collect();
    if words.last().is_some_and(|last| matches!(*last, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV")) {
        words.pop();
    }
    let plain = |word: &&str| word.chars().next().is_some_and(char::is_uppercase) && word.chars().count() > 1 && !word.contains('.');
    let particle = |word: &&str| PARTICLES.contains(word);
    let rest = words.get(1..).unwrap_or_default();
    let named = match rest {
        [_] | [_, _] if rest.iter().all(plain) => true,
        // "Priya van der Berg": a particle opens the family's name.
        [before, .., last] => particle(before) && plain(last) && rest.iter().all(|w| plain(w) || particle(w)) && words.len() <= 5,
        _ => false,
    };
    let first_named = named && words.first().is_some_and(plain) && !words.iter().any(|w| is_title(w));
    match words.first() {
        Some(first) if first_named && !country.is_some_and(|c| FAMILY_FIRST.contains(&c)) => (*first).to_owned(),
        _ => name.to_owned(),
    }
}

fn is_title(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.').to_lowercase().as_str(),
        "dr" | "prof"
            | "professor"
            | "doctor"
            | "mr"
            | "mrs"
            | "ms"
            | "mx"
            | "sir"
            | "dame"
            | "lady"
            | "lord"
            | "rev"
            | "hon"
            | "capt"
            | "captain"
            | "judge"
            | "sister"
            | "father"
            | "chef"
            | "coach"
    )
}

fn contains_words(text: &str, name: &str) -> bool {
    let name = name.to_lowercase();
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    name.chars().count() > 2
        && text
            .match_indices(name.as_str())
            .any(|(at, _)| free(text[..at].chars().next_back()) && free(text[at + name.len()..].chars().next()))
}

pub(super) fn split(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A sentence's first word in lower case where it is no name: for the middle of another sentence.
pub(super) fn inside(text: &str) -> String {
    const COMMON: &str = " the a an this these those your our my we you new two three four five six seven eight nine ten more most all every one its \
        their there that both some many each another it they he she no if when what how on in at from for free get by as ";
    let first = text.split([' ', '\'', '’']).next().unwrap_or("");
    let common = COMMON.contains(&format!(" {} ", first.to_lowercase())) || super::verbs::form(&first.to_lowercase()).is_some();
    if !common {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |c| c.to_lowercase().chain(letters).collect())
}
