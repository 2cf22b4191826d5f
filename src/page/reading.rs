//! The reading itself: every reader is asked, then one prospect is chosen.

use super::{
    Page, PageKind, Reading,
    choose::{self, About, Main, Somebody},
    contacts::{self, Found},
    dom::Dom,
    email, head, home,
    hooks::{self, Them},
    nobody::{self, Purpose},
    organization,
    phone::{self, Clues},
    place::{self, Place},
    profile,
    prose::Prose,
    sites, strangers,
    structured::{self, Contact, Entity, Kind, Role},
    text::{
        eponym::eponyms,
        line::lines,
        name::{Strength, name},
        people::people,
    },
    tongue,
};
use crate::{
    fact::{Fact, Source},
    prospect::{Address, Line, Prospect, Telephone},
    snapshot::Snapshot,
};

/// Reads every fact it can. Never fails, never panics.
pub fn read(snapshot: &Snapshot) -> Reading {
    let dom = Dom::new(snapshot);
    let prose = Prose::of(&dom);
    let head = head::read(&dom);
    let addresses = home::addresses(&dom, head.address);
    // A site's own reader comes first, so that it leads where others differ.
    let entities: Vec<Entity> = sites::read(&dom, &addresses).into_iter().chain(structured::entities(&structured::read(&dom))).collect();
    let mut lines = lines(&dom);
    let strangers = strangers::stretches(&lines);
    // They are in order, and none holds another.
    let last = |at: usize| strangers.partition_point(|stretch| stretch.start <= at).checked_sub(1);
    let is_anothers = |at: usize| last(at).is_some_and(|nth| strangers[nth].contains(&at));
    lines.retain(|line| !is_anothers(line.start));
    let emails = email::find(&prose);
    let hosts = contacts::hosts(&addresses, &emails);
    let mut clues = clues(&dom, &addresses, &entities);
    let spoken = clues.countries().first().copied();
    let mut places = place::find(&prose, &clues);
    places.retain(|place| !is_anothers(place.span.start));
    place::tell(&places, &mut clues);
    let mut numbers = phone::find(&prose, &clues);
    numbers.retain(|number| !is_anothers(number.at));
    if let Some((_, office)) = place::head_office(&places, prose.text) {
        crate::order::by_key(&mut numbers, |number| !office.contains(&number.at));
    }
    let mut somebodies = choose::somebodies(&dom, &head, &entities, &people(&dom, &lines), &emails, &numbers);
    let written = organization::written(&dom, &lines, &head, &addresses, &hosts);
    let signatures = organization::signatures(&written);
    if somebodies.iter().any(|somebody| !is_signature(somebody, &signatures)) {
        somebodies.retain(|somebody| !is_signature(somebody, &signatures));
    }
    // A member's page names others only to lead on to them.
    if entities.first().is_some_and(sites::is_of_one) {
        somebodies.retain(|somebody| somebody.about == About::Said);
    }
    let is_somebodys =
        |email: &email::Found| somebodies.iter().any(|person| contacts::is_named_after(&email.fact.value, &person.name.value));
    // At the page's own host even "john@example.com" is somebody's.
    let host = dom.url().and_then(contacts::host).unwrap_or_default();
    let at_home = |email: &email::Found| {
        let at = email.fact.value.rsplit_once('@').map(|(_, at)| at);
        at.and_then(|at| host.strip_suffix(at)).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    };
    let emails: Vec<email::Found> = emails.into_iter().filter(|email| !email.is_sample || at_home(email) || is_somebodys(email)).collect();
    let persons: Vec<&str> = somebodies.iter().map(|somebody| somebody.name.value.as_str()).collect();
    let organization = organization::choose(written, &entities, &persons, &hosts);
    let house = organization.as_ref().map(|choice| choice.fact.value.as_str());
    // Whom only running text names is nobody's reason to call.
    let named = somebodies.len();
    choose::add_eponyms(&mut somebodies, &eponyms(&dom, &lines, house.unwrap_or_default()), &entities);
    let country = common_country(&numbers, place::city::in_title(dom.title()).map(|(_, country)| country));
    let found = Found::new(emails, numbers, &somebodies);

    let purpose = nobody::purpose(&dom, &lines, &head, &entities);
    let of_data = |entity: &Entity| entity.telephone.len() + entity.email.len();
    let in_data: usize = entities.iter().filter(|entity| entity.role != Role::Named).map(of_data).sum();
    let is_addressed = places.iter().any(|place| place.weight >= FULL_ADDRESS && place.locality.is_some());
    let main = choose::main(
        somebodies.get(..named).unwrap_or_default(),
        organization.as_ref(),
        &entities,
        purpose,
        (found.count() + in_data, is_addressed),
        &found.counts(somebodies.len()),
    );

    let mut notes = snapshot.notes.clone();
    let works_for = organization.as_ref().map(|choice| choice.fact.clone());
    let reader = Reader {
        clues: &clues,
        found: &found,
        works_for: works_for.as_ref(),
        prose: &prose,
        places: &places,
        spoken,
        country,
        entities: &entities,
        title: dom.title(),
    };
    let mut people: Vec<Prospect> = somebodies.iter().enumerate().map(|(at, somebody)| reader.person(at, somebody)).collect();
    let prospect = match main {
        Main::Nobody => None,
        Main::Person(at) => {
            notes.extend(somebodies.get(at).and_then(dissent));
            // The house's own numbers and addresses stay behind the person's: a switchboard is a way round a voicemail.
            let mut prospect = people.remove(at);
            prospect.email = contacts::merged(prospect.email.into_iter().chain(reader.emails_of_the_house()).collect());
            prospect.telephone = contacts::merged_numbers(prospect.telephone.into_iter().chain(reader.numbers_of_the_house()).collect());
            prospect.same_as = contacts::merged(prospect.same_as.into_iter().chain(profile::own(&dom)).collect());
            prospect.time_zone = place::zone(&prospect.address, &prospect.telephone);
            Some(prospect)
        }
        Main::Organization => {
            notes.extend(organization.as_ref().and_then(|choice| choice.note.clone()));
            Some(reader.organization())
        }
    };
    if prospect.is_none() {
        people.clear();
    }
    let kind = kind(main, purpose, &entities);
    let them = them(prospect.as_ref(), &people, works_for.as_ref());
    let them = if kind == PageKind::Article { them.in_an_article() } else { them };
    Reading {
        page: Page { url: snapshot.url.clone(), title: dom.title().to_owned(), lang: snapshot.lang.clone(), kind },
        prospect,
        people,
        hooks: hooks::find(&prose, &them, None),
        notes,
    }
}

/// Of whom the page's news are news: the prospect and the house they belong to, and where the house itself is the prospect, its people.
fn them(prospect: Option<&Prospect>, people: &[Prospect], house: Option<&Fact>) -> Them {
    let words = |fact: &Option<Fact>| fact.as_ref().map(|fact| fact.value.clone());
    let person = prospect.and_then(|prospect| words(&prospect.name));
    let theirs = prospect.and_then(|prospect| words(&prospect.works_for));
    let guest = person.is_some() && theirs.as_ref().zip(house).is_some_and(|(theirs, house)| *theirs != house.value);
    let house = theirs.or_else(|| house.map(|house| house.value.clone()));
    let persons: Vec<String> =
        if person.is_some() { person.into_iter().collect() } else { people.iter().filter_map(|one| words(&one.name)).collect() };
    let them = Them::new(house.as_deref(), persons.iter().map(String::as_str));
    if guest { them.at_anothers() } else { them }
}

/// The house's name over its own numbers has the shape of a person's ("Larkspur Packaging"), but no given name and no post.
fn is_signature(somebody: &Somebody, signatures: &[String]) -> bool {
    let unknown = name(&somebody.name.value).is_none_or(|name| name.strength == Strength::Shape);
    unknown && somebody.job_title.is_empty() && somebody.name.source == Source::Text && signatures.contains(&somebody.name.value)
}

/// "Director of Operations, Larkspur Packaging" at Larkspur Packaging is a Director of Operations.
fn without_house(title: &Fact, works_for: Option<&Fact>) -> Fact {
    let post = works_for.and_then(|house| {
        let before = title.value.strip_suffix(house.value.as_str())?;
        let post = before.trim_end().trim_end_matches([',', '-', '–', '—', '|', '@']).trim_end();
        let post = post.strip_suffix(" at").or_else(|| post.strip_suffix(" of")).unwrap_or(post).trim_end();
        (!post.is_empty()).then(|| post.to_owned())
    });
    post.map_or_else(|| title.clone(), |value| Fact { value, ..title.clone() })
}

/// What speaks for the country of numbers without one: the page's host and language, and the addresses in its data.
fn clues(dom: &Dom, addresses: &[&str], entities: &[Entity]) -> Clues {
    let mut clues = Clues::new(addresses.first().copied(), dom.lang());
    // Templates are declared English whatever is written into them.
    if dom.lang().is_none_or(|lang| matches!(lang, "en" | "en-US" | "zxx")) {
        clues.add_language(tongue::tongue(dom.text()).unwrap_or_default());
    }
    for country in entities.iter().filter(|entity| entity.role != Role::Named).filter_map(|entity| entity.country.as_ref()).take(20) {
        if let Some(country) = place::country::by_code(&country.value).or_else(|| place::country::by_name(&country.value)) {
            clues.add(country.code, 2.0);
        }
    }
    if let Some((_, country)) = place::city::in_title(dom.title()) {
        clues.add(country, 1.0);
    }
    // "RCS " is no end of "FORCES "; "egistered" is one of a word in either case.
    let says = |words: &str| {
        let begins = |at: usize| dom.text().get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
        dom.text().match_indices(words).take(20).any(|(at, _)| words.starts_with(char::is_lowercase) || begins(at))
    };
    for (words, country, weight) in LAWS {
        if says(words) {
            clues.add(country, *weight);
        }
    }
    clues.settle();
    clues
}

/// Words that the law of one country puts on its companies' pages.
const LAWS: &[(&str, &str, f32)] = &[
    ("egistered in England", "GB", 3.0),
    ("egistered in Scotland", "GB", 3.0),
    ("VAT no", "GB", 0.8),
    ("VAT No", "GB", 0.8),
    ("£", "GB", 1.0),
    ("ABN ", "AU", 2.0),
    ("ABN:", "AU", 2.0),
    ("USt-Id", "DE", 1.5),
    ("Firmenbuch", "AT", 3.0),
    ("CHE-", "CH", 2.0),
    ("SIRET", "FR", 3.0),
    ("RCS ", "FR", 1.0),
    ("P.IVA", "IT", 3.0),
    ("P. IVA", "IT", 3.0),
    ("Partita IVA", "IT", 3.0),
    ("KvK", "NL", 2.5),
    ("CNPJ", "BR", 3.0),
    ("CVR-n", "DK", 2.0),
    ("CVR n", "DK", 2.0),
    ("CVR:", "DK", 2.0),
    ("GSTIN", "IN", 3.0),
];

/// The country of every number on the page, quoting the first, where they are of one. A toll-free number is of all of North America:
/// a city of another country in the title counts more.
fn common_country(numbers: &[phone::Found], titled: Option<&str>) -> Option<Fact> {
    let first = numbers.iter().find(|found| found.country.is_some())?;
    let toll_free = numbers.iter().all(|found| found.telephone.line == Line::TollFree);
    if toll_free && titled.is_some_and(|titled| first.country.as_deref() != Some(titled)) {
        return None;
    }
    let same = numbers.iter().all(|found| found.country.is_none() || found.country == first.country);
    let country = first.country.clone().filter(|_| same)?;
    Some(Fact { value: country, ..first.telephone.fact.clone() })
}

/// Two readers that name different posts.
fn dissent(somebody: &Somebody) -> Option<String> {
    let chosen = somebody.job_title.first()?;
    let other = somebody.job_title.iter().find(|other| other.source != chosen.source)?;
    Some(format!(
        "{}: read as “{}” ({}); the page also says “{}” ({}).",
        somebody.name.value, chosen.value, chosen.source, other.value, other.source
    ))
}

/// A place with its region and its code: where letters go.
const FULL_ADDRESS: f32 = 5.0;

/// A place in a person's card that is more than a mention.
const AN_ADDRESS: f32 = 3.0;

struct Reader<'a> {
    clues: &'a Clues,
    found: &'a Found,
    works_for: Option<&'a Fact>,
    prose: &'a Prose<'a>,
    places: &'a [Place],
    /// The country that the page's host, language and data speak for.
    spoken: Option<&'static str>,
    country: Option<Fact>,
    entities: &'a [Entity],
    title: &'a str,
}

/// Whether it is the page's own organization, place or event, as far as its role tells.
fn is_own(entity: &Entity) -> bool {
    matches!(entity.kind, Kind::Organization | Kind::Place | Kind::Event) && entity.role != Role::Named
}

impl Reader<'_> {
    fn person(&self, at: usize, somebody: &Somebody) -> Prospect {
        let emails = contacts::emails(&somebody.email).into_iter().chain(self.found.emails_of(Some(at)));
        let numbers = self.numbers(&somebody.telephone).chain(self.found.numbers_of(Some(at)));
        let mut telephone = contacts::merged_numbers(numbers.collect());
        if telephone.iter().all(|number| number.line == Line::Fax) {
            telephone.extend(self.over_the_house(somebody));
        }
        let of_data = place::of_data(somebody.locality.as_ref(), somebody.region.as_ref(), somebody.country.as_ref());
        let in_card = self.places.iter().filter(|place| somebody.card.contains(&place.span.start));
        let own = in_card.max_by(|one, other| one.weight.total_cmp(&other.weight)).filter(|place| place.weight >= AN_ADDRESS);
        let address = match own {
            Some(own) if of_data.address_locality.is_none() => own.address(self.prose),
            _ => self.completed(of_data, None),
        };
        let address = if address.address_locality.is_some() { address } else { self.site_address(address) };
        let emails: Vec<Fact> = emails.collect();
        let hosts: Vec<String> = emails.iter().filter_map(|email| contacts::mail_label(&email.value)).collect();
        let job_title = somebody.job_title.first().map(|title| without_house(title, self.works_for));
        let elsewhere = self.works_for.is_none_or(choose::is_event).then_some(self.prose.text);
        let employed = job_title
            .as_ref()
            .filter(|_| somebody.works_for.is_empty())
            .and_then(|title| choose::employed(title, &hosts, elsewhere))
            .unzip();
        let job_title = employed.0.or(job_title);
        let house = self.works_for.filter(|house| !choose::is_event(house));
        let works_for = somebody.works_for.first().or(employed.1.as_ref()).or(house);
        Prospect {
            name: Some(somebody.name.clone()),
            job_title: job_title.map(|title| without_house(&title, works_for)),
            works_for: works_for.cloned(),
            time_zone: place::zone(&address, &telephone),
            telephone,
            email: contacts::merged(emails),
            url: somebody.url.first().cloned(),
            same_as: somebody.same_as.clone(),
            address,
        }
    }

    /// The house's number with the extension that stands beside the name alone.
    fn over_the_house(&self, somebody: &Somebody) -> Option<Telephone> {
        let extension = phone::lone::extension(self.prose.text.get(somebody.card.clone())?)?;
        let house = contacts::merged_numbers(self.numbers_of_the_house());
        // The only one of the first of these kinds that the house has any of.
        let of = |lines: &[Line]| {
            let mut of_kind = house.iter().filter(|number| number.extension.is_none() && lines.contains(&number.line));
            of_kind.next().map(|number| (number, of_kind.next().is_none()))
        };
        let first = of(&[Line::Switchboard]).or_else(|| of(&[Line::Unknown, Line::Direct])).or_else(|| of(&[Line::TollFree]));
        let number = first.filter(|(_, is_only)| *is_only).map(|(number, _)| number)?;
        Some(Telephone { extension: Some(extension), line: Line::Direct, ..number.clone() })
    }

    fn organization(&self) -> Prospect {
        let own: Vec<&Entity> = self.entities.iter().filter(|entity| is_own(entity)).collect();
        let telephone = contacts::merged_numbers(self.numbers_of_the_house());
        let address = self.site_address(Address::default());
        Prospect {
            works_for: self.works_for.cloned(),
            time_zone: place::zone(&address, &telephone),
            telephone,
            email: contacts::merged(self.emails_of_the_house()),
            url: own.iter().find_map(|entity| entity.url.first()).cloned(),
            same_as: contacts::merged(own.iter().flat_map(|entity| entity.same_as.iter().cloned()).collect()),
            address,
            ..Prospect::default()
        }
    }

    /// What its data gives, then what stands in nobody's card.
    fn emails_of_the_house(&self) -> Vec<Fact> {
        let own = self.entities.iter().filter(|entity| is_own(entity));
        own.flat_map(|entity| contacts::emails(&entity.email)).chain(self.found.emails_of(None)).collect()
    }

    fn numbers_of_the_house(&self) -> Vec<Telephone> {
        let own = self.entities.iter().filter(|entity| is_own(entity));
        own.flat_map(|entity| self.numbers(&entity.telephone)).chain(self.found.numbers_of(None)).collect()
    }

    /// Where the page's organization is: by its data, and then by the text.
    fn site_address(&self, known: Address) -> Address {
        let placed =
            self.entities.iter().filter(|entity| is_own(entity)).find(|entity| entity.locality.is_some() || entity.country.is_some());
        let mut of_data =
            placed.map(|at| place::of_data(at.locality.as_ref(), at.region.as_ref(), at.country.as_ref())).unwrap_or_default();
        of_data.address_region = of_data.address_region.or(known.address_region);
        // A country's bare name ("Jamaica", "Make: Monaco") tells where somebody is only where something else speaks for it: the page's
        // host and language, a number, or a postcode near by.
        let likely = self.clues.countries();
        let is_backed = |place: &&Place| {
            place.locality.is_some()
                || place.region.is_some()
                || place.country.is_none_or(|code| {
                    let of_numbers = self.country.as_ref().is_some_and(|of| of.value == code);
                    of_numbers || self.spoken == Some(code) || likely.first() == Some(&code) && place.stands_by_figures(self.prose)
                })
        };
        let address = self.completed(of_data, place::best(self.places, self.prose.text).filter(is_backed));
        if address.address_locality.is_none() && address.address_region.is_none() { self.of_title(address) } else { address }
    }

    /// A page without an address may name its city in its title.
    fn of_title(&self, address: Address) -> Address {
        let told = place::city::in_title(self.title);
        let told = told.filter(|(_, country)| address.address_country.as_ref().is_none_or(|known| known.value == *country));
        let Some((city, country)) = told else { return address };
        let fact = |value: &str| Some(Fact::new(value, Source::Meta, self.title));
        Address { address_locality: fact(city), address_country: address.address_country.or_else(|| fact(country)), ..address }
    }

    /// What the data leaves out of an address, told from a place in the text, and the country from the numbers.
    fn completed(&self, mut address: Address, place: Option<&Place>) -> Address {
        let told = place.map(|place| place.address(self.prose)).unwrap_or_default();
        let same_town = match (&address.address_locality, &told.address_locality) {
            (Some(one), Some(other)) => phone::fold(&one.value) == phone::fold(&other.value),
            (None, _) => address.address_region.is_none(),
            (Some(_), None) => false,
        };
        if same_town {
            address.address_locality = address.address_locality.or(told.address_locality);
            address.address_region = address.address_region.or(told.address_region);
            address.address_country = address.address_country.or(told.address_country);
        }
        address.address_country = address.address_country.or_else(|| self.country.clone());
        address
    }

    /// Numbers that the data gives; its own words are the quote.
    fn numbers(&self, contacts: &[Contact]) -> impl Iterator<Item = Telephone> {
        contacts.iter().filter_map(|contact| {
            let found = phone::read_value(&contact.fact.value, contact.label.to_lowercase().contains("fax"), self.clues)?;
            let mut telephone = found.telephone;
            telephone.fact.source = contact.fact.source.clone();
            telephone.fact.quote = contact.fact.quote.clone();
            Some(telephone)
        })
    }
}

fn kind(main: Main, purpose: Purpose, entities: &[Entity]) -> PageKind {
    let is_marked = |kind: Kind| entities.iter().any(|entity| entity.kind == kind && entity.role <= Role::Listed);
    match (main, purpose) {
        (_, Purpose::Article) => PageKind::Article,
        (Main::Nobody, _) => PageKind::Other,
        (Main::Person(_), _) => PageKind::Person,
        (Main::Organization, _) if is_marked(Kind::Event) => PageKind::Event,
        (Main::Organization, _) if is_marked(Kind::Place) && !is_marked(Kind::Organization) => PageKind::Place,
        (Main::Organization, _) => PageKind::Organization,
    }
}
