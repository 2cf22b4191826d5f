//! A fact as pages write it, said as a sentence of its own: "Winner of the Mill Prize" is "We won the Mill Prize".
//!
//! What stands before a colon goes ("Press release:"), joy over an announcement goes ("We are proud to announce that"), what headlines
//! leave out comes back ("Acme named", "Acme to move"). Whom it was a bad day for is not congratulated.

use super::{
    fit::bare,
    material::split,
    verbs::{self, Form, finite, form},
};
use crate::prospect::HookKind;

/// A text without the marks that stand for nothing said, and whether its end was cut off by the page.
pub(super) fn unmarked(raw: &str) -> (String, bool) {
    let text: String = raw.chars().filter(|c| !matches!(c, '®' | '™' | '©')).collect();
    let whole = text.trim_end();
    let kept = whole.trim_end_matches('…');
    let kept = kept.strip_suffix("...").unwrap_or(kept).trim_end_matches('.');
    let cut = whole.len() > kept.len() + 1;
    (if cut { kept.to_owned() } else { text }, cut)
}

/// Whether it tells of a loss, which nobody wants to hear praised.
pub(super) fn unfortunate(text: &str) -> bool {
    const LOSSES: &str = " layoff layoffs lawsuit lawsuits sued sues suing dies died death deaths dead killed murder murdered bankrupt bankruptcy insolvency fraud \
        arrested charged indicted convicted guilty sentenced scandal shuts shutdown closure closures resigns resigned fined breach hacked injured \
        accident crash explosion blaze mourns mourning obituary funeral condolences tragic tragedy victim victims strike strikes downsizing \
        recall recalls investigation investigated evicted loses lost loss losses ";
    const IN_TWO: [&str; 14] = [
        "lays off",
        "laid off",
        "lay off",
        "laying off",
        "steps down",
        "stepped down",
        "fire at",
        "after fire",
        "job cuts",
        "cuts jobs",
        "passed away",
        "in memory",
        "out of business",
        "closing its doors",
    ];
    let lower = text.to_lowercase();
    IN_TWO.iter().any(|loss| lower.contains(loss)) || lower.split(' ').any(|word| LOSSES.contains(&format!(" {} ", bare(word))))
}

/// The sentence; none where the words do not make one. `names` are the person's, `organization` theirs.
pub(super) fn told(text: &str, kind: HookKind, names: &[String], organization: Option<&str>) -> Option<String> {
    // Capitals throughout hide what is a name.
    if text.starts_with(['"', '“']) || !text.contains(char::is_lowercase) {
        return None;
    }
    // "(2023)", "(m/f/d)" at the end is not read aloud.
    let aside = text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).map_or(text, |(text, _)| text);
    let text = headed(aside);
    let words: Vec<&str> = text.split(' ').collect();
    let said = pleased(&words).or_else(|| named_first(&words, names, organization)).or_else(|| counted(&words, kind));
    Some(articled(&said.or_else(|| holding(&words, kind)).unwrap_or(text)))
}

/// With the articles that headlines leave out: "wins the Elm Award", "a $40M plant", "launches a new line".
fn articled(text: &str) -> String {
    const SUMS: &str = " grant round contract deal investment facility plant seed gift donation expansion project ";
    const PRIZES: &str = " award prize medal ";
    const MASS: &str = " software equipment technology staff talent funding leadership research training business ";
    let words: Vec<&str> = text.split(' ').collect();
    let among = |list: &str, word: &str| list.contains(&format!(" {} ", bare(word)));
    let mut said = String::new();
    for (n, word) in words.iter().enumerate() {
        let (before, after) = (n.checked_sub(1).map_or("", |n| words[n]), &words[n + 1..]);
        let verb = matches!(form(&bare(before)), Some(Form::Third(_) | Form::Past | Form::Base | Form::Gerund));
        let prize = matches!(bare(before).as_str(), "wins" | "won" | "receives" | "received" | "earns" | "earned")
            && word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && after.iter().any(|word| among(PRIZES, word));
        let sum = word.starts_with(['$', '€', '£'])
            && (verb || matches!(before, "on" | "for" | "with"))
            && after.iter().take(2).any(|word| among(SUMS, word));
        let thing = verb
            && matches!(bare(word).as_str(), "new" | "second" | "third" | "record")
            && !after.is_empty()
            && !after.iter().take(2).any(|word| among(MASS, word) || bare(word).ends_with('s') && !bare(word).ends_with("ss"));
        let eight = word.get(1..).is_some_and(|sum| sum.starts_with('8') || sum.starts_with("11") || sum.starts_with("18"));
        said.push_str(match () {
            () if prize => "the ",
            () if sum && eight => "an ",
            () if sum || thing => "a ",
            () => "",
        });
        said.push_str(word);
        said.push(' ');
    }
    said.trim_end().to_owned()
}

/// Whether a new role is the role of the person spoken to: the page names them, or nobody.
pub(super) fn is_theirs(text: &str, names: &[String], title: Option<&str>) -> bool {
    let words: Vec<String> = text.split(' ').map(bare).collect();
    let named = |name: &String| words.iter().any(|word| *word == name.to_lowercase());
    let first = words.first().map_or("", String::as_str);
    names.iter().any(named)
        || matches!(first, "i" | "i'm" | "i’m" | "my")
        || matches!(form(first), Some(Form::Past | Form::Passive))
        || title.is_some_and(|title| text.to_lowercase().contains(&title.to_lowercase()))
}

fn verb_in(words: &[String]) -> bool {
    words.iter().any(|word| finite(&bare(word)) || word.contains(['\'', '’']) && !word.ends_with(['s', '\'', '’']))
}

/// Without "Press release:" or "12 November –"; of a sentence with more behind a colon, the sentence.
fn headed(text: &str) -> String {
    let Some((head, sign, tail)) =
        [": ", " – ", " — ", " - "].iter().find_map(|sign| text.split_once(sign).map(|(head, tail)| (head, *sign, tail)))
    else {
        return text.to_owned();
    };
    let (before, after) = (split(head), split(tail));
    if form(&bare(head)) == Some(Form::Gerund) && sign == ": " && !verb_in(&after) {
        return format!("{head} {tail}");
    }
    if verb_in(&before) && before.len() > 2 && sign == ": " {
        return head.to_owned();
    }
    let speaks = after.len() > 2 && verb_in(&after) && !tail.contains(sign);
    if before.len() <= 5 && !verb_in(&before) && speaks { tail.trim_matches(['"', '“', '”']).to_owned() } else { text.to_owned() }
}

/// "We are proud to announce that we won" is "we won"; "… to welcome Dana" is "We welcomed Dana".
fn pleased(words: &[&str]) -> Option<String> {
    const FEELS: &str = " proud excited thrilled pleased happy delighted honored honoured glad grateful humbled privileged ";
    let at = (1..words.len().min(8)).find(|n| FEELS.contains(&format!(" {} ", words[*n])))?;
    if *words.get(at + 1)? != "to" {
        return None;
    }
    let is = (0..at).rev().take(2).find(|n| matches!(bare(words[*n]).as_str(), "is" | "are" | "am" | "we're" | "we’re" | "i'm" | "i’m"))?;
    let (verb, rest) = (*words.get(at + 2)?, words.get(at + 3..)?);
    if rest.first() == Some(&"that") {
        return Some(rest[1..].join(" "));
    }
    let who = if is == 0 { "We".to_owned() } else { words[..is].join(" ") };
    let we = who.eq_ignore_ascii_case("we") || who == "I";
    let past = match verb {
        "be" if we => "are",
        "be" => "is",
        "have" if we => "have",
        "have" => "has",
        _ => verbs::past(verb)?,
    };
    Some(format!("{who} {past} {}", rest.join(" ")))
}

/// "Acme to move" is "Acme will move"; "Acme named", "Acme bought by" is "Acme was named".
fn named_first(words: &[&str], names: &[String], organization: Option<&str>) -> Option<String> {
    let starts = |name: &str| {
        let parts = split(name);
        (words.len() > parts.len() && parts.iter().zip(words).all(|(part, word)| bare(part) == bare(word))).then_some(parts.len())
    };
    let theirs = || organization.and_then(|name| starts(name).or_else(|| starts(name.split(' ').next().filter(|first| first.len() > 2)?)));
    let person = names.iter().find_map(|name| starts(name));
    let at = theirs().or(person)?;
    let (verb, rest) = (bare(words.get(at)?), words.get(at + 1..)?);
    let next = rest.first().copied().unwrap_or("");
    let said = match form(&verb) {
        None if verb == "to" && form(next) == Some(Form::Base) => "will".to_owned(),
        Some(Form::Passive) => format!("was {verb}"),
        Some(Form::Past) if next == "by" => format!("was {verb}"),
        _ => return None,
    };
    Some(format!("{} {said} {}", words[..at].join(" "), rest.join(" ")))
}

/// "50 entry-level hires by May" is "We plan 50 …", "12 open positions", "We have 12 …".
fn counted(words: &[&str], kind: HookKind) -> Option<String> {
    let number = words.first()?.starts_with(|c: char| c.is_ascii_digit());
    let what = words.iter().take(5).find_map(|word| match bare(word).as_str() {
        "hires" => Some("plan"),
        "positions" | "openings" | "jobs" | "roles" | "vacancies" => Some("have"),
        _ => None,
    })?;
    (kind == HookKind::Hiring && number).then(|| format!("We {what} {}", words.join(" ")))
}

/// What somebody is, without the verb: "Winner of", "Keynote speaker at", "Member, Guild of Millers", or the guild alone.
fn holding(words: &[&str], kind: HookKind) -> Option<String> {
    const ROLES: &str =
        " member fellow speaker panelist sponsor finalist trustee ambassador moderator presenter lecturer supporter judge chair president ";
    const BODIES: &str = " association society chamber council institute club guild federation alliance ";
    let all: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    if verb_in(&all) {
        return None;
    }
    let body = |word: &&str| BODIES.contains(&format!(" {} ", bare(word)));
    let words = if bare(words.first()?) == "proud" { &words[1..] } else { words };
    let next_is = |n: usize, these: &[&str]| words.get(n + 1).is_some_and(|next| these.contains(next));
    let rest = |n: usize| words.get(n..).unwrap_or_default().join(" ");
    match bare(words.first()?).as_str() {
        "winner" if next_is(0, &["of"]) => return Some(format!("We won {}", rest(2))),
        "recipient" if next_is(0, &["of"]) => return Some(format!("We received {}", rest(2))),
        _ => {}
    }
    let Some(n) = (0..words.len().min(3)).find(|n| ROLES.contains(&format!(" {} ", bare(words[*n])))) else {
        let alone = kind == HookKind::Association && words.iter().any(body) && words.len() < 9 && !rest(0).contains([',', ':', '(']);
        return (alone && words[0].starts_with(char::is_uppercase)).then(|| format!("We belong to the {}", rest(0)));
    };
    let role = rest(0).split(' ').take(n + 1).map(bare).collect::<Vec<_>>().join(" ");
    let article = match role.chars().next()? {
        _ if role.ends_with("chair") || role.ends_with("president") => "",
        'a' | 'e' | 'i' | 'o' | 'u' => "an ",
        _ => "a ",
    };
    if words[n].ends_with(',') && matches!(bare(words[n]).as_str(), "member" | "fellow") {
        let the = if words.last().is_some_and(body) { "the " } else { "" };
        return Some(format!("I am {article}{role} of {the}{}", rest(n + 1)));
    }
    next_is(n, &["of", "at", "for", "on", "in"]).then(|| format!("I am {article}{role} {}", rest(n + 1)))
}

/// Whether a clause speaks of the person spoken to by name: "Acme welcomes Dana Lee" is nothing to say to her.
pub(super) fn names_them(clause: &str, names: &[String], organization: Option<&str>) -> bool {
    let rest = organization.map_or_else(|| clause.to_owned(), |organization| clause.replace(organization, ""));
    names
        .last()
        .is_some_and(|name| split(&rest).iter().any(|word| bare(word) == name.to_lowercase() && word.starts_with(char::is_uppercase)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn said(text: &str, kind: HookKind) -> String {
        let names = ["Dana Lee".to_owned(), "Dana".to_owned(), "Lee".to_owned()];
        told(text, kind, &names, Some("Acme Robotics")).unwrap_or_default()
    }

    #[test]
    fn headlines_become_sentences() {
        for (headline, sentence) in [
            ("Press release: Acme Robotics opens a plant", "Acme Robotics opens a plant"),
            ("November 12, 2026: Acme expands into Canada", "Acme expands into Canada"),
            ("12 November 2026 – Acme expands into Canada", "Acme expands into Canada"),
            ("Our team is growing: 8 new roles in engineering", "Our team is growing"),
            ("Hiring: 25 seasonal associates", "Hiring 25 seasonal associates"),
            ("Dana Lee: “We will double our staff by 2028”", "We will double our staff by 2028"),
            ("We are proud to announce our partnership with Elm", "We announced our partnership with Elm"),
            ("We're thrilled to share that our clinic is expanding", "our clinic is expanding"),
            ("We are honored to have been named Mill of the Year", "We have been named Mill of the Year"),
            ("Acme Robotics is proud to welcome Sam Ortiz", "Acme Robotics welcomed Sam Ortiz"),
            ("Acme to move its headquarters to Columbus", "Acme will move its headquarters to Columbus"),
            ("Acme Robotics named to the Elm list", "Acme Robotics was named to the Elm list"),
            ("Acme Robotics acquired by Elm", "Acme Robotics was acquired by Elm"),
            ("Winner of the 2025 Mill Prize", "We won the 2025 Mill Prize"),
            ("Recipient of the Elm Award (2023)", "We received the Elm Award"),
            ("Keynote speaker at FabCon 2026", "I am a keynote speaker at FabCon 2026"),
            ("Invited speaker at FabCon", "I am an invited speaker at FabCon"),
            ("Vice Chair of the Mill Council", "I am vice chair of the Mill Council"),
            ("Proud sponsor of the Toledo Larks", "I am a sponsor of the Toledo Larks"),
            ("Acme wins 2026 Elm Award for quiet mills", "Acme wins the 2026 Elm Award for quiet mills"),
            ("Acme breaks ground on $40M facility", "Acme breaks ground on a $40M facility"),
            ("Acme receives $8 million grant", "Acme receives an $8 million grant"),
            ("Acme launches new website", "Acme launches a new website"),
            // Nothing to change.
            ("Acme opens new offices in Lyon", "Acme opens new offices in Lyon"),
            ("Acme raises $12 million in May", "Acme raises $12 million in May"),
            ("Acme opens a plant in Joliet", "Acme opens a plant in Joliet"),
            ("New way to save", "New way to save"),
            ("ACME NAMED TO LIST", ""),
            ("\"A turning point,\" says the chief", ""),
        ] {
            assert_eq!(said(headline, HookKind::News), sentence, "{headline}");
        }
        assert_eq!(said("50 entry-level hires by May", HookKind::Hiring), "We plan 50 entry-level hires by May");
        assert_eq!(said("12 open positions", HookKind::Hiring), "We have 12 open positions");
        assert_eq!(said("Member, Ohio Millers Association", HookKind::Association), "I am a member of the Ohio Millers Association");
        assert_eq!(said("Ohio Millers Association", HookKind::Association), "We belong to the Ohio Millers Association");
    }

    #[test]
    fn ends_cut_off_by_the_page_are_known() {
        assert_eq!(unmarked("Acme opens a pl…"), ("Acme opens a pl".to_owned(), true));
        assert_eq!(unmarked("Acme opens a pl..."), ("Acme opens a pl".to_owned(), true));
        assert_eq!(unmarked("Acme® opens."), ("Acme opens.".to_owned(), false));
        assert_eq!(unmarked("Acme opens"), ("Acme opens".to_owned(), false));
    }

    #[test]
    fn losses_are_no_compliment() {
        for loss in ["Acme lays off 120 workers", "Acme sued over a patent", "Our founder died", "BREAKING: Fire at the mill"] {
            assert!(unfortunate(loss), "{loss}");
        }
        for gain in ["Acme opens a plant", "Fire Chief Lee honored", "Acme closes its Series A"] {
            assert!(!unfortunate(gain), "{gain}");
        }
    }

    #[test]
    fn a_role_is_theirs_where_the_page_says_whose() {
        let names = ["Dana Lee".to_owned(), "Dana".to_owned(), "Lee".to_owned()];
        assert!(is_theirs("Acme appoints Dana Lee as chief", &names, None));
        assert!(is_theirs("Promoted to Senior Manager", &names, None));
        assert!(is_theirs("New HR Director appointed", &names, Some("HR Director")));
        assert!(!is_theirs("Acme appoints Sam Ortiz as chief", &names, Some("HR Director")));
        assert!(names_them("Acme welcomes Dana Lee", &names, None));
        assert!(!names_them("Lee Mills opens a plant", &names, Some("Lee Mills")));
    }
}
