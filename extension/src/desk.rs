//! What lies on the desk for one prospect: what the page said, what was typed over it, answers, log and profile. Plain data.

use aftertone::{
    fact::{Fact, Source, present},
    moment::{Moment, Zone},
    page::{
        Reading, hooks,
        phone::{self, Clues},
    },
    prospect::{Hook, HookKind, Line, Prospect, Telephone, TimeZone},
    situation::{Goal, Seller, Situation},
    store::{notebook::Kept, profile::Profile},
    touch::{
        Kind, Touch,
        log::{self, Event},
    },
};

/// The facts that can be typed over, by their schema.org names, in the order they stand on the screen.
#[cfg(test)]
const FACTS: [&str; 6] = ["name", "jobTitle", "worksFor", "telephone", "email", "timeZone"];

#[derive(Debug, Clone, Default)]
pub(crate) struct Desk {
    pub(crate) profile: Profile,
    pub(crate) reading: Reading,
    pub(crate) page_text: String,
    pub(crate) kept: Kept,
    /// Which of the page's people: by name, since their order may change.
    pub(crate) chosen: Option<String>,
    /// The log, with what is not written yet.
    pub(crate) events: Vec<Event>,
    /// The log as it stands, oldest first.
    pub(crate) touches: Vec<Touch>,
    /// The browser's language (BCP 47): whose numbers the seller writes without a country.
    pub(crate) lang: Option<String>,
    /// The machine's zone, for a seller who named none.
    pub(crate) zone: Option<Zone>,
}

impl Desk {
    /// Adds to the log what is not in it yet.
    pub(crate) fn add(&mut self, events: &[Event]) {
        self.events = log::merge(&self.events, events);
        self.touches = log::fold(&self.events);
    }

    /// The newest touch that is no note.
    pub(crate) fn newest(&self) -> Option<&Touch> {
        self.touches.iter().rev().find(|touch| touch.kind != Kind::Note)
    }

    /// Everyone the page names, the page's own choice first.
    pub(crate) fn people(&self) -> impl Iterator<Item = &Prospect> {
        self.reading.prospect.iter().chain(&self.reading.people)
    }

    /// Whom the page (or the user's choice of its people) says is called, before anything typed.
    pub(crate) fn read_prospect(&self) -> Option<&Prospect> {
        let chosen = self.chosen.as_deref().and_then(|name| self.people().find(|person| label(person) == name));
        chosen.or(self.reading.prospect.as_ref()).or_else(|| self.reading.people.first())
    }

    /// Whom is called, with what was typed over what was read.
    pub(crate) fn prospect(&self) -> Prospect {
        let mut prospect = self.read_prospect().cloned().unwrap_or_default();
        for (fact, text) in &self.kept.edits {
            if fact == "telephone" {
                telephone(&mut prospect, text, self.reading.page.lang.as_deref().or(self.lang.as_deref()));
            } else {
                edit(&mut prospect, fact, text);
            }
        }
        prospect.telephone.retain(|number| number.line != Line::Fax);
        prospect
    }

    /// The seller's own number, as it was typed and as it is dialled.
    pub(crate) fn type_number(&mut self, text: String) {
        let told = dialled(&text, None, self.lang.as_deref()).and_then(|number| number.e164);
        // A number with its country is taken at its word, also where no such line is known.
        let written = || text.trim_start().starts_with('+').then(|| format!("+{}", digits(&text)));
        self.profile.seller.telephone = told.or_else(written).unwrap_or_default();
        self.profile.typed_number = text;
    }

    /// Whether the seller's number can be called back.
    pub(crate) fn number_is_good(&self) -> bool {
        let seller = Seller { telephone: self.profile.seller.telephone.clone(), ..Seller::default() };
        Situation { seller, ..Situation::default() }.callback_number().is_some()
    }

    pub(crate) fn goal(&self) -> Option<Goal> {
        self.kept.goal.or(self.profile.goal)
    }

    /// The reason that the user gave, then the page's own.
    fn hooks(&self) -> Vec<Hook> {
        let given = self.kept.edits.get(REASON).and_then(|words| hooks::given(words));
        given.into_iter().chain(self.reading.hooks.iter().cloned()).collect()
    }

    /// Takes words as the reason for the call, and the angle that says them; blank takes them back.
    pub(crate) fn give_reason(kept: &mut Kept, words: &str) {
        let given = hooks::given(words);
        kept.angle = given.as_ref().map(|hook| {
            let angle = match hook.kind {
                HookKind::Hiring => "hiring",
                HookKind::NewRole => "new_role",
                HookKind::Funding => "funding",
                HookKind::Launch => "launch",
                _ => "compliment",
            };
            angle.to_owned()
        });
        match given {
            Some(_) => kept.edits.insert(REASON.to_owned(), words.chars().take(500).collect()),
            None => kept.edits.remove(REASON),
        };
    }

    /// The seller's zone, or the machine's.
    pub(crate) fn sellers_zone(&self) -> Option<&Zone> {
        self.profile.seller.time_zone.as_ref().or(self.zone.as_ref())
    }

    /// What the core decides on.
    pub(crate) fn situation(&self, now: Moment) -> Situation {
        let mut seller = self.profile.seller.clone();
        seller.time_zone = self.sellers_zone().cloned();
        Situation {
            now: Some(now),
            playbook: self.profile.playbook,
            seller,
            prospect: self.prospect(),
            people: self.people().take(OTHERS).cloned().collect(),
            hooks: self.hooks(),
            page_text: self.page_text.clone(),
            answers: self.kept.answers.clone(),
            goal: self.goal(),
            questions: self.kept.questions.clone(),
            deal: self.kept.deal.clone(),
            settings: self.profile.settings.clone(),
            script: self.kept.script.clone(),
            touches: self.touches.clone(),
        }
    }
}

/// Among what is typed over what was read: the reason for the call.
pub(crate) const REASON: &str = "reason";

/// How a person of the page is told from the others.
pub(crate) fn label(prospect: &Prospect) -> String {
    let first = |facts: [Option<&Fact>; 3]| facts.into_iter().flatten().find_map(Fact::text).map(str::to_owned);
    first([prospect.name.as_ref(), prospect.works_for.as_ref(), prospect.email.first()]).unwrap_or_else(|| "somebody".into())
}

/// The fact's value as it stands on the screen.
pub(crate) fn value(prospect: &Prospect, fact: &str) -> String {
    self::fact(prospect, fact).map(|fact| fact.value).unwrap_or_default()
}

/// The fact itself, with its provenance.
pub(crate) fn fact(prospect: &Prospect, fact: &str) -> Option<Fact> {
    match fact {
        "name" => prospect.name.clone(),
        "jobTitle" => prospect.job_title.clone(),
        "worksFor" => prospect.works_for.clone(),
        "telephone" => prospect.telephone.first().map(|number| number.fact.clone()),
        "email" => prospect.email.first().cloned(),
        "timeZone" => prospect.time_zone.value.as_ref().or(prospect.time_zone.candidates.first()).map(|zone| {
            let source = if prospect.time_zone.source == TYPED { Source::You } else { Source::Text };
            Fact::new(zone.name(), source, &prospect.time_zone.source)
        }),
        _ => None,
    }
}

/// The kinds of line that can be said of a number.
const LINES: [(&str, Line); 4] =
    [("direct", Line::Direct), ("switchboard", Line::Switchboard), ("mobile", Line::Mobile), ("toll_free", Line::TollFree)];

/// So many of the page's people are asked for help on the way to the prospect.
const OTHERS: usize = 20;

const TYPED: &str = "you typed it";

fn edit(prospect: &mut Prospect, fact: &str, text: &str) {
    let typed = present(text).map(Fact::typed);
    match fact {
        "name" => prospect.name = typed,
        "jobTitle" => prospect.job_title = typed,
        "worksFor" => prospect.works_for = typed,
        "telephone" => telephone(prospect, text, None),
        "line" => {
            if let (Some(number), Some(line)) = (prospect.telephone.first_mut(), LINES.iter().find(|(id, _)| *id == text)) {
                number.line = line.1;
            }
        }
        "email" => {
            prospect.email.retain(|email| Some(email.value.as_str()) != present(text));
            prospect.email.splice(0..0, typed);
        }
        "timeZone" => {
            // A zone that the database does not know is none: the page's reading stands until the name is whole.
            if let Some(zone) = typed.and_then(|typed| Zone::named(typed.value.trim()).ok()) {
                prospect.time_zone = TimeZone { value: Some(zone), candidates: vec![], source: TYPED.into() };
            } else if present(text).is_none() {
                prospect.time_zone = TimeZone::default();
            }
        }
        _ => {}
    }
}

/// The number typed comes first; one that the page has too keeps what the page knows of it.
fn telephone(prospect: &mut Prospect, text: &str, lang: Option<&str>) {
    if present(text).is_none() {
        prospect.telephone.clear();
        return;
    }
    let same = prospect.telephone.iter().position(|number| digits(&number.fact.value) == digits(text));
    let number = match same {
        Some(at) => prospect.telephone.remove(at),
        None => {
            let read = dialled(text, Some(prospect), lang);
            let unread = || Telephone { fact: Fact::typed(text.trim()), e164: None, extension: None, line: Line::Unknown };
            Telephone { fact: Fact::typed(text.trim()), ..read.unwrap_or_else(unread) }
        }
    };
    prospect.telephone.insert(0, number);
}

/// What is known of a number as somebody typed it. Where it names no country, the address tells it, their other numbers and the language do.
fn dialled(text: &str, whose: Option<&Prospect>, lang: Option<&str>) -> Option<Telephone> {
    let mut clues = Clues::default();
    clues.add_language(lang.unwrap_or_default());
    if let Some(prospect) = whose {
        let country = prospect.address.address_country.as_ref();
        country.into_iter().for_each(|country| clues.add(&country.value, 4.0));
        prospect.telephone.iter().filter_map(|number| number.e164.as_deref()).for_each(|e164| clues.add_number(e164));
    }
    phone::typed(text, &clues)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn desk() -> Desk {
        let prospect = serde_json::from_str(
            r#"{"name": {"value": "Dana Whitfield", "source": "heading", "quote": "Dana Whitfield"}, "worksFor": "Harbor Mills",
                "telephone": [{"value": "(312) 555-0143", "e164": "+13125550143", "line": "direct"}, {"value": "(312) 555-0100", "line": "fax"}],
                "timeZone": {"value": "America/Chicago", "source": "the address: Chicago"}}"#,
        )
        .unwrap();
        let other = serde_json::from_str(r#"{"name": "Ravi Patel"}"#).unwrap();
        Desk { reading: Reading { prospect: Some(prospect), people: vec![other], ..Reading::default() }, ..Desk::default() }
    }

    #[test]
    fn what_is_typed_wins_over_what_was_read_and_survives_reading_again() {
        let mut desk = desk();
        desk.kept.edits.insert("name".into(), "Dana W. Smith".into());
        assert_eq!(value(&desk.prospect(), "name"), "Dana W. Smith");
        desk.reading.prospect.as_mut().unwrap().name = Some(Fact::new("Somebody Else", Source::Text, "x"));
        assert_eq!(value(&desk.prospect(), "name"), "Dana W. Smith");
        desk.kept.edits.insert("name".into(), " ".into());
        assert_eq!(value(&desk.prospect(), "name"), "");
    }

    #[test]
    fn a_number_the_page_has_too_keeps_its_kind() {
        let mut desk = desk();
        desk.kept.edits.insert("telephone".into(), "312-555-0143".into());
        let prospect = desk.prospect();
        assert_eq!(prospect.telephone.len(), 1, "a fax is never offered");
        assert_eq!((prospect.telephone[0].e164.as_deref(), prospect.telephone[0].line), (Some("+13125550143"), Line::Direct));
        desk.kept.edits.insert("telephone".into(), "+44 20 7946 0000".into());
        assert_eq!(desk.prospect().telephone[0].e164.as_deref(), Some("+442079460000"));
    }

    #[test]
    fn the_sellers_number_needs_no_country_where_the_language_tells_it() {
        let mut desk = Desk { lang: Some("en-US".into()), ..Desk::default() };
        for (typed, dialled) in
            [("(312) 555-0143", "+13125550143"), ("+44 20 7946 0958", "+442079460958"), ("+1 555 0100", "+15550100"), ("31", "")]
        {
            desk.type_number(typed.into());
            assert_eq!((desk.profile.seller.telephone.as_str(), desk.profile.typed_number.as_str()), (dialled, typed));
        }
    }

    #[test]
    fn half_a_zone_changes_nothing() {
        let mut desk = desk();
        desk.kept.edits.insert("timeZone".into(), "Europe/Ber".into());
        assert_eq!(value(&desk.prospect(), "timeZone"), "America/Chicago");
        desk.kept.edits.insert("timeZone".into(), "Europe/Berlin".into());
        assert_eq!(value(&desk.prospect(), "timeZone"), "Europe/Berlin");
    }

    #[test]
    fn the_chosen_person_is_found_by_name() {
        let mut desk = desk();
        desk.chosen = Some("Ravi Patel".into());
        assert_eq!(value(&desk.prospect(), "name"), "Ravi Patel");
        desk.chosen = Some("Nobody".into());
        assert_eq!(value(&desk.prospect(), "name"), "Dana Whitfield");
    }

    #[test]
    fn every_fact_on_the_screen_can_be_typed() {
        let mut prospect = Prospect::default();
        for fact in FACTS {
            let text = if fact == "timeZone" { "Asia/Kolkata" } else { "typed" };
            edit(&mut prospect, fact, text);
            assert_eq!(value(&prospect, fact), text);
        }
    }

    #[test]
    fn a_reason_of_the_users_comes_first_and_goes_again() {
        let mut desk = desk();
        let now: Moment = "2026-11-23T14:05:00-06:00".parse().unwrap();
        Desk::give_reason(&mut desk.kept, "We are hiring twelve machine operators.");
        let situation = desk.situation(now);
        assert_eq!(situation.hooks[0].text, "We are hiring twelve machine operators.");
        assert_eq!(desk.kept.angle.as_deref(), Some("hiring"));
        Desk::give_reason(&mut desk.kept, " ");
        assert!(desk.situation(now).hooks.is_empty() && desk.kept.edits.is_empty() && desk.kept.angle.is_none());
    }

    #[test]
    fn the_goal_last_used_is_the_default() {
        let mut desk = desk();
        desk.profile.goal = Some(Goal::Meeting);
        let now: Moment = "2026-11-23T14:05:00-06:00".parse().unwrap();
        assert_eq!(desk.situation(now).goal, Some(Goal::Meeting));
        desk.kept.goal = Some(Goal::Callback);
        assert_eq!(desk.situation(now).goal, Some(Goal::Callback));
    }
}
