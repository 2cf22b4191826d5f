//! A message from its parts: greeting, name, number, reason, ask, number; shortened in a fixed order that keeps both numbers.

use super::{
    Segment, SegmentKind,
    angles::Pitch,
    ask::Ask,
    lint,
    material::{Line, Material, capital, inside},
    timing::{self, LIMIT_SECONDS, TARGET_SECONDS},
};

/// No sentence is longer than so many words as said.
const LONGEST_SENTENCE: usize = 20;

/// What is in the message, and in which form.
#[derive(Clone)]
struct Plan {
    greeting: usize,
    number_first: bool,
    organization: Whose,
    lead: Option<usize>,
    /// A warm word before the reason.
    opener: bool,
    /// For each line of the body its form, or none where it is left out.
    body: Vec<Option<usize>>,
    ask: usize,
    close: Close,
}

/// Where the seller's organization is named.
#[derive(Clone, Copy, PartialEq)]
enum Whose {
    /// "this is Ann Lee with Northwind,"
    WithTheName,
    /// "At Northwind, we help …", where the first number would else come too late.
    WithTheReason,
    Unsaid,
}

#[derive(Clone, Copy, PartialEq)]
enum Close {
    None,
    Thanks,
    /// For messages in which the first number would else come too late.
    Long,
}

/// The parts of one message.
pub(super) struct Parts<'m, 'a> {
    pub material: &'m Material<'a>,
    pub pitch: Pitch,
    pub opener: Option<Line>,
    pub ask: Ask,
    /// Words for the greeting where no name is known: "hiring".
    pub looks_after: Option<String>,
}

/// The richest form that holds every bound; the fixed order of shortening keeps both numbers to the last.
pub(super) fn compose(parts: &Parts<'_, '_>) -> Vec<Segment> {
    // A name so long that the number behind it would come too late goes behind the number.
    composed(parts, false).or_else(|| composed(parts, true)).unwrap_or_else(|| bare(parts))
}

fn composed(parts: &Parts<'_, '_>, number_first: bool) -> Option<Vec<Segment>> {
    let mut plan = Plan {
        number_first,
        greeting: 0,
        organization: Whose::WithTheName,
        lead: parts.pitch.lead.as_ref().map(|_| 0),
        opener: parts.opener.is_some(),
        body: parts.pitch.body.iter().map(|_| Some(0)).collect(),
        ask: parts.ask.usual,
        close: Close::Thanks,
    };
    loop {
        match holds(parts, &plan) {
            Held::Well => return Some(segments(parts, &enriched(parts, plan))),
            Held::NumberTooLate => {
                // More words after the number put it nearer the beginning, where there is time for them: the whole reason before all, our house's
                // name in it, then a longer ask and a longer close.
                let forms = plan.body.first().copied().flatten().map_or(1, |form| form + 1);
                let (now, late) = (plan.organization, Whose::WithTheReason);
                let ways = [(now, plan.ask), (now, 0), (late, plan.ask), (late, 0)];
                let closes = [Close::Thanks, Close::Long];
                for (form, close, (organization, ask)) in (0..forms)
                    .flat_map(|form| closes.into_iter().flat_map(move |close| ways.into_iter().map(move |way| (form, close, way))))
                {
                    if organization == late && parts.material.name.is_none() {
                        continue;
                    }
                    let mut stretched = Plan { organization, ask, close, ..plan.clone() };
                    if let Some(Some(first)) = stretched.body.first_mut() {
                        *first = form;
                    }
                    if holds(parts, &stretched) == Held::Well {
                        return Some(segments(parts, &enriched(parts, stretched)));
                    }
                }
            }
            Held::TooLong => {}
        }
        if !shorten(parts, &mut plan) {
            return None;
        }
    }
}

/// What was given up comes back where there is room after all, the most telling first.
fn enriched(parts: &Parts<'_, '_>, mut plan: Plan) -> Plan {
    let attempt = |plan: &mut Plan, change: &dyn Fn(&mut Plan)| {
        let mut richer = plan.clone();
        change(&mut richer);
        let held = holds(parts, &richer) == Held::Well;
        if held {
            *plan = richer;
        }
        held
    };
    for n in 0..plan.body.len() {
        if n == 1 {
            let given = plan.greeting;
            let _ = (0..given).any(|form| attempt(&mut plan, &|richer| richer.greeting = form));
        }
        let given = plan.body[n].unwrap_or(parts.pitch.body[n].says.len());
        let _ = (0..given).any(|form| attempt(&mut plan, &|richer| richer.body[n] = Some(form)));
    }
    if plan.organization != Whose::WithTheName {
        let _ =
            [Whose::WithTheName, Whose::WithTheReason].into_iter().any(|whose| attempt(&mut plan, &|richer| richer.organization = whose));
    }
    let given = plan.greeting;
    let _ = (0..given).any(|form| attempt(&mut plan, &|richer| richer.greeting = form));
    if plan.ask > parts.ask.usual {
        attempt(&mut plan, &|richer| richer.ask = parts.ask.usual);
    }
    if parts.opener.is_some() && !plan.opener {
        attempt(&mut plan, &|richer| richer.opener = true);
    }
    if plan.close == Close::None {
        attempt(&mut plan, &|richer| richer.close = Close::Thanks);
    }
    plan
}

/// One step of the fixed order; false where nothing is left to give up.
fn shorten(parts: &Parts<'_, '_>, plan: &mut Plan) -> bool {
    let body = &parts.pitch.body;
    let incentive = (1..body.len()).rev().find(|n| plan.body[*n].is_some() && body[*n].kind == SegmentKind::Incentive);
    let longer = (0..body.len()).rev().find(|n| plan.body[*n].is_some_and(|form| form + 1 < body[*n].says.len()));
    let spare = (1..body.len()).rev().find(|n| plan.body[*n].is_some());
    if plan.close != Close::None {
        plan.close = Close::None;
    } else if plan.opener {
        plan.opener = false;
    } else if let Some(n) = incentive {
        plan.body[n] = None;
    } else if let Some(n) = longer {
        plan.body[n] = plan.body[n].map(|form| form + 1);
    } else if plan.ask + 1 < parts.ask.says.len() {
        plan.ask += 1;
    } else if plan.greeting + 1 < greetings(parts).len() && parts.material.called.is_none() {
        plan.greeting += 1;
    } else if let Some(n) = spare {
        plan.body[n] = None;
    } else if plan.organization == Whose::WithTheName && parts.material.name.is_some() && parts.material.organization.is_some() {
        plan.organization = Whose::Unsaid;
    } else if let Some(form) = plan.lead.filter(|form| parts.pitch.lead.as_ref().is_some_and(|lead| form + 1 < lead.says.len())) {
        plan.lead = Some(form + 1);
    } else if plan.lead.is_some() && plan.body.first().is_some_and(Option::is_some) {
        plan.body[0] = None;
    } else if plan.greeting + 1 < greetings(parts).len() {
        plan.greeting += 1;
    } else if plan.body.first().is_some_and(Option::is_some) {
        plan.body[0] = None;
    } else if plan.lead.is_some() {
        plan.lead = None;
    } else {
        return false;
    }
    true
}

#[derive(PartialEq)]
enum Held {
    Well,
    TooLong,
    NumberTooLate,
}

fn holds(parts: &Parts<'_, '_>, plan: &Plan) -> Held {
    said_well(parts, &segments(parts, plan))
}

fn said_well(parts: &Parts<'_, '_>, segments: &[Segment]) -> Held {
    let script = script(segments);
    let situation = parts.material.situation;
    let sellers = parts.material.number.as_ref().map(|_| situation.seller.telephone.trim());
    let timing = timing::measure(&script, situation.seller.wpm, sellers);
    let most = if parts.material.warm { LIMIT_SECONDS } else { TARGET_SECONDS };
    if timing.seconds > most || longest_sentence(&script) > LONGEST_SENTENCE {
        return Held::TooLong;
    }
    if sellers.is_some() && !lint::said_twice(&script, &timing.numbers) { Held::NumberTooLate } else { Held::Well }
}

fn longest_sentence(script: &str) -> usize {
    let mut from = 0;
    let mut longest = 0;
    for end in timing::sentence_ends(script).into_iter().chain([script.len()]) {
        longest = longest.max(super::fit::words_said(script.get(from..end).unwrap_or_default()));
        from = end;
    }
    longest
}

pub(super) fn script(segments: &[Segment]) -> String {
    segments.iter().map(|segment| segment.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn segments(parts: &Parts<'_, '_>, plan: &Plan) -> Vec<Segment> {
    let material = parts.material;
    let mut said: Vec<Segment> = Vec::new();
    let mut say = |kind, text: String, rests_on: Vec<String>| said.push(Segment { kind, text, rests_on });
    let (greeting, on) = greetings(parts).into_iter().nth(plan.greeting).unwrap_or(("Hello,".to_owned(), vec![]));
    let mut open = greeting.ends_with(',');
    say(SegmentKind::Greeting, greeting, on);
    if let Some((lead, form)) = parts.pitch.lead.as_ref().zip(plan.lead) {
        let text = lead.says.get(form).cloned().unwrap_or_default();
        say(lead.kind, if open { inside(&text) } else { text }, lead.rests_on.clone());
        open = false;
    }
    let (who, on) = identify(material, plan.organization == Whose::WithTheName);
    let behind = plan.number_first && who != NO_NAME;
    let identify = if behind { NO_NAME.to_owned() } else { who.clone() };
    say(SegmentKind::Identify, if open { identify } else { capital(&identify) }, if behind { vec![] } else { on.clone() });
    match &material.number {
        Some(number) => {
            say(SegmentKind::Number, format!("{number}."), vec!["seller.telephone".into()]);
            if behind {
                say(SegmentKind::Identify, format!("{}.", capital(who.trim_end_matches([',', '.']))), on);
            }
        }
        None => {
            // Without a number the name ends the sentence.
            if let Some(last) = said.last_mut() {
                last.text = last.text.trim_end_matches(',').to_owned();
                if !last.text.ends_with('.') {
                    last.text.push('.');
                }
            }
        }
    }
    if let Some(opener) = parts.opener.as_ref().filter(|_| plan.opener) {
        said.push(Segment { kind: opener.kind, text: opener.says.first().cloned().unwrap_or_default(), rests_on: opener.rests_on.clone() });
    }
    let mut ours = material.organization.as_ref().filter(|_| plan.organization == Whose::WithTheReason);
    for (line, form) in parts.pitch.body.iter().zip(&plan.body) {
        let Some(text) = form.and_then(|form| line.says.get(form)) else { continue };
        let (mut text, mut rests_on) = (text.clone(), line.rests_on.clone());
        if let Some((organization, doing)) = ours.zip(text.strip_prefix("We ")) {
            text = format!("At {organization}, we {doing}");
            rests_on.push("seller.organization".into());
            ours = None;
        }
        said.push(Segment { kind: line.kind, text, rests_on });
    }
    let ask = parts.ask.says.get(plan.ask).cloned().unwrap_or_default();
    match &material.number {
        Some(number) => {
            said.push(Segment { kind: SegmentKind::NextStep, text: ask, rests_on: parts.ask.rests_on.clone() });
            said.push(Segment { kind: SegmentKind::Number, text: format!("{number}."), rests_on: vec!["seller.telephone".into()] });
        }
        None => said.push(Segment {
            kind: SegmentKind::NextStep,
            text: parts.ask.without_number(material),
            rests_on: parts.ask.rests_on.clone(),
        }),
    }
    let (thanks, on) = match &material.called {
        Some(called) if plan.greeting == 0 => (format!("Thank you, {called}"), vec!["prospect.name".to_owned()]),
        _ => ("Thank you".to_owned(), vec![]),
    };
    match plan.close {
        Close::None => {}
        Close::Thanks => said.push(Segment { kind: SegmentKind::Close, text: "Thank you.".into(), rests_on: vec![] }),
        Close::Long => said.push(Segment { kind: SegmentKind::Close, text: format!("{thanks}, and have a good day."), rests_on: on }),
    }
    said
}

/// The last resort, for slow speakers with long names and numbers: the number, what of name and reason has room, and the ask.
fn bare(parts: &Parts<'_, '_>) -> Vec<Segment> {
    let (who, on) = identify(parts.material, false);
    let who = (who != NO_NAME).then(|| (SegmentKind::Identify, format!("{}.", capital(who.trim_end_matches(','))), on));
    // A referrer or a connection comes first or not at all.
    let line = parts.pitch.body.first();
    let line = line.and_then(|line| Some((line.kind, line.says.last()?.clone(), line.rests_on.clone())));
    let ways = [vec![&who, &line], vec![&line], vec![&who], vec![]];
    let mut written = ways.map(|way| barely(parts, way.into_iter().flatten().cloned().collect())).into_iter();
    let last = written.clone().next_back().unwrap_or_default();
    written.find(|segments| said_well(parts, segments) == Held::Well).unwrap_or(last)
}

fn barely(parts: &Parts<'_, '_>, between: Vec<(SegmentKind, String, Vec<String>)>) -> Vec<Segment> {
    let number = format!("{}.", parts.material.number.clone().unwrap_or_default());
    let tel = vec!["seller.telephone".to_owned()];
    let goal = parts.ask.rests_on.iter().filter(|on| *on == "goal").cloned().collect();
    let opening = [
        (SegmentKind::Greeting, "Hello,".to_owned(), vec![]),
        (SegmentKind::Identify, NO_NAME.to_owned(), vec![]),
        (SegmentKind::Number, number.clone(), tel.clone()),
    ];
    let closing = [(SegmentKind::NextStep, "Please call me back at".to_owned(), goal), (SegmentKind::Number, number, tel)];
    opening.into_iter().chain(between).chain(closing).map(|(kind, text, rests_on)| Segment { kind, text, rests_on }).collect()
}

/// The ways to greet, the best first.
fn greetings(parts: &Parts<'_, '_>) -> Vec<(String, Vec<String>)> {
    let material = parts.material;
    let hello = ("Hello,".to_owned(), vec![]);
    if let Some(called) = &material.called {
        return vec![(format!("Hi {called},"), vec!["prospect.name".into()]), hello];
    }
    let organization = material.their_organization.as_ref();
    let at = organization.map(|organization| format!(" at {organization}")).unwrap_or_default();
    let on_organization: Vec<String> = organization.map(|_| "prospect.worksFor".to_owned()).into_iter().collect();
    let whom = match (&parts.looks_after, &material.their_title, organization) {
        (Some(matter), _, _) => Some((format!("the person who looks after {matter}"), vec![])),
        (None, Some(title), _) => Some((format!("the {title}"), vec!["prospect.jobTitle".to_owned()])),
        (None, None, Some(_)) => return vec![(format!("Hello, a message for the team{at},"), on_organization), hello],
        (None, None, None) => None,
    };
    let Some((whom, on)) = whom else { return vec![hello] };
    let alone = (format!("Hello, a message for {whom},"), on.clone());
    let both = (format!("Hello, a message for {whom}{at},"), on.into_iter().chain(on_organization).collect());
    if organization.is_some() { vec![both, alone, hello] } else { vec![alone, hello] }
}

/// What stands before the number where no name does.
const NO_NAME: &str = "my number is";

/// "this is Ann Lee again with Northwind,"
fn identify(material: &Material<'_>, with_organization: bool) -> (String, Vec<String>) {
    let again = if material.again() { " again" } else { "" };
    let organization = material.organization.as_ref().filter(|_| with_organization || material.name.is_none());
    match (&material.name, organization) {
        (Some(name), Some(organization)) => {
            (format!("this is {name}{again} with {organization},"), vec!["seller.name".into(), "seller.organization".into()])
        }
        (Some(name), None) => (format!("this is {name}{again},"), vec!["seller.name".into()]),
        (None, Some(organization)) => (format!("this is {organization}{again},"), vec!["seller.organization".into()]),
        (None, None) if material.number.is_some() => (NO_NAME.into(), vec![]),
        (None, None) => ("this is a call for you,".into(), vec![]),
    }
}
