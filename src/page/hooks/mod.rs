//! Reasons to call that the page itself gives: something they did, won, said, opened or look for, in their own words and dated where it is.
//!
//! One kind a file; each tells by its words whether a sentence is one. English is read well, German, French and Spanish by headwords.

mod anniversary;
mod association;
mod award;
mod date;
mod funding;
mod hiring;
mod launch;
mod new_role;
mod news;
mod sentence;
mod subject;
mod talk;

use super::prose::{Line, Part, Prose};
use crate::prospect::{Hook, HookKind, STALE_DAYS};
pub use date::Day;
use sentence::Sentence;
use subject::Subject;
pub use subject::Them;

/// One kind of hook.
struct Kind {
    kind: HookKind,
    /// How specific the kind is: of two hooks of the same date the higher comes first.
    rank: u8,
    /// How strongly a sentence is one; 0 is not at all.
    weigh: fn(&Sentence<'_>) -> u8,
    /// Folded words that head a section of such things ("awards", "press").
    heads: &'static [&'static str],
}

/// The more specific kinds first: a sentence is the first that weighs most.
const KINDS: [Kind; 9] =
    [new_role::KIND, funding::KIND, award::KIND, talk::KIND, launch::KIND, anniversary::KIND, association::KIND, hiring::KIND, news::KIND];

/// A page rarely has more that are worth reading.
const MOST: usize = 12;
const MOST_CANDIDATES: usize = 400;

/// The hooks of a page that are about `them`, newest and most specific first. `now` (`YYYY-MM-DD`) is what "18 months" counts from; without
/// it, the newest date on the page.
pub fn find(prose: &Prose<'_>, them: &Them, now: Option<&str>) -> Vec<Hook> {
    let mut found: Vec<(Hook, Option<Day>, u8, usize)> = Vec::new();
    let mut newest: Option<Day> = None;
    let mut heading: Option<(u8, Option<&Kind>)> = None;
    let mut last_date: Option<(usize, usize, Day)> = None;
    // Each line is searched for dates once; its sentences and its neighbours ask what was found.
    let days: Vec<Vec<(usize, Day)>> = prose.lines.iter().map(|line| days(prose.words(line))).collect();
    for (at, (line, days_here)) in prose.lines.iter().zip(&days).enumerate() {
        let words = prose.words(line);
        if words.len() > LONGEST_LINE {
            continue;
        }
        let dated = days_here.first().map(|(_, day)| *day).or_else(|| marked(prose, line));
        newest = newest.max(dated).max(days_here.iter().map(|(_, day)| *day).max());
        if let Some(day) = dated {
            last_date = Some((at, line.group, day));
        }
        if matches!(line.part, Part::Banner | Part::Navigation) {
            continue;
        }
        let under = heading.and_then(|(_, kind)| kind);
        if line.heading > 0 {
            let level = line.heading;
            let kind = head_of(words);
            if kind.is_some() || heading.is_none_or(|(above, _)| level <= above) {
                heading = Some((level, kind));
            }
            if kind.is_some() && words.split_whitespace().count() <= 4 {
                continue;
            }
        }
        if found.len() >= MOST_CANDIDATES {
            continue;
        }
        for mut sentence in sentence::sentences(words, line.heading > 0, days_here) {
            sentence.aside = line.part == Part::Aside || line.part == Part::Footer;
            let Some((kind, weight)) = judge(&sentence, under, them) else { continue };
            let day = sentence.day.or(dated).or_else(|| near(prose, at, last_date, &days));
            let hook = Hook {
                id: id(kind.kind, sentence.text),
                kind: kind.kind,
                text: sentence.text.to_owned(),
                date: day.and_then(|day| day.written()),
                source: "text".into(),
            };
            found.push((hook, day, kind.rank + weight, at));
        }
    }
    let now = now.and_then(Day::parse).or(newest);
    chosen(found, now)
}

/// Words that the user gives as the reason for the call, as they marked them on the page: of the kind that they sound like, else news.
/// None where there are none.
pub fn given(words: &str) -> Option<Hook> {
    /// Longer than any sentence one would say.
    const LONGEST: usize = 500;
    let text: String = words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
    let days = days(&text);
    let sounds = sentence::sentences(&text, false, &days).find_map(|sentence| weighed(&sentence, None));
    let kind = sounds.map_or(HookKind::News, |(kind, _)| kind.kind);
    let date = days.first().and_then(|(_, day)| day.written());
    (!text.is_empty()).then(|| Hook { id: id(kind, &text), kind, text, date, source: "you".into() })
}

/// A longer line is a table of figures or a script.
const LONGEST_LINE: usize = 20_000;

fn days(words: &str) -> Vec<(usize, Day)> {
    if words.len() > LONGEST_LINE { Vec::new() } else { date::in_text(words) }
}

fn chosen(mut found: Vec<(Hook, Option<Day>, u8, usize)>, now: Option<Day>) -> Vec<Hook> {
    let age = |day: &Option<Day>| match (now, day) {
        (Some(now), Some(day)) => now.days() - day.days(),
        _ => 0,
    };
    if found.iter().any(|(_, day, ..)| age(day) <= STALE_DAYS) {
        found.retain(|(_, day, ..)| age(day) <= STALE_DAYS);
    }
    let key = |day: &Option<Day>| day.map_or(i64::MIN, |day| day.days());
    crate::order::by(&mut found, |a, b| key(&b.1).cmp(&key(&a.1)).then(b.2.cmp(&a.2)).then(a.3.cmp(&b.3)));
    let mut seen: Vec<String> = Vec::new();
    found.retain(|(hook, ..)| {
        let folded = crate::page::phone::fold(&hook.text);
        let new = !seen.iter().any(|known| known.contains(&folded) || folded.contains(known.as_str()));
        if new && seen.len() < 200 {
            seen.push(folded);
        }
        new
    });
    found.truncate(MOST);
    found.into_iter().map(|(hook, ..)| hook).collect()
}

/// What a sentence is, under the heading it stands beneath, where it is about them.
fn judge<'k>(sentence: &Sentence<'_>, under: Option<&'k Kind>, them: &Them) -> Option<(&'k Kind, u8)>
where
    'static: 'k,
{
    if sentence.is_boilerplate() || sentence.is_rule() || sentence.is_byline() || sentence.is_list_of_links() {
        return None;
    }
    // In an aside or a footer only what is sure.
    let (kind, weight) = weighed(sentence, under).filter(|(_, weight)| *weight >= if sentence.aside { 2 } else { 1 })?;
    let theirs = match them.of(sentence) {
        Subject::Them => true,
        // A headline that names nobody is theirs in their own section of such things.
        Subject::Unsaid => under.is_some_and(|under| under.kind == kind.kind || under.kind == HookKind::News),
        // "Machine operators (m/w/d)" below "Open positions", "Supplier of the Year 2025" below "Awards".
        Subject::Others => {
            matches!(kind.kind, HookKind::Hiring | HookKind::Award)
                && (kind.weigh)(sentence) > 0
                && under.is_some_and(|under| under.kind == kind.kind)
        }
    };
    theirs.then_some((kind, weight))
}

/// The kind that a sentence's words speak for most, and how strongly.
fn weighed<'k>(sentence: &Sentence<'_>, under: Option<&'k Kind>) -> Option<(&'k Kind, u8)>
where
    'static: 'k,
{
    let mut best: Option<(&'k Kind, u8)> = None;
    for kind in &KINDS {
        let mut weight = (kind.weigh)(sentence);
        if under.is_some_and(|under| under.kind == kind.kind) && sentence.words >= 4 {
            weight = if weight > 0 { weight + 1 } else { u8::from(sentence.dated() || sentence.heading) };
        }
        if weight > best.map_or(0, |(_, best)| best) {
            best = Some((kind, weight));
        }
    }
    best
}

/// The kind that a heading's words announce.
fn head_of(words: &str) -> Option<&'static Kind> {
    if words.len() > 80 {
        return None;
    }
    let flat = sentence::flat(words);
    KINDS.iter().find(|kind| kind.heads.iter().any(|head| sentence::holds(&flat, head)))
}

/// "Last Monday", with the day in the element's attribute.
fn marked(prose: &Prose<'_>, line: &Line) -> Option<Day> {
    let first = prose.times.partition_point(|(at, _)| *at < line.span.start);
    let (at, when) = prose.times.get(first)?;
    (*at < line.span.end).then(|| Day::parse(when)).flatten()
}

/// A date on the line before or behind, in the same group of lines.
fn near(prose: &Prose<'_>, at: usize, last: Option<(usize, usize, Day)>, days: &[Vec<(usize, Day)>]) -> Option<Day> {
    let line = prose.lines.get(at)?;
    if let Some((place, group, day)) = last
        && at - place <= 2
        && (group == line.group || at - place == 1)
        && prose.lines.get(place).is_some_and(|there| prose.words(there).len() < 40)
    {
        return Some(day);
    }
    let next = prose.lines.get(at + 1)?;
    let words = prose.words(next);
    let day = || days.get(at + 1).and_then(|days| days.first()).map(|(_, day)| *day).or_else(|| marked(prose, next));
    (words.len() < 40 && next.group == line.group).then(day).flatten()
}

/// FNV-1a over kind and words, white space and case aside: the same words keep their id wherever they stand.
fn id(kind: HookKind, text: &str) -> String {
    let name = name(kind);
    let mut hash: u32 = 0x811c_9dc5;
    let words = text.split_whitespace().flat_map(|word| word.chars().flat_map(char::to_lowercase).chain(std::iter::once(' ')));
    for c in name.chars().chain(std::iter::once(':')).chain(words) {
        let mut bytes = [0; 4];
        for byte in c.encode_utf8(&mut bytes).bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    format!("{name}-{hash:08x}")
}

fn name(kind: HookKind) -> &'static str {
    match kind {
        HookKind::News => "news",
        HookKind::Talk => "talk",
        HookKind::Award => "award",
        HookKind::Hiring => "hiring",
        HookKind::Funding => "funding",
        HookKind::Launch => "launch",
        HookKind::NewRole => "new_role",
        HookKind::Association => "association",
        HookKind::Anniversary => "anniversary",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn kinds(text: &str) -> Vec<HookKind> {
        find(&Prose::plain(text), &them(), None).into_iter().map(|hook| hook.kind).collect()
    }

    fn them() -> Them {
        Them::new(["Analytical Engines"], ["Ada Byron"])
    }

    fn is(text: &str, kind: HookKind) {
        assert_eq!(kinds(text), [kind], "{text}");
        assert!(text.contains(&find(&Prose::plain(text), &them(), None)[0].text), "not verbatim: {text}");
    }

    #[test]
    fn what_the_user_marked_is_a_reason_as_it_stands() {
        let hook = given("  We're hiring two\n field engineers in Dayton. ").unwrap();
        assert_eq!((hook.kind, hook.text.as_str()), (HookKind::Hiring, "We're hiring two field engineers in Dayton."));
        assert_eq!(given("A second line in January 2027").unwrap().kind, HookKind::News);
        assert_eq!(given("ISO 9001").unwrap().text, "ISO 9001");
        assert_eq!(given(" \n "), None);
        assert!(given(&"é".repeat(2000)).is_some_and(|hook| hook.text.chars().count() == 500));
    }

    #[test]
    fn each_kind_by_its_words() {
        is("Ada Byron was appointed Chief Engineer of Analytical Engines.", HookKind::NewRole);
        is("Ada joined the company as Vice President of Sales in March 2026.", HookKind::NewRole);
        is("Analytical Engines raised $12 million in a Series B round led by Lighthouse Capital.", HookKind::Funding);
        is("We won the 2026 Bright Idea Award for small manufacturers.", HookKind::Award);
        is("Named one of the Best Places to Work in Ohio.", HookKind::Award);
        is("Ada will be speaking at the Difference Conference on May 4, 2026.", HookKind::Talk);
        is("She gave the keynote at Punch Card Summit.", HookKind::Talk);
        is("Today we are launching Engine 2, a faster mill for small shops.", HookKind::Launch);
        is("We have opened a new office in Columbus.", HookKind::Launch);
        is("This year we celebrate our 25th anniversary.", HookKind::Anniversary);
        is("We are a proud member of the Ohio Manufacturers' Association.", HookKind::Association);
        is("We're hiring two field engineers in Dayton.", HookKind::Hiring);
        is("We are hiring: twelve machine operators for our second line, which opens in January.", HookKind::Hiring);
        is("Analytical Engines acquires Loom Works.", HookKind::News);
        is("Ada Byron was featured in the Dayton Gazette.", HookKind::News);
    }

    #[test]
    fn other_languages_by_headwords() {
        is("Wir stellen ein: zwei Servicetechniker in Ulm.", HookKind::Hiring);
        is("Die Firma wurde mit dem Innovationspreis 2026 ausgezeichnet.", HookKind::Award);
        is("Nous recrutons un ingénieur commercial à Lyon.", HookKind::Hiring);
        is("Estamos contratando a dos técnicos en Sevilla.", HookKind::Hiring);
        is("Wir feiern unser 50-jähriges Jubiläum.", HookKind::Anniversary);
        // Headlines with no word that English has too.
        is("Analytical Engines lève 3 millions d'euros", HookKind::Funding);
        is("Analytical Engines sichert sich 3 Millionen Euro", HookKind::Funding);
        is("Analytical Engines recauda 3 millones de euros", HookKind::Funding);
        is("Analytical Engines eröffnet Werk in Ulm", HookKind::Launch);
        is("Analytical Engines ouvre une usine à Lyon", HookKind::Launch);
        is("Analytical Engines übernimmt die Weberei Loom", HookKind::News);
        is("Analytical Engines rachète les Moulins de Lyon", HookKind::News);
        is("Ada Byron wird neue Geschäftsführerin von Analytical Engines", HookKind::NewRole);
        is("Ada Byron nommée directrice générale d'Analytical Engines", HookKind::NewRole);
    }

    #[test]
    fn ordinary_sentences_are_none() {
        for text in [
            "We use cookies to improve your experience.",
            "Sign up for our newsletter and never miss the latest news.",
            "Our award-winning team is here to help.",
            "Contact us for pricing.",
            "Subscribe now and win a prize!",
            "Careers",
            "News",
            "Join us on Facebook.",
            "Launch the app",
            "All rights reserved, member login.",
        ] {
            assert!(kinds(text).is_empty(), "{text}: {:?}", kinds(text));
        }
    }

    #[test]
    fn news_of_others_bylines_and_rules_are_none() {
        for text in [
            "Apple opens its largest store in Chicago.",
            "Published by Analytical Engines on 3 March 2026.",
            "January 29, 2026 Ada Byron",
            "All information published by Analytical Engines is subject to change.",
            "The Chairman of Analytical Engines is selected by the Board of Directors.",
            "Pursuant to the plan announced by Governor Hopper, Analytical Engines closed its halls.",
            "Permit for Business ID and Advertising Signs",
            "Business Directory News Releases Events Calendar Hot Deals Member Deals New Jobs Opening Contact Us",
            "The registration form for speaking at such meetings must be received by noon.",
        ] {
            assert!(kinds(text).is_empty(), "{text}: {:?}", kinds(text));
        }
    }

    #[test]
    fn a_section_says_whose_its_headlines_are() {
        let mut prose = Prose::plain(
            "News\nSept 14, 2026 – New mill goes live in Toledo\nBoeing opens new mill in Toledo\nAwards\n2025 Supplier of the Year, Lakes Council",
        );
        for at in [0, 3] {
            prose.lines[at].heading = 2;
        }
        let found = find(&prose, &them(), None);
        let told: Vec<_> = found.iter().map(|hook| (hook.kind, hook.date.as_deref(), hook.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (HookKind::Launch, Some("2026-09-14"), "New mill goes live in Toledo"),
                (HookKind::Award, None, "2025 Supplier of the Year, Lakes Council"),
            ]
        );
        let article = find(&prose, &them().in_an_article(), None);
        assert_eq!(article.iter().map(|hook| hook.kind).collect::<Vec<_>>(), [HookKind::Award]);
    }

    #[test]
    fn the_newest_comes_first_and_the_stale_go() {
        let text = "We won the Old Mill Award on 3 March 2019.\nWe won the New Mill Award on 3 March 2026.\nWe raised $2 million in seed funding on 2026-05-01.";
        let hooks = find(&Prose::plain(text), &them(), None);
        assert_eq!(hooks.iter().map(|hook| hook.date.as_deref()).collect::<Vec<_>>(), [Some("2026-05-01"), Some("2026-03-03")]);
        let old = "We won the Old Mill Award on 3 March 2019.";
        assert_eq!(find(&Prose::plain(old), &them(), Some("2026-11-22")).len(), 1);
    }

    #[test]
    fn ids_are_stable() {
        let one = find(&Prose::plain("We're hiring two field engineers."), &them(), None);
        let two = find(&Prose::plain("Welcome\n\nWe're  hiring two field engineers."), &them(), None);
        assert!(one[0].id.starts_with("hiring-") && one[0].id.len() == "hiring-".len() + 8);
        assert_eq!(id(HookKind::Hiring, "We're  hiring"), id(HookKind::Hiring, "we're hiring"));
        assert_eq!(two.len(), 1);
    }
}
